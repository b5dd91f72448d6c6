"""Mends of characters that nobody sees and whose loss changes nothing that is read."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from claim_tracker.edit.edits import Removal, lines_of, without_replacements
from claim_tracker.edit.events import Event, Events
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import escape, hidden
from claim_tracker.yaml.decode import NEEDLESS, REPLACEMENT
from claim_tracker.yaml.parser import NULLS


def needless_characters(
    text: str, events: Events, findings: Sequence[Finding]
) -> Iterator[Removal]:
    """The removal of what is needless, from each scalar and from each line between them.

    Needless are soft hyphens, byte order marks and spaces of no width that E213 found. The
    events are those of the text with a replacement character for each that is hidden.
    """
    if not any(finding.code == "E213" for finding in findings):
        return
    faulty = frozenset(hidden(text))
    needless = sorted(at for at in faulty if text[at] in NEEDLESS)
    lines = _Lines(text)
    scalars = [place for place, event in enumerate(events.listed) if event.is_scalar]
    starts = [events.listed[place].start for place in scalars]
    inside: dict[int, list[int]] = {}
    between: list[int] = []
    for at in needless:
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < events.listed[scalars[index]].end:
            inside.setdefault(scalars[index], []).append(at)
        else:
            between.append(at)
    for line, indices in lines.grouped(between):
        yield Removal(line, _words(text, indices), indices, None, frozenset())
    for place, found in inside.items():
        numbers = _numbers(text, events.listed[place], faulty)
        gone = {numbers[at] for at in found if at in numbers}
        for line, indices in lines.grouped(found if _is_left(events.listed[place], gone) else ()):
            replaced = frozenset(numbers[at] for at in indices)
            yield Removal(line, _words(text, indices), indices, place, replaced)


def _numbers(text: str, event: Event, faulty: frozenset[int]) -> dict[int, int]:
    """Which replacement character of the value stands for that at each index of a scalar.

    There are none where that cannot be told.
    """
    stretch = range(event.start, event.end)
    replaced = [at for at in stretch if at in faulty or text[at] == REPLACEMENT]
    if len(replaced) != event.value.count(REPLACEMENT):
        return {}
    return {at: number for number, at in enumerate(replaced)}


def _is_left(event: Event, gone: set[int]) -> bool:
    """Whether a value is still one without some of its replacement characters."""
    return bool(gone) and (
        event.style != "" or without_replacements(event.value, gone) not in NULLS
    )


def _words(text: str, indices: Sequence[int]) -> str:
    kinds = sorted({escape(text[at]) for at in indices})
    return f"without the hidden {', '.join(kinds)}"


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate(map(len, lines_of(text)), initial=0))

    def grouped(self, indices: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The lines, from 1, each with those of the indices, in order, that are on it."""
        for line, found in groupby(indices, lambda at: bisect_right(self._starts, at)):
            yield line, tuple(found)
