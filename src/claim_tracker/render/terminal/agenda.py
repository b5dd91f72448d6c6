"""The agenda in the terminal: what somebody has to look at, under each reason."""

from collections.abc import Iterator, Sequence
from datetime import date

from claim_tracker.claims.agenda import AgendaItem
from claim_tracker.render.agenda_words import (
    HEADINGS,
    by_reason,
    detail_words,
    record_command,
    waiting_words,
)
from claim_tracker.render.phrases import count, source_words
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.marks import sign_of
from claim_tracker.render.wording import day_words
from claim_tracker.text.display import one_line

_INDENT = 2


def agenda_lines(
    items: Sequence[AgendaItem], as_of: date, files: Sequence[str], layout: Layout
) -> Iterator[str]:
    """Yield the lines of an agenda; `files` are those that the commands have to name."""
    what = count(len(items), "claim") if items else "nothing"
    yield from layout.paragraph(f"As of {day_words(as_of)}: {what} to look at")
    for reason, group in by_reason(items):
        yield ""
        heading = f"{HEADINGS[reason]} ({len(group):,})"
        yield from layout.paragraph(heading, style="bold underline")
        for item in group:
            yield ""
            first, *rest = _item(item, files, layout)
            yield f"{sign_of(item.state, layout)}{first[1:]}"
            yield from rest


def _item(item: AgendaItem, files: Sequence[str], layout: Layout) -> Iterator[str]:
    """Yield the lines of an item, which all begin with two spaces."""
    for line in layout.indented(one_line(item.state.claim.claim), _INDENT):
        yield " " * _INDENT + layout.paint(line[_INDENT:], "bold")
    yield from layout.indented(f"{waiting_words(item)}; {detail_words(item)}", _INDENT)
    _, source, at = item.state.entry.citation
    words = source_words(source, at)
    yield from layout.indented(words, _INDENT) if words is not None else ()
    if source.url is not None:
        yield from layout.url_lines(source.url, _INDENT)
    yield from layout.indented(record_command(item, files), _INDENT)
