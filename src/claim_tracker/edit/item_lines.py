"""The lines of an item of a list in block style, and of the comments that belong to it."""

from collections.abc import Sequence

from claim_tracker.edit.events import Event, Events
from claim_tracker.yaml.lines import first_comment


def first_line(events: Events, node: int, item: int) -> int | None:
    """Return the line on which an item of a list begins, with the comments above it.

    None where its dash is on none of the lines of the list.
    """
    free = events.listed[node - 1].last_line + 1
    dash = " " * events.listed[node].column + "-"
    for line in range(events.listed[item].line, free - 1, -1):
        if events.lines[line].startswith(dash):
            return first_comment(events.lines, line, free)
    return None


def after_content(events: Events, node: int) -> int:
    """Return the line after the last one with content of a node.

    The empty lines below a block scalar that keeps them (`|+`) are part of it.
    """
    end = _last_with_content(events, node)
    last = min(end.last_line, len(events.lines) - 1)
    while not events.lines[last].strip() and not events.keeps_empty_lines(end):
        last -= 1
    return last + 1


def separated(
    events: Events, above: int, at: int, items: Sequence[Sequence[str]], count: int
) -> list[str]:
    """Return the lines of items to insert at a line below a node, with empty lines before each.

    There are none before the first where they would become part of the node above.
    """
    lines = [line for item in items for line in (*[""] * count, *item)]
    is_part = at == after_content(events, above) and events.keeps_empty_lines(
        _last_with_content(events, above)
    )
    return lines[count:] if is_part else lines


def _last_with_content(events: Events, node: int) -> Event:
    inside = map(events.listed.__getitem__, range(node, events.stop(node)))
    content = [event for event in inside if event.end > event.start or event.is_scalar]
    return max(content, key=lambda event: (event.last_line, event.end))
