"""The cells of a chart: what is drawn in each, for a window of time so many cells wide."""

from dataclasses import dataclass
from datetime import date

from claim_tracker.render.timeline.axis import Axis, axis
from claim_tracker.render.timeline.bars import Strokes
from claim_tracker.render.timeline.range import Window
from claim_tracker.render.timeline.scale import Scale, scale
from claim_tracker.render.timeline.signs import Sign

Row = tuple[Sign, ...]
"""The signs of the cells, and one at either end that hints at what lies outside."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A window of time on a scale, with its axis, and `today`, which may lie outside."""

    window: Window
    scale: Scale
    axis: Axis
    today: date

    @property
    def cells(self) -> int:
        """How many cells a row has between its ends."""
        return self.scale.span(self.window)

    def row(self, strokes: Strokes = ()) -> Row:
        """The strokes, each covering those before it.

        The line of today covers the time past a deadline, and is covered by all else.
        """
        first, last = self.window
        signs: list[Sign] = ["empty"] * self.cells
        for stroke in strokes:
            if stroke.first <= last and stroke.last >= first:
                cells = self._cells(max(stroke.first, first), min(stroke.last, last))
                signs[cells.start : cells.stop] = [stroke.meaning] * len(cells)
        self._mark_today(signs)
        before = any(stroke.first < first for stroke in strokes)
        after = any(stroke.last > last for stroke in strokes)
        return ("before" if before else "empty", *signs, "after" if after else "empty")

    def ruler(self) -> Row:
        """An empty row with a tick at each label of the axis."""
        ticks = frozenset(self.axis.marks)
        signs: list[Sign] = ["tick" if cell in ticks else "empty" for cell in range(self.cells)]
        self._mark_today(signs)
        return ("empty", *signs, "empty")

    def _mark_today(self, signs: list[Sign]) -> None:
        if self.window.first <= self.today <= self.window.last:
            cell = self._cells(self.today, self.today).start
            if signs[cell] in ("empty", "past", "tick"):
                signs[cell] = "today"

    def _cells(self, first: date, last: date) -> range:
        """The cells, counted from 0, of the days from `first` to `last` of the window."""
        origin = self.scale.first(self.window.first)
        return range(self.scale.first(first) - origin, self.scale.last(last) - origin + 1)


def chart(window: Window, today: date, most: int) -> Chart:
    """A window on the finest scale that needs at most so many cells."""
    fitting = scale(window, most)
    return Chart(window, fitting, axis(window, fitting), today)
