"""The comparison of two states: each claim with what it was, and what changed."""

from collections.abc import Iterator

from claim_tracker.checks.readable import Readable
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.changes import Change, ClaimChange, Comparison, Errors, Rewriting
from claim_tracker.compare.renames import renamed
from claim_tracker.compare.tables import table_changes
from claim_tracker.compare.updates import history_changes
from claim_tracker.compare.values import claim_fields, differing


def compare(old: Readable, new: Readable) -> Comparison:
    """What changed for the claims from the older state to the newer one.

    Values are compared, not texts: see `values`. A claim that one of the two may have and that
    cannot be read there is not compared.
    """
    before = {entry.claim.id: entry for entry in old.tracker}
    after = {entry.claim.id: entry for entry in new.tracker}
    gone = [it for it in old.tracker if it.claim.id not in after and not new.lacks(it.claim.id)]
    come = [it for it in new.tracker if it.claim.id not in before and not old.lacks(it.claim.id)]
    names = renamed(gone, come)
    claims = list(_claims(before, new, names, {entry.claim.id for entry in come}))
    kept = set(names.values())
    claims += [ClaimChange("removed", it) for it in gone if it.claim.id not in kept]
    return Comparison(
        tuple(claims),
        tuple(table_changes(old, new)),
        _errors(old, {*after, *new.lost} - set(before)),
        _errors(new, {*before, *old.lost} - set(after)),
    )


def _claims(
    before: dict[str, Entry], new: Readable, names: dict[str, str], come: set[str]
) -> Iterator[ClaimChange]:
    for entry in new.tracker:
        claim_id = entry.claim.id
        was = names.get(claim_id)
        old = before.get(was if was is not None else claim_id)
        if old is not None:
            changes = tuple(entry_changes(old, entry))
            if was is not None or changes:
                yield ClaimChange("changed" if was is None else "renamed", entry, was, changes)
        elif claim_id in come:
            yield ClaimChange("added", entry)


def entry_changes(old: Entry, new: Entry) -> Iterator[Change | Rewriting]:
    """What changed for one claim: first what it says itself, then its updates.

    A deadline of the claim itself that is edited, and not moved by an update, rewrites what
    was first stated.
    """
    before, after = claim_fields(old), claim_fields(new)
    for name in differing(before, after):
        rewritten = name == "due" and before[name] is not None
        yield Change(name, before[name], after[name], rewritten=rewritten)
    yield from history_changes(old, new)


def _errors(side: Readable, others: set[str]) -> Errors | None:
    """The claims that are lost on a side, among them those of the other of which it may be so."""
    if side.whole and not side.lost:
        return None
    return Errors(tuple(sorted({*side.lost, *(it for it in others if side.lacks(it))})))
