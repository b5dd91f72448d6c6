"""The comparison of two states: each claim with what it was, and what changed."""

from collections.abc import Container, Hashable, Iterable, Iterator

from claim_tracker.checks.readable import Readable
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.changes import Change, ClaimChange, Comparison, Rewriting, Uncompared
from claim_tracker.compare.tables import table_changes
from claim_tracker.compare.updates import history_changes
from claim_tracker.compare.values import claim_fields, differing_fields, meaning_keys, update_fields
from claim_tracker.text.display import folded
from claim_tracker.text.renames import renames


def compare(old: Readable, new: Readable, *, defaults: bool = False) -> Comparison:
    """Return what changed for the claims from the older state to the newer one.

    Fields are compared by meaning (see `values`). A claim that may be in the faulty part of one
    of the states is not compared. With `defaults`, what a claim has from them is its own.
    """
    old_by_id, new_by_id = _by_id(old.tracker), _by_id(new.tracker)
    gone = [entry for entry in old.tracker if _is_missing(entry, new, new_by_id)]
    come = [entry for entry in new.tracker if _is_missing(entry, old, old_by_id)]
    added = _by_id(come)
    names = renames(_by_id(gone), added, (_content_key, _text_key))
    claims = list(_claims(old_by_id, new, names, added, defaults=defaults))
    kept = set(names.values())
    claims += [ClaimChange("removed", entry) for entry in gone if entry.claim.id not in kept]
    return Comparison(
        tuple(claims),
        tuple(table_changes(old, new)),
        _errors(old, {*new_by_id, *new.lost} - set(old_by_id)),
        _errors(new, {*old_by_id, *old.lost} - set(new_by_id)),
    )


def _claims(
    old_by_id: dict[str, Entry],
    new: Readable,
    names: dict[str, str],
    come: Container[str],
    *,
    defaults: bool,
) -> Iterator[ClaimChange]:
    for entry in new.tracker:
        claim_id = entry.claim.id
        was = names.get(claim_id)
        old = old_by_id.get(was if was is not None else claim_id)
        if old is not None:
            changes = tuple(_entry_changes(old, entry, defaults=defaults))
            if was is not None or changes:
                yield ClaimChange("changed" if was is None else "renamed", entry, was, changes)
        elif claim_id in come:
            yield ClaimChange("added", entry)


def _entry_changes(old: Entry, new: Entry, *, defaults: bool) -> Iterator[Change | Rewriting]:
    """Yield what changed for one claim: first its own fields, then its updates.

    A deadline that is edited in the claim itself rewrites what was first stated; only an update
    moves it. What a claim has from the defaults before and after is a change of these, and of the
    claim only with `defaults`.
    """
    old_fields, new_fields = claim_fields(old), claim_fields(new)
    of_defaults = frozenset() if defaults else _from_defaults(old) & _from_defaults(new)
    for name in differing_fields(old_fields, new_fields):
        if name in of_defaults:
            continue
        rewritten = name == "due" and old_fields[name] is not None
        yield Change(name, old_fields[name], new_fields[name], rewritten=rewritten)
    yield from history_changes(old, new)


def _from_defaults(entry: Entry) -> frozenset[str]:
    """Return the fields that follow from the defaults.

    When it was stated follows from its source, and as of when a fact holds from that.
    """
    found = entry.defaulted
    if "source" in found and entry.claim.stated is None:
        found |= {"stated"}
    return found | {"as_of"} if "stated" in found and entry.claim.as_of is None else found


def _errors(side: Readable, others: set[str]) -> Uncompared | None:
    """Return the claims lost on a side, with those of the other side that may be lost there."""
    if side.whole and not side.lost:
        return None
    return Uncompared(tuple(sorted({*side.lost, *filter(side.lacks, others)})))


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.claim.id: entry for entry in entries}


def _is_missing(entry: Entry, side: Readable, by_id: Container[str]) -> bool:
    """Whether a state, which can be read so far, does not have a claim."""
    return entry.claim.id not in by_id and not side.lacks(entry.claim.id)


def _content_key(entry: Entry) -> Hashable:
    """Return a key that is equal for claims whose fields and updates mean the same.

    Related claims are left out, as their ids may have changed with that of this one.
    """
    fields = {name: value for name, value in claim_fields(entry).items() if name != "related"}
    updates = (meaning_keys(update_fields(entry, update)) for update in entry.claim.updates)
    return meaning_keys(fields), *updates


def _text_key(entry: Entry) -> Hashable:
    return folded(entry.claim.claim)
