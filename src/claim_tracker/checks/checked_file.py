"""A file as the rules see it: what is valid of it as models, and all of it as it was written."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from claim_tracker.checks.form.validation import Validated
from claim_tracker.checks.paths import id_in
from claim_tracker.checks.poisoned import Poisoned
from claim_tracker.claims.model import (
    Claim,
    ClaimsFile,
    Passage,
    Source,
    SourceReference,
    SourceReferences,
    Update,
    references_in,
)
from claim_tracker.claims.tracker import Entry, TrackedFile, stated_period
from claim_tracker.dates import Period, Within
from claim_tracker.yaml import Document, Mapping, Path, mapping_or_empty, mappings_in, value_at


class ClaimInFile(NamedTuple):
    """A valid claim, its index in the file, and when it was stated where that is known."""

    model: Claim
    position: int
    stated: Period | None

    @property
    def path(self) -> Path:
        """Return where it stands in the file."""
        return ("claims", self.position)


class UpdateInFile(NamedTuple):
    """An update, its index in its claim, and that claim."""

    model: Update
    position: int
    claim: ClaimInFile

    @property
    def path(self) -> Path:
        """Return where it stands in the file."""
        return (*self.claim.path, "updates", self.position)


class DueInFile(NamedTuple):
    """Where a deadline stands, it itself, its claim, and from when a span counts, where known."""

    path: Path
    model: Period | Within
    claim: ClaimInFile
    counted_from: Period | None


_IN_SOURCE: Path = ("source",)


class Reference(NamedTuple):
    """What refers to a source, where in it, and that source: its key, or written inline."""

    holder: ClaimInFile | UpdateInFile
    within: Path
    source: str | Source

    @property
    def path(self) -> Path:
        """Return where it stands in the file."""
        return (*self.holder.path, *self.within)


@dataclass(frozen=True)
class CheckedFile:
    """One file during a check.

    `today` is the day after which nothing can be known yet.
    """

    document: Document
    validated: Validated
    today: date

    @property
    def content(self) -> ClaimsFile:
        """Return what is valid of the file, as models."""
        return self.validated.content

    @cached_property
    def poisoned(self) -> Poisoned:
        """Return what is poisoned of it; rules leave it out, or name it among their inputs."""
        return self.validated.poisoned

    @cached_property
    def claims(self) -> tuple[ClaimInFile, ...]:
        """Return the valid claims, in file order."""
        return tuple(map(self._claim, self.validated.indices, self.content.claims))

    def claim(self, index: int) -> ClaimInFile | None:
        """Return the valid claim at an index in the file; None where there is none."""
        indices = self.validated.indices
        number = bisect_left(indices, index)
        is_valid = number < len(indices) and indices[number] == index
        return self._claim(index, self.content.claims[number]) if is_valid else None

    @cached_property
    def updates(self) -> tuple[UpdateInFile, ...]:
        """Return the updates of the valid claims, in file order."""
        return tuple(
            UpdateInFile(update, index, claim)
            for claim in self.claims
            for index, update in enumerate(claim.model.updates)
        )

    @cached_property
    def dues(self) -> list[DueInFile]:
        """Return every deadline that a claim sets, then every one that an update does."""
        of_claims = [
            DueInFile((*claim.path, "due"), due, claim, claim.stated)
            for claim in self.claims
            if (due := claim.model.due) is not None
        ]
        of_updates = [
            DueInFile((*update.path, "due"), due, update.claim, update.model.counts_from)
            for update in self.updates
            if (due := update.model.due) is not None
        ]
        return of_claims + of_updates

    @cached_property
    def references(self) -> list[Reference]:
        """Return every source that a claim refers to, then every one that an update does."""
        holders: list[tuple[ClaimInFile | UpdateInFile, SourceReferences | None]] = [
            (claim, claim.model.source)
            for claim in self.claims
            if not self.is_poisoned(claim, "source")
        ]
        holders += [(update, update.model.source) for update in self.updates]
        found: list[Reference] = []
        for holder, source in holders:
            if isinstance(source, str):  # first, as most are
                found.append(Reference(holder, _IN_SOURCE, source))
            else:
                found += [Reference(holder, within, each) for within, each in _sources_in(source)]
        return found

    @cached_property
    def used_sources(self) -> frozenset[str]:
        """Return the keys of sources that claims and updates refer to."""
        readable = (claim for claim in self.claims if not self.is_poisoned(claim, "source"))
        of_claims = [claim.model.source for claim in readable]
        of_updates = [update.source for claim in self.claims for update in claim.model.updates]
        return _source_keys((*of_claims, *of_updates))

    @cached_property
    def used_places(self) -> frozenset[str]:
        """Return the keys of places that claims name."""
        return frozenset(chain.from_iterable([claim.model.places for claim in self.claims]))

    @cached_property
    def inline(self) -> list[tuple[Path, Source]]:
        """Return every source that is written in a claim or an update, with its path."""
        references = ((reference.path, reference.source) for reference in self.references)
        return [(path, source) for path, source in references if isinstance(source, Source)]

    @cached_property
    def dated(self) -> list[tuple[Path, Claim | Update | Source]]:
        """Return what has dates, with its path: the claims, the updates, and the sources."""
        return [
            *((claim.path, claim.model) for claim in self.claims),
            *((update.path, update.model) for update in self.updates),
            *((("sources", key), source) for key, source in self.content.sources.items()),
            *self.inline,
        ]

    @cached_property
    def tracked(self) -> TrackedFile:
        """Return the file as a part of a tracker."""
        return TrackedFile(self.document.name, self.content)

    def source(self, reference: SourceReference) -> Source | None:
        """Return the valid source of a reference, or None."""
        if isinstance(reference, Source):
            return reference
        return self.content.sources.get(key_of(reference))

    def line(self, index: int) -> int:
        """Return the line on which the claim at an index begins."""
        claim = self.validated.mended["claims"][index]
        return claim.line if isinstance(claim, Mapping) else 1

    def written(self, path: Path) -> Any:
        """Return the value at a path as it was written: text, a list, a mapping, or None."""
        return value_at(self.validated.mended, self._home(path))

    def section(self, name: str) -> dict[str, Any]:
        """Return `sources` or `places` as written, empty where that is none."""
        return mapping_or_empty(self.validated.mended.get(name))

    @cached_property
    def may_lack_references(self) -> bool:
        """Whether something was left out that could refer to a source or a place."""
        if not self.validated.problems and self.poisoned.is_whole:
            return False
        claims = self.validated.mended.get("claims")
        default = self.defaults.get("source")
        are_readable = isinstance(claims, list) and all(
            isinstance(claim, dict) and (claim.get("source") or default) for claim in claims
        )
        return not (are_readable and self.poisoned.is_whole)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """Return the defaults of the claims, as written."""
        return mapping_or_empty(self.validated.mended.get("defaults"))

    def defaulted(self, index: int) -> frozenset[str]:
        """Return the fields that the claim at an index has from the defaults."""
        if not self.defaults:
            return frozenset()
        claim = self.validated.mended["claims"][index]
        return frozenset(name for name in self.defaults if claim.get(name) is None)

    @cached_property
    def spare_sources(self) -> list[tuple[Path, str | Source]]:
        """Return the sources of the defaults, where each claim has its own."""
        sources = _sources_in(self._spare("source"))
        return [(("defaults", *within), source) for within, source in sources]

    @cached_property
    def spare_places(self) -> list[tuple[Path, str]]:
        """Return the places of the defaults, where each claim has its own."""
        places = self._spare("places") or ()
        return [(("defaults", "places", index), place) for index, place in enumerate(places)]

    def _spare(self, name: str) -> Any:
        """Return a default that no claim has; None where there is none."""
        if self.content.defaults is None:
            return None
        written = self.validated.mended["claims"] if self.claims else ()
        is_taken = any(written[claim.position].get(name) is None for claim in self.claims)
        return None if is_taken else getattr(self.content.defaults, name)

    def _home(self, path: Path) -> Path:
        """Return the path among the defaults of what a claim has from these, else the path."""
        match path:
            case ("claims", int(index), name, *rest) if name in self.defaulted(index):
                return ("defaults", name, *rest)
        return path

    def path_in_file(self, path: Path) -> Path:
        """Return the path by the names that stand in the file: a mended name as it was written.

        A field that a claim has from the defaults stands there.
        """
        path = self._home(path)
        written: Path = ()
        for end, step in enumerate(path, start=1):
            written = (*written, self.validated.renamed.get(path[:end], step))
        return written

    @cached_property
    def written_claims(self) -> list[tuple[int, dict[str, Any]]]:
        """Return every claim that is a mapping, valid or not, with its index."""
        return mappings_in(self.validated.mended.get("claims"))

    @cached_property
    def ids(self) -> tuple[tuple[int, str], ...]:
        """Return the ids as written, valid or not, each with the index of its claim."""
        return tuple(
            [
                (index, claim_id)
                for index, claim in self.written_claims
                if (claim_id := id_in(claim)) is not None
            ]
        )

    def id_of(self, claim: ClaimInFile) -> str | None:
        """Return the id of a claim as written: where that is wrong its model has another."""
        return id_in(self.written(claim.path))

    def is_poisoned(self, claim: ClaimInFile, name: str) -> bool:
        """Whether a field of a claim is poisoned."""
        # To make the path of each takes long.
        return claim.position in self.poisoned.claims and (*claim.path, name) in self.poisoned

    def stated_from(self, path: Path, claim: Claim) -> tuple[Path, ...]:
        """Return the paths of what tells when a claim was stated: its field, or its source's."""
        stated, source = (*path, "stated"), claim.references[0]
        if isinstance(source, Source):
            index = (0,) if isinstance(claim.source, tuple) else ()
            return (stated, (*path, "source", *index))
        return (stated, ("sources", key_of(source), "published"))

    def _claim(self, index: int, claim: Claim) -> ClaimInFile:
        stated, poisoned = claim.stated, self.poisoned
        may_be_poisoned = index in poisoned.claims or poisoned.has_sources  # as few may be
        if may_be_poisoned and any(
            path in poisoned for path in self.stated_from(("claims", index), claim)
        ):
            stated = None
        elif stated is None:
            stated = stated_period(claim, self.source(claim.references[0]))
        return ClaimInFile(claim, index, stated)


def key_of(reference: str | Passage) -> str:
    """Return the key by which a source is referred to."""
    return reference.source if isinstance(reference, Passage) else reference


def _source_keys(fields: Iterable[SourceReferences | None]) -> frozenset[str]:
    """Return the keys by which fields of claims and updates refer to sources."""
    keys: set[str] = set()
    for source in fields:
        if isinstance(source, str):  # first, as most are
            keys.add(source)
        else:
            named = references_in(source)
            keys |= {key_of(each) for each in named if not isinstance(each, Source)}
    return frozenset(keys)


def cited_keys(claim: Claim) -> frozenset[str]:
    """Return the keys by which a claim and its updates refer to sources."""
    return _source_keys((claim.source, *(update.source for update in claim.updates)))


def _sources_in(source: SourceReferences | None) -> Iterator[tuple[Path, str | Source]]:
    """Yield the sources that a field names, each with where in its claim or update it is named."""
    for index, each in enumerate(references_in(source)):
        within = (*_IN_SOURCE, index) if isinstance(source, tuple) else _IN_SOURCE
        if isinstance(each, Passage):
            yield (*within, "source"), each.source
        else:
            yield within, each


def entry_of(file: CheckedFile, claim: ClaimInFile, stated: Period) -> Entry:
    """Return a claim of a file with when it was stated, as a part of a tracker."""
    defaulted = file.defaulted(claim.position)
    return Entry(claim.model, file.tracked, file.line(claim.position), stated, defaulted)
