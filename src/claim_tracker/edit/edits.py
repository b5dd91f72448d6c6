"""Edits of a text: spans that are replaced by other texts."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import accumulate

from claim_tracker.text.diagnostic import Edit, Fix, Span
from claim_tracker.yaml.lines import split_lines

Splice = tuple[int, int, str]
"""The start and the end index of a replaced stretch of a text, and the new text."""


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them, each with its end."""
    return StringIO(text, newline="").readlines()


def end_of_line(line: str) -> str:
    """Return the end of a line, which the last one of a text may lack."""
    return line[len(line.rstrip("\r\n")) :]


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with some of its spans replaced."""
    parts, done = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all of the edits, which do not overlap."""
    starts = list(accumulate(map(len, lines_of(text)), initial=0))
    return spliced(text, [_splice(starts, edit) for edit in edits])


def _splice(starts: Sequence[int], edit: Edit) -> Splice:
    span = edit.span
    start, end = starts[span.line - 1] + span.column, starts[span.end_line - 1] + span.end_column
    return start - 1, end - 1, edit.text


def line_origins(lines: Sequence[str], edits: Iterable[Edit]) -> list[int]:
    """Return for each line of an edited text the index of the line that it was before.

    A line that an edit only moves is found by its text; another one that an edit writes has the
    first of the lines that this edit replaces.
    """
    origins: list[int] = []
    done = 0
    for span, text in sorted(edits):
        first, last, new = span.line - 1, span.end_line - 1, split_lines(text)
        if len(new) > 1 or last > first:
            known: dict[str, list[int]] = {}
            for index in range(last, first - 1, -1):
                known.setdefault(lines[index], []).append(index)
            if span.end_column == 1:
                known[new[-1]] = [last]
                if first < done:
                    origins[-1] = last
            origins += range(done, first)
            origins += (
                known[line].pop() if known.get(line) else first for line in new[first < done :]
            )
            done = last + 1
    return [*origins, *range(done, len(lines))]


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """Return the fixes without those that overlap with another; fixes within a line win."""
    kept: list[Fix] = []
    taken: list[Span] = []
    for fix in sorted(dict.fromkeys(fixes), key=lambda fix: (not is_in_lines(fix), fix.edits)):
        if not any(_is_taken(taken, edit.span) for edit in fix.edits):
            kept.append(fix)
            for edit in fix.edits:
                insort(taken, edit.span)
    return kept


def is_in_lines(fix: Fix) -> bool:
    """Whether each edit of a fix is within one line."""
    return all(edit.span.line == edit.span.end_line for edit in fix.edits)


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    index = bisect_left(taken, span[2:]) - 1
    return index >= 0 and taken[index][2:] > span[:2]
