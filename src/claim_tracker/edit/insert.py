"""Insertion of claims, updates, sources and places, so that every other byte of a file stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from claim_tracker.dates import DateError, parse_period
from claim_tracker.edit.block_style import BlockStyle
from claim_tracker.edit.edits import Splice, spliced
from claim_tracker.edit.events import Events, yaml_events
from claim_tracker.edit.flow_style import in_brackets, is_quoted
from claim_tracker.edit.section import entry_splices, section_entry
from claim_tracker.edit.yaml_writer import Fields, flow
from claim_tracker.yaml import Document, Path, read

_MAX_SETTLED = 40
"""So many spots at most are settled one by one, each with readings of its own."""


@dataclass(frozen=True)
class Additions:
    """What to insert: claims at the end, sources and places under new keys, and updates.

    `updates` are by the index of their claim, each with its position in the history as it is.
    """

    claims: Sequence[Fields] = ()
    sources: Mapping[str, Fields] = field(default_factory=dict)
    places: Mapping[str, Fields] = field(default_factory=dict)
    updates: Mapping[int, Sequence[tuple[int, Fields]]] = field(default_factory=dict)

    @property
    def sections(self) -> Mapping[str, Mapping[str, Fields]]:
        """Return the new entries of each section that has any."""
        sections = {"sources": self.sources, "places": self.places}
        return {name: entries for name, entries in sections.items() if entries}


def with_additions(document: Document, additions: Additions) -> Document | None:
    """Return a file with additions, every other character unchanged.

    The new text, without a byte order mark, was read again: its data are the old data and the
    additions. None for a file with problems or one that has one of the keys, one without the form
    of a file of claims, and where no insertion gives these data.
    """
    if document.problems or not document.complete or not _has_form(document, additions):
        return None
    events = yaml_events(document.text.written)
    style = BlockStyle(events)
    found = [(single, [*_ways(events, style, single)]) for single in _by_spot(additions)]
    # What is likeliest is right in most files, and of several spots it is tried at once.
    likeliest = [ways[0] for _, ways in found]
    roots = possible_roots(document)
    new = _with_splices(document, roots, likeliest, additions)
    if new is not None or len(found) > _MAX_SETTLED:
        return new
    settled = [
        # The first way that is right where nothing else is inserted, else the likeliest.
        next((way for way in ways if _with_splices(document, roots, [way], single)), ways[0])
        for single, ways in found
    ]
    return _with_splices(document, roots, settled, additions)


def _with_splices(
    document: Document,
    roots: Sequence[dict[str, Any]],
    splices: Sequence[Sequence[Splice]],
    additions: Additions,
) -> Document | None:
    """Return a file with splices; None where it does not have its old data and the additions.

    `roots` are what its old data may be.
    """
    wanted = (_wanted(root, additions) for root in roots)
    return proven(document, chain.from_iterable(splices), wanted)


def proven(document: Document, splices: Iterable[Splice], wanted: Iterable[Any]) -> Document | None:
    """Return a file with splices, read again; None where its data are none that are wanted."""
    new = read(document.name, spliced(document.text.written, splices).encode())
    return new if not new.problems and new.root in wanted else None


def _has_form(document: Document, additions: Additions) -> bool:
    """Whether a file is a mapping as it is written, and the sections that get something can."""
    root = document.root
    if not isinstance(root, dict) or document.composed.above:
        return False
    are_claims = isinstance(root.get("claims"), list | None)
    return are_claims and all(
        isinstance(root.get(name), dict | None) for name in additions.sections
    )


def possible_roots(document: Document) -> list[dict[str, Any]]:
    """Return the data of a document, and those with a line end at its end.

    An insertion there adds one, which belongs to a block scalar that ends the text.
    """
    text = document.text.written
    if text.endswith(("\n", "\r")):
        return [document.root]
    return [document.root, read(document.name, f"{text}\n".encode()).root]


def _wanted(root: dict[str, Any], additions: Additions) -> dict[str, Any]:
    """Return data with additions."""
    wanted = copy(root)
    for name, entries in additions.sections.items():
        wanted[name] = {**(root.get(name) or {}), **entries}
    if not additions.claims and not additions.updates:
        return wanted
    claims = list(root.get("claims") or ())
    for index, updates in additions.updates.items():
        history = list(claims[index].get("updates") or ())
        for position, group in reversed(_by_position(updates)):
            history[position:position] = group
        claims[index] = {**claims[index], "updates": history}
    return {**wanted, "claims": [*claims, *additions.claims]}


def _by_position(updates: Sequence[tuple[int, Fields]]) -> list[tuple[int, list[Fields]]]:
    """Return the updates that go to each position of a history."""
    position = itemgetter(0)
    groups = groupby(sorted(updates, key=position), position)
    return [(at, [fields for _, fields in group]) for at, group in groups]


def _by_spot(additions: Additions) -> Iterator[Additions]:
    """Yield the additions to each spot of a file; of what goes to one spot the first is above."""
    if additions.sources:
        yield Additions(sources=additions.sources)
    if additions.places:
        yield Additions(places=additions.places)
    for index, updates in additions.updates.items():
        for position, group in _by_position(updates):
            yield Additions(updates={index: [(position, fields) for fields in group]})
    if additions.claims:
        yield Additions(claims=additions.claims)


def _ways(events: Events, style: BlockStyle, single: Additions) -> Iterator[list[Splice]]:
    """Yield the ways to insert what goes to one spot, the likeliest first."""
    for name, entries in single.sections.items():
        new = [section_entry(key, fields) for key, fields in entries.items()]
        yield from entry_splices(events, name, new)
    for index, updates in single.updates.items():
        for position, group in _by_position(updates):
            path = ("claims", index, "updates")
            yield from _item_splices(events, style, path, position, group)
    if single.claims:
        yield from _item_splices(events, style, ("claims",), None, single.claims)


def _item_splices(
    events: Events, style: BlockStyle, path: Path, position: int | None, items: Sequence[Fields]
) -> Iterator[list[Splice]]:
    """Yield ways to insert items into the list at a path, at a position or at its end."""
    *outer, name = path
    holder = events.at(outer)
    found = [
        (key, value) for key, value in events.pairs(holder) if events.listed[key].value == name
    ]
    in_block = events.listed[holder].is_block
    quoted = is_quoted(events, holder) and not in_block
    if not found and in_block:
        yield style.in_new_field(holder, str(name), items)
    elif not found:
        new = f"{flow(str(name), quoted=quoted)}: {flow(items, quoted=quoted)}"
        yield in_brackets(events, holder, len(events.pairs(holder)), [new])
    for key, value in found:
        event, there = events.listed[value], events.children(value)
        at = len(there) if position is None else position
        if event.is_block:
            yield style.in_list(value, at, items)
        if in_block and not there:
            yield style.in_empty_value(key, items)
        if event.is_scalar:
            space = "" if events.text[event.start - 1].isspace() else " "
            yield [(event.start, event.end, f"{space}{flow(items, quoted=quoted)}")]
        elif not event.is_block:
            quoted = quoted or is_quoted(events, there[0] if there else value)
            yield in_brackets(events, value, at, [flow(item, quoted=quoted) for item in items])


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
