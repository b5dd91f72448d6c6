"""Dates whose years are of another calendar than the other dates of their claim."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claim_tracker.claims.model import DATE_FIELDS, Claim, Source, Update
from claim_tracker.dates import Period
from claim_tracker.dates.calendars import calendar_advice, may_be_of_another
from claim_tracker.yaml import Path

FAR_YEARS = 200
_LATER = frozenset({"due", "date"})
"""The dates that are not before that on which the claim was stated."""


class OtherYear(NamedTuple):
    """A date of another calendar, what to write, and the nearest other date with its path."""

    period: Period
    advice: str
    nearest: Period
    nearest_path: Path


class DatesOfClaim(NamedTuple):
    """When a claim was stated, where that is known, and all dates in it by their paths."""

    stated: Period | None
    dates: Mapping[Path, Period]


def other_years(claims: Iterable[DatesOfClaim]) -> dict[Path, OtherYear]:
    """Return the dates whose years are of another calendar, as it seems, by their paths.

    Such a date is 200 or more years from all dates of its claim that can be of ours alone, and
    near to one of them by its own calendar.
    """
    found: dict[Path, OtherYear] = {}
    for stated, dates in claims:
        others = {path: period for path, period in dates.items() if may_be_of_another(period)}
        ours = {path: dates[path] for path in dates if path not in others} if others else {}
        if not ours:
            continue
        known = stated if stated is not None and not may_be_of_another(stated) else None
        for path, period in others.items():
            other = _other_year(period, ours, known if path[-1] in _LATER else None)
            if other is not None:
                found.setdefault(path, other)
    return found


def _other_year(
    period: Period, ours: Mapping[Path, Period], not_before: Period | None
) -> OtherYear | None:
    def years(path: Path) -> int:
        return abs(period.earliest.year - ours[path].earliest.year)

    nearest = min(ours, key=years)
    if years(nearest) < FAR_YEARS:
        return None
    advice = calendar_advice(period, ours[nearest], not_before)
    return OtherYear(period, advice, ours[nearest], nearest) if advice is not None else None


def may_have_other_years(parts: Iterable[Claim | Update | Source]) -> bool:
    """Whether any date of some parts may be of another calendar."""
    return any(
        isinstance(date := getattr(part, name), Period) and may_be_of_another(date)
        for part in parts
        for name in DATE_FIELDS[type(part)]
    )


def dates_of(path: Path, part: Source | Claim | Update) -> dict[Path, Period]:
    """Return the dates of a part that are no spans, by their paths."""
    values = {(*path, name): getattr(part, name) for name in DATE_FIELDS[type(part)]}
    return {path: value for path, value in values.items() if isinstance(value, Period)}
