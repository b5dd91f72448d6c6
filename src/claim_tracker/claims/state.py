"""The state of a claim as of a day: the fold of its updates up to that day.

The clock is computed, the outcome is recorded: that a deadline has passed follows from the
calendar; what became of the claim is only what an update says.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from claim_tracker.claims.figure import plain_number
from claim_tracker.claims.model import Claim, Quantity, Update
from claim_tracker.claims.tracker import Citation, Entry
from claim_tracker.claims.vocabulary import TIMED, Outcome, Progress, Status, Timeliness
from claim_tracker.dates import Period

StatusOrLate = Status | Literal["late"]


class Timing(NamedTuple):
    """Whether something happened by its deadline; `days_late` is None unless it is late."""

    timeliness: Timeliness
    days_late: int | None


class Term(NamedTuple):
    """A deadline, and the day on which it was set."""

    set_on: date
    due: Period


class ClaimState(NamedTuple):
    """What was known of a claim on `day`: the fold of its `updates` up to then.

    `dues` are its deadlines in the order in which they were set, and `due` is the last of them,
    which is in force, or None if there is none. `verdict` is the update that recorded the outcome
    in force, or None if there is no outcome or `open` took it back. `timing` compares when that
    outcome came about with the deadline that was in force when it was recorded, `first_timing`
    with the first deadline. `review` is the day to look again, until somebody has looked on or
    after it. `related` are the ids of the related claims: all of them, until a report leaves out
    those that had not been stated by then.
    """

    entry: Entry
    day: date
    status: Status
    dues: tuple[Term, ...]
    due: Period | None
    verdict: Update | None
    timing: Timing | None
    first_timing: Timing | None
    progress: Progress | None
    quantity: Quantity | None
    review: Period | None
    updates: tuple[Update, ...]
    related: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """Return the claim as it stands in the file."""
        return self.entry.claim

    @property
    def status_or_late(self) -> StatusOrLate:
        """Return the status, or `late` for what was kept or came true after its deadline."""
        is_late = self.timing is not None and self.timing.timeliness == "late"
        return "late" if is_late else self.status

    @property
    def outcome(self) -> Outcome | None:
        """Return the outcome in force, or None if there is none or `open` took it back."""
        return self.verdict.outcome if self.verdict is not None else None

    @property
    def happened(self) -> Period | None:
        """Return when the outcome in force came about; None where its update does not say it."""
        return self.verdict.happened if self.verdict is not None else None

    @property
    def settled(self) -> Period | None:
        """Return when the outcome in force came about, else the day on which it became known."""
        if self.verdict is None:
            return None
        return self.verdict.happened or self.verdict.date

    @property
    def last_looked(self) -> Period:
        """Return when somebody last looked: the date of the latest update, else of the claim."""
        return self.updates[-1].date if self.updates else self.entry.stated

    @property
    def first_due(self) -> Period | None:
        """Return the first deadline that was set."""
        return self.dues[0].due if self.dues else None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return the deadlines in turn, each with other days than the one before it."""
        if len(self.dues) < 2:
            return self.dues
        return tuple(
            term
            for index, term in enumerate(self.dues)
            if not index or not term.due.same_days(self.dues[index - 1].due)
        )

    @property
    def times_moved(self) -> int:
        """Return how often the deadline was moved to other days."""
        return max(len(self.terms) - 1, 0)

    @property
    def days_left(self) -> int | None:
        """Return the days to the end of the deadline, negative after it, or None without one."""
        due = self.due
        return (due.latest - self.day).days if due is not None else None

    @property
    def deadline_passed(self) -> bool:
        """Whether the deadline's last day is over, whatever the outcome."""
        due = self.due
        return due is not None and due.latest < self.day

    @property
    def slip_days(self) -> int | None:
        """Return by how many days the last day of the deadline moved; None without a deadline."""
        if self.due is None or self.first_due is None:
            return None
        return (self.due.latest - self.first_due.latest).days

    @property
    def as_of(self) -> Period | None:
        """Return the day for which a fact is claimed; None for a claim that is not a fact."""
        return self.entry.as_of

    @property
    def age_days(self) -> int | None:
        """Return the days since the last day for which a fact is claimed."""
        return (self.day - self.as_of.latest).days if self.as_of is not None else None

    @property
    def quantity_change(self) -> int | float | None:
        """Return the latest figure minus the first one; None where the units differ."""
        first, now = self.claim.quantity, self.quantity
        if first is None or now is None or first.unit != now.unit:
            return None
        return plain_number(round(now.value - first.value, 6))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return what the claim cites, and then what each of its updates does."""
        return self.entry.citations_with(self.updates)

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Return the sources of the claim and of its updates, in that order, each place once."""
        found: dict[tuple[str, str | None], Citation] = {}
        for citation in self.citations:
            found.setdefault((citation.source.identity, citation.at), citation)
        return tuple(found.values())


@dataclass(slots=True)
class _Fold:
    """What the updates so far add up to; `dues` are all deadlines, the one in force last."""

    dues: list[Term]
    quantity: Quantity | None
    review: Period | None
    verdict: Update | None = None
    verdict_due: Period | None = None
    progress: Progress | None = None

    @property
    def due(self) -> Period | None:
        """Return the deadline in force."""
        return self.dues[-1].due if self.dues else None

    def add(self, update: Update, due: Period | None) -> None:
        """Take in the next update; `due` is the deadline that it sets."""
        if due is not None:
            self.dues.append(Term(update.date.latest, due))
        if update.outcome is not None:
            self.verdict = update if update.outcome != "open" else None
            self.verdict_due = self.due
        if update.progress is not None:
            self.progress = update.progress
        if update.quantity is not None:
            self.quantity = update.quantity
        if self.review is not None and self.review.earliest <= update.date.latest:
            self.review = None
        if update.review is not None:
            self.review = update.review


def state_of(entry: Entry, day: date) -> ClaimState | None:
    """Return the state of a claim as of a day; None when it had not been stated by then."""
    if entry.stated.earliest > day:
        return None
    claim, first = entry.claim, entry.due
    updates = tuple([update for update in claim.updates if update.date.latest <= day])
    set_at_first = [Term(entry.stated.earliest, first)] if first is not None else []
    fold = _Fold(set_at_first, claim.quantity, claim.review)
    for update in updates:
        fold.add(update, entry.moved_due(update) if update.due is not None else None)
    verdict, due = fold.verdict, fold.due
    outcome = verdict.outcome if verdict is not None else None
    timed = verdict if outcome in TIMED else None
    # By their order, since a named tuple takes four times as long to be made by names.
    return ClaimState(
        entry,
        day,
        outcome if outcome not in (None, "open") else _clock(claim, due, day),
        tuple(fold.dues),
        due,
        verdict,
        timing(timed, fold.verdict_due),
        timing(timed, fold.dues[0].due if fold.dues else None),
        fold.progress,
        fold.quantity,
        fold.review,
        updates,
        claim.related,
    )


def timing(verdict: Update | None, due: Period | None) -> Timing | None:
    """Return how the time of an outcome compares with a deadline; None where one is missing.

    It is on time when `happened` ends by the deadline's last day, late when it begins after that
    day, and else unclear. Without `happened` it happened by the date of its update, at an unknown
    time, and so is on time or unclear.
    """
    if verdict is None or due is None:
        return None
    happened = verdict.happened
    if happened is not None and happened.earliest > due.latest:
        return Timing("late", (happened.earliest - due.latest).days)
    if (happened or verdict.date).latest <= due.latest:
        return Timing("on-time", None)
    return Timing("unclear", None)


def _clock(claim: Claim, due: Period | None, day: date) -> Status:
    if claim.kind == "fact":
        return "stated"
    if due is None:
        return "undated"
    if due.latest < day:
        return "overdue"
    return "due" if due.earliest <= day else "upcoming"
