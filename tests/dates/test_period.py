"""How periods divide the calendar, and what intervals and qualifiers make of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from claim_tracker.dates import DateError, Period, parse_period
from tests.dates.strategies import (
    MONTH_NAMES,
    SEASONS,
    SIGNS,
    THIRDS,
    Written,
    dates,
    interval_text,
    month_numbers,
    unqualified,
    untimed,
    years,
)


def partitions(parts: list[Period], whole: Period) -> bool:
    """Whether the parts follow each other without a gap, from the first day to the last."""
    starts = [whole.earliest, *(part.latest + timedelta(days=1) for part in parts[:-1])]
    return [part.earliest for part in parts] == starts and parts[-1].latest == whole.latest


@pytest.mark.parametrize(
    "forms",
    [
        [third + "{0:04}" for third in THIRDS],
        ["Q1 {0:04}", "Q2 {0:04}", "Q3 {0:04}", "Q4 {0:04}"],
        ["{0:04}-33", "{0:04}-34", "{0:04}-35", "{0:04}-36"],
        ["H1 {0:04}", "H2 {0:04}"],
        ["{0:04}-40", "{0:04}-41"],
        [f"{{0:04}}-{month:02}" for month in range(1, 13)],
    ],
    ids=["thirds", "quarters", "EDTF quarters", "halves", "EDTF halves", "months"],
)
@untimed
@given(year=years)
def test_the_parts_of_a_year_make_up_the_year(forms: list[str], year: int) -> None:
    parts = [parse_period(form.format(year)) for form in forms]
    assert partitions(parts, parse_period(f"{year:04}"))


@untimed
@given(years, month_numbers)
def test_the_thirds_of_a_month_make_up_the_month(year: int, month: int) -> None:
    name = MONTH_NAMES[month - 1][0]
    parts = [parse_period(f"{third}{name} {year:04}") for third in THIRDS]
    assert partitions(parts, parse_period(f"{year:04}-{month:02}"))


@untimed
@given(years)
def test_the_seasons_make_up_the_twelve_months_from_march(year: int) -> None:
    parts = [parse_period(f"{season} {year:04}") for season in SEASONS]
    assert partitions(parts, parse_period(f"{year:04}-03/{year + 1:04}-02"))


@untimed
@given(dates)
def test_an_open_start_has_the_days_of_its_end(end: Written) -> None:
    period = parse_period(f"../{end.text}")
    assert (period.earliest, period.latest) == (end.earliest, end.latest)


@untimed
@given(dates, dates)
def test_an_interval_is_first_to_last_day_or_is_refused(start: Written, end: Written) -> None:
    text = f"{start.text} or {end.text}"
    if start.earliest <= end.latest:
        period = parse_period(text)
        assert (period.earliest, period.latest) == (start.earliest, end.latest)
        assert parse_period(period.text) == period
    else:
        with pytest.raises(DateError, match="ends before it begins") as caught:
            parse_period(text)
        assert f"`{interval_text(end, start)}`" in caught.value.help


@pytest.mark.parametrize(("sign", "marks"), SIGNS.items())
@untimed
@given(written=unqualified)
def test_a_qualifier_marks_a_period_and_keeps_its_days(
    written: Written, sign: str, marks: tuple[bool, bool]
) -> None:
    plain, marked = parse_period(written.text), parse_period(written.text + sign)
    assert marked == plain.qualified(sign)
    assert (marked.approximate, marked.uncertain) == marks
    assert (marked.earliest, marked.latest) == (plain.earliest, plain.latest)
    assert not plain.approximate
    assert not plain.uncertain


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-09~/2025-10", True, False),
        ("2025-09/2025-10?", False, True),
        ("2025-09~/2025-10?", True, True),
        ("../2025-10%", True, True),
        ("2025-09/2025-10", False, False),
    ],
)
def test_an_interval_is_qualified_when_one_of_its_ends_is(
    text: str, approximate: bool, uncertain: bool
) -> None:
    period = parse_period(text)
    assert (period.approximate, period.uncertain) == (approximate, uncertain)


def test_a_period_is_a_day_when_it_begins_and_ends_on_it() -> None:
    day = date(2025, 9, 30)
    assert Period("2025-09-30", day, day).is_day
    assert not Period("2025-09", date(2025, 9, 1), day).is_day
