"""Where an item goes in a list or mapping in flow style."""

import re

from claim_tracker.edit.edits import Splice
from claim_tracker.edit.events import Events

_PART = re.compile(r"#[^\r\n]*|,|[^#,]")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")
_END = re.compile(r"\r\n|\r|\n")


def in_brackets(text: str, events: Events, place: int, position: int, new: str) -> list[Splice]:
    """Put an item into a list, or a field into a mapping, before what has the position now.

    It has a line of its own where its neighbour has one; a comma at the end, and a comment
    behind a comma, stay where they are.
    """
    spans = _spans(events, place)
    opened, closed = events.listed[place].end, events.listed[events.stop(place) - 1].start
    if not spans:
        at = closed if _END.search(text, opened, closed) else opened
        return [(at, at, new)]
    start, end = spans[max(position - 1, 0)]
    own = _own_line(text, start)
    if position == 0:
        return [(start, start, f"{new},{own or ' '}")]
    last = position == len(spans)
    comma = _comma(text, end, closed if last else spans[position][0])
    after = end if comma is None else comma
    rest = _REST.match(text, after)
    at = rest.end() if own and rest is not None else after
    if comma is not None:
        return [(at, at, f"{own or ' '}{new},")]
    return [(end, end, ","), (at, at, f"{own or ' '}{new}")]


def is_quoted(events: Events, place: int) -> bool:
    """Whether the names of the fields of a mapping are in double quotes, as in JSON."""
    return events.is_mapping(place) and events.listed[place + 1].style == '"'


def _spans(events: Events, place: int) -> list[tuple[int, int]]:
    """From where to where each item of a list, or each field of a mapping, is written."""
    parts = list(events.children(place))
    pairs = events.pairs(place) if events.is_mapping(place) else [(part, part) for part in parts]
    return [
        (events.listed[first].start, events.listed[events.stop(last) - 1].end)
        for first, last in pairs
    ]


def _own_line(text: str, start: int) -> str:
    """The line end and the indentation before something that begins its line, else nothing."""
    above = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
    indent = text[above + 1 : start]
    if above < 0 or indent.strip(" \t"):
        return ""
    return ("\r\n" if text[above - 1 : above + 1] == "\r\n" else text[above]) + indent


def _comma(text: str, start: int, stop: int) -> int | None:
    """The index after the comma between two indices, outside of comments."""
    parts = _PART.finditer(text, start, stop)
    return next((part.end() for part in parts if part[0] == ","), None)
