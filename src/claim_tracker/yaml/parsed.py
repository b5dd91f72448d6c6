"""What is read of a YAML text: its values, and what was refused on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
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


def renumber(value: Any, lines: Sequence[int]) -> None:
    """Let each mapping in a value begin on the line that stands, from 1, for its own."""
    if isinstance(value, Mapping):
        value.line = lines[value.line - 1]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        renumber(each, lines)


Spans = dict[Path, tuple[Span, Span]]
"""For each path the span of its key and of its value; in a list they are the same."""


@dataclass(slots=True)
class Composed:
    """The root value of the text (None when there is none), and what was refused on the way.

    `spoiled` are the paths whose value had to be left out: any other problem there
    follows from a problem that is reported already. `gaps` are those of mappings of which a
    field may have been left out. `complete` is false when the rest of the text could not be
    read; `stopped` is the line (from 1) at which the reading stopped early, or 0.
    `above` is the path of what was read in `root`, where that has more around it.
    """

    root: Any = None
    problems: list[Problem] = field(default_factory=list)
    spoiled: set[Path] = field(default_factory=set)
    gaps: set[Path] = field(default_factory=set)
    complete: bool = True
    stopped: int = 0
    above: Path = ()
