"""What somebody has to look at: deadlines, days to look again, and what is left alone."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple, get_args

from claim_tracker.claims.state import ClaimState
from claim_tracker.dates import Within

Reason = Literal["overdue", "review", "ends-soon", "not-looked-at"]
REASONS: tuple[Reason, ...] = get_args(Reason)
"""Why a claim has to be looked at, the most pressing first."""
SOON, STALE = Within("14 days", 14, 0), Within("90 days", 90, 0)
"""What is soon, and how long nobody has looked, unless said otherwise."""


class AgendaItem(NamedTuple):
    """A claim that has to be looked at, under the first reason that fits, since or until `day`.

    `day` is the last day of its deadline, the first of its day to look again, or the last on
    which somebody looked.
    """

    reason: Reason
    day: date
    state: ClaimState

    @property
    def days(self) -> int:
        """Return the days from `day` to that of the state; negative where it is to come."""
        return (self.state.day - self.day).days


def agenda_of(states: Iterable[ClaimState], within: Within, stale: Within) -> list[AgendaItem]:
    """Return what has to be looked at, by reason, and under each the most pressing first.

    A deadline ends soon that ends by so much `within` the day, both days included. Nobody has
    looked where the latest update, or else the claim, is at least so `stale`.
    """
    items = [item for state in states for item in _first(state, within, stale)]
    return sorted(items, key=lambda item: (REASONS.index(item.reason), item.day))


def _first(state: ClaimState, within: Within, stale: Within) -> Iterator[AgendaItem]:
    """Yield a claim under the first reason that fits; nothing where none does."""
    last = state.due.latest if state.due is not None else None
    is_open = state.outcome is None
    looked = state.last_looked.latest
    if is_open and last is not None and last < state.day:
        yield AgendaItem("overdue", last, state)
    elif state.review is not None and state.review.earliest <= state.day:
        yield AgendaItem("review", state.review.earliest, state)
    elif is_open and last is not None and last <= within.end_from(state.day):
        yield AgendaItem("ends-soon", last, state)
    elif is_open and stale.end_from(looked) <= state.day:
        yield AgendaItem("not-looked-at", looked, state)
