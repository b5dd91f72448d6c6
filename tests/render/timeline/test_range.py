"""The stretch of time that a picture of claims shows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.dates import parse_period
from claim_tracker.render.timeline.range import window
from tests.builders import day

TODAY = "2026-11-23"
Extent = tuple[str, str]
NEAR = ("2025-08-18", "2026-09-30")


def shown(extents: list[Extent], start: str | None = None, end: str | None = None) -> str:
    found = window(
        [(day(first), day(last)) for first, last in extents],
        day(TODAY),
        parse_period(start) if start is not None else None,
        parse_period(end) if end is not None else None,
    )
    return f"{found.first} {found.last}"


@pytest.mark.parametrize(
    ("extents", "days"),
    [
        ([], "2026-11-01 2026-11-30"),
        ([NEAR], "2025-08-01 2026-11-30"),
        ([NEAR, ("2026-01-01", "2030-05-05")], "2025-08-01 2030-05-31"),
        ([NEAR, ("2010-03-03", "2010-04-04")], "2025-08-01 2026-11-30"),
        ([("2010-03-03", "2010-04-04")], "2010-01-01 2026-12-31"),
        ([NEAR, ("2025-01-01", "9999-12-31")], "2025-08-01 2026-11-30"),
        ([("2025-01-01", "9999-12-31")], "2025-01-01 9999-12-31"),
    ],
)
def test_all_claims_are_shown_but_for_a_few_far_away_ones(extents: list[Extent], days: str) -> None:
    assert shown(extents) == days


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-09", None, "2025-09-01 2026-11-30"),
        (None, "2026-Q1", "2025-08-01 2026-03-31"),
        ("2025-09-15", "2025-09-15", "2025-09-15 2025-09-15"),
        ("2030", None, "2030-01-01 2030-12-31"),
        (None, "2020", "2020-01-01 2020-12-31"),
    ],
)
def test_what_is_asked_for_is_shown(start: str | None, end: str | None, days: str) -> None:
    assert shown([NEAR], start, end) == days


extents = st.lists(st.tuples(st.dates(), st.dates()).map(sorted).map(tuple), max_size=12)


@given(extents, st.dates())
def test_it_has_today_and_nine_of_ten_claims(found: list[tuple[date, date]], today: date) -> None:
    made = window(found, today)
    outside = [each for each in found if each[0] < made.first or each[1] > made.last]
    assert made.first <= today <= made.last
    assert len(outside) <= max(1, len(found) // 10)
