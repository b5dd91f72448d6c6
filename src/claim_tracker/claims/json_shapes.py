"""The shapes of scalars in the JSON Schema, by the names that their types give them.

They read every scalar as text, while a reader of YAML hands on `2025` as a number and `true` as a
boolean, so a shape admits both. `errorMessage` and `patternErrorMessage`, which the YAML language
server shows, say what to write.
"""

import re
from typing import Any

from claim_tracker.claims.scalars import (
    COUNTRY,
    ID,
    ID_LENGTH,
    LANGUAGE,
    NOT_IN_URL,
    NUMBER,
    zone_names,
)
from claim_tracker.dates.patterns import date_pattern, span_pattern
from claim_tracker.dates.words import DASH, TYPESET_DASH
from claim_tracker.text.display import has_hidden
from claim_tracker.text.spelling import NEEDED_SOMEWHERE

Schema = dict[str, Any]

_LABEL = rf"[^{NOT_IN_URL}/?#@:\[\].]+"
_HOST = rf"({_LABEL}(\.{_LABEL})*\.?|\[[0-9A-Fa-f:.]+\])"
_AFTER_HOST = f"([/?#][^{NOT_IN_URL}]*)?"
_PORT = "0*([0-9]{0,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"


def _trimmed(pattern: str) -> str:
    """Return the pattern for a whole text, with or without white space around it."""
    return rf"^\s*({pattern})\s*$"


def any_case(pattern: str) -> str:
    """Return a pattern of lower-case words for a whole text in any case and white space.

    ECMA 262, whose expressions JSON Schema has, knows no flag for that inside a pattern.
    """
    return _trimmed(re.sub(r"\[[^]]*\]| \?| |-|[a-z]", _as_written, pattern))


def _as_written(match: re.Match[str]) -> str:
    """Return a part of a pattern in any case, with any white space and any dash for a hyphen."""
    part = match[0]
    if part.startswith("["):
        return part
    spaces = {" ?": r"\s*", " ": r"\s+", "-": DASH}
    return spaces.get(part) or f"[{part.upper()}{part}]"


_BETWEEN_YEARS = f" ?{TYPESET_DASH} ?"
_MONTH_OR_YEARS = "|".join(f"{year:02}{_BETWEEN_YEARS}{year + 1:02}" for year in range(12))
_NO_SHORT_YEARS = (
    rf"(?!([0-9]{{4}}{_BETWEEN_YEARS}(1[3-9]|[2-9][0-9])|[0-9]{{2}}({_MONTH_OR_YEARS}))"
    rf"(?![0-9]| ?{DASH} ?[0-9]))"
)
"""Before a date: that it does not begin with what may be years, as `short_years_in` tells."""


def _dates(title: str, comment: str, pattern: str, examples: str) -> Schema:
    """Return the schema of dates whose lower-case form has the pattern, or of nothing."""
    return {
        "title": title,
        "$comment": comment,
        "type": ["string", "integer", "null"],
        "pattern": any_case(f"{_NO_SHORT_YEARS}({pattern})"),
        "errorMessage": f"This is not a date that is accepted; write it like {examples}.",
        "minimum": 1000,
        "maximum": 9999,
    }


DEFINED = {
    "date": _dates(
        "Date",
        "A day, a month, a year, a part of one, or an interval.",
        date_pattern(),
        "2025-09-30, 2025-09, 2025-Q3 or 2025",
    ),
    "deadline": _dates(
        "Deadline",
        "A date, or a span of time that is counted from a statement.",
        f"{span_pattern()}|{date_pattern()}",
        "2025-09-30, 2025-Q3, end of 2025 or within 90 days",
    ),
    "zone": {
        "title": "Zone",
        "description": "The name of a time zone in the IANA database.",
        "type": "string",
        "enum": sorted(zone_names()),
        "errorMessage": "This is not a time zone of the IANA database, such as Europe/Paris.",
    },
}
"""The shapes that are defined once, under their title, for their length."""


def _never_seen() -> str:
    """Return a character class of the hidden characters that no spelling needs.

    Those beyond U+FFFF are not among them, since not every validator reads a pattern by
    characters.
    """
    found = [
        number
        for number in range(0x10000)
        if not 0xD800 <= number < 0xE000
        and has_hidden(chr(number))
        and chr(number) not in NEEDED_SOMEWHERE
    ]
    starts = [number for number in found if number - 1 not in found]
    ends = [number for number in found if number + 1 not in found]
    return "".join(rf"\u{start:04x}-\u{end:04x}" for start, end in zip(starts, ends, strict=True))


INLINED: dict[str, Schema] = {
    "text": {
        "type": ["string", "number", "boolean"],
        "pattern": rf"^(?![\s\S]*[{_never_seen()}])[\s\S]*\S",
        "patternErrorMessage": "This is empty, or has a character that nobody sees.",
        "errorMessage": "Write a text here.",
    },
    "id": {
        "type": ["string", "integer", "boolean"],
        "pattern": _trimmed(rf"(?!\S{{{ID_LENGTH + 1}}}){ID.pattern}"),
        "minimum": 0,
        "errorMessage": (
            "An id has lower-case letters, digits and single hyphens, such as bridge-opens; "
            f"at most {ID_LENGTH}."
        ),
    },
    "address": {
        "type": "string",
        "pattern": _trimmed(f"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}(:{_PORT})?{_AFTER_HOST}"),
        "errorMessage": "Write an address such as https://example.org/report.",
    },
    "key": {
        "pattern": r"^(?!\s)(?![\s\S]*\s$)[\s\S]",
        "errorMessage": "A key is not empty, and has no white space around it.",
    },
    "country": {
        "type": "string",
        "pattern": _trimmed(COUNTRY.pattern),
        "errorMessage": "Write the two capital letters of the country, such as FR.",
    },
    "language": {
        "type": "string",
        "pattern": _trimmed(LANGUAGE.pattern),
        "errorMessage": "Write the tag of a language, such as en or pt-BR.",
    },
    "number": {
        "type": ["number", "string"],
        "pattern": _trimmed(NUMBER.pattern),
        "exclusiveMinimum": -(10**15),
        "exclusiveMaximum": 10**15,
        "errorMessage": "Write a number, such as 2500 or 3.5.",
    },
    "yes": {
        "type": ["boolean", "string"],
        "pattern": any_case("true|false"),
        "errorMessage": "Write true or false.",
    },
    "version": {"enum": [1, "1"], "errorMessage": "The version of the format is 1."},
}
