"""What was written as one text or a list of values, as the mapping that it stands for."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from claim_tracker.checks.fixes import Yaml
from claim_tracker.claims.fields import Part
from claim_tracker.claims.figure import SCALES, parse_amount, parse_figure
from claim_tracker.claims.model import Place, Quantity, Source
from claim_tracker.claims.scalars import COUNTRY, country_names, is_number, url_fault
from claim_tracker.text.display import MAX_IN_ADVICE, cut
from claim_tracker.yaml.lines import quoted

_NUMBER = re.compile(
    r"(?<![\w.,-])-?[0-9]+(?:[.,'\u2019\s][0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?(?![0-9])"
)
_BEFORE_THOUSANDS = re.compile(r"['\u2019\s]|[,](?=[0-9]{3}(?![0-9]))")
_UNIT = re.compile(r"(?!(?:to|or|and|plus)\b)[^\W\d_]\D*")
_NO_UNIT = re.compile(
    rf"(?:[-+,.;:<>≤≥]|(?:to|or|and|plus)\b).*|.*[0-9].*|"
    rf"(?:.* )?(?:{'|'.join(SCALES)})(?: .*)?"
)
"""What stands beside the first number where that is not all of the figure: `to 3 years`."""
_GROUPED = re.compile(r"\.[0-9]{3}(?![0-9])")
"""A point before three digits, which may part thousands."""
_NAME_OF_A_PLACE = re.compile(r"[^\W\d_][^,;:(]*[a-z][^,;:(]*")
_PLAIN = re.compile(r"(?:[\w/.…]|-(?=\S))(?:[^,\[\]{}:#\n]|:(?=\S)|(?<=\S)#)*")
_QUANTITY = ("value", "unit")
_SIGNS: dict[type[Part], dict[str, str]] = {
    Source: {
        "url": r"https?://.*",
        "published": r"[0-9]{4}(?:-.*)?",
        "publisher": ".*",
        "title": ".*",
    },
    Place: {"country": COUNTRY.pattern, "name": ".*", "region": ".*"},
}
"""The fields by what their values look like; those of any text in the usual order."""
PARTED: dict[type[Part], tuple[str, ...]] = {
    Source: ("url",),
    Place: ("name",),
    Quantity: _QUANTITY,
}
"""What is written as fields, and perhaps by mistake as values: with the fields that it needs."""


def surely_named(model: type[Part], text: str) -> Yaml | None:
    """Return a text as the mapping that it stands for; None where it could be another."""
    if model is Quantity:
        figure = parse_figure(text)
        if figure is None or not is_number(figure["value"]) or _GROUPED.search(text):
            return None
        return in_braces(figure) if _UNIT.fullmatch(figure["unit"]) else None
    if model is Source:
        return in_braces({"url": text}) if url_fault(text) is None else None
    return in_braces({"name": text}) if _NAME_OF_A_PLACE.fullmatch(text) else None


def in_braces(fields: Mapping[str, Any]) -> Yaml:
    """Return a mapping in flow style, each value in quotes where YAML needs them there."""
    texts = {name: str(value) for name, value in fields.items()}
    written = (
        f"{name}: {text if _PLAIN.fullmatch(text) else quoted(text)}"
        for name, text in texts.items()
    )
    return Yaml(f"{{{', '.join(written)}}}")


def with_names(model: type[Part], parts: Sequence[str], named: dict[str, Any]) -> str:
    """Return a mapping in which each of the parts has the name of the field that it looks like.

    It begins with the fields that have their names; what is not known is `…`, as are the names of
    more parts than there are fields.
    """
    named = {name: value for name, value in named.items() if value is not None}
    signs = _SIGNS.get(model)
    found = _by_their_looks(signs, parts, named) if signs else _of_quantity(parts, named)
    is_titled = model is Source and "title" in (*named, *found)
    needed = () if is_titled else PARTED[model]
    written = in_braces(dict.fromkeys(needed, "…") | named | found)
    return f"{{{cut(written[1:-1], MAX_IN_ADVICE)}}}"


def _of_quantity(parts: Sequence[str], named: dict[str, Any]) -> dict[str, str]:
    """Return the first number, and all else as its unit; or what is no unit beside it as `…`."""
    value, unit = (named[name] if isinstance(named.get(name), str) else "" for name in _QUANTITY)
    text = " ".join((value, *parts))
    figure = parse_amount(text) if not unit else None
    if figure is not None and is_number(figure["value"]) and not _NO_UNIT.fullmatch(figure["unit"]):
        return figure
    number = _NUMBER.search(text)
    start, end = number.span() if number is not None else (0, 0)
    words = " ".join(" ".join((unit, text[:start], text[end:])).split())
    if number is not None and _NO_UNIT.fullmatch(words):
        return dict.fromkeys(_QUANTITY, "…")
    digits = _digits(text[start:end])
    found = {"value": digits if is_number(digits) else "", "unit": words}
    return {name: each for name, each in found.items() if each}


def _digits(number: str) -> str:
    """Return a number without what parts its thousands, and with a point before its decimals.

    Of a comma and a point the last one is the decimal sign.
    """
    if number.rfind(",") > number.rfind(".") >= 0:
        return number.replace(".", "").replace(",", ".")
    digits = _BEFORE_THOUSANDS.sub("", number)
    has_parting_points = "," in digits or digits.count(".") > 1
    return digits.replace(".", "").replace(",", ".") if has_parting_points else digits


@cache
def _country_codes() -> Mapping[str, str]:
    """Return the codes of countries by their English names."""
    return {name.casefold(): code for code, name in country_names().items()}


def _by_their_looks(
    signs: dict[str, str], parts: Sequence[str], named: dict[str, Any]
) -> dict[str, str]:
    found: dict[str, str] = {}
    others: list[str] = []
    for part in parts:
        text = _country_codes().get(part.casefold(), part) if "country" in signs else part
        free = (name for name in signs if name not in named and name not in found)
        name = next((name for name in free if re.fullmatch(signs[name], text)), None)
        if name is None:
            others.append(part)
        else:
            found[name] = text if name == "country" else part
    if found.keys() == {"publisher"} and not named:  # a source without an address has a title
        found = {"title": found["publisher"]}
    return found | ({"…": " and ".join(others)} if others else {})
