"""The periods of times, where a form alone does not reach them."""

from datetime import date

from claim_tracker.drafting.days import resolving as to
from claim_tracker.drafting.days.context import Context

CONTEXT = Context(date(2025, 5, 14))


def test_what_the_calendar_has_not_is_not_resolved() -> None:
    assert (
        to.resolved(to.day_of_month, {"month": "June", "day": "31", "year": "2026"}, CONTEXT)
        is None
    )


def test_a_span_that_has_no_name_is_not_resolved() -> None:
    assert to.this_or_next({"span": "moon", "which": "this"}, CONTEXT) is None
