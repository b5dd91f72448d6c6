"""Corrections: what commits rewrote of what claims had said, and what later updates took back.

A correction is what could change what a reader had believed: a claim or an update that is gone, an
earlier update that says something else or was put in before a later one, another value where a
claim had one, and a judgement that a later update revises. What only sorts, explains or reminds
(`_ASIDE`) is none, nor is a source that is added, an empty field that is filled in, or a new id.
"""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from typing import Literal, NamedTuple

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.claims.model import Source, Update, fields_of, use_of
from claim_tracker.claims.tracker import Citation, Cites, Entry, Tracker
from claim_tracker.compare.changes import Change, ClaimChange, Rewriting
from claim_tracker.compare.claim_log import Commit, Revision, RevisionFiles
from claim_tracker.compare.judgements import judged_again
from claim_tracker.compare.states import compare
from claim_tracker.compare.values import FieldValue, meaning
from claim_tracker.yaml import read as read_document

_ASIDE = frozenset(("note", "topic", "places", "tags", "related", "review"))
_COMPLETED = frozenset(
    name for name in fields_of(Update) if use_of(Update, name).prose or name == "source"
)
"""The fields of an update that may be filled in later: they change nothing of what it says."""
_MOST_STATES = 4


Gap = Literal["errors", "cut", "no history"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a commit corrected, or an update `by` which an earlier judgement is revised.

    `ids` are those that the claims have now, or had last. `gap` says why claims were not compared
    with what was before: `errors` in the file for those in `lost` and what else cannot be read;
    history that is `cut` there; or files that have `no history`. `by` is None
    for a gap in the files as they are now.
    """

    by: Commit | Update | None
    claims: tuple[ClaimChange, ...] = ()
    gap: Gap | None = None
    lost: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """Return the day of the commit, or the last one of the update's date, in ISO 8601."""
        match self.by:
            case Commit():
                return self.by.date
            case Update():
                return self.by.date.latest.isoformat()
        return ""


class Corrections(NamedTuple):
    """The corrections, the newest first, and the wanted ids that no claim has had."""

    found: tuple[Correction, ...]
    unknown: tuple[str, ...]


def corrections(
    revisions: Iterable[Revision],
    read: Callable[[str], bytes],
    ids: Sequence[str] = (),
    *,
    since_first: bool = False,
) -> Corrections:
    """Return what was corrected in files, of all claims or of those with some ids, newest first.

    The newest of `revisions` comes first. The commits among them correct what they rewrite; a merge
    what is new against each of its parents. A claim is followed over a changed id, and over errors:
    it is compared with what could be read last. The first revision, the files that are not
    committed, tells what their updates revise; with `since_first` without what they did so before
    the oldest revision. `read` returns the content of a file by its key.
    """
    past, known = _Past(read), list(revisions)
    turns = [
        past.turn(it.commit, it) for it in reversed(known) if it.commit is not None and it.parents
    ]
    rewritten = list(_newest_first(turns, ids))
    uncommitted = [it for it in known if it.commit is None]
    revised = [it for each in uncommitted for it in past.revised(each, since_first=since_first)]
    gaps = [it for each in uncommitted for it in past.gaps(each, rewritten)]
    if ids:
        revised, gaps = [_of(it, ids) for it in revised], [_of(it, ids) for it in gaps]
    newest_first = sorted(revised, key=lambda it: it.day, reverse=True)
    found = merge(rewritten, newest_first, key=lambda it: it.day, reverse=True)
    kept = (it for it in (*found, *gaps) if it.claims or it.gap is not None)
    return Corrections(tuple(kept), tuple(it for it in ids if it not in past.ids))


class _Turn(NamedTuple):
    """What a commit corrected, and the former id of each claim that it renamed."""

    found: Correction
    renamed: dict[str, str]


def _newest_first(turns: Sequence[_Turn], ids: Sequence[str]) -> Iterator[Correction]:
    """Yield the corrections of all claims, or of those with some ids and what may be of them."""
    wanted, now = set(ids), dict[str, str]()
    for found, renamed in reversed(turns):
        its_ids = tuple(now.get(it.id, it.id) for it in found.claims)
        correction = replace(found, ids=its_ids)
        yield _of(correction, wanted) if ids else correction
        wanted |= {renamed[each] for each in wanted & set(renamed)}
        now |= {was: now.get(claim_id, claim_id) for claim_id, was in renamed.items()}


def _of(found: Correction, ids: Container[str]) -> Correction:
    """Return what a correction is of the claims with some ids, and what may be of them."""
    both = zip(found.claims, found.ids, strict=True)
    kept = [(it, its_id) for it, its_id in both if it.id in ids or it.was in ids]
    lost = tuple(it for it in found.lost if it in ids)
    return Correction(
        found.by,
        tuple(it for it, _ in kept),
        None if found.lost and not lost else found.gap,
        lost,
        tuple(its_id for _, its_id in kept),
    )


class _Past:
    """The states that have been read, from the oldest on, and all `ids` that were in them."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self.ids: set[str] = set()
        self._read = read
        self._states: dict[RevisionFiles, Readable] = {}
        self._last: dict[str, Entry] = {}
        self._first: dict[str, Entry | None] = {}

    def turn(self, commit: Commit, revision: Revision) -> _Turn:
        """Return what a commit did, whose parents have had their turn."""
        new = self._state(revision.files)
        if revision.cut:
            self._begin(Readable(Tracker((), ())), new, {})
            return _Turn(Correction(commit, gap="cut"), {})
        sides = [self._state(parent) for parent in revision.parents]
        olds = [self._mended(side) for side in sides]
        found = [_rewritten(old, new) for old in olds]
        renamed = {it.id: it.was for it in found[0] if it.was is not None}
        claims = tuple(it for it in map(_counted, _in_all(found)) if it is not None)
        lost = self._lost(sides[0], olds[0], new)
        gap = lost or (sides[0].whole and not new.whole)
        self._last |= {it.claim.id: it for it in olds[0].tracker if new.lacks(it.claim.id)}
        for entry in new.tracker:
            self._last.pop(entry.claim.id, None)
        self._begin(olds[0], new, renamed)
        return _Turn(Correction(commit, claims, "errors" if gap else None, lost), renamed)

    def revised(self, present: Revision, *, since_first: bool) -> list[Correction]:
        """Return what updates of the files revise, in the order of the files.

        With `since_first`, what they revised already before the oldest of the commits is left out.
        """
        new = self._state(present.files)
        before: set[Hashable] = set()
        if since_first:
            for parent in present.parents:
                self._begin(self._state(parent), new, {})
            before = {
                _mark_of(claim_id, update)
                for claim_id, entry in self._first.items()
                for update, _ in (judged_again(entry) if entry is not None else ())
            }
        return [
            Correction(
                update,
                (ClaimChange("changed", entry, changes=changes),),
                ids=(entry.claim.id,),
            )
            for entry in new.tracker
            for update, changes in judged_again(entry)
            if _mark_of(entry.claim.id, update) not in before
        ]

    def gaps(self, present: Revision, found: Iterable[Correction]) -> Iterator[Correction]:
        """Yield why corrections in the files may be missing, unless it was found already."""
        new, known = self._state(present.files), [it for it in found if it.gap == "errors"]
        lost = new.lost - {claim_id for it in known for claim_id in it.lost}
        if lost or not (new.whole or known):
            yield Correction(None, gap="errors", lost=tuple(sorted(lost)))
        if not present.parents:
            yield Correction(None, gap="no history")

    def _begin(self, old: Readable, new: Readable, renamed: Mapping[str, str]) -> None:
        """Keep what was said first of each claim; None of one that was not there yet."""
        for entry in old.tracker:
            self._first.setdefault(entry.claim.id, entry)
        for claim_id, was in renamed.items():
            self._first.setdefault(claim_id, self._first.get(was))
        for entry in new.tracker:
            self._first.setdefault(entry.claim.id, None)

    def _state(self, files: RevisionFiles) -> Readable:
        """Return what can be read of files; the last few states are kept."""
        key = tuple(files)
        if key not in self._states:
            while len(self._states) >= _MOST_STATES:
                del self._states[next(iter(self._states))]
            state = readable(read_document(name, self._read(blob)) for name, blob in key)
            self.ids |= state.lost | {it.claim.id for it in state.tracker}
            self._states[key] = state
        return self._states[key]

    def _mended(self, side: Readable) -> Readable:
        """Return a state with what could be read last of the claims that it lacks."""
        names = {file.name for file in side.tracker.files}
        missing = [
            it
            for claim_id, it in self._last.items()
            if side.lacks(claim_id) and it.file.name in names
        ]
        tracker = Tracker(side.tracker.files, (*side.tracker.entries, *missing))
        return Readable(tracker) if missing else side

    @staticmethod
    def _lost(side: Readable, old: Readable, new: Readable) -> tuple[str, ...]:
        """Return the claims that cannot be read any more, or not compared now that they can."""
        known = {it.claim.id for it in old.tracker}
        gone = {it for it in known if new.lacks(it) and not side.lacks(it)}
        come = {it.claim.id for it in new.tracker if side.lacks(it.claim.id)} - known
        return tuple(sorted(gone | come))


def _rewritten(old: Readable, new: Readable) -> list[ClaimChange]:
    """Return the changes of claims that are not the same in both states."""
    before = {it.claim.id: it for it in old.tracker}
    same = {
        it.claim.id
        for it in new.tracker
        if it.claim.id in before and _is_same(before[it.claim.id], it)
    }
    return list(compare(_without(old, same), _without(new, same), defaults=True).claims)


def _is_same(old: Entry, new: Entry) -> bool:
    parts: tuple[Cites, ...] = (new.claim, *new.claim.updates)
    return (
        old.claim == new.claim
        and old.stated == new.stated
        and all(old.citations(part) == new.citations(part) for part in parts)
    )


def _without(side: Readable, ids: set[str]) -> Readable:
    entries = tuple(it for it in side.tracker if it.claim.id not in ids)
    return replace(side, tracker=replace(side.tracker, entries=entries))


def _in_all(found: Sequence[Sequence[ClaimChange]]) -> Iterator[ClaimChange]:
    """Yield the changes against the first parent that are changes against each other one too."""
    others = [{it.id: it for it in each} for each in found[1:]]
    for change in found[0]:
        against = [each[change.id] for each in others if change.id in each]
        if len(against) < len(others) or any(it.fate == "added" for it in against):
            continue
        known = [set(map(_mark, it.changes)) for it in against]
        changes = (it for it in change.changes if all(_mark(it) in each for each in known))
        yield replace(change, changes=tuple(changes))


def _mark_of(claim_id: str, update: Update) -> Hashable:
    """Return what is equal for the same judgement in two states of a claim."""
    return claim_id, meaning(update.date), update.outcome


def _mark(change: Change | Rewriting) -> tuple[object, ...]:
    """Return what is equal for the same change of two older states."""
    if isinstance(change, Rewriting):
        return change.how, meaning(change.on)
    return change.field, meaning(change.new), change.on and meaning(change.on)


def _counted(change: ClaimChange) -> ClaimChange | None:
    """Return a change with what counts as a correction; None without such."""
    if change.fate == "removed":
        return change
    changes = tuple(it for it in change.changes if _counts(it))
    return replace(change, changes=changes) if changes else None


def _counts(change: Change | Rewriting) -> bool:
    if isinstance(change, Rewriting):
        return change.how == "removed" or any(map(_counts_in_update, change.fields))
    if change.on is not None:
        return False
    return change.rewritten or _is_replaced(change)


def _counts_in_update(change: Change) -> bool:
    return _is_replaced(change) or change.field not in _ASIDE | _COMPLETED


def _is_replaced(change: Change) -> bool:
    """Whether something counted is gone, or another value stands in its place."""
    if change.field in _ASIDE or change.old is None:
        return False
    return change.field != "source" or any(
        not any(_is_same_source(one, two) for two in _sources(change.new))
        for one in _sources(change.old)
    )


def _sources(value: FieldValue) -> Iterator[Source]:
    """Yield the sources in the value of a field."""
    values = value if isinstance(value, tuple) and not isinstance(value, Citation) else (value,)
    for each in values:
        if isinstance(each, Source | Citation):
            yield each.source if isinstance(each, Citation) else each


def _is_same_source(old: Source, new: Source) -> bool:
    """Whether a source is the same, or the same that has got an address."""
    is_named = old.url is None and old.title is not None
    return old.identity == new.identity or (is_named and old.title == new.title)
