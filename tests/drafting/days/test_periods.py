"""Periods of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import parse_period
from claim_tracker.drafting.days.periods import count_of, period_between

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, DAYS)
def test_a_period_between_two_days_has_both_ends(first: date, last: date) -> None:
    found = period_between(*(parse_period(it.isoformat()) for it in (first, last)))
    if first > last:
        assert found is None
    else:
        assert found is not None
        assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize(
    ("words", "count"), [("three", 3), ("a couple of", 2), ("a dozen", 12), ("Twenty-one", 21)]
)
def test_a_number_is_read_from_words(words: str, count: int) -> None:
    assert count_of(words) == count
