"""A claim's time on an axis of days: where its marks and bars stand, in percent of the width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import period_words, tick_words
from claim_tracker.render.timeline.axis import date_range, ticks
from claim_tracker.render.timeline.bars import Meaning, bar_rows, extent

_MOST_TICKS = 8
_WIDTH_OF_LETTER = 2.2
"""The percentage of a narrow chart that a letter of a tick's name takes."""
_WHOLE = 100
_BARS = ("due", "earlier", "past")
_LEFT_OUT = ("moved",)
_DAY = timedelta(days=1)


class Shape(NamedTuple):
    """A sign from `x` on, `width` wide; `wait` is the time from a statement to its deadline."""

    sign: Meaning | Literal["wait"]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Return where a day begins; 0 before the axis, and 100 after it."""
        days = (self.last - self.first).days + 1
        return round(min(max((day - self.first).days / days, 0), 1) * 100, 2)

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Return where the days from `first` to `last` begin, and how wide they are."""
        begin = self.x(first)
        end = self.x(last + _DAY) if last < date.max else 100.0
        return begin, round(end - begin, 2)

    def has(self, first: date, last: date) -> bool:
        """Whether one of the days from `first` to `last` is on the axis."""
        return first <= self.last and last >= self.first


def shapes(state: ClaimState, axis: Axis) -> Iterator[Shape]:
    """Yield what is drawn of a claim within the axis, one sign over the other."""
    stated, due = state.entry.stated.earliest, state.due
    if due is not None and stated < due.earliest and axis.has(stated, due.earliest - _DAY):
        yield Shape("wait", *axis.span(stated, due.earliest - _DAY))
    drawn = dict.fromkeys(bar for row in bar_rows(state) for bar in row)
    for meaning, first, last in drawn:
        is_mark = meaning not in (*_BARS, *_LEFT_OUT) and first == last
        if (meaning in _BARS or is_mark) and axis.has(first, last):
            yield Shape(meaning, *axis.span(first, last))


def chart_words(state: ClaimState) -> str:
    """Return the chart of a claim in words."""
    parts = [f"stated {period_words(state.entry.stated)}"]
    parts += (f"deadline then {period_words(term.due)}" for term in state.terms[:-1])
    if state.due is not None:
        parts.append(f"deadline {period_words(state.due)}")
    if state.settled is not None:
        known = "" if state.happened is not None else "known "
        parts.append(f"{state.outcome} {known}{period_words(state.settled)}")
    return ", ".join(parts)


def axis_of(states: Sequence[ClaimState], today: date) -> Axis:
    """Return the axis that the claims need."""
    return Axis(*date_range([extent(bar_rows(state)) for state in states], today))


def tick_marks(axis: Axis) -> list[tuple[float, str]]:
    """Return where a step of the calendar begins on the axis, and its name."""
    step, days = ticks(axis.first, axis.last, _MOST_TICKS)
    return [(axis.x(day), tick_words(step, day)) for day in days]


def is_tight(words: str, x: float, today: float) -> bool:
    """Whether a name that begins at a percentage has no room in a narrow chart.

    It would run over the end of the chart, or into the line of today.
    """
    end = x + len(words) * _WIDTH_OF_LETTER
    return end > _WHOLE or x <= today < end
