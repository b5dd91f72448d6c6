"""The table of `tracker scorecard`: a row a group, the total, and what the figures mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claim_tracker.claims.scorecard import Score, Scorecard
from claim_tracker.render.phrases import report_words
from claim_tracker.render.scorecard_columns import (
    NOTHING,
    TOTAL,
    Column,
    name_words,
    names_heading,
    notes,
    shown_columns,
)
from claim_tracker.render.terminal.layout import GAP, Layout, fit, widest, wrap
from claim_tracker.render.terminal.marks import STATUS_STYLES
from claim_tracker.text.display import one_line

_MIN_NAME_WIDTH = 16


@dataclass(frozen=True, slots=True)
class _Figures:
    """A column with its cells, that of the total last."""

    column: Column
    cells: tuple[str, ...]

    @property
    def style(self) -> str:
        """Return the style of the status that the figure counts; an empty one without a status."""
        return STATUS_STYLES.get(self.column.status or "", "")

    @property
    def natural(self) -> int:
        """Return the width of the column with its heading on one line."""
        return widest((self.column.heading, *self.cells))

    @property
    def least(self) -> int:
        """Return the width below which a word or a figure would have to be broken."""
        return widest((*self.column.heading.split(), *self.cells))

    def needed(self, width: int) -> int:
        """Return the width that is needed when the heading is wrapped to a width."""
        return widest((*wrap(self.column.heading, width), *self.cells))


def scorecard_table(card: Scorecard, layout: Layout) -> Iterator[str]:
    """Yield the scorecard as the lines of a table.

    Where that is too wide, empty columns are left out first; columns that still do not fit are
    in further tables below the first, with the names repeated.
    """
    yield from layout.paragraph(report_words(card.report))
    if not card.scores:
        return
    names = (*(one_line(name_words(card, score)) for score in card.scores), TOTAL)
    natural = widest((names_heading(card), *names))
    tables, least = [_figures(card, shown_columns(card))], natural
    if layout.width is not None:
        least = min(natural, _MIN_NAME_WIDTH, layout.width // 2)
        if len(_in_tables(tables[0], layout.width - least)) > 1:
            filled = _figures(card, shown_columns(card, empty=False))
            tables = _in_tables(filled, layout.width - least)
    for figures in tables:
        yield ""
        widths = _widths(natural, least, figures, layout.width)
        yield from _table((names_heading(card), *names), figures, widths, layout)
    lines = list(notes(card, [each.column for figures in tables for each in figures]))
    if lines:
        yield ""
    for line in lines:
        yield from layout.paragraph(line)


def _figures(card: Scorecard, columns: Sequence[Column]) -> list[_Figures]:
    scores: tuple[Score, ...] = (*card.scores, card.total)
    return [_Figures(column, tuple(map(column.cell, scores))) for column in columns]


def _in_tables(figures: Sequence[_Figures], room: int) -> list[list[_Figures]]:
    """Return the columns in tables that each have so many cells beside the names."""
    tables: list[list[_Figures]] = [[]]
    used = 0
    for each in figures:
        needed = GAP + each.least
        if tables[-1] and used + needed > room:
            tables.append([])
            used = 0
        tables[-1].append(each)
        used += needed
    return tables


def _widths(natural: int, least: int, figures: Sequence[_Figures], width: int | None) -> list[int]:
    """Return the widths of the names and of each figure; what is left goes to the names."""
    _, *room = fit(
        [natural, *(each.natural for each in figures)],
        [least, *(each.least for each in figures)],
        width,
    )
    needed = [each.needed(cells) for each, cells in zip(figures, room, strict=True)]
    if width is not None:
        natural = min(natural, width - sum(needed) - GAP * len(needed))
    return [natural, *needed]


def _table(
    names: Sequence[str], figures: Sequence[_Figures], widths: Sequence[int], layout: Layout
) -> Iterator[str]:
    right = range(1, len(widths))
    headings = (names[0], *(each.column.heading for each in figures))
    yield from layout.row(headings, widths, ["bold"] * len(widths), right)
    for index, name in enumerate(names[1:]):
        bold = "bold " if index == len(names) - 2 else ""
        cells = [each.cells[index] for each in figures]
        styles = [
            "dim" if cell.split()[0] == NOTHING else bold + each.style
            for cell, each in zip(cells, figures, strict=True)
        ]
        yield from layout.row((name, *cells), widths, (bold, *styles), right)
