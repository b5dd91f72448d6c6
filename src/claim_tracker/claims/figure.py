"""The text of a figure, such as `about 2,500 US troops`, as a number and a unit."""

import re

_FIGURE = re.compile(
    r"(?P<about>(?:about|around|approximately|some|roughly|c\.|ca\.|~)\s*)?"
    r"(?P<value>[-\u2212]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[-\u2212]?[0-9]+(?:\.[0-9]+)?)"
    r"\s+(?P<unit>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def parse_figure(text: str) -> dict[str, str] | None:
    """Return the fields of a quantity, or None for a text without a number and a unit.

    >>> parse_figure("about 2,500 US troops")
    {'value': '2500', 'unit': 'US troops', 'approximate': 'true'}
    """
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    value = match["value"].replace(",", "").replace("\u2212", "-")
    about = {"approximate": "true"} if match["about"] else {}
    return {"value": value, "unit": " ".join(match["unit"].split()), **about}
