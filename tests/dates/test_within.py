"""Deadlines counted from a statement."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import (
    DateError,
    Period,
    Within,
    parse_deadline,
    parse_period,
    parse_within,
)
from tests.dates.strategies import untimed

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")


def span(text: str) -> Within:
    found = parse_within(text)
    assert found is not None
    return found


def on(day: date) -> Period:
    return parse_period(day.isoformat())


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [
        ("within 90 days", 90, 0),
        ("within two years", 0, 24),
        ("within a day", 1, 0),
        ("within 1 week", 7, 0),
        ("within six weeks", 42, 0),
        ("within a month", 0, 1),
        ("within eighteen months", 0, 18),
        ("within one year", 0, 12),
        ("within 999999 days", 999_999, 0),
        ("within 48 hours", 2, 0),
        ("within 36 hours", 2, 0),
        ("within an hour", 1, 0),
        ("within next 2 weeks", 14, 0),
        ("within the next two years", 0, 24),
        ("within the coming six months", 0, 6),
    ],
)
def test_a_span_is_counted_in_days_or_in_months(text: str, days: int, months: int) -> None:
    assert parse_deadline(text) == parse_within(text) == Within(text, days, months)


@pytest.mark.parametrize("number", range(100))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    words, digits = (span(f"within {form} days") for form in (in_words(number), str(number)))
    assert words.days == digits.days == number


@pytest.mark.parametrize(
    "text",
    [
        "2025-09-30",
        "90 days",
        "within days",
        "within some days",
        "within the year",
        "within the next year",
        "within ten-two days",
        "in two years",
        "in twenty-two years",
        "in one-two years",
        "within 90 minutes",
        "within -1 days",
        "within 1.5 years",
        "within 1000000 days",
        "within one hundred days",
        "within 90 days of the vote",
    ],
)
def test_any_other_text_is_no_span(text: str) -> None:
    assert parse_within(text) is None


@pytest.mark.parametrize(
    ("text", "stated", "deadline"),
    [
        ("within 90 days", "2025-08-18", "2025-11-16"),
        ("within two weeks", "2024-02-20", "2024-03-05"),
        ("within two years", "2025-08-18", "2027-08-18"),
        ("within a month", "2025-01-31", "2025-02-28"),
        ("within a month", "2024-01-31", "2024-02-29"),
        ("within a month", "2025-02-28", "2025-03-28"),
        ("within six months", "2025-08-31", "2026-02-28"),
        ("within two months", "2025-12-31", "2026-02-28"),
        ("within a year", "2024-02-29", "2025-02-28"),
        ("within four years", "2024-02-29", "2028-02-29"),
        ("within zero days", "2025-08-18", "2025-08-18"),
        ("within 90 days", "2025-08", "2025-10-30"),
        ("within 90 days", "2025-08-18/2025-09", "2025-11-16"),
        ("within 48 hours", "2025-08-18", "2025-08-20"),
        ("in 1-2 years", "2025-08-18", "2026-08-18/2027-08-18"),
        ("in 1 \u2013 2 years", "2025-08-18", "2026-08-18/2027-08-18"),
        ("in one to two years", "2024-02-29", "2025-02-28/2026-02-28"),
        ("in two to two weeks", "2025-08-18", "2025-09-01"),
        ("in 12 to 36 hours", "2025-08-18", "2025-08-19/2025-08-20"),
    ],
)
def test_a_deadline_is_counted_from_the_earliest_day_stated(
    text: str, stated: str, deadline: str
) -> None:
    assert span(text).after(parse_period(stated)) == parse_period(deadline)


@untimed
@given(
    st.dates(max_value=date(9000, 1, 1)),
    st.integers(0, 9999),
    st.sampled_from((("day", 1), ("week", 7))),
)
def test_days_and_weeks_are_counted_on_the_calendar(
    stated: date, count: int, unit: tuple[str, int]
) -> None:
    name, length = unit
    deadline = span(f"within {count} {name}s").after(on(stated))
    assert deadline == on(stated + timedelta(days=count * length))


@untimed
@given(
    st.dates(max_value=date(9000, 1, 1)) | st.just(date(2024, 2, 29)),
    st.integers(0, 900),
    st.sampled_from((("month", 1), ("year", 12))),
)
def test_months_and_years_keep_the_day_or_take_the_last_one(
    stated: date, count: int, unit: tuple[str, int]
) -> None:
    name, length = unit
    year, month = divmod(stated.year * 12 + stated.month - 1 + count * length, 12)
    day = min(stated.day, monthrange(year, month + 1)[1])
    assert span(f"within {count} {name}s").after(on(stated)) == on(date(year, month + 1, day))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("within 7 days", date(2026, 2, 21)),
        ("within 3 months", date(2025, 11, 28)),
        ("within 8334 years", date.min),
    ],
)
def test_a_span_is_counted_back_from_the_day(text: str, start: date) -> None:
    assert span(text).before(date(2026, 2, 28)) == start


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("within 1 day", "9999-12-31"),
        ("within a month", "9999-12-01"),
        ("within 999999 days", "9000"),
        ("within 999999 weeks", "2025"),
        ("within 999999 months", "2025"),
        ("within 999999 years", "2025"),
    ],
)
def test_a_deadline_after_the_year_9999_is_refused(text: str, stated: str) -> None:
    with pytest.raises(DateError, match=f"`{text}` from .* is after the year 9999") as caught:
        span(text).after(parse_period(stated))
    assert "write the day itself" in caught.value.help


@untimed
@given(
    st.dates(max_value=date(5000, 1, 1)),
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(sorted),
    st.sampled_from(("hour", "day", "week", "month", "year")),
)
def test_a_range_of_spans_runs_from_the_shorter_to_the_longer(
    stated: date, counts: list[int], unit: str
) -> None:
    first, last = (span(f"within {count} {unit}s").after(on(stated)) for count in counts)
    for text in (
        f"in {counts[0]}-{counts[1]} {unit}s",
        f"in {in_words(counts[0])} to {in_words(counts[1])} {unit}s",
    ):
        between = span(text).after(on(stated))
        assert (between.earliest, between.latest) == (first.earliest, last.latest)
        assert parse_period(between.text) == between
