"""An entry of a section of the file, such as `sources`: where it goes, and how it is indented."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import ClaimsFile
from claim_tracker.edit.block_style import inserted
from claim_tracker.edit.edits import Splice, lines_of, spliced
from claim_tracker.edit.events import Events, events_of
from claim_tracker.edit.flow_style import in_brackets, is_quoted
from claim_tracker.edit.insert import ended_root
from claim_tracker.edit.item_lines import after_comments, after_content, first_comment
from claim_tracker.edit.yaml_writer import WIDTH, Fields, block, flow
from claim_tracker.yaml import Document, read

STEP = 2


class SectionEntry(NamedTuple):
    """An entry to insert: its lines in block style below a column, and its text in flow style.

    `lines` gets the column of the key and whether the entry beside it is in flow style; `flow`
    whether names are in double quotes, and is None where it would lose a comment.
    """

    lines: Callable[[int, bool], list[str]]
    flow: Callable[[bool], str | None]


def with_entry(document: Document, section: str, key: str, fields: Fields) -> Document | None:
    """Return a file with one more entry in a section, every other character unchanged.

    The new text was read again: its data are the old data and the entry. None for a file with
    problems, one that has the key, and where no insertion gives these data.
    """
    if document.problems or not document.complete or key in (document.root.get(section) or ()):
        return None
    text, wanted = document.text.written, copy(ended_root(document))
    wanted[section] = {**(wanted.get(section) or {}), key: dict(fields)}
    for splices in entry_splices(text, events_of(text), section, entry_of(key, fields)):
        new = read(document.name, spliced(text, splices).encode())
        if new.root == wanted and not new.problems:
            return new
    return None


def entry_of(key: str, fields: Fields) -> SectionEntry:
    """Return the entry that has these fields under a key."""

    def lines(column: int, in_flow: bool) -> list[str]:
        start = f"{' ' * column}{flow(key)}:"
        line = f"{start} {flow(fields)}"
        return [line] if in_flow and len(line) <= WIDTH else [start, *block(fields, column + STEP)]

    return SectionEntry(lines, lambda quoted: flow({key: fields}, quoted=quoted)[1:-1])


def entry_splices(
    text: str, events: Events, section: str, entry: SectionEntry
) -> Iterator[list[Splice]]:
    """Yield ways to insert an entry at the end of a section, present or not, the best first."""
    root = events.at(())
    in_block = events.listed[root].is_block
    pairs = events.pairs(root)
    found = [(key, value) for key, value in pairs if events.listed[key].value == section]
    if not found and in_block:
        yield _in_new_section(text, events, section, entry)
    elif not found:
        quoted = is_quoted(events, root)
        new = entry.flow(quoted)
        if new is not None:
            yield in_brackets(
                text,
                events,
                root,
                _index(events, section),
                f"{flow(section, quoted=quoted)}: {{{new}}}",
            )
    for key, value in found:
        event = events.listed[value]
        if event.is_block:
            yield _below_the_last(text, events, value, entry)
        elif event.is_scalar or not events.pairs(value):
            yield _in_empty_section(text, events, key, entry)
        else:
            new = entry.flow(is_quoted(events, value))
            if new is not None:
                yield in_brackets(text, events, value, len(events.pairs(value)), new)


def _below_the_last(text: str, events: Events, section: int, entry: SectionEntry) -> list[Splice]:
    """Return the splices that put an entry below the others, as far apart as these are."""
    lines, pairs = lines_of(text), events.pairs(section)
    column = events.listed[section].column
    last_key, last = pairs[-1]
    empty = 0
    if len(pairs) > 1:
        start = first_comment(lines, events.listed[last_key].line, 0)
        while not lines[start - empty - 1].strip():
            empty += 1
    in_flow = not events.listed[last].is_block and not events.listed[last].is_scalar
    at = after_comments(lines, after_content(lines, events, section), column - 1)
    return [inserted(lines, at, [*[""] * empty, *entry.lines(column, in_flow)])]


def _in_empty_section(text: str, events: Events, key: int, entry: SectionEntry) -> list[Splice]:
    """Return the splices that put an entry into a section with null or empty braces."""
    value, end = events.listed[key + 1], events.listed[events.stop(key + 1) - 1]
    lines, start = lines_of(text), value.start
    while value.start < end.end and text[start - 1] in " \t":
        start -= 1
    column = events.listed[key].column + STEP
    return [(start, end.end, ""), inserted(lines, end.end_line + 1, entry.lines(column, True))]


def _in_new_section(text: str, events: Events, section: str, entry: SectionEntry) -> list[Splice]:
    """Return the splices that put a new section where it stands in the order of the format.

    An empty line parts it from the next section where one parts that from the section above.
    """
    lines, root = lines_of(text), events.at(())
    index, pairs = _index(events, section), events.pairs(root)
    column = events.listed[root].column
    new = [f"{' ' * column}{section}:", *entry.lines(column + STEP, True)]
    if index == len(pairs):
        return [inserted(lines, after_content(lines, events, root), new)]
    at = first_comment(lines, events.listed[pairs[index][0]].line, 0)
    is_apart = at > 0 and not lines[at - 1].strip()
    if at == 0:
        return [(0, 0, spliced(lines[0], [inserted(lines[:1], 1, new)])[len(lines[0]) :])]
    return [inserted(lines, at, [*new, *[""] * is_apart])]


def _index(events: Events, section: str) -> int:
    """Return how many sections of the file stand above the first that comes after a section."""
    order = list(fields_of(ClaimsFile))
    later: Sequence[str] = order[order.index(section) + 1 :]
    names = [events.listed[key].value for key, _ in events.pairs(events.at(()))]
    return next((index for index, name in enumerate(names) if name in later), len(names))
