"""The periods of the times that news names, counted from the day of publication.

Each function is given the named parts of a form, such as the month and the day, and returns None
where no period can be worked out: none is ever made up. Dates in full are read as the format reads
them.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from claim_tracker.dates import DateError, Period, parse_period
from claim_tracker.dates.period import day, month
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.periods import (
    ORDINALS,
    Groups,
    count_of,
    day_after,
    day_number,
    day_of,
    later,
    month_number,
    months_of,
    period_between,
    says_next,
    this_or_next_span,
    weekday_number,
    year_of,
)

Resolve = Callable[[Groups, Context], Period | None]


def resolved(resolve: Resolve, groups: Groups, context: Context) -> Period | None:
    """Return the period of a time; None as well where the calendar has no such days."""
    try:
        return resolve(groups, context)
    except (DateError, ValueError, OverflowError):
        return None


def unknown(_groups: Groups, _context: Context) -> Period | None:
    """Return None: such a phrase hangs on an event, or is vague."""
    return None


def named_before(groups: Groups, context: Context) -> Period | None:
    """Return the deadline that the text named before: `by then`; for `that day` only a day."""
    is_day = groups.get("unit") == "day"
    return context.last if context.last is None or context.last.is_day or not is_day else None


def written(groups: Groups, _context: Context) -> Period | None:
    """Return a date that stands in digits, or a year."""
    return parse_period(groups["written"])


# Days and months: in the year that is named, or else the next to come


def day_of_month(groups: Groups, context: Context) -> Period | None:
    """Return the day of `3 July`, `July 3, 2026`.

    With its weekday it is the next one or the last one that falls on it: `Sunday, May 18`, told in
    November, may be of this year. None where neither does.
    """
    found = day_of(groups, context, groups["month"], groups["day"])
    name = groups.get("on") or groups.get("beside") or groups.get("after")
    if found is None or name is None or not groups.keys().isdisjoint(("year", "relative")):
        return day(found) if found is not None else None
    last = found if found.weekday() == weekday_number(name) else found.replace(year=found.year - 1)
    return day(last) if last.weekday() == weekday_number(name) else None


def days_of_months(groups: Groups, context: Context) -> Period | None:
    """Return the days of `July 5-9`, `28 June to 3 July`, from one to the other."""
    last = day_of(groups, context, groups.get("month2", groups["month"]), groups["day2"])
    if last is None:
        return None
    number = month_number(groups["month"])
    year = last.year - (number > last.month)
    first = date(year, number, day_number(groups["day"]))
    return period_between(day(first), day(last))


def numbered_day(groups: Groups, context: Context) -> Period | None:
    """Return the next day with a number, `the 24th`, from the month that was named before."""
    first = context.published
    if context.last is not None and context.last.latest - context.last.earliest < _A_MONTH:
        first = context.last.earliest
    if first is None:
        return None
    number = day_number(groups["day"])
    for ordinal in range(months_of(first), months_of(first) + 3):
        year, index = divmod(ordinal, 12)
        if number <= monthrange(year, index + 1)[1]:
            found = date(year, index + 1, number)
            if found >= first:
                return day(found)
    return None


_A_MONTH = timedelta(days=31)


def one_month(groups: Groups, context: Context) -> Period | None:
    """Return the month of `November`, `June 2026`, `March next year`."""
    number = month_number(groups["month"])
    year = year_of(groups, context, number)
    return month(year, number) if year is not None else None


def months(groups: Groups, context: Context) -> Period | None:
    """Return the months of `October-November`, from one to the other."""
    last = one_month({**groups, "month": groups["month2"]}, context)
    if last is None:
        return None
    number = month_number(groups["month"])
    return period_between(month(last.earliest.year - (number > last.earliest.month), number), last)


def months_up_to(groups: Groups, context: Context) -> Period | None:
    """Return the months that end with one or on a day: `the year to March`, `to 30 June`."""
    last, count = _day_or_month(groups, context), _months_long(groups)
    if last is None or not count:
        return None
    end = last.latest
    return period_between(day(later(end + timedelta(days=1), -count, "month")), day(end))


def months_from(groups: Groups, context: Context) -> Period | None:
    """Return the months that begin with one or on a day: `the financial year starting 1 April`."""
    first, count = _day_or_month(groups, context), _months_long(groups)
    if first is None or not count:
        return None
    start = first.earliest
    return period_between(day(start), day(later(start, count, "month") - timedelta(days=1)))


def _day_or_month(groups: Groups, context: Context) -> Period | None:
    number = groups.get("day") or groups.get("day2")
    if number is None:
        return one_month(groups, context)
    return day_of_month({**groups, "day": number}, context)


def _months_long(groups: Groups) -> int | None:
    """Return of how many months a year, a half, a quarter or a number of months is."""
    if "span" in groups:
        return {"year": 12, "half": 6, "quarter": 3}[groups["span"]]
    return count_of(groups["count"])


def end_of_month(groups: Groups, context: Context) -> Period | None:
    """Return the last day of `end-July`."""
    whole = one_month(groups, context)
    return day(whole.latest) if whole is not None else None


def part_of_month(groups: Groups, context: Context) -> Period | None:
    """Return a half, or a week, of a month, whose weeks are counted from its first day."""
    whole = one_month(groups, context)
    if whole is None:
        return None
    last, number = whole.latest.day, ORDINALS.get(groups["number"], 0)
    if groups["part"] == "half":
        first, end = (1, 15) if number == 1 else (16, last)
    elif number:
        first, end = 7 * number - 6, 7 * number
    else:
        first, end = last - 6, last
    return period_between(*(day(whole.earliest.replace(day=each)) for each in (first, end)))


def feast(groups: Groups, context: Context) -> Period | None:
    """Return the day of a feast: `Christmas`, `Easter Monday 2026`."""
    from dateutil.easter import easter

    year = year_of(groups, context)
    if year is None:
        return None
    number, of_month = FEASTS[groups["feast"]]
    for each in (year, year + 1):
        found = date(each, number, of_month) if number else easter(each) + timedelta(days=of_month)
        if "year" in groups or context.published is None or found >= context.published:
            return day(found)
    return None


FEASTS = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "Hogmanay": (12, 31),
    "New Year's Day": (1, 1),
    "Halloween": (10, 31),
    "Good Friday": (0, -2),
    "Easter Sunday": (0, 0),
    "Easter Monday": (0, 1),
    "Easter": (0, 0),
}
"""The month and the day of feasts; of those about Easter, 0 and the days from its Sunday."""


# From the day of publication


def weekday(groups: Groups, context: Context) -> Period | None:
    """Return the first such day from the publication on; after it where it is the `next` one."""
    published = context.published
    if published is None:
        return None
    index = weekday_number(groups["weekday"])
    if "week" in groups:
        return day(published + timedelta(days=7 - published.weekday() + index))
    away = (index - published.weekday()) % 7
    if away == 0 and groups.get("which") == "next":
        away = 7
    return day(published + timedelta(days=away + 7 * ("later" in groups)))


def near_day(groups: Groups, context: Context) -> Period | None:
    """Return the day of `today`, `tomorrow`, `this evening`."""
    if context.published is None:
        return None
    away = {"tomorrow": 1, "the day after tomorrow": 2}.get(groups["near"], 0)
    return day(context.published + timedelta(days=away))


def this_or_next(groups: Groups, context: Context) -> Period | None:
    """Return this or the next week, weekend, month, quarter, year or decade.

    `The following year` is counted from what the text told of before.
    """
    if groups["which"].lower() == "the following":
        return None
    return this_or_next_span(groups["span"], context, is_next=says_next(groups))


def end_of_this(groups: Groups, context: Context) -> Period | None:
    """Return the last day of the week, month or year: `within the month`."""
    whole = this_or_next_span(groups["unit"], context, is_next=False)
    return day(whole.latest) if whole is not None else None


def after(groups: Groups, context: Context) -> Period | None:
    """Return the day so many units after the publication: `in three weeks`, `in 7 to 8 days`."""
    last = day_after(context, groups["count"], groups["unit"])
    if "first" not in groups or last is None:
        return last
    first = day_after(context, groups["first"], groups["unit"])
    return period_between(first, last) if first is not None else None


def until(groups: Groups, context: Context) -> Period | None:
    """Return the days from the publication on: `over the next two years`."""
    end = day_after(context, groups.get("count", "one"), groups["unit"])
    if end is None or context.published is None:
        return None
    return period_between(day(context.published), end)


def same_day(_groups: Groups, context: Context) -> Period | None:
    """Return the day of publication: `at 6 p.m.`; None where another day was told of before."""
    if context.published is None:
        return None
    today = day(context.published)
    return today if context.last in (None, today) else None
