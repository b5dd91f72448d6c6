"""The fix-its for lines that are no claims file, likeliest first.

Each is a function from a region and one of its lines, by index, to edits that may be right. What
an edit cannot keep of a value is a replacement character, which is left out of the data when they
are read.
"""

from collections.abc import Iterator

from claim_tracker.text.display import cut
from claim_tracker.yaml.outline import FIELD, ITEM, Region
from claim_tracker.yaml.recovery.fixit import (
    LONGEST_HELP,
    LOST,
    Fixit,
    Fixits,
    Lines,
    block_end,
    word_of,
)
from claim_tracker.yaml.recovery.line_fixits import (
    as_comment,
    closed_below,
    is_loose,
    key_without_sign,
    loose_text,
    with_colon,
    with_common_spaces,
    with_dash,
    with_name,
    with_value,
    without_mark,
)
from claim_tracker.yaml.recovery.structure_fixits import (
    as_claim,
    begun_claim,
    begun_update,
    fields_as_updates,
    fields_without_key,
    first_with_dash,
    items_as_fields,
    key_without_dash,
    list_with_name,
    moved,
    moved_below_name,
    moved_in_line,
    moved_key,
    moved_whole,
    of_other_sections,
    set_below,
    without_dash,
    without_second_dash,
)


def _without_loose_line(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the region without a line that is no field."""
    line = region.lines[index]
    if is_loose(line, region):
        advice = "write it as `name: value`, or delete it"
        if " " in line.strip():
            remark = cut(line.strip(), LONGEST_HELP)
            advice = f"write `# {remark}` if it is a remark, else the name of its field before it"
        columns = word_of(line, whole=True)
        yield Fixit({index: ()}, index, advice, columns=columns, loses=True)


def _without_value(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the field or the item without its value."""
    line = region.lines[index]
    match = FIELD.match(line) or ITEM.match(line)
    if match is None:
        return
    name = match.groupdict().get("name")
    emptied = f"{match['lead']}{name}: {LOST}" if name else f"{match['lead']}{LOST}"
    below: Lines = dict.fromkeys(range(index + 1, block_end(region.lines, index)), ())
    yield Fixit({index: (emptied,)}, index)
    yield Fixit(below | {index: (emptied,)}, index)


def _without_line(region: Region, index: int) -> Iterator[Fixit]:
    """Yield the region without the line, or without all that is below it too."""
    yield Fixit({index: ()}, index, loses=True)
    below = range(index, block_end(region.lines, index))
    yield Fixit(dict.fromkeys(below, ()), index, loses=True)


IN_LINE: tuple[Fixits, ...] = (
    with_common_spaces,
    as_comment,
    without_mark,
    with_colon,
    with_dash,
    with_value,
)
"""Those that are right whatever else is wrong in the region, where nothing deeper is below."""
BEGINNINGS: tuple[Fixits, ...] = (begun_claim, begun_update, with_name, moved_in_line)
"""Those that are right whatever else is wrong."""
FIXITS: tuple[Fixits, ...] = (
    closed_below,
    set_below,
    key_without_sign,
    with_name,
    of_other_sections,
    moved_whole,
    begun_claim,
    begun_update,
    fields_as_updates,
    items_as_fields,
    as_claim,
    first_with_dash,
    moved,
    moved_below_name,
    without_dash,
    without_second_dash,
    fields_without_key,
    key_without_dash,
    loose_text,
    list_with_name,
    moved_in_line,
)
"""All others that keep what was written."""
NEXT_ENTRY: tuple[Fixits, ...] = (moved_whole, begun_claim, begun_update, moved_key)
"""What begins an entry, of which a field is in the one above a second time."""
LOSSES: tuple[Fixits, ...] = (_without_loose_line, _without_value, _without_line)
"""What can only be left out: the less, the earlier."""
