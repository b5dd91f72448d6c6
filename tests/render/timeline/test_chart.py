"""The cells of a picture."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.render.timeline.axis import axis
from claim_tracker.render.timeline.bars import Stroke
from claim_tracker.render.timeline.chart import chart
from claim_tracker.render.timeline.range import Window
from claim_tracker.render.timeline.scale import scale
from claim_tracker.render.timeline.signs import UNICODE
from tests.builders import day

YEAR = Window(date(2026, 1, 1), date(2026, 12, 31))
days = st.dates(YEAR.first, YEAR.last)


def row(*strokes: Stroke, today: date = date(2026, 6, 1), most: int = 12) -> str:
    return "".join(UNICODE[sign] for sign in chart(YEAR, today, most).row(strokes))


def due(first: str, last: str) -> Stroke:
    return Stroke("due", day(first), day(last))


@pytest.mark.parametrize(
    ("strokes", "drawn"),
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
            [Stroke("past", day("2026-04-01"), day("2026-08-31")), due("2026-03-01", "2026-03-31")],
            "   ▇┄┄│┄┄     ",
        ),
    ],
)
def test_a_row_has_a_sign_a_month_and_hints_at_what_lies_outside(
    strokes: list[Stroke], drawn: str
) -> None:
    assert row(*strokes) == drawn


def test_today_may_lie_outside() -> None:
    assert row(today=date(2027, 1, 1)).strip() == ""


@given(st.tuples(days, days).map(sorted), st.integers(1, 150), days)
def test_every_day_of_a_deadline_is_in_its_bar_and_no_other_cell(
    bounds: list[date], most: int, today: date
) -> None:
    first, last = bounds
    made = chart(YEAR, today, most)
    cells = made.row((Stroke("due", first, last),))[1:-1]
    drawn = {index for index, sign in enumerate(cells) if sign == "due"}
    origin = made.scale.first(YEAR.first)
    length = (last - first).days + 1
    on = [first + timedelta(number) for number in range(length)]
    assert drawn >= {made.scale.first(each) - origin for each in on}
    assert min(drawn) == made.scale.first(first) - origin
    assert max(drawn) == made.scale.last(last) - origin


@pytest.mark.parametrize(
    ("first", "last", "most", "lines"),
    [
        ("2025-08-01", "2025-10-31", 18, ["2025", "Aug   Sep   Oct"]),
        (
            "2025-11-01",
            "2026-02-28",
            40,
            ["2025                2026", "Nov       Dec       Jan       Feb"],
        ),
        ("2025-01-01", "2026-12-31", 24, ["2025        2026", "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4"]),
        ("2000-01-01", "2039-12-31", 40, ["2000 2005 2010 2015 2020 2025 2030 2035"]),
    ],
)
def test_the_axis_names_its_steps_and_the_years(
    first: str, last: str, most: int, lines: list[str]
) -> None:
    shown = Window(day(first), day(last))
    assert list(axis(shown, scale(shown, most)).lines) == lines


@given(st.tuples(st.dates(), st.dates()).map(sorted), st.integers(4, 200))
def test_labels_do_not_run_into_each_other_and_a_year_can_be_told(
    bounds: list[date], most: int
) -> None:
    shown = Window(*bounds)
    fitting = scale(shown, most)
    found = axis(shown, fitting)
    assert all(len(line) <= fitting.span(shown) for line in found.lines)
    if fitting.span(shown) >= 20:
        assert re.search(r"\d{4}", found.lines[0]) is not None
