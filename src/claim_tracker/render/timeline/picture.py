"""The lines of the picture: its axis, a row for each deadline, and the legend."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from claim_tracker.claims.filters import by_topic
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import TONES
from claim_tracker.dates import Period
from claim_tracker.render.phrases import count, day_words, report_words
from claim_tracker.render.terminal.layout import GAP, Paper, wrapped
from claim_tracker.render.terminal.styles import STATUS_STYLES
from claim_tracker.render.terminal.width import cell_len
from claim_tracker.render.timeline.bars import Strokes, extent, strokes
from claim_tracker.render.timeline.chart import Row
from claim_tracker.render.timeline.columns import HEADINGS, Columns, columns
from claim_tracker.render.timeline.legend import legend
from claim_tracker.render.timeline.range import Window, window
from claim_tracker.render.timeline.signs import Sign, Signs

_UNBOUNDED = 100
"""How wide the picture is where nothing else says so."""
_TALL = 30
"""With more lines the axis is repeated below them."""
_OF_STATUS: frozenset[Sign] = frozenset(("due", "past", *TONES.values()))
"""The signs that have the colour of the status, in the row of the deadline in force."""


class _Drawn(NamedTuple):
    """A claim and the strokes of its rows."""

    state: ClaimState
    strokes: tuple[Strokes, ...]

    def within(self, shown: Window) -> bool:
        """Whether the claim has something to show in a window, or goes on through it."""
        first, last = extent(self.strokes)
        return first <= shown.last and shown.first <= last


class _Line(NamedTuple):
    """A line of the picture: an id or a heading, the cells, and words; each may be empty."""

    name: str
    row: Row
    words: str = ""
    styles: tuple[str, str, str] = ("", "", "")


def timeline(
    report: Report,
    paper: Paper,
    signs: Signs,
    start: Period | None = None,
    end: Period | None = None,
) -> Iterator[str]:
    """The lines of the picture, from the earliest day of `start` to the latest of `end`.

    Without them it shows what the claims need. `start` must not be after `end`.
    """
    width = paper.width if paper.width is not None else _UNBOUNDED
    page = Paper(width, paper.color)
    yield from page.paragraph(report_words(report))
    if not report.claims:
        return
    drawn = [_Drawn(state, strokes(state)) for state in report.claims]
    shown = window([extent(each.strokes) for each in drawn], report.as_of, start, end)
    inside = [each for each in drawn if each.within(shown)]
    days = f"{day_words(shown.first)} to {day_words(shown.last)}"
    if inside:
        fitting = columns([each.state for each in inside], shown, report.as_of, width)
        yield from page.paragraph(f"{days}, {fitting.chart.scale.words}")
        yield ""
        yield from _picture(inside, fitting, page, signs)
    if len(inside) < len(drawn):
        outside = len(drawn) - len(inside)
        verb = "has" if outside == 1 else "have"
        yield from page.paragraph(f"{count(outside, 'claim')} {verb} nothing to show, {days}.")


def _picture(drawn: Sequence[_Drawn], fitting: Columns, page: Paper, signs: Signs) -> Iterator[str]:
    """The claims between two axes, or under one, and the legend."""
    lines: list[_Line] = []
    rows = {each.state.claim.id: each for each in drawn}
    for heading, states in by_topic(each.state for each in drawn):
        lines += _heading(heading, fitting)
        for state in states:
            lines += _claim(rows[state.claim.id], fitting)
    head = _axis(fitting)
    yield from (page.paint(line, "bold") for line in head)
    yield from (_written(line, fitting, page, signs) for line in lines)
    if len(lines) > _TALL:
        yield from (page.paint(line, "bold") for line in reversed(head))
    yield ""
    seen = {sign for line in lines for sign in line.row}
    outcomes = {each.state.outcome for each in drawn if each.state.outcome is not None}
    yield from legend(seen, outcomes, fitting.chart.today, signs, page)


def _axis(fitting: Columns) -> list[str]:
    """The labels of the axis, the finest last and on one line with the other headings."""
    *above, last = fitting.chart.axis.lines
    left, right = HEADINGS
    titled = f"{left:<{fitting.names + GAP}}{last:<{fitting.chart.cells + GAP}}{right}"
    return [*(" " * (fitting.names + GAP) + line for line in above), titled]


def _heading(topic: str | None, fitting: Columns) -> Iterator[_Line]:
    yield _Line("", fitting.chart.ruler())
    if topic is None:
        return
    for text in wrapped(topic, fitting.names + fitting.chart.cells):
        beside = fitting.chart.row() if cell_len(text) <= fitting.names else ()
        yield _Line(text, beside, styles=("bold underline", "", ""))


def _claim(drawn: _Drawn, fitting: Columns) -> Iterator[_Line]:
    style = STATUS_STYLES.get(drawn.state.status, "")
    names = wrapped(drawn.state.claim.id, fitting.names)
    texts = fitting.words_of(drawn.state)
    words = [part for text in texts for part in wrapped(text, fitting.words)]
    in_force = len(drawn.strokes) - 1
    for index, (name, row, said) in enumerate(zip_longest(names, drawn.strokes, words)):
        styles = ("", style if index == in_force else "", style)
        yield _Line(name or "", fitting.chart.row(row or ()), said or "", styles)


def _written(line: _Line, fitting: Columns, page: Paper, signs: Signs) -> str:
    """A line as text, with no space at its end."""
    name, cells, words = line.styles
    row = list(line.row)
    while row and row[-1] == "empty" and not line.words:
        row.pop()
    text = page.paint(line.name, name)
    if row:
        text += " " * (fitting.names + 1 - cell_len(line.name))
    for style, run in groupby(row, lambda sign: cells if sign in _OF_STATUS else ""):
        text += page.paint("".join(signs[sign] for sign in run), style)
    return f"{text} {page.paint(line.words, words)}" if line.words else text
