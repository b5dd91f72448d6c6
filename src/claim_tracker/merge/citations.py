"""What a merge cites and has no more: one side removed it, and the other cites it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from claim_tracker.merge.names import claim_name, source_name
from claim_tracker.yaml import mapping_or_empty, mappings_in

_SECTIONS = {"source": "sources", "places": "places", "related": "claims"}


class MissingReference(NamedTuple):
    """The field of a claim, or of the defaults ("" for a claim), that names something."""

    claim: str
    field: str
    name: str


def newly_missing(merge: Any, versions: Iterable[Any]) -> list[MissingReference]:
    """Return the references of a merge to what it lost, which no version lacks itself."""
    roots = [root for root in versions if isinstance(root, dict)]
    known = {field: {name for root in roots for name in _names(root, field)} for field in _SECTIONS}
    missing = [each for each in _missing(merge) if each.name in known[each.field]]
    before = {each for root in roots for each in _missing(root)} if missing else set()
    return [each for each in dict.fromkeys(missing) if each not in before]


def _missing(root: dict[str, Any]) -> Iterator[MissingReference]:
    names = {field: _names(root, field) for field in _SECTIONS}
    for claim_id, fields in _holders(root):
        for field, value in _fields(fields):
            for name in _cited_names(field, value):
                if name not in names[field]:
                    yield MissingReference(claim_id, field, name)


def _names(root: dict[str, Any], field: str) -> set[str]:
    """Return the names of what a field may cite."""
    section = root.get(_SECTIONS[field]) or ()
    if isinstance(section, dict):
        return set(section)
    return {str(claim.get("id")) for _, claim in mappings_in(section)}


def _holders(root: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield all that cites: the defaults and the claims."""
    yield "", mapping_or_empty(root.get("defaults"))
    for _, claim in mappings_in(root.get("claims")):
        yield claim_name(claim), claim


def _fields(holder: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields that cite, those of the updates too."""
    updates = (update for _, update in mappings_in(holder.get("updates")))
    for fields in (holder, *updates):
        yield from ((name, fields[name]) for name in _SECTIONS if fields.get(name))


def _cited_names(field: str, value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item.strip()
        elif field == "source" and isinstance(item, dict) and "source" in item:
            yield source_name(item)
