"""Lines that are out of line: the columns at which they could have been meant to begin."""

import re
from collections.abc import Iterator, Sequence

from claim_tracker.text.display import cut
from claim_tracker.text.suggest import one_edit_apart
from claim_tracker.yaml.field_names import FIELDS, MAPPINGS, TEXTS
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.lines import (
    FIELD,
    LONGEST_TOLD,
    LOST,
    Repair,
    Told,
    blanked,
    block_end,
    content_column,
    is_bare_key,
    replaced,
    siblings_end,
    word_of,
)
from claim_tracker.yaml.outline import Region

_MOST_COLUMNS = 12
_TAB = "a tab where the indentation is"
_OUT_OF_LINE = "this line is not in line with the others"
_AS_A_REMARK = "write `# {}` if it is a remark, else the name of its field before it"
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?$")


def moves(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """A line, and then all that is indented below it, at another column."""
    line, number = own[place], region.lines.start + place
    if FIELD.match(line) is None and not line.lstrip().startswith("-"):
        return
    if _is_remark(line, region):
        return
    indent = indent_of(line)
    has_tab = "\t" in line[:indent]
    for column in _columns(own, place, region)[:_MOST_COLUMNS]:
        if column == indent and not has_tab:
            continue
        said = moved_to(column, line, number)
        ends = [place + 1, _tabs_end(own, place), _run_end(own, place)]
        ends += [block_end(own, place), siblings_end(own, place)]
        for end in dict.fromkeys(ends):
            yield Repair(shifted(own, place, end, column - indent), said)


def moved_whole(own: list[str], region: Region) -> Iterator[Repair]:
    """A claim in line with the others."""
    columns = region.indent - indent_of(own[0])
    if region.is_item and columns:
        said = moved_to(region.indent, own[0], region.lines.start)
        yield Repair(shifted(own, 0, len(own), columns), said)


def in_line(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """A field in line with those above and below it, where these two are in line."""
    if FIELD.match(own[place]) is None or own[place].lstrip().startswith("-"):
        return
    above = next((line for line in own[:place][::-1] if is_content(line)), "")
    below = next((line for line in own[place + 1 :] if is_content(line)), "")
    column = content_column(above)
    if column == indent_of(below) != indent_of(own[place]):
        columns = column - indent_of(own[place])
        said = moved_to(column, own[place], first + place)
        yield Repair(shifted(own, place, place + 1, columns), said)


def moved_to(column: int, line: str, number: int) -> Told:
    """What is said of a line that is to begin at a column (from 0)."""
    indent = indent_of(line)
    if "\t" in line[:indent]:
        return Told(number, _indented_by(column), _TAB, (line.index("\t"), indent))
    return Told(number, _indented_by(column), _OUT_OF_LINE, word_of(line))


def loose_text(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """A line that is no field, as a remark, or as part of the text above it."""
    first = region.lines.start
    if _is_remark(own[place], region):
        advice = f"write `# {cut(own[place], LONGEST_TOLD)}` if it is a remark, or delete it"
        told = Told(first + place, advice, "this is no field of a claim", word_of(own[place]))
        yield Repair(blanked(own, place, place + 1), told)
    if not _is_loose(own[place]):
        return
    start, end = place, place + 1
    while start and _is_loose(own[start - 1]):
        start -= 1
    while end < len(own) and _is_loose(own[end]):
        end += 1
    above = next((n for n in range(start - 1, -1, -1) if is_content(own[n])), None)
    field = FIELD.match(own[above]) if above is not None else None
    if field is not None and above is not None and _goes_on(field["name"], field["value"] or ""):
        is_block = _BLOCK.match(field["value"] or "") is not None
        column = len(field["lead"]) + 2
        advice = f"{_indented_by(column)}, as it goes on with the text of `{field['name']}`"
        if any(": " in line for line in own[start:end]) and not is_block:
            advice = (
                f"put the whole text of `{field['name']}` in double quotes, with this as its end"
            )
        told = Told(
            first + start, advice, "this text is not indented", word_of(own[start], whole=True)
        )
        yield Repair(shifted(own, start, end, column - indent_of(own[start])), told)
        bare = f"{field['lead']}{field['name']}: {LOST}"
        yield Repair(replaced(blanked(own, start, end), above, bare), told)


def loose_line(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """A line that is no field, left out."""
    if not _is_loose(own[place]):
        return
    advice = "write it as `name: value`, or delete it"
    if " " in own[place].strip():
        advice = _AS_A_REMARK.format(cut(own[place].strip(), LONGEST_TOLD))
    told = Told(first + place, advice, columns=word_of(own[place], whole=True))
    yield Repair(blanked(own, place, place + 1), told, loses=True)


def _indented_by(column: int) -> str:
    if column == 0:
        return "begin it at the start of the line"
    return f"indent it by {column} space{'' if column == 1 else 's'}"


def _is_remark(line: str, region: Region) -> bool:
    """Whether a line at the margin, among claims, has a name that is near to no field's."""
    field = FIELD.match(line) if region.section == "claims" else None
    if field is None or field["lead"] or not field["value"]:
        return False
    return not any(name == field["name"] or one_edit_apart(name, field["name"]) for name in FIELDS)


def _is_loose(line: str) -> bool:
    return is_content(line) and FIELD.match(line) is None and not line.lstrip().startswith("-")


def _goes_on(name: str, value: str) -> bool:
    return _BLOCK.match(value) is not None or (name in TEXTS and value[:1] not in ("", "[", "{"))


def _columns(own: Sequence[str], place: int, region: Region) -> list[int]:
    """The columns at which a line could have been meant to begin, likeliest first."""
    above = [line for line in own[:place] if is_content(line)]
    below = [line for line in own[place + 1 :] if is_content(line)]
    start = region.indent if region.is_entry else 0
    if own[place].lstrip().startswith("-"):
        beside = [*below[:1], *above[::-1]]
        items = [indent_of(line) for line in beside if line.lstrip().startswith("-")]
        return list(dict.fromkeys((*([start] if place == 0 else []), *items, *_nested(above))))
    near = [*(content_column(line) for line in above[:-4:-1]), *map(indent_of, below[:1])]
    near += [indent_of(line) for line in above[:-4:-1]]
    field = FIELD.match(own[place])
    is_key = region.section in MAPPINGS and field is not None and field["name"] not in FIELDS
    first = [start] if place == 0 or is_key else []
    return list(dict.fromkeys((*first, *near, start, *map(content_column, above), *_nested(above))))


def _nested(above: Sequence[str]) -> list[int]:
    """The columns below the keys that have no value on their line."""
    return [content_column(line) + 2 for line in above[::-1] if line.rstrip().endswith(":")]


def _tabs_end(own: Sequence[str], place: int) -> int:
    """The line after all that begin with a tab as this one does."""
    end = place + 1
    while end < len(own) and own[place].startswith("\t") and own[end].startswith("\t"):
        end += 1
    return end


def _run_end(own: Sequence[str], place: int) -> int:
    """The line after all that follow one at the same column."""
    column = indent_of(own[place])
    below = range(place + 1, len(own))
    return next((n for n in below if indent_of(own[n]) != column), len(own))


def below_its_name(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """A field, and more and more of those after it, below the name above that has no value."""
    above = next((line for line in own[:place][::-1] if is_content(line)), "")
    column = indent_of(own[place])
    if is_bare_key(above) and content_column(above) == column:
        said = moved_to(column + 2, own[place], first + place)
        for end in range(place + 1, min(_run_end(own, place), place + _MOST_COLUMNS) + 1):
            yield Repair(shifted(own, place, end, 2), said)


def shifted(own: list[str], start: int, stop: int, columns: int) -> list[str]:
    """The lines with some of them so many columns further to the right."""
    moved = (
        " " * max(indent_of(line) + columns, 0) + line.lstrip(" \t") if line.strip() else line
        for line in own[start:stop]
    )
    return [*own[:start], *moved, *own[stop:]]
