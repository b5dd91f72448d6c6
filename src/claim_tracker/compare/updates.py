"""The updates of a claim in two states: what was appended, and what was rewritten.

Updates are only appended to. One that says something else than it did, that is gone, or that was
put in before an older one is history rewritten: what could be known on a day is no longer what
could be known on it.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from claim_tracker.claims.model import Source, Update, fields_of, use_of
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.changes import Change, How, Rewriting
from claim_tracker.compare.values import (
    FieldValues,
    claim_fields,
    differing,
    meaning,
    meanings,
    update_fields,
)
from claim_tracker.dates import Period
from claim_tracker.text.sequence_diff import steps

_SAID = tuple(name for name in fields_of(Update) if name not in ("date", "source"))
_IN_FORCE = tuple(name for name in _SAID if use_of(Update, name).lasting)
_MOST_PAIRS = 100_000
"""Where a gap has more, its updates are taken to be others and not edited ones."""
Pair = tuple[int | None, int | None]


class _Rewritten(NamedTuple):
    """The updates that were rewritten, and how many of the newer ones were there before."""

    rewritings: tuple[Rewriting, ...]
    kept: int


def history_changes(old: Entry, new: Entry) -> Iterator[Change | Rewriting]:
    """What became of the updates of a claim, and what comes of it for what is in force."""
    edits = _edits(old, new)
    yield from edits.rewritings
    kept = new.claim.updates[: edits.kept]
    if edits.rewritings:
        yield from _effects(old, new, kept)
    yield from _appended(new, kept, new.claim.updates[edits.kept :])


def _edits(old: Entry, new: Entry) -> _Rewritten:
    before = [update_fields(old, update) for update in old.claim.updates]
    after = [update_fields(new, update) for update in new.claim.updates]
    pairs = list(_pairs(before, after))
    kept = 1 + max((two for one, two in pairs if one is not None and two is not None), default=-1)
    rewritings = (
        _rewriting(_at(before, one), _at(after, two))
        for one, two in pairs
        if one is not None or (two is not None and two < kept)
    )
    return _Rewritten(tuple(it for it in rewritings if it is not None), kept)


def _at(fields: Sequence[FieldValues], index: int | None) -> FieldValues | None:
    return fields[index] if index is not None else None


def _pairs(old: Sequence[FieldValues], new: Sequence[FieldValues]) -> Iterator[Pair]:
    """Which update is which: the same first, then, in each gap, those that are alike in order."""
    one, two = list(map(meanings, old)), list(map(meanings, new))
    for tag, start, stop, new_start, new_stop in steps(one, two):
        left, right = range(start, stop), range(new_start, new_stop)
        if tag == "equal":
            yield from zip(left, right, strict=True)
        else:
            yield from _gap(old, new, left, right)


def _gap(
    old: Sequence[FieldValues],
    new: Sequence[FieldValues],
    left: Sequence[int],
    right: Sequence[int],
) -> Iterator[Pair]:
    few = len(left) * len(right) <= _MOST_PAIRS
    for one in left:
        match = next((two for two in right if few and _alike(old[one], new[two])), None)
        if match is None:
            yield one, None
            continue
        yield from ((None, two) for two in right if two < match)
        yield one, match
        right = [two for two in right if two > match]
    yield from ((None, two) for two in right)


def _alike(old: FieldValues, new: FieldValues) -> bool:
    """Whether an update is another one edited: it has the same date, or all else is the same."""
    return meaning(old["date"]) == meaning(new["date"]) or len(list(differing(old, new))) == 1


def _rewriting(old: FieldValues | None, new: FieldValues | None) -> Rewriting | None:
    how: How = "removed" if new is None else "inserted" if old is None else "changed"
    one, two = old or dict.fromkeys(new or {}), new or dict.fromkeys(old or {})
    names = [name for name in differing(one, two) if how == "changed" or name != "date"]
    on = (old or two)["date"]
    if how == "changed" and not names:
        return None
    fields = (Change(name, one[name], two[name]) for name in names)
    return Rewriting(how, on, tuple(fields)) if isinstance(on, Period) else None


def _effects(old: Entry, new: Entry, kept: Sequence[Update]) -> Iterator[Change]:
    """What is in force after the rewriting alone, where that is something else."""
    before, after = _in_force(old, old.claim.updates), _in_force(new, kept)
    moved_by_update = any(update.due is not None for update in (*old.claim.updates, *kept))
    for name in before:
        if (name != "due" or moved_by_update) and meaning(before[name]) != meaning(after[name]):
            yield Change(name, before[name], after[name], rewritten=True)


def _appended(entry: Entry, kept: Sequence[Update], updates: Sequence[Update]) -> Iterator[Change]:
    """What new updates say, each compared with what had been in force before it."""
    now = dict(_in_force(entry, kept))
    references = (entry.claim.source, *(update.source for update in kept))
    known = {entry.file.cite(it).source.url for it in references if it is not None}
    for update in updates:
        fields, sets = update_fields(entry, update), _sets(entry, update)
        source = fields["source"] if isinstance(fields["source"], Source) else None
        said = [
            Change(name, now.get(name), sets.get(name, fields[name]), update.date, source)
            for name in _SAID
            if fields[name] is not None
        ]
        if source is not None and source.url not in known:
            known.add(source.url)
            said.append(Change("source", None, source, update.date, source))
        yield from said or [Change("note", None, None, update.date, source)]
        now |= sets


def _in_force(entry: Entry, updates: Sequence[Update]) -> FieldValues:
    """What holds after these updates of a claim."""
    own = claim_fields(entry)
    first: FieldValues = {name: own.get(name) for name in _IN_FORCE}
    return reduce(lambda now, update: {**now, **_sets(entry, update)}, updates, first)


def _sets(entry: Entry, update: Update) -> FieldValues:
    """What holds from an update on; `open` leaves a claim without an outcome."""
    fields = update_fields(entry, update)
    said = {name: fields[name] for name in _IN_FORCE if fields[name] is not None}
    return said | ({"outcome": None} if update.outcome == "open" else {})
