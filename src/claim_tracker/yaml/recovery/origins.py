"""From lines that were mended to those of the file: where they stand, and what changes them."""

from bisect import bisect_left
from collections.abc import Sequence

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


class MendedLines:
    """The mended lines of a file, and of which line of the file (from 1) each is."""

    def __init__(
        self, written: Sequence[str], mended: Sequence[str], origins: Sequence[int]
    ) -> None:
        self._written = written
        self._mended = mended
        self._origins = origins
        self._shared: dict[int, tuple[int, int]] = {}
        """What the ends of lines share, since one long line may have thousands of spans."""

    def as_written(self, span: Span) -> Span:
        """Return where a span of the mended lines stands in the file."""
        line, start = self._spot(span.line, span.column, is_end=False)
        end_line, end = self._spot(span.end_line, span.end_column, is_end=True)
        if line == end_line:
            end = max(end, start + (span.end_column > span.column))
        return Span(line, start, end_line, end)

    def _spot(self, line: int, column: int, *, is_end: bool) -> tuple[int, int]:
        """Return the line and the column (from 1) in the file of a position in a mended line.

        Where something was taken out, such as indentation, a span begins behind it or ends before
        it.
        """
        if line > len(self._mended):
            return len(self._written) + line - len(self._mended), column
        origin = self._origins[line - 1]
        old, new = self._written[origin - 1], self._mended[line - 1]
        if line not in self._shared:
            self._shared[line] = _shared_ends(old, new)
        start, end = self._shared[line]
        index = column - 1
        if index < start or (is_end and index == start):
            return origin, column
        if index >= len(new) - end:
            return origin, column + len(old) - len(new)
        return origin, min(index, len(old) - end) + 1


def _shared_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts share at their beginning, and then at their end."""
    start = _shared_start(one, other)
    most = min(len(one), len(other)) - start
    return start, min(_shared_start(one[::-1], other[::-1]), most)


def _shared_start(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    ends = range(1, min(len(one), len(other)) + 1)
    return bisect_left(ends, True, key=lambda end: one[:end] != other[:end])
