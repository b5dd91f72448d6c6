"""The dates that spreadsheets write, as periods of the format."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from claim_tracker.dates import DateError, Period, Within, parse_deadline, read_deadline
from claim_tracker.dates.words import MONTH_NUMBERS, MONTHS, TIME_OF_DAY
from claim_tracker.text.display import folded

Order = Literal["dmy", "mdy"]
_FOREIGN_MONTHS = (
    "janvier enero januar janeiro gennaio januari jänner styczeń styczen stycznia січня января",
    "février fevrier febrero februar fevereiro febbraio februari luty lutego лютого февраля",
    "mars marzo märz marz maerz março marco maart marzec marca березня марта",
    "avril abril aprile april kwiecień kwietnia квітня апреля",
    "mai mayo maio maggio mei maj maja травня мая",
    "juin junio juni junho giugno czerwiec czerwca червня июня",
    "juillet julio juli julho luglio lipiec lipca липня июля",
    "août aout agosto august augustus sierpień sierpnia серпня августа",
    "septembre septiembre setiembre setembro settembre wrzesień września вересня сентября",
    "octobre octubre oktober outubro ottobre październik października жовтня октября",
    "novembre noviembre novembro listopad listopada листопада ноября",
    "décembre decembre diciembre dezember dezembro dicembre december grudzień grudnia грудня",
)
_ENGLISH = {
    folded(name): month
    for month, names in zip(MONTHS, _FOREIGN_MONTHS, strict=True)
    for name in names.split()
}
_JOINTS = re.compile(r"\b(?:de|del|do|di|le|den|року|года)\b|(?<=[0-9])(?:er|º|°|ª)\b")
_NUMERIC = re.compile(
    rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?:{TIME_OF_DAY})?", re.ASCII
)
_SERIAL = re.compile(r"([2-7][0-9]{4})(?:\.[0-9]+)?", re.ASCII)
_FIRST_SERIAL = date(1899, 12, 30)
"""Day 0 of the serial numbers of spreadsheets, after their leap day of 1900 that never was."""
_PIVOT = 69
"""Years of two digits from this on are of the 20th century, as POSIX has it."""
_REWRITINGS = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        # a year of two digits, where a word says which number is the year
        (r"(\d{1,2})(?:st|nd|rd|th)?[-/ .]+([a-z]{3,9})\.?[-/ .,']+(\d{2})", r"\1 \2 <\3>"),
        (r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? '?(\d{2})", r"\2 \1 <\3>"),
        (r"([a-z]{3,9})\.?[-/ .]*['\u2019](\d{2})", r"\1 <\2>"),
        (r"([a-z]{3,9})\.?[-/](\d{2})", r"\1 <\2>"),
        (r"(q[1-4]|h[12])[ /'\u2019-]*(\d{2})", r"\1 <\2>"),
        (r"([1-4])(q|h)[ /'\u2019-]*(\d{2})", r"\2\1 <\3>"),
        (r"([1-4])(q|h)[ /'\u2019-]*(\d{4})", r"\2\1 \3"),
        (r"(\d{4})[ /-]*([1-4])(q|h)", r"\3\2 \1"),
        (r"(\d{4})\s*[-/]\s*(\d{2})", r"\1/<\2>"),
        (r"(early|mid|late|spring|summer|autumn|fall|winter)[ -]'?(\d{2})", r"\1 <\2>"),
        (r"(end) (?:of )?'?(\d{2})", r"\1 of <\2>"),
        (r"(end) (?:of )?([a-z]{3,9})\.?[ -]'?(\d{2})", r"\1 of \2 <\3>"),
        # the month before the day, between hyphens
        (r"([a-z]{3,9})[-/](\d{1,2})[-/](\d{4})", r"\2 \1 \3"),
        (r"(\d{1,2})[-/ .]+([a-z]{3,9})[-/ .]+(\d{4})", r"\1 \2 \3"),
        (rf"(\d{{1,2}})[-/ .]+([a-z]{{3,9}})[-/ .]+(\d{{4}}){TIME_OF_DAY}", r"\1 \2 \3"),
        (rf"([a-z]{{3,9}} \d{{1,2}},? \d{{4}}){TIME_OF_DAY}", r"\1"),
    )
)
_NONE = frozenset(
    "tbd, tba, tbc, n/a, na, none, unknown, unclear, unspecified, ongoing, open, continuous, "
    "undated, never, nil, ?, ??, permanent, rolling, no date, no deadline, not specified, "
    "not available, not stated, to be decided, to be determined, to be announced, "
    "to be confirmed, not applicable, open ended, open-ended, not set, no deadline set, "
    "without date".split(", ")
)
_OF_DATES = re.compile(
    r"\b(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|[ap]m|z|t|utc|gmt|st|nd|rd|th|q|h|of|the|end|by|on|in|at|early|mid|late|about|around|"
    r"circa|c|ca|quarter|half|first|second|third|fourth|spring|summer|autumn|fall|winter|year|to|and|"
    r"from|until|till|or|between|" + "|".join((*MONTH_NUMBERS, *map(re.escape, _ENGLISH))) + r")\b",
    re.IGNORECASE,
)


class Undated(NamedTuple):
    """Why a text is no date: what is wrong with it, None where it says that there is none."""

    why: str | None


Read = Period | Within | Undated


@lru_cache(maxsize=16384)
def cell_date(text: str, order: Order | None = None) -> Read:
    """Return the date that the text of a cell is, with the order of numbers in its column.

    >>> cell_date("10-May-25").text, cell_date("Q4 26").text, cell_date("45802").text
    ('2025-05-10', '2026-Q4', '2025-05-25')
    """
    words = " ".join(text.split())
    if folded(words).strip(" .()") in _NONE:
        return Undated(None)
    if order is not None and (numbers := _NUMERIC.fullmatch(words)):
        return _numeric(numbers, order)
    for candidate in (words, *_rewritten(words)):
        found = _read(candidate)
        if found is not None:
            return found
    numbers = _NUMERIC.fullmatch(words)
    if numbers is not None:
        return _by_days(numbers)
    try:
        return parse_deadline(words)
    except DateError as error:
        day = words[:10]  # of a time in a zone it is the day that the table says
        proposal = day if day in error.proposals else error.replacement
        proposed = _read(proposal) if proposal is not None else None
        return proposed or Undated(f"{error.message}; {error.help}")


def _read(text: str) -> Period | Within | None:
    try:
        return read_deadline(text)
    except DateError:
        return None


@lru_cache(maxsize=16384)
def says_more(text: str) -> bool:
    """Whether a text that was read as a date says more than that: `31/12/2025 (est.)`."""
    rest = _OF_DATES.sub("", _JOINTS.sub("", re.sub("[0-9]+", " ", text)))
    if not any(map(str.isalpha, rest)):
        return False
    try:
        parse_deadline(text)
    except DateError:
        return True
    return False


def order_of(texts: Iterable[str]) -> Order | None:
    """Return in which order the numeric dates of a column are; None where none of them tells.

    A day over 12 tells; None as well where some tell one order and some the other.
    """
    orders = {found for text in texts for found in _orders(text)}
    return orders.pop() if len(orders) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether a text is a date whose day and month may be either number."""
    numbers = _NUMERIC.fullmatch(" ".join(text.split()))
    if numbers is None:
        return False
    return int(numbers[1]) <= 12 and int(numbers[3]) <= 12 and numbers[1] != numbers[3]


def _orders(text: str) -> Iterator[Order]:
    numbers = _NUMERIC.fullmatch(" ".join(text.split()))
    if numbers is not None:
        if int(numbers[1]) > 12 >= int(numbers[3]):
            yield "dmy"
        elif int(numbers[3]) > 12 >= int(numbers[1]):
            yield "mdy"


def _by_days(numbers: re.Match[str]) -> Read:
    """Return the one reading that the calendar leaves of a numeric date."""
    first, second = (_numeric(numbers, order) for order in ("dmy", "mdy"))
    if isinstance(first, Undated) or first == second:
        return second
    if isinstance(second, Undated):
        return first
    return Undated(
        f"the order of day and month is ambiguous; say `--dates dmy` for {first.text}, or "
        f"`--dates mdy` for {second.text}"
    )


def _numeric(numbers: re.Match[str], order: str) -> Read:
    one, other, year = int(numbers[1]), int(numbers[3]), _year(numbers[4])
    day, month = (one, other) if order == "dmy" else (other, one)
    try:
        return parse_deadline(f"{year}-{month:02}-{day:02}")
    except DateError as error:
        other_order = "mdy" if order == "dmy" else "dmy"
        first = "day" if order == "dmy" else "month"
        return Undated(f"with the {first} first {error.message}; is it `--dates {other_order}`?")


def _year(digits: str) -> str:
    if len(digits) == 4:
        return digits
    return f"{'19' if int(digits) >= _PIVOT else '20'}{digits}"


def _rewritten(text: str) -> Iterator[str]:
    """Yield what a text may be in a form of the format, the likelier first."""
    words = _in_english(text)
    yield words
    for pattern, form in _REWRITINGS:
        match = pattern.fullmatch(words)
        if match is not None:
            yield re.sub("<([0-9]{2})>", lambda year: _year(year[1]), match.expand(form))
    serial = _SERIAL.fullmatch(words)
    if serial is not None:
        yield (_FIRST_SERIAL + timedelta(days=int(serial[1]))).isoformat()


def _in_english(text: str) -> str:
    """Return a date in lower case with the names of months of other languages in English."""
    words = _JOINTS.sub(" ", folded(text))
    words = re.sub(r"(?<=\d)\.(?= ?[^\W\d])", " ", words)
    english = re.sub(r"[^\W\d]+", lambda match: _ENGLISH.get(match[0], match[0]), words)
    return " ".join(english.split())
