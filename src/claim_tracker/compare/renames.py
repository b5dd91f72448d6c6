"""Claims that were renamed: the same claim under another id."""

from collections.abc import Hashable, Iterable

from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.values import claim_fields, meanings, update_fields
from claim_tracker.text.display import folded
from claim_tracker.text.renames import renames


def renamed(gone: Iterable[Entry], new: Iterable[Entry]) -> dict[str, str]:
    """Return the old id, by the new one, of each claim that is among those that are gone.

    It is the same claim when all its fields and updates mean the same (related claims aside), or
    else when its text is the same apart from case and white space. An ambiguous match counts as
    none.
    """
    old, now = ({entry.claim.id: entry for entry in entries} for entries in (gone, new))
    return renames(old, now, (_content, _text))


def _content(entry: Entry) -> Hashable:
    fields = {name: value for name, value in claim_fields(entry).items() if name != "related"}
    updates = (meanings(update_fields(entry, update)) for update in entry.claim.updates)
    return meanings(fields), *updates


def _text(entry: Entry) -> Hashable:
    return folded(entry.claim.claim)
