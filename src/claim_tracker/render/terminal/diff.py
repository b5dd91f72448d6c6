"""What changed for the claims, as `tracker diff`, `log` and `corrections` print it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from claim_tracker.claims.model import Update
from claim_tracker.compare import ClaimChange, Comparison, TableChange
from claim_tracker.compare.claim_log import Commit, LogEvent
from claim_tracker.compare.corrections import Correction
from claim_tracker.compare.words import TextPiece
from claim_tracker.render.change_phrases import (
    CUT_HERE,
    Line,
    Sides,
    claim_lines,
    corrections_words,
    fate_words,
    gap_words,
    lost_words,
    sums_words,
    table_line,
)
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.text.display import capitalized, one_line, path_words

_INDENT = 13
_FATES = {"added": "bold green", "removed": "bold red"}
_ID_LENGTH = 10
_GAPS = {
    "errors": "the claim cannot be read here: the file has errors",
    "cut": f"{CUT_HERE}; the claim was there by then",
}
_MARKS = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
_STYLES = {"": "", "-": "red", "+": "green"}


def diff_text(comparison: Comparison, sides: Sides, layout: Layout) -> Iterator[str]:
    """Yield the changes claim by claim, then of sources, places and files, and the sums last."""
    names = path_words(f"{sides.old} to {sides.new_words}")
    if comparison == Comparison(()):
        yield from layout.paragraph(f"No change for the claims from {names}.")
        return
    yield from layout.paragraph(f"From {names}")
    for change in comparison.claims:
        yield ""
        yield from _claim_text(change, layout)
    yield from _tables_text(comparison.tables, layout)
    yield ""
    for words in lost_words(comparison, sides):
        yield from _sentence(words, "bold red", layout)
    style = "bold red" if comparison.sums["rewritten"] else "bold"
    yield from _sentence(sums_words(comparison), style, layout)


def _tables_text(tables: Sequence[TableChange], layout: Layout) -> Iterator[str]:
    """Yield the changes of sources, places and files, each with its name above."""
    for (table, name), changes in groupby(tables, lambda it: (it.table, it.name)):
        yield ""
        yield from layout.paragraph(one_line(f"{table} {name}"), style="bold")
        yield from _change_lines(map(table_line, changes), layout)


def _change_lines(lines: Iterable[Line], layout: Layout) -> Iterator[str]:
    """Yield labelled lines, those of one label below each other."""
    for line in lines:
        style = "bold red" if line.alarm else ""
        phrase = line.phrase()
        text = [phrase] if any(piece.text for piece in phrase) else []
        shown = [*text, *([(TextPiece("", line.url),)] if line.url is not None else [])]
        for index, pieces in enumerate(shown):
            label = "" if index else line.label
            yield from layout.labelled(label, _marked_lines(pieces, layout, style), _INDENT)


def _marked_lines(pieces: Sequence[TextPiece], layout: Layout, style: str) -> list[str]:
    """Return the pieces in lines that fit, all but the first indented.

    What is gone or new is in the marks of git's word diff, `[-gone-]{+new+}`, so that it shows
    without colour. `style` is that of the rest.
    """
    parts = [
        (_MARKS[piece.mark].format(piece.text), _STYLES[piece.mark] or style) for piece in pieces
    ]
    text = "".join(text for text, _ in parts)
    return layout.paint_wrapped(layout.paragraph(text, _INDENT), parts)


def _claim_text(change: ClaimChange, layout: Layout) -> Iterator[str]:
    """Yield a claim and what changed for it."""
    fate = fate_words(change)
    title = change.id if fate is None else f"{change.id}: {fate}"
    yield from layout.paragraph(title, style=_FATES.get(change.fate, "bold"))
    yield from layout.paragraph(one_line(change.entry.claim.claim))
    yield from _change_lines(claim_lines(change), layout)


def _sentence(words: str, style: str, layout: Layout) -> Iterator[str]:
    yield from layout.paragraph(f"{capitalized(words)}.", style=style)


def log_text(events: Sequence[LogEvent], layout: Layout) -> Iterator[str]:
    """Yield the events in their order, each under its commit."""
    for index, event in enumerate(events):
        if index:
            yield ""
        yield from _commit_line(event.commit, layout)
        if event.gap is not None:
            yield from layout.paragraph(_GAPS[event.gap])
        change = event.change
        if change is not None:
            fate = fate_words(change)
            if fate is not None:
                yield from layout.paragraph(f"{change.id}: {fate}")
            if change.fate in ("added", "removed"):
                yield from layout.paragraph(one_line(change.entry.claim.claim))
            yield from _change_lines(claim_lines(change), layout)
        yield from _tables_text(event.tables, layout)


def corrections_text(found: Sequence[Correction], layout: Layout, *, author: bool) -> Iterator[str]:
    """Yield the corrections in their order, each under what made it, and their number last."""
    for correction in found:
        match correction.by:
            case Commit():
                yield from _commit_line(correction.by, layout, author=author)
            case Update():
                day = one_line(correction.by.date.text)
                yield layout.paint(f"{'update':{_ID_LENGTH}}  {day}", "bold")
        gap = gap_words(correction)
        if gap is not None:
            yield from _sentence(gap, "bold red", layout)
        for index, (change, _) in enumerate(correction.claims):
            if index or gap is not None:
                yield ""
            yield from _claim_text(change, layout)
        yield ""
    yield from _sentence(corrections_words(found), "bold", layout)


def _commit_line(commit: Commit | None, layout: Layout, *, author: bool = True) -> Iterator[str]:
    if commit is None:
        yield layout.paint("not committed", "bold magenta")
        return
    by = f"{one_line(commit.author)}: " if author else ""
    about = f"{commit.date}  {by}{one_line(commit.subject)}"
    yield from layout.paragraph(f"{commit.id[:_ID_LENGTH]}  {about}", style="bold")
