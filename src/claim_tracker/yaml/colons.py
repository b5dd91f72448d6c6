"""The name of a field that is missing, and the colon after it that is, or is another sign."""

import re
from collections.abc import Iterator, Sequence

from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.lines import (
    FIELD,
    ITEM,
    LEAD,
    LOST,
    Repair,
    Told,
    content_column,
    has_more_below,
    replaced,
    write,
)
from claim_tracker.yaml.outline import Region

_NO_COLON = re.compile(
    rf"{LEAD}(?P<name>[a-z][\w.-]*?)(?P<gap>[ \t]*[:=;\uff1a][ \t\u00a0]*|[ \t\u00a0]+|$)"
    r"(?P<value>.*)$"
)
_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2} \w+ [0-9]{4}")
_CALLED = {"url": "address", "date": "date"}
_ALONE = re.compile(
    rf"{LEAD}(?P<before>[\"']?)(?P<name>[\w.-]+)[ \t]*+:?[ \t]*+(?P<after>[\"'\[\]{{}}]?)$"
)


def named(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The field with its colon, and with it those beside it that have another sign for theirs."""
    match = _without_colon(own[place])
    if match is None or (match["name"] not in FIELDS and not _is_key(match, own, place)):
        return
    others = {n: other for n in _beside(own, place) if (other := _without_colon(own[n]))}
    if others:
        new = replaced(own, place, _with_colon(match))
        for n, other in others.items():
            new[n] = _with_colon(other)
        told = [
            _colon_told(each, first + n) for n, each in sorted((others | {place: match}).items())
        ]
        yield Repair(new, told[0], also=tuple(told[1:]))
    said = _colon_told(match, first + place)
    if match["value"] or match["name"] in COLLECTIONS or has_more_below(own, place):
        yield Repair(replaced(own, place, _with_colon(match)), said)
    else:
        said = said._replace(help=f"{said.help} and its value")
    yield Repair(replaced(own, place, f"{match['lead']}{match['name']}: {LOST}"), said)


def _without_colon(line: str) -> re.Match[str] | None:
    return None if FIELD.match(line) else _NO_COLON.match(line)


def _with_colon(match: re.Match[str]) -> str:
    return f"{match['lead']}{match['name']}: {match['value']}".rstrip()


def _colon_told(match: re.Match[str], number: int) -> Told:
    message, columns = "no `:` after the name of this field", match.span("name")
    if ":" in match["gap"] or "\uff1a" in match["gap"]:
        message, columns = "no space after the `:`", match.span("gap")
        columns = (columns[0], columns[0] + len(match["gap"].rstrip()))
    return write(number, _with_colon(match).lstrip(), message, columns)


def _beside(own: Sequence[str], place: int) -> Iterator[int]:
    """The lines next to one, up and down, that are fields with another sign for their colon."""
    for step in (-1, 1):
        n = place + step
        while 0 <= n < len(own) and _is_signed(own[n]):
            yield n
            n += step


def _is_signed(line: str) -> bool:
    match = _without_colon(line)
    return match is not None and match["name"] in FIELDS and bool(match["gap"].strip())


def named_alone(own: list[str], place: int, first: int) -> Iterator[Repair]:
    """The name of what stands below, without a quote or a bracket beside it."""
    match = _ALONE.match(own[place])
    is_holder = match is not None and match["name"] in COLLECTIONS
    if match is not None and (is_holder or has_more_below(own, place)):
        written = f"{match['lead']}{match['name']}:"
        columns = match.span("before") if match["before"] else match.span("after")
        message = "a quote or a bracket beside the name of this field"
        said = write(first + place, written.lstrip(), message, columns)
        yield Repair(replaced(own, place, written), said)


def _is_key(match: re.Match[str], own: Sequence[str], place: int) -> bool:
    """Whether a line without its colon can be the key of an entry."""
    if match["value"] or "-" in match["lead"]:
        return match["value"][:1] == "{"
    return has_more_below(own, place)


def begun_by_value(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """The first field of a source or an update with its name, which its value alone tells."""
    line = own[place]
    name = _name_by_value(own, place, region.section)
    if name is not None:
        lead = line[: content_column(line)]
        written = f"{name}: {line[len(lead) :].rstrip()}"
        message = f"this {_CALLED[name]} has no name before it"
        columns = (len(lead), len(line.rstrip()))
        said = write(region.lines.start + place, written, message, columns)
        yield Repair(replaced(own, place, f"{lead}{written}"), said)


def _name_by_value(own: Sequence[str], place: int, section: str) -> str | None:
    item = ITEM.match(own[place])
    if item is None:
        is_address = _ADDRESS.fullmatch(own[place].strip()) is not None
        return "url" if section == "sources" and is_address else None
    below = next((line for line in own[place + 1 :] if is_content(line)), "")
    goes_on = indent_of(below) == len(item["lead"]) and FIELD.match(below) is not None
    return "date" if goes_on and _DAY.fullmatch(item["value"].rstrip()) else None
