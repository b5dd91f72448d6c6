"""The periods of times, where a form alone does not reach them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import parse_period
from claim_tracker.drafting.days import resolving as to
from claim_tracker.drafting.days.context import Context

CONTEXT = Context(date(2025, 5, 14))
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, DAYS)
def test_a_period_between_two_days_has_both_ends(first: date, last: date) -> None:
    found = to.period_between(*(parse_period(it.isoformat()) for it in (first, last)))
    if first > last:
        assert found is None
    else:
        assert found is not None
        assert (found.earliest, found.latest) == (first, last)


def test_what_the_calendar_has_not_is_not_resolved() -> None:
    assert (
        to.resolved(to.day_of_month, {"month": "June", "day": "31", "year": "2026"}, CONTEXT)
        is None
    )


def test_a_span_that_has_no_name_is_not_resolved() -> None:
    assert to.this_or_next({"span": "moon", "which": "this"}, CONTEXT) is None


@pytest.mark.parametrize(
    ("words", "count"), [("three", 3), ("a couple of", 2), ("a dozen", 12), ("Twenty-one", 21)]
)
def test_a_number_is_read_from_words(words: str, count: int) -> None:
    assert to.count_of(words) == count


@pytest.mark.parametrize("third", ["early", "mid", "late"])
def test_a_third_of_a_day_is_the_day_and_of_a_decade_none(third: str) -> None:
    assert to.third_of(third)(parse_period("2025-05-14"), CONTEXT) == parse_period("2025-05-14")
    assert to.third_of(third)(parse_period("202X"), CONTEXT) is None


@given(DAYS, st.sampled_from(["early", "mid", "late"]), st.integers(2, 300))
def test_a_third_stands_within_its_period(start: date, third: str, length: int) -> None:
    whole = to.period_between(
        parse_period(start.isoformat()),
        parse_period(date.fromordinal(start.toordinal() + length).isoformat()),
    )
    assert whole is not None
    part = to.third_of(third)(whole, CONTEXT)
    assert part is not None
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest


def test_the_rest_of_a_period_to_come_is_the_whole() -> None:
    whole = parse_period("2026")
    assert to.rest_of(whole, CONTEXT) == whole
    assert to.rest_of(whole, Context()) == whole
