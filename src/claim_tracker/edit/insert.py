"""Insertion of an item into a list of a file, so that every other byte stays."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from claim_tracker.dates import DateError, parse_period
from claim_tracker.edit.block_style import in_block_list, in_empty_value, in_new_field
from claim_tracker.edit.edits import Splice, spliced
from claim_tracker.edit.events import Events, events_of
from claim_tracker.edit.flow_style import in_brackets, is_quoted
from claim_tracker.edit.yaml_writer import Fields, flow
from claim_tracker.yaml import Document, Path, read


def with_update(document: Document, claim: int, position: int, fields: Fields) -> Document | None:
    """Return a file with one more update, or None, as `with_claim` does.

    `claim` is the index of its claim, and `position` that of the update in the history.
    """
    return _with_item(document, ("claims", claim, "updates"), position, fields)


def position_by_date(updates: Any, day: date) -> int:
    """Return the index in a history of an update of a day: behind all but those of later days.

    One without a date that can be read counts as one before.
    """
    position = len(updates) if isinstance(updates, list) else 0
    while position and _is_later(updates[position - 1], day):
        position -= 1
    return position


def _is_later(update: Any, day: date) -> bool:
    written = update.get("date") if isinstance(update, Mapping) else None
    try:
        return isinstance(written, str) and parse_period(written).latest > day
    except DateError:
        return False


def with_claim(document: Document, fields: Fields) -> Document | None:
    """Return a file with one more claim at the end, every other character unchanged.

    The new text, without a byte order mark, was read again: its data are the old data and the
    claim. None for a file with problems, and where no insertion gives these data.
    """
    claims = document.root.get("claims") if isinstance(document.root, dict) else None
    position = len(claims) if isinstance(claims, list) else 0
    return _with_item(document, ("claims",), position, fields)


def _with_item(document: Document, path: Path, position: int, fields: Fields) -> Document | None:
    if document.problems or not document.complete:
        return None
    text = document.text.written
    wanted = _with(ended_root(document), path, position, fields)
    for splices in _proposals(text, events_of(text), path, position, fields):
        new = read(document.name, spliced(text, splices).encode()) if splices else document
        if new.root == wanted and not new.problems:
            return new
    return None


def ended_root(document: Document) -> Any:
    """Return the data of a document with a line end at its end, which an insertion needs."""
    text = document.text.written
    ended = text.endswith(("\n", "\r"))
    return document.root if ended else read(document.name, f"{text}\n".encode()).root


def _with(value: Any, path: Path, position: int, fields: Fields) -> Any:
    """Return data with one more item in the list at a path."""
    if not path:
        items = list(value or ())
        return [*items[:position], fields, *items[position:]]
    changed, step = copy(value), path[0]
    inner = value.get(step) if isinstance(value, Mapping) else value[step]
    changed[step] = _with(inner, path[1:], position, fields)
    return changed


def _proposals(
    text: str, events: Events, path: Path, position: int, fields: Fields
) -> Iterator[Sequence[Splice]]:
    """Yield ways to insert an item into the list at a path, the best first."""
    *outer, name = path
    holder = events.at(outer)
    found = [
        (key, value) for key, value in events.pairs(holder) if events.listed[key].value == name
    ]
    in_block = events.listed[holder].is_block
    quoted = is_quoted(events, holder) and not in_block
    item = flow(fields, quoted=quoted)
    if not found and in_block:
        yield in_new_field(text, events, holder, str(name), fields)
    elif not found:
        field = f"{flow(str(name), quoted=quoted)}: [{item}]"
        yield in_brackets(text, events, holder, len(events.pairs(holder)), field)
    for key, value in found:
        event = events.listed[value]
        is_empty = event.is_scalar or not any(events.children(value))
        if event.is_block:
            yield in_block_list(text, events, value, position, fields)
        if in_block and is_empty:
            yield in_empty_value(text, events, key, fields)
        if event.is_scalar:
            space = "" if text[event.start - 1].isspace() else " "
            yield [(event.start, event.end, f"{space}[{item}]")]
        elif not event.is_block:
            inner = next(events.children(value), value)
            quoted = quoted or is_quoted(events, inner)
            yield in_brackets(text, events, value, position, flow(fields, quoted=quoted))
