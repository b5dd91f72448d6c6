"""One claim whole, as `tracker show` prints it: who said what, and its history."""

from collections.abc import Iterator

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation
from claim_tracker.render.labels import Labelled, labelled_fields
from claim_tracker.render.phrases import source_words, status_words, when_words
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.marks import style_of
from claim_tracker.render.update_phrases import UpdatePhrases, update_history
from claim_tracker.render.wording import period_words
from claim_tracker.text.display import one_line, path_words

_INDENT = 12


def card(state: ClaimState, layout: Layout) -> Iterator[str]:
    """Yield the lines of one claim, as of the day of its state."""
    claim = state.claim
    yield from layout.paragraph(claim.id, style="dim")
    yield from layout.paragraph(one_line(claim.claim), style="bold")
    yield ""
    for field, style in _fields(state):
        text = f"{field.text} (default)" if field.is_default else field.text
        lines = layout.paragraph(text, _INDENT, style)
        yield from layout.labelled(field.label, lines, _INDENT)
    for index, citation in enumerate(state.entry.citations()):
        is_default = index == 0 and "source" in state.entry.defaulted
        label = "Source" if index == 0 else ""
        yield from _source(label, citation, layout, mark=" (default)" if is_default else "")
    yield ""
    yield layout.paint("History", "bold")
    if not state.updates:
        yield from layout.paragraph("Nothing has been recorded.")
    for learned in update_history(state):
        yield from _update_lines(learned, layout)


def _fields(state: ClaimState) -> Iterator[tuple[Labelled, str]]:
    """Yield each labelled field of the card, and its style."""
    yield Labelled("Status", status_words(state)), style_of(state)
    yield Labelled("When", when_words(state)), ""
    yield from ((field, "") for field in labelled_fields(state))
    if state.related:
        yield Labelled("Related", ", ".join(state.related)), ""
    entry = state.entry
    yield Labelled("File", f"{path_words(entry.file.name)}, line {entry.line}"), ""


def _update_lines(learned: UpdatePhrases, layout: Layout) -> Iterator[str]:
    texts = (f"“{learned.quote}”" if learned.quote is not None else None, learned.note)
    lines = [*learned.changes, *(text for text in texts if text is not None)]
    date = period_words(learned.known_since)
    for index, text in enumerate(lines or ["looked, nothing new"]):
        label = "" if index else date
        yield from layout.labelled(label, layout.paragraph(text, _INDENT), _INDENT)
    for citation in learned.citations:
        yield from _source("", citation, layout)


def _source(label: str, citation: Citation, layout: Layout, mark: str = "") -> Iterator[str]:
    source = citation.source
    title = f"{source_words(source, citation.at) or ''}{mark}".strip()
    lines = layout.indented(title, _INDENT) if title else []
    for url in (source.url, source.archived):
        lines += layout.url_lines(url, _INDENT) if url is not None else ()
    yield f"{label:<{_INDENT}}{lines[0][_INDENT:]}"
    yield from lines[1:]
