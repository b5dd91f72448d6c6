"""From lines that were mended to those of the file: where they stand, and what changes them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claim_tracker.text.diagnostic import Edit, Span


def edit_of(written: Sequence[str], number: int, new: Sequence[str], line_end: str) -> Edit:
    """Return the smallest edit that replaces a line (from 1) with other lines, or with none."""
    line = written[number - 1]
    if not new and number < len(written):
        return Edit(Span(number, 1, number + 1, 1), "")
    if not new and number > 1:
        return Edit(Span(number - 1, len(written[number - 2]) + 1, number, len(line) + 1), "")
    text = line_end.join(new)
    start, end = _shared_ends(line, text)
    span = Span(number, start + 1, number, len(line) - end + 1)
    return Edit(span, text[start : len(text) - end])


class _Lines(NamedTuple):
    """The lines of the file, the mended ones, and of which line of the file (from 1) each is."""

    written: Sequence[str]
    mended: Sequence[str]
    origins: Sequence[int]


def as_written(
    span: Span, written: Sequence[str], mended: Sequence[str], origins: Sequence[int]
) -> Span:
    """Return where a span of mended lines stands in the file; `origins` has the file's lines."""
    lines = _Lines(written, mended, origins)
    line, start = _spot(lines, span.line, span.column, is_end=False)
    end_line, end = _spot(lines, span.end_line, span.end_column, is_end=True)
    if line == end_line:
        end = max(end, start + (span.end_column > span.column))
    return Span(line, start, end_line, end)


def _spot(lines: _Lines, line: int, column: int, *, is_end: bool) -> tuple[int, int]:
    """Return the line and the column (from 1) in the file of a position in a mended line.

    Where something was taken out, such as indentation, a span begins behind it or ends before it.
    """
    if line > len(lines.mended):
        return len(lines.written) + line - len(lines.mended), column
    origin = lines.origins[line - 1]
    old, new = lines.written[origin - 1], lines.mended[line - 1]
    if old == new:
        return origin, column
    index = column - 1
    start, end = _shared_ends(old, new)
    if index < start or (is_end and index == start):
        return origin, column
    if index >= len(new) - end:
        return origin, column + len(old) - len(new)
    return origin, min(index, len(old) - end) + 1


@lru_cache(maxsize=8)
def _shared_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts share at their beginning, and then at their end.

    Cached, since one long line may have thousands of findings.
    """
    start = _shared_start(one, other)
    most = min(len(one), len(other)) - start
    return start, min(_shared_start(one[::-1], other[::-1]), most)


def _shared_start(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
