"""Figures: their numbers, and the text of one, such as `about 2,500 US troops`."""

import re
from decimal import Decimal

_FIGURE = re.compile(
    r"(?P<about>(?:about|around|approximately|some|roughly|c\.|ca\.|~)\s*)?"
    r"(?P<value>[-\u2212]?(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:[ \u00a0\u202f][0-9]{3})+)|[0-9]+)"
    r"(?:\.[0-9]+)?)\s+(?P<unit>(?!(?:to|or|and)\b)[^\s\d+\u2212\u2013-].*)",
    re.IGNORECASE | re.DOTALL,
)
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""Powers of ten by their words."""


def plain_number(value: float) -> int | float:
    """Return a number as an integer where it is whole.

    >>> plain_number(2500.0), plain_number(2.5)
    (2500, 2.5)
    """
    return int(value) if isinstance(value, float) and value.is_integer() else value


def parse_figure(text: str) -> dict[str, str] | None:
    """Return the fields of a quantity, or None for a text that is not one number and a unit.

    >>> parse_figure("about 2,500 US troops")
    {'value': '2500', 'unit': 'US troops', 'approximate': 'true'}
    >>> parse_figure("3.5 million euros")
    {'value': '3500000', 'unit': 'euros'}
    """
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    value = Decimal(re.sub(r"[,\s]", "", match["value"]).replace("\u2212", "-"))
    words = match["unit"].split()
    scale = SCALES.get(words[0].lower())
    if scale is not None:
        value, words = value.scaleb(scale), words[1:]
    if not words:
        return None
    about = {"approximate": "true"} if match["about"] else {}
    return {"value": f"{value:f}", "unit": " ".join(words), **about}
