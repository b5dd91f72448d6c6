"""The scale of a chart in the terminal: which cells stand for which days.

Cells follow the calendar. A month is so many cells, or so many months are one, so that every
month looks alike, and what the axis marks begins where a cell begins.
"""

from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

from claim_tracker.render.phrases import count
from claim_tracker.render.timeline.range import Window

_DAYS_A_MONTH = 30.44


class Scale(NamedTuple):
    """So many days or months are so many cells; one of the two numbers is 1."""

    number: int
    unit: Literal["day", "month"]
    cells: int

    def first(self, day: date) -> int:
        """The first cell of a day, counted from the beginning of the calendar."""
        if self.unit == "day":
            return day.toordinal() * self.cells // self.number
        month = (day.year * 12 + day.month - 1) // self.number
        if self.cells == 1:
            return month
        within = (day.day - 1) * self.cells // monthrange(day.year, day.month)[1]
        return month * self.cells + within

    def last(self, day: date) -> int:
        """The last cell of a day, which has several where a day is longer than a cell."""
        return self.first(day) + (self.cells - 1 if self.unit == "day" else 0)

    def span(self, window: Window) -> int:
        """The number of cells from the first to the last day."""
        return self.last(window.last) - self.first(window.first) + 1

    @property
    def words(self) -> str:
        """`a cell is about 10 days`, `a day is 4 cells`."""
        if self.unit == "day":
            return "a cell is a day" if self.cells == 1 else f"a day is {self.cells} cells"
        if self.cells > 1:
            return f"a cell is about {round(_DAYS_A_MONTH / self.cells)} days"
        years, months = divmod(self.number, 12)
        number, unit = (months, "month") if months else (years, "year")
        return f"a cell is {f'a {unit}' if number == 1 else count(number, unit)}"


SCALES = (
    *(Scale(1, "day", cells) for cells in (8, 6, 5, 4, 3, 2, 1)),
    *(Scale(1, "month", cells) for cells in (15, 10, 6, 5, 4, 3, 2, 1)),
    *(Scale(months, "month", 1) for months in (2, 3, 6)),
    *(Scale(12 * years * ten, "month", 1) for ten in (1, 10, 100, 1000) for years in (1, 2, 5)),
    Scale(12 * 10_000, "month", 1),
)
"""The finest first; with the last the whole calendar of Python is a single cell."""


def scale(window: Window, most: int) -> Scale:
    """The finest scale on which a window has at most so many cells (1 or more)."""
    return next((each for each in SCALES if each.span(window) <= most), SCALES[-1])
