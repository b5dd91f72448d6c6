"""The values that a comparison of two states of the claims consists of."""

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
    """A field with its old and its new value.

    `field` is named as in the file. Where a new update sets it, `on` is that update's date,
    `source` its source, and `old` the value that had been in force; a `source` that is new to
    the claim is a change itself. `rewritten` is true where what had been written was edited: the
    first deadline, or an earlier update.
    """

    field: str
    old: FieldValue
    new: FieldValue
    on: Period | None = None
    source: Source | None = None
    rewritten: bool = False

    @property
    def days(self) -> int | None:
        """Return by how many days a deadline moved, from last day to last day; else None."""
        match self.field, self.old, self.new:
            case "due", Period() as old, Period() as new:
                return (new.latest - old.latest).days
        return None

    @property
    def moves(self) -> bool:
        """Whether a deadline was moved to other days."""
        match self.field, self.old, self.new:
            case "due", Period() as old, Period() as new:
                return not old.same_days(new)
        return False


@dataclass(frozen=True, slots=True)
class Rewriting:
    """An update, dated `on`, that was changed, removed, or inserted ahead of later ones.

    `fields` are those that differ: all of a removed update, and all of an inserted one.
    """

    how: How
    on: Period
    fields: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What changed for one claim. `entry` is its newer state, or the last one of a removed claim.

    `was` is its former id when it was renamed.
    """

    fate: Fate
    entry: Entry
    was: str | None = None
    changes: tuple[Change | Rewriting, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the claim."""
        return self.entry.claim.id

    @property
    def single(self) -> tuple[Change, ...]:
        """Return the changes without the rewritten updates."""
        return tuple(change for change in self.changes if isinstance(change, Change))

    @property
    def rewritten(self) -> bool:
        """Whether history was rewritten, and not only appended to."""
        return any(isinstance(change, Rewriting) or change.rewritten for change in self.changes)

    @property
    def moved(self) -> bool:
        """Whether a deadline was moved to other days."""
        return any(change.moves for change in self.single)


@dataclass(frozen=True, slots=True)
class TableChange:
    """A field of a source, a place, a file or its defaults with its old and new value.

    A source is named by its address, and defaults by their file. `claims` are the ids of the claims
    that it concerns.
    """

    table: Literal["source", "place", "file", "defaults"]
    name: str
    field: str
    old: FieldValue
    new: FieldValue
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncompared:
    """The ids of the claims that are not compared, since their files have errors."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, those of claims in the order of the newer files with removed claims last.

    `old_errors` and `new_errors` hold what could not be compared, for errors in the older or
    the newer files.
    """

    claims: tuple[ClaimChange, ...]
    tables: tuple[TableChange, ...] = ()
    old_errors: Uncompared | None = None
    new_errors: Uncompared | None = None

    @property
    def sums(self) -> Mapping[str, int]:
        """Return how often each kind of change occurs, in the order in which it is shown."""
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
            "outcomes_found": sum(
                change.new not in (None, change.old) and not change.rewritten for change in outcomes
            ),
            "outcomes_taken_back": sum(change.new is None is not change.old for change in outcomes),
            "new_sources": sum(
                change.field == "source" and change.on is not None for change in single
            ),
            "rewritten": sum(claim.rewritten for claim in self.claims),
        }
