"""The lines of a region one by one, and what a repair does to them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import cut
from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.indent import indent_of, is_content

LEAD = r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
FIELD = re.compile(
    rf"{LEAD}(?P<name>[^\s#'\"{{\[|>&*!%@`-][^\s:]*)[ \t]*:(?:[ \t]+(?P<value>.*))?$"
)
ITEM = re.compile(r"(?P<lead>[ \t]*-[ \t]+)(?P<value>.+)$")
LOST = f'"{REPLACEMENT}"'
"""What stands for a value that is left out; in quotes, so that no line below goes on with it."""
LONGEST_TOLD = 160
_WORD = re.compile(r"[ \t]*(?P<word>-(?=[ \t]|$)|[^\s:]+)")


class Told(NamedTuple):
    """What to write in the place of a line (from 1).

    What is wrong, and in which of its columns (from 0), is given where it is not what libyaml
    says.
    """

    line: int
    help: str
    message: str | None = None
    columns: tuple[int, int] | None = None

    def span(self, lines: Sequence[str]) -> Span:
        """Where that is, at least one column wide; without columns it is the whole line."""
        start, stop = self.columns or (0, len(lines[self.line - 1]))
        return Span(self.line, start + 1, self.line, max(stop, start + 1) + 1)


def write(line: int, written: str, message: str, columns: tuple[int, int]) -> Told:
    """What to write; of a long text only its beginning."""
    return Told(line, f"write `{cut(written, LONGEST_TOLD)}`", message, columns)


class Repair(NamedTuple):
    """The lines of a region anew.

    `told` says it better than libyaml, and `also` says it of further lines. `loses` tells that a
    field is gone without a trace, `is_known` that what is wrong was reported already.
    """

    lines: list[str]
    told: Told | None = None
    loses: bool = False
    is_known: bool = False
    also: tuple[Told, ...] = ()


def word_of(line: str, *, whole: bool = False) -> tuple[int, int]:
    """The columns of the first word of a line, or of all of it."""
    match = _WORD.match(line)
    if match is None or whole:
        return indent_of(line), len(line.rstrip())
    return match.span("word")


def content_column(line: str) -> int:
    """Where the content of a line begins: after the dash of an item."""
    match = ITEM.match(line)
    return len(match["lead"]) if match is not None else indent_of(line)


def is_bare_key(line: str) -> bool:
    """Whether a line is the name of what stands below, and no more."""
    match = FIELD.match(line)
    return match is not None and not match["value"]


def has_more_below(own: Sequence[str], place: int) -> bool:
    """Whether the line below is part of what a line names: it is deeper, or an item beside it."""
    inside = range(place + 1, len(own))
    below = next((own[n] for n in inside if is_content(own[n])), "")
    column = content_column(own[place])
    is_item = below.lstrip().startswith("- ") and indent_of(below) == column
    return is_item or indent_of(below) > column


def block_end(own: Sequence[str], place: int) -> int:
    """The line after all that is indented below a line."""
    column = indent_of(own[place])
    end = place + 1
    for index in range(place + 1, len(own)):
        if is_content(own[index]):
            if indent_of(own[index]) <= column:
                break
            end = index + 1
    return end


def siblings_end(own: Sequence[str], place: int) -> int:
    """The line after all that are indented as far as a line, or further."""
    column = indent_of(own[place])
    inside = (n for n in range(place + 1, len(own)) if is_content(own[n]))
    return next((n for n in inside if indent_of(own[n]) < column), len(own))


def replaced(own: list[str], place: int, line: str) -> list[str]:
    """The lines with another one at a place."""
    return [*own[:place], line, *own[place + 1 :]]


def blanked(own: list[str], start: int, stop: int) -> list[str]:
    """The lines with blank ones from one place to before another."""
    return [*own[:start], *[""] * (stop - start), *own[stop:]]


def as_written(span: Span, written: Sequence[str], repaired: Sequence[str]) -> Span:
    """Where a span of the repaired lines stands in those that were written."""
    start = _column(span.line, span.column, written, repaired)
    end = _column(span.end_line, span.end_column, written, repaired)
    if span.line == span.end_line:
        end = max(end, start + (span.end_column > span.column))
    return span._replace(column=start, end_column=end)


def _column(line: int, column: int, written: Sequence[str], repaired: Sequence[str]) -> int:
    """A column (from 1): what is alike at the ends of both lines is the same."""
    if line > min(len(written), len(repaired)) or written[line - 1] == repaired[line - 1]:
        return column
    before, after = written[line - 1], repaired[line - 1]
    index = column - 1
    start, end = _alike_at_both_ends(before, after)
    if index <= start:
        return column
    if index >= len(after) - end:
        return column + len(before) - len(after)
    return min(index, len(before) - end) + 1


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
