"""A claim's time on an axis of days: where its marks and bars stand, in percent of the width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from claim_tracker.claims.state import ClaimState
from claim_tracker.render.timeline.axis import TickStep, date_range, ticks
from claim_tracker.render.timeline.bars import Meaning, bar_rows, extent
from claim_tracker.render.wording import Wording

_MAX_TICKS = 8
_LETTER, _LETTER_IF_NARROW = 1.6, 2.4
"""The percentage of a chart, and of a narrow one, that a letter of a label takes."""
_WHOLE = 100
_BARS = ("due", "earlier", "past")
_DAY = timedelta(days=1)


class ChartBar(NamedTuple):
    """A sign from `x` on, `width` wide; `wait` is the time from a statement to its deadline."""

    sign: Meaning | Literal["wait"]
    x: float
    width: float


class Label(NamedTuple):
    """A day on the axis and its name, which stands after its line unless `is_before`.

    One without room has no words; one that `is_tight` has room in a wide chart alone.
    """

    x: float
    words: str
    is_today: bool = False
    is_before: bool = False
    is_tight: bool = False


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


def shapes(state: ClaimState, axis: Axis) -> Iterator[ChartBar]:
    """Yield the shapes of a claim within the axis, one over the other."""
    stated, due = state.entry.stated.earliest, state.due
    if due is not None and stated < due.earliest and axis.has(stated, due.earliest - _DAY):
        yield ChartBar("wait", *axis.span(stated, due.earliest - _DAY))
    drawn = dict.fromkeys(bar for row in bar_rows(state) for bar in row)
    for meaning, first, last in drawn:
        is_mark = meaning != "moved" and first == last
        if (meaning in _BARS or is_mark) and axis.has(first, last):
            yield ChartBar(meaning, *axis.span(first, last))


def chart_words(state: ClaimState, wording: Wording) -> str:
    """Return the chart of a claim in words."""
    stated = wording.date(state.entry.stated)
    parts = [wording.gettext("stated %(date)s", date=stated)]
    parts += (
        wording.gettext("deadline then %(date)s", date=wording.date(term.due))
        for term in state.terms[:-1]
    )
    if state.due is not None:
        parts.append(wording.gettext("deadline %(date)s", date=wording.date(state.due)))
    if state.settled is not None:
        status, settled = wording.word(state.status), wording.date(state.settled)
        parts.append(
            wording.gettext("%(status)s %(date)s", status=status, date=settled)
            if state.happened is not None
            else wording.gettext("%(status)s known %(date)s", status=status, date=settled)
        )
    return wording.joined(*parts)


def axis_of(states: Sequence[ClaimState], today: date) -> Axis:
    """Return the axis that the claims need."""
    return Axis(*date_range([extent(bar_rows(state)) for state in states], today))


@lru_cache(maxsize=4096)
def labels(axis: Axis, today: date, wording: Wording) -> tuple[Label, ...]:
    """Return the labels of today and of the steps of the calendar along the axis.

    A step has no words where they would run over today's line or words, or over the end.
    """
    step, days = ticks(axis.first, axis.last, _MAX_TICKS)
    x, words = axis.x(today), wording.day(today)
    present = Label(x, words, is_today=True, is_before=x > _WHOLE / 2)
    steps = [Label(axis.x(day), _tick_words(step, day, wording)) for day in days]
    fits = _fitting(steps, present, _LETTER)
    fits_if_narrow = _fitting(steps, present, _LETTER_IF_NARROW)
    made = (
        step._replace(words=step.words if step in fits else "", is_tight=step not in fits_if_narrow)
        for step in steps
    )
    return (*made, present)


def _tick_words(step: TickStep, day: date, wording: Wording) -> str:
    """Return the name of a tick by its first day: `18 Aug 2025`, `Sep 2025`, `2025`."""
    if step.unit in ("day", "week"):
        return wording.day(day)
    return wording.year(day.year) if step.unit == "year" else wording.month(day)


def _fitting(steps: Sequence[Label], present: Label, letter: float) -> set[Label]:
    """Return the steps that have room, from the first on, where a letter takes so much of it."""
    found = set[Label]()
    taken = [_room(present, letter)]
    for step in steps:
        first, last = _room(step, letter)
        if last <= _WHOLE and all(last <= begin or end <= first for begin, end in taken):
            found.add(step)
            taken.append((first, last))
    return found


def _room(label: Label, letter: float) -> tuple[float, float]:
    """Return from where to where the words of a label are, with a space on each side."""
    width = (len(label.words) + 1) * letter
    return (label.x - width, label.x) if label.is_before else (label.x, label.x + width)
