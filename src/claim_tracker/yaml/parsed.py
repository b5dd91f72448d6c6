"""What is read of a YAML text: its values, and what was refused on the way."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml.problem import Path, Problem


class Mapping(dict[str, Any]):
    """A YAML mapping that knows the line (from 1) on which it begins."""

    __slots__ = ("line",)

    line: int


def value_at(root: Any, path: Path) -> Any:
    """Return the value at a path of the data of a file. Raises LookupError where there is none."""
    value = root
    for step in path:
        value = value[step]
    return value


def mapping_or_empty(value: object) -> dict[str, Any]:
    """Return the value when it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings_in(value: object) -> list[tuple[int, dict[str, Any]]]:
    """Return the mappings of a list, each with its index; none when it is no list."""
    items = value if isinstance(value, list) else []
    return [(index, item) for index, item in enumerate(items) if isinstance(item, dict)]


def ends_with_empty_lines(value: Any) -> bool:
    """Whether the last text of a value ends with empty lines, which then are a part of it."""
    while isinstance(value, dict | list) and value:
        value = list(value.values())[-1] if isinstance(value, dict) else value[-1]
    return isinstance(value, str) and value.endswith("\n\n")


def renumber(value: Any, lines: Sequence[int]) -> None:
    """Let each mapping in a value begin on the line that stands, from 1, for its own."""
    if isinstance(value, Mapping):
        value.line = lines[value.line - 1]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        renumber(each, lines)


Spans = dict[Path, tuple[Span, Span]]
"""For each path the span of its key and of its value; in a list they are the same."""
Shapes = dict[tuple[Path, ...], dict[Path, int]]
"""The position of each path among the paths within a claim, for each set of paths there is."""


class PackedSpans:
    """The spans within a claim, as numbers: as tuples, those of all claims take too much memory.

    `spans` has them by their paths in the claim, and with its lines counted after the line `above`
    it. Claims with the same paths share their `shapes`.
    """

    __slots__ = ("_above", "_numbers", "_positions")

    def __init__(self, spans: Spans, above: int, shapes: Shapes) -> None:
        paths = tuple(spans)
        if paths not in shapes:
            shapes[paths] = {path: position for position, path in enumerate(paths)}
        self._positions = shapes[paths]
        self._above = above
        numbers = chain.from_iterable(chain.from_iterable(spans.values()))
        self._numbers = array("I", numbers)

    def __contains__(self, path: Path) -> bool:
        """Whether there are spans for a path of the file that leads into this claim."""
        return path[2:] in self._positions

    def get(self, path: Path, missing: tuple[Span, Span]) -> tuple[Span, Span]:
        """Return the spans of a key and of its value, or else those for a `missing` path."""
        position = self._positions.get(path[2:])
        if position is None:
            return missing
        numbers = self._numbers[8 * position : 8 * position + 8]
        return self._span(*numbers[:4]), self._span(*numbers[4:])

    def _span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        return Span(line + self._above, column, end_line + self._above, end_column)


@dataclass(slots=True)
class Composed:
    """The root value of the text (None when there is none), and what was refused on the way.

    `spoiled` are the paths whose value had to be left out: any other problem there
    follows from a problem that is reported already. `gaps` are those of mappings of which a
    field may have been left out. `out_of_line` are those of items that go on with what looks
    like the next item, and of empty block texts. `complete` is false when the rest of the text
    could not be read; `stopped` is the line (from 1) at which the reading stopped early, or 0.
    `above` is the path of what was read in `root`, where that has more around it.
    """

    root: Any = None
    problems: list[Problem] = field(default_factory=list)
    spoiled: set[Path] = field(default_factory=set)
    gaps: set[Path] = field(default_factory=set)
    complete: bool = True
    stopped: int = 0
    above: Path = ()
    out_of_line: list[Path] = field(default_factory=list)
