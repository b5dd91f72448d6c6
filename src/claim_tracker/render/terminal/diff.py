"""What changed for the claims, as `tracker diff` prints it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from claim_tracker.compare import ClaimChange, Comparison, TableChange
from claim_tracker.compare.words import Piece
from claim_tracker.render.change_phrases import (
    Line,
    Sides,
    claim_lines,
    fate_words,
    lost_words,
    sums_words,
    table_line,
)
from claim_tracker.render.terminal.layout import Paper
from claim_tracker.render.terminal.word_diff import marked_lines
from claim_tracker.text.display import one_line

_INDENT = 13
_FATES = {"added": "bold green", "removed": "bold red"}


def diff_text(comparison: Comparison, sides: Sides, paper: Paper) -> Iterator[str]:
    """The changes claim by claim, then those of sources, places and files, and the sums last."""
    names = one_line(f"{sides.old} to {sides.new_words}")
    if comparison == Comparison(()):
        yield from paper.paragraph(f"No change for the claims from {names}.")
        return
    yield from paper.paragraph(f"From {names}")
    for change in comparison.claims:
        yield ""
        yield from _heading(change, paper)
        yield from change_lines(list(claim_lines(change)), paper)
    yield from tables_text(comparison.tables, paper)
    yield ""
    for words in lost_words(comparison, sides):
        yield from _sentence(words, "bold red", paper)
    style = "bold red" if comparison.sums["rewritten"] else "bold"
    yield from _sentence(sums_words(comparison), style, paper)


def tables_text(tables: Sequence[TableChange], paper: Paper) -> Iterator[str]:
    """The changes of sources, places and files, each with its name above."""
    for (table, name), changes in groupby(tables, lambda it: (it.table, it.name)):
        yield ""
        for line in paper.paragraph(one_line(f"{table} {name}")):
            yield paper.paint(line, "bold")
        yield from change_lines([table_line(change) for change in changes], paper)


def change_lines(lines: Sequence[Line], paper: Paper) -> Iterator[str]:
    """Labelled lines, those of one label under each other."""
    for line in lines:
        style = "bold red" if line.alarm else ""
        said = [line.pieces] if any(piece.text for piece in line.pieces) else []
        shown = [*said, *([(Piece("", line.url),)] if line.url is not None else [])]
        for index, pieces in enumerate(shown):
            first, *rest = marked_lines(pieces, paper, _INDENT, style)
            yield f"{'' if index else line.label:<{_INDENT}}{first}"
            yield from rest


def _heading(change: ClaimChange, paper: Paper) -> Iterator[str]:
    fate = fate_words(change)
    title = change.id if fate is None else f"{change.id}: {fate}"
    for line in paper.paragraph(title):
        yield paper.paint(line, _FATES.get(change.fate, "bold"))
    yield from paper.paragraph(one_line(change.entry.claim.claim))


def _sentence(words: str, style: str, paper: Paper) -> Iterator[str]:
    for line in paper.paragraph(f"{words[0].upper()}{words[1:]}."):
        yield paper.paint(line, style)
