"""A fix-it, which is other lines for some of a region, and what fix-its ask of lines."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from claim_tracker.text.display import LONGEST_IN_ADVICE, cut
from claim_tracker.text.suggest import one_edit_apart
from claim_tracker.yaml.decode import REPLACEMENT, indent_of, is_content
from claim_tracker.yaml.field_names import FIELDS
from claim_tracker.yaml.outline import FIELD, ITEM, Region

LONGEST = 1_000
"""In a longer line than this nothing is guessed at."""
LOST = f'"{REPLACEMENT}"'
_WORD = re.compile(r"[ \t]*(?P<word>-(?=[ \t]|$)|[^\s:]+)")
_LISTS = ("claims", "updates", "source")
Lines = dict[int, tuple[str, ...]]
"""What stands instead of the lines of a region, by index: nothing where a line is deleted."""


class Fixit(NamedTuple):
    """What stands instead of some lines, and the message and help at the line `at`.

    `message` and `columns` (from 0) are given where they are not those of the fault.
    `is_only_mend` is false where there may be another one, `loses` is whether a field is gone
    without a trace, and `is_known` whether what is wrong was reported already.
    """

    lines: Lines
    at: int
    help: str | None = None
    message: str | None = None
    columns: tuple[int, int] | None = None
    is_only_mend: bool = True
    loses: bool = False
    is_known: bool = False

    def applied(self, own: Sequence[str]) -> list[str]:
        """Return the lines of a region after it."""
        return replaced(own, self.lines)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of what was written is lost."""
        return self.is_only_mend and not self.loses and REPLACEMENT not in str(self.lines.values())


Fixits = Callable[[Region, int], Iterator[Fixit]]


def replaced(own: Sequence[str], lines: Lines) -> list[str]:
    """Return lines, with others instead of some."""
    return [new for n, line in enumerate(own) for new in lines.get(n, (line,))]


def rewritten(index: int, line: str, message: str, columns: tuple[int, int]) -> Fixit:
    """Return another line instead of one; of a long one only the beginning is in the help."""
    return Fixit(
        {index: (line,)}, index, f"write `{cut(line.strip(), LONGEST_IN_ADVICE)}`", message, columns
    )


def named(name: str, own: Sequence[str], index: int, column: int = 0) -> Fixit:
    """Return the lines with the name of a list or a section, which is missing, above one of them.

    It begins at a column.
    """
    where = ", indented like the fields around it" if column else ""
    return Fixit(
        {index: (f"{' ' * column}{name}:", own[index])},
        index,
        f"write `{name}:` on the line above{where}",
        f"this {'list' if name in _LISTS else 'section'} has no name",
        word_of(own[index]),
    )


def moved_to(column: int, own: Sequence[str], index: int, end: int) -> Fixit:
    """Return the lines up to another, so that the first of them begins at a column."""
    line, indent = own[index], indent_of(own[index])
    message, columns = "this line is not in line with the others", word_of(line)
    if "\t" in line[:indent]:
        message, columns = "a tab where the indentation is", (line.index("\t"), indent)
    lines = shifted(own, index, end, column - indent)
    return Fixit(lines, index, indented_by(column), message, columns)


def shifted(own: Sequence[str], start: int, end: int, by: int) -> Lines:
    """Return the lines from one index up to another, indented by more or fewer spaces."""
    return {
        n: (" " * max(indent_of(own[n]) + by, 0) + own[n].lstrip(" \t"),)
        for n in range(start, end)
        if own[n].strip()
    }


def indented_by(column: int) -> str:
    """Return the advice to indent a line by some spaces."""
    if column == 0:
        return "begin it at the start of the line"
    return f"indent it by {column} space{'' if column == 1 else 's'}"


def word_of(line: str, *, whole: bool = False) -> tuple[int, int]:
    """Return the columns of the first word of a line, or of all of it."""
    match = _WORD.match(line)
    if match is None or whole:
        return indent_of(line), len(line.rstrip())
    return match.span("word")


def content_column(line: str) -> int:
    """Return the column at which the content of a line begins: after the dash of an item."""
    match = ITEM.match(line)
    return len(match["lead"]) if match is not None else indent_of(line)


def is_field(line: str, region: Region) -> bool:
    """Whether a line begins with a field, among claims one with a name that is near to one."""
    field = FIELD.match(line)
    if field is None or region.section != "claims":
        return field is not None
    return any(name == field["name"] or one_edit_apart(name, field["name"]) for name in FIELDS)


def content_above(own: Sequence[str], index: int) -> str:
    """Return the nearest line above one that is neither blank nor a comment; "" for none."""
    return next(filter(is_content, own[:index][::-1]), "")


def content_below(own: Sequence[str], index: int) -> str:
    """Return the nearest line below one that is neither blank nor a comment; "" for none."""
    return next(filter(is_content, own[index + 1 :]), "")


def is_begun_field(line: str) -> bool:
    """Whether a line is a word that begins the name of a field, which somebody may be writing."""
    word = line.strip()
    return bool(word) and any(name.startswith(word) for name in FIELDS)


def goes_on(own: Sequence[str], index: int) -> bool:
    """Whether the line below may go on with the value of a line."""
    return indent_of(content_below(own, index)) > content_column(own[index])


def has_more_below(own: Sequence[str], index: int) -> bool:
    """Whether the line below is part of what a line names: it is deeper, or an item beside it."""
    below = content_below(own, index)
    is_item = below.lstrip().startswith("- ") and indent_of(below) == content_column(own[index])
    return is_item or goes_on(own, index)


def block_end(own: Sequence[str], index: int) -> int:
    """Return the line after all that is indented below a line."""
    return _end_below(own, index, indent_of(own[index]))


def value_end(own: Sequence[str], index: int) -> int:
    """Return the line after the value of the field, or of the item, that begins on a line."""
    field = FIELD.match(own[index])
    column = len(field["lead"]) if field is not None else indent_of(own[index])
    return _end_below(own, index, column)


def _end_below(own: Sequence[str], index: int, column: int) -> int:
    """Return the line after those below one that are indented further than a column."""
    below = (n for n in range(index + 1, len(own)) if is_content(own[n]))
    return max(takewhile(lambda n: indent_of(own[n]) > column, below), default=index) + 1


def siblings_end(own: Sequence[str], index: int) -> int:
    """Return the line after all that are indented as far as a line, or further."""
    return _end_below(own, index, indent_of(own[index]) - 1)
