"""The events of a YAML text, each with its place, and which of them is part of which."""

from collections.abc import Iterator
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


@dataclass(frozen=True)
class Events:
    """The events of a text in order; places in the list stand for what they begin."""

    listed: tuple[Event, ...]

    def stop(self, place: int) -> int:
        """The place after all that belongs to what begins at a place."""
        return self._nesting[1].get(place, place + 1)

    def parent(self, place: int) -> int | None:
        """The place of the list or mapping that holds what begins at a place."""
        return self._nesting[0].get(place)

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
    def _nesting(self) -> tuple[dict[int, int], dict[int, int]]:
        """The parent of each place, and where each list and mapping stops."""
        parents: dict[int, int] = {}
        stops: dict[int, int] = {}
        opened: list[int] = []
        for place, event in enumerate(self.listed):
            if issubclass(event.kind, CollectionEndEvent):
                stops[opened.pop()] = place + 1
                continue
            if opened:
                parents[place] = opened[-1]
            if issubclass(event.kind, CollectionStartEvent):
                opened.append(place)
        return parents, stops


def events_of(text: str) -> Events:
    """The events of a text, in which tabs may be blanks. Raises YAMLError where it is no YAML."""
    try:
        return Events(tuple(_event(event) for event in _parsed(text)))
    except YAMLError:
        spaced = without_blank_tabs(text)
        if spaced == text:
            raise
        return Events(tuple(_event(event) for event in _parsed(spaced)))


def _parsed(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        event: Any = None
        while type(event) is not StreamEndEvent:
            event = parser.get_event()
            yield event
    finally:
        parser.dispose()


def _event(event: Any) -> Event:
    kind = type(event)
    is_scalar = kind is ScalarEvent
    start, end = event.start_mark, event.end_mark
    return Event(
        kind,
        event.value if is_scalar else "",
        event.style or "" if is_scalar else "",
        issubclass(kind, CollectionStartEvent) and event.flow_style is False,
        start.index,
        end.index,
        start.line,
        start.column,
        end.line,
        end.column,
    )
