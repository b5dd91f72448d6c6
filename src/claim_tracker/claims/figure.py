"""Figures: their numbers, and the text of one, such as `about 2,500 US troops`."""

import re
from decimal import Decimal

_ABOUT = r"(?P<about>(?:about|around|approximately|some|roughly|c\.|ca\.|~)\s*)?"
_NUMBER = (
    r"(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:[ \u00a0\u202f][0-9]{3})+)|[0-9]+)(?:\.[0-9]+)?(?![0-9,.])"
)
_FIGURE = re.compile(
    rf"{_ABOUT}(?P<value>[-\u2212]?{_NUMBER})\s+(?P<unit>(?!(?:to|or|and)\b)[^\s\d+\u2212\u2013-].*)",
    re.IGNORECASE | re.DOTALL,
)
SCALES = {
    "thousand": 3,
    **dict.fromkeys(("million", "mn", "mln", "mio"), 6),
    **dict.fromkeys(("billion", "bn", "bln", "mrd"), 9),
    **dict.fromkeys(("trillion", "trn"), 12),
}
"""Powers of ten by their words."""
_OF_MONEY = {"k": "thousand", "m": "million", "tn": "trillion"}
"""The words of powers of ten, by what stands for them after an amount of money alone."""
_SCALE = "|".join((*SCALES, *_OF_MONEY))
MAY_BE_SCALE = re.compile(rf"(?:{_SCALE}|b|t|tr|crore|dozen|hundred|lakh)\b", re.IGNORECASE)
"""The words at the beginning of a unit by which the number may be a greater one."""
CURRENCY_SIGN = re.compile(r"[A-Z]{0,3}[$\u00a2-\u00a5\u20a0-\u20c0]")
"""The sign of a currency, maybe with letters before it: `$`, `US$`."""
_MONEY = re.compile(
    rf"{_ABOUT}(?P<minus>[-\u2212]?)(?P<sign>{CURRENCY_SIGN.pattern})\s?"
    rf"(?P<value>{_NUMBER})(?:\s?(?P<scale>{_SCALE})\b)?"
    rf"(?P<rest>(?:\s+(?!(?:to|or|and)\b|{MAY_BE_SCALE.pattern})[^\W\d]\D*)?)",
    re.IGNORECASE,
)
"""An amount with the sign of its currency before the number: `about €2.5m a year`.

What may be another scale is not read, for it would be taken for a unit.
"""


def plain_number(value: float) -> int | float:
    """Return a number as an integer where it is whole.

    >>> plain_number(2500.0), plain_number(2.5)
    (2500, 2.5)
    """
    return int(value) if isinstance(value, float) and value.is_integer() else value


def parse_figure(text: str) -> dict[str, str] | None:
    """Return the fields of a quantity, or None for a text that is not one number and a unit.

    The sign of a currency may stand before the number.

    >>> parse_figure("about 2,500 US troops")
    {'value': '2500', 'unit': 'US troops', 'approximate': 'true'}
    >>> parse_figure("3.5 million euros")
    {'value': '3500000', 'unit': 'euros'}
    >>> parse_figure("$6.5bn")
    {'value': '6500000000', 'unit': '$'}
    """
    match = _FIGURE.fullmatch(_with_sign_behind(text.strip()))
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


def parse_amount(text: str) -> dict[str, str] | None:
    """Return what `parse_figure` does; of a number without a unit that is `…`, to be written.

    >>> parse_amount("20 million")
    {'value': '20000000', 'unit': '…'}
    """
    return parse_figure(text) or parse_figure(f"{text} …")


def _with_sign_behind(text: str) -> str:
    """Return a figure with the sign of its currency after the number, where it stood before it."""
    match = _MONEY.fullmatch(text)
    if match is None:
        return text
    scale = (match["scale"] or "").lower()
    amount = f"{match['about'] or ''}{match['minus']}{match['value']}"
    return f"{amount} {_OF_MONEY.get(scale, scale)} {match['sign']}{match['rest']}"
