"""The calendar along an axis: where its days, months and years begin."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "quarter", "year"]


class Step(NamedTuple):
    """So many of a unit of the calendar, such as 10 years."""

    number: int
    unit: Unit


STEPS = (
    *(Step(1, "day"), Step(1, "week"), Step(1, "month"), Step(1, "quarter")),
    *(Step(number * scale, "year") for scale in (1, 10, 100, 1000) for number in (1, 2, 5)),
)
"""The steps of an axis, the finest first. A week begins on Monday, as in ISO 8601."""

_MONTHS_EACH = {"month": 1, "quarter": 3, "year": 12}


class Ticks(NamedTuple):
    """The days on which a step of the calendar begins along an axis."""

    step: Step
    days: tuple[date, ...]


def ticks(first: date, last: date, most: int) -> Ticks:
    """The finest step of which at most `most` (1 or more) begin from `first` to `last`.

    Both days are included. Of 5,000 years one begins in the calendar of Python.

    >>> [str(day) for day in ticks(date(2025, 8, 18), date(2026, 1, 1), 3).days]
    ['2025-10-01', '2026-01-01']
    """
    for step in STEPS:
        found = tuple(islice(starts(step, first, last), most + 1))
        if len(found) <= most:
            return Ticks(step, found)
    raise AssertionError("unreachable")


def starts(step: Step, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, both included, on which the step begins, in order."""
    if step.unit in ("day", "week"):
        days = 1 if step.unit == "day" else 7
        ahead = -first.weekday() % 7 if step.unit == "week" else 0
        numbers = range(first.toordinal() + ahead, last.toordinal() + 1, days)
        yield from map(date.fromordinal, numbers)
        return
    each = _MONTHS_EACH[step.unit] * step.number
    begun = first.year * 12 + first.month - (first.day == 1)
    end = last.year * 12 + last.month
    for month in range(begun + -begun % each, end, each):
        yield date(month // 12, month % 12 + 1, 1)
