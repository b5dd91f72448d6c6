"""The claims of a tracker as of a day, with the sums that say how things stand."""

from collections import Counter
from collections.abc import Container, Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.claims.tracker import Moment, TrackedFile, Tracker
from claim_tracker.claims.vocabulary import PROGRESS, STATUSES


class Summary(NamedTuple):
    """Counts over the claims of a report. `by_status` has only statuses that occur.

    `by_progress` counts the claims without an outcome by how their matter stands.
    """

    claims: int
    with_deadline: int
    deadlines_passed: int
    passed_without_outcome: int
    by_status: dict[str, int]
    by_progress: dict[str, int]


class Report(NamedTuple):
    """The claims that existed as of a day, in file order unless sorted since.

    `tracked` are the files that were asked; some may have none of the claims.
    """

    as_of: date
    tracked: tuple[TrackedFile, ...]
    claims: tuple[ClaimState, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Return the names of the files."""
        return tuple(file.name for file in self.tracked)

    @property
    def summary(self) -> Summary:
        """Return the sums over the claims of this report."""
        counts = Counter(state.status for state in self.claims)
        progress = Counter(state.progress for state in self.claims if state.outcome is None)
        passed = [state for state in self.claims if state.deadline_passed]
        return Summary(
            claims=len(self.claims),
            with_deadline=sum(state.due is not None for state in self.claims),
            deadlines_passed=len(passed),
            passed_without_outcome=sum(state.outcome is None for state in passed),
            by_status={status: counts[status] for status in STATUSES if counts[status]},
            by_progress={word: progress[word] for word in PROGRESS if progress[word]},
        )

    def of(self, claims: Iterable[ClaimState]) -> "Report":
        """Return this report with other claims: chosen ones, or in another order."""
        return self._replace(claims=tuple(claims))


def report(tracker: Tracker, as_of: Moment | None = None) -> Report:
    """Return the state of each claim as of a day; later updates are left out.

    `as_of` is a day, or a moment (an aware datetime) that is turned into a day in the time
    zone of each file; it is the clock's unless given. Where the files' days differ,
    `Report.as_of` is the latest.
    """
    if as_of is None:
        as_of = datetime.now(UTC)
    days = {file.name: file.day(as_of) for file in tracker.files}
    found = [state_of(entry, days[entry.file.name]) for entry in tracker]
    states = [state for state in found if state is not None]
    stated = {state.claim.id for state in states}
    return Report(
        max(days.values(), default=as_of.date() if isinstance(as_of, datetime) else as_of),
        tracker.files,
        tuple(_among(state, stated) for state in states),
    )


def _among(state: ClaimState, stated: Container[str]) -> ClaimState:
    if not state.related or all(claim_id in stated for claim_id in state.related):
        return state
    return state._replace(related=tuple(other for other in state.related if other in stated))
