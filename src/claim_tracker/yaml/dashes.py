"""Dashes of lists that are missing, or that stand where none belongs."""

import re
from collections.abc import Iterator

from claim_tracker.yaml.field_names import FIELDS, FIELDS_OF, MAPPINGS
from claim_tracker.yaml.flow import OPENERS
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.lines import (
    FIELD,
    ITEM,
    Repair,
    Told,
    blanked,
    block_end,
    is_bare_key,
    replaced,
    siblings_end,
    word_of,
    write,
)
from claim_tracker.yaml.outline import Region

_NO_DASH = "this item of a list has no `- `"
_BARE_ID = re.compile(r"[ \t]*(?:(?P<dash>-)[ \t]+)?(?P<id>\w[\w.-]*)[ \t]*(?(dash):?|:)[ \t]*$")
_CLAIM_FIELD = re.compile(r"[ \t]*claim[ \t]*:[ \t]")
_DOUBLED = re.compile(r"(?P<lead>[ \t]*)(?P<sign>-)[ \t]+-[ \t]+(?P<value>\S.*)$")


def begun_claims(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """The first line of a claim with its dash, and with `id` before its id."""
    if region.section != "claims":
        return
    field, bare = FIELD.match(own[place]), _BARE_ID.match(own[place])
    line, columns = region.lines.start + place, word_of(own[place])
    below = own[place + 1 : block_end(own, place)]
    if field is not None and field["name"] == "id" and field["value"] and "-" not in field["lead"]:
        written, message = f"- {own[place].lstrip()}", "the first field of a claim has no `- `"
        said = write(line, written, message, columns)
    elif bare is None or bare["id"] in FIELDS or not below:
        return
    elif not bare["dash"] or _CLAIM_FIELD.match(below[0]):
        written = f"- id: {bare['id']}"
        said = write(line, written, "a claim begins with its `id`", columns)
    else:
        return
    yield Repair(replaced(own, place, f"{' ' * region.indent}{written}"), said)


def begun_updates(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The first line of an update with the dash that the one above has."""
    if not own[place].lstrip().startswith("date:"):
        return
    dates = (line for line in own[:place][::-1] if line.lstrip().startswith("- date:"))
    above = next(dates, None)
    if above is not None:
        written = f"- {own[place].lstrip()}"
        said = write(first + place, written, _NO_DASH, word_of(own[place]))
        yield Repair(replaced(own, place, f"{' ' * indent_of(above)}{written}"), said)


def dashed(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The first item of a list, or this one, with the dash that others of the list have."""
    line = own[place]
    column = indent_of(line)
    above = [n for n in range(place - 1, -1, -1) if is_content(own[n])]
    if line[column : column + 2] == "- ":
        key = next((n for n in above if is_bare_key(own[n]) and indent_of(own[n]) <= column), place)
        child = next((n for n in range(key + 1, place) if is_content(own[n])), place)
    else:
        child = place
        items = [indent_of(own[n]) for n in above if own[n].lstrip().startswith("- ")]
        column = items[0] if items else column
    written = own[child].lstrip()
    if child != place and _is_mapping(own[child]) != _is_mapping(line):
        return
    if indent_of(own[child]) < column:
        return
    is_beside = written[:1] in OPENERS and column < indent_of(line)
    if (child != place or is_beside) and not written.startswith("-"):
        said = write(first + child, f"- {written}", _NO_DASH, word_of(own[child]))
        yield Repair(replaced(own, child, f"{' ' * column}- {written}"), said)


def _is_mapping(line: str) -> bool:
    """Whether a line begins a mapping, be it an item or not."""
    return FIELD.match(line) is not None or line.lstrip("- \t")[:1] == "{"


def undoubled(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """An item with one dash of two."""
    match = _DOUBLED.match(own[place])
    if match is not None:
        written = f"- {match['value']}"
        said = write(first + place, written, "a `-` too many", match.span("sign"))
        yield Repair(replaced(own, place, match["lead"] + written), said)


def undashed(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """A field of an item as one that begins no item."""
    item, field = ITEM.match(own[place]), FIELD.match(own[place])
    if item is not None and field is not None:
        start = own[place].index("-")
        message = "this field begins no item of a list"
        said = write(first + place, item["value"], message, (start, start + 1))
        for lead in (" " * start, " " * len(item["lead"])):
            yield Repair(replaced(own, place, lead + item["value"]), said)


def without_dash(own: list[str], first: int) -> Iterator[Repair]:
    """An entry of a section of keys without the dash of an item."""
    place = next((n for n, line in enumerate(own) if ITEM.match(line)), None)
    item = ITEM.match(own[place]) if place is not None else None
    if place is not None and item is not None:
        message, start = "a key of this section has no `- `", own[place].index("-")
        said = write(first + place, item["value"], message, (start, start + 1))
        yield Repair(replaced(own, place, " " * start + item["value"]), said)


def as_keys(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The items of a list as the fields or the keys of a mapping, without their dashes."""
    item = ITEM.match(own[place])
    if item is None:
        return
    column, new = indent_of(own[place]), list(own)
    for n in range(place, siblings_end(own, place)):
        each = ITEM.match(own[n])
        if each is not None and indent_of(own[n]) == column:
            new[n] = " " * column + _as_key(each["value"])
    message = "this is no item of a list, and has no `- `"
    said = write(first + place, _as_key(item["value"]), message, (column, column + 1))
    yield Repair(new, said)


def _as_key(value: str) -> str:
    """The field or the key that an item begins with; of one that begins with its id, that id."""
    field = FIELD.match(value)
    return f"{field['value']}:" if field is not None and field["name"] == "id" else value


def as_claims(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """The keys of a mapping as claims, which begin with their `id`."""
    if region.section != "claims" or region.is_entry or not is_bare_key(own[place]):
        return
    column, new = indent_of(own[place]), list(own)
    for n in range(place, siblings_end(own, place)):
        if is_bare_key(own[n]) and indent_of(own[n]) == column:
            new[n] = f"{' ' * column}- id: {own[n].strip().rstrip(':').rstrip()}"
    message = "the claims are a list, and each begins with its `id`"
    said = write(region.lines.start + place, new[place].strip(), message, word_of(own[place]))
    yield Repair(new, said)


def as_claim(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """The fields at the margin below `claims` as those of a claim."""
    if region.section == "claims" and not indent_of(own[place]):
        message = "the first field of a claim has no `- `"
        written, indent = f"- {own[place]}", " " * region.indent
        below = [f"{indent}  {line}" if line else line for line in own[place + 1 :]]
        said = write(region.lines.start + place, written, message, word_of(own[place]))
        yield Repair([*own[:place], f"{indent}{written}", *below], said)


def as_updates(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The fields below `updates` as items, each of which begins with its `date`."""
    column, new, told = indent_of(own[place]), list(own), []
    for n in range(place, siblings_end(own, place)):
        field = FIELD.match(own[n])
        if field is not None and field["name"] == "date" and len(field["lead"]) == column:
            written = f"- {own[n].lstrip()}"
            new[n] = " " * (column - 2) + written
            told.append(write(first + n, written, _NO_DASH, word_of(own[n])))
    if told and column >= 2:
        yield Repair(new, told[0], also=tuple(told[1:]))


def unnamed(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """Updates without the name of their list above them, left out."""
    item = ITEM.match(own[place])
    above = [line for line in own[:place] if is_content(line)]
    outer = (line for line in reversed(above) if indent_of(line) < indent_of(own[place]))
    is_named = is_bare_key(next(outer, ""))
    if item is not None and item["value"].startswith("date:") and not is_named:
        told = Told(
            first + place,
            "write `updates:` on the line above, indented like the fields around it",
            "this list has no name",
            word_of(own[place]),
        )
        yield Repair(blanked(own, place, siblings_end(own, place)), told, loses=True)


def unkeyed(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """Fields without their key, below an entry that is whole in its brackets, left out."""
    field = FIELD.match(own[place]) if region.section in MAPPINGS else None
    above = next((line for line in own[:place][::-1] if is_content(line)), "")
    is_whole = above.rstrip().endswith("}") and indent_of(above) < indent_of(own[place])
    if field is not None and is_whole and field["name"] in FIELDS_OF[region.section]:
        line = region.lines.start + place
        message = f"this entry of `{region.section}` has no key"
        said = Told(line, "write its key on the line above", message, word_of(own[place]))
        yield Repair(blanked(own, place, siblings_end(own, place)), said, loses=True)
