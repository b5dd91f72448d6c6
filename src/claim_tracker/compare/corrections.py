"""Corrections: what commits rewrote of what claims had said, and did not only add to it.

A correction is what could change what a reader had believed: a claim or an update that is gone, an
earlier update that says something else or was put in before a later one, and another value where a
claim had one. What only sorts, explains or reminds (`_ASIDE`) is none, nor is a source that is
added, an empty field that is filled in, or a new id.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.claims.model import Source, Update, fields_of, use_of
from claim_tracker.claims.tracker import Citation, Cites, Entry, Tracker
from claim_tracker.compare.changes import Change, ClaimChange, Rewriting
from claim_tracker.compare.claim_log import Commit, Revision, RevisionFiles
from claim_tracker.compare.states import compare
from claim_tracker.compare.values import FieldValue, meaning
from claim_tracker.yaml import read as read_document

_ASIDE = frozenset(("note", "topic", "places", "tags", "related", "review"))
_COMPLETED = frozenset(
    name for name in fields_of(Update) if use_of(Update, name).prose or name == "source"
)
"""The fields of an update that may be filled in later: they change nothing of what it says."""
_MOST_STATES = 4


@dataclass(frozen=True, slots=True)
class Correction:
    """What a commit corrected.

    `gap` says why claims were not compared with what was before: `errors` in the file for those
    in `lost` and what else cannot be read, or history that is `cut` there.
    """

    commit: Commit
    claims: tuple[ClaimChange, ...] = ()
    gap: Literal["errors", "cut"] | None = None
    lost: tuple[str, ...] = ()


class Corrections(NamedTuple):
    """The corrections, the newest first, and the wanted ids that no claim has had."""

    found: tuple[Correction, ...]
    unknown: tuple[str, ...]


def corrections(
    revisions: Iterable[Revision], read: Callable[[str], bytes], ids: Sequence[str] = ()
) -> Corrections:
    """Return what the commits among revisions corrected, of all claims or of those with some ids.

    The newest revision comes first. A merge corrects what is new against each of its parents. A
    claim is followed over a changed id, and over errors: it is compared with what could be read
    last. `read` returns the content of a file by its key.
    """
    past = _Past(read)
    turns = [
        past.turn(it.commit, it)
        for it in reversed(list(revisions))
        if it.commit is not None and it.parents
    ]
    found = list(_chosen(reversed(turns), ids) if ids else (it.found for it in reversed(turns)))
    kept = tuple(it for it in found if it.claims or it.gap is not None)
    return Corrections(kept, tuple(it for it in ids if it not in past.ids))


class _Turn(NamedTuple):
    """What a commit corrected, and the former id of each claim that it renamed."""

    found: Correction
    renamed: dict[str, str]


def _chosen(turns: Iterable[_Turn], ids: Iterable[str]) -> Iterator[Correction]:
    """Yield the corrections of the claims with some ids, and what may be of them, newest first."""
    wanted = set(ids)
    for found, renamed in turns:
        claims = tuple(it for it in found.claims if {it.id, it.was} & wanted)
        lost = tuple(it for it in found.lost if it in wanted)
        gap = None if found.lost and not lost else found.gap
        yield Correction(found.commit, claims, gap, lost)
        wanted |= {renamed[each] for each in wanted & set(renamed)}


class _Past:
    """The states that have been read, from the oldest on, and all `ids` that were in them."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self.ids: set[str] = set()
        self._read = read
        self._states: dict[RevisionFiles, Readable] = {}
        self._last: dict[str, Entry] = {}

    def turn(self, commit: Commit, revision: Revision) -> _Turn:
        """Return what a commit did, whose parents have had their turn."""
        new = self._state(revision.files)
        if revision.cut:
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
        return _Turn(Correction(commit, claims, "errors" if gap else None, lost), renamed)

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
