"""The life of one claim over the revisions of its files: each that changed it, and what changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claim_tracker.checks.readable import Readable, readable
from claim_tracker.compare.changes import ClaimChange, TableChange
from claim_tracker.compare.excerpt import excerpt
from claim_tracker.compare.states import compare
from claim_tracker.yaml import read as read_document

RevisionFile = tuple[str, str]
"""A file of a revision: its name, and the key of its content."""
RevisionFiles = Sequence[RevisionFile]
_Texts = tuple[tuple[str, bytes], ...]


class Commit(NamedTuple):
    """A revision: its id, the day and the name of its author, and the first line on it."""

    id: str
    date: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The files that a commit changed: as they are in it, and as they were in each parent.

    Without a commit it is what has not been committed yet. Before a `cut` one the history is
    not there, so that nobody knows what it changed.
    """

    commit: Commit | None
    before: Sequence[RevisionFiles]
    after: RevisionFiles
    cut: bool = False


@dataclass(frozen=True, slots=True)
class LogEvent:
    """What a step did to the claim; `change` is None where only what it refers to changed.

    With `gap` it is not known: the claim could not be read then, for errors in the file
    (`errors`), or what was before is not there (`cut`).
    """

    commit: Commit | None
    change: ClaimChange | None = None
    tables: tuple[TableChange, ...] = ()
    gap: Literal["errors", "cut"] | None = None


def life(claim_id: str, steps: Iterable[Revision], read: Callable[[str], bytes]) -> list[LogEvent]:
    """What happened to a claim, the newest first, as the steps are; nothing for an unknown one.

    It is followed over a changed id, where it is clear which claim it was. `read` gives the
    content of a file by its key.
    """
    return _Life(claim_id, read).events(steps)


class _State(NamedTuple):
    """The claim's part of some files, and what can be read of it."""

    excerpts: _Texts
    side: Readable
    has: bool
    lost: bool


class _Turn(NamedTuple):
    """A step that may have changed the claim: what it was under which id, before and after."""

    step: Revision
    claim_id: str
    old: _State
    new: _State


class _Life:
    def __init__(self, claim_id: str, read: Callable[[str], bytes]) -> None:
        self._id = claim_id
        self._read = read
        self._excerpts: dict[RevisionFile, bytes | None] = {}
        self._states: dict[tuple[str, _Texts], _State] = {}

    def events(self, steps: Iterable[Revision]) -> list[LogEvent]:
        """What happened, the newest first. What could be read last counts where errors were."""
        found: list[LogEvent] = []
        last: Readable | None = None
        for turn in reversed(list(self._turns(steps))):
            if turn.new.lost:
                found.append(LogEvent(turn.step.commit, gap="errors"))
                continue
            if turn.step.cut:
                found.append(LogEvent(turn.step.commit, gap="cut"))
            else:
                old = last if turn.old.lost and last is not None else turn.old.side
                found += _event(turn, old)
            last = turn.new.side
        return found[::-1]

    def _turns(self, steps: Iterable[Revision]) -> Iterator[_Turn]:
        for step in steps:
            new, olds = self._state(step.after), list(map(self._state, step.before))
            if any(old.excerpts == new.excerpts for old in olds) or not any(
                state.has or state.lost for state in (new, *olds)
            ):
                continue
            old = next((old for old in olds if old.has or old.lost), self._state(()))
            claim_id = self._id
            if step.before and not step.cut and new.has != old.has and not old.lost:
                old, new = self._whole(step.before[0]), self._whole(step.after)
                self._id = _former_id(old.side, new.side, claim_id)
            yield _Turn(step, claim_id, old, new)

    def _state(self, parts: RevisionFiles) -> _State:
        """The state of the claim that now has the id, from as little as will do."""
        found = ((part[0], self._excerpt(part)) for part in parts)
        excerpts = tuple((name, text) for name, text in found if text is not None)
        known = self._states.get((self._id, excerpts))
        if known is None:
            side = _readable(excerpts)
            if side.lost or not side.whole:
                return self._whole([part for part in parts if self._excerpt(part) is not None])
            known = self._states[self._id, excerpts] = self._stated(excerpts, side)
        return known

    def _whole(self, parts: RevisionFiles) -> _State:
        texts = tuple((name, self._read(key)) for name, key in parts)
        return self._stated(texts, _readable(texts))

    def _stated(self, texts: _Texts, side: Readable) -> _State:
        has = any(entry.claim.id == self._id for entry in side.tracker)
        return _State(texts, side, has, side.lacks(self._id))

    def _excerpt(self, part: RevisionFile) -> bytes | None:
        key = (part[1], self._id)
        if key not in self._excerpts:
            self._excerpts[key] = excerpt(self._read(part[1]), self._id)
        return self._excerpts[key]


def _readable(texts: Iterable[tuple[str, bytes]]) -> Readable:
    return readable(read_document(name, text) for name, text in texts)


def _former_id(old: Readable, new: Readable, claim_id: str) -> str:
    """The id that a claim had before, where it is new under this one."""
    changes = (it for it in compare(old, new).claims if it.id == claim_id)
    return next((it.was for it in changes if it.was is not None), claim_id)


def _event(turn: _Turn, old: Readable) -> Iterator[LogEvent]:
    comparison = compare(old, turn.new.side)
    changes = (it for it in comparison.claims if turn.claim_id in (it.id, it.was))
    change = next(changes, None)
    tables = tuple(it for it in comparison.tables if turn.claim_id in it.claims)
    if change is not None or tables:
        yield LogEvent(turn.step.commit, change, tables)
