"""What of a claim lies on a time axis."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from claim_tracker.render.timeline.bars import Bar, bar_rows, extent
from tests.builders import day, state, update
from tests.claims.strategies import History, as_of_days, histories

STATED = "stated 2025-08-18 2025-08-18"
DUE = "due 2025-09-01 2025-09-30"
SETTLED = "unsettled 2025-09-02 2025-09-02"


def drawn(on: str, fields: dict[str, str | None], *updates: str) -> list[str]:
    """The rows of a claim, each bar once: its meaning, first and last day."""
    rows = bar_rows(state(on, fields, updates))
    return ["; ".join(dict.fromkeys(" ".join(map(str, each)) for each in row)) for row in rows]


@pytest.mark.parametrize(
    ("fields", "updates", "rows"),
    [
        ({}, [], [STATED]),
        ({"due": "2026-01"}, [], [f"{STATED}; due 2026-01-01 2026-01-31"]),
        (
            {"due": "2025-09"},
            [],
            [f"{STATED}; past 2025-10-01 2025-12-01; {DUE}"],
        ),
        (
            {"due": "2025-09"},
            [update("2025-10-11", outcome="kept", happened="2025-10-05")],
            [f"good 2025-10-05 2025-10-05; {STATED}; past 2025-10-01 2025-10-04; {DUE}"],
        ),
        (
            {"due": "2025-09"},
            [update("2025-09-20", due="2026-03")],
            [
                f"{STATED}; earlier 2025-09-01 2025-09-30",
                "moved 2025-09-20 2025-09-20; due 2026-03-01 2026-03-31",
            ],
        ),
        (
            {"due": "2025-09"},
            [update("2025-10-20", due="2026-03")],
            [
                f"{STATED}; past 2025-10-01 2025-10-19; earlier 2025-09-01 2025-09-30",
                "moved 2025-10-20 2025-10-20; due 2026-03-01 2026-03-31",
            ],
        ),
        (
            {"due": "2025-09"},
            [update("2025-10-11", outcome="kept", happened="0001")],
            [f"good 0001-01-01 0001-12-31; {STATED}; {DUE}; good 0001-12-31 0001-12-31"],
        ),
        ({"kind": "fact", "due": "2025-09"}, [], [f"{STATED}; {DUE}"]),
        ({}, [update("2025-09-02", outcome="disputed")], [f"{SETTLED}; {STATED}"]),
    ],
)
def test_each_deadline_has_a_row_and_the_last_one_the_outcome(
    fields: dict[str, str | None], updates: list[str], rows: list[str]
) -> None:
    assert drawn("2025-12-01", fields, *updates) == rows


def test_a_period_is_below_the_bars_and_its_day_above() -> None:
    (row,) = bar_rows(state("2025-12-01", {"stated": "2025-08", "due": "2025-08"}))
    assert row[0] == Bar("stated", day("2025-08-01"), day("2025-08-31"))
    assert row[-1] == Bar("stated", day("2025-08-01"), day("2025-08-01"))


@given(histories(), as_of_days)
def test_bars_cover_the_deadlines_within_their_extent(history: History, on: date) -> None:
    found = history.state(on)
    rows = bar_rows(found)
    first, last = extent(rows)
    assert len(rows) == max(len(found.terms), 1)
    assert all(first <= bar.first <= bar.last <= last for row in rows for bar in row)
    for term, row in zip(found.terms, rows, strict=False):
        bars = [each for each in row if each.meaning in ("due", "earlier")]
        assert [(bar.first, bar.last) for bar in bars] == [(term.due.earliest, term.due.latest)]


@given(histories(), as_of_days)
def test_the_time_past_a_deadline_begins_after_its_last_day(history: History, on: date) -> None:
    found = history.state(on)
    for term, row in zip(found.terms, bar_rows(found), strict=False):
        for bar in row:
            if bar.meaning == "past":
                assert bar.first == term.due.latest + timedelta(1)
                assert bar.last <= on
