"""What holds a part of a line: the lists and mappings around it, as the lines above have them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claim_tracker.yaml import Path
from claim_tracker.yaml.lines import indent_of, is_content

DASH = re.compile(r"-(?: +|$)")
KEY = re.compile(
    r"(?P<name>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
    r"|(?![\s#'\"{}\[\],|>&*!%@`]|[-?:](?:\s|$))(?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \t]+(?![#\s]))+?)"
    r"[ \t]*(?P<colon>:)(?:[ \t]+|$)"
)
COMMENT = re.compile(r"(?:^|(?<![ \t])[ \t])[ \t]*#.*$")
OPENERS = ("[", "{")


class Level(NamedTuple):
    """A part of a line, at a column from 0: a dash (0), a key, or something else (None).

    `value` is what stands behind it, and begins at `at`.
    """

    column: int
    name: str | int | None
    value: str
    at: int


def levels_of(line: str) -> list[Level]:
    """Return the parts of a line: its dashes, and its key or what it has instead."""
    found, at = [], len(line) - len(line.lstrip(" "))
    while (dash := DASH.match(line, at)) is not None:
        found.append(Level(at, 0, line[dash.end() :], dash.end()))
        at = dash.end()
    key = KEY.match(line, at)
    if key is not None:
        found.append(Level(at, unquoted(key["name"]), line[key.end() :], key.end()))
    elif at < len(line):
        found.append(Level(at, None, line[at:], at))
    return found


def unquoted(name: str) -> str:
    """Return a key without its quotes."""
    return name[1:-1] if name[0] in "\"'" else name


@dataclass
class Holder:
    """The collection that holds what begins at a column, as the lines above it have it.

    `levels` are the line and the column of each mapping around, by its path; `flow` is where the
    brackets open that it is in. `neighbour` begins at the same column above it, of an item behind
    a dash that dash; `is_below` tells that it is the first below a key.
    """

    path: Path
    levels: dict[Path, tuple[int, int]]
    neighbour: Level | None = None
    is_below: bool = False
    flow: tuple[int, int] | None = None


@dataclass
class _Walk:
    """The way from a column of a line up to the margin."""

    limit: int
    own_line: int
    steps: list[str | int] = field(default_factory=list)
    found: list[tuple[int, int, int]] = field(default_factory=list)
    after_dash: bool = False
    neighbour: Level | None = None
    is_below: bool = False
    flow: tuple[int, int] | None = None
    over_dashes: bool = False

    @property
    def passed(self) -> tuple[str, ...]:
        """Return how lines begin that tell nothing: deeper ones, and further items of a list."""
        deeper = " " * (self.limit + 1)
        is_in_list = self.after_dash and (self.neighbour is not None or len(self.steps) > 1)
        return (deeper, f"{deeper[1:]}-") if is_in_list else (deeper,)

    @property
    def is_done(self) -> bool:
        return self.limit == 0 and not self.after_dash

    def pass_by(self, level: Level, number: int) -> bool:
        """Take a part of a line above into account; whether the way goes on."""
        is_parent_key = self.after_dash and isinstance(level.name, str)
        if level.column > self.limit or (level.column == self.limit and not is_parent_key):
            is_beside = level.column == self.limit and self.neighbour is None
            is_beside = is_beside and not (level.name == 0 and self.over_dashes)
            if is_beside and (not self.steps or (self.steps == [0] and level.name == 0)):
                self.neighbour = level
                if level.name == 0:
                    self.steps, self.after_dash = [0], True
            return True
        value = COMMENT.sub("", level.value).strip()
        if level.name != 0 and value.startswith(OPENERS):
            self.flow, self.steps, self.found = (number, level.at), [], []
        elif level.name is None or (level.name != 0 and value):
            return False
        is_first = not self.steps and self.neighbour is None and self.flow is None
        if is_first and level.name == 0 and number != self.own_line:
            return False
        self.is_below = self.is_below or (is_first and level.name != 0)
        if level.name is not None:
            self.steps.append(level.name)
            self.after_dash = level.name == 0
            if level.name != 0:
                self.found.append((len(self.steps), number, level.column))
        self.limit = level.column
        return True


def holder_of(
    lines: Sequence[str],
    number: int,
    column: int,
    own: Sequence[Level] = (),
    *,
    over_dashes: bool = False,
) -> Holder | None:
    """Return what holds something at a column of a line; None within a text.

    With `over_dashes` it is the mapping that has a list at the same column.
    """
    walk = _Walk(column, number, over_dashes=over_dashes)
    for level in reversed(own):
        if not walk.pass_by(level, number):
            return None
    while number > 0 and not walk.is_done:
        number = line_above(lines, number, walk.passed)
        if number < 0:
            break
        for level in reversed(levels_of(lines[number])):
            if not walk.pass_by(level, number):
                return None
    first = line_below(lines, -1)
    if not walk.steps and first < len(lines) and lines[first].startswith(OPENERS):
        if first > walk.own_line:
            return None
        walk.flow = (first, 0)  # a file in brackets may have lines that begin at the margin
    path = tuple(reversed(walk.steps))
    levels = {path[: len(path) - end]: (line, at) for end, line, at in walk.found}
    return Holder(path, levels, walk.neighbour, walk.is_below, walk.flow)


def line_above(lines: Sequence[str], number: int, but: tuple[str, ...]) -> int:
    """Return the next line with content above another that begins with none of some texts.

    It is -1 where there is none.
    """
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if not line.startswith(but) and line and is_content(line):
            return above
    return -1


def line_below(lines: Sequence[str], number: int) -> int:
    """Return the next line with content below another, or else the number of lines."""
    below = range(number + 1, len(lines))
    return next((index for index in below if is_content(lines[index])), len(lines))


def items_at(lines: Sequence[str], number: int, column: int) -> list[str]:
    """Return the texts in a list whose dashes have a column, but for the one on a line of it."""
    above, below = range(number - 1, -1, -1), range(number + 1, len(lines))
    return [*_items(lines, above, column), *_items(lines, below, column)]


def _items(lines: Sequence[str], numbers: Iterable[int], column: int) -> Iterator[str]:
    """Yield the texts behind dashes at a column on the lines, up to one that is of no such list."""
    for line in (lines[number] for number in numbers if is_content(lines[number])):
        begin = indent_of(line)
        is_item = begin == column and DASH.match(line, column) is not None
        if begin < column or (begin == column and not is_item):
            return
        match levels_of(line)[1:] if is_item else []:
            case [Level(name=None, value=text)]:
                yield COMMENT.sub("", text).strip(" \"'")


def fields_at(lines: Sequence[str], number: int, column: int, but: int) -> dict[str, str]:
    """Return the fields of the mapping in block style that has a column on a line, but for one."""
    deeper = " " * (column + 1)
    first = number
    begins_here = is_content(lines[number]) and indent_of(lines[number]) < column
    while first > 0 and not begins_here:
        line = lines[first - 1]
        is_inside = line.startswith(deeper[1:]) or not is_content(line)
        first -= 1
        if not is_inside:
            starts = any(level.column == column and level.name != 0 for level in levels_of(line))
            first += not starts
            break
    found: dict[str, list[str]] = {}
    name = ""
    for at in range(first, len(lines)):
        line = lines[at]
        if at == but:
            continue
        if line.startswith(deeper):
            found.setdefault(name, []).append(line)
            continue
        if not is_content(line):
            continue
        levels = levels_of(line)
        if at > number and levels and levels[0].column < column:
            break
        own = next((level for level in levels if level.column == column and level.name), None)
        name = str(own.name) if own is not None else name
        found.setdefault(name, []).append(line[column:] if own is not None else line)
    found.pop("", None)
    return {name: "\n".join(texts) for name, texts in found.items()}
