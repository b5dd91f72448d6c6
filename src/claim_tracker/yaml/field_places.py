"""Whether all in a file stands where it belongs at first sight, as in almost every file."""

from typing import Any

from claim_tracker.yaml.field_names import FIELDS_OF, MAPPINGS, SECTIONS
from claim_tracker.yaml.parsed import Mapping

LISTS = ("updates", "places", "tags", "related")
"""The lists that a claim has."""
_SECTIONS = frozenset(SECTIONS)


def is_in_place(root: Mapping) -> bool:
    """Whether nothing of a file has to be brought to its place."""
    claims = root.get("claims")
    return (
        root.keys() <= _SECTIONS
        and type(claims) is list
        and all(map(is_claim_in_place, claims))
        and all(_is_table(root[name], FIELDS_OF[name]) for name in MAPPINGS if name in root)
    )


def is_claim_in_place(claim: Any) -> bool:
    """Whether nothing is astray in a claim."""
    if type(claim) is not Mapping or "id" not in claim:
        return False
    if "quantity" in claim and type(claim["quantity"]) is not Mapping:
        return False
    if claim.get("source") is None:
        return False
    for name in LISTS:
        items = claim.get(name)
        if items:
            if type(items) is not list:
                return False
            for item in items:
                if type(item) is Mapping and "id" in item:
                    return False
    return True


def _is_table(section: Any, fields: frozenset[str]) -> bool:
    """Whether a section has entries by their keys, and they have fields that are texts.

    Each has a field that belongs there, or none at all.
    """
    return type(section) is Mapping and all(
        type(entry) is Mapping
        and all(type(value) is str for value in entry.values())
        and not (entry and fields.isdisjoint(entry))
        for entry in section.values()
    )
