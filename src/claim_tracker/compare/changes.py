"""What can change for claims: the values that a comparison consists of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from claim_tracker.claims.model import Source
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.values import FieldValue
from claim_tracker.dates import Period

Fate = Literal["added", "removed", "renamed", "changed"]
How = Literal["changed", "removed", "inserted"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is other than it was.

    `field` is named as in the file. Where a new update says it, `on` is that update's date and
    `source` its source, and `before` is what had been in force; a `source` that is new to the
    claim is a change itself. `rewritten` tells that the change comes not from something
    appended: the first deadline was edited, or an earlier update.
    """

    field: str
    before: FieldValue
    after: FieldValue
    on: Period | None = None
    source: Source | None = None
    rewritten: bool = False

    @property
    def days(self) -> int | None:
        """By how many days a deadline was moved, from last day to last day; else None."""
        if self.field != "due":
            return None
        before, after = self.before, self.after
        if not isinstance(before, Period) or not isinstance(after, Period):
            return None
        return (after.latest - before.latest).days

    @property
    def moves(self) -> bool:
        """Whether a deadline was moved to other days."""
        before, after = self.before, self.after
        if self.field != "due" or not isinstance(before, Period) or not isinstance(after, Period):
            return False
        return not before.same_days(after)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """An update, dated `on`, that was changed or removed, or put in before later ones.

    `fields` are those that differ: all that it said when it was removed, all that it says
    when it was put in.
    """

    how: How
    on: Period
    fields: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of one claim. `entry` is its newer state, or the last one of a removed claim.

    `was` is its former id when it was renamed.
    """

    fate: Fate
    entry: Entry
    was: str | None = None
    changes: tuple[Change | Rewriting, ...] = ()

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.entry.claim.id

    @property
    def single(self) -> tuple[Change, ...]:
        """The changes without the updates that were rewritten."""
        return tuple(change for change in self.changes if isinstance(change, Change))

    @property
    def rewritten(self) -> bool:
        """Whether history was rewritten, where it should only be appended to."""
        return any(isinstance(it, Rewriting) or it.rewritten for it in self.changes)

    @property
    def moved(self) -> bool:
        """Whether a deadline was moved to other days."""
        return any(change.moves for change in self.single)


@dataclass(frozen=True, slots=True)
class TableChange:
    """A detail of a source (named by its address), a place or a file that is other than it was.

    `claims` are the ids of the claims that it concerns.
    """

    table: Literal["source", "place", "file"]
    name: str
    field: str
    before: FieldValue
    after: FieldValue
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Errors:
    """That files could not be read whole: the ids of the claims that are not compared for it."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed, the claims in the order of the newer files, and removed ones last.

    `old_errors` and `new_errors` tell what could not be compared, for errors in the older or
    the newer files.
    """

    claims: tuple[ClaimChange, ...]
    tables: tuple[TableChange, ...] = ()
    old_errors: Errors | None = None
    new_errors: Errors | None = None

    @property
    def sums(self) -> Mapping[str, int]:
        """How many claims were added, … and how often what happened; in the order of telling."""
        fates = Counter(claim.fate for claim in self.claims)
        single = [change for claim in self.claims for change in claim.single]
        outcomes = [change for change in single if change.field == "outcome"]
        return {
            "added": fates["added"],
            "removed": fates["removed"],
            "renamed": fates["renamed"],
            "changed": fates["changed"],
            "reworded": sum(change.field == "claim" for change in single),
            "moved": sum(change.moves for change in single),
            "outcomes_found": sum(it.after not in (None, it.before) for it in outcomes),
            "outcomes_taken_back": sum(it.after is None is not it.before for it in outcomes),
            "new_sources": sum(it.field == "source" and it.on is not None for it in single),
            "rewritten": sum(claim.rewritten for claim in self.claims),
        }
