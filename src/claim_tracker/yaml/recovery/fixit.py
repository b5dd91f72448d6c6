"""A fix-it, which is other lines for some of a region, and what fix-its ask of lines."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from claim_tracker.text.display import MAX_IN_ADVICE, cut
from claim_tracker.text.suggest import one_edit_apart
from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.field_names import FIELDS
from claim_tracker.yaml.lines import indent_of, is_content
from claim_tracker.yaml.outline import FIELD, ITEM, Region, block_column

MAX_LINE_LENGTH = 1_000
"""In a longer line than this nothing is guessed at."""
LOST = f'"{REPLACEMENT}"'
_WORD = re.compile(r"[ \t]*(?P<word>-(?=[ \t]|$)|[^\s:]+)")
_KINDS = {"claims": "list", "updates": "list", "source": "source", "quantity": "quantity"}
Replacements = dict[int, tuple[str, ...]]
"""The new lines for lines of a region, by index: none where a line is deleted."""


class Fixit(NamedTuple):
    """What replaces some lines of a region, and the message and help at the line `at`.

    `message` and `columns` (from 0) are given where they are not those of the fault.
    `is_only_fix` is false where there may be another one, `loses` is whether a field is gone
    without a trace, and `is_known` whether what is wrong was reported already.
    """

    replacements: Replacements
    at: int
    help: str | None = None
    message: str | None = None
    columns: tuple[int, int] | None = None
    is_only_fix: bool = True
    loses: bool = False
    is_known: bool = False

    def applied(self, lines: Sequence[str]) -> list[str]:
        """Return the lines of a region after it."""
        return replace_lines(lines, self.replacements)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of what was written is lost."""
        is_lossless = not self.loses and REPLACEMENT not in str(self.replacements.values())
        return self.is_only_fix and is_lossless


Fixits = Callable[[Region, int], Iterator[Fixit]]


def replace_lines(lines: Sequence[str], replacements: Replacements) -> list[str]:
    """Return the lines with some of them replaced."""
    return [new for n, line in enumerate(lines) for new in replacements.get(n, (line,))]


def replace_line(index: int, line: str, message: str, columns: tuple[int, int]) -> Fixit:
    """Return the fix-it that replaces a line; of a long one only the beginning is in the help."""
    return Fixit(
        {index: (line,)},
        index,
        f"write `{cut(line.strip(), MAX_IN_ADVICE)}`",
        message,
        columns,
    )


def insert_missing_name(name: str, lines: Sequence[str], index: int, column: int = 0) -> Fixit:
    """Return the fix-it that writes the missing name of a list or a section above its first line.

    The name begins at a column.
    """
    where = ", indented like the fields around it" if column else ""
    return Fixit(
        {index: (f"{' ' * column}{name}:", lines[index])},
        index,
        f"write `{name}:` on the line above{where}",
        f"this {_KINDS.get(name, 'section')} has no name",
        word_of(lines[index]),
    )


def move_to(column: int, lines: Sequence[str], index: int, end: int) -> Fixit:
    """Return the fix-it that moves the lines up to another: the first begins at a column then."""
    line, indent = lines[index], indent_of(lines[index])
    message, columns = "this line is not in line with the others", word_of(line)
    if "\t" in line[:indent]:
        message, columns = "a tab where the indentation is", (line.index("\t"), indent)
    replacements = shift_lines(lines, index, end, column - indent)
    fixit = Fixit(replacements, index, indent_advice(column), message, columns)
    is_sure = _keeps_its_text(fixit.applied(lines), index, is_at_margin=indent == 0)
    return fixit._replace(is_only_fix=is_sure)


def _keeps_its_text(lines: Sequence[str], index: int, *, is_at_margin: bool) -> bool:
    """Whether the block text below a line that was moved, if any, is surely no other's.

    It may be where fields are in it, or where the line was at the margin and is amid a text.
    """
    if block_column(lines[index]) is None:
        return True
    text = [*filter(is_content, lines[index + 1 : block_end(lines, index)])]
    is_amid = (
        is_at_margin and bool(text) and indent_of(text[0]) == indent_of(content_above(lines, index))
    )
    return not is_amid and not any(map(is_format_field, text))


def shift_lines(lines: Sequence[str], start: int, end: int, by: int) -> Replacements:
    """Return the lines from one index up to another, indented by more or fewer spaces."""
    return {
        n: (" " * max(indent_of(lines[n]) + by, 0) + lines[n].lstrip(" \t"),)
        for n in range(start, end)
        if lines[n].strip()
    }


def indent_advice(column: int) -> str:
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


def dash_at(column: int, lines: Sequence[str], index: int) -> str:
    """Return the dash of an item at a column, as far from its first field as the next one shows."""
    below = content_below(lines, index)
    deeper = indent_of(below) - column if FIELD.match(below) else 0
    return f"-{' ' * max(deeper - 1, 1)}"


def is_field(line: str, region: Region) -> bool:
    """Whether a line begins with a field, among claims one with a name that is near to one."""
    field = FIELD.match(line)
    if field is None or region.section != "claims":
        return field is not None
    return any(name == field["name"] or one_edit_apart(name, field["name"]) for name in FIELDS)


def name_of(line: str) -> str:
    """Return the name of the field or the key that a line begins with, or ""."""
    field = FIELD.match(line)
    return field["name"] if field is not None else ""


def is_format_field(line: str) -> bool:
    """Whether a line begins with a field by a name of the format."""
    return name_of(line) in FIELDS


def has_id(line: str) -> bool:
    """Whether a line begins with the field of an id, be it with a value or not."""
    return name_of(line) == "id"


def content_above(lines: Sequence[str], index: int) -> str:
    """Return the nearest line above one that is neither blank nor a comment, or ""."""
    return next(filter(is_content, lines[:index][::-1]), "")


def content_below(lines: Sequence[str], index: int) -> str:
    """Return the nearest line below one that is neither blank nor a comment, or ""."""
    return next(filter(is_content, lines[index + 1 :]), "")


def is_begun_field(line: str) -> bool:
    """Whether a line is a word that begins the name of a field, which somebody may be writing."""
    word = line.strip()
    return bool(word) and any(name.startswith(word) for name in FIELDS)


def goes_on(lines: Sequence[str], index: int) -> bool:
    """Whether the line below may go on with the value of a line."""
    return indent_of(content_below(lines, index)) > content_column(lines[index])


def has_more_below(lines: Sequence[str], index: int) -> bool:
    """Whether the line below is part of what a line names: it is deeper, or an item beside it."""
    below = content_below(lines, index)
    is_item = below.lstrip().startswith("- ") and indent_of(below) == content_column(lines[index])
    return is_item or goes_on(lines, index)


def has_fields_below(lines: Sequence[str], index: int) -> bool:
    """Whether the fields or the items of what a line names are below it."""
    below = content_below(lines, index)
    is_one = FIELD.match(below) is not None or ITEM.match(below) is not None
    return is_one and has_more_below(lines, index)


def block_end(lines: Sequence[str], index: int) -> int:
    """Return the line after all that is indented below a line."""
    return _end_below(lines, index, indent_of(lines[index]))


def value_end(lines: Sequence[str], index: int) -> int:
    """Return the line after the value of the field, or of the item, that begins on a line."""
    field = FIELD.match(lines[index])
    column = len(field["lead"]) if field is not None else indent_of(lines[index])
    return _end_below(lines, index, column)


def _end_below(lines: Sequence[str], index: int, column: int) -> int:
    """Return the line after those below one that are indented further than a column."""
    below = (n for n in range(index + 1, len(lines)) if is_content(lines[n]))
    return max(takewhile(lambda n: indent_of(lines[n]) > column, below), default=index) + 1


def is_item_at(line: str, column: int) -> bool:
    """Whether an item of a list begins on a line, with its dash at a column."""
    return ITEM.match(line) is not None and indent_of(line) == column


def siblings_end(lines: Sequence[str], index: int) -> int:
    """Return the line after all that are indented as far as a line, or further."""
    return _end_below(lines, index, indent_of(lines[index]) - 1)
