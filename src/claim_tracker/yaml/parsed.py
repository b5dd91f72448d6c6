"""What is read of a YAML text: its values, and what was refused on the way."""

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
