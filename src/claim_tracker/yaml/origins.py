"""From lines that were mended to those of the file: where they stand, and what changes them."""

from collections.abc import Sequence
from functools import lru_cache

from claim_tracker.text.diagnostic import Edit, Span


def edit_of(written: Sequence[str], number: int, new: Sequence[str], line_end: str) -> Edit:
    """Return the least edit that puts other lines, or none, in the place of a line (from 1)."""
    line = written[number - 1]
    if not new and number < len(written):
        return Edit(Span(number, 1, number + 1, 1), "")
    if not new and number > 1:
        return Edit(Span(number - 1, len(written[number - 2]) + 1, number, len(line) + 1), "")
    text = line_end.join(new)
    start, end = _alike_at_both_ends(line, text)
    span = Span(number, start + 1, number, len(line) - end + 1)
    return Edit(span, text[start : len(text) - end])


def as_written(
    span: Span, written: Sequence[str], mended: Sequence[str], origins: Sequence[int]
) -> Span:
    """Return where a span of mended lines stands in the file, of which `origins` has the lines."""
    line, start = _spot(span.line, span.column, written, mended, origins)
    end_line, end = _spot(span.end_line, span.end_column, written, mended, origins)
    if line == end_line:
        end = max(end, start + (span.end_column > span.column))
    return Span(line, start, end_line, end)


def _spot(
    line: int, column: int, written: Sequence[str], mended: Sequence[str], origins: Sequence[int]
) -> tuple[int, int]:
    """A line and a column (from 1) in the file: what is alike at the ends of lines is the same."""
    if line > len(mended):
        return len(written) + line - len(mended), column
    origin = origins[line - 1]
    before, after = written[origin - 1], mended[line - 1]
    if before == after:
        return origin, column
    index = column - 1
    start, end = _alike_at_both_ends(before, after)
    if index <= start:
        return origin, column
    if index >= len(after) - end:
        return origin, column + len(before) - len(after)
    return origin, min(index, len(before) - end) + 1


@lru_cache(maxsize=8)
def _alike_at_both_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning, and then at their end.

    Kept, since thousands of findings may stand on one long line.
    """
    start = _alike(one, other)
    most = min(len(one), len(other)) - start
    return start, min(_alike(one[::-1], other[::-1]), most)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
