"""The status of a claim as of a day, and what else is known of it then."""

from datetime import date, timedelta

import pytest

from claim_tracker.claims.state import Timing, state_of
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF
from tests.builders import day, entry_of, state, update

KEPT = update("2026-01-20", outcome="kept", happened="2026-01-20")
EVERY_OUTCOME = [
    (kind, outcome) for kind in KINDS for outcome in OUTCOMES_OF[kind] if outcome != "open"
]


@pytest.mark.parametrize("kind", ["commitment", "prediction"])
@pytest.mark.parametrize(
    ("due", "on", "status", "days_left"),
    [
        ("2026-09", "2026-08-31", "upcoming", 30),
        ("2026-09", "2026-09-01", "due", 29),
        ("2026-09", "2026-09-30", "due", 0),
        ("2026-09", "2026-10-01", "overdue", -1),
        ("2026-09-30", "2026-09-29", "upcoming", 1),
        ("2026-09-30", "2026-09-30", "due", 0),
        ("2026-09-30", "2026-10-01", "overdue", -1),
        ("winter 2026", "2026-11-30", "upcoming", 90),
        ("winter 2026", "2027-02-28", "due", 0),
        ("../2026-09", "2026-08-31", "upcoming", 30),
        ("2026-09~", "2026-10-01", "overdue", -1),
        ("within 90 days", "2025-11-15", "upcoming", 1),
        ("within 90 days", "2025-11-16", "due", 0),
        ("within 90 days", "2025-11-17", "overdue", -1),
        (None, "2026-10-01", "undated", None),
    ],
)
def test_without_an_outcome_the_clock_says_the_status(
    kind: str, due: str | None, on: str, status: str, days_left: int | None
) -> None:
    found = state(on, {"kind": kind, "due": due})
    assert (found.status, found.days_left) == (status, days_left)
    assert found.deadline_passed == (status == "overdue")
    assert (found.outcome, found.happened, found.timing) == (None, None, None)


@pytest.mark.parametrize("on", ["2026-08-31", "2026-09-30", "2026-10-01"])
def test_a_fact_without_an_outcome_is_stated_despite_a_deadline(on: str) -> None:
    found = state(on, {"kind": "fact", "due": "2026-09"})
    assert found.status == "stated"
    assert found.deadline_passed == (on == "2026-10-01")


def test_a_claim_exists_from_the_earliest_day_of_stated() -> None:
    entry = entry_of({"stated": "2025-09", "due": "2026"})
    assert state_of(entry, day("2025-08-31")) is None
    first = state_of(entry, day("2025-09-01"))
    assert first is not None
    assert first.status == "upcoming"


@pytest.mark.parametrize(("kind", "outcome"), EVERY_OUTCOME)
def test_an_outcome_in_force_is_the_status(kind: str, outcome: str) -> None:
    fields, updates = {"kind": kind, "due": "2026-03"}, [update("2026-01-20", outcome=outcome)]
    for on in ("2026-01-20", "2026-03-15", "2030-01-01"):
        found = state(on, fields, updates)
        assert (found.status, found.outcome) == (outcome, outcome)
        assert (found.timing is not None) == (outcome in ("kept", "came-true"))
    assert state("2026-01-19", fields, updates).outcome is None


def test_an_update_after_the_day_has_no_effect() -> None:
    updates = [
        update("2026-02-01", due="2026-12", progress="stalled"),
        update("2026-03-01", outcome="broken", quantity="{value: 5, unit: men}"),
    ]
    found = state("2026-01-31", {"due": "2026-06"}, updates)
    assert (found.status, found.times_moved) == ("upcoming", 0)
    assert (found.progress, found.quantity, found.updates) == (None, None, ())


def test_an_update_counts_on_its_own_day() -> None:
    assert state("2026-01-20", {"due": "2026-03"}, [KEPT]).status == "kept"


def test_a_later_outcome_replaces_an_earlier_one() -> None:
    updates = [KEPT, update("2026-02-01", outcome="broken"), update("2026-02-01", outcome="kept")]
    assert state("2026-01-31", updates=updates).status == "kept"
    assert state("2026-02-01", updates=updates).status == "kept"
    assert state("2026-02-01", updates=updates[:2]).status == "broken"


def test_open_takes_an_outcome_back_and_the_clock_counts_again() -> None:
    updates = [KEPT, update("2026-02-01", outcome="open")]
    found = state("2026-02-01", {"due": "2026-01"}, updates)
    assert found.status == "overdue"
    assert (found.outcome, found.happened, found.timing) == (None, None, None)
    again = [*updates, update("2026-02-02", outcome="broken")]
    assert state("2026-02-02", {"due": "2026-01"}, again).status == "broken"


def test_an_update_without_an_outcome_keeps_the_one_in_force() -> None:
    updates = [KEPT, update("2026-02-01", progress="stalled")]
    found = state("2026-02-01", {"due": "2026-03"}, updates)
    assert (found.status, found.progress) == ("kept", "stalled")


ON_TIME, UNCLEAR = Timing("on-time", None), Timing("unclear", None)


def late(days: int) -> Timing:
    return Timing("late", days)


@pytest.mark.parametrize(("kind", "outcome"), [("commitment", "kept"), ("prediction", "came-true")])
@pytest.mark.parametrize(
    ("due", "happened", "timing"),
    [
        ("2025-12", "2025-11-30", ON_TIME),
        ("2025-12", "2025-12-31", ON_TIME),
        ("2025-12", "2026-01-01", late(1)),
        ("2025-12", None, UNCLEAR),
        ("2026-01", None, ON_TIME),
        ("2025-12", "2025-12", ON_TIME),
        ("2025-12", "2026-01", late(1)),
        ("2025-12-15", "2025-12", UNCLEAR),
        ("2025-12-31", "2025-12/2026-01", UNCLEAR),
        ("2025-12-31", "2026-01/2026-02", late(1)),
        ("2026-01-20", "2026", UNCLEAR),
        ("within 10 days", "2025-08-28", ON_TIME),
        ("within 10 days", "2025-08-29", late(1)),
        (None, "2025-12", None),
    ],
)
def test_happened_is_compared_with_the_deadlines_last_day(
    kind: str, outcome: str, due: str | None, happened: str | None, timing: Timing | None
) -> None:
    fields = {"outcome": outcome} | ({"happened": happened} if happened is not None else {})
    found = state("2026-02-01", {"kind": kind, "due": due}, [update("2026-01-20", **fields)])
    assert (found.timing, found.first_timing) == (timing, timing)


def test_without_happened_the_day_of_the_update_counts() -> None:
    found = state("2026-02-01", updates=[update("2026-01-20", outcome="kept")])
    assert found.happened is None
    assert found.settled is not None
    assert found.settled.text == "2026-01-20"


def test_timing_is_by_a_deadline_moved_before_the_outcome() -> None:
    updates = [update("2025-12-01", due="2026-01"), KEPT]
    found = state("2026-02-01", {"due": "2025-12"}, updates)
    assert (found.timing, found.first_timing) == (ON_TIME, late(20))


def test_a_deadline_moved_after_the_outcome_keeps_its_timing() -> None:
    updates = [KEPT, update("2026-02-01", due="2026-06")]
    found = state("2026-02-01", {"due": "2025-12"}, updates)
    assert (found.timing, found.first_timing, found.times_moved) == (late(20), late(20), 1)


def test_one_update_may_move_the_deadline_and_record_the_outcome() -> None:
    found = state(
        "2026-02-01",
        {"due": "2025-12"},
        [update("2026-01-20", outcome="kept", happened="2026-01-20", due="2026-02")],
    )
    assert (found.timing, found.first_timing) == (ON_TIME, late(20))
    assert (found.times_moved, found.slip_days) == (1, 59)


def test_a_moved_deadline_counts_from_its_update() -> None:
    updates = [update("2025-12-10", due="2026-03")]
    before, after = (state(on, {"due": "2025-12"}, updates) for on in ("2025-12-09", "2025-12-10"))
    assert (before.status, before.times_moved, before.slip_days) == ("due", 0, 0)
    assert (after.status, after.times_moved, after.slip_days) == ("upcoming", 1, 90)
    assert after.first_due is not None
    assert after.first_due.text == "2025-12"


def test_each_deadline_is_known_from_the_day_on_which_it_was_set() -> None:
    dues = ["2026-03", "2026-03-01/2026-03-31", "2026-06"]
    updates = [update(f"2025-12-1{number}", due=due) for number, due in enumerate(dues)]
    found = state("2026-01-20", {"due": "2025-12"}, updates)
    assert [(str(term.set_on), term.due.text) for term in found.terms] == [
        ("2025-08-18", "2025-12"),
        ("2025-12-10", "2026-03"),
        ("2025-12-12", "2026-06"),
    ]


def test_a_first_deadline_set_by_an_update_is_no_move() -> None:
    found = state("2026-01-20", updates=[update("2026-01-20", due="2026-06")])
    assert (found.status, found.times_moved, found.slip_days) == ("upcoming", 0, 0)
    moved = [update("2026-01-20", due="2026-06"), update("2026-02-20", due="2026-07")]
    again = state("2026-02-20", updates=moved)
    assert (again.times_moved, again.slip_days) == (1, 31)


def test_a_deadline_set_again_to_the_same_days_is_not_moved() -> None:
    updates = [update("2026-01-20", due="2026-06-01/2026-06-30")]
    assert state("2026-01-20", {"due": "2026-06"}, updates).times_moved == 0


def test_moves_are_counted_and_the_slip_is_from_the_first() -> None:
    dues = ["2025-11-30", "2026-01-31", "2025-12-31"]
    updates = [update(f"2025-09-0{number}", due=due) for number, due in enumerate(dues, 1)]
    found = state("2025-10-01", {"due": "2025-10"}, updates)
    assert (found.times_moved, found.slip_days) == (3, 61)


def test_a_deadline_can_be_moved_forward() -> None:
    updates = [update("2025-09-01", due="2025-10")]
    assert state("2025-09-01", {"due": "2025-12"}, updates).slip_days == -61


def test_a_span_counts_from_when_the_claim_was_stated() -> None:
    found = state("2025-09-01", {"due": "within 30 days", "stated": "2025-08-20"})
    assert found.due is not None
    assert found.due.latest == date(2025, 9, 19)


def test_a_span_in_an_update_counts_from_the_update() -> None:
    found = state("2026-01-20", {"due": "2025-12"}, [update("2026-01-20", due="within two weeks")])
    assert found.due is not None
    assert found.due.latest == date(2026, 2, 3)


def test_an_update_of_a_period_counts_from_its_last_day() -> None:
    updates = [update("2026-01", due="within two weeks")]
    before = state("2026-01-30", {"due": "2025-12"}, updates)
    then = state("2026-01-31", {"due": "2025-12"}, updates)
    assert (before.updates, before.times_moved) == ((), 0)
    assert then.due is not None
    assert (then.due.latest, then.terms[-1].set_on) == (date(2026, 2, 14), date(2026, 1, 31))


@pytest.mark.parametrize(
    ("fields", "as_of", "age"),
    [
        ({"kind": "fact"}, "2025-08-18", 14),
        ({"kind": "fact", "as_of": "2025-08-01"}, "2025-08-01", 31),
        ({"kind": "fact", "as_of": "2025-08"}, "2025-08", 1),
        ({"kind": "fact", "as_of": "2025-09"}, "2025-09", -29),
        ({"kind": "prediction"}, None, None),
    ],
)
def test_the_age_of_a_fact_counts_from_the_last_day_of_as_of(
    fields: dict[str, str], as_of: str | None, age: int | None
) -> None:
    found = state("2025-09-01", fields)
    assert found.age_days == age
    assert (found.as_of and found.as_of.text) == as_of


def figure(value: str, unit: str = "men") -> str:
    return f"{{value: {value}, unit: {unit}}}"


@pytest.mark.parametrize(
    ("first", "now", "change"),
    [
        (figure("2500"), figure("900"), -1600),
        (figure("0.1"), figure("0.3"), 0.2),
        (figure("1.5"), figure("3.5"), 2),
        (figure("5"), figure("5"), 0),
        (figure("5"), figure("5", "women"), None),
        (figure("5"), None, 0),
        (None, figure("5"), None),
        (None, None, None),
    ],
)
def test_the_figure_is_the_latest_and_changes_from_the_first(
    first: str | None, now: str | None, change: float | None
) -> None:
    updates = [update("2026-01-20", quantity=now)] if now is not None else []
    found = state("2026-01-20", {"kind": "fact", "quantity": first}, updates)
    assert found.quantity_change == change
    assert type(found.quantity_change) is type(change)
    assert (found.quantity is None) == (first is None and now is None)


def test_progress_is_that_of_the_last_update_with_one() -> None:
    updates = [update("2026-01-01", progress="stalled"), update("2026-01-02", note="No news.")]
    assert state("2026-01-02", updates=updates).progress == "stalled"
    on_track = [*updates, update("2026-01-03", progress="on-track")]
    assert state("2026-01-03", updates=on_track).progress == "on-track"


def test_a_source_is_counted_once_and_only_when_it_was_known() -> None:
    head = "sources:\n  news: {url: https://example.org/news}\n"
    updates = [KEPT, "date: 2026-01-21, outcome: kept, source: news", "date: 2026-01-22, note: So."]
    states = [state(on, updates=updates, head=head) for on in ("2026-01-19", "2026-01-22")]
    urls = [[citation.source.url for citation in found.sources] for found in states]
    assert urls == [
        ["https://example.org/report"],
        ["https://example.org/report", "https://example.org/news"],
    ]


def test_a_deadline_passes_at_the_end_of_its_last_day() -> None:
    passed = [
        state(
            str(day("2026-01-31") + timedelta(days=n)), {"due": "2026-01"}, [KEPT]
        ).deadline_passed
        for n in (-1, 0, 1)
    ]
    assert passed == [False, False, True]
