"""Periods and days of the calendar, as the forms of times need them."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from claim_tracker.dates import Period, parse_period
from claim_tracker.dates.period import day, month
from claim_tracker.dates.words import MONTH_NUMBERS, WEEKDAYS, number_of
from claim_tracker.drafting.days.context import Context

Groups = Mapping[str, str]
"""The parts of a form that a text has, by their names."""


def period_between(first: Period, last: Period) -> Period | None:
    """Return the days from the first of a period to the last of another; None if there are none."""
    if first == last:
        return first
    if first.earliest > last.latest:
        return None
    if first.earliest == last.latest:
        return day(first.earliest)
    return parse_period(f"{first.earliest.isoformat()}/{last.latest.isoformat()}")


def count_of(words: str) -> int | None:
    """Return a number in digits or words; None for one that is not exact."""
    words = words.lower()
    if words in _COUNTS:
        return _COUNTS[words]
    return number_of(words)


_COUNTS = {"a couple of": 2, "a dozen": 12}


def year_period(year: int) -> Period:
    return parse_period(f"{year:04}")


_YEARS_AWAY = {"last year": -1, "this year": 0, "next year": 1}


def year_of(groups: Groups, context: Context, number: int | None = None) -> int | None:
    """Return the year that is named; else the one in which a month is next, or the present one."""
    published = context.published
    if "year" in groups:
        return int(groups["year"])
    if published is None:
        return None
    if "relative" in groups:
        return published.year + _YEARS_AWAY[groups["relative"]]
    if number is None or groups.get("which") == "this":
        return published.year
    is_over = number < published.month
    is_next = number == published.month and groups.get("which") == "next"
    return published.year + (is_over or is_next)


def month_number(name: str) -> int:
    return MONTH_NUMBERS[name.lower().rstrip(" .")]


def day_number(text: str) -> int:
    return ORDINAL_DAYS.get(text) or int(text.rstrip("sthndr"))


_TO_TWENTY = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINAL_DAYS = {
    name: number
    for number, name in enumerate(
        [*_TO_TWENTY, *(f"twenty-{it}" for it in _TO_TWENTY[:9]), "thirtieth", "thirty-first"], 1
    )
}
"""The days of a month by their ordinals in words."""


def weekday_number(name: str) -> int:
    """Return the number of a weekday, also of a shortened one, from 0 for Monday."""
    return next(n for n, it in enumerate(WEEKDAYS) if it.startswith(name[:3]))


def months_of(value: date) -> int:
    return value.year * 12 + value.month - 1


def day_of(groups: Groups, context: Context, month_name: str, number: str) -> date | None:
    """Return the day of a month in the year that is named, or else the next one to come."""
    index, of_month = month_number(month_name), day_number(number)
    year = year_of(groups, context, index)
    if year is None:
        return None
    if not groups.keys().isdisjoint(("year", "relative")):
        return date(year, index, of_month)
    for each in range(year, year + _LONGEST_LEAP + 1):
        if of_month <= monthrange(each, index)[1]:
            found = date(each, index, of_month)
            if context.published is None or found >= context.published:
                return found
    return None


_LONGEST_LEAP = 8
"""Years from one 29 February to the next, at the most."""
_SUNDAY = 6


def this_or_next_span(span: str, context: Context, *, is_next: bool) -> Period | None:
    """Return the span of the publication, or the one after it.

    On a Sunday both `this week` and `next week` are the week that begins the day after.
    """
    published = context.published
    if published is None:
        return None
    monday = published - timedelta(days=published.weekday() - 7 * is_next)
    if span == "week" and published.weekday() == _SUNDAY:
        monday = published + timedelta(days=1)
    match span:
        case "weekend":
            return period_between(day(monday + timedelta(days=5)), day(monday + timedelta(days=6)))
        case "week":
            return period_between(day(monday), day(monday + timedelta(days=6)))
        case "month":
            year, index = divmod(months_of(published) + is_next, 12)
            return month(year, index + 1)
        case "quarter":
            year, index = divmod(months_of(published) // 3 + is_next, 4)
            return parse_period(f"{year}-Q{index + 1}")
        case "decade":
            return parse_period(f"{published.year // 10 + is_next}X")
        case "year":
            return year_period(published.year + is_next)
    return None


def day_after(context: Context, words: str, unit: str) -> Period | None:
    count = count_of(words)
    if context.published is None or count is None:
        return None
    return day(later(context.published, count, unit))


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def later(start: date, count: int, unit: str) -> date:
    """Return the day so many units after another; hours are counted up to whole days."""
    from dateutil.relativedelta import relativedelta

    if unit == "hour":
        return start + timedelta(days=-(-count // 24))
    if unit in _DAYS:
        return start + timedelta(days=count * _DAYS[unit])
    return start + relativedelta(months=count * _MONTHS[unit])


def says_next(groups: Groups) -> bool:
    """Whether a time is said to be the one after this."""
    return groups.get("which", "").rpartition(" ")[2] in ("next", "coming", "following")


ORDINALS = {"first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
ORDINALS |= {"fourth": 4, "4th": 4}
"""The numbers of the ordinals of a part."""
