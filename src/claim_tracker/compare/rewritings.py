"""What a commit rewrote of what claims had said, and what of that counts as a correction.

What only sorts, explains or reminds (`_ASIDE`) does not count, nor does a source that is added, an
empty field that is filled in, or a new id.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from claim_tracker.checks.readable import Readable
from claim_tracker.claims.fields import fields_of, use_of
from claim_tracker.claims.model import Source, Update
from claim_tracker.claims.tracker import Citation, Entry
from claim_tracker.compare.changes import Change, ClaimChange, Rewriting
from claim_tracker.compare.states import compare
from claim_tracker.compare.values import FieldValue, meaning_key

_ASIDE = frozenset(("note", "topic", "places", "tags", "related", "review"))
_COMPLETED = frozenset(
    name for name in fields_of(Update) if use_of(Update, name).prose or name == "source"
)
"""The fields of an update that may be filled in later: they change nothing of what it says."""


def claim_changes(old: Readable, new: Readable) -> list[ClaimChange]:
    """Return the changes of claims that are not the same in both states, the defaults in them."""
    before = {entry.claim.id: entry for entry in old.tracker}
    same = {
        entry.claim.id
        for entry in new.tracker
        if entry.claim.id in before and _is_same(before[entry.claim.id], entry)
    }
    return list(compare(_without(old, same), _without(new, same), defaults=True).claims)


def _is_same(old: Entry, new: Entry) -> bool:
    updates = new.claim.updates
    return (
        old.claim == new.claim
        and old.stated == new.stated
        and old.citations_with(updates) == new.citations_with(updates)
    )


def _without(side: Readable, ids: set[str]) -> Readable:
    entries = tuple(entry for entry in side.tracker if entry.claim.id not in ids)
    return replace(side, tracker=replace(side.tracker, entries=entries))


def common_changes(found: Sequence[Sequence[ClaimChange]]) -> Iterator[ClaimChange]:
    """Yield the changes against the first parent that are changes against each other one too."""
    others = [{change.id: change for change in each} for each in found[1:]]
    for change in found[0]:
        against = [each[change.id] for each in others if change.id in each]
        if len(against) < len(others) or any(other.fate == "added" for other in against):
            continue
        known = [set(map(_change_key, other.changes)) for other in against]
        changes = (
            part for part in change.changes if all(_change_key(part) in each for each in known)
        )
        yield replace(change, changes=tuple(changes))


def _change_key(change: Change | Rewriting) -> Hashable:
    """Return a key that is equal for the same change of two older states."""
    if isinstance(change, Rewriting):
        return change.how, meaning_key(change.on)
    return change.field, meaning_key(change.new), change.on and meaning_key(change.on)


def as_correction(change: ClaimChange) -> ClaimChange | None:
    """Return a change with what counts as a correction; None without such."""
    if change.fate == "removed":
        return change
    changes = tuple(part for part in change.changes if _counts(part))
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
    """Whether a value that counts is gone, or another value stands in its place."""
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
