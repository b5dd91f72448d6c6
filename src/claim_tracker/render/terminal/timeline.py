"""The picture of `tracker timeline`: its axis, a row for each deadline, and the legend."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest
from typing import NamedTuple

from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import TONES, Outcome
from claim_tracker.dates import Period
from claim_tracker.render.phrases import (
    count,
    moved_words,
    report_words,
    status_words,
    under_headings,
)
from claim_tracker.render.terminal.chart import Cells, Chart, Glyph, chart, glyphs_for
from claim_tracker.render.terminal.layout import (
    GAP,
    Layout,
    cell_len,
    clip_lines,
    fit,
    widest,
    wrap,
)
from claim_tracker.render.terminal.marks import bar_style_of, marks_for, style_of
from claim_tracker.render.timeline.axis import DateRange, date_range
from claim_tracker.render.timeline.bars import Bars, bar_rows, extent
from claim_tracker.render.wording import day_words
from claim_tracker.text.display import one_line

_UNBOUNDED = 100
"""The width of the picture where the output has none."""
_TALL = 30
"""With more lines the axis is repeated below them."""
_OF_STATUS: frozenset[Glyph] = frozenset(("due", "past", *TONES.values()))
"""The glyphs that have the colour of the status, in the row of the deadline in force."""
_HEADINGS = ("Claim", "Status")
_WIDE = 100
"""The width in cells from which the status is shown in full, beside a narrower chart."""
_SHARE = 4
"""The divisor of the width that gives the least width of the statuses."""
_SHARE_OF_TEXTS = 3
"""The same of what is claimed."""
_LINES_OF_TEXT = 2
"""Where texts are cut, the lines of one that has no more rows of bars and words."""
_GAIN_FOR_WRAPPING = 1.5
"""The factor by which wrapping the texts has to widen the chart."""
_WORDS: dict[Glyph, str] = {
    "stated": "stated",
    "due": "deadline",
    "earlier": "earlier deadline",
    "moved": "the day it was moved",
    "past": "past the deadline",
    "before": "more before",
    "after": "more after",
}
_BETWEEN = "   "


@dataclass(frozen=True, slots=True)
class _Columns:
    """The chart and the widths of the columns beside it.

    The status is given in `full`, or as a word; what is claimed is cut with the mark `cut`,
    and whole where that is None.
    """

    chart: Chart
    names: int
    words: int
    full: bool
    cut: str | None

    def words_of(self, state: ClaimState) -> list[str]:
        """Return the status of a claim and how its deadline moved, each on a line."""
        if not self.full:
            return [state.status]
        moved = moved_words(state)
        return [status_words(state), *([moved] if moved is not None else [])]


def _columns(
    states: Sequence[ClaimState], shown: DateRange, today: date, width: int, cut: str | None
) -> _Columns:
    """Return a chart as fine as the width allows; the rest goes to the texts beside it."""
    names = _longest(_HEADINGS[0], (one_line(state.claim.claim) for state in states))
    short = _longest(_HEADINGS[1], (state.status for state in states))
    statuses = [status_words(state) for state in states]
    moved = [moved_words(state) or "" for state in states]
    word = _longest(_HEADINGS[1], " ".join(statuses).split())
    some = max(word, min(_longest("", statuses), width // _SHARE))
    few = min(names, width // _SHARE_OF_TEXTS)
    full = width >= _WIDE
    tried = ((names, some), (few, some), (few, word))
    if not full:
        tried = ((names, short), (few, short), (few, min(short, width // _SHARE_OF_TEXTS)))
    charts = [
        (chart(shown, today, max(width - left - right - 2 * GAP, 1)), left, right)
        for left, right in tried
    ]
    fitting = [it for it in charts if it[0].cells + it[1] + it[2] + 2 * GAP <= width]
    made, left, right = _finest(fitting or charts[-1:])
    rest = width - made.cells - GAP
    if not full and left + GAP + some <= rest:
        full, right = True, some
    wished = _longest(_HEADINGS[1], (*statuses, *moved)) if full else short
    names, words = fit([names, wished], [left, right], rest)
    return _Columns(made, names, words, full, cut)


def _finest(tried: Sequence[tuple[Chart, int, int]]) -> tuple[Chart, int, int]:
    """Return the finest chart that makes up for narrower texts, with the least widths of these."""
    best = tried[0]
    for each in tried[1:]:
        if each[0].cells >= _GAIN_FOR_WRAPPING * best[0].cells:
            best = each
    return best


def _longest(heading: str, texts: Iterable[str]) -> int:
    return widest((heading, *texts))


class _Drawn(NamedTuple):
    """A claim and its rows of bars."""

    state: ClaimState
    rows: tuple[Bars, ...]

    def within(self, shown: DateRange) -> bool:
        """Whether the claim has bars on these days, or bars on both sides of them."""
        first, last = extent(self.rows)
        return first <= shown.last and shown.first <= last


class _PictureLine(NamedTuple):
    """A line of the picture: a text or a heading, the cells, and words; each may be empty."""

    name: str
    row: Cells
    words: str = ""
    styles: tuple[str, str, str] = ("", "", "")


def timeline_picture(
    report: Report, layout: Layout, start: Period | None = None, end: Period | None = None
) -> Iterator[str]:
    """Yield the lines of the picture, from the earliest day of `start` to the latest of `end`.

    Without them it shows what the claims need. `start` must not be after `end`.
    """
    width = layout.width if layout.width is not None else _UNBOUNDED
    page = layout._replace(width=width)
    mark = marks_for(layout)["cut"] if layout.width is not None else None
    yield from page.paragraph(report_words(report))
    if not report.claims:
        return
    drawn = [_Drawn(state, bar_rows(state)) for state in report.claims]
    shown = date_range([extent(each.rows) for each in drawn], report.as_of, start, end)
    inside = [each for each in drawn if each.within(shown)]
    days = f"{day_words(shown.first)} to {day_words(shown.last)}"
    if inside:
        fitting = _columns([each.state for each in inside], shown, report.as_of, width, mark)
        yield from page.paragraph(f"{days}, {fitting.chart.scale.words}")
        yield ""
        yield from _picture(inside, fitting, page)
    if len(inside) < len(drawn):
        outside = len(drawn) - len(inside)
        verb = "has" if outside == 1 else "have"
        yield from page.paragraph(f"{count(outside, 'claim')} {verb} nothing to show, {days}.")


def _picture(drawn: Sequence[_Drawn], fitting: _Columns, page: Layout) -> Iterator[str]:
    """Yield the claims between two axes, or under one, and the legend."""
    lines: list[_PictureLine] = []
    by_id = {each.state.claim.id: each for each in drawn}
    for heading, states in under_headings(each.state for each in drawn):
        lines += _heading(heading, fitting)
        for state in states:
            lines += _claim(by_id[state.claim.id], fitting)
    head = _axis(fitting)
    yield from (page.paint(line, "bold") for line in head)
    yield from (_line_text(line, fitting, page) for line in lines)
    if len(lines) > _TALL:
        yield from (page.paint(line, "bold") for line in reversed(head))
    yield ""
    seen = {glyph for line in lines for glyph in line.row}
    outcomes = {each.state.outcome for each in drawn if each.state.outcome is not None}
    yield from _legend(seen, outcomes, fitting.chart.today, page)


def _axis(fitting: _Columns) -> list[str]:
    """Return the labels of the axis, the finest last and on one line with the other headings."""
    *above, last = fitting.chart.labels.lines
    left, right = _HEADINGS
    titled = f"{left:<{fitting.names + GAP}}{last:<{fitting.chart.cells + GAP}}{right}"
    return [*(" " * (fitting.names + GAP) + line for line in above), titled]


def _heading(topic: str | None, fitting: _Columns) -> Iterator[_PictureLine]:
    yield _PictureLine("", fitting.chart.ruler())
    if topic is None:
        return
    for text in wrap(topic, fitting.names + fitting.chart.cells):
        beside = fitting.chart.row() if cell_len(text) <= fitting.names else ()
        yield _PictureLine(text, beside, styles=("bold underline", "", ""))


def _claim(drawn: _Drawn, fitting: _Columns) -> Iterator[_PictureLine]:
    style = style_of(drawn.state)
    texts = fitting.words_of(drawn.state)
    words = [part for text in texts for part in wrap(text, fitting.words)]
    names = wrap(one_line(drawn.state.claim.claim), fitting.names)
    if fitting.cut is not None:
        most = max(_LINES_OF_TEXT, len(drawn.rows), len(words))
        names = clip_lines(names, most, fitting.names, fitting.cut)
    in_force = len(drawn.rows) - 1
    for index, (name, bars, text) in enumerate(zip_longest(names, drawn.rows, words)):
        styles = ("", bar_style_of(drawn.state) if index == in_force else "", style)
        yield _PictureLine(name or "", fitting.chart.row(bars or ()), text or "", styles)


def _line_text(line: _PictureLine, fitting: _Columns, page: Layout) -> str:
    """Return a line as text, with no space at its end."""
    name, cells, words = line.styles
    row, glyphs = list(line.row), glyphs_for(page)
    while row and row[-1] == "empty" and not line.words:
        row.pop()
    text = page.paint(line.name, name)
    if row:
        text += " " * (fitting.names + 1 - cell_len(line.name))
    for style, run in groupby(row, lambda glyph: cells if glyph in _OF_STATUS else ""):
        text += page.paint("".join(glyphs[glyph] for glyph in run), style)
    return f"{text} {page.paint(line.words, words)}" if line.words else text


def _legend(
    seen: Collection[Glyph], outcomes: Collection[Outcome], today: date, layout: Layout
) -> Iterator[str]:
    """Yield what the glyphs mean that were `seen`, in the order in which they cover each other."""
    glyphs = glyphs_for(layout)
    words = _WORDS | {"today": day_words(today)}
    words |= {tone: _outcome_words(outcomes, tone) for tone in TONES.values()}
    shown = (glyph for glyph in glyphs if glyph in seen and glyph in words)
    entries = [f"{glyphs[glyph]} {words[glyph]}" for glyph in shown]
    yield from _fill_lines(entries, layout)
    if len(entries) > 1:
        yield from layout.paragraph("Where signs meet, the one that comes first here is shown.")


def _outcome_words(outcomes: Collection[Outcome], tone: Glyph) -> str:
    return ", ".join(word for word in TONES if word in outcomes and TONES[word] == tone)


def _fill_lines(entries: Iterable[str], layout: Layout) -> Iterator[str]:
    """Yield the entries in lines that fit, none of them broken that fits a line."""
    line = ""
    for entry in entries:
        longer = f"{line}{_BETWEEN}{entry}" if line else entry
        if line and layout.width is not None and cell_len(longer) > layout.width:
            yield from layout.paragraph(line)
            line = entry
        else:
            line = longer
    yield from layout.paragraph(line)
