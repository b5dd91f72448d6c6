"""The fix-its of what lacks its name: lists, mappings, and entries without their key."""

import re
from collections.abc import Iterator

from claim_tracker.yaml.field_names import CLAIM, COLLECTIONS, FIELDS_OF, PARTS, UPDATE
from claim_tracker.yaml.lines import indent_of, is_content
from claim_tracker.yaml.outline import FIELD, ITEM, Region, is_key_line
from claim_tracker.yaml.recovery.fixit import (
    Fixit,
    Replacements,
    content_above,
    content_column,
    insert_missing_name,
    is_format_field,
    is_item_at,
    name_of,
    siblings_end,
    word_of,
)

_SOURCE = re.compile(r"(?:\{[ ]*)?[\"']?(?:source|url|title)[\"']?:[ ]")
_OF_ENTRIES = CLAIM | UPDATE


def list_with_name(region: Region, index: int) -> Iterator[Fixit]:
    """Yield updates or sources below the name of their list, which is missing."""
    lines = region.lines
    item = ITEM.match(lines[index])
    if item is None or region.section != "claims":
        return
    above = [line for line in lines[:index] if is_content(line)]
    column = indent_of(lines[index])
    outer = next((line for line in reversed(above) if indent_of(line) < column), "")
    is_below = is_key_line(outer) and name_of(outer) != "source"
    if name_of(item["value"]) == "date" and not is_below:
        yield insert_missing_name("updates", lines, index, region.indent + 2)
    if _SOURCE.match(item["value"]) and not is_key_line(outer):
        first = index
        while first and is_item_at(lines[first - 1], column):
            first -= 1
        yield insert_missing_name("source", lines, first, column - 2)


def part_with_name(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the fields of a source or a quantity below its name, which is missing."""
    lines = region.lines
    column = indent_of(lines[index])
    above = [line for line in lines[:index][::-1] if is_content(line)]
    outer = next((n for n in map(content_column, above) if n < column), column)
    beside = next((line for line in above if indent_of(line) <= column), "")
    is_named = content_above(lines, index).rstrip().endswith(":")  # be it misspelt or behind signs
    if region.section != "claims" or column == outer or is_named:
        return
    if _is_part(lines[index]) or _is_part(beside):
        return
    if lines[index].lstrip().startswith("-") or not is_format_field(lines[index]):
        return
    end = siblings_end(lines, index)
    names = {name_of(line) for line in lines[index:end] if indent_of(line) == column}
    parts = [name for name, known in PARTS.items() if names <= known and not names <= _OF_ENTRIES]
    if len(parts) != 1:
        return
    # What stands among the fields of an entry may be of a part of it, or of another entry.
    is_beside = indent_of(beside) == column and name_of(beside) in PARTS[parts[0]] | _OF_ENTRIES
    if is_beside or (ITEM.match(beside) is not None and content_column(beside) >= column):
        return
    yield insert_missing_name(parts[0], lines, index, outer)


def _is_part(line: str) -> bool:
    """Whether a line is the name of a list or a mapping, which has its content below."""
    return is_key_line(line) and name_of(line) in COLLECTIONS


def fields_without_key(region: Region, index: int) -> Iterator[Fixit]:
    """Yield fields without their key, below an entry that is whole in its brackets, left out."""
    lines = region.lines
    field = FIELD.match(lines[index]) if region.is_keyed else None
    above = content_above(lines, index)
    is_below = above.rstrip().endswith("}") or (above == lines[0] and not region.is_entry)
    is_below = is_below and indent_of(above) < indent_of(lines[index])
    if field is not None and is_below and field["name"] in FIELDS_OF[region.section]:
        message = f"this entry of `{region.section}` has no key"
        replacements: Replacements = dict.fromkeys(range(index, siblings_end(lines, index)), ())
        advice = "write its key on the line above"
        yield Fixit(replacements, index, advice, message, word_of(lines[index]), loses=True)
