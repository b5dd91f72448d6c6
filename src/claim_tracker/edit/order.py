"""Putting the updates of a claim in order, with the comments that belong to them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from claim_tracker.dates import DateError, parse_day
from claim_tracker.edit.edits import Ordering, lines_of
from claim_tracker.edit.events import Events
from claim_tracker.edit.item_lines import after_comments, after_content, dash_line, first_comment
from claim_tracker.text.diagnostic import Finding

_IMPOSSIBLE = ("E207", "E208")


def updates_in_order(text: str, events: Events, findings: Sequence[Finding]) -> Iterator[Ordering]:
    """Each list of updates that E209 is about, oldest first.

    A list is left alone in flow style, where an item has no single day as its `date`, where
    a date in it is impossible (E207, E208) and so cannot be sorted by, and where a comment
    belongs to no item.
    """
    found = [finding for finding in findings if finding.code == "E209"]
    scalars = events.scalars() if found else {}
    lists = dict.fromkeys(
        _list_around(events, scalars.get((finding.span.line, finding.span.column)))
        for finding in found
    )
    lines = lines_of(text) if found else []
    impossible = {finding.span.line - 1 for finding in findings if finding.code in _IMPOSSIBLE}
    for sequence in lists:
        if sequence is not None and not _lines(events, sequence) & impossible:
            yield from _ordering(lines, events, sequence)


def _list_around(events: Events, place: int | None) -> int | None:
    """The place of the list that holds the mapping of a scalar."""
    mapping = events.parent(place) if place is not None else None
    sequence = events.parent(mapping) if mapping is not None else None
    return sequence if sequence is not None and events.listed[sequence].is_block else None


def _lines(events: Events, place: int) -> set[int]:
    inside = events.listed[place : events.stop(place)]
    return {event.line for event in inside if event.is_scalar}


def _ordering(lines: Sequence[str], events: Events, sequence: int) -> Iterator[Ordering]:
    items = list(events.children(sequence))
    days = [_day(events, item) for item in items]
    known = [day for day in days if day is not None]
    order = sorted(range(len(known)), key=known.__getitem__)
    bare = all(event.is_bare for event in events.listed[sequence : events.stop(sequence)])
    if len(known) < len(items) or not bare or order == list(range(len(items))):
        return
    chunks = _chunks(lines, events, sequence)
    if chunks is not None:
        yield Ordering(
            events.listed[sequence - 1].line + 1,
            f"{len(items)} updates are in order",
            tuple(order),
            chunks,
            tuple(range(item, events.stop(item)) for item in items),
        )


def _day(events: Events, item: int) -> date | None:
    """The date of an update; None when it is not one single day."""
    if not events.is_mapping(item):
        return None
    pairs = events.pairs(item)
    dates = [value for key, value in pairs if events.listed[key].value == "date"]
    if len(dates) != 1:
        return None
    try:
        return parse_day(events.listed[dates[0]].value).earliest
    except DateError:
        return None


def _chunks(lines: Sequence[str], events: Events, sequence: int) -> tuple[range, ...] | None:
    """The lines of each item with its comments; None when they are not whole lines of its own.

    A comment that is indented below an item belongs to it; one directly above the dash of an
    item belongs to that one.
    """
    column = events.listed[sequence].column
    starts: list[int] = []
    stops: list[int] = []
    for item in events.children(sequence):
        free = stops[-1] if stops else events.listed[sequence - 1].last_line + 1
        dash = dash_line(lines, events.listed[item].line, free, column)
        if dash is None:
            return None
        starts.append(first_comment(lines, dash, free))
        stops.append(after_comments(lines, after_content(lines, events, item), column))
    gaps = (lines[stop:start] for stop, start in zip(stops, starts[1:], strict=False))
    if any(line.strip() for gap in gaps for line in gap):
        return None
    chunks = tuple(range(*both) for both in zip(starts, stops, strict=True))
    apart = all(one.stop <= other.start for one, other in pairwise(chunks))
    return chunks if apart and all(chunks) else None
