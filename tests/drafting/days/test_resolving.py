"""The periods of times, where a form alone does not reach them."""

from datetime import date

import pytest

from claim_tracker.dates.period import day
from claim_tracker.drafting.days import resolving as to
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.times import time_at

CONTEXT = Context(date(2025, 5, 14))


def test_what_the_calendar_has_not_is_not_resolved() -> None:
    assert (
        to.resolved(to.day_of_month, {"month": "June", "day": "31", "year": "2026"}, CONTEXT)
        is None
    )


def test_a_span_that_has_no_name_is_not_resolved() -> None:
    assert to.this_or_next({"span": "moon", "which": "this"}, CONTEXT) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday, June 3", date(2025, 6, 3)),
        ("Sunday, May 18", date(2025, 5, 18)),
        ("Monday, May 5", date(2025, 5, 5)),
        ("Sat., March 1", date(2025, 3, 1)),
        ("1 March (Saturday)", date(2025, 3, 1)),
        ("Friday, May 1", date(2026, 5, 1)),
        ("Saturday, May 18", date(2024, 5, 18)),
        ("Thursday, May 18", None),
        ("Friday, February 29", None),
        ("Saturday, June 3, 2025", date(2025, 6, 3)),
    ],
)
def test_a_weekday_tells_the_year_of_its_day(text: str, expected: date | None) -> None:
    time = time_at(text, 0, CONTEXT)
    assert time is not None
    assert time.period == (day(expected) if expected is not None else None)
