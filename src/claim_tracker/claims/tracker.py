"""The claims of all files that were loaded, each with what it refers to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import (
    Claim,
    ClaimsFile,
    Passage,
    Place,
    Source,
    SourceReference,
    Update,
    references_in,
)
from claim_tracker.dates import Period, Within

Moment = date | datetime
"""A day, which is the same in every zone, or a point in time (an aware datetime)."""
Cites = Claim | Update
"""What cites sources."""


class Citation(NamedTuple):
    """A source, with its key where it has one, and the passage of it where one is named."""

    key: str | None
    source: Source
    at: str | None = None


class TrackedFile(NamedTuple):
    """One file of claims; `name` is its name for the user."""

    name: str
    content: ClaimsFile

    def day(self, as_of: Moment) -> date:
        """Return the calendar day of a moment in the file's time zone, a day unchanged."""
        if not isinstance(as_of, datetime):
            return as_of
        try:
            return as_of.astimezone(ZoneInfo(self.content.timezone)).date()
        except OverflowError:  # in that zone it is outside of the calendar of Python
            return as_of.date()

    @property
    def defaulted(self) -> frozenset[str]:
        """Return the fields that its claims have unless they say otherwise."""
        defaults = self.content.defaults
        names = fields_of(type(defaults)) if defaults is not None else ()
        return frozenset(name for name in names if getattr(defaults, name) is not None)

    @property
    def default_references(self) -> tuple[SourceReference, ...]:
        """Return the sources of its defaults as they are referred to, the main one first."""
        return references_in(getattr(self.content.defaults, "source", None))

    def cite(self, reference: SourceReference) -> Citation:
        """Return the source under a key, or the one written inline. Raises KeyError."""
        if isinstance(reference, Source):
            return Citation(None, reference)
        if isinstance(reference, Passage):
            return self.cite(reference.source)._replace(at=reference.at)
        return Citation(reference, self.content.sources[reference])


class Entry(NamedTuple):
    """A claim in its file, beginning at `line`, with the day or period it was `stated`.

    `defaulted` are the fields that it has from the defaults of its file.
    """

    claim: Claim
    file: TrackedFile
    line: int
    stated: Period
    defaulted: frozenset[str] = frozenset()

    @property
    def citation(self) -> Citation:
        """Return the main source of the claim."""
        return self.file.cite(self.claim.references[0])

    def citations(self, part: Cites | None = None) -> tuple[Citation, ...]:
        """Return the sources of the claim, or of one of its updates, the main one first.

        What is named twice, with the same passage, is there once.
        """
        references = (part or self.claim).references
        unique = references if len(references) < 2 else dict.fromkeys(references)
        return tuple([self.file.cite(each) for each in unique])

    def citations_with(self, updates: Iterable[Update]) -> tuple[Citation, ...]:
        """Return what the claim cites, and then what each of some of its updates does."""
        parts: tuple[Cites, ...] = (self.claim, *updates)
        return tuple(citation for part in parts for citation in self.citations(part))

    @property
    def as_of(self) -> Period | None:
        """Return the day for which a fact is claimed; None for a claim that is not a fact."""
        return (self.claim.as_of or self.stated) if self.claim.kind == "fact" else None

    @property
    def due(self) -> Period | None:
        """Return the deadline as first stated."""
        return deadline(self.claim.due, self.stated)

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places that the claim is about."""
        return tuple(self.file.content.places[key] for key in self.claim.places)

    def moved_due(self, update: Update) -> Period | None:
        """Return the deadline that an update sets; a span counts from the day of the update."""
        return deadline(update.due, update.counts_from)


@dataclass(frozen=True, slots=True)
class Tracker:
    """Valid claims, in the order of the files and of the claims in them."""

    files: tuple[TrackedFile, ...]
    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def deadline(value: Period | Within | None, counted_from: Period) -> Period | None:
    """Return a deadline, a span as the day that it comes to.

    Raises DateError when a span ends after the year 9999.
    """
    return value.after(counted_from) if isinstance(value, Within) else value


def stated_period(claim: Claim, source: Source | None) -> Period | None:
    """Return when a claim was made: its `stated`, else when its source was published."""
    if claim.stated is not None or source is None:
        return claim.stated
    return source.published
