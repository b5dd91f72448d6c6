"""The lines of an item of a list in block style, and of the comments that belong to it."""

from collections.abc import Sequence

from claim_tracker.edit.events import Events


def dash_line(lines: Sequence[str], line: int, free: int, column: int) -> int | None:
    """Return the line of the dash of an item whose content begins on `line`, None above `free`."""
    while line >= free:
        if lines[line].startswith(" " * column + "-"):
            return line
        line -= 1
    return None


def after_content(lines: Sequence[str], events: Events, node: int) -> int:
    """Return the line after the last one with content of a node.

    The empty lines below a block scalar that keeps them (`|+`) are part of it.
    """
    inside = map(events.listed.__getitem__, range(node, events.stop(node)))
    content = [event for event in inside if event.end > event.start or event.is_scalar]
    end = max(content, key=lambda event: event.last_line)
    last = min(end.last_line, len(lines) - 1)
    while not lines[last].strip() and not (end.is_block_scalar and end.value.endswith("\n\n")):
        last -= 1
    return last + 1


def first_comment(lines: Sequence[str], dash: int, free: int) -> int:
    """Return the first line, from `free` on, of the comments directly above a dash."""
    while dash > free and _is_comment(lines[dash - 1]):
        dash -= 1
    return dash


def after_comments(lines: Sequence[str], line: int, column: int) -> int:
    """Return the line after the comments below an item that are indented as part of it."""
    while line < len(lines) and _is_comment(lines[line]) and _indent(lines[line]) > column:
        line += 1
    return line


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
