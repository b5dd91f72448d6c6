"""The table of `tracker status`: claims by topic, the most urgent first, then the sums."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claim_tracker.claims.filters import by_topic
from claim_tracker.claims.report import Report, Summary
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import (
    passed_words,
    period_words,
    report_words,
    status_words,
    when_words,
)
from claim_tracker.render.terminal.layout import STATUS_STYLES, Layout, fit, widest
from claim_tracker.text.display import one_line

_HEADINGS = ("Claim", "Deadline", "When", "Status", "Speaker")
_TEXT_HEADING = "What is claimed"
_WIDE = 140
_LONGEST_UNBROKEN = 14
_NARROWEST = 4


class _Row(NamedTuple):
    cells: tuple[str, ...]
    style: str


def status_table(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the lines of a table; where it is wide the claims' texts are in it too."""
    yield from layout.paragraph(report_words(report))
    if not report.claims:
        return
    wide = layout.width is not None and layout.width >= _WIDE
    headings = (*_HEADINGS, _TEXT_HEADING) if wide else _HEADINGS
    groups = [
        (heading, [_row(state, with_text=wide) for state in states])
        for heading, states in by_topic(report.claims)
    ]
    widths = _widths(headings, [row for _, rows in groups for row in rows], layout.width)
    yield ""
    yield from layout.row(headings, widths, ["bold"] * len(headings))
    for heading, rows in groups:
        if heading is not None:
            yield ""
            yield from (layout.paint(line, "bold underline") for line in layout.paragraph(heading))
        for row in rows:
            yield from layout.row(row.cells, widths, ("", "", "", row.style, "", "")[: len(widths)])
    yield ""
    yield from summary_lines(report.summary, layout)


def summary_lines(summary: Summary, layout: Layout) -> Iterator[str]:
    """Yield the sums: how many deadlines have passed, and how many claims have which status."""
    yield from layout.paragraph(passed_words(summary))
    words = (f"{number:,} {status}" for status, number in summary.by_status.items())
    yield from layout.paragraph(", ".join(words) + ".")


def _row(state: ClaimState, *, with_text: bool) -> _Row:
    claim = state.claim
    cells = (
        claim.id,
        period_words(state.due) if state.due is not None else "-",
        when_words(state),
        status_words(state),
        one_line(claim.speaker),
        *((one_line(claim.claim),) if with_text else ()),
    )
    return _Row(cells, STATUS_STYLES.get(state.status, ""))


def _widths(headings: Sequence[str], rows: Sequence[_Row], width: int | None) -> list[int]:
    columns = list(zip(headings, *(row.cells for row in rows), strict=True))
    natural = [widest(column) for column in columns]
    if width is None or sum(natural) < width - 2 * len(natural):
        return natural
    widths = fit(natural, [_longest_word(column) for column in columns], width)
    return fit(widths, [_NARROWEST] * len(widths), width)


def _longest_word(column: Sequence[str]) -> int:
    """Return the width below which words would have to be broken, within reason."""
    words = (word for cell in column for word in cell.split())
    return min(widest(list(words)), _LONGEST_UNBROKEN)
