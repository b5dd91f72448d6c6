"""Fixes of what is invisible: white space at the ends of lines, and needless characters."""

from collections.abc import Iterator

from yaml import YAMLError

from claim_tracker.edit.edits import lines_of
from claim_tracker.edit.events import yaml_events
from claim_tracker.text.diagnostic import Edit, Fix, Span
from claim_tracker.text.display import escape, hidden
from claim_tracker.yaml import Document
from claim_tracker.yaml.decode import NEEDLESS

_BLANKS = " \t"


def ends_of_lines(document: Document) -> Iterator[Fix]:
    """Yield a fix for each line with white space at its end.

    A line keeps it whose end is inside a block or quoted scalar, and so does a blank line between
    a carriage return and a line feed. A text that is not YAML has no such fix.
    """
    kept = _inside_values(document) if _has_blank_ends(document) else None
    if kept is None:
        return
    previous = ""
    for number, line in enumerate(lines_of(document.text.written)):
        body, stripped = line.rstrip("\r\n"), line.rstrip(f"\r\n{_BLANKS}")
        would_join = not stripped and previous.endswith("\r") and line == f"{body}\n"
        if stripped != body and number not in kept and not would_join:
            span = Span(number + 1, len(stripped) + 1, number + 1, len(body) + 1)
            yield Fix("no white space at the end", (Edit(span, ""),))
        previous = line


def _has_blank_ends(document: Document) -> bool:
    """Whether white space stands at the end of a line."""
    return any(line.endswith(tuple(_BLANKS)) for line in document.lines)


def needless_characters(document: Document) -> Iterator[Fix]:
    """Yield a fix for each line with hidden characters that are needless.

    They are soft hyphens, byte order marks and spaces of no width.
    """
    for number, line in enumerate(document.lines, start=1):
        needless = [] if line.isascii() else [at for at in hidden(line) if line[at] in NEEDLESS]
        if needless:
            kinds = sorted({escape(line[at]) for at in needless})
            edits = (Edit(Span(number, at + 1, number, at + 2), "") for at in needless)
            yield Fix(f"without the hidden {', '.join(kinds)}", tuple(edits))


def is_unseen(edit: Edit, line: str) -> bool:
    """Whether an edit only removes invisible characters, so that the data stay the same."""
    span = edit.span
    gone = line[span.column - 1 : span.end_column - 1] if span.line == span.end_line else line
    return edit.text == "" and not gone.strip(_BLANKS + "".join(NEEDLESS))


def _inside_values(document: Document) -> set[int] | None:
    """Return the lines, from 0, that end inside a block or quoted scalar; None for no YAML."""
    try:
        events = yaml_events(document.text.visible)
    except YAMLError:
        return None
    lines: set[int] = set()
    for event in events.listed:
        if event.is_block_scalar:
            lines.update(range(event.line + 1, event.last_line + 1))
        elif event.style:
            lines.update(range(event.line, event.end_line))
    return lines
