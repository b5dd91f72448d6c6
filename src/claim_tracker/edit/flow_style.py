"""Items of a list or a mapping in flow style: where they go."""

import re
from collections.abc import Sequence

from claim_tracker.edit.edits import Splice
from claim_tracker.edit.events import Events
from claim_tracker.yaml.lines import LINE_END

_PART = re.compile(r"#[^\r\n]*|,|[^#,]")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")


def in_brackets(events: Events, node: int, position: int, items: Sequence[str]) -> list[Splice]:
    """Return the splices that put items into a list, or fields into a mapping, at a position.

    They get lines of their own where their neighbour has one; a comma at the end, and a comment
    behind a comma, stay where they are.
    """
    text, spans = events.text, events.member_spans(node)
    opened, closed = events.listed[node].end, events.listed[events.stop(node) - 1].start
    if not spans:
        at = closed if LINE_END.search(text, opened, closed) else opened
        return [(at, at, ", ".join(items))]
    start, end = spans[max(position - 1, 0)]
    own = _own_line(text, start)
    gap = own or " "
    new = f",{gap}".join(items)
    if position == 0:
        return [(start, start, f"{new},{gap}")]
    last = position == len(spans)
    comma = _comma(text, end, closed if last else spans[position][0])
    after = end if comma is None else comma
    rest = _REST.match(text, after)
    at = rest.end() if own and rest is not None else after
    if comma is not None:
        return [(at, at, f"{gap}{new},")]
    return [(end, end, ","), (at, at, f"{gap}{new}")]


def is_quoted(events: Events, node: int) -> bool:
    """Whether the names of the fields of a mapping are in double quotes, as in JSON."""
    return events.is_mapping(node) and events.listed[node + 1].style == '"'


def _own_line(text: str, start: int) -> str:
    """Return the line end and the indentation before what begins its line, else nothing."""
    above = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
    indent = text[above + 1 : start]
    if above < 0 or indent.strip(" \t"):
        return ""
    return ("\r\n" if text[above - 1 : above + 1] == "\r\n" else text[above]) + indent


def _comma(text: str, start: int, stop: int) -> int | None:
    """Return the index after the comma between two indices, outside of comments."""
    parts = _PART.finditer(text, start, stop)
    return next((part.end() for part in parts if part[0] == ","), None)
