"""The forms of a date that the format accepts, and the period that each stands for.

ISO 8601 days, months and years; seasons (21-24), quarters (33-36) and halves (40, 41),
intervals, open starts and qualifiers of the Extended Date/Time Format (EDTF, Library of
Congress, 2019: https://www.loc.gov/standards/datetime/); and the forms of written English
that news uses. The seasons are the northern ones.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.period import Period, day, month, months

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_THIRDS = {"early": 0, "mid": 1, "late": 2}


def period_of(words: str) -> Period | None:
    """The period that `words` stands for, or None when it has no accepted form.

    `words` is lower case with single spaces. Raises DateError when the form is right and
    the calendar has no such day, and for an interval that runs backwards.
    """
    start_text, slash, end_text = (part.strip() for part in words.partition("/"))
    return _interval(start_text, end_text) if slash else _qualified(words)


def _interval(start_text: str, end_text: str) -> Period | None:
    """EDTF `start/end`, each end a date; `../end` has the days of its end."""
    end = _qualified(end_text)
    if end is None:
        return None
    if start_text == "..":
        return Period(f"../{end.text}", end.earliest, end.latest, end.approximate, end.uncertain)
    start = _qualified(start_text)
    if start is None:
        return None
    if end.latest < start.earliest:
        raise DateError(
            f"`{start.text}/{end.text}` ends before it begins", f"write `{end.text}/{start.text}`"
        )
    return Period(
        f"{start.text}/{end.text}",
        start.earliest,
        end.latest,
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def _qualified(words: str) -> Period | None:
    """A date that may carry an EDTF qualifier at its end."""
    if words.endswith(("~", "?", "%")):
        period = _simple(words[:-1].rstrip())
        return period and period.qualified(words[-1])
    return _simple(words)


def _simple(words: str) -> Period | None:
    for pattern, build in _FORMS:
        match = re.fullmatch(pattern, words)
        if match is not None:
            parts = match.groupdict()
            if parts.get("year") == "0000":
                raise DateError("there is no year 0000 in the calendar", "write a later year")
            return build(parts)
    return None


def _iso_day(parts: dict[str, str]) -> Period:
    return _day(int(parts["year"]), int(parts["month"]), int(parts["day"]))


def _iso_month(parts: dict[str, str]) -> Period | None:
    """The two digits after a year: a month, or an EDTF code for a part of the year."""
    year, code = int(parts["year"]), int(parts["month"])
    if 1 <= code <= 12:
        return month(year, code)
    if 21 <= code <= 24:
        return _season_by_code(year, code)
    if 33 <= code <= 36:
        return _quarter_of(year, code - 32)
    if code in (40, 41):
        return _half_of(year, code - 39)
    return None


def _year(parts: dict[str, str]) -> Period:
    year = int(parts["year"])
    return Period(parts["year"], *months(year, 1, 12))


def _quarter(parts: dict[str, str]) -> Period:
    return _quarter_of(int(parts["year"]), int(parts["part"]))


def _quarter_of(year: int, number: int) -> Period:
    return Period(f"{year:04}-Q{number}", *months(year, number * 3 - 2, number * 3))


def _half(parts: dict[str, str]) -> Period:
    return _half_of(int(parts["year"]), int(parts["part"]))


def _half_of(year: int, number: int) -> Period:
    return Period(f"{year:04}-H{number}", *months(year, number * 6 - 5, number * 6))


def _season(parts: dict[str, str]) -> Period:
    return _season_by_code(int(parts["year"]), _SEASONS[parts["season"]])


def _season_by_code(year: int, code: int) -> Period:
    """The northern season: spring is March to May, winter ends in the next year's February."""
    first = (code - 20) * 3
    return Period(f"{year:04}-{code}", *months(year, first, first + 2))


def _written_day(parts: dict[str, str]) -> Period | None:
    number = month_number(parts["month"])
    return _day(int(parts["year"]), number, int(parts["day"])) if number else None


def _written_month(parts: dict[str, str]) -> Period | None:
    number = month_number(parts["month"])
    return month(int(parts["year"]), number) if number else None


def _end_of_month(parts: dict[str, str]) -> Period | None:
    whole = _written_month(parts)
    return whole and day(whole.latest)


def _end_of_year(parts: dict[str, str]) -> Period:
    return day(_year(parts).latest)


def _third_of_year(parts: dict[str, str]) -> Period:
    first = _THIRDS[parts["third"]] * 4 + 1
    return Period(_third_text(parts), *months(int(parts["year"]), first, first + 3))


def _third_of_month(parts: dict[str, str]) -> Period | None:
    whole = _written_month(parts)
    if whole is None:
        return None
    third = _THIRDS[parts["third"]]
    earliest = whole.earliest.replace(day=third * 10 + 1)
    latest = whole.latest if third == 2 else whole.earliest.replace(day=third * 10 + 10)
    return Period(_third_text(parts), earliest, latest)


def _third_text(parts: dict[str, str]) -> str:
    joint = "-" if parts["third"] == "mid" else " "
    rest = [parts[name] for name in ("month", "year") if name in parts]
    return parts["third"] + joint + " ".join(rest)


def _day(year: int, number: int, day_of_month: int) -> Period:
    try:
        return day(date(year, number, day_of_month))
    except ValueError:
        raise _impossible_day(year, number, day_of_month) from None


def _impossible_day(year: int, number: int, day_of_month: int) -> DateError:
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
    """The date whose day and month were written in the other order, if there is one."""
    try:
        return date(year, day_of_month, number).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=256)
def month_number(name: str) -> int | None:
    """1 to 12 for an English month name or its abbreviation (sep, sept), else None."""
    from dateutil.parser import parserinfo

    return parserinfo().month(name)


_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[a-z]+)\.?"
_DAY = r"(?P<day>[0-9]{1,2})"
_THIRD = r"(?P<third>early|mid|late)[ -]"
_FORMS: tuple[tuple[str, Callable[[dict[str, str]], Period | None]], ...] = (
    (_YEAR + r"-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", _iso_day),
    (_YEAR + r"-(?P<month>[0-9]{2})", _iso_month),
    (_YEAR, _year),
    (_YEAR + r"-q(?P<part>[1-4])", _quarter),
    (r"q(?P<part>[1-4]) " + _YEAR, _quarter),
    (_YEAR + r"-h(?P<part>[12])", _half),
    (r"h(?P<part>[12]) " + _YEAR, _half),
    (r"(?P<season>spring|summer|autumn|winter) " + _YEAR, _season),
    (_THIRD + _YEAR, _third_of_year),
    (_THIRD + _MONTH + " " + _YEAR, _third_of_month),
    (r"end of " + _YEAR, _end_of_year),
    (r"end of " + _MONTH + " " + _YEAR, _end_of_month),
    (_DAY + " " + _MONTH + ",? " + _YEAR, _written_day),
    (_MONTH + " " + _DAY + ",? " + _YEAR, _written_day),
    (_MONTH + ",? " + _YEAR, _written_month),
)
