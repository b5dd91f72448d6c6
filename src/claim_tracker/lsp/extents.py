"""The stretches of a file in which its claims, sources, places and sections stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claim_tracker.checks.locate import parts_of
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document, Path
from claim_tracker.yaml.decode import is_content


class Extent(NamedTuple):
    """A claim, a source or a place by its path, or by () the head of a section, and where it is."""

    path: Path
    span: Span


def extents(document: Document, first: int = 1, last: int | None = None) -> Iterator[Extent]:
    """Yield what has a part on the lines from `first` to `last`, in the order of the file.

    Each reaches to its last line with content, or to the next one on that line.
    """
    starts, paths = parts_of(document)
    lines = document.lines
    begin = max(bisect_right(starts, (first, 0)) - 1, 0)
    for index in range(begin, len(starts)):
        line, column = starts[index]
        if last is not None and line > last:
            return
        following = starts[index + 1] if index + 1 < len(starts) else (len(lines) + 1, 0)
        span = _up_to(lines, Span(line, max(column, 1), *following))
        if span.end_line >= first:
            yield Extent(paths[index], span)


def claims_in(document: Document, first: int = 1, last: int | None = None) -> Iterator[int]:
    """Yield the indices of the claims that have a part on the lines from `first` to `last`."""
    for extent in extents(document, first, last):
        match extent.path:
            case ("claims", int(index)):
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
