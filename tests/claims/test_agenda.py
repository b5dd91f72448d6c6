"""What somebody has to look at."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.agenda import REASONS, AgendaItem, agenda_of
from claim_tracker.claims.report import Report
from claim_tracker.dates import Within
from tests.builders import report_of, update
from tests.claims.strategies import History, as_of_days, histories
from tests.samples import claim

WITHIN, STALE = Within("within 14 days", 14, 0), Within("within 90 days", 90, 0)
SPANS = st.integers(0, 400).map(lambda days: Within("", days, 0))


def items(found: Report) -> list[AgendaItem]:
    return agenda_of(found.claims, WITHIN, STALE)


def reasons(as_of: str, *updates: str, **fields: str) -> list[str]:
    """Why a claim, stated on 2025-08-18, has to be looked at."""
    return [item.reason for item in items(report_of(as_of, claim(fields, updates)))]


def test_a_deadline_that_passed_without_an_outcome() -> None:
    assert reasons("2025-09-30", due="2025-09-30") == ["ends-soon"]
    assert reasons("2025-10-01", due="2025-09-30") == ["overdue"]
    kept = update("2025-09-20", outcome="kept")
    assert reasons("2025-10-01", kept, due="2025-09-30") == []
    taken_back = update("2025-09-21", outcome="open")
    assert reasons("2025-10-01", kept, taken_back, due="2025-09-30") == ["overdue"]


def test_a_day_to_look_again_that_has_come() -> None:
    assert reasons("2025-08-31", review="2025-09") == []
    assert reasons("2025-09-01", review="2025-09") == ["review"]


def test_a_day_to_look_again_counts_with_an_outcome_too() -> None:
    kept = update("2025-09-20", outcome="kept", review="2025-10-01")
    assert reasons("2025-10-01", kept) == ["review"]


def test_who_looks_on_the_day_or_later_has_looked() -> None:
    assert reasons("2025-10-05", "date: 2025-08-31", review="2025-09") == ["review"]
    assert reasons("2025-10-05", "date: 2025-09-01", review="2025-09") == []


def test_an_update_sets_another_day_to_look_again() -> None:
    later = "date: 2025-09-01, review: 2025-11-01"
    assert reasons("2025-10-31", later, review="2025-09") == []
    assert reasons("2025-11-01", later, review="2025-09") == ["review"]


def test_a_deadline_that_ends_within_the_span() -> None:
    assert reasons("2025-09-15", due="2025-09-30") == []
    assert reasons("2025-09-16", due="2025-09-30") == ["ends-soon"]


def test_what_nobody_has_looked_at_for_the_span() -> None:
    assert reasons("2025-11-15") == []
    assert reasons("2025-11-16") == ["not-looked-at"]
    assert reasons("2025-11-16", "date: 2025-08-19") == []


def test_what_has_an_outcome_is_left_alone() -> None:
    assert reasons("2026-11-16", update("2025-08-20", outcome="disputed")) == []
    confirmed = update("2025-08-20", outcome="confirmed")
    assert reasons("2026-11-16", confirmed, kind="fact") == []


def test_the_most_pressing_comes_first() -> None:
    def one(name: str, **fields: str) -> str:
        return claim({"id": name, "claim": name, **fields})

    found = report_of(
        "2026-06-01",
        one("stale"),
        one("soon", due="2026-06-10"),
        one("sooner", due="2026-06-09"),
        one("again", review="2026-06-01"),
        one("late", due="2026-05-01"),
        one("later", due="2026-04-01"),
    )
    ids = [item.state.claim.id for item in items(found)]
    assert ids == ["later", "late", "again", "sooner", "soon", "stale"]
    assert [item.days for item in items(found)][:2] == [61, 31]


@given(histories(), as_of_days, SPANS, SPANS)
def test_a_claim_is_there_once_under_a_reason_that_holds(
    history: History, on: date, within: Within, stale: Within
) -> None:
    state = history.state(on)
    listed = agenda_of([state], within, stale)
    assert len(listed) <= 1
    for item in listed:
        assert item.reason in REASONS
        assert item.reason == "review" or state.outcome is None
        assert (item.days >= 0) or item.reason == "ends-soon"


@given(histories(), as_of_days)
def test_later_updates_change_nothing_of_an_earlier_day(history: History, on: date) -> None:
    now, then = history.state(on), history.until(on).state(on)
    assert (now.review, now.last_looked) == (then.review, then.last_looked)
    assert agenda_of([now], WITHIN, STALE) == [
        item._replace(state=now) for item in agenda_of([then], WITHIN, STALE)
    ]
