"""The stretch of time that a picture of claims shows."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from claim_tracker.dates import Period

_NEAR = (10, 100)
"""Years around the present: the fewest are taken that hold all but a few claims."""
_FEW = 10
_LONG = 10


class Window(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date


def window(
    extents: Sequence[tuple[date, date]],
    today: date,
    start: Period | None = None,
    end: Period | None = None,
) -> Window:
    """From the earliest day of `start` to the latest of `end`; else what the claims need.

    `extents` are the first and the last day of each claim. Without `start` or `end` all of
    them are shown, and `today`, in whole months, or in whole years where it is long. But one
    claim, or one in ten, does not press the others together: what reaches further than 10 (or
    else 100) years from today is left outside. `start` must not be after `end`.
    """
    needed = _needed(extents, today)
    first, last = _rounded(*needed)
    if start is not None:
        first, last = start.earliest, max(last, start.latest)
    if end is not None:
        first, last = min(first, end.earliest) if start is None else first, end.latest
    return Window(first, last)


def _needed(extents: Sequence[tuple[date, date]], today: date) -> Window:
    for years in _NEAR:
        earliest, latest = _ahead(today, -years), _ahead(today, years)
        near = [each for each in extents if earliest <= each[0] and each[1] <= latest]
        if near and len(extents) - len(near) <= max(1, len(extents) // _FEW):
            break
    else:
        near = list(extents)
    shown = [*near, (today, today)]
    return Window(min(first for first, _ in shown), max(last for _, last in shown))


def _ahead(day: date, years: int) -> date:
    year = min(max(day.year + years, MINYEAR), MAXYEAR)
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _rounded(first: date, last: date) -> Window:
    if last.year - first.year > _LONG:
        return Window(date(first.year, 1, 1), date(last.year, 12, 31))
    return Window(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))
