"""The dates that spreadsheets write, as periods of the format."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from claim_tracker.dates import (
    DateError,
    Period,
    Within,
    parse_deadline,
    parse_period,
    read_deadline,
)
from claim_tracker.dates.forms import MonthOrYears, month_or_years
from claim_tracker.dates.words import MONTH_NUMBERS, MONTHS, TIME_OF_DAY, full_year, plain
from claim_tracker.text.display import folded

DayOrder = Literal["dmy", "mdy", "ymd"]
DateReading = DayOrder | Literal["month", "years"]
"""What numbers may be: a date in an order, and of `2010-11` a month or two years."""
DAY_ORDERS: tuple[DayOrder, ...] = ("dmy", "mdy", "ymd")
_MONTH_NAMES = (
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
_MONTH_ABBREVIATIONS = (
    "janv ene gen sty січ янв",
    "févr fevr fév fev lut лют фев",
    "mär mrz mrt",
    "avr abr kwi кві апр",
    "mag тра",
    "giu cze чер июн",
    "juil lug lip лип июл",
    "ago sie авг",
    "set wrz вер сен",
    "okt out ott paź жов окт",
    "lis лис ноя",
    "déc dez dic дек",
)
_ENGLISH_MONTHS = {
    folded(name): month
    for month, *names in zip(MONTHS, _MONTH_NAMES, _MONTH_ABBREVIATIONS, strict=True)
    for name in " ".join(names).split()
}
"""The English names of months by their names and abbreviations in other languages."""
_JOINTS = re.compile(r"\b(?:de|del|do|di|le|den|року|года)\b|(?<=[0-9])(?:er\b|[º°ª])")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_TIME = re.compile(rf"(?<=[0-9]){TIME_OF_DAY}$")
_ESTIMATE = re.compile(
    r" ?\((?:est|estimated?|expected|approx|approximate(?:ly)?|planned|provisional|tbc)\.?\)$",
    re.IGNORECASE,
)
_MONTH_AND_YEAR = re.compile("([a-z]{3,9}) ([0-9]{2})")
_SERIAL = re.compile(r"([2-7][0-9]{4})(?:\.[0-9]+)?", re.ASCII)
_FIRST_SERIAL = date(1899, 12, 30)
"""Day 0 of the serial numbers of spreadsheets, after their leap day of 1900 that never was."""
_FIRST: Mapping[DayOrder, str] = {"dmy": "day", "mdy": "month", "ymd": "year"}
_REWRITINGS = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        # a year of two digits, where a word says which number is the year
        (r"(\d{1,2})(?:st|nd|rd|th)?[-/ .]+([a-z]{3,9})\.?[-/ .,']+(\d{2})", r"\1 \2 <\3>"),
        (r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? '?(\d{2})", r"\2 \1 <\3>"),
        (r"([a-z]{3,9})\.?[-/ .]*['\u2019](\d{2})", r"\1 <\2>"),
        (r"([a-z]{3,9})\.?[-/](\d{2})", r"\1 <\2>"),
        (r"((?:19|20)\d{2})\.0", r"\1"),
        (r"(q[1-4]|h[12])[ /'\u2019-]*(\d{2})", r"\1 <\2>"),
        (r"([1-4])(q|h)[ /'\u2019-]*(\d{2})", r"\2\1 <\3>"),
        (r"(\d{4})[ /-]*([1-4])(q|h)", r"\3\2 \1"),
        (r"(\d{4})\s*[-/]\s*(\d{2})", r"\1/<\2>"),
        (r"(early|mid|late|spring|summer|autumn|fall|winter)[ -]'?(\d{2})", r"\1 <\2>"),
        (r"(end) (?:of )?'?(\d{2})", r"\1 of <\2>"),
        (r"(end) (?:of )?([a-z]{3,9})\.?[ -]'?(\d{2})", r"\1 of \2 <\3>"),
        # the month before the day, between hyphens
        (r"([a-z]{3,9})[-/](\d{1,2})[-/](\d{4})", r"\2 \1 \3"),
        (r"(\d{1,2})[-/ .]+([a-z]{3,9})[-/ .]+(\d{4})", r"\1 \2 \3"),
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
    r"from|until|till|or|between|" + "|".join((*MONTH_NUMBERS, *_ENGLISH_MONTHS)) + r")\b",
    re.IGNORECASE,
)


class Undated(NamedTuple):
    """Why a text is not a date: what is wrong with it, or None where it says that there is none."""

    why: str | None


Read = Period | Within | Undated


@lru_cache(maxsize=16384)
def cell_date(text: str, readings: frozenset[DateReading] = frozenset()) -> Read:
    """Return the date that the text of a cell is, with the readings of numbers in its column.

    >>> cell_date("10-May-25").text, cell_date("Q4 26").text, cell_date("45802").text
    ('2025-05-10', '2026-Q4', '2025-05-25')
    """
    words = _clean(text)
    if folded(words).strip(" .()") in _NONE:
        return Undated(None)
    if (numbers := _NUMERIC.fullmatch(plain(words))) is not None:
        return _numeric(numbers, readings)
    if found := month_or_years(plain(words)):
        return _decide(found, readings) or _undecided(found)
    for candidate in (words, *_rewritten(words)):
        period = _parse(candidate)
        if period is not None:
            return period
    try:
        return parse_deadline(words)
    except DateError as error:
        proposed = _parse(error.replacement) if error.replacement is not None else None
        return proposed or Undated(f"{error.message}; {error.help}")


def _clean(text: str) -> str:
    """Return a text with single spaces, without a time of day and a remark that it is estimated."""
    return _TIME.sub("", _ESTIMATE.sub("", " ".join(text.split())))


def _parse(text: str) -> Period | Within | None:
    try:
        return read_deadline(text)
    except DateError:
        return None


@lru_cache(maxsize=16384)
def says_more(text: str) -> bool:
    """Whether a text that was read as a date says more than that: `31/12/2025 (est.)`."""
    rest = _OF_DATES.sub("", re.sub("[0-9]+", " ", _JOINTS.sub("", text)))
    if not any(map(str.isalpha, rest)):
        return False
    try:
        parse_deadline(text)
    except DateError:
        return True
    return False


def readings_of(texts: Iterable[str]) -> frozenset[DateReading]:
    """Return the readings of the numbers of a column: in which order, and as a month or two years.

    What a cell tells that can be read in one way only; nothing where some cells tell another.
    """
    certain = {next(iter(found)) for text in texts if len(found := _readings(text)) == 1}
    families: tuple[frozenset[DateReading], ...] = (
        frozenset(DAY_ORDERS),
        frozenset(("month", "years")),
    )
    return frozenset().union(*(certain & each for each in families if len(certain & each) == 1))


def is_ambiguous(text: str) -> bool:
    """Whether a text is a date whose numbers may be read in several ways."""
    return len({*_readings(text).values()}) > 1


def _readings(text: str) -> Mapping[DateReading, Period]:
    """Return the days that the numbers of a text may be; nothing where it is no such date."""
    words = plain(_clean(text))
    numbers = _NUMERIC.fullmatch(words)
    found = _in_orders(numbers) if numbers is not None else month_or_years(words)
    return {name: day for name, day in found.items() if not isinstance(day, DateError)}


def _decide(found: MonthOrYears, readings: frozenset[DateReading]) -> Period | None:
    """Return the day of numbers by the readings of their column, or as there is no other."""
    chosen = [period for name, period in found.items() if name in readings]
    left = {*(chosen or found.values())}
    return left.pop() if len(left) == 1 else None


def _undecided(found: MonthOrYears) -> Undated:
    first = found["month"].earliest
    month, years = f"{MONTHS[first.month - 1].capitalize()} {first.year}", found["years"].text
    return Undated(f"it may be a month or two years; write `{month}` or `{years}` there")


def _numeric(numbers: re.Match[str], readings: frozenset[DateReading]) -> Read:
    """Return the reading of a numeric date in the order of its column, or the only one."""
    in_orders = _in_orders(numbers, readings)
    valid = {order: found for order, found in in_orders.items() if not isinstance(found, DateError)}
    order = next((each for each in in_orders if each in readings), None)
    if order in valid:
        return valid[order]
    if order is None and len({*valid.values()}) == 1:
        return next(iter(valid.values()))
    if order is None and valid:
        ways = ", or ".join(f"`--dates {order}` for {found.text}" for order, found in valid.items())
        return Undated(f"the order of day and month is ambiguous; say {ways}")
    # Without an order, the one that has a month.
    order = order or ("dmy" if int(numbers[3]) <= 12 else "mdy")
    others = " or ".join(f"`--dates {each}`" for each in valid)
    wrong = f"with the {_FIRST[order]} first, {in_orders[order]}"
    return Undated(f"{wrong}; is it {others}?" if others else wrong)


def _in_orders(
    numbers: re.Match[str], readings: frozenset[DateReading] = frozenset()
) -> dict[DayOrder, Period | DateError]:
    """Return the date that numbers are in each order, or why they are none in it.

    The year comes first only where it has two digits, between hyphens or as the readings say.
    """
    one, other, last = numbers[1], numbers[3], numbers[4]
    orders: dict[DayOrder, Period | DateError] = {
        "dmy": _day(full_year(last), other, one),
        "mdy": _day(full_year(last), one, other),
    }
    if (numbers[2] == "-" or "ymd" in readings) and len(one) == len(last) == 2:
        orders["ymd"] = _day(full_year(one), other, last)
    return orders


def _day(year: str, month: str, day: str) -> Period | DateError:
    try:
        return parse_period(f"{year}-{month:0>2}-{day:0>2}")
    except DateError as error:
        return error


def _rewritten(text: str) -> Iterator[str]:
    """Yield the forms of the format that a text may be, the likelier first."""
    words = _in_english(text)
    yield words
    year = _MONTH_AND_YEAR.fullmatch(words)
    if year is not None and year[1] not in re.findall(r"\w+", folded(text)):
        # Where the month is not in English, the day would stand before it.
        yield f"{year[1]} {full_year(year[2])}"
    for pattern, form in _REWRITINGS:
        match = pattern.fullmatch(words)
        if match is not None:
            yield re.sub("<([0-9]{2})>", lambda year: full_year(year[1]), match.expand(form))
    serial = _SERIAL.fullmatch(words)
    if serial is not None:
        yield (_FIRST_SERIAL + timedelta(days=int(serial[1]))).isoformat()


def _in_english(text: str) -> str:
    """Return a date in lower case with the names of months of other languages in English."""
    words = _JOINTS.sub(" ", folded(text))
    words = re.sub(r"(?<=\d)\.(?= ?[^\W\d])", " ", words)
    english = re.sub(r"([^\W\d]+)\.?", lambda it: _ENGLISH_MONTHS.get(it[1], it[0]), words)
    return " ".join(english.split())
