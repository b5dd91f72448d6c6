"""The log of one claim: what each revision of its files changed."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.changes import ClaimChange, TableChange
from claim_tracker.compare.states import compare
from claim_tracker.yaml import read as read_document
from claim_tracker.yaml.decode import line_ends

RevisionFile = tuple[str, str]
"""A file of a revision: its name, and the key of its content."""
RevisionFiles = Sequence[RevisionFile]
_Texts = tuple[tuple[str, bytes], ...]
_SECTION = re.compile(rb"^claims:[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_NEXT_SECTION = re.compile(rb"^[^\s#-]", re.MULTILINE)
_DASH = rb"-(?=[ \t\r\n])"
_ITEM = re.compile(rb"^( *)" + _DASH, re.MULTILINE)


class Commit(NamedTuple):
    """A revision: its id, the day and the name of its author, and the first line on it."""

    id: str
    date: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The `files` that a commit changed, and these files as each of its `parents` had them.

    `commit` is None for what is not committed; outside of a repository that has no parents. `cut`
    is true for the first commit of a shallow clone, whose parents are missing: what it changed is
    unknown.
    """

    commit: Commit | None
    parents: Sequence[RevisionFiles]
    files: RevisionFiles
    cut: bool = False


@dataclass(frozen=True, slots=True)
class LogEvent:
    """What a revision changed; `change` is None where only what the claim refers to changed.

    `gap` says why that is unknown: `errors` in the file, or history that is `cut` there.
    """

    commit: Commit | None
    change: ClaimChange | None = None
    tables: tuple[TableChange, ...] = ()
    gap: Literal["errors", "cut"] | None = None


def log_events(
    claim_id: str, revisions: Iterable[Revision], read: Callable[[str], bytes]
) -> list[LogEvent]:
    """Return what revisions changed for a claim, in their order; nothing for an unknown claim.

    The newest revision comes first. The claim is followed over a changed id, where one claim
    has it. `read` returns the content of a file by its key.
    """
    found: list[LogEvent] = []
    last: _State | None = None
    states = _States(read)
    for revised in reversed(list(_revised_claims(claim_id, revisions, states))):
        if revised.new.lost:
            found.append(LogEvent(revised.revision.commit, gap="errors"))
            continue
        if revised.revision.cut:
            found.append(LogEvent(revised.revision.commit, gap="cut"))
        else:
            old = last if revised.old.lost and last is not None else revised.old
            found += _event(revised, old, states)
        last = revised.new
    return found[::-1]


class _State(NamedTuple):
    """The part of some files that concerns the claim, and what can be read of it."""

    files: RevisionFiles
    excerpts: _Texts
    side: Readable
    has: bool
    lost: bool

    @property
    def may_have(self) -> bool:
        """Whether the claim is in it, as far as it can be read."""
        return self.has or self.lost


class _RevisedClaim(NamedTuple):
    """A revision that may have changed the claim: its id, its old and its new state."""

    revision: Revision
    claim_id: str
    old: _State
    new: _State


class _States:
    """The states of a claim in files of revisions; what was read is not read again."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._excerpts: dict[tuple[str, str], bytes | None] = {}
        self._states: dict[tuple[str, _Texts], _State] = {}

    def state(self, claim_id: str, files: RevisionFiles) -> _State:
        """Return the state of the claim that has an id, from excerpts where they suffice."""
        found = [(file, self._excerpt(claim_id, file)) for file in files]
        excerpts = tuple((file[0], text) for file, text in found if text is not None)
        known = self._states.get((claim_id, excerpts))
        if known is None:
            known = _state(claim_id, files, excerpts)
            if known.side.lost or not known.side.whole:
                return self.whole(claim_id, [file for file, text in found if text is not None])
            self._states[claim_id, excerpts] = known
        return known._replace(files=files)

    def whole(self, claim_id: str, files: RevisionFiles) -> _State:
        """Return the state of the claim that has an id, with all others of the files."""
        return _state(claim_id, files, tuple((name, self._read(key)) for name, key in files))

    def located(self, state: "_State", entry: Entry) -> Entry:
        """Return an entry of a state with its line in the whole file."""
        name = entry.file.name
        content = self._read(dict(state.files)[name])
        if dict(state.excerpts)[name] == content:
            return entry
        return entry._replace(line=_line_in_file(content, entry.claim.id, entry.line))

    def _excerpt(self, claim_id: str, file: RevisionFile) -> bytes | None:
        _, key = file
        if (claim_id, key) not in self._excerpts:
            self._excerpts[claim_id, key] = excerpt(self._read(key), claim_id)
        return self._excerpts[claim_id, key]


def _state(claim_id: str, files: RevisionFiles, texts: _Texts) -> _State:
    side = readable(read_document(name, text) for name, text in texts)
    has = any(entry.claim.id == claim_id for entry in side.tracker)
    return _State(files, texts, side, has, side.lacks(claim_id))


def _revised_claims(
    claim_id: str, revisions: Iterable[Revision], states: _States
) -> Iterator[_RevisedClaim]:
    """Yield the revisions that may have changed a claim, the newest first, by the id it had."""
    for revision in revisions:
        new = states.state(claim_id, revision.files)
        olds = [states.state(claim_id, files) for files in revision.parents]
        is_same = any(old.excerpts == new.excerpts for old in olds)
        if is_same or not any(state.may_have for state in (new, *olds)):
            continue
        old = next((old for old in olds if old.may_have), states.state(claim_id, ()))
        former_id = claim_id
        if revision.parents and not revision.cut and new.has != old.has and not old.lost:
            old = states.whole(claim_id, revision.parents[0])
            new = states.whole(claim_id, revision.files)
            former_id = _former_id(old.side, new.side, claim_id)
        yield _RevisedClaim(revision, claim_id, old, new)
        claim_id = former_id


def _former_id(old: Readable, new: Readable, claim_id: str) -> str:
    """Return the former id of a claim that was renamed, else its id."""
    changes = (change for change in compare(old, new).claims if change.id == claim_id)
    return next((change.was for change in changes if change.was is not None), claim_id)


def _event(revised: _RevisedClaim, old: _State, states: _States) -> Iterator[LogEvent]:
    comparison = compare(old.side, revised.new.side)
    changes = (
        change for change in comparison.claims if revised.claim_id in (change.id, change.was)
    )
    change = next(changes, None)
    tables = tuple(change for change in comparison.tables if revised.claim_id in change.claims)
    if tables:
        tables = _for_all_claims(tables, revised, old, states)
    if change is not None:
        state = old if change.fate == "removed" else revised.new
        change = replace(change, entry=states.located(state, change.entry))
    if change is not None or tables:
        yield LogEvent(revised.revision.commit, change, tables)


def _for_all_claims(
    tables: tuple[TableChange, ...], revised: _RevisedClaim, old: _State, states: _States
) -> tuple[TableChange, ...]:
    """Return changes found in excerpts as they are for all claims of the files, where known."""
    sides = [states.whole(revised.claim_id, state.files).side for state in (old, revised.new)]
    known = {(change.table, change.name, change.field): change for change in compare(*sides).tables}
    return tuple(known.get((change.table, change.name, change.field), change) for change in tables)


def excerpt(content: bytes, claim_id: str) -> bytes | None:
    """Return the content with only the claims that have the id in them, or None if none has.

    So the others need not be parsed. It is cut at the lines that begin the items of `claims`,
    without reading it as YAML; a fault in it has to be looked for in the whole file.
    """
    parts = _kept(content, claim_id)
    return b"".join(content[part] for part in parts) if parts else None


def _line_in_file(content: bytes, claim_id: str, line: int) -> int:
    """Return the line of a content that is a line of its excerpt."""
    read = end = 0
    for part in _kept(content, claim_id):
        left_out = line_ends(content[end : part.start])
        line += left_out
        read += left_out + line_ends(content[part])
        end = part.stop
        if line <= read:
            break
    return line


def _kept(content: bytes, claim_id: str) -> list[slice]:
    """Return the parts of a content that its excerpt has."""
    word = re.compile(re.escape(claim_id.encode()) + rb"(?![a-z0-9-])")
    found = [match.start() for match in word.finditer(content)]
    whole = slice(0, len(content))
    if not found:
        return []
    sections = list(_SECTION.finditer(content))
    if len(sections) != 1:
        return [whole]
    start = sections[0].end()
    following = _NEXT_SECTION.search(content, start)
    stop = following.start() if following is not None else len(content)
    first = _ITEM.search(content, start, stop)
    if first is None:
        return [whole]
    item = re.compile(rb"^" + first[1] + _DASH, re.MULTILINE)
    begins = [match.start() for match in item.finditer(content, first.start(), stop)]
    wanted = sorted({bisect_right(begins, at) for at in found if begins[0] <= at < stop})
    ends = [*begins[1:], stop]
    claims = [slice(begins[index - 1], ends[index - 1]) for index in wanted]
    return [slice(0, begins[0]), *claims, slice(stop, len(content))]
