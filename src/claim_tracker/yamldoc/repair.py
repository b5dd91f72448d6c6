"""What a person probably meant by a line that is no YAML: the repairs to try, likeliest first.

A repair keeps the number of lines. What it cannot keep of a value is a replacement character,
which is left out of the data when they are read.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claim_tracker.yamldoc.decode import REPLACEMENT
from claim_tracker.yamldoc.regions import FIELDS, MAPPINGS, Region, indent_of, is_content

_TEXT_HELP = "indent it if the text above goes on, or write it as `name: value`"
_TAB_ALONE = "a line of white space with a tab in it"
_TAB = "a tab where the indentation is"
OUT_OF_LINE = "this line is not in line with the others"
_LEAD = r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
_FIELD = re.compile(
    rf"{_LEAD}(?P<name>[^\s#'\"{{\[|>&*!%@`-][^\s:]*)[ \t]*:(?:[ \t]+(?P<value>.*))?$"
)
_NO_COLON = re.compile(
    rf"{_LEAD}(?P<name>[a-z][\w.-]*?)(?:[ \t]*[:=;\uff1a][ \t\u00a0]*|[ \t\u00a0]+|$)(?P<value>.*)$"
)
_FOREIGN = re.compile("[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff][\\s\u200b\ufeff]*")
_BULLET = re.compile(r"(?P<lead>[ \t]*)(?:[*\u2013\u2014\u2022][ \t]*|-)(?P<value>[^\s-].*)$")
_ITEM = re.compile(r"(?P<lead>[ \t]*-[ \t]+)(?P<value>.+)$")


class Told(NamedTuple):
    """What to write in the place of a line (from 1), and what is wrong if that has to be said."""

    line: int
    help: str
    message: str | None = None


class Repair(NamedTuple):
    """The lines of a region anew.

    `told` says it better than libyaml. `loses` says that a field is gone without a trace.
    """

    lines: list[str]
    told: Told | None = None
    loses: bool = False


def repairs(lines: Sequence[str], region: Region, suspects: Sequence[int]) -> Iterator[Repair]:
    """The repairs of a region, in which these lines (from 1) may be faulty, likeliest first."""
    own = [lines[n - 1] for n in region.lines]
    first = region.lines.start
    places = [n - first for n in dict.fromkeys(suspects) if n in region.lines]
    for place in places:
        yield from _with_spaces(own, place, first)
        yield from _named(own, place, first)
    for place in places:
        yield from _moved(own, place, region)
    for place in places:
        yield from _without_value(own, place)
    for place in places:
        yield Repair(_blanked(own, place, place + 1), loses=True)
        yield Repair(_blanked(own, place, _block_end(own, place)), loses=True)


def _with_spaces(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The line indented by common spaces alone."""
    match = _FOREIGN.match(own[place])
    if match is not None:
        indent = match[0].replace("\ufeff", "")
        said = Told(first + place, f"indent it by {len(indent)} common spaces")
        yield Repair(_with(own, place, " " * len(indent) + own[place][match.end() :]), said)


def _named(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The field with its colon, the item with its dash."""
    line = own[place]
    match = None if _FIELD.match(line) else _NO_COLON.match(line)
    if match is not None and _is_name(match["name"], own, place, empty=not match["value"]):
        written = f"{match['name']}: {match['value']}".rstrip()
        said = Told(first + place, f"write `{written}`")
        yield Repair(_with(own, place, f"{match['lead']}{written}"), said)
        yield Repair(_with(own, place, f"{match['lead']}{match['name']}: {REPLACEMENT}"), said)
    bullet = _BULLET.match(line)
    if bullet is not None:
        written = f"- {bullet['value']}"
        said = Told(first + place, f"write `{written}`", "an item of a list begins with `- `")
        yield Repair(_with(own, place, f"{bullet['lead']}{written}"), said)


def _is_name(name: str, own: Sequence[str], place: int, *, empty: bool) -> bool:
    if name in FIELDS:
        return True
    below = next((line for line in own[place + 1 :] if is_content(line)), "")
    return empty and indent_of(below) > indent_of(own[place])


def _moved(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """The line, and then all that is indented below it, at another column."""
    line, number = own[place], region.lines.start + place
    if _FIELD.match(line) is None and not line.lstrip().startswith("-"):
        blank = not line.strip()
        said = Told(number, "delete it", _TAB_ALONE) if blank else Told(number, _TEXT_HELP)
        yield Repair(_blanked(own, place, place + 1) if blank else _without_text(own, place), said)
        return
    for column in _columns(own, place, region):
        if column == indent_of(line) and "\t" not in line[:column]:
            continue
        spaces = f"{column} space{'' if column == 1 else 's'}" if column else "no space"
        has_tab = "\t" in line[: indent_of(line)]
        said = Told(number, f"indent it by {spaces}", _TAB if has_tab else OUT_OF_LINE)
        for end in (place + 1, _block_end(own, place)):
            yield Repair(_shifted(own, place, end, column - indent_of(line)), said)


def _without_text(own: list[str], place: int) -> list[str]:
    """The lines without a loose one, and without the field above it that it may be the text of."""
    above = next((n for n in range(place - 1, -1, -1) if is_content(own[n])), None)
    field = _FIELD.match(own[above]) if above is not None else None
    left = _blanked(own, place, place + 1)
    if above is None or field is None or (field["value"] or "").strip("|>+- ") != "":
        return left
    return _with(left, above, f"{field['lead']}{field['name']}: {REPLACEMENT}")


def _columns(own: Sequence[str], place: int, region: Region) -> list[int]:
    """The columns at which a line could have been meant to begin."""
    above = [line for line in own[:place] if is_content(line)]
    below = [line for line in own[place + 1 :] if is_content(line)]
    near = [*(_content_column(line) for line in above[:-4:-1]), *map(indent_of, below[:1])]
    near += [indent_of(line) for line in above[:-4:-1]]
    field = _FIELD.match(own[place])
    is_key = region.section in MAPPINGS and field is not None and field["name"] not in FIELDS
    first = [region.indent if region.is_entry else 0] if place == 0 or is_key else []
    rest = [region.indent if region.is_entry else 0, *map(_content_column, above)]
    return list(dict.fromkeys((*first, *near, *rest)))


def _content_column(line: str) -> int:
    """Where the field of a line begins: after the dash of an item."""
    match = _ITEM.match(line)
    return len(match["lead"]) if match is not None else indent_of(line)


def _without_value(own: list[str], place: int) -> Iterator[Repair]:
    """The field or the item without what is said of it."""
    match = _FIELD.match(own[place])
    item = _ITEM.match(own[place])
    if match is not None:
        bare = f"{match['lead']}{match['name']}: {REPLACEMENT}"
    elif item is not None:
        bare = f"{item['lead']}{REPLACEMENT}"
    else:
        return
    yield Repair(_with(own, place, bare))
    yield Repair(_with(_blanked(own, place, _block_end(own, place)), place, bare))


def _block_end(own: Sequence[str], place: int) -> int:
    """The line after all that is indented below a line."""
    column = indent_of(own[place])
    end = place + 1
    for index in range(place + 1, len(own)):
        if is_content(own[index]):
            if indent_of(own[index]) <= column:
                break
            end = index + 1
    return end


def _with(own: list[str], place: int, line: str) -> list[str]:
    return [*own[:place], line, *own[place + 1 :]]


def _blanked(own: list[str], start: int, stop: int) -> list[str]:
    return [*own[:start], *[""] * (stop - start), *own[stop:]]


def _shifted(own: list[str], start: int, stop: int, columns: int) -> list[str]:
    moved = (
        " " * max(indent_of(line) + columns, 0) + line.lstrip(" \t") if line.strip() else line
        for line in own[start:stop]
    )
    return [*own[:start], *moved, *own[stop:]]
