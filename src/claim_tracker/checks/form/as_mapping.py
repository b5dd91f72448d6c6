"""What was written as one text or a list of values, as the mapping that it stands for."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claim_tracker.claims.fields import Part
from claim_tracker.claims.figure import parse_figure
from claim_tracker.claims.model import Place, Quantity, Source
from claim_tracker.claims.scalars import url_fault
from claim_tracker.text.display import cut

_LONGEST_WRITTEN = 160
_NUMBER = re.compile(r"-?[0-9]+(?:[.,'\u2019\s][0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?")
_BEFORE_THOUSANDS = re.compile(r"[,'\u2019\s](?=[0-9]{3}(?![0-9]))")
_UNIT = re.compile(r"(?!(?:to|or|and|plus)\b)[^\W\d_]\D*")
_GROUPED = re.compile(r"\.[0-9]{3}(?![0-9])")
"""A point before three digits, which may part thousands."""
_NAME_OF_A_PLACE = re.compile(r"[^\W\d_][^,;:(]*[a-z][^,;:(]*")
_PLAIN = re.compile(r"[\w/.…-](?:[^,\[\]{}:#\n]|:(?=\S)|(?<=\S)#)*")
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
"""What is written as fields, and perhaps by mistake as values: with the fields that it needs."""


def surely_named(model: type[Part], text: str) -> str | None:
    """Return a text as the mapping that it stands for; None where it could be another."""
    if model is Quantity:
        figure = parse_figure(text)
        is_sure = figure is not None and _UNIT.fullmatch(figure["unit"]) is not None
        return in_braces(figure) if figure and is_sure and not _GROUPED.search(text) else None
    if model is Source:
        return in_braces({"url": text}) if url_fault(text) is None else None
    return in_braces({"name": text}) if _NAME_OF_A_PLACE.fullmatch(text) else None


def in_braces(fields: Mapping[str, Any]) -> str:
    """Return a mapping in flow style, each value in quotes where YAML needs them there."""
    from claim_tracker.yaml.values import quoted

    texts = {name: str(value) for name, value in fields.items()}
    written = (
        f"{name}: {text if _PLAIN.fullmatch(text) else quoted(text)}"
        for name, text in texts.items()
    )
    return f"{{{', '.join(written)}}}"


def with_names(model: type[Part], parts: Sequence[str], named: dict[str, Any]) -> str:
    """Return a mapping in which each of the parts has the name of the field that it looks like.

    It begins with the fields that have their names; what is not known is `…`.
    """
    signs = _SIGNS.get(model)
    found = _by_their_looks(signs, parts, named) if signs else _of_quantity(parts, named)
    written = in_braces(dict.fromkeys(PARTED[model], "…") | named | found)
    return f"{{{cut(written[1:-1], _LONGEST_WRITTEN)}}}"


def _of_quantity(parts: Sequence[str], named: dict[str, Any]) -> dict[str, str]:
    """Return the first number, and all else as its unit."""
    value, unit = (named[name] if isinstance(named.get(name), str) else "" for name in _QUANTITY)
    text = " ".join((value, *parts))
    number = _NUMBER.search(text)
    start, end = number.span() if number is not None else (0, 0)
    words = " ".join((unit, text[:start], text[end:])).split()
    found = {"value": _digits(text[start:end]), "unit": " ".join(words)}
    return {name: each for name, each in found.items() if each}


def _digits(number: str) -> str:
    """Return a number without what parts its thousands, and with a point before its decimals."""
    digits = _BEFORE_THOUSANDS.sub("", number)
    has_parting_points = "," in digits or digits.count(".") > 1
    return digits.replace(".", "").replace(",", ".") if has_parting_points else digits


def _by_their_looks(
    signs: dict[str, str], parts: Sequence[str], named: dict[str, Any]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        free = (name for name in signs if name not in named and name not in found)
        fits = (name for name in free if re.fullmatch(signs[name], part))
        found[next(fits, "…")] = part
    return found
