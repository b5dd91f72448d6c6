"""Entries of a section of the file, such as `sources`: where they go, and how they are indented."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import ClaimsFile
from claim_tracker.edit.block_style import below_key, inserted
from claim_tracker.edit.edits import Splice
from claim_tracker.edit.events import Events
from claim_tracker.edit.flow_style import in_brackets, is_quoted
from claim_tracker.edit.item_lines import after_content, separated
from claim_tracker.edit.yaml_writer import STEP, WIDTH, Fields, block, flow
from claim_tracker.yaml.lines import after_comments, empty_lines_above, first_comment


class SectionEntry(NamedTuple):
    """An entry to insert: its lines in block style below a column, and its text in flow style.

    `lines` gets the column of the key and whether the entry beside it is in flow style; `flow`
    whether names are in double quotes, and is None where it would lose a comment.
    """

    lines: Callable[[int, bool], list[str]]
    flow: Callable[[bool], str | None]


def section_entry(key: str, fields: Fields) -> SectionEntry:
    """Return the entry that has these fields under a key."""

    def lines(column: int, in_flow: bool) -> list[str]:
        start = f"{' ' * column}{flow(key)}:"
        line = f"{start} {flow(fields)}"
        return [line] if in_flow and len(line) <= WIDTH else [start, *block(fields, column + STEP)]

    return SectionEntry(lines, lambda quoted: flow({key: fields}, quoted=quoted)[1:-1])


def entry_splices(
    events: Events, section: str, entries: Sequence[SectionEntry]
) -> Iterator[list[Splice]]:
    """Yield ways to insert entries at the end of a section, present or not, the best first."""
    root = events.at(())
    pairs = events.pairs(root)
    found = [(key, value) for key, value in pairs if events.listed[key].value == section]
    if not found and events.listed[root].is_block:
        yield _in_new_section(events, section, entries)
    elif not found:
        quoted = is_quoted(events, root)
        new = _flows(entries, quoted=quoted)
        if new is not None:
            field = f"{flow(section, quoted=quoted)}: {{{', '.join(new)}}}"
            yield in_brackets(events, root, _index(events, section), [field])
    for key, value in found:
        event, count = events.listed[value], len(events.children(value)) // 2
        if event.is_block:
            yield _below_the_last(events, value, entries)
            continue
        if not count:
            yield below_key(events, key, _lines(entries, events.listed[key].column + STEP))
        new = _flows(entries, quoted=is_quoted(events, value)) if not event.is_scalar else None
        if new is not None:
            yield in_brackets(events, value, count, new)


def _lines(entries: Sequence[SectionEntry], column: int) -> list[str]:
    return [line for entry in entries for line in entry.lines(column, True)]


def _flows(entries: Sequence[SectionEntry], *, quoted: bool) -> list[str] | None:
    """Return the texts of entries in flow style, or None if one cannot be written so."""
    made = [entry.flow(quoted) for entry in entries]
    return None if None in made else [entry for entry in made if entry is not None]


def _below_the_last(events: Events, section: int, entries: Sequence[SectionEntry]) -> list[Splice]:
    """Return the splices that put entries below the others, as far apart as these are."""
    lines, pairs = events.lines, events.pairs(section)
    column = events.listed[section].column
    last_key, last = pairs[-1]
    start = first_comment(lines, events.listed[last_key].line, 0)
    apart = empty_lines_above(lines, start) if len(pairs) > 1 else 0
    in_flow = not events.listed[last].is_block and not events.listed[last].is_scalar
    at = after_comments(lines, after_content(events, section), column - 1)
    new = [entry.lines(column, in_flow) for entry in entries]
    return [inserted(events, at, separated(events, section, at, new, apart))]


def _in_new_section(events: Events, section: str, entries: Sequence[SectionEntry]) -> list[Splice]:
    """Return the splices that put a new section where it stands in the order of the format.

    An empty line parts it from the next section where one parts that from the section above.
    """
    root = events.at(())
    index, pairs = _index(events, section), events.pairs(root)
    column = events.listed[root].column
    new = [f"{' ' * column}{section}:", *_lines(entries, column + STEP)]
    above = after_content(events, pairs[index - 1][1]) if index else 0
    free = after_comments(events.lines, above, column) if index else 0
    if index == len(pairs):
        return [inserted(events, free, new)]
    at = first_comment(events.lines, events.listed[pairs[index][0]].line, free)
    is_apart = at > 0 and not events.lines[at - 1].strip()
    return [inserted(events, at, [*new, *[""] * is_apart])]


def _index(events: Events, section: str) -> int:
    """Return how many sections of the file stand above the first that comes after a section."""
    order = list(fields_of(ClaimsFile))
    later: Sequence[str] = order[order.index(section) + 1 :]
    names = [events.listed[key].value for key, _ in events.pairs(events.at(()))]
    return next((index for index, name in enumerate(names) if name in later), len(names))
