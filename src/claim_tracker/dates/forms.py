"""The forms of a date that the format accepts, and the period that each stands for.

ISO 8601 days, months and years; seasons (21-24), quarters (33-36) and halves (40, 41),
intervals, open starts, decades and qualifiers of the Extended Date/Time Format (EDTF, Library of
Congress, 2019: https://www.loc.gov/standards/datetime/); and the forms of written English
that news uses. The seasons are the northern ones.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.period import Period, day, month, months
from claim_tracker.dates.words import DASH, MONTH_NUMBERS, SEASONS, THIRDS

_SEASON_NAMES = {code: name for name, code in SEASONS.items() if name != "fall"}
_MAX_SLASHES = 5
"""Two dates such as 30/09/2025 have two slashes each, with one between them."""
DateParts = Mapping[str, str]
MonthOrYears = dict[Literal["month", "years"], Period]
"""What four digits and two may be: a month of a year, two years that follow each other, or both."""


def period_of(words: str) -> Period | None:
    """Return the period of `words`, or None for words in no accepted form.

    `words` is plain: lower case with single spaces. Raises DateError when the form is right and
    the calendar has no such day, and for an interval that runs backwards.
    """
    return _qualified(words) or _interval(words)


def month_or_years(words: str) -> MonthOrYears:
    """Return what `2010-11` or `2010/11` may be; empty for plain words that are neither."""
    match = re.fullmatch(f"([0-9]{{4}})(?:{DASH}|/)([0-9]{{2}})", words)
    if match is None:
        return {}
    year, second = match.groups()
    following = f"{int(year) + 1:04}"
    found: MonthOrYears = {}
    with suppress(DateError):
        if (month_of_year := _month({"year": year, "number": second})) is not None:
            found["month"] = month_of_year
        if following[2:] == second and (years := period_of(f"{year}/{following}")) is not None:
            found["years"] = years
    return found


def _interval(words: str) -> Period | None:
    """Return the period of EDTF `start/end` or `start or end`; `../end` is the same as `end`."""
    if words.count("/") > _MAX_SLASHES:
        return None
    for joint in re.finditer("/| or ", words):
        start_text, end_text = words[: joint.start()].strip(), words[joint.end() :].strip()
        end = _qualified(end_text)
        if end is None:
            continue
        if joint[0] == "/" and start_text == "..":
            return replace(end, text=f"../{end.text}")
        start = _qualified(start_text)
        if start is not None:
            return _from_to(start, end)
    return None


def _from_to(start: Period, end: Period) -> Period:
    """Return the days from the first one of a period to the last one of another."""
    if end.latest < start.earliest:
        raise DateError(
            f"`{start.text}/{end.text}` ends before it begins", f"write `{_text(end, start)}`"
        )
    return Period(
        _text(start, end),
        start.earliest,
        end.latest,
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def _text(start: Period, end: Period) -> str:
    """Return the canonical text of an interval, which never reads as one winter (`2025/2026`)."""
    text = f"{start.text}/{end.text}"
    if _qualified(text) is None:
        return text
    return f"{start.earliest.year:04}-{SEASONS['winter']}/{end.text}"


def _qualified(words: str) -> Period | None:
    """Return a date that may have an EDTF qualifier at its end."""
    if words.endswith(("~", "?", "%")):
        period = _simple(words[:-1].rstrip())
        return period and period.qualified(words[-1])
    return _simple(words)


def _simple(words: str) -> Period | None:
    for pattern, build in FORMS:
        match = re.fullmatch(_read(pattern), words)
        if match is not None:
            parts = match.groupdict()
            if parts.get("year") == "0000" or parts.get("decade") == "000":
                raise DateError("there is no year 0000 in the calendar", "write a later year")
            period = build(parts)
            if period is not None:
                return period
    return None


def _month_number(parts: DateParts) -> int | None:
    """Return the number of a month, also one that there is not; None for a word that is none."""
    return int(parts["number"]) if "number" in parts else MONTH_NUMBERS.get(parts["month"])


def _day(parts: DateParts) -> Period | None:
    year, number, day_of_month = int(parts["year"]), _month_number(parts), int(parts["day"])
    if number is None:
        return None
    try:
        return day(date(year, number, day_of_month))
    except ValueError:
        raise _impossible_day_error(year, number, day_of_month) from None


def _month(parts: DateParts) -> Period | None:
    number = _month_number(parts)
    return month(int(parts["year"]), number) if number and number <= 12 else None


def _year(parts: DateParts) -> Period:
    return Period(parts["year"], *months(int(parts["year"]), 1, 12))


def _decade(parts: DateParts) -> Period:
    first = int(parts["decade"]) * 10
    return Period(f"{parts['decade']}X", date(first, 1, 1), date(first + 9, 12, 31))


def _quarter(parts: DateParts) -> Period:
    return _part_of_year(parts, "Q", 3)


def _half(parts: DateParts) -> Period:
    return _part_of_year(parts, "H", 6)


def _part_of_year(parts: DateParts, letter: str, length: int) -> Period:
    year, number = parts["year"], int(parts["part"])
    last = number * length
    return Period(f"{year}-{letter}{number}", *months(int(year), last - length + 1, last))


def _coded(parts: DateParts) -> Period:
    """Return the season, the quarter or the half of an EDTF code."""
    year, code = parts["year"], int(parts["code"])
    if code < 33:
        return _season({"year": year, "season": _SEASON_NAMES[code]})
    if code < 40:
        return _quarter({"year": year, "part": str(code - 32)})
    return _half({"year": year, "part": str(code - 39)})


def _season(parts: DateParts) -> Period:
    """Return the northern season of a year; winter ends in the next year's February."""
    year, code = parts["year"], SEASONS[parts["season"]]
    first = (code - 20) * 3
    return Period(f"{_SEASON_NAMES[code]} {year}", *months(int(year), first, first + 2))


def _winter(parts: DateParts) -> Period | None:
    """Return `winter 2025/26`, whose second year is the next one, in four digits or two."""
    year, second = parts["year"], parts["second"]
    following = f"{int(year) + 1:04}"
    if second in (following, following[-2:]):
        return _season({"year": year, "season": "winter"})
    if parts["joint"] == "/" and len(second) == len(year):
        return None  # the interval from a winter to a later year
    raise DateError(
        f"a winter is in two years that follow each other, and {second} is not after {year}",
        f"write `winter {year}` for the one that begins in {year}",
    )


def _end_of(build: Callable[[DateParts], Period | None]) -> Callable[[DateParts], Period | None]:
    """Return a form that is the last day of another one."""

    def last_day(parts: DateParts) -> Period | None:
        whole = build(parts)
        return whole and day(whole.latest)

    return last_day


def _third_of_year(parts: DateParts) -> Period:
    first = THIRDS.index(parts["third"]) * 4 + 1
    return Period(_third_text(parts), *months(int(parts["year"]), first, first + 3))


def _third_of_month(parts: DateParts) -> Period | None:
    whole = _month(parts)
    if whole is None:
        return None
    third = THIRDS.index(parts["third"])
    earliest = whole.earliest.replace(day=third * 10 + 1)
    latest = whole.latest if third == 2 else whole.earliest.replace(day=third * 10 + 10)
    return Period(_third_text(parts), earliest, latest)


def _third_text(parts: DateParts) -> str:
    joint = "-" if parts["third"] == "mid" else " "
    rest = [parts[name] for name in ("month", "year") if name in parts]
    return parts["third"] + joint + " ".join(rest)


def _impossible_day_error(year: int, number: int, day_of_month: int) -> DateError:
    if not 1 <= number <= 12:
        return DateError(
            f"there is no month {number:02}",
            f"write it like `{_swapped(year, number, day_of_month) or '2025-09-30'}`",
        )
    last = monthrange(year, number)[1]
    name = f"{year:04}-{number:02}"
    if day_of_month == 0:
        return DateError(f"there is no day 00 in {name}", f"write the whole month, `{name}`")
    return DateError(
        f"{name} has {last} days, so there is no day {day_of_month}",
        f"write `{name}-{last}`, or the whole month, `{name}`",
    )


def _swapped(year: int, number: int, day_of_month: int) -> str | None:
    """Return the date whose day and month were written in the other order, or None."""
    try:
        return date(year, day_of_month, number).isoformat()
    except ValueError:
        return None


_END = "((by|before) )?(the )?end of "
FORMS: tuple[tuple[str, Callable[[DateParts], Period | None]], ...] = (
    ("{year}-{number}-{day}", _day),
    ("{year}-{number}", _month),
    ("{year}-(?P<code>2[1-4])", _coded),
    ("{year}-(?P<code>3[3-6])", _coded),
    ("{year}-(?P<code>4[01])", _coded),
    ("{year}", _year),
    ("{decade}x", _decade),
    ("(the )?{decade}0s", _decade),
    ("{year}-{quarter}", _quarter),
    ("{quarter},? {year}", _quarter),
    ("{year}-{half}", _half),
    ("{half},? {year}", _half),
    ("{season},? {year}", _season),
    ("winter {year}(?P<joint>/|-){second}", _winter),
    ("{third}( |-){year}", _third_of_year),
    ("{third}( |-){month},? {year}", _third_of_month),
    ("{written_day} {month},? {year}", _day),
    ("{month} {written_day},? {year}", _day),
    ("{month},? {year}", _month),
    # A day over 12 leaves one reading.
    ("{day_over_12}/{short_number}/{year}", _day),
    (r"{day_over_12}\.{short_number}\.{year}", _day),
    ("{short_number}/{day_over_12}/{year}", _day),
    (r"{short_number}\.{day_over_12}\.{year}", _day),
    (_END + "{year}", _end_of(_year)),
    (_END + "{month},? {year}", _end_of(_month)),
    (_END + "{quarter},? {year}", _end_of(_quarter)),
    (_END + "{half},? {year}", _end_of(_half)),
)
"""The forms, in lower case with single spaces, and what makes a period of their parts."""

SAME_PARTS = {
    "quarter": "q(?P<part>[1-4])",
    "half": "h(?P<part>[12])",
    "season": f"(?P<season>{'|'.join(SEASONS)})",
    "second": "(?P<second>[0-9]{4}|[0-9]{2})",
    "third": f"(?P<third>{'|'.join(THIRDS)})",
}
_READ_PARTS = SAME_PARTS | {
    "year": "(?P<year>[0-9]{4})",
    "decade": "(?P<decade>[0-9]{3})",
    "month": r"(?P<month>[a-z]+)\.?",
    "number": "(?P<number>[0-9]{2})",
    "short_number": "(?P<number>[0-9]{1,2})",
    "day": "(?P<day>[0-9]{2})",
    "written_day": "(?P<day>[0-9]{1,2})(st|nd|rd|th)?",
    "day_over_12": "(?P<day>1[3-9]|[2-9][0-9])",
}
"""The parts of a form when a text is read; days that no calendar has are refused afterwards."""


@cache
def _read(form: str) -> str:
    return form.format_map(_READ_PARTS)
