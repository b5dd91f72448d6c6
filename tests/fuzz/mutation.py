"""Inputs made from others as people and slips change them: by lines, fields, words and dates."""

import re
from collections.abc import Callable, Sequence
from random import Random

from claim_tracker.checks.catalogue_pages import codes, entry
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
)
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, PROGRESS
from tests.dates.table import TABLE

Change = Callable[[list[str], Random], list[str]]
"""A change of lines, each with its end, or of the words of a date."""
Mutation = Callable[[bytes, int, int], bytes]
"""From an input, the most bytes and a seed to another input."""

_MODELS = (Claim, Update, Source, Quantity, Place, Checks, Publisher, ClaimsFile)
_NAMES = tuple(dict.fromkeys(name for model in _MODELS for name in fields_of(model)))
_DATES = (
    *(text for text, *_ in TABLE),
    *"within 90 days|within a month|0001|9999-12-31|winter 9999".split("|"),
    *"0000|2025-02-30|09/10/2025|2025-09/..".split("|"),
)
_VALUES = (
    *(
        *KINDS,
        *OUTCOMES,
        *PROGRESS,
        *_DATES,
        "a",
        "b",
        "base-closes",
        "report",
        "W303",
        "1",
        "true",
    ),
    *("UTC", "Asia/Baghdad", "Pacific/Kiritimati", "IQ", "required", "2,500", "-1.5", "1e3", "~"),
    *(
        "",
        "null",
        "[]",
        "[a, b]",
        "[ ]   # none",
        "{}",
        "{value: 2, unit: men}",
        "'it''s'",
        '"a\\n"',
    ),
    *("https://example.org/a?b=c#d", "{url: https://example.org/}", "&a b", "*a", "!t b", "| # c"),
    *(
        ">-\n      folded\n      text",
        "|+\n      kept\n\n",
        "a: b",
        "a #b",
        "@a",
        "é漢\u202e😀",
        "\t",
    ),
)
_ITEMS = (
    "    updates: []\n",
    "    updates:\n      - {date: 2025-09-01, note: x}\n",
    "    updates:\n    - date: 1 Sep 2025\n      outcome: kept\n      source: report\n",
    "      - date: 2025-10-01\n        due: within two months\n        source: report\n",
    "  - {id: a, claim: A., kind: fact, speaker: A, source: {url: http://a.b, published: 2025}}\n",
    "sources:\n  report: {url: https://example.org/, published: 2025-08-18}\n",
    "places:\n  a: {name: A}\n",
    "checks: {ignore: [W3], archived: required}\n",
)
_SIGNS = (
    *(
        ": ",
        "- ",
        "? ",
        "# ",
        "\t",
        " ",
        "\n",
        "\r",
        "\r\n",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
    ),
    *("*a", "!", "|", ">", "%", "@", "`", "<<: ", "---\n", "...\n", "\\", "\0", "\ufeff", "\u200b"),
    *("\x85", "\ufffd", "\udcff", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "~", "\u2028", "é"),
)
_FIELD = re.compile(r"(?P<lead>[ \t-]*)(?P<name>[^\s:#]+)(?P<colon>:[ \t]*)(?P<value>[^\r\n]*)")
_DATE_WORDS = (
    *_DATES,
    *"2025 0001 9999 09 9 30 31st - / .. . , : ~ ? % ` Q Q3 H2 T10:00Z within in by from".split(),
    *"to the of end early mid- late about maybe two 90 days week years September Sept.".split(),
    *"Setpember February spring fall Tuesday next quarter half ninety-nine a an".split(),
    *(" ", "\n", "\u00a0", "\u2013", "\u212a", "\u0131", "\u0663", "\u00b2"),
)
_PARTS = re.compile(r"[a-z]+|[0-9]+|\s+|.", re.IGNORECASE)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def of_file(data: bytes, most: int, seed: int) -> bytes:
    """A file of claims with one to four changes; seldom one of the catalogue's samples."""
    random = Random(seed)
    if not data or random.random() < 1 / 200:
        data = random.choice(_samples()).encode()
    return _changed(data, most, random, _LINES, _OF_LINES)


def of_date(data: bytes, most: int, seed: int) -> bytes:
    """A text of a date with one to four changes of its words."""
    return _changed(data, most, Random(seed), _PARTS, _OF_WORDS)


def _changed(
    data: bytes, most: int, random: Random, parts: re.Pattern[str], changes: Sequence[Change]
) -> bytes:
    for _ in range(random.randint(1, 4)):
        found = parts.findall(data.decode("utf-8", "surrogateescape"))
        data = "".join(random.choice(changes)(found, random)).encode("utf-8", "surrogateescape")
    return data[:most]


def _samples() -> list[str]:
    found = (entry(code) for code in codes())
    return [text for page in found for text in (page.wrong, page.right) if text is not None]


def _stretch(parts: list[str], random: Random) -> slice:
    start = random.randint(0, len(parts))
    return slice(start, start + random.choice((1, 1, 1, 2, 3, 8)))


def _less(parts: list[str], random: Random) -> list[str]:
    gone = _stretch(parts, random)
    return [*parts[: gone.start], *parts[gone.stop :]]


def _again(parts: list[str], random: Random) -> list[str]:
    at = random.randint(0, len(parts))
    return [*parts[:at], *parts[_stretch(parts, random)], *parts[at:]]


def _misplaced(parts: list[str], random: Random) -> list[str]:
    moved = _stretch(parts, random)
    rest = [*parts[: moved.start], *parts[moved.stop :]]
    at = random.randint(0, len(rest))
    return [*rest[:at], *parts[moved], *rest[at:]]


def _indented(lines: list[str], random: Random) -> list[str]:
    where, step = _stretch(lines, random), random.choice((1, 2, 4, -1, -2, -4))
    changed = (" " * step + line if step > 0 else line[-step:] for line in lines[where])
    return [*lines[: where.start], *changed, *lines[where.stop :]]


def _field(lines: list[str], random: Random, change: Callable[[re.Match[str]], str]) -> list[str]:
    """The lines with one of their fields changed."""
    fields = [at for at, line in enumerate(lines) if _FIELD.match(line)]
    if not fields:
        return lines
    at = random.choice(fields)
    return [*lines[:at], _FIELD.sub(change, lines[at], count=1), *lines[at + 1 :]]


def _other_value(lines: list[str], random: Random) -> list[str]:
    new = random.choice(_VALUES)
    return _field(lines, random, lambda it: f"{it['lead']}{it['name']}: {new}")


def _other_name(lines: list[str], random: Random) -> list[str]:
    new = random.choice(_NAMES)
    if random.random() < 0.3:
        at = random.randrange(len(new))
        new = new[:at] + new[at + 1 :]
    return _field(lines, random, lambda it: f"{it['lead']}{new}{it['colon']}{it['value']}")


def _in_quotes(lines: list[str], random: Random) -> list[str]:
    before, after = random.choice((("'", "'"), ('"', '"'), ("[", "]"), ("{", "}"), ("", " # c")))
    change = random.choice(
        (
            lambda it: f"{it['lead']}{it['name']}: {before}{it['value']}{after}",
            lambda it: f"{it['lead']}{before}{it['name']}{after}: {it['value']}",
        )
    )
    return _field(lines, random, change)


def _another_field(lines: list[str], random: Random) -> list[str]:
    name, value = random.choice(_NAMES), random.choice(_VALUES)
    return _field(lines, random, lambda it: f"{it[0]}\n{' ' * len(it['lead'])}{name}: {value}")


def _another_item(lines: list[str], random: Random) -> list[str]:
    at = random.randint(0, len(lines))
    return [*lines[:at], random.choice(_ITEMS), *lines[at:]]


def _sign(lines: list[str], random: Random) -> list[str]:
    return _inside("".join(lines), random.choice(_SIGNS), random)


def _word(lines: list[str], random: Random) -> list[str]:
    return _inside("".join(lines), random.choice((*_NAMES, *_VALUES)), random)


def _inside(text: str, new: str, random: Random) -> list[str]:
    at = random.randint(0, len(text))
    return [text[:at], new, text[at + random.randint(0, 1) :]]


def _other_ends(lines: list[str], random: Random) -> list[str]:
    end = random.choice(("\n", "\r\n", "\r", "  \n", "\n\n"))
    where = random.choice((slice(len(lines)), _stretch(lines, random)))
    changed = (line.rstrip("\r\n") + end for line in lines[where])
    return [*lines[: where.start or 0], *changed, *lines[where.stop :]]


def _other_word(parts: list[str], random: Random) -> list[str]:
    at = random.randint(0, len(parts))
    return [*parts[:at], random.choice(_DATE_WORDS), *parts[at + random.randint(0, 1) :]]


def _other_case(parts: list[str], random: Random) -> list[str]:
    where, change = _stretch(parts, random), random.choice((str.upper, str.title, str.swapcase))
    return [*parts[: where.start], *map(change, parts[where]), *parts[where.stop :]]


_OF_LINES: tuple[Change, ...] = (
    *(_less, _again, _misplaced, _indented, _indented, _other_value, _other_value, _other_value),
    *(_other_name, _other_name, _in_quotes, _another_field, _another_item, _sign, _word),
    _other_ends,
)
_OF_WORDS: tuple[Change, ...] = (_less, _again, _misplaced, _other_word, _other_word, _other_case)
