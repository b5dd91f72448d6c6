"""The text of a cell of a workbook: its value as a person reads it, by its number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import MAX_PREC, Context, Decimal
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|[_*].|\[[^\]]*\]|(?P<code>General|.)",
    re.DOTALL | re.IGNORECASE,
)
"""What a number format is made of, by ECMA-376 part 1, 18.8.31: texts, what is no text of its own
(a width, a colour, a condition), and codes."""
_DIGITS = frozenset(("0", "#", "?", "general"))
_SIGNS = frozenset("()+-\u2212")
"""How formats write a negative number, whose sign comes first here."""
_SCALING = re.compile("(?<=[0#?]),+(?![0#?,])")
_MAX_LENGTH = 255
"""Characters of a number format that Excel takes."""
_EXACT = Context(prec=MAX_PREC)


def cell_text(value: object, form: str) -> str:
    """Return the text of a value with the number format of its cell.

    >>> cell_text(datetime(2025, 9, 1), "mmm-yy"), cell_text(0.125, "0.0%"), cell_text(5, '"£"0')
    ('2025-09', '12.5%', '£5')
    """
    match value:
        case bool():
            return str(value).upper()
        case datetime():
            return _day(value, form)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case int() | float():
            return _number(value, form if len(form) <= _MAX_LENGTH else "")
    return str(value).strip()


def _day(value: datetime, form: str) -> str:
    """Return a day, with its time if any; the month or the year where only this is shown.

    A day that the format does not show, and that is not the first, was entered, and is kept.
    """
    if value.time() != time():
        return value.isoformat(" ", "seconds")
    shown = {*_codes(form).lower()}
    if value.day == 1 and shown.isdisjoint("dhs"):
        if "m" in shown:
            return f"{value:%Y-%m}"
        if "y" in shown and value.month == 1:
            return f"{value:%Y}"
    return value.date().isoformat()


def _number(value: float, form: str) -> str:
    """Return a number with all of its digits, and with the texts and percent signs around it."""
    before, shift, after = _around(_section(form, value))
    return f"{'-' if value < 0 else ''}{before}{_digits(abs(value), shift)}{after}"


def _section(form: str, value: float) -> str:
    """Return the part of a format that is for a number by its sign."""
    parts = _sections(form)
    wanted = 1 if value < 0 else 2 if value == 0 else 0
    return parts[wanted] if wanted < len(parts) else parts[0]


@lru_cache
def _sections(form: str) -> list[str]:
    """Return the parts of a format."""
    return _TOKEN.sub(lambda token: "\n" if token[0] == ";" else token[0], form).split("\n")


class _Around(NamedTuple):
    """What stands around a number, and the power of ten that it is shown times."""

    before: str = ""
    shift: int = 0
    after: str = ""


@lru_cache
def _around(section: str) -> _Around:
    tokens = [*_TOKEN.finditer(section)]
    places = [index for index, token in enumerate(tokens) if _code(token).lower() in _DIGITS]
    if not places:
        return _Around()
    codes = _codes(section)
    return _Around(
        "".join(map(_shown, tokens[: places[0]])).lstrip(),
        2 * codes.count("%") - 3 * sum(map(len, _SCALING.findall(codes))),
        "".join(map(_shown, tokens[places[-1] :])).rstrip(),
    )


def _digits(value: float, shift: int) -> str:
    """Return a number times a power of ten; of a fraction the 15 digits that spreadsheets show."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    text = f"{number.scaleb(shift, _EXACT):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _codes(form: str) -> str:
    """Return a format without its texts."""
    return "".join(map(_code, _TOKEN.finditer(form)))


def _code(token: re.Match[str]) -> str:
    return token["code"] or ""


def _shown(token: re.Match[str]) -> str:
    """Return the text that a part of a format shows beside the number, but for its sign."""
    code = _code(token)
    if code and code not in "% " and category(code[0]) != "Sc":
        return ""
    text = token["quoted"] or token["escaped"] or token["currency"] or code
    return "" if text in _SIGNS else text
