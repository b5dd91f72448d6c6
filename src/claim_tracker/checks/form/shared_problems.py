"""Problems that several fields of a mapping share, which are wrong for one reason."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from claim_tracker.checks.form.as_mapping import PARTED, surely_named, with_names
from claim_tracker.checks.form.form_errors import FormError
from claim_tracker.checks.paths import model_at
from claim_tracker.claims.fields import UNKNOWN_FIELD, Part, fields_of
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Passage,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
)
from claim_tracker.text.display import cut
from claim_tracker.yaml import Path, Problem, value_at

_MAX_LISTED = 4
_NAME = re.compile("[a-z_]+")
_THOUSANDS = re.compile("[0-9]{3}")
PARTS_OF_FORMAT: tuple[tuple[type[Part], str, str], ...] = (
    (Update, "an update", "below `updates:`, as an item that begins with `- date:`"),
    (Claim, "a claim", "in a claim, below `claims:`"),
    (Source, "a source", "below `source:`, indented, or in an entry of `sources:`"),
    (Passage, "a place in a source", "as `{source: KEY, at: page 12}`"),
    (Quantity, "a quantity", "below `quantity:`, indented"),
    (Place, "a place", "in an entry of `places:`"),
    (Publisher, "the publisher", "below `publisher:`, indented, at the top of the file"),
    (Checks, "the checks", "below `checks:`, indented, at the top of the file"),
    (ClaimsFile, "the file", "at the margin, above `claims:`"),
)
"""The parts of the format, and where the fields of each are written."""


class SharedProblem(NamedTuple):
    """One problem, and the paths of the fields whose own problems it covers."""

    problem: Problem
    covers: frozenset[Path]


def shared_problems(
    root: dict[str, Any], errors: Iterable[FormError], meant: Mapping[Path, str | None]
) -> Iterator[SharedProblem]:
    """Yield one problem for each mapping with several fields that are wrong for one reason.

    `meant` has the unknown fields, each with the one that it stands for.
    """
    fields: dict[Path, dict[str, list[str]]] = {}
    for path, detail in errors:
        if path and detail["type"] in ("missing", UNKNOWN_FIELD):
            kinds = fields.setdefault(path[:-1], {"missing": [], UNKNOWN_FIELD: []})
            kinds[detail["type"]].append(str(path[-1]))
    for owner, kinds in fields.items():
        unknown, missing = kinds[UNKNOWN_FIELD], kinds["missing"]
        held = value_at(root, owner)
        if unknown:
            problem = (
                _values(root, owner, unknown, missing, meant)
                or _thousands(root, owner, unknown)
                or _of_another_part(owner, unknown)
            )
        else:
            problem = _only_an_id(held, owner, missing)
        if problem is not None:
            is_all_wrong = len(unknown) == len(held) or problem.code != "E101"
            names = [*unknown, *(missing if is_all_wrong else ())]
            yield SharedProblem(problem, frozenset((*owner, name) for name in names))


def _values(
    root: dict[str, Any],
    owner: Path,
    unknown: Sequence[str],
    missing: Sequence[str],
    meant: Mapping[Path, str | None],
) -> Problem | None:
    """Return the problem of values that stand where names belong."""
    model, fields = model_at(owner, root), value_at(root, owner)
    may_lack = bool(missing) or model is Source  # which needs one field of two
    if model not in PARTED or not may_lack or all(map(_NAME.fullmatch, unknown)):
        return None
    loose = {name: fields[name] for name in unknown}
    for name, value in loose.items():
        is_value = value is None or name[:1].isdigit()
        if not is_value or meant[(*owner, name)] is not None:
            return None
    named = {name: value for name, value in fields.items() if name not in loose}
    parts = [part for each in loose.items() for part in each if isinstance(part, str)]
    message = f"`{owner[-1]}` has values without the names of their fields"
    is_one = not named and (model is Quantity or len(parts) == 1)
    surely = surely_named(model, " ".join(parts)) if is_one else None
    advice = f"write `{surely or with_names(model, parts, named)}`"
    return Problem("E103", message, advice, owner, replacement=surely)


def _thousands(root: dict[str, Any], owner: Path, unknown: Sequence[str]) -> Problem | None:
    """Return the problem of a number that its thousands separators part, in flow style."""
    if model_at(owner, root) is not Quantity:
        return None
    held = value_at(root, owner)
    value = held.get("value")
    if not isinstance(value, str) or not value.isdecimal():
        return None
    if not all(held[name] is None and _THOUSANDS.fullmatch(name) for name in unknown):
        return None
    advice = f"write `value: {value}{''.join(unknown)}`, without a separator"
    message = f"the number `{','.join((value, *unknown))}` has a thousands separator"
    return Problem("E109", message, advice, (*owner, "value"))


def _of_another_part(owner: Path, unknown: Sequence[str]) -> Problem | None:
    """Return the problem of fields that all belong to another part of the format."""
    if len(unknown) < 2:
        return None
    names = set(unknown)
    part = next((part for part in PARTS_OF_FORMAT if fields_of(part[0]).keys() >= names), None)
    if part is None:
        return None
    _, name, where = part
    shown = [f"`{each}`" for each in unknown]
    if len(shown) > _MAX_LISTED:
        shown[_MAX_LISTED - 1 :] = [f"{len(shown) - _MAX_LISTED + 1} more"]
    message = f"{', '.join(shown[:-1])} and {shown[-1]} are fields of {name}"
    return Problem("E101", message, f"write them {where}", (*owner, unknown[0]), at="key")


def _only_an_id(held: dict[str, Any], owner: Path, missing: Sequence[str]) -> Problem | None:
    """Return the problem of a claim that has nothing but its id."""
    claim_id = held.get("id")
    if len(held) > 1 or model_at(owner) is not Claim or not isinstance(claim_id, str):
        return None
    names = ", ".join(f"`{name}`" for name in missing)
    message = f"`{cut(claim_id)}` has nothing but its `id`"
    return Problem("E102", message, f"write {names} below it, or delete it", (*owner, "id"))
