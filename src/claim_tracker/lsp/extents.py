"""The stretches of a file in which its claims, sources, places and sections stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claim_tracker.checks.locate import Parts, parts_of
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document, Path
from claim_tracker.yaml.lines import is_content


class Extent(NamedTuple):
    """A claim, a source or a place by its path, or by () the head of a section, and where it is."""

    path: Path
    span: Span


def extents_without_claims(document: Document) -> list[Extent]:
    """Return the parts of a file, but for the claims, with their spans."""
    parts = parts_of(document)
    return [
        extent_at(document, parts, index)
        for index, path in enumerate(parts.paths)
        if path[:1] != ("claims",)
    ]


def extent_at(document: Document, parts: Parts, index: int) -> Extent:
    """Return one of the parts of a document.

    It reaches to its last line with content, or to the next one on that line.
    """
    starts, lines = parts.starts, document.lines
    line, column = starts[index]
    following = starts[index + 1] if index + 1 < len(starts) else (len(lines) + 1, 0)
    return Extent(parts.paths[index], _up_to(lines, Span(line, max(column, 1), *following)))


def claims_on_lines(document: Document, first: int, last: int) -> Iterator[int]:
    """Yield the indices of the claims that have a part on the lines from `first` to `last`."""
    parts = parts_of(document)
    begin = max(bisect_right(parts.starts, (first, 0)) - 1, 0)
    for number in range(begin, len(parts.starts)):
        if parts.starts[number][0] > last:
            return
        path, span = extent_at(document, parts, number)
        match path:
            case ("claims", int(index)) if span.end_line >= first:
                yield index


def _up_to(lines: Sequence[str], span: Span) -> Span:
    """Return a stretch without the blank lines and the comments at its end."""
    line = min(span.line, len(lines))
    if span.end_line <= line:
        end = min(span.end_column, len(lines[line - 1]) + 1)
        return Span(line, span.column, line, max(end, span.column))
    end_line = min(span.end_line - 1, len(lines))
    while end_line > line and not is_content(lines[end_line - 1]):
        end_line -= 1
    end = len(lines[end_line - 1]) + 1
    return Span(line, span.column, end_line, end if end_line > line else max(end, span.column))
