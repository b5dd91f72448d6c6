"""The log of one claim: what each revision of its files changed."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.compare.changes import ClaimChange, TableChange
from claim_tracker.compare.states import compare
from claim_tracker.yaml import read as read_document

RevisionFile = tuple[str, str]
"""A file of a revision: its name, and the key of its content."""
RevisionFiles = Sequence[RevisionFile]
_Texts = tuple[tuple[str, bytes], ...]
_SECTION = re.compile(rb"^claims:[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_NEXT_SECTION = re.compile(rb"^[^\s#-]", re.MULTILINE)
_ITEM = re.compile(rb"^( *)- ", re.MULTILINE)


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


def events_of(
    claim_id: str, revisions: Iterable[Revision], read: Callable[[str], bytes]
) -> list[LogEvent]:
    """Return what revisions changed for a claim, in their order; nothing for an unknown claim.

    The newest revision comes first. The claim is followed over a changed id, where one claim
    has it. `read` returns the content of a file by its key.
    """
    return _ClaimLog(claim_id, read).events(revisions)


class _State(NamedTuple):
    """The part of some files that concerns the claim, and what can be read of it."""

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


class _ClaimLog:
    def __init__(self, claim_id: str, read: Callable[[str], bytes]) -> None:
        self._id = claim_id
        self._read = read
        self._excerpts: dict[RevisionFile, bytes | None] = {}
        self._states: dict[tuple[str, _Texts], _State] = {}

    def events(self, revisions: Iterable[Revision]) -> list[LogEvent]:
        """Return the changes, the newest first; after errors, against the last readable state."""
        found: list[LogEvent] = []
        last: Readable | None = None
        for revised in reversed(list(self._revised(revisions))):
            if revised.new.lost:
                found.append(LogEvent(revised.revision.commit, gap="errors"))
                continue
            if revised.revision.cut:
                found.append(LogEvent(revised.revision.commit, gap="cut"))
            else:
                old = last if revised.old.lost and last is not None else revised.old.side
                found += _event(revised, old)
            last = revised.new.side
        return found[::-1]

    def _revised(self, revisions: Iterable[Revision]) -> Iterator[_RevisedClaim]:
        for revision in revisions:
            new, olds = self._state(revision.files), list(map(self._state, revision.parents))
            is_same = any(old.excerpts == new.excerpts for old in olds)
            if is_same or not any(state.may_have for state in (new, *olds)):
                continue
            old = next((old for old in olds if old.may_have), self._state(()))
            claim_id = self._id
            if revision.parents and not revision.cut and new.has != old.has and not old.lost:
                old, new = self._whole(revision.parents[0]), self._whole(revision.files)
                self._id = _former_id(old.side, new.side, claim_id)
            yield _RevisedClaim(revision, claim_id, old, new)

    def _state(self, parts: RevisionFiles) -> _State:
        """Return the state of the claim that now has the id, from excerpts where they suffice."""
        found = [(part, self._excerpt(part)) for part in parts]
        excerpts = tuple((part[0], text) for part, text in found if text is not None)
        known = self._states.get((self._id, excerpts))
        if known is None:
            known = self._readable(excerpts)
            if known.side.lost or not known.side.whole:
                return self._whole([part for part, text in found if text is not None])
            self._states[self._id, excerpts] = known
        return known

    def _whole(self, parts: RevisionFiles) -> _State:
        return self._readable(tuple((name, self._read(key)) for name, key in parts))

    def _readable(self, texts: _Texts) -> _State:
        side = readable(read_document(name, text) for name, text in texts)
        has = any(entry.claim.id == self._id for entry in side.tracker)
        return _State(texts, side, has, side.lacks(self._id))

    def _excerpt(self, part: RevisionFile) -> bytes | None:
        key = (part[1], self._id)
        if key not in self._excerpts:
            self._excerpts[key] = excerpt(self._read(part[1]), self._id)
        return self._excerpts[key]


def _former_id(old: Readable, new: Readable, claim_id: str) -> str:
    """Return the former id of a claim that was renamed, else its id."""
    changes = (it for it in compare(old, new).claims if it.id == claim_id)
    return next((it.was for it in changes if it.was is not None), claim_id)


def _event(revised: _RevisedClaim, old: Readable) -> Iterator[LogEvent]:
    comparison = compare(old, revised.new.side)
    changes = (it for it in comparison.claims if revised.claim_id in (it.id, it.was))
    change = next(changes, None)
    tables = tuple(it for it in comparison.tables if revised.claim_id in it.claims)
    if change is not None or tables:
        yield LogEvent(revised.revision.commit, change, tables)


def excerpt(content: bytes, claim_id: str) -> bytes | None:
    """Return the content with only those claims that have the id in them; None without one.

    So the others need not be parsed. It is cut at the lines that begin the items of `claims`,
    without reading it as YAML; a fault in it has to be looked for in the whole file.
    """
    word = re.compile(re.escape(claim_id.encode()) + rb"(?![a-z0-9-])")
    found = [match.start() for match in word.finditer(content)]
    if not found:
        return None
    sections = list(_SECTION.finditer(content))
    if len(sections) != 1:
        return content
    start = sections[0].end()
    following = _NEXT_SECTION.search(content, start)
    stop = following.start() if following is not None else len(content)
    first = _ITEM.search(content, start, stop)
    if first is None:
        return content
    item = re.compile(rb"^" + first[1] + rb"- ", re.MULTILINE)
    begins = [match.start() for match in item.finditer(content, first.start(), stop)]
    wanted = sorted({bisect_right(begins, at) for at in found if begins[0] <= at < stop})
    ends = [*begins[1:], stop]
    kept = b"".join(content[begins[index - 1] : ends[index - 1]] for index in wanted)
    return content[: begins[0]] + kept + content[stop:]
