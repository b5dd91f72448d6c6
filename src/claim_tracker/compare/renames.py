"""Claims that were renamed: the same claim under another id."""

from collections.abc import Callable, Hashable, Iterable, Sequence

from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.values import claim_fields, meanings, update_fields
from claim_tracker.text.display import folded


def renamed(gone: Iterable[Entry], new: Iterable[Entry]) -> dict[str, str]:
    """Return the old id, by the new one, of each claim that is among those that are gone.

    It is the same claim when all its fields and updates mean the same (related claims aside), or
    else when its text is the same apart from case and white space. An ambiguous match counts as
    none.
    """
    found: dict[str, str] = {}
    gone, new = list(gone), list(new)
    for likeness in (_content, _text):
        old = _single([entry for entry in gone if entry.claim.id not in found.values()], likeness)
        now = _single([entry for entry in new if entry.claim.id not in found], likeness)
        found |= {now[key]: old[key] for key in now if key in old}
    return found


def _single(entries: Sequence[Entry], likeness: Callable[[Entry], Hashable]) -> dict[Hashable, str]:
    """Return the id of each claim whose likeness is unique."""
    ids: dict[Hashable, list[str]] = {}
    for entry in entries:
        ids.setdefault(likeness(entry), []).append(entry.claim.id)
    return {key: alike[0] for key, alike in ids.items() if len(alike) == 1}


def _content(entry: Entry) -> Hashable:
    fields = {name: value for name, value in claim_fields(entry).items() if name != "related"}
    updates = (meanings(update_fields(entry, update)) for update in entry.claim.updates)
    return meanings(fields), *updates


def _text(entry: Entry) -> Hashable:
    return folded(entry.claim.claim)
