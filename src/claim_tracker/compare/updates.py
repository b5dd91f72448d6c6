"""Changes of the updates of a claim: those appended, and those rewritten.

Updates are only appended. One that was changed or removed, or inserted ahead of an older one,
rewrites history: it changes what could be known on a past day.
"""

from collections.abc import Iterator, Sequence
from functools import reduce

from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Update
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.changes import Change, How, Rewriting
from claim_tracker.compare.values import (
    FieldValues,
    claim_fields,
    differing_fields,
    meaning_key,
    meaning_keys,
    update_fields,
)
from claim_tracker.dates import Period
from claim_tracker.text.sequence_diff import pairs

_SET = tuple(name for name in fields_of(Update) if name not in ("date", "source"))
_IN_FORCE = tuple(name for name in _SET if use_of(Update, name).lasting)


def history_changes(old: Entry, new: Entry) -> Iterator[Change | Rewriting]:
    """Yield the rewritten and the appended updates of a claim, with their effects."""
    rewritings, count = _rewritings(old, new)
    yield from rewritings
    kept = new.claim.updates[:count]
    if rewritings:
        yield from _effects(old, new, kept)
    yield from _appended_changes(new, kept, new.claim.updates[count:])


def _rewritings(old: Entry, new: Entry) -> tuple[list[Rewriting], int]:
    """Return the updates that were rewritten, and how many of the newer ones are not new."""
    old_fields = [update_fields(old, update) for update in old.claim.updates]
    new_fields = [update_fields(new, update) for update in new.claim.updates]
    found = list(
        pairs(
            list(map(meaning_keys, old_fields)),
            list(map(meaning_keys, new_fields)),
            lambda one, two: _alike(old_fields[one], new_fields[two]),
        )
    )
    kept = 1 + max((two for one, two in found if one is not None and two is not None), default=-1)
    rewritings = (
        _rewriting(_at(old_fields, one), _at(new_fields, two))
        for one, two in found
        if one is not None or (two is not None and two < kept)
    )
    return [rewriting for rewriting in rewritings if rewriting is not None], kept


def _at(fields: Sequence[FieldValues], index: int | None) -> FieldValues | None:
    return fields[index] if index is not None else None


def _alike(old: FieldValues, new: FieldValues) -> bool:
    """Whether an update is an edited one: only its date differs, or its date is the same."""
    return (
        meaning_key(old["date"]) == meaning_key(new["date"])
        or len(list(differing_fields(old, new))) == 1
    )


def _rewriting(old: FieldValues | None, new: FieldValues | None) -> Rewriting | None:
    how: How = "removed" if new is None else "inserted" if old is None else "changed"
    one, two = old or dict.fromkeys(new or {}), new or dict.fromkeys(old or {})
    names = [name for name in differing_fields(one, two) if how == "changed" or name != "date"]
    on = (old or two)["date"]
    if how == "changed" and not names:
        return None
    fields = (Change(name, one[name], two[name]) for name in names)
    return Rewriting(how, on, tuple(fields)) if isinstance(on, Period) else None


def _effects(old: Entry, new: Entry, kept: Sequence[Update]) -> Iterator[Change]:
    """Yield the fields in force whose value the rewriting changes.

    Both histories are of the claim as it is now: what it says itself is a change of its own.
    """
    fields = claim_fields(new)
    was, now = _in_force(fields, old, old.claim.updates), _in_force(fields, new, kept)
    for name in was:
        if meaning_key(was[name]) != meaning_key(now[name]):
            yield Change(name, was[name], now[name], rewritten=True)


def _appended_changes(
    entry: Entry, kept: Sequence[Update], updates: Sequence[Update]
) -> Iterator[Change]:
    """Yield what new updates set, each compared with the values in force until then."""
    now = dict(_in_force(claim_fields(entry), entry, kept))
    known = {citation.source.identity for citation in entry.citations_with(kept)}
    for update in updates:
        fields, sets = update_fields(entry, update), _sets(entry, update)
        sources = [citation.source for citation in entry.citations(update)]
        source = next(iter(sources), None)
        changes = [
            Change(name, now.get(name), sets.get(name, fields[name]), update.date, source)
            for name in _SET
            if fields[name] is not None
        ]
        for each in sources:
            if each.identity not in known:
                known.add(each.identity)
                changes.append(Change("source", None, each, update.date, source))
        yield from changes or [Change("note", None, None, update.date, source)]
        now |= sets


def _in_force(fields: FieldValues, entry: Entry, updates: Sequence[Update]) -> FieldValues:
    """Return the values in force after updates of an entry, of a claim with `fields`."""
    first: FieldValues = {name: fields.get(name) for name in _IN_FORCE}
    return reduce(lambda now, update: {**now, **_sets(entry, update)}, updates, first)


def _sets(entry: Entry, update: Update) -> FieldValues:
    """Return the values in force from an update on; `open` takes the outcome back."""
    fields = update_fields(entry, update)
    lasting = {name: fields[name] for name in _IN_FORCE if fields[name] is not None}
    return lasting | ({"outcome": None} if update.outcome == "open" else {})
