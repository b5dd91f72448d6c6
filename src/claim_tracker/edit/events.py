"""The events of a YAML text, each with its place, and which of them is part of which."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from claim_tracker.yaml.recovery import without_blank_tabs

_MARKS = 6
"""Numbers that tell where an event stands."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `start` and `end` are indices of the text; lines and columns count from 0.

    `value` is the text of a scalar, and `style` how it is written: `'`, `"`, `|`, `>`, or nothing
    for a plain one; both are "" for any other. `is_block` tells of a collection without brackets.
    """

    kind: type
    value: str
    style: str
    is_block: bool
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_scalar(self) -> bool:
        """Whether this is a text."""
        return self.kind is ScalarEvent

    @property
    def is_block_scalar(self) -> bool:
        """Whether this is a text that `|` or `>` begins."""
        return self.style in ("|", ">")

    @property
    def last_line(self) -> int:
        """The last line on which it stands."""
        return self.end_line - (self.is_block_scalar and self.end_column == 0)


class EventList:
    """Events in order, kept as columns of numbers and texts: objects take five times the memory."""

    def __init__(self, parsed: Iterable[Any]) -> None:
        self._kinds: list[type] = []
        self._values: list[str] = []
        self._styles: list[str] = []
        self._block = bytearray()
        self._marks = array("L")
        for event in parsed:
            self._add(event)

    def _add(self, event: Any) -> None:
        kind, start, end = type(event), event.start_mark, event.end_mark
        is_scalar = kind is ScalarEvent
        self._kinds.append(kind)
        self._values.append(event.value if is_scalar else "")
        self._styles.append(event.style or "" if is_scalar else "")
        self._block.append(issubclass(kind, CollectionStartEvent) and event.flow_style is False)
        self._marks.extend((start.index, end.index, start.line, start.column, end.line, end.column))

    def __getitem__(self, place: int) -> Event:
        marks = self._marks[place * _MARKS : (place + 1) * _MARKS]
        return Event(
            self._kinds[place],
            self._values[place],
            self._styles[place],
            bool(self._block[place]),
            *marks,
        )

    def __iter__(self) -> Iterator[Event]:
        return map(self.__getitem__, range(len(self._kinds)))

    @property
    def kinds(self) -> Sequence[type]:
        """The kind of each event."""
        return self._kinds


@dataclass(frozen=True)
class Events:
    """The events of a text in order; places in the list stand for what they begin."""

    listed: EventList

    def stop(self, place: int) -> int:
        """The place after all that belongs to what begins at a place."""
        return self._nesting[1].get(place, place + 1)

    def parent(self, place: int) -> int | None:
        """The place of the list or mapping that holds what begins at a place."""
        parent = self._nesting[0][place]
        return parent or None

    def children(self, place: int) -> Iterator[int]:
        """The items of a list; of a mapping its keys and values in turn."""
        child = place + 1
        while child < self.stop(place) - 1:
            yield child
            child = self.stop(child)

    def pairs(self, place: int) -> list[tuple[int, int]]:
        """The keys of a mapping with their values."""
        children = list(self.children(place))
        return list(zip(children[::2], children[1::2], strict=True))

    def is_mapping(self, place: int) -> bool:
        """Whether a mapping begins at a place."""
        return self.listed[place].kind is MappingStartEvent

    @cached_property
    def _nesting(self) -> tuple["array[int]", dict[int, int]]:
        """The parent of each place (0 where it has none), and where each collection stops."""
        parents = array("L")
        stops: dict[int, int] = {}
        opened: list[int] = []
        for place, kind in enumerate(self.listed.kinds):
            parents.append(opened[-1] if opened else 0)
            if issubclass(kind, CollectionEndEvent):
                stops[opened.pop()] = place + 1
            elif issubclass(kind, CollectionStartEvent):
                opened.append(place)
        return parents, stops


def events_of(text: str) -> Events:
    """The events of a text, in which tabs may be blanks. Raises YAMLError where it is no YAML."""
    try:
        return Events(EventList(_parsed(text)))
    except YAMLError:
        spaced = without_blank_tabs(text)
        if spaced == text:
            raise
        return Events(EventList(_parsed(spaced)))


def _parsed(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        event: Any = None
        while type(event) is not StreamEndEvent:
            event = parser.get_event()
            yield event
    finally:
        parser.dispose()
