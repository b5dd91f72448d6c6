"""What a mend is, and what a text and its events become by mends."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from claim_tracker.edit.events import Events, Said
from claim_tracker.yaml.decode import REPLACEMENT

Splice = tuple[int, int, str]
"""A text that takes the place of a stretch of another: from one index to another, and the text."""
_T = TypeVar("_T")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Writing:
    """Write `text` from one index of a text up to another, both on the same line.

    `place` is that of the scalar whose value becomes `text`; None where no value changes.
    `line` counts from 1; `words` say what is done.
    """

    line: int
    words: str
    start: int
    end: int
    text: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Ordering:
    """Put the items of a list in another order: `order` has their old indices.

    `chunks` are the lines of each item, from 0, and `places` its events. What stands between
    two chunks stays where it is. `line` and `words` are as for a `Writing`.
    """

    line: int
    words: str
    order: tuple[int, ...]
    chunks: tuple[range, ...]
    places: tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """Take out the characters at some indices of a line, which stand in its clean text replaced.

    `place` is that of the scalar that they are in, and `replaced` tells which of the replacement
    characters of its value they are, counted from 0; None where they are in no value. `line` and
    `words` are as for a `Writing`.
    """

    line: int
    words: str
    indices: tuple[int, ...]
    place: int | None
    replaced: frozenset[int]


Mend = Writing | Ordering | Removal


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them, each with its end."""
    return _LINE.findall(text)


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """A text with others in the place of some of its stretches, each from one index to another."""
    parts, done = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice[0]):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def mended_text(text: str, mends: Sequence[Mend]) -> str:
    """The text with all of the mends, of which no two touch the same."""
    splices: list[Splice] = []
    for mend in mends:
        if isinstance(mend, Writing):
            splices.append((mend.start, mend.end, mend.text))
        elif isinstance(mend, Removal):
            splices += ((at, at + 1, "") for at in mend.indices)
    lines = lines_of(spliced(text, splices))
    return "".join(_ends_kept(moved(lines, mends)))


def moved(lines: Sequence[_T], mends: Sequence[Mend]) -> list[_T]:
    """What stands for each line of a text, where the line stands after the mends."""
    result = list(lines)
    for mend in mends:
        if isinstance(mend, Ordering):
            region = slice(mend.chunks[0].start, mend.chunks[-1].stop)
            result[region] = _permuted(result, mend.chunks, mend.order)
    return result


def mended_events(events: Events, mends: Sequence[Mend]) -> list[Said]:
    """What the events of a text have to say when it has all of the mends and is else the same."""
    said = events.said
    for mend in mends:
        if isinstance(mend, Writing) and mend.place is not None:
            said[mend.place] = events.listed[mend.place].with_value(mend.text)
    for place, gone in _removed(mends).items():
        event = events.listed[place]
        said[place] = event.with_value(without_replacements(event.value, gone))
    for mend in mends:
        if isinstance(mend, Ordering):
            region = slice(mend.places[0].start, mend.places[-1].stop)
            said[region] = _permuted(said, mend.places, mend.order)
    return said


def _removed(mends: Sequence[Mend]) -> dict[int, frozenset[int]]:
    """Which replacement characters go from the value of each scalar that loses any."""
    gone: dict[int, frozenset[int]] = {}
    for mend in mends:
        if isinstance(mend, Removal) and mend.place is not None:
            gone[mend.place] = gone.get(mend.place, frozenset()) | mend.replaced
    return gone


def without_replacements(value: str, gone: Collection[int]) -> str:
    """A value without some of its replacement characters, which are counted from 0."""
    first, *others = value.split(REPLACEMENT)
    kept = ("" if number in gone else REPLACEMENT for number in range(len(others)))
    return first + "".join(chain.from_iterable(zip(kept, others, strict=True)))


def _permuted(whole: Sequence[_T], chunks: Sequence[range], order: Sequence[int]) -> list[_T]:
    """The chunks of a whole in another order, with what stands between them in its place."""
    result: list[_T] = []
    for slot, index in enumerate(order):
        if slot:
            result += whole[chunks[slot - 1].stop : chunks[slot].start]
        result += whole[chunks[index].start : chunks[index].stop]
    return result


def _ends_kept(lines: list[str]) -> list[str]:
    """The lines with the missing end, which only the last line of a file can have, at the last."""
    bare = [index for index, line in enumerate(lines[:-1]) if not line.endswith(("\n", "\r"))]
    for index in bare:
        last = lines[-1].rstrip("\r\n")
        lines[index] += lines[-1][len(last) :]
        lines[-1] = last
    return lines
