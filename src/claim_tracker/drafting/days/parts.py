"""The parts of a period that news names: its end, its start, what is left of it."""

import re
from collections.abc import Callable
from datetime import timedelta

from claim_tracker.dates import Period, parse_period
from claim_tracker.dates.period import day
from claim_tracker.dates.words import THIRDS
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.periods import period_between

PartOf = Callable[[Period, Context], Period | None]


def last_day(whole: Period, _context: Context) -> Period:
    """Return the last day of a period."""
    return day(whole.latest)


def rest_of(whole: Period, context: Context) -> Period | None:
    """Return the days of a period from the publication on."""
    published = context.published
    if published is None or not whole.earliest <= published <= whole.latest:
        return whole
    return period_between(day(published), day(whole.latest))


def whole_of(whole: Period, _context: Context) -> Period:
    """Return the period itself."""
    return whole


def week_of(within: Period, _context: Context) -> Period | None:
    """Return the week, from Monday to Sunday, in which a period begins."""
    monday = within.earliest - timedelta(days=within.earliest.weekday())
    return period_between(day(monday), day(monday + timedelta(days=6)))


def third_of(third: str) -> PartOf:
    """Return the function from a period to its first, middle or last third.

    Of a month and of a year it is what the format has as `early 2026`, of a day the day; of what
    is longer, none.
    """

    def part(whole: Period, _context: Context) -> Period | None:
        if whole.is_day:
            return whole
        if re.fullmatch(r"\d{4}", whole.text):
            return parse_period(f"{third} {whole.text}")
        if re.fullmatch(r"\d{4}-\d\d", whole.text):
            return parse_period(f"{third} {whole.earliest:%B %Y}")
        length, number = (whole.latest - whole.earliest).days + 1, THIRDS.index(third)
        if length > _A_YEAR:
            return None
        first = whole.earliest + timedelta(days=length * number // 3)
        last = whole.earliest + timedelta(days=length * (number + 1) // 3 - 1)
        return period_between(day(first), day(max(first, last)))

    return part


def thirds_of(first: str, last: str) -> PartOf:
    """Return the function from a period to its days from one third to another."""

    def part(whole: Period, context: Context) -> Period | None:
        begin, end = third_of(first)(whole, context), third_of(last)(whole, context)
        return period_between(begin, end) if begin is not None and end is not None else None

    return part


_A_YEAR = 366
