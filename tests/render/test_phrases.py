"""The words for dates, deadlines and outcomes."""

from datetime import date

import pytest

from claim_tracker.claims.model import Quantity
from claim_tracker.claims.report import Summary
from claim_tracker.claims.state import Timing
from claim_tracker.dates import parse_period
from claim_tracker.render.phrases import (
    clock_words,
    count,
    days_words,
    distance_words,
    moved_words,
    passed_words,
    status_words,
    timing_words,
    value_words,
    when_words,
)
from claim_tracker.render.wording import AS_WRITTEN, day_words, period_words
from tests.builders import state, update

KEPT = update("2025-10-20", outcome="kept", happened="2025-10-20")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-09-30", "2026-09-30"),
        ("September 2026", "2026-09"),
        ("Q3 2025", "2025-Q3"),
        ("2025-40", "2025-H1"),
        ("2026-21", "spring 2026"),
        ("2026-22", "summer 2026"),
        ("autumn 2026", "autumn 2026"),
        ("2026-24", "winter 2026"),
        ("Early 2026", "early 2026"),
        ("2026-09~", "about 2026-09"),
        ("2026-09?", "2026-09 (uncertain)"),
        ("2026-21%", "about spring 2026 (uncertain)"),
        ("2025-09-15/2025-10-15", "2025-09-15 to 2025-10-15"),
        ("2025-21~/2026", "about spring 2025 to 2026"),
        ("../2026-09", "by 2026-09"),
        ("../2026-24?", "by winter 2026 (uncertain)"),
    ],
)
def test_a_period_is_its_canonical_form_in_words(written: str, words: str) -> None:
    assert period_words(parse_period(written)) == words


def test_a_day_is_in_english_in_every_locale() -> None:
    assert day_words(date(2026, 11, 30)) == "30 Nov 2026"
    assert day_words(date(2026, 5, 1)) == "1 May 2026"


@pytest.mark.parametrize(
    ("due", "on", "words"),
    [
        ("2025-09", "2026-11-23", "passed 419 days ago"),
        ("2025-09", "2025-10-01", "passed 1 day ago"),
        ("2025-09", "2030-09-30", "passed 1,826 days ago"),
        ("2026-11-29", "2026-11-23", "in 6 days (29 Nov 2026)"),
        ("2026-11", "2026-11-24", "due now, 6 days left"),
        ("2026-11", "2026-11-29", "due now, 1 day left"),
        ("2026-11", "2026-11-30", "due now, last day"),
        ("2026-11-30", "2026-11-30", "due now, last day"),
        ("2026-11-30", "2026-11-29", "in 1 day (30 Nov 2026)"),
        ("2026-11-30", "2026-10-01", "in 60 days (30 Nov 2026)"),
        ("2026-11-30", "2026-09-30", "in 2 months (30 Nov 2026)"),
        ("2026-11", "2026-08-31", "in 3 months (30 Nov 2026)"),
        ("2027-09-30", "2025-09-15", "in 2 years (30 Sep 2027)"),
        ("2027-07-31", "2025-09-01", "in 23 months (31 Jul 2027)"),
        ("2050", "2026-01-01", "in 25 years (31 Dec 2050)"),
        (None, "2026-01-01", "no deadline"),
    ],
)
def test_the_clock_says_how_far_the_deadline_is(due: str | None, on: str, words: str) -> None:
    assert clock_words(state(on, {"due": due})) == words


@pytest.mark.parametrize(
    ("due", "on", "words"),
    [
        ("2025-10", "2025-10-20", "11 days left"),
        ("2025-10", "2025-10-31", "last day"),
        ("2025-10", "2025-11-01", "passed 1 day ago"),
        ("2025-12", "2025-10-31", "in 2 months (31 Dec 2025)"),
    ],
)
def test_what_has_an_outcome_is_not_due_now(due: str, on: str, words: str) -> None:
    assert clock_words(state(on, {"due": due}, [KEPT])) == words


@pytest.mark.parametrize(
    ("as_of", "on", "words"),
    [
        ("2025-08-18", "2026-11-23", "462 days old"),
        ("2025-08-18", "2025-08-19", "1 day old"),
        ("2025-08-18", "2025-08-18", "of today"),
        ("2025-09", "2025-09-29", "as of 2025-09"),
        ("2025-09", "2025-10-01", "1 day old"),
    ],
)
def test_a_fact_says_its_age(as_of: str, on: str, words: str) -> None:
    assert clock_words(state(on, {"kind": "fact", "as_of": as_of})) == words


def test_a_fact_with_a_deadline_says_how_far_that_is() -> None:
    fact = state("2025-10-01", {"kind": "fact", "due": "2025-09"})
    assert clock_words(fact) == "passed 1 day ago"


@pytest.mark.parametrize(
    ("dues", "words"),
    [
        ([], None),
        (["2025-10-31"], None),
        (["2025-11-01"], "moved once, +1 day"),
        (["2025-10-30"], "moved once, -1 day"),
        (["2025-11", "2026-01-31"], "moved twice, +92 days"),
        (["2025-11", "2026-01-31", "2025-10-31"], "moved 3 times, +0 days"),
        (["2035"], "moved once, +3,713 days"),
    ],
)
def test_a_moved_deadline_says_how_often_and_how_far(dues: list[str], words: str | None) -> None:
    updates = [update("2025-09-01", due=due) for due in dues]
    found = state("2025-09-01", {"due": "2025-10-31"}, updates)
    assert moved_words(found) == words
    assert when_words(found) == clock_words(found) + ("" if words is None else f"; {words}")


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (Summary(3, 0, 0, 0, {}, {}), "No claim here has a deadline."),
        (Summary(3, 1, 0, 0, {}, {}), "0 of 1 deadline has passed."),
        (Summary(3, 2, 0, 0, {}, {}), "0 of 2 deadlines have passed."),
        (
            Summary(3, 2, 1, 0, {}, {}),
            "1 of 2 deadlines has passed, none of them without an outcome.",
        ),
        (
            Summary(3, 2, 2, 1, {}, {}),
            "2 of 2 deadlines have passed, 1 of them without an outcome.",
        ),
        (
            Summary(5000, 4000, 3000, 2000, {}, {}),
            "3,000 of 4,000 deadlines have passed, 2,000 of them without an outcome.",
        ),
    ],
)
def test_the_sums_say_how_many_deadlines_have_passed(summary: Summary, words: str) -> None:
    assert passed_words(summary) == words


@pytest.mark.parametrize(
    ("timing", "happened", "words"),
    [
        (Timing("on-time", None), "2025-10-20", "on time"),
        (Timing("late", 1), "2025-10-20", "1 day late"),
        (Timing("late", 1110), "2025-10-20", "1,110 days late"),
        (Timing("late", 1), "2025-10", "at least 1 day late"),
        (Timing("unclear", None), "2025-10", "timing unclear"),
    ],
)
def test_timing_in_words(timing: Timing, happened: str, words: str) -> None:
    assert timing_words(timing, parse_period(happened)) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [("2025-10", "kept, on time"), ("2025-09", "kept, 20 days late"), (None, "kept")],
)
def test_the_status_says_whether_it_was_in_time(due: str | None, words: str) -> None:
    assert status_words(state("2025-12-01", {"due": due}, [KEPT])) == words


def test_the_status_says_how_the_first_deadline_was_met() -> None:
    moved = [update("2025-08-20", due="2025-10"), KEPT]
    words = "kept, on time; 20 days late by the first deadline"
    assert status_words(state("2025-12-01", {"due": "2025-09"}, moved)) == words
    again = [update("2025-08-20", due="2025-09-30"), KEPT]
    assert status_words(state("2025-12-01", {"due": "2025-09"}, again)) == "kept, 20 days late"


def test_the_status_says_the_progress_of_what_is_open() -> None:
    progress = update("2025-08-20", progress="stalled")
    assert status_words(state("2025-08-20", {"due": "2025-09"}, [progress])) == "upcoming, stalled"
    broken = [progress, update("2025-08-21", outcome="broken")]
    assert status_words(state("2025-08-21", {"due": "2025-09"}, broken)) == "broken"


def test_numbers_have_their_unit_and_their_sign() -> None:
    assert [count(number, "claim") for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
    assert [AS_WRITTEN.signed(number) for number in (92, -1600, 0, 0.5)] == [
        "+92",
        "-1,600",
        "+0",
        "+0.5",
    ]


def test_a_figure_that_is_not_exact_says_about() -> None:
    assert value_words(Quantity(value=2500, unit="men", approximate=True)) == "about 2,500 men"
    assert value_words(Quantity(value=0.5, unit="percent")) == "0.5 percent"


@pytest.mark.parametrize(
    ("written", "days", "distance"),
    [
        ("2026-03-01", "1 Mar 2026", "today"),
        ("2026-03-02", "2 Mar 2026", "in 1 day"),
        ("2026-02-27", "27 Feb 2026", "2 days ago"),
        ("2026-02", "1 Feb 2026 to 28 Feb 2026", "ended 1 day ago"),
        ("2026-03", "1 Mar 2026 to 31 Mar 2026", "begins today, ends in 30 days"),
        ("2026-Q1", "1 Jan 2026 to 31 Mar 2026", "began 59 days ago, ends in 30 days"),
        ("2026-04", "1 Apr 2026 to 30 Apr 2026", "begins in 31 days, ends in 60 days"),
        ("../2026-02-28", "28 Feb 2026", "1 day ago"),
    ],
)
def test_a_period_says_its_days_and_how_far_they_are(
    written: str, days: str, distance: str
) -> None:
    period = parse_period(written)
    assert days_words(period) == days
    assert distance_words(period, date(2026, 3, 1)) == distance
