"""What has happened to claims since an earlier day, by what was known on the two days."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from claim_tracker.claims.state import ClaimState, state_of


class Happenings(NamedTuple):
    """The claims that something has happened to since a day, in their order.

    `found` have another outcome, progress or figure, `moved` another deadline; the deadline of
    `passed` was not over by then; `added` had not been stated.
    """

    since: date
    found: tuple[ClaimState, ...]
    moved: tuple[ClaimState, ...]
    passed: tuple[ClaimState, ...]
    added: tuple[ClaimState, ...]

    def ids(self) -> frozenset[str]:
        """Return the ids of the claims to which anything has happened."""
        groups = (self.found, self.moved, self.passed, self.added)
        return frozenset(state.claim.id for states in groups for state in states)


def happenings(states: Iterable[ClaimState], since: date) -> Happenings:
    """Return what has happened to claims after a day."""
    pairs = [(now, state_of(now.entry, min(since, now.day))) for now in states]
    both = [(now, then) for now, then in pairs if then is not None]
    return Happenings(
        since,
        found=tuple(now for now, then in both if _learned(now) != _learned(then)),
        moved=tuple(now for now, then in both if now.times_moved != then.times_moved),
        passed=tuple(now for now, then in both if now.deadline_passed and not then.deadline_passed),
        added=tuple(now for now, then in pairs if then is None),
    )


def _learned(state: ClaimState) -> tuple[object, ...]:
    return state.verdict, state.progress, state.quantity
