"""What both sides of a merge found out about a claim, each in an update of its own."""

from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from claim_tracker.merge.names import claim_name, claim_names, update_names
from claim_tracker.yaml import mapping_or_empty, mappings_in


class Opposed(NamedTuple):
    """The different outcomes that the two sides recorded of a claim, named as in the merge."""

    claim: str
    ours: str
    theirs: str


def opposed_outcomes(base: Any, ours: Any, theirs: Any) -> Iterator[Opposed]:
    """Yield the claims to which each side added another outcome, while both updates stay."""
    versions = [_mappings_of(root, "claims") for root in (base, ours, theirs)]
    old, own, other = (
        dict(zip(names, items, strict=True))
        for names, items in zip(claim_names(*versions), versions, strict=True)
    )
    for name, claim in own.items():
        if name in other:
            claims = (old.get(name, {}), claim, other[name])
            updates = [_mappings_of(each, "updates") for each in claims]
            names = update_names(*updates)
            found = _last_new_outcome(names.ours, updates[1], {*names.base, *names.theirs})
            opposite = _last_new_outcome(names.theirs, updates[2], {*names.base, *names.ours})
            if found and opposite and found != opposite:
                yield Opposed(_merged_name(*claims), found, opposite)


def _merged_name(old: dict[str, Any], own: dict[str, Any], other: dict[str, Any]) -> str:
    """Return the id of a claim, that which one of the sides has given it anew."""
    return claim_name(other if own.get("id") == old.get("id") else own)


def _last_new_outcome(
    names: Sequence[Hashable], updates: Sequence[dict[str, Any]], known: Collection[Hashable]
) -> str | None:
    """Return the last outcome in the updates that are not known, or None if they have none."""
    added = zip(names, updates, strict=True)
    outcomes = [update.get("outcome") for name, update in added if name not in known]
    return next((str(each).strip() for each in reversed(outcomes) if each), None)


def _mappings_of(holder: Any, name: str) -> list[dict[str, Any]]:
    """Return the mappings of a list that a mapping holds; nothing for what is none."""
    return [each for _, each in mappings_in(mapping_or_empty(holder).get(name))]
