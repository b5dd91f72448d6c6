"""An item of a list in block style: where it goes, and how it is indented."""

from collections.abc import Sequence
from dataclasses import dataclass

from claim_tracker.edit.edits import Splice, lines_of
from claim_tracker.edit.events import Events
from claim_tracker.edit.flow_style import is_quoted
from claim_tracker.edit.item_lines import after_comments, after_content, dash_line, first_comment
from claim_tracker.edit.yaml_writer import WIDTH, Fields, block, flow

_STEP = 2


@dataclass(frozen=True, slots=True)
class _ItemLayout:
    """The columns, from 0, of the dash of an item and of its fields."""

    dash: int
    fields: int

    def lines(self, fields: Fields) -> list[str]:
        """Return an item in block style, as lines without their ends."""
        first, *rest = block(fields, self.fields)
        return [f"{' ' * self.dash}-{first[self.dash + 1 :]}", *rest]

    def line(self, fields: Fields, *, quoted: bool) -> str:
        """Return an item in flow style behind its dash."""
        return f"{' ' * self.dash}-".ljust(self.fields) + flow(fields, quoted=quoted)


def in_block_list(
    text: str, events: Events, node: int, position: int, fields: Fields
) -> list[Splice]:
    """Return the splices that put an item into a list that has items, at a position.

    It is indented as its neighbour is, and in flow style where that is and the line is short;
    as many empty lines separate it as the others.
    """
    lines, items = lines_of(text), list(events.children(node))
    neighbour = items[max(position - 1, 0)]
    event, column = events.listed[neighbour], events.listed[node].column
    start = _first_line(lines, events, node, items[0])
    if start is None:
        return []
    layout = _ItemLayout(column, max(event.column, column + _STEP))
    new = layout.lines(fields)
    if not event.is_block:
        line = layout.line(fields, quoted=is_quoted(events, neighbour))
        new = [line] if len(line) <= WIDTH else _ItemLayout(column, column + _STEP).lines(fields)
    spacing = [""] * _empty_lines(lines, events, node, items)
    if position == 0:
        return [inserted(lines, start, [*new, *spacing])]
    at = after_comments(lines, after_content(lines, events, neighbour), column)
    return [inserted(lines, at, [*spacing, *new])]


def in_empty_value(text: str, events: Events, key: int, fields: Fields) -> list[Splice]:
    """Return the splices that put a list of one item below a key with null or empty brackets."""
    value = events.listed[key + 1]
    end = events.listed[events.stop(key + 1) - 1]
    if value.line != end.end_line:
        return []
    lines = lines_of(text)
    new = _layout(events, key).lines(fields)
    start = value.start
    while value.start < end.end and text[start - 1] in " \t":
        start -= 1
    return [(start, end.end, ""), inserted(lines, end.end_line + 1, new)]


def in_new_field(text: str, events: Events, holder: int, name: str, fields: Fields) -> list[Splice]:
    """Return the splices that add a field with a list of one item to a mapping in a list."""
    lines = lines_of(text)
    parent = events.parent(holder)
    outer = events.listed[parent].column if parent is not None else 0
    column = events.listed[holder].column
    at = after_comments(lines, after_content(lines, events, holder), outer)
    dash, inside = _steps(events, holder, name)
    item = _ItemLayout(column + dash, column + dash + inside).lines(fields)
    return [inserted(lines, at, [f"{' ' * column}{name}:", *item])]


def _layout(events: Events, key: int) -> _ItemLayout:
    """Return how the first item of the list of a key is indented."""
    name, holder = events.listed[key], events.parent(key)
    dash, inside = _steps(events, holder, name.value) if holder is not None else (_STEP, _STEP)
    return _ItemLayout(name.column + dash, name.column + dash + inside)


def _steps(events: Events, holder: int, name: str) -> tuple[int, int]:
    """Return how far a dash is indented below its key, and the fields behind the dash.

    It is taken from the same field of another mapping in the list, else from that list itself.
    """
    outer = events.parent(holder)
    if outer is None or not events.listed[outer].is_block:
        return _STEP, _STEP
    for item in events.children(outer):
        for key, value in events.pairs(item):
            if events.listed[key].value == name and events.listed[value].is_block:
                return _steps_of(events, key)
    return _steps_of(events, outer - 1)


def _steps_of(events: Events, key: int) -> tuple[int, int]:
    dash, first = events.listed[key + 1].column, events.listed[key + 2].column
    return dash - events.listed[key].column, max(first - dash, _STEP)


def _first_line(lines: Sequence[str], events: Events, node: int, item: int) -> int | None:
    """Return the line on which an item begins, with the comments above it."""
    free = events.listed[node - 1].last_line + 1
    dash = dash_line(lines, events.listed[item].line, free, events.listed[node].column)
    return first_comment(lines, dash, free) if dash is not None else None


def _empty_lines(lines: Sequence[str], events: Events, node: int, items: Sequence[int]) -> int:
    """Return how many empty lines separate the items; of one item, the lines above its list."""
    start: int | None = events.listed[node - 1].line
    if len(items) > 1:
        start = _first_line(lines, events, node, items[-1])
    elif start is not None:
        start = first_comment(lines, start, 0)
    count = 0
    while start is not None and start > count and not lines[start - count - 1].strip():
        count += 1
    return count


def inserted(lines: Sequence[str], at: int, new: Sequence[str]) -> Splice:
    """Return the splice that puts whole lines before another, with the line end used above it."""
    start = sum(map(len, lines[:at]))
    above = lines[at - 1]
    ends = (line[len(line.rstrip("\r\n")) :] for line in (above, *lines))
    end = next(filter(None, ends), "\n")
    missing = above == above.rstrip("\r\n")
    text = end + end.join(new) if missing else "".join(f"{line}{end}" for line in new)
    return start, start, text
