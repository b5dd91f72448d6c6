"""The cells of a chart: what is drawn in each, and the glyphs that it is drawn with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.marks import ASCII_TONE_SIGNS, TONE_SIGNS
from claim_tracker.render.timeline.axis import DateRange, Labels, Scale, axis_labels, finest_scale
from claim_tracker.render.timeline.bars import Bars, Meaning

Glyph = Meaning | Literal["today", "tick", "empty", "before", "after"]
Glyphs = Mapping[Glyph, str]
"""The text of each glyph, one terminal cell wide. Where signs meet, the first of these is shown."""

UNICODE: Glyphs = {
    "good": TONE_SIGNS["good"],
    "partly": TONE_SIGNS["partly"],
    "bad": TONE_SIGNS["bad"],
    "unsettled": TONE_SIGNS["unsettled"],
    "stated": "○",
    "due": "▇",
    "earlier": "░",
    "moved": "↳",
    "today": "│",
    "past": "┄",
    "tick": "·",
    "empty": " ",
    "before": "◂",
    "after": "▸",
}
ASCII: Glyphs = {
    "good": ASCII_TONE_SIGNS["good"],
    "partly": ASCII_TONE_SIGNS["partly"],
    "bad": ASCII_TONE_SIGNS["bad"],
    "unsettled": ASCII_TONE_SIGNS["unsettled"],
    "stated": "o",
    "due": "#",
    "earlier": "=",
    "moved": "\\",
    "today": "|",
    "past": "-",
    "tick": "'",
    "empty": " ",
    "before": "<",
    "after": ">",
}


@cache
def glyphs_for(layout: Layout) -> Glyphs:
    """Return the glyphs that the output has the characters for."""
    return layout.choose_signs(UNICODE, ASCII)


Cells = tuple[Glyph, ...]
"""The glyphs of the cells of a row, and one at either end for what lies outside."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The days `shown` on a scale, with their labels, and `today`, which may lie outside."""

    shown: DateRange
    scale: Scale
    labels: Labels
    today: date

    @property
    def cells(self) -> int:
        """Return the number of cells of a row between its ends."""
        return self.scale.span(self.shown)

    def row(self, bars: Bars = ()) -> Cells:
        """Return the glyphs of a row of bars, each covering those before it.

        The line of today covers the time past a deadline, and is covered by all else.
        """
        first, last = self.shown
        glyphs: list[Glyph] = ["empty"] * self.cells
        for bar in bars:
            if bar.first <= last and bar.last >= first:
                cells = self._cells(max(bar.first, first), min(bar.last, last))
                glyphs[cells.start : cells.stop] = [bar.meaning] * len(cells)
        self._mark_today(glyphs)
        has_earlier = any(bar.first < first for bar in bars)
        has_later = any(bar.last > last for bar in bars)
        return ("before" if has_earlier else "empty", *glyphs, "after" if has_later else "empty")

    def ruler(self) -> Cells:
        """Return an empty row with a tick at each label of the axis."""
        ticks = frozenset(self.labels.marks)
        glyphs: list[Glyph] = ["tick" if cell in ticks else "empty" for cell in range(self.cells)]
        self._mark_today(glyphs)
        return ("empty", *glyphs, "empty")

    def _mark_today(self, glyphs: list[Glyph]) -> None:
        if self.shown.first <= self.today <= self.shown.last:
            cell = self._cells(self.today, self.today).start
            if glyphs[cell] in ("empty", "past", "tick"):
                glyphs[cell] = "today"

    def _cells(self, first: date, last: date) -> range:
        """Return the cells, counted from 0, of the days from `first` to `last`, which are shown."""
        origin = self.scale.first(self.shown.first)
        return range(self.scale.first(first) - origin, self.scale.last(last) - origin + 1)


def chart(shown: DateRange, today: date, most: int) -> Chart:
    """Return the chart on the finest scale that needs at most `most` cells."""
    fitting = finest_scale(shown, most)
    return Chart(shown, fitting, axis_labels(shown, fitting), today)
