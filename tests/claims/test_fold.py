"""What holds of the fold of any history."""

from datetime import date, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.fields import validated
from claim_tracker.claims.model import Update
from claim_tracker.claims.state import ClaimState, Timing, state_of, timing
from claim_tracker.claims.vocabulary import OUTCOMES_OF, STATUSES, CalendarStatus
from claim_tracker.dates import Period
from tests.builders import entry_of, update
from tests.claims.strategies import STATED, History, as_of_days, days_of, histories, periods

ONE_DAY = timedelta(days=1)
LISTED = ("updates", "sources")
"""What a state lists in the order of the file."""


def kept(on: date, happened: str | None = None) -> Update:
    """Return an update that tells of a kept promise."""
    fields = {"date": on.isoformat(), "outcome": "kept", "happened": happened, "source": "x"}
    return validated(Update, fields)


def known(state: ClaimState) -> dict[str, object]:
    """All that a state says, but for the claim as it stands in the file."""
    names = [name for name in dir(state) if not name.startswith("_") and not hasattr(tuple, name)]
    return {name: getattr(state, name) for name in names if name not in ("entry", "claim")}


@given(histories(), as_of_days)
def test_what_lies_after_the_day_has_no_effect(history: History, on: date) -> None:
    assert known(history.state(on)) == known(history.until(on).state(on))


@given(histories(), as_of_days, st.data())
def test_the_order_of_unrelated_updates_of_a_day_has_no_effect(
    history: History, on: date, data: st.DataObject
) -> None:
    judged = data.draw(st.sampled_from([{"outcome": "disputed"}, {"due": "2027-03"}]))
    unrelated = [{"progress": "stalled"}, {"quantity": "{value: 7, unit: men}"}, {}, judged]
    states = []
    for order in (unrelated, data.draw(st.permutations(unrelated))):
        then = history
        for fields in order:
            then = then.then(history.last, **fields)
        found = known(then.state(on))
        states.append({name: value for name, value in found.items() if name not in LISTED})
    assert states[0] == states[1]


@given(histories(), as_of_days)
def test_the_clock_or_an_outcome_gives_each_claim_one_status(history: History, on: date) -> None:
    state = history.state(on)
    assert STATUSES.count(state.status) == 1
    if state.outcome is None:
        assert state.status in get_args(CalendarStatus)
    else:
        assert state.status == state.outcome
        assert state.outcome in OUTCOMES_OF[history.kind]


@given(histories(), as_of_days)
def test_whether_a_deadline_passed_is_independent_of_outcomes(history: History, on: date) -> None:
    state, reduced = history.state(on), history.without("outcome").without("happened").state(on)
    assert (state.deadline_passed, state.days_left) == (reduced.deadline_passed, reduced.days_left)
    assert state.deadline_passed == (state.due is not None and on > state.due.latest)


@given(histories(), as_of_days)
def test_only_what_has_an_outcome_of_its_own_kind_is_timed(history: History, on: date) -> None:
    state = history.state(on)
    if state.status not in ("kept", "came-true"):
        assert (state.timing, state.first_timing) == (None, None)
    assert (state.settled is None) == (state.outcome is None)


@given(periods, periods)
def test_timing_follows_from_how_many_days_are_in_time(happened: Period, due: Period) -> None:
    found = timing(kept(happened.latest, happened.text), due)
    assert found is not None
    late = [day > due.latest for day in days_of(happened)]
    assert found.timeliness == ("late" if all(late) else "unclear" if any(late) else "on-time")
    assert (found.days_late is not None) == (found.timeliness == "late")
    if found.days_late is not None:
        assert due.latest + found.days_late * ONE_DAY == happened.earliest


@given(st.dates(STATED), periods)
def test_an_outcome_without_happened_is_never_late(known_on: date, due: Period) -> None:
    found = timing(kept(known_on), due)
    assert found == Timing("on-time" if known_on <= due.latest else "unclear", None)


@given(histories())
def test_open_takes_any_outcome_back(history: History) -> None:
    on = history.last
    state = history.then(on, outcome="open").state(on)
    assert (state.outcome, state.happened, state.timing) == (None, None, None)
    assert state.status == history.without("outcome").without("happened").state(on).status


@given(histories(), as_of_days)
def test_the_days_count_down_by_one_a_day(history: History, on: date) -> None:
    from_day = max(on, history.last)
    today, tomorrow = history.state(from_day), history.state(from_day + ONE_DAY)
    assert (today.days_left is None) == (today.due is None)
    if today.days_left is not None:
        assert tomorrow.days_left == today.days_left - 1


@given(histories())
def test_nothing_is_known_of_a_claim_before_it_was_stated(history: History) -> None:
    assert history.state(STATED).day == STATED


@given(histories(), as_of_days)
def test_a_deadline_that_was_never_moved_has_not_slipped(history: History, on: date) -> None:
    state = history.state(on)
    assert (state.due is None) == (state.first_due is None) == (state.slip_days is None)
    assert state.times_moved <= sum(
        "due" in fields for when, fields in history.updates if when <= on
    )
    if not state.times_moved:
        assert state.slip_days in (0, None)


@given(periods, as_of_days)
def test_an_update_of_a_period_counts_from_its_last_day(known: Period, on: date) -> None:
    update_in = update(known.text, outcome="disputed", progress="stalled", due="2030")
    state = state_of(entry_of({"stated": "2023", "kind": "prediction"}, [update_in]), on)
    assert state is not None
    is_known = known.latest <= on
    assert (state.outcome, state.progress) == (("disputed", "stalled") if is_known else (None,) * 2)
    assert len(state.updates) == is_known
    assert (state.due is not None) == is_known
    assert state.last_looked == (known if is_known else state.entry.stated)


@given(periods, periods, as_of_days)
def test_a_day_to_look_again_holds_until_somebody_looks(
    review: Period, looked: Period, on: date
) -> None:
    fields = {"stated": "2023", "review": review.text}
    state = state_of(entry_of(fields, [update(looked.text, note="N.")]), on)
    assert state is not None
    is_cleared = review.earliest <= looked.latest <= on
    assert state.review == (None if is_cleared else review)


@given(periods, periods, as_of_days)
def test_a_default_counts_as_what_the_claim_says(due: Period, review: Period, on: date) -> None:
    messages = {"due": due.text, "review": review.text, "stated": "2023"}
    defaults = ", ".join(f"{name}: {value}" for name, value in messages.items())
    own = state_of(entry_of(messages), on)
    default = state_of(entry_of(head=f"defaults: {{{defaults}}}\n"), on)
    assert own is not None
    assert default is not None
    assert known(own) == known(default)
