"""The events of a YAML text, each with its place, and which of them is part of which."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from claim_tracker.yaml.recovery import without_blank_tabs

Said = tuple[object, ...]
"""What an event says, without where it stands."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `start` and `end` are indices of the text; lines and columns count from 0.

    `said` is all of it but its place; `value` is the text of a scalar, and "" of any other.
    """

    kind: type
    said: Said
    value: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def style(self) -> str:
        """How a scalar is written: `'`, `"`, `|`, `>`, or nothing for a plain one."""
        return str(self.said[-1] or "") if self.is_scalar else ""

    @property
    def is_scalar(self) -> bool:
        """Whether this is a text."""
        return self.kind is ScalarEvent

    @property
    def is_bare(self) -> bool:
        """Whether it has no anchor and no tag, and is no alias."""
        return self.kind is not AliasEvent and self.said[1:3] == (None, None)

    @property
    def is_block(self) -> bool:
        """Whether a collection begins here that has no brackets."""
        return issubclass(self.kind, CollectionStartEvent) and self.said[-1] is False

    @property
    def is_block_scalar(self) -> bool:
        """Whether this is a text that `|` or `>` begins."""
        return self.style in ("|", ">")

    @property
    def last_line(self) -> int:
        """The last line on which it stands."""
        return self.end_line - (self.is_block_scalar and self.end_column == 0)

    def with_value(self, value: str) -> Said:
        """What a scalar would say with another value."""
        return (*self.said[:-2], value, self.said[-1])


@dataclass(frozen=True)
class Events:
    """The events of a text in order; places in the list stand for what they begin."""

    listed: tuple[Event, ...]

    @property
    def said(self) -> list[Said]:
        """What all of them say."""
        return [event.said for event in self.listed]

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

    def is_key(self, place: int) -> bool:
        """Whether what begins at a place is a key of a mapping."""
        parent = self.parent(place)
        if parent is None or not self.is_mapping(parent):
            return False
        return any(key == place for key, _ in self.pairs(parent))

    def scalars(self) -> dict[tuple[int, int], int]:
        """The place of each text that is not empty, by its line and column from 1."""
        return {
            (event.line + 1, event.column + 1): place
            for place, event in enumerate(self.listed)
            if event.is_scalar and event.end > event.start
        }

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
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    said: Said = (kind.__name__, anchor, tag)
    if kind is ScalarEvent:
        said = (*said, event.implicit, event.value, event.style)
    elif issubclass(kind, CollectionStartEvent):
        said = (*said, event.implicit, event.flow_style)
    start, end = event.start_mark, event.end_mark
    return Event(
        kind,
        said,
        event.value if kind is ScalarEvent else "",
        start.index,
        end.index,
        start.line,
        start.column,
        end.line,
        end.column,
    )
