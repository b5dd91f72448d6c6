"""The fix-its of where lines belong: their indentation, and the items, keys and names of lists."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from claim_tracker.text.suggest import one_edit_apart
from claim_tracker.yaml.field_names import (
    CLAIM,
    COLLECTIONS,
    FIELDS,
    LISTS,
    UPDATE,
    section_of,
)
from claim_tracker.yaml.lines import OPENERS, indent_of, is_content
from claim_tracker.yaml.outline import FIELD, ITEM, Region, block_column, is_key_line
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.recovery.fixit import (
    Fixit,
    Replacements,
    block_end,
    content_above,
    content_below,
    content_column,
    dash_at,
    has_id,
    has_more_below,
    is_begun_field,
    is_field,
    is_format_field,
    is_item_at,
    move_to,
    name_of,
    replace_line,
    shift_lines,
    siblings_end,
    word_of,
)
from claim_tracker.yaml.recovery.text_fixits import is_loose

_NO_DASH = "this item of a list has no `- `"
_NO_FIRST_DASH = "the first field of a claim has no `- `"
_ID_ONLY = re.compile(r"[ \t]*(?:(?P<dash>-)[ \t]+)?(?P<id>\w[\w.-]*)[ \t]*(?(dash):?|:)[ \t]*$")
_DOUBLED = re.compile(r"(?P<lead>[ \t]*)(?P<sign>-)[ \t]+-[ \t]+(?P<value>\S.*)$")
_FIRST_FIELDS = frozenset(("id", "date"))
_LATER_FIELDS = (CLAIM | UPDATE) - _FIRST_FIELDS
"""The fields of claims and updates that none of them begins with."""


def set_below(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the list or the mapping that begins on the line of its name, below it."""
    match = FIELD.match(region.lines[index])
    if match is None or match["name"] not in COLLECTIONS or not match["value"]:
        return
    inner, below = FIELD.match(match["value"]), content_below(region.lines, index)
    are_items = match["value"][:2] == below.lstrip()[:2] == "- "
    if are_items and has_more_below(region.lines, index):
        indent = indent_of(below)
    elif inner is not None and inner["name"] in FIELDS:
        indent = max(indent_of(below) - len(inner["lead"]), len(match["lead"]) + 2)
    else:
        return
    lines = (f"{match['lead']}{match['key']}:", f"{' ' * indent}{match['value']}")
    message = f"what belongs to `{match['name']}` begins on its line"
    advice = f"write `{match['value']}` on the next line, indented"
    yield Fixit({index: lines}, index, advice, message, match.span("value"))


def begun_claim(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the first line of a claim with its dash and the name of its id."""
    if region.section != "claims":
        return
    lines = region.lines
    line = lines[index]
    field, only_id = FIELD.match(line), _ID_ONLY.match(line)
    below = lines[index + 1 : block_end(lines, index)]
    if field is not None and field["name"] == "id" and field["value"] and "-" not in field["lead"]:
        if region.is_item and _is_id_of(lines, index):
            return
        dash = dash_at(region.indent, lines, index)
        written, message = f"{dash}{line.lstrip()}", _NO_FIRST_DASH
    elif only_id is None or only_id["id"] in FIELDS or not below:
        return
    elif not only_id["dash"] or name_of(below[0]) == "claim":
        written, message = f"- id: {only_id['id']}", "a claim begins with its `id`"
    else:
        return
    yield replace_line(index, f"{' ' * region.indent}{written}", message, word_of(line))


def _is_id_of(lines: Sequence[str], index: int) -> bool:
    """Whether the id on a line is that of the claim on the first line, and begins no other.

    It begins another one where a field that is above it is there again below it.
    """
    first = FIELD.match(lines[0])
    if first is None or first["name"] not in CLAIM:
        return False
    if any(map(has_id, lines[:index])):
        return False
    column = len(first["lead"])
    return _names_at(column, lines[:index]).isdisjoint(_names_at(column, lines[index + 1 :]))


def _names_at(column: int, lines: Sequence[str]) -> set[str]:
    """Return the names of the fields that begin at a column."""
    fields = filter(None, map(FIELD.match, lines))
    return {field["name"] for field in fields if len(field["lead"]) == column}


def of_other_sections(region: Region, index: int) -> Iterator[Fixit]:
    """Yield sources or places by their keys among claims, as items of these with such ids."""
    lines = region.lines
    entries = list(_entries_of_other_sections(lines, index)) if region.section == "claims" else []
    if not entries or entries[0][2].start != index:
        return
    replacements: Replacements = {}
    for _, field, entry in entries:
        key, value = field["name"], field["value"] or ""
        item = f"{{id: {key}, {value[1:]}" if value.startswith("{") else f"id: {key}"
        by = max(region.indent - len(field["lead"]), 0)
        replacements[entry.start] = (f"{' ' * region.indent}- {item}",)
        replacements |= shift_lines(lines, entry.start + 1, entry.stop, by)
    section, field, _ = entries[0]
    advice = f"move it under `{section}:`, as `{field['name']}:`"
    message = f"this is a {section.removesuffix('s')}"
    yield Fixit(replacements, index, advice, message, word_of(lines[index]), is_only_fix=False)


def _entries_of_other_sections(
    lines: Sequence[str], index: int
) -> Iterator[tuple[str, re.Match[str], range]]:
    """Yield the section, the key and the lines of the sources and places from a line on."""
    first, stop = index, siblings_end(lines, index)
    while first < stop:
        end = block_end(lines, first)
        field = FIELD.match(lines[first])
        if field is not None and not field["lead"].strip() and field["name"] not in FIELDS:
            root = compose("\n".join(lines[first:end]), has_replacements=True).root
            section = section_of(root.get(field["name"])) if isinstance(root, Mapping) else None
            if section is not None:
                yield section, field, range(first, end)
        first = end


def begun_update(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the first line of an update with the dash that the others have."""
    lines, line = region.lines, region.lines[index]
    if name_of(line) != "date" or line.lstrip().startswith("-"):
        return
    items = filter(ITEM.match, lines[:index][::-1] + lines)
    other = next((each for each in items if name_of(each) == "date"), None)
    above = content_above(lines, index)
    if other is not None:
        lead = other[: content_column(other)]
    elif is_key_line(above) and name_of(above) == "updates":
        lead = f"{' ' * (indent_of(above) + 2)}- "
    else:
        return
    yield replace_line(index, lead + line.lstrip(), _NO_DASH, word_of(line))


def first_with_dash(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a line without a dash among the items of a list with one: the first, or this line."""
    lines, line = region.lines, region.lines[index]
    above = [n for n in range(index - 1, -1, -1) if is_content(lines[n])]
    in_list = takewhile(lambda each: not is_key_line(each), (lines[n] for n in above))
    beside = (line, *in_list, content_below(lines, index))
    item = next((each for each in beside if each.lstrip().startswith("- ")), None)
    if item is None:
        item = _item_beside_its_list(lines, above, index)
    if item is None:
        return
    column, child = indent_of(item), index
    key = next((n for n in above if is_key_line(lines[n]) and indent_of(lines[n]) <= column), index)
    if item is line:
        child = next((n for n in range(key + 1, index) if is_content(lines[n])), index)
    written = lines[child].lstrip()
    may_be_mixed = name_of(lines[key]) == "source"
    if _is_mapping(lines[child]) != _is_mapping(item) and not may_be_mixed:
        return
    deeper = indent_of(line) - column
    is_beside = (written[:1] in OPENERS and deeper > 0) or (is_loose(line, region) and not deeper)
    if indent_of(lines[child]) < column or written.startswith("-"):
        return
    if child != index or is_beside:
        fixit = replace_line(child, f"{' ' * column}- {written}", _NO_DASH, word_of(lines[child]))
        # Several words may also go on with the text above.
        is_one_item = child != index or written[:1] in OPENERS or " " not in written.rstrip()
        yield fixit._replace(is_only_fix=is_one_item)


def _item_beside_its_list(lines: Sequence[str], above: Sequence[int], index: int) -> str | None:
    """Return a line as the item of the list whose name is in line with it, directly above."""
    key = lines[above[0]] if above else ""
    is_list = is_key_line(key) and name_of(key) in LISTS
    is_in_line = content_column(key) == indent_of(lines[index])
    is_item = is_list and is_in_line and lines[index].lstrip()[:1] not in ("", *OPENERS)
    return f"{' ' * indent_of(key)}- x" if is_item else None


def _is_mapping(line: str) -> bool:
    """Whether a line begins a mapping, be it an item or not."""
    return FIELD.match(line) is not None or line.lstrip("- \t")[:1] == "{"


def moved(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a line, and then all that is indented below it, at another column."""
    lines = region.lines
    line = lines[index]
    is_item = line.lstrip().startswith("-")
    if not (is_field(line, region) or is_item):
        return
    indent = indent_of(line)
    text_column = block_column(content_above(lines, index))
    for column in _columns(region, index):
        if column == indent and "\t" not in line[:indent]:
            continue
        if text_column is not None and column > text_column and is_format_field(line):
            continue
        tabs_end = _run_end(lines, index, lambda each: each[:1]) if line[0] == "\t" else index + 1
        ends = [index + 1, tabs_end, _run_end(lines, index, indent_of)]
        ends += [block_end(lines, index), siblings_end(lines, index)]
        is_text = is_item and _is_in_block(lines, index, column)  # the `-` may be of no item
        for end in dict.fromkeys(ends):
            fixit = move_to(column, lines, index, end)
            yield fixit._replace(is_only_fix=fixit.is_only_fix and not is_text)


def _is_in_block(lines: Sequence[str], index: int, column: int) -> bool:
    """Whether a line would be in a block text if it began at a column."""
    for line in filter(is_content, lines[:index][::-1]):
        if indent_of(line) < column:
            column = indent_of(line)
            if block_column(line) is not None:
                return True
    return False


def moved_whole(region: Region, _: int) -> Iterator[Fixit]:
    """Yield a claim in line with the others."""
    lines = region.lines
    if region.is_item and region.indent != indent_of(lines[0]):
        yield move_to(region.indent, lines, 0, len(lines))


def moved_key(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the key of an entry in line with the others."""
    field = FIELD.match(region.lines[index]) if region.is_keyed else None
    if field is not None and not field["value"] and field["name"] not in FIELDS:
        yield move_to(region.indent, region.lines, index, index + 1)


def moved_in_line(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a field in line with those above and below it, where these two are in line."""
    lines = region.lines
    if FIELD.match(lines[index]) is None or lines[index].lstrip().startswith("-"):
        return
    column = content_column(content_above(lines, index))
    below = content_below(lines, index)
    if column == indent_of(below) != indent_of(lines[index]):
        yield move_to(column, lines, index, index + 1)


def moved_below_name(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a field, and more and more of those after it, below the key line above."""
    lines = region.lines
    above = content_above(lines, index)
    column = indent_of(lines[index])
    is_begun = is_begun_field(lines[index])
    if is_key_line(above) and content_column(above) == column and not is_begun:
        end = index
        while end < len(lines) and indent_of(lines[end]) == column:
            end = block_end(lines, end)
            yield move_to(column + 2, lines, index, end)


def _columns(region: Region, index: int) -> list[int]:
    """Return the columns at which a line may have to begin, likeliest first."""
    lines = region.lines
    above = [line for line in lines[:index] if is_content(line)]
    below = [line for line in lines[index + 1 :] if is_content(line)]
    start = region.indent if region.is_entry else 0
    if lines[index].lstrip().startswith("-"):
        beside = [*below[:1], *above[::-1]]
        items = [indent_of(line) for line in beside if line.lstrip().startswith("-")]
        return list(dict.fromkeys((*([start] if index == 0 else []), *items, *_nested(above))))
    above = [line for line in above if is_field(line, region) or ITEM.match(line)] or above
    near = [*(content_column(line) for line in above[:-4:-1]), *map(indent_of, below[:1])]
    near += [indent_of(line) for line in above[:-4:-1]]
    field = FIELD.match(lines[index])
    is_key = region.is_keyed and field is not None and field["name"] not in FIELDS
    first = [start] if index == 0 or is_key else []
    columns = (*first, *near, start, *map(content_column, above), *_nested(above))
    return list(dict.fromkeys(columns))


def _nested(above: Sequence[str]) -> list[int]:
    """Return the columns below the keys that have no value on their line."""
    return [content_column(line) + 2 for line in above[::-1] if line.rstrip().endswith(":")]


def without_dash(region: Region, index: int) -> Iterator[Fixit]:
    """Yield a field of an item as one that begins no item."""
    line = region.lines[index]
    item = ITEM.match(line)
    if item is not None and FIELD.match(item["value"]) is not None and item["value"][0] != "-":
        start = line.index("-")
        message = "this field begins no item of a list"
        name = name_of(line)
        if any(one_edit_apart(name, first) for first in _FIRST_FIELDS):
            return
        is_part = name in _LATER_FIELDS  # another may be misspelt, or begin an item
        for lead in (" " * start, " " * len(item["lead"])):
            fixit = replace_line(index, lead + item["value"], message, (start, start + 1))
            yield fixit._replace(is_only_fix=is_part)


def without_second_dash(region: Region, index: int) -> Iterator[Fixit]:
    """Yield an item with one dash of two."""
    match = _DOUBLED.match(region.lines[index])
    if match is not None:
        written = f"{match['lead']}- {match['value']}"
        yield replace_line(index, written, "a `-` too many", match.span("sign"))


def key_without_dash(region: Region, _: int) -> Iterator[Fixit]:
    """Yield an entry of a section of keys without the dash of an item."""
    items = (n for n, line in enumerate(region.lines) if ITEM.match(line))
    first = next(items, None) if region.is_keyed else None
    if first is not None:
        line = region.lines[first]
        start = line.index("-")
        message = "a key of this section has no `- `"
        written = " " * start + line[start + 1 :].lstrip()
        yield replace_line(first, written, message, (start, start + 1))


def items_as_fields(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the items of a list as the fields of a mapping, without their dashes."""
    lines = region.lines
    items = (n for n in range(index, len(lines)) if is_content(lines[n]) and ITEM.match(lines[n]))
    first = next(items, len(lines)) if is_key_line(lines[index]) else index
    item = ITEM.match(lines[first]) if first < len(lines) else None
    if item is None or FIELD.match(item["value"]) is None:
        return
    column = indent_of(lines[first])
    above = takewhile(lambda n: indent_of(lines[n]) >= column, range(first - 1, -1, -1))
    first = next((n for n in [*above][::-1] if is_item_at(lines[n], column)), first)
    replacements: Replacements = {
        n: (" " * column + each["value"],)
        for n in range(first, siblings_end(lines, first))
        if (each := ITEM.match(lines[n])) is not None and indent_of(lines[n]) == column
    }
    message = "this is not an item of a list, and has no `- `"
    fixit = replace_line(first, replacements[first][0], message, (column, column + 1))
    yield fixit._replace(replacements=replacements)


def fields_as_updates(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the fields below `updates` as items, each of which begins with its `date`."""
    lines = region.lines
    items = (n for n in range(index + 1, len(lines)) if is_content(lines[n]))
    is_above = is_key_line(lines[index]) and name_of(lines[index]) == "updates"
    first = next(items, len(lines)) if is_above else len(lines)
    column = indent_of(lines[first]) if first < len(lines) else 0
    replacements: Replacements = {
        n: (f"{' ' * (column - 2)}- {lines[n].lstrip()}",)
        for n in range(first, siblings_end(lines, first) if first < len(lines) else first)
        if name_of(lines[n]) == "date" and indent_of(lines[n]) == column >= 2
    }
    if first in replacements:
        fixit = replace_line(first, replacements[first][0], _NO_DASH, word_of(lines[first]))
        yield fixit._replace(replacements=replacements)


def as_claim(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the fields at the margin below `claims` as those of a claim."""
    line = region.lines[index]
    if region.section == "claims" and not line[:1].isspace() and has_id(line) and line[0] != "-":
        indent = " " * region.indent
        below: Replacements = {
            n: (f"{indent}  {each}",)
            for n, each in enumerate(region.lines[index + 1 :], index + 1)
            if each
        }
        fixit = replace_line(index, f"{indent}- {line}", _NO_FIRST_DASH, word_of(line))
        yield fixit._replace(replacements=fixit.replacements | below)


def _run_end(lines: Sequence[str], index: int, of: Callable[[str], object]) -> int:
    """Return the line after all that follow one and begin as it does, by what a function gives."""
    below = range(index + 1, len(lines))
    return next((n for n in below if of(lines[n]) != of(lines[index])), len(lines))
