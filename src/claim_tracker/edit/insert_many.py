"""Insertion of many claims, updates, sources and places at once, so that every other byte stays."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from claim_tracker.edit.edits import Splice, lines_of, spliced
from claim_tracker.edit.events import Events, events_of
from claim_tracker.edit.item_lines import after_comments, after_content, dash_line, first_comment
from claim_tracker.edit.yaml_writer import Fields, block
from claim_tracker.yaml import Document, read

_STEP = 2


@dataclass(frozen=True)
class Additions:
    """What to insert: claims at the end, sources and places under new keys, and updates.

    `updates` are by the index of their claim, each with its position in the history as it is.
    """

    claims: Sequence[Fields] = ()
    sources: Mapping[str, Fields] | None = None
    places: Mapping[str, Fields] | None = None
    updates: Mapping[int, Sequence[tuple[int, Fields]]] | None = None


def with_additions(document: Document, additions: Additions) -> Document | None:
    """Return a file in block style with additions, every other character unchanged.

    The new text was read again: its data are the old data and the additions. None for a file with
    problems, and where no insertion gives these data.
    """
    if document.problems or not document.complete or not isinstance(document.root, dict):
        return None
    text = document.text.written
    if not text.endswith(("\n", "\r")):
        text += "\n"
        document = read(document.name, text.encode())
    splices = _Inserting(text, events_of(text)).splices(additions)
    if splices is None:
        return None
    new = read(document.name, spliced(text, splices).encode())
    return new if new.root == _wanted(document.root, additions) and not new.problems else None


def _wanted(root: dict[str, Any], additions: Additions) -> dict[str, Any]:
    wanted = copy(root)
    for name, section in (("sources", additions.sources), ("places", additions.places)):
        if section:
            wanted[name] = {**(root.get(name) or {}), **section}
    claims = list(root.get("claims") or ())
    for index, updates in (additions.updates or {}).items():
        history = list(claims[index].get("updates") or ())
        for position in sorted({position for position, _ in updates}, reverse=True):
            history[position:position] = [fields for at, fields in updates if at == position]
        claims[index] = {**claims[index], "updates": history}
    return {**wanted, "claims": [*claims, *additions.claims]}


class _Inserting:
    """The lines of a text, and where things go in it."""

    def __init__(self, text: str, events: Events) -> None:
        self._events = events
        self._lines = lines_of(text)
        self._starts = list(accumulate(map(len, self._lines), initial=0))
        self._end = "\r\n" if self._lines and self._lines[0].endswith("\r\n") else "\n"
        self._fields = (
            {events.listed[key].value: (key, value) for key, value in events.pairs(2)}
            if events.is_mapping(2)
            else {}
        )

    def splices(self, additions: Additions) -> list[Splice] | None:
        """Return the splices of additions; None where one has no place that is sure."""
        if "claims" not in self._fields or not self._events.listed[2].is_block:
            return None
        made = [
            self._section("sources", additions.sources),
            self._section("places", additions.places),
            *(
                splice
                for index, new in (additions.updates or {}).items()
                for splice in self._updates(index, new)
            ),
            self._claims(additions.claims),
        ]
        if any(splice is None for splice in made):
            return None
        return [splice for splice in made if splice is not None and splice[2]]

    def _inserted(self, at: int, lines: Sequence[str]) -> Splice:
        start = self._starts[at]
        return start, start, "".join(f"{line}{self._end}" for line in lines)

    def _section(self, name: str, added: Mapping[str, Fields] | None) -> Splice | None:
        """Return the splice that puts entries under new keys at the end of a section."""
        if not added:
            return 0, 0, ""
        listed = self._events.listed
        if name not in self._fields:
            key, _ = self._fields["claims"]
            at = first_comment(self._lines, listed[key].line, 0)
            return self._inserted(at, [f"{name}:", *entry_lines(added, _STEP), ""])
        key, value = self._fields[name]
        if not listed[value].is_block:
            is_null = listed[value].is_scalar and listed[value].start == listed[value].end
            at = listed[key].end_line + 1
            return self._inserted(at, entry_lines(added, _STEP)) if is_null else None
        column = listed[value].column
        at = after_comments(
            self._lines, after_content(self._lines, self._events, value), column - 1
        )
        return self._inserted(at, entry_lines(added, column))

    def _claims(self, claims: Sequence[Fields]) -> Splice | None:
        """Return the splice that puts claims after the others, with as many empty lines between."""
        if not claims:
            return 0, 0, ""
        listed = self._events.listed
        key, value = self._fields["claims"]
        if not listed[value].is_block:
            is_empty = listed[value].is_scalar or not any(self._events.children(value))
            if not is_empty or listed[key].line != listed[value].end_line:
                return None
            stop = listed[self._events.stop(value) - 1].end
            lines = [line for claim in claims for line in ("", *claim_lines(claim, _STEP))][1:]
            start = listed[key].end
            rest = self._lines[listed[key].line][listed[key].column + len("claims") :]
            if rest.strip() not in (":", ": []", ":[]"):
                return None
            text = ":" + "".join(f"{self._end}{line}" for line in lines)
            return start, max(stop, start + 1), text
        items = list(self._events.children(value))
        column = listed[value].column
        spacing = self._spacing(items, key)
        lines = []
        for claim in claims:
            lines += [*spacing, *claim_lines(claim, column)]
        at = after_content(self._lines, self._events, items[-1])
        return self._inserted(after_comments(self._lines, at, column), lines)

    def _spacing(self, items: Sequence[int], key: int) -> list[str]:
        free = self._events.listed[key].last_line + 1
        event = self._events.listed[items[-1]]
        column = self._events.listed[key + 1].column
        dash = dash_line(self._lines, event.line, free, column)
        if len(items) < 2 or dash is None:
            return [""]
        line = first_comment(self._lines, dash, free)
        return [""] if not self._lines[line - 1].strip() else []

    def _updates(self, index: int, new: Sequence[tuple[int, Fields]]) -> Iterator[Splice | None]:
        """Yield the splices that put updates of a claim at their positions, None for no place."""
        claim = self._claim_nodes[index]
        listed = self._events.listed
        if not listed[claim].is_block:
            yield None
            return
        fields = {listed[k].value: (k, v) for k, v in self._events.pairs(claim)}
        if "updates" not in fields:
            column = listed[claim].column
            lines = [f"{' ' * column}updates:"]
            for _, update in new:
                lines += update_lines(update, column + _STEP)
            outer = listed[self._fields["claims"][1]].column
            at = after_content(self._lines, self._events, claim)
            yield self._inserted(after_comments(self._lines, at, outer), lines)
            return
        key, value = fields["updates"]
        if not listed[value].is_block:
            yield None
            return
        items, column = list(self._events.children(value)), listed[value].column
        for position in sorted({position for position, _ in new}):
            lines = [line for at, it in new if at == position for line in update_lines(it, column)]
            if position < len(items):
                free = listed[key].last_line + 1
                dash = dash_line(self._lines, listed[items[position]].line, free, column)
                start = None if dash is None else first_comment(self._lines, dash, free)
                yield None if start is None else self._inserted(start, lines)
            else:
                at = after_content(self._lines, self._events, items[-1])
                yield self._inserted(after_comments(self._lines, at, column), lines)

    @cached_property
    def _claim_nodes(self) -> list[int]:
        return list(self._events.children(self._fields["claims"][1]))


def entry_lines(section: Mapping[str, Fields], column: int) -> list[str]:
    """Return the lines of sources or places, each under its key."""
    lines = []
    for key, fields in section.items():
        name = block({key: "x"}, column)[0].removesuffix(" x")
        short = block({key: fields}, column)
        is_short = len(short) == 1 and "\n" not in str(fields) and len(fields) < 3
        lines += short if is_short else [name, *block(fields, column + 2)]
    return lines


def claim_lines(fields: Fields, column: int) -> list[str]:
    """Return the lines of a claim in a list, its updates below it each as a list of fields."""
    rest = {name: value for name, value in fields.items() if name != "updates"}
    first, *lines = block(rest, column + 2)
    made = [f"{' ' * column}- {first[column + 2 :]}", *lines]
    updates: Any = fields.get("updates")
    if updates:
        made.append(f"{' ' * (column + 2)}updates:")
        for update in updates:
            made += update_lines(update, column + 4)
    return made


def update_lines(fields: Fields, column: int) -> list[str]:
    """Return the lines of an update in a list."""
    first, *lines = block(fields, column + 2)
    return [f"{' ' * column}- {first[column + 2 :]}", *lines]
