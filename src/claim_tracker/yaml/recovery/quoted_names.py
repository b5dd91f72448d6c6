"""Names in quotes, which recovery reads as those without, and puts back."""

import re

from claim_tracker.yaml.decode import QUOTES
from claim_tracker.yaml.field_names import FIELDS
from claim_tracker.yaml.outline import LEAD

_QUOTED = re.compile(
    rf"{LEAD}(?P<quote>[\"'])"
    rf"(?P<name>(?:{'|'.join(FIELDS)})(?=[\"'][ \t]+\S)|\w[\w.-]*(?=[\"'][ \t]*:))(?P=quote)"
)
"""A name in quotes and its colon, which after the name of a field may have been left out."""


def without_quotes(line: str) -> str:
    """Return a line with the name that it begins with in no quotes."""
    # For most lines the pattern is too slow.
    if not any(quote in line for quote in QUOTES):
        return line
    quoted = _QUOTED.match(line)
    return line if quoted is None else f"{quoted['lead']}{quoted['name']}{line[quoted.end() :]}"


def quoted_as(written: str, line: str) -> str:
    """Return a line with the name that it begins with in quotes, where it is in the written one."""
    quoted = _QUOTED.match(written)
    if quoted is None:
        return line
    name, quote = quoted["name"], quoted["quote"]
    plain = re.compile(rf"{LEAD}{re.escape(name)}(?=[ \t]*:)").match(line)
    return line if plain is None else f"{plain['lead']}{quote}{name}{quote}{line[plain.end() :]}"
