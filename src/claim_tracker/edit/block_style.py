"""Items of a list in block style: where they go, and how they are indented."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from claim_tracker.edit.edits import Splice, end_of_line
from claim_tracker.edit.events import Events
from claim_tracker.edit.flow_style import is_quoted
from claim_tracker.edit.item_lines import after_content, first_line, separated
from claim_tracker.edit.yaml_writer import STEP, WIDTH, Fields, flow, item
from claim_tracker.yaml.lines import after_comments, empty_lines_above, first_comment


@dataclass(frozen=True, slots=True)
class _ItemLayout:
    """The columns, from 0, of the dash of an item and of its fields."""

    dash: int
    fields: int

    def lines(self, items: Iterable[Fields]) -> list[str]:
        """Return items in block style, as lines without their ends."""
        return [line for fields in items for line in item(fields, self.dash, self.fields)]

    def line(self, fields: Fields, *, quoted: bool) -> str:
        """Return an item in flow style behind its dash."""
        return f"{' ' * self.dash}-".ljust(self.fields) + flow(fields, quoted=quoted)


class BlockStyle:
    """The lists of a text in block style."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._known_steps: dict[tuple[int, str], tuple[int, int]] = {}

    def in_list(self, node: int, position: int, items: Sequence[Fields]) -> list[Splice]:
        """Return the splices that put items into a list that has some, at a position.

        They are indented as their neighbour is, and in flow style where that is and the line is
        short; as many empty lines separate them as the others.
        """
        events, there = self._events, self._events.children(node)
        start = first_line(events, node, there[0])
        if start is None:
            return []
        neighbour = there[max(position - 1, 0)]
        apart = _empty_lines(events, node, there)
        new = [_beside(events, node, neighbour, fields) for fields in items]
        if position == 0:
            return [inserted(events, start, [line for it in new for line in (*it, *[""] * apart)])]
        at = after_comments(
            events.lines, after_content(events, neighbour), events.listed[node].column
        )
        return [inserted(events, at, separated(events, neighbour, at, new, apart))]

    def in_empty_value(self, key: int, items: Sequence[Fields]) -> list[Splice]:
        """Return the splices that put a list below a key with null or empty brackets."""
        name, holder = self._events.listed[key], self._events.parent(key)
        dash, inside = self._steps(holder, name.value) if holder is not None else (STEP, STEP)
        layout = _ItemLayout(name.column + dash, name.column + dash + inside)
        return below_key(self._events, key, layout.lines(items))

    def in_new_field(self, holder: int, name: str, items: Sequence[Fields]) -> list[Splice]:
        """Return the splices that add a field with a list to a mapping in a list."""
        events, parent = self._events, self._events.parent(holder)
        outer = events.listed[parent].column if parent is not None else 0
        column = events.listed[holder].column
        at = after_comments(events.lines, after_content(events, holder), outer)
        dash, inside = self._steps(holder, name)
        lines = _ItemLayout(column + dash, column + dash + inside).lines(items)
        return [inserted(events, at, [f"{' ' * column}{name}:", *lines])]

    def _steps(self, holder: int, name: str) -> tuple[int, int]:
        """Return how far a dash is indented below its key, and the fields behind the dash.

        It is taken from the same field of another mapping in the list, else from that list itself.
        """
        outer = self._events.parent(holder)
        if outer is None or not self._events.listed[outer].is_block:
            return STEP, STEP
        known = self._known_steps.get((outer, name))
        if known is None:
            known = self._known_steps[outer, name] = self._steps_beside(outer, name)
        return known

    def _steps_beside(self, outer: int, name: str) -> tuple[int, int]:
        events = self._events
        for each in events.children(outer):
            for key, value in events.pairs(each):
                if events.listed[key].value == name and events.listed[value].is_block:
                    return _steps_of(events, key)
        return _steps_of(events, outer - 1)


def _steps_of(events: Events, key: int) -> tuple[int, int]:
    dash, first = events.listed[key + 1].column, events.listed[key + 2].column
    return max(dash - events.listed[key].column, 0), max(first - dash, STEP)


def _beside(events: Events, node: int, neighbour: int, fields: Fields) -> list[str]:
    """Return the lines of an item of a list as its neighbour is written."""
    event, dash = events.listed[neighbour], events.listed[node].column
    layout = _ItemLayout(dash, max(event.column, dash + STEP))
    if event.is_block:
        return layout.lines([fields])
    line = layout.line(fields, quoted=is_quoted(events, neighbour))
    return [line] if len(line) <= WIDTH else _ItemLayout(dash, dash + STEP).lines([fields])


def _empty_lines(events: Events, node: int, items: Sequence[int]) -> int:
    """Return how many empty lines separate the items; of one item, the lines above its list."""
    if len(items) > 1:
        start = first_line(events, node, items[-1])
    else:
        start = first_comment(events.lines, events.listed[node - 1].line, 0)
    return empty_lines_above(events.lines, start) if start is not None else 0


def below_key(events: Events, key: int, new: Iterable[str]) -> list[Splice]:
    """Return the splices that put lines below a key in the place of null or empty brackets.

    None where the brackets are on several lines, which may have comments.
    """
    value, end = events.listed[key + 1], events.listed[events.stop(key + 1) - 1]
    if value.line != end.end_line:
        return []
    start = value.start
    while value.start < end.end and events.text[start - 1] in " \t":
        start -= 1
    return [(start, end.end, ""), inserted(events, end.end_line + 1, new)]


def inserted(events: Events, at: int, new: Iterable[str]) -> Splice:
    """Return the splice that puts whole lines before another, with the line end used above it."""
    above = events.lines[at - 1] if at else ""
    end = next(filter(None, map(end_of_line, chain((above,), events.lines))), "\n")
    start = events.starts[at]
    if at and not end_of_line(above):
        return start, start, end + end.join(new)
    return start, start, "".join(f"{line}{end}" for line in new)
