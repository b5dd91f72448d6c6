"""The cells of a picture."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.terminal.chart import UNICODE, chart
from claim_tracker.render.timeline.axis import DateRange
from claim_tracker.render.timeline.bars import Bar
from tests.builders import day

YEAR = DateRange(date(2026, 1, 1), date(2026, 12, 31))
days = st.dates(YEAR.first, YEAR.last)


def row(*bars: Bar, today: date = date(2026, 6, 1), most: int = 12) -> str:
    return "".join(UNICODE[sign] for sign in chart(YEAR, today, most).row(bars))


def due(first: str, last: str) -> Bar:
    return Bar("due", day(first), day(last))


@pytest.mark.parametrize(
    ("bars", "drawn"),
    [
        ([], "      │       "),
        ([due("2026-03-01", "2026-03-31")], "   ▇  │       "),
        ([due("2026-02-10", "2026-04-20")], "  ▇▇▇ │       "),
        ([due("2026-05-01", "2026-07-31")], "     ▇▇▇      "),
        ([due("2025-01-01", "2026-01-31")], "◂▇    │       "),
        ([due("2026-12-01", "2027-03-31")], "      │     ▇▸"),
        ([due("2027-01-01", "2027-03-31")], "      │      ▸"),
        ([due("2025-01-01", "2027-03-31")], "◂▇▇▇▇▇▇▇▇▇▇▇▇▸"),
        (
            [Bar("past", day("2026-04-01"), day("2026-08-31")), due("2026-03-01", "2026-03-31")],
            "   ▇┄┄│┄┄     ",
        ),
    ],
)
def test_a_row_has_a_sign_a_month_and_hints_at_what_lies_outside(
    bars: list[Bar], drawn: str
) -> None:
    assert row(*bars) == drawn


def test_today_may_lie_outside() -> None:
    assert row(today=date(2027, 1, 1)).strip() == ""


@given(st.tuples(days, days).map(sorted), st.integers(1, 150), days)
def test_every_day_of_a_deadline_is_in_its_bar_and_no_other_cell(
    bounds: list[date], most: int, today: date
) -> None:
    first, last = bounds
    made = chart(YEAR, today, most)
    cells = made.row((Bar("due", first, last),))[1:-1]
    drawn = {index for index, sign in enumerate(cells) if sign == "due"}
    origin = made.scale.first(YEAR.first)
    length = (last - first).days + 1
    on = [first + timedelta(number) for number in range(length)]
    assert drawn >= {made.scale.first(each) - origin for each in on}
    assert min(drawn) == made.scale.first(first) - origin
    assert max(drawn) == made.scale.last(last) - origin
