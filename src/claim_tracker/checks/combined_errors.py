"""What is wrong with several fields of one mapping and is one fault, told once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from claim_tracker.checks.field_names import meant_field, model_at, value_at
from claim_tracker.checks.unnamed_values import PARTED, with_names
from claim_tracker.claims.model import (
    UNKNOWN_FIELD,
    Claim,
    Part,
    Place,
    Quantity,
    Source,
    Update,
    fields_of,
)
from claim_tracker.text.display import cut
from claim_tracker.yaml import Path, Problem

_LONGEST_SHOWN = 60
_MOST_LISTED = 4
_NAME = re.compile("[a-z_]+")
_PARTS: tuple[tuple[type[Part], str, str], ...] = (
    (Claim, "a claim", "write them in a claim, below `claims:`"),
    (Update, "an update", "write them below `updates:`, as an item that begins with `- date:`"),
    (Source, "a source", "write them below `source:`, indented, or in an entry of `sources:`"),
    (Place, "a place", "write them in an entry of `places:`"),
    (Quantity, "a quantity", "write them below `quantity:`, indented"),
)
"""The parts of the format, and what to do with fields of each that stand elsewhere."""


class Together(NamedTuple):
    """One problem, and the paths of the fields whose own problems it covers."""

    problem: Problem
    covers: frozenset[Path]


def together(
    root: dict[str, Any], faults: Iterable[tuple[Path, ErrorDetails]]
) -> Iterator[Together]:
    """The problems of mappings with several fields that are unknown or missing for one reason."""
    fields: dict[Path, dict[str, list[str]]] = {}
    for path, detail in faults:
        if path and detail["type"] in ("missing", UNKNOWN_FIELD):
            kinds = fields.setdefault(path[:-1], {"missing": [], UNKNOWN_FIELD: []})
            kinds[detail["type"]].append(str(path[-1]))
    for owner, kinds in fields.items():
        unknown, missing = kinds[UNKNOWN_FIELD], kinds["missing"]
        held = value_at(root, owner)
        problem = (
            _values(root, owner, unknown, missing)
            or _of_another_part(owner, unknown)
            or _only_an_id(held, owner, missing)
        )
        if problem is not None:
            is_all_wrong = len(unknown) == len(held) or problem.code != "E101"
            names = [*unknown, *(missing if is_all_wrong else ())]
            yield Together(problem, frozenset((*owner, name) for name in names))


def _values(
    root: dict[str, Any], owner: Path, unknown: Sequence[str], missing: Sequence[str]
) -> Problem | None:
    """Values that stand in the place of names."""
    model, fields = model_at(owner), value_at(root, owner)
    is_named = all(map(_NAME.fullmatch, unknown))
    if model not in PARTED or not missing or is_named:
        return None
    loose = {name: fields[name] for name in unknown}
    for name, value in loose.items():
        is_value = value is None or name[:1].isdigit()
        if not is_value or meant_field(root, (*owner, name)) is not None:
            return None
    named = {name: value for name, value in fields.items() if name not in loose}
    parts = [part for each in loose.items() for part in each if isinstance(part, str)]
    message = f"`{owner[-1]}` has values without the names of their fields"
    return Problem("E103", message, f"write `{with_names(model, parts, named)}`", owner, at="key")


def _of_another_part(owner: Path, unknown: Sequence[str]) -> Problem | None:
    """Fields that all belong to another part of the format."""
    parts = (part for part in _PARTS if fields_of(part[0]).keys() >= set(unknown))
    part = next(parts, None) if len(unknown) > 1 else None
    if part is None:
        return None
    _, name, advice = part
    shown = [f"`{each}`" for each in unknown]
    if len(shown) > _MOST_LISTED:
        shown[_MOST_LISTED - 1 :] = [f"{len(shown) - _MOST_LISTED + 1} more"]
    message = f"{', '.join(shown[:-1])} and {shown[-1]} are fields of {name}"
    return Problem("E101", message, advice, (*owner, unknown[0]), at="key")


def _only_an_id(held: dict[str, Any], owner: Path, missing: Sequence[str]) -> Problem | None:
    """A claim that has nothing but its id."""
    claim_id = held.get("id")
    if model_at(owner) is not Claim or len(held) > 1 or not isinstance(claim_id, str):
        return None
    names = ", ".join(f"`{name}`" for name in missing)
    message = f"`{cut(claim_id, _LONGEST_SHOWN)}` has nothing but its `id`"
    return Problem("E102", message, f"write {names} below it, or delete it", (*owner, "id"))
