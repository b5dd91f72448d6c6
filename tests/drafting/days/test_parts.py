"""Parts of a period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import parse_period
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.parts import rest_of, third_of
from claim_tracker.drafting.days.periods import period_between

CONTEXT = Context(date(2025, 5, 14))
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("third", ["early", "mid", "late"])
def test_a_third_of_a_day_is_the_day_and_of_a_decade_none(third: str) -> None:
    assert third_of(third)(parse_period("2025-05-14"), CONTEXT) == parse_period("2025-05-14")
    assert third_of(third)(parse_period("202X"), CONTEXT) is None


@given(DAYS, st.sampled_from(["early", "mid", "late"]), st.integers(2, 300))
def test_a_third_stands_within_its_period(start: date, third: str, length: int) -> None:
    whole = period_between(
        parse_period(start.isoformat()),
        parse_period(date.fromordinal(start.toordinal() + length).isoformat()),
    )
    assert whole is not None
    part = third_of(third)(whole, CONTEXT)
    assert part is not None
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest


def test_the_rest_of_a_period_to_come_is_the_whole() -> None:
    whole = parse_period("2026")
    assert rest_of(whole, CONTEXT) == whole
    assert rest_of(whole, Context()) == whole
