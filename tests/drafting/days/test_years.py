"""The periods of years and of parts of them, where a form alone does not reach them."""

from datetime import date

from claim_tracker.drafting.days import years
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.resolving import resolved

CONTEXT = Context(date(2025, 5, 14))


def test_a_year_has_no_fifth_quarter() -> None:
    groups = {"part": "quarter", "number": "5", "year": "2026"}
    assert resolved(years.part_of_year, groups, CONTEXT) is None
