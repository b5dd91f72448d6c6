"""The head of a time axis: the years, and below them the days, months or quarters."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from claim_tracker.render.phrases import day_of_year_words, month_words
from claim_tracker.render.timeline.calendar import Step, Unit, starts, ticks
from claim_tracker.render.timeline.range import Window
from claim_tracker.render.timeline.scale import Scale

_NARROWEST = 3
"""Cells from one label to the next, at least."""


def _year(day: date) -> str:
    return f"{day.year:04}"


_LABELS: dict[Unit, Callable[[date], str]] = {
    "day": day_of_year_words,
    "week": day_of_year_words,
    "month": month_words,
    "quarter": lambda day: f"Q{(day.month + 2) // 3}",
    "year": _year,
}


class Axis(NamedTuple):
    """The lines of labels, each label beginning at its day, and the cells that have one."""

    lines: tuple[str, ...]
    marks: tuple[int, ...]


def axis(window: Window, scale: Scale) -> Axis:
    """The finest labels between which there is a space; the year can be told from them."""
    cells = scale.span(window)

    def placed(days: Iterable[date], words: Callable[[date], str]) -> dict[int, str]:
        return {scale.first(day) - scale.first(window.first): words(day) for day in days}

    found = ticks(*window, max(cells // _NARROWEST, 1))
    labels = placed(found.days, _LABELS[found.step.unit])
    while not _apart(labels):
        found = ticks(*window, len(found.days) - 1)
        labels = placed(found.days, _LABELS[found.step.unit])
    if found.step.unit == "year":
        lines = [labels or placed([window.first], _year)]
    else:
        years = placed(starts(Step(1, "year"), *window), _year)
        first = placed([window.first], _year)
        lines = [first | years if _apart(first | years) else years]
        lines.append(labels or placed([window.first], day_of_year_words))
    return Axis(tuple(_line(line, cells) for line in lines), tuple(labels))


def _apart(labels: dict[int, str]) -> bool:
    """Whether there is a space between any two labels, which are in order."""
    return all(place + len(labels[place]) < following for place, following in pairwise(labels))


def _line(labels: dict[int, str], cells: int) -> str:
    """The labels at their cells; one that would reach beyond the last cell is left out."""
    line = ""
    for place, label in labels.items():
        if place + len(label) <= cells:
            line = line.ljust(place) + label
    return line
