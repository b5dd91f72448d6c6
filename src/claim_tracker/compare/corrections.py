"""Corrections: what commits rewrote of what claims had said, and what later updates took back.

A correction is what could change what a reader had believed: a claim or an update that is gone, an
earlier update that says something else or was put in before a later one, another value where a
claim had one, and a judgement that a later update revises.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import merge
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, NamedTuple

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.claims.model import Update
from claim_tracker.claims.tracker import Entry, Tracker
from claim_tracker.compare.changes import ClaimChange
from claim_tracker.compare.claim_log import Commit, Revision, RevisionFiles
from claim_tracker.compare.judgements import FirstJudgements, judgement_key, revised_judgements
from claim_tracker.compare.rewritings import as_correction, claim_changes, common_changes
from claim_tracker.yaml import read as read_document

_MAX_STATES = 4

Gap = Literal["errors", "cut", "no history"]


class CorrectedClaim(NamedTuple):
    """What was corrected of a claim, and the id that the claim has now, or had last."""

    change: ClaimChange
    id: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a commit corrected, or an update `by` which an earlier judgement is revised.

    `gap` says why claims are never compared with what was before: `errors` in the file for those in
    `lost` and what else cannot be read; history that is `cut` there; or files that have
    `no history`. `by` is None for a gap in the files as they are now.
    """

    by: Commit | Update | None
    claims: tuple[CorrectedClaim, ...] = ()
    gap: Gap | None = None
    lost: tuple[str, ...] = ()

    @property
    def iso_day(self) -> str:
        """Return the day of the commit, or the last one of the update's date; empty for neither."""
        match self.by:
            case Commit():
                return self.by.date
            case Update():
                return self.by.date.latest.isoformat()
        return ""

    def of(self, ids: Container[str]) -> "Correction":
        """Return the part of the correction that is, or may be, of the claims with some ids."""
        claims = tuple(one for one in self.claims if one.change.id in ids or one.change.was in ids)
        lost = tuple(claim_id for claim_id in self.lost if claim_id in ids)
        gap = None if self.lost and not lost else self.gap
        return replace(self, claims=claims, gap=gap, lost=lost)


class Corrections(NamedTuple):
    """The corrections, the newest first, and the wanted ids that no claim has had."""

    found: tuple[Correction, ...]
    unknown: tuple[str, ...]


def corrections_of(
    revisions: Sequence[Revision],
    read: Callable[[str], bytes],
    ids: Sequence[str] = (),
    *,
    since_first: bool = False,
) -> Corrections:
    """Return what was corrected in files, of all claims or of those with some ids, newest first.

    The newest of `revisions` comes first. The commits among them correct what they rewrite; a merge
    what is new against each of its parents. A claim is followed over a changed id, and over errors:
    it is compared with what could be read last. The first revision, the files that are not
    committed, tells what their updates revise; with `since_first` what was revised before the
    oldest revision is left out. `read` returns the content of a file by its key.
    """
    states = _States(read)
    past = _Past(states)
    committed = list(_newest_first(past.corrected(revisions), ids))
    revised: list[Correction] = []
    gaps: list[Correction] = []
    for revision in revisions:
        if revision.commit is None:
            present = states.of(revision.files)
            first = past.first_judgements(revision) if since_first else None
            revised += _revised_by_updates(present.tracker, first)
            gaps += _gaps(present, committed, has_history=bool(revision.parents))
    if ids:
        revised = [correction.of(ids) for correction in revised]
        gaps = [gap.of(ids) for gap in gaps]
    revised.sort(key=_iso_day, reverse=True)
    found = (*merge(committed, revised, key=_iso_day, reverse=True), *gaps)
    kept = (each for each in found if each.claims or each.gap is not None)
    unknown = (claim_id for claim_id in ids if claim_id not in states.ids)
    return Corrections(tuple(kept), tuple(unknown))


_iso_day = attrgetter("iso_day")


class _CommitCorrections(NamedTuple):
    """What a commit corrected, and the former id of each claim that it renamed.

    `lost` are the claims that it could not compare, and `caught_up` those that no earlier commit
    could, and that it did: None stands for what else there may be, of which not even an id is
    known. `cut` tells that history begins with it.
    """

    commit: Commit
    changes: tuple[ClaimChange, ...] = ()
    lost: frozenset[str | None] = frozenset()
    caught_up: frozenset[str | None] = frozenset()
    renamed: Mapping[str, str] = MappingProxyType({})
    cut: bool = False


def _newest_first(
    by_commits: Sequence[_CommitCorrections], ids: Sequence[str]
) -> Iterator[Correction]:
    """Yield the corrections of all claims, or of those with some ids and what may be of them."""
    wanted, now, compared = set(ids), dict[str, str](), set[str | None]()
    for found in reversed(by_commits):
        claims = tuple(CorrectedClaim(it, now.get(it.id, it.id)) for it in found.changes)
        unknown = found.lost - compared
        gap: Gap | None = "cut" if found.cut else "errors" if unknown else None
        lost = tuple(sorted(claim_id for claim_id in unknown if claim_id is not None))
        correction = Correction(found.commit, claims, gap, lost)
        yield correction.of(wanted) if ids else correction
        compared |= found.caught_up
        wanted |= {was for claim_id, was in found.renamed.items() if claim_id in wanted}
        now |= {was: now.get(claim_id, claim_id) for claim_id, was in found.renamed.items()}


def _revised_by_updates(present: Tracker, first: FirstJudgements | None) -> Iterator[Correction]:
    """Yield what updates corrected, in file order, except what is already in `first`."""
    known = first.revisions() if first is not None else frozenset()
    for entry in present:
        for update, changes in revised_judgements(entry):
            if judgement_key(entry.claim.id, update) not in known:
                change = ClaimChange("changed", entry, changes=changes)
                yield Correction(update, (CorrectedClaim(change, entry.claim.id),))


def _gaps(
    present: Readable, found: Iterable[Correction], *, has_history: bool
) -> Iterator[Correction]:
    """Yield the gaps: why corrections may be missing, unless that was found already."""
    known = [gap for gap in found if gap.gap == "errors"]
    lost = present.lost - {claim_id for gap in known for claim_id in gap.lost}
    if lost or not (present.whole or known):
        yield Correction(None, gap="errors", lost=tuple(sorted(lost)))
    if not has_history:
        yield Correction(None, gap="no history")


class _States:
    """What can be read of files, and all `ids` in them; the last few are kept."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self.ids: set[str] = set()
        self._read = read
        self._known = lru_cache(_MAX_STATES)(self._readable)

    def of(self, files: RevisionFiles) -> Readable:
        """Return what can be read of files."""
        return self._known(tuple(files))

    def _readable(self, files: RevisionFiles) -> Readable:
        state = readable(read_document(name, self._read(key)) for name, key in files)
        self.ids |= state.lost | {entry.claim.id for entry in state.tracker}
        return state


class _Past:
    """Commits, one after the other from the oldest on, and what could be read last of claims."""

    def __init__(self, states: _States) -> None:
        self._states = states
        self._first = FirstJudgements()
        self._last: dict[str, Entry] = {}

    def corrected(self, revisions: Sequence[Revision]) -> list[_CommitCorrections]:
        """Return what the commits among some revisions corrected, the oldest first."""
        return [
            self._corrected_by(revision.commit, revision)
            for revision in reversed(revisions)
            if revision.commit is not None and revision.parents
        ]

    def first_judgements(self, present: Revision) -> FirstJudgements:
        """Return what was judged first of claims, in all commits and before the `present` files."""
        new = self._states.of(present.files).tracker
        for parent in present.parents:
            self._first.follow(self._states.of(parent).tracker, new, {})
        return self._first

    def _corrected_by(self, commit: Commit, revision: Revision) -> _CommitCorrections:
        """Return what a commit corrected, after its parents were asked for."""
        new = self._states.of(revision.files)
        if revision.cut:
            self._first.follow((), new.tracker, {})
            return _CommitCorrections(commit, cut=True)
        sides = [self._states.of(parent) for parent in revision.parents]
        olds = [self._with_last_readable(side) for side in sides]
        found = [claim_changes(old, new) for old in olds]
        renamed = {change.id: change.was for change in found[0] if change.was is not None}
        changes = tuple(filter(None, map(as_correction, common_changes(found))))
        lost, caught_up = _uncompared(sides[0], olds[0], new)
        lacking = (entry for entry in olds[0].tracker if new.lacks(entry.claim.id))
        self._last |= {entry.claim.id: entry for entry in lacking}
        for entry in new.tracker:
            self._last.pop(entry.claim.id, None)
        self._first.follow(olds[0].tracker, new.tracker, renamed)
        return _CommitCorrections(commit, changes, lost, caught_up, renamed)

    def _with_last_readable(self, side: Readable) -> Readable:
        """Return a state with what could be read last of the claims that it lacks."""
        names = {file.name for file in side.tracker.files}
        missing = [
            entry
            for claim_id, entry in self._last.items()
            if side.lacks(claim_id) and entry.file.name in names
        ]
        tracker = Tracker(side.tracker.files, (*side.tracker.entries, *missing))
        return Readable(tracker) if missing else side


def _uncompared(
    side: Readable, old: Readable, new: Readable
) -> tuple[frozenset[str | None], frozenset[str | None]]:
    """Return the claims that are not compared, and those that are though they were not before.

    The first cannot be read any more, or can now and nothing is known of what they were. `old` is
    the state `side` with what could be read last of the claims that it lacks.
    """
    known = {entry.claim.id for entry in old.tracker}
    gone = {claim_id for claim_id in known if new.lacks(claim_id) and not side.lacks(claim_id)}
    found = {claim_id for claim_id in known if side.lacks(claim_id) and not new.lacks(claim_id)}
    come = {entry.claim.id for entry in new.tracker if side.lacks(entry.claim.id)} - known
    unknown_now = {None} if side.whole and not new.whole else set[None]()
    unknown_before = {None} if new.whole and not side.whole else set[None]()
    return frozenset(gone | come | unknown_now), frozenset(found | unknown_before)
