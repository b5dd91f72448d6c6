"""Dates that a text may be the beginning of, in their canonical form, with what they come to."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from claim_tracker.dates import DateError, Period, Within, parse_deadline, parse_period
from claim_tracker.dates.period import day
from claim_tracker.dates.words import MONTH_NUMBERS, MONTHS, NUMBER, SEASONS, number_of, plain
from claim_tracker.render.wording import day_words

_MAX_OFFERS = 31
_UNITS = ("day", "week", "month", "year")
_SPANS = ("within 30 days", "within 90 days", "within six months", "within one year")
_QUARTERS = tuple(f"q{number}" for number in range(1, 5))
_HALVES = ("h1", "h2")
_BARE = ("end of", "early", "mid", "late", *SEASONS, *_QUARTERS, *_HALVES, *MONTH_NUMBERS)
_PARTS = (
    *(f"end of {part}" for part in (*_QUARTERS, *_HALVES, *MONTH_NUMBERS)),
    *(f"{third} {name}" for third in ("early", "mid", "late") for name in MONTH_NUMBERS),
)
_SPAN = re.compile(rf"(?P<start>within (?:the next )?(?P<number>{NUMBER}))(?: (?P<unit>[a-z]*))?")


class Asked(NamedTuple):
    """A field of a date that is asked for: the day of asking, and what may stand there.

    A span counts from `counted_from`. Of what `is_past` nothing is to begin after `today`;
    `known` are dates that it is likely to have.
    """

    today: date
    is_deadline: bool = False
    is_past: bool = False
    counted_from: Period | None = None
    known: tuple[Period, ...] = ()


def date_offers(word: str, asked: Asked) -> dict[str, str]:
    """Return the dates that a text, which may be unfinished, is likely to stand for.

    Each has what it comes to in words. One that is written already comes first, since an editor
    takes the first at the end of a line; there is none where it is the only one. A span that is
    written without the plural of its unit (`within 90 day`) is left to the one that has it.
    """
    found: dict[str, str] = {}
    for read in _values(plain(word), asked):
        value: Period | Within | None = read
        if isinstance(read, Within) and not asked.is_deadline:
            value = _after(read, day(asked.today))
        is_later = isinstance(value, Period) and asked.is_past and value.earliest > asked.today
        if value is None or is_later or _lacks_plural(value):
            continue
        found.setdefault(value.text, comes_to(value, asked))
        if len(found) == _MAX_OFFERS:
            break
    return {} if [*found] == [word.strip()] else found


def comes_to(value: Period | Within, asked: Asked) -> str:
    """Return the days of a date in words, of a deadline the last."""
    if isinstance(value, Within):
        if asked.counted_from is None:
            return "counts from when it was stated"
        end = _after(value, asked.counted_from)
        return f"to {day_words(end.latest)}" if end is not None else ""
    if value.is_day:
        return day_words(value.latest)
    if asked.is_deadline:
        return f"last day {day_words(value.latest)}"
    return f"{day_words(value.earliest)} to {day_words(value.latest)}"


def _after(span: Within, start: Period) -> Period | None:
    """Return what a span comes to from a date; None where that is behind the calendar."""
    try:
        return span.after(start)
    except DateError:
        return None


def _values(words: str, asked: Asked) -> Iterator[Period | Within]:
    relative = _relative(asked.today)
    if not words:
        yield from asked.known
        yield from (relative[name] for name in _first(asked))
        yield from _read(_SPANS if asked.is_deadline else ())
        return
    yield from _read([words])
    yield from _read(_advised(words))
    head, slash, tail = words.rpartition("/")
    if slash:
        if tail:
            for value in _values(tail.strip(), asked._replace(known=())):
                yield from _read([f"{head}/{value.text}"])
        return
    yield from _read(text for text in _texts(words, asked) if text.startswith(words))
    yield from (period for name, period in relative.items() if name.startswith(words))


def _lacks_plural(value: Period | Within) -> bool:
    """Whether a value is a span of several units that is written with the name of one."""
    span = _SPAN.fullmatch(value.text)
    return span is not None and span["unit"] in _UNITS and number_of(span["number"]) != 1


def _first(asked: Asked) -> tuple[str, ...]:
    """Return the names of the days that are offered before anything is typed."""
    if asked.is_past:
        return ("today",)
    if asked.is_deadline:
        return ("this month", "this quarter", "this year", "next year")
    return ("in one month", "in three months", "in six months", "in one year")


def _read(texts: Iterable[str]) -> Iterator[Period | Within]:
    for text in texts:
        try:
            yield parse_deadline(text)
        except DateError:
            continue


def _advised(words: str) -> tuple[str, ...]:
    """Return what is proposed instead of a text that is refused."""
    try:
        parse_deadline(words)
    except DateError as error:
        return error.proposals if error.replacement is None else (error.replacement,)
    return ()


def _texts(words: str, asked: Asked) -> Iterator[str]:
    """Yield the texts of dates and spans, in the order of how likely they are."""
    years = _years(asked)
    yield from (f"{words} {year}" for year in years)
    span = _SPAN.fullmatch(words)
    if span is not None:
        plural = "" if number_of(span["number"]) == 1 else "s"
        yield from (f"{span['start']} {unit}{plural}" for unit in _UNITS)
    yield from _SPANS
    for part in (*_BARE, *_PARTS):
        if part.startswith(words[: len(part)]):
            yield from (f"{part}{'-' if part == 'mid' else ' '}{year}" for year in years)
    if words[0].isdigit():
        typed = (int(words[:4]),) if re.match("[0-9]{4}", words) and int(words[:4]) else ()
        for year in dict.fromkeys((*typed, *years)):
            yield from _numbered(year, words)


def _years(asked: Asked) -> tuple[int, ...]:
    this = asked.today.year
    return (this, this - 1, this - 2) if asked.is_past else (this, this + 1, this + 2, this - 1)


def _numbered(year: int, words: str) -> Iterator[str]:
    """Yield a year, its months and its parts in digits; of a month that is typed its days."""
    yield f"{year:04}"
    yield from (f"{year:04}-{number:02}" for number in range(1, 13))
    yield from (f"{year:04}-{part}" for part in (*_QUARTERS, *_HALVES))
    typed = re.match("[0-9]{4}-(0[1-9]|1[0-2])-", words)
    if typed is not None:
        last = monthrange(year, int(typed[1]))[1]
        yield from (f"{typed[0]}{number:02}" for number in range(1, last + 1))
    written = re.fullmatch("([0-9]{1,2}) ([a-z]*)", words)
    if written is not None:
        yield from (f"{written[1]} {name} {year:04}" for name in MONTHS)


def _relative(today: date) -> dict[str, Period]:
    """Return the days and periods that are named by their distance from a day."""
    found = {
        "today": day(today),
        "yesterday": day(today - timedelta(days=1)),
        "tomorrow": day(today + timedelta(days=1)),
    }
    for name, length in (("month", 1), ("quarter", 3), ("half", 6), ("year", 12)):
        first = today.replace(day=1, month=(today.month - 1) // length * length + 1)
        for which, step in (("this", 0), ("next", 1), ("last", -1)):
            period = _of_length(first + relativedelta(months=length * step), length)
            found[f"{which} {name}"] = period
            found[f"end of {which} {name}"] = day(period.latest)
        found[f"end of the {name}"] = found[f"end of this {name}"]
    for words, delta in (
        ("one week", relativedelta(weeks=1)),
        ("two weeks", relativedelta(weeks=2)),
        ("one month", relativedelta(months=1)),
        ("three months", relativedelta(months=3)),
        ("six months", relativedelta(months=6)),
        ("one year", relativedelta(years=1)),
    ):
        found[f"in {words}"] = day(today + delta)
    return found


def _of_length(first: date, length: int) -> Period:
    """Return the month, quarter, half or year that begins on a day."""
    part = (first.month - 1) // length + 1
    ending = {1: f"-{part:02}", 3: f"-Q{part}", 6: f"-H{part}", 12: ""}[length]
    return parse_period(f"{first.year:04}{ending}")
