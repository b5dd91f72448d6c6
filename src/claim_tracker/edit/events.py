"""The events of a YAML text as libyaml has them, each with its position and its parent."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
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

from claim_tracker.edit.edits import lines_of
from claim_tracker.yaml.lines import without_blank_tabs

_KEEPING = re.compile(r"[|>][1-9]?\+")
_MARKS = 6
"""How many numbers hold the position of an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `start` and `end` are indices of the text; lines and columns count from 0.

    `value` is the text of a scalar, and `style` its style: `'`, `"`, `|`, `>`, or "" for a plain
    one; both are "" for other events. `is_block` is true for a collection in block style.
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
        """Whether this is a scalar."""
        return self.kind is ScalarEvent

    @property
    def is_block_scalar(self) -> bool:
        """Whether this is a scalar in literal or folded style (`|` or `>`)."""
        return self.style in ("|", ">")

    @property
    def last_line(self) -> int:
        """Return the last line that the event is on."""
        return self.end_line - (self.is_block_scalar and self.end_column == 0)


class EventList:
    """Events in order, kept in columns: objects take five times the memory."""

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

    def __getitem__(self, node: int) -> Event:
        marks = self._marks[node * _MARKS : (node + 1) * _MARKS]
        return Event(
            self._kinds[node],
            self._values[node],
            self._styles[node],
            bool(self._block[node]),
            *marks,
        )

    def __iter__(self) -> Iterator[Event]:
        return map(self.__getitem__, range(len(self._kinds)))

    @property
    def kinds(self) -> Sequence[type]:
        """Return the kind of each event."""
        return self._kinds


@dataclass(frozen=True, eq=False)
class Events:
    """A text, and its events in order; the index of an event stands for the node that it begins."""

    text: str
    listed: EventList

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines of the text, each with its end."""
        return lines_of(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Return the index of the text at which each line starts, and its length at the end."""
        return [*accumulate(map(len, self.lines), initial=0)]

    def keeps_empty_lines(self, event: Event) -> bool:
        """Whether the empty lines below an event are part of it, as those of `|+` are."""
        return event.is_block_scalar and _KEEPING.match(self.text, event.start) is not None

    def stop(self, node: int) -> int:
        """Return the index after the last event of a node."""
        return self._nesting[1].get(node, node + 1)

    def parent(self, node: int) -> int | None:
        """Return the list or mapping that holds a node; None for the root."""
        parent = self._nesting[0][node]
        return parent or None

    def children(self, node: int) -> Sequence[int]:
        """Return the items of a list; of a mapping its keys and values in turn."""
        known = self._children.get(node)
        if known is None:
            known = self._children[node] = [*self._children_of(node)]
        return known

    def _children_of(self, node: int) -> Iterator[int]:
        child = node + 1
        while child < self.stop(node) - 1:
            yield child
            child = self.stop(child)

    @cached_property
    def _children(self) -> dict[int, Sequence[int]]:
        """The children of the nodes that were asked for, kept as a long list is asked for often."""
        return {}

    def pairs(self, node: int) -> list[tuple[int, int]]:
        """Return the keys of a mapping with their values."""
        children = self.children(node)
        return list(zip(children[::2], children[1::2], strict=True))

    def member_spans(self, node: int) -> list[tuple[int, int]]:
        """Return where each item of a list begins and ends, or each field of a mapping."""
        is_mapping = self.is_mapping(node)
        members = self.pairs(node) if is_mapping else [(it, it) for it in self.children(node)]
        return [
            (self.listed[first].start, self.listed[self.stop(last) - 1].end)
            for first, last in members
        ]

    def is_mapping(self, node: int) -> bool:
        """Whether a node is a mapping."""
        return self.listed[node].kind is MappingStartEvent

    def at(self, path: Sequence[str | int]) -> int:
        """Return the node at a path from the root of a document."""
        node = 2
        for step in path:
            if isinstance(step, int):
                node = self.children(node)[step]
            else:
                pairs = self.pairs(node)
                node = next(value for key, value in pairs if self.listed[key].value == step)
        return node

    @cached_property
    def _nesting(self) -> tuple["array[int]", dict[int, int]]:
        """Return the parent of each event (0 if it has none), and the stop of each collection."""
        parents = array("L")
        stops: dict[int, int] = {}
        opened: list[int] = []
        for node, kind in enumerate(self.listed.kinds):
            parents.append(opened[-1] if opened else 0)
            if issubclass(kind, CollectionEndEvent):
                stops[opened.pop()] = node + 1
            elif issubclass(kind, CollectionStartEvent):
                opened.append(node)
        return parents, stops


def yaml_events(text: str) -> Events:
    """Return the events of a text, with tabs as blanks. Raises YAMLError for a fault of syntax."""
    try:
        return Events(text, EventList(_parsed(text)))
    except YAMLError:
        spaced = without_blank_tabs(text)
        if spaced == text:
            raise
        return Events(text, EventList(_parsed(spaced)))


def _parsed(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        event: Any = None
        while type(event) is not StreamEndEvent:
            event = parser.get_event()
            yield event
    finally:
        parser.dispose()
