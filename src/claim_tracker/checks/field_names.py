"""What is meant by names that nothing knows, by values without names, and by several of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from claim_tracker.claims.figure import parse_figure
from claim_tracker.claims.model import (
    UNKNOWN_FIELD,
    Checks,
    Claim,
    ClaimsFile,
    Part,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
    fields_of,
)
from claim_tracker.claims.scalars import url_fault
from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.text.display import cut
from claim_tracker.text.suggest import nearest
from claim_tracker.yaml import Path, Problem
from claim_tracker.yaml.field_names import NEEDED

_SYNONYMS = {
    "key": "id",
    "name": "id",
    "text": "claim",
    "statement": "claim",
    "title": "claim",
    "type": "kind",
    "who": "speaker",
    "by": "speaker",
    "author": "speaker",
    "said": "stated",
    "deadline": "due",
    "url": "source",
    "when": "date",
    "on": "date",
    "comment": "note",
    "result": "outcome",
    "status": "outcome",
    "link": "url",
    "href": "url",
    "uri": "url",
    "date": "published",
    "number": "value",
    "amount": "value",
    "items": "claims",
    "locations": "places",
}
_SYNONYMS_OF_THE_NAMED = {"title": "name"}
_NAMED = (Place, Publisher)
_LONGEST_WRITTEN = 160
_NUMBER = re.compile(r"-?[0-9](?:[0-9., ]*[0-9])?")
_UNIT = re.compile(r"(?!(?:to|or|and|plus)\b)[^\W\d_]\D*")
_GROUPED = re.compile(r"\.[0-9]{3}(?![0-9])")
"""A point before three digits, which may part thousands."""
_NAME_OF_A_PLACE = re.compile(r"[^\W\d_][^,;:(]*[a-z][^,;:(]*")
_PLAIN = re.compile(r"[\w/.-](?:[^,\[\]{}:#\n]|:(?=\S)|(?<=\S)#)*")
_QUANTITY = ("value", "unit")
_SIGNS: dict[type[Part], dict[str, str]] = {
    Source: {
        "url": r"https?://.*",
        "published": r"[0-9]{4}(?:-.*)?",
        "publisher": ".*",
        "title": ".*",
    },
    Place: {"country": "[A-Z]{2}", "name": ".*", "region": ".*"},
}
"""The fields by what their values look like; those of any text in the usual order."""
PARTED: dict[type[Part], tuple[str, ...]] = {
    Source: ("url",),
    Place: ("name",),
    Quantity: _QUANTITY,
}
"""What is written as fields, and might be as values alone: with those that it needs."""
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


def meant_field(root: dict[str, Any], path: Path) -> str | None:
    """The field that an unknown one stands for: near in spelling, and not there already."""
    name, present = str(path[-1]), value_at(root, path[:-1])
    free = {field: field for field in fields_of(model_at(path[:-1])) if field not in present}
    synonyms = _SYNONYMS | (_SYNONYMS_OF_THE_NAMED if model_at(path[:-1]) in _NAMED else {})
    free |= {word: field for word, field in synonyms.items() if field in free}
    near = _nearest_name(name, tuple(free))
    if near is not None:
        return free[near]
    meant = _by_content(present[path[-1]], model_at(path[:-1]))
    return meant if meant in free else None


def _by_content(value: Any, model: type[Part]) -> str | None:
    """The section or the field that a value alone tells, whatever the language of its name."""
    if model is Claim:
        return "kind" if isinstance(value, str) and value in OUTCOMES_OF else None
    if model is not ClaimsFile or not isinstance(value, list | dict):
        return None
    entries = value if isinstance(value, list) else value.values()
    names = [entry.keys() for entry in entries if isinstance(entry, dict)]
    needed = {"claims": "claim"} if isinstance(value, list) else NEEDED
    return next(
        (part for part, field in needed.items() if any(field in each for each in names)), None
    )


@lru_cache(maxsize=256)
def _nearest_name(name: str, free: tuple[str, ...]) -> str | None:
    """Kept, since it is asked for again with each field that is missing beside an unknown one."""
    return nearest(name, free)


def model_at(path: Path) -> type[Part]:
    """The model of the mapping at a path."""
    match path:
        case (*_, "quantity"):
            return Quantity
        case ("claims", _, *_, "source") | ("sources", _):
            return Source
        case ("claims", _, "updates", _):
            return Update
        case ("claims", _):
            return Claim
        case ("places", _):
            return Place
        case ("publisher",):
            return Publisher
        case ("checks",):
            return Checks
    return ClaimsFile


def value_at(root: dict[str, Any], path: Path) -> Any:
    """The value at a path of the data."""
    value: Any = root
    for step in path:
        value = value[step]
    return value


def surely_named(model: type[Part], text: str) -> str | None:
    """Return a text as the mapping that it stands for; None where it could be another."""
    if model is Quantity:
        figure = parse_figure(text)
        is_sure = figure is not None and _UNIT.fullmatch(figure["unit"]) is not None
        return in_braces(figure) if figure and is_sure and not _GROUPED.search(text) else None
    if model is Source:
        return in_braces({"url": text}) if url_fault(text) is None else None
    return in_braces({"name": text}) if _NAME_OF_A_PLACE.fullmatch(text) else None


def in_braces(fields: dict[str, str]) -> str:
    """Return a mapping in flow style, each value in quotes where YAML needs them there."""
    from claim_tracker.yaml.values import quoted

    written = (
        f"{name}: {value if _PLAIN.fullmatch(value) else quoted(value)}"
        for name, value in fields.items()
    )
    return f"{{{', '.join(written)}}}"


def with_names(model: type[Part], parts: Sequence[str], named: dict[str, Any]) -> str:
    """A mapping in which each of the parts has the name of the field that it looks like.

    It begins with the fields that have their names; what is not known is `…`.
    """
    signs = _SIGNS.get(model)
    found = _by_their_looks(signs, parts, named) if signs else _of_quantity(parts, named)
    fields = dict.fromkeys(PARTED[model], "…") | named | found
    written = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"{{{cut(written, _LONGEST_WRITTEN)}}}"


def _of_quantity(parts: Sequence[str], named: dict[str, Any]) -> dict[str, str]:
    """The first number, which a comma may have parted, and all else as its unit."""
    value, unit = (named[name] if isinstance(named.get(name), str) else "" for name in _QUANTITY)
    text = " ".join((value, *parts))
    number = _NUMBER.search(text)
    start, end = number.span() if number is not None else (0, 0)
    words = " ".join((unit, text[:start], text[end:])).split()
    found = {"value": re.sub("[, ]", "", text[start:end]), "unit": " ".join(words)}
    return {name: each for name, each in found.items() if each}


def _by_their_looks(
    signs: dict[str, str], parts: Sequence[str], named: dict[str, Any]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        free = (name for name in signs if name not in named and name not in found)
        fits = (name for name in free if re.fullmatch(signs[name], part))
        found[next(fits, "…")] = part
    return found


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
    is_one = not named and (model is Quantity or len(parts) == 1)
    surely = surely_named(model, " ".join(parts)) if is_one else None
    advice = f"write `{surely or with_names(model, parts, named)}`"
    return Problem("E103", message, advice, owner, at="key", replacement=surely)


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
    message = f"`{cut(claim_id)}` has nothing but its `id`"
    return Problem("E102", message, f"write {names} below it, or delete it", (*owner, "id"))
