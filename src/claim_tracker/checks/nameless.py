"""Values of a source, a place or a quantity that are written without the names of their fields."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from claim_tracker.checks.meant import meant_field, model_at, value_at
from claim_tracker.model import Place, Quantity, Source
from claim_tracker.text import cut
from claim_tracker.yamldoc import Path, Problem

_LONGEST_SHOWN = 160
_NAME = re.compile("[a-z_]+")
_NUMBER = re.compile(r"-?[0-9](?:[0-9., ]*[0-9])?")
_SIGNS: dict[type[BaseModel], dict[str, str]] = {
    Source: {
        "url": r"https?://.*",
        "published": r"[0-9]{4}(?:-.*)?",
        "publisher": ".*",
        "title": ".*",
    },
    Place: {"country": "[A-Z]{2}", "name": ".*", "region": ".*"},
}
"""The fields by what their values look like; those of any text in the usual order."""
PARTED: dict[type[BaseModel], tuple[str, ...]] = {
    Source: ("url",),
    Place: ("name",),
    Quantity: ("value", "unit"),
}
"""What is written as fields, and might be as values alone: with those that it needs."""


def nameless(root: dict[str, Any], unknown: Collection[Path]) -> Iterator[Problem]:
    """The problems of mappings in which values stand in the place of names.

    `unknown` are the paths of the fields that nothing knows.
    """
    for owner in dict.fromkeys(path[:-1] for path in unknown):
        model, fields = model_at(owner), value_at(root, owner)
        if all(name in fields for name in PARTED.get(model, ())):
            continue
        loose = {name: value for name, value in fields.items() if (*owner, name) in unknown}
        is_of_values = not all(map(_NAME.fullmatch, loose)) and all(
            _is_value(root, (*owner, name), value) for name, value in loose.items()
        )
        if is_of_values:
            named = {name: value for name, value in fields.items() if name not in loose}
            parts = [part for each in loose.items() for part in each if isinstance(part, str)]
            written = with_names(model, parts, named)
            message = f"`{owner[-1]}` has values without the names of their fields"
            yield Problem("E103", message, f"write `{written}`", owner, at="key")


def with_names(model: type[BaseModel], parts: Sequence[str], named: dict[str, Any]) -> str:
    """A mapping in which each of the parts has the name of the field that it looks like.

    It begins with the fields that have their names; what is not known is `…`.
    """
    signs = _SIGNS.get(model)
    found = _by_their_looks(signs, parts, named) if signs else _of_quantity(parts, named)
    fields = dict.fromkeys(PARTED[model], "…") | named | found
    written = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"{{{cut(written, _LONGEST_SHOWN)}}}"


def _is_value(root: dict[str, Any], path: Path, value: Any) -> bool:
    """Whether an unknown field is a value, or a number before one."""
    return (value is None or str(path[-1])[0].isdigit()) and meant_field(root, path) is None


def _of_quantity(parts: Sequence[str], named: dict[str, Any]) -> dict[str, str]:
    """The first number, which a comma may have parted, and all else as its unit."""
    text = " ".join((named.get("value") or "", *parts))
    number = _NUMBER.search(text)
    start, end = number.span() if number is not None else (0, 0)
    unit = " ".join((named.get("unit") or "", text[:start], text[end:])).split()
    value = {"value": re.sub("[, ]", "", text[start:end])} if number is not None else {}
    return value | ({"unit": " ".join(unit)} if unit else {})


def _by_their_looks(
    signs: dict[str, str], parts: Sequence[str], named: dict[str, Any]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        free = (name for name in signs if name not in named and name not in found)
        fits = (name for name in free if re.fullmatch(signs[name], part))
        found[next(fits, "…")] = part
    return found
