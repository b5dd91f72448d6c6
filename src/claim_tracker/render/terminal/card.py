"""One claim whole, as `tracker show` prints it: who said what, and its history."""

from collections.abc import Iterator

from claim_tracker.claims.model import Source
from claim_tracker.claims.state import ClaimState
from claim_tracker.render.labels import labelled
from claim_tracker.render.phrases import source_words, status_words, when_words
from claim_tracker.render.terminal.layout import STATUS_STYLES, Layout
from claim_tracker.render.update_phrases import Learned, history
from claim_tracker.text.display import one_line

_INDENT = 12


def card(state: ClaimState, layout: Layout) -> Iterator[str]:
    """Yield the lines of one claim, as of the day of its state."""
    claim = state.claim
    yield layout.paint(claim.id, "bold")
    yield from layout.paragraph(one_line(claim.claim))
    yield ""
    for label, text, style in _fields(state):
        first, *rest = layout.paragraph(text, _INDENT)
        yield f"{label:<{_INDENT}}{layout.paint(first, style)}"
        yield from (layout.paint(line, style) for line in rest)
    yield from _source("Source", state.entry.file.cite(claim.source).source, layout)
    yield ""
    yield layout.paint("History", "bold")
    if not state.updates:
        yield "Nothing has been recorded."
    for learned in history(state):
        yield from _learned(learned, layout)


def _fields(state: ClaimState) -> Iterator[tuple[str, str, str]]:
    """Yield label, text and style of each labelled line of the card."""
    yield "Status", status_words(state), STATUS_STYLES.get(state.status, "")
    yield "When", when_words(state), ""
    yield from ((label, text, "") for label, text in labelled(state))
    if state.related:
        yield "Related", ", ".join(state.related), ""
    yield "File", f"{one_line(state.entry.file.name)}, line {state.entry.line}", ""


def _learned(learned: Learned, layout: Layout) -> Iterator[str]:
    lines = list(learned.changes)
    if learned.note is not None:
        lines.append(one_line(learned.note))
    for index, text in enumerate(lines or ["(nothing)"]):
        lead = f"{learned.day.isoformat():<{_INDENT}}" if index == 0 else " " * _INDENT
        first, *rest = layout.paragraph(text, _INDENT)
        yield lead + first
        yield from rest
    if learned.source is not None:
        yield from _source("", learned.source, layout)


def _source(label: str, source: Source, layout: Layout) -> Iterator[str]:
    title = source_words(source)
    lines = layout.paragraph(title, _INDENT) if title is not None else []
    urls = [source.url] if source.archived is None else [source.url, source.archived]
    leads = [f"{label:<{_INDENT}}"]
    for line in lines[:1]:
        yield leads.pop() + line
    yield from lines[1:]
    for url in urls:
        first, *rest = layout.paragraph(one_line(url), _INDENT)
        yield (leads.pop() if leads else " " * _INDENT) + layout.link(first, url)
        yield from (" " * _INDENT + layout.link(line.strip(), url) for line in rest)
