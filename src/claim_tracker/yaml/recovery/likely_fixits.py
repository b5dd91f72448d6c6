"""The fix-its for lines that are no claims file, likeliest first.

Each is a function from a region and one of its lines, by index, to edits that may be right. What
an edit cannot keep of a value is a replacement character, which is left out of the data when they
are read.
"""

from collections.abc import Iterator

from claim_tracker.text.display import MAX_IN_ADVICE, cut
from claim_tracker.yaml.outline import FIELD, ITEM, Region
from claim_tracker.yaml.recovery import line_fixits, name_fixits, structure_fixits, text_fixits
from claim_tracker.yaml.recovery.fixit import (
    LOST,
    Fixit,
    Fixits,
    Replacements,
    block_end,
    value_end,
    word_of,
)


def _without_loose_line(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the region without a line of words that no field has."""
    line = region.lines[index]
    if text_fixits.is_loose(line, region) and FIELD.match(line) is None:
        advice = "write it as `name: value`, or delete it"
        if " " in line.strip():
            remark = cut(line.strip(), MAX_IN_ADVICE)
            advice = f"write `# {remark}` if it is a remark, else the name of its field before it"
        message, columns = "this line has no `:` after the field's name", word_of(line, whole=True)
        yield Fixit({index: ()}, index, advice, message, columns, loses=True)


def _without_value(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the field or the item without its value."""
    line = region.lines[index]
    match = FIELD.match(line) or ITEM.match(line)
    if match is None:
        return
    name = match.groupdict().get("name")
    emptied = f"{match['lead']}{name}: {LOST}" if name else f"{match['lead']}{LOST}"
    below: Replacements = dict.fromkeys(range(index + 1, value_end(region.lines, index)), ())
    yield Fixit({index: (emptied,)}, index)
    yield Fixit(below | {index: (emptied,)}, index)


def _without_line(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the region without the line, or without all that is below it too."""
    yield Fixit({index: ()}, index, loses=True)
    below = range(index, block_end(region.lines, index))
    yield Fixit(dict.fromkeys(below, ()), index, loses=True)


IN_LINE: tuple[Fixits, ...] = (
    line_fixits.with_common_spaces,
    line_fixits.as_comment,
    line_fixits.without_mark,
    line_fixits.with_colon,
    line_fixits.without_begun_name,
    line_fixits.with_dash,
    line_fixits.with_value,
)
"""Those that are right whatever else is wrong in the region, where nothing deeper is below."""
BEGINNINGS: tuple[Fixits, ...] = (
    structure_fixits.set_below,
    structure_fixits.begun_claim,
    structure_fixits.begun_update,
    line_fixits.with_name,
    structure_fixits.moved_in_line,
)
"""Those that are right whatever else is wrong."""
FIXITS: tuple[Fixits, ...] = (
    line_fixits.closed_below,
    structure_fixits.set_below,
    line_fixits.key_without_sign,
    line_fixits.with_name,
    structure_fixits.of_other_sections,
    structure_fixits.moved_whole,
    structure_fixits.begun_claim,
    structure_fixits.begun_update,
    structure_fixits.fields_as_updates,
    structure_fixits.items_as_fields,
    structure_fixits.as_claim,
    structure_fixits.first_with_dash,
    name_fixits.part_with_name,
    text_fixits.loose_text,
    text_fixits.first_line_in_line,
    structure_fixits.moved,
    structure_fixits.moved_below_name,
    structure_fixits.without_dash,
    structure_fixits.without_second_dash,
    name_fixits.fields_without_key,
    structure_fixits.key_without_dash,
    name_fixits.list_with_name,
    structure_fixits.moved_in_line,
)
"""All others that keep what was written."""
SYNTAX_FIXITS = (*FIXITS, _without_loose_line)
"""Those of a text that is no YAML: at last without a line of words."""
NEXT_ENTRY: tuple[Fixits, ...] = (
    structure_fixits.moved_whole,
    structure_fixits.begun_claim,
    structure_fixits.begun_update,
    structure_fixits.moved_key,
)
"""What begins a new entry where the one above has a field a second time."""
LOSSES: tuple[Fixits, ...] = (_without_value, _without_line)
"""What can only be left out: the less, the earlier."""
