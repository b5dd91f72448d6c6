"""Years of other calendars, which look like years far away."""

import re
from typing import NamedTuple

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.parse import parse_period
from claim_tracker.dates.period import Period

_NEAR = 50


class _Calendar(NamedTuple):
    """A calendar, the years that may be of it, and what to add to them for Gregorian years."""

    name: str
    years: range
    to_ours: int
    same_months: bool


_CALENDARS = (
    _Calendar("Buddhist", range(2400, 2700), -543, same_months=True),
    _Calendar("Solar Hijri", range(1300, 1501), 621, same_months=False),
)
_YEARS = frozenset(year for calendar in _CALENDARS for year in calendar.years)


def may_be_of_another(period: Period) -> bool:
    """Whether the year in which a period begins may be of another calendar."""
    return period.earliest.year in _YEARS


def calendar_advice(period: Period, stated: Period) -> str | None:
    """Return what to write if the years of a deadline or an outcome are of another calendar.

    None unless that is within 50 years of when its claim was stated, and not over by then.
    """
    year = period.earliest.year
    for calendar in _CALENDARS:
        ours = _in_our_years(period, calendar) if year in calendar.years else None
        if ours is None or abs(ours.earliest.year - stated.earliest.year) > _NEAR:
            continue
        if ours.latest >= stated.earliest:
            lead = f"if {year} is a year of the {calendar.name} calendar, write `{ours.text}`"
            following = f", or `{ours.latest.year + 1}` for its last three months"
            return lead if calendar.same_months else lead + following
    return None


def _in_our_years(period: Period, calendar: _Calendar) -> Period | None:
    """Return the same months of Gregorian years, or the whole year where months differ."""
    text = period.text if calendar.same_months else f"{period.earliest.year:04}"
    shifted = re.sub("[0-9]{4}", lambda year: f"{int(year[0]) + calendar.to_ours:04}", text)
    try:
        return parse_period(shifted)
    except DateError:
        return None
