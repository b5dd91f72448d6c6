"""The time axis: the days that it shows, which cells stand for them, and its labels.

Cells follow the calendar. A month is so many cells, or so many months are one, so that every
month looks alike, and what the axis marks begins where a cell begins.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date
from itertools import islice, pairwise
from typing import Literal, NamedTuple

from claim_tracker.dates import Period
from claim_tracker.render.phrases import count
from claim_tracker.render.wording import day_of_year_words, month_words

_NEAR = (10, 100)
"""Years around the present to choose from: the fewest that hold all but a few claims are shown."""
_FEW = 10
_LONG = 10
_DAYS_A_MONTH = 30.44
_MONTHS_EACH = {"month": 1, "quarter": 3, "year": 12}
_MIN_WIDTH = 3
"""The least cells from one label to the next."""

Unit = Literal["day", "week", "month", "quarter", "year"]


class DateRange(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date


def date_range(
    extents: Sequence[tuple[date, date]],
    today: date,
    start: Period | None = None,
    end: Period | None = None,
) -> DateRange:
    """Return the days from the earliest of `start` to the latest of `end`; else those needed.

    `extents` are the first and the last day of each claim. Without `start` or `end` all of
    them are shown, and `today`, in whole months, or in whole years where it is long. But one
    claim, or one in ten, does not press the others together: what reaches further than 10 (or
    else 100) years from today is left outside. `start` must not be after `end`.
    """
    needed = _needed_range(extents, today)
    first, last = _round_range(*needed)
    if start is not None:
        first, last = start.earliest, max(last, start.latest)
    if end is not None:
        first, last = min(first, end.earliest) if start is None else first, end.latest
    return DateRange(first, last)


def _needed_range(extents: Sequence[tuple[date, date]], today: date) -> DateRange:
    for years in _NEAR:
        earliest, latest = _ahead(today, -years), _ahead(today, years)
        near = [each for each in extents if earliest <= each[0] and each[1] <= latest]
        if near and len(extents) - len(near) <= max(1, len(extents) // _FEW):
            break
    else:
        near = list(extents)
    shown = [*near, (today, today)]
    return DateRange(min(first for first, _ in shown), max(last for _, last in shown))


def _ahead(day: date, years: int) -> date:
    year = min(max(day.year + years, MINYEAR), MAXYEAR)
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _round_range(first: date, last: date) -> DateRange:
    if last.year - first.year > _LONG:
        return DateRange(date(first.year, 1, 1), date(last.year, 12, 31))
    return DateRange(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


class Scale(NamedTuple):
    """A scale of `number` days or months to `cells` cells; one of the two numbers is 1."""

    number: int
    unit: Literal["day", "month"]
    cells: int

    def first(self, day: date) -> int:
        """Return the first cell of a day, counted from the beginning of the calendar."""
        if self.unit == "day":
            return day.toordinal() * self.cells // self.number
        month = (day.year * 12 + day.month - 1) // self.number
        if self.cells == 1:
            return month
        within = (day.day - 1) * self.cells // monthrange(day.year, day.month)[1]
        return month * self.cells + within

    def last(self, day: date) -> int:
        """Return the last cell of a day, which has several where a day is longer than a cell."""
        return self.first(day) + (self.cells - 1 if self.unit == "day" else 0)

    def span(self, shown: DateRange) -> int:
        """Return the number of cells from the first to the last day."""
        return self.last(shown.last) - self.first(shown.first) + 1

    @property
    def words(self) -> str:
        """Return the scale in words: `a cell is about 10 days`, `a day is 4 cells`."""
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


def finest_scale(shown: DateRange, most: int) -> Scale:
    """Return the finest scale on which the days have at most `most` cells (1 or more)."""
    return next((each for each in SCALES if each.span(shown) <= most), SCALES[-1])


class TickStep(NamedTuple):
    """The distance of two ticks: a number of a unit of the calendar, such as 10 years."""

    number: int
    unit: Unit


STEPS = (
    *(TickStep(1, "day"), TickStep(1, "week"), TickStep(1, "month"), TickStep(1, "quarter")),
    *(TickStep(years * ten, "year") for ten in (1, 10, 100, 1000) for years in (1, 2, 5)),
)
"""The steps of an axis, the finest first. A week begins on Monday, as in ISO 8601."""


class Ticks(NamedTuple):
    """The days on which a step of the calendar begins along an axis."""

    step: TickStep
    days: tuple[date, ...]


def ticks(first: date, last: date, most: int) -> Ticks:
    """Return the finest step of which at most `most` (1 or more) begin from `first` to `last`.

    Both days are included. Of 5,000 years one begins in the calendar of Python.

    >>> [str(day) for day in ticks(date(2025, 8, 18), date(2026, 1, 1), 3).days]
    ['2025-10-01', '2026-01-01']
    """
    found = (Ticks(step, tuple(islice(starts(step, first, last), most + 1))) for step in STEPS)
    return next(each for each in found if len(each.days) <= most)


def starts(step: TickStep, first: date, last: date) -> Iterator[date]:
    """Yield the days from `first` to `last`, both included, on which the step begins."""
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


def _year(day: date) -> str:
    return f"{day.year:04}"


_LABELS: dict[Unit, Callable[[date], str]] = {
    "day": day_of_year_words,
    "week": day_of_year_words,
    "month": month_words,
    "quarter": lambda day: f"Q{(day.month + 2) // 3}",
    "year": _year,
}


class Labels(NamedTuple):
    """The lines of labels, each label beginning at its day, and the cells that have one."""

    lines: tuple[str, ...]
    marks: tuple[int, ...]


def axis_labels(shown: DateRange, scale: Scale) -> Labels:
    """Return the finest labels between which there is a space; the year can be told from them."""
    cells = scale.span(shown)

    def placed(days: Iterable[date], words: Callable[[date], str]) -> dict[int, str]:
        return {scale.first(day) - scale.first(shown.first): words(day) for day in days}

    found = ticks(*shown, max(cells // _MIN_WIDTH, 1))
    labels = placed(found.days, _LABELS[found.step.unit])
    while not _are_apart(labels):
        found = ticks(*shown, len(found.days) - 1)
        labels = placed(found.days, _LABELS[found.step.unit])
    if found.step.unit == "year":
        lines = [labels or placed([shown.first], _year)]
    else:
        years = placed(starts(TickStep(1, "year"), *shown), _year)
        first = placed([shown.first], _year)
        lines = [first | years if _are_apart(first | years) else years]
        lines.append(labels or placed([shown.first], day_of_year_words))
    return Labels(tuple(_line(line, cells) for line in lines), tuple(labels))


def _are_apart(labels: dict[int, str]) -> bool:
    """Whether there is a space between any two labels, which are in order."""
    return all(cell + len(labels[cell]) < following for cell, following in pairwise(labels))


def _line(labels: dict[int, str], cells: int) -> str:
    """Return the labels at their cells; one that would reach beyond the last cell is left out."""
    line = ""
    for cell, label in labels.items():
        if cell + len(label) <= cells:
            line = line.ljust(cell) + label
    return line
