"""A claim's time on an axis of days: where its marks and bars stand, in percent of the width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from claim_tracker.dates import Period
from claim_tracker.status import ClaimState
from claim_tracker.timescale import ticks
from claim_tracker.views.wording import period_words, tick_words
from claim_tracker.words import TONES

_MOST_TICKS = 8
Sign = Literal["wait", "stated", "moved", "due", "late", "good", "partly", "bad", "unsettled"]


class Shape(NamedTuple):
    """A sign from `x` on, `width` wide; `period` is what it stands for."""

    sign: Sign
    x: float
    width: float
    period: Period


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day begins; 0 before the axis, and 100 after it."""
        days = (self.last - self.first).days + 1
        return round(min(max((day - self.first).days / days, 0), 1) * 100, 2)

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Where the days from `first` to `last`, both included, begin, and how wide they are."""
        begin = self.x(first)
        end = self.x(last + timedelta(days=1)) if last < date.max else 100.0
        return begin, round(end - begin, 2)

    def shape(self, sign: Sign, period: Period) -> Shape:
        """A sign over a period."""
        return Shape(sign, *self.span(period.earliest, period.latest), period)


def shapes(state: ClaimState, axis: Axis) -> Iterator[Shape]:
    """What is drawn of a claim, in the order in which one sign may cover another."""
    stated, due = state.entry.stated, state.due
    if due is not None and stated.earliest < due.earliest:
        yield axis.shape("wait", _days(stated.earliest, due.earliest - timedelta(days=1)))
    yield from (axis.shape("moved", term.due) for term in state.terms[:-1])
    if due is not None:
        yield axis.shape("due", due)
        yield from _late(state, due, axis)
    yield axis.shape("stated", stated)
    if state.outcome is not None and state.happened is not None:
        yield axis.shape(TONES[state.outcome], state.happened)


def _late(state: ClaimState, due: Period, axis: Axis) -> Iterator[Shape]:
    """From the deadline's end to the day on which it was met after all, or to the present."""
    late = state.timing is not None and state.timing.timeliness == "late"
    end = state.happened.earliest if late and state.happened is not None else state.day
    if (late or state.status == "overdue") and due.latest < end:
        yield axis.shape("late", _days(due.latest + timedelta(days=1), end))


def _days(first: date, last: date) -> Period:
    return Period(f"{first}/{last}", first, last)


def chart_words(state: ClaimState) -> str:
    """The chart of a claim in words."""
    parts = [f"stated {period_words(state.entry.stated)}"]
    parts += (f"deadline then {period_words(term.due)}" for term in state.terms[:-1])
    if state.due is not None:
        parts.append(f"deadline {period_words(state.due)}")
    if state.outcome is not None and state.happened is not None:
        parts.append(f"{state.outcome} {period_words(state.happened)}")
    return ", ".join(parts)


def axis_of(states: Sequence[ClaimState], today: date) -> Axis:
    """An axis that has every sign of the claims, and today, on it."""
    periods = [period for state in states for period in _periods(state)]
    first = min((period.earliest for period in periods), default=today)
    last = max((period.latest for period in periods), default=today)
    return Axis(min(first, today), max(last, today))


def _periods(state: ClaimState) -> Iterator[Period]:
    yield state.entry.stated
    yield from (term.due for term in state.terms)
    if state.happened is not None:
        yield state.happened


def tick_marks(axis: Axis) -> list[tuple[float, str]]:
    """Where a step of the calendar begins on the axis, and its name."""
    step, days = ticks(axis.first, axis.last, _MOST_TICKS)
    return [(axis.x(day), tick_words(step, day)) for day in days]
