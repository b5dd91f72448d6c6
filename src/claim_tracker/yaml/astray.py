"""What is YAML and still no claims file: entries and fields that stand where none belongs."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from claim_tracker.yaml.alone import faults_of
from claim_tracker.yaml.dashes import (
    as_claim,
    as_claims,
    as_keys,
    as_updates,
    begun_claims,
    undashed,
)
from claim_tracker.yaml.field_names import CLAIM, FIELDS_OF, MAPPINGS, PARTS, SECTIONS, UPDATE
from claim_tracker.yaml.field_places import LISTS, is_claim_in_place
from claim_tracker.yaml.indent import is_content
from claim_tracker.yaml.lines import FIELD, Repair, Told
from claim_tracker.yaml.moves import below_its_name, moves
from claim_tracker.yaml.outline import Outline, Region
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.problem import Problem

_MOST = 20
_MOST_LINES = 400
_MOST_TRIED = 500_000
"""Characters that are read again to bring all of them to their places."""


class Stray(NamedTuple):
    """What stands in a wrong place: its first line (from 1), and its key where it has one.

    Of a line that is known by its text alone, it is one above that. `is_section` tells that all of
    a section is meant.
    """

    line: int
    key: str | None = None
    text: str | None = None
    is_section: bool = False


def strays(root: Any) -> list[Stray]:
    """The first twenty strays of a file."""
    return list(islice(_strays(root), _MOST)) if isinstance(root, Mapping) else []


def _strays(root: Mapping) -> Iterator[Stray]:
    yield from _strays_in_claims(root)
    for section in MAPPINGS:
        entries = root.get(section)
        if isinstance(entries, list):
            yield from (Stray(each.line, is_section=True) for each in _firsts(entries))
        elif isinstance(entries, Mapping):
            yield from _strays_among(section, entries)
    for name, value in root.items():
        if name not in SECTIONS and any(_is_entry(value, section) for section in MAPPINGS):
            yield Stray(value.line, name)


def _strays_in_claims(root: Mapping) -> Iterator[Stray]:
    """What is astray among the claims, and claims that are no list."""
    claims = root.get("claims")
    if isinstance(claims, list):
        for index, claim in enumerate(claims):
            if not is_claim_in_place(claim):
                yield from _strays_at(claim, claims[index - 1] if index else None)
    elif isinstance(claims, Mapping):
        yield Stray(claims.line, is_section=True)
    if "claims" in root and isinstance(root.get("id"), str):
        yield Stray(root.line, text=f"id: {root['id']}", is_section=True)


def _strays_at(claim: Any, above: Any) -> Iterator[Stray]:
    """What goes on with the claim above, and what is astray in a claim."""
    if not isinstance(claim, Mapping):
        if isinstance(claim, str) and isinstance(above, Mapping):
            yield Stray(above.line, text=f"- {claim}")
        return
    if "id" not in claim and isinstance(above, Mapping) and _goes_on(claim, above):
        yield Stray(claim.line)
    yield from _strays_in(claim)


def _strays_in(claim: Mapping) -> Iterator[Stray]:
    """What in a claim is another one, is no list, or belongs into the part above it."""
    for name, fields in PARTS.items():
        inner = next((each for each in claim if each in fields - CLAIM), None)
        if name in claim and claim[name] is None and inner is not None:
            yield Stray(claim.line, text=f"{inner}: {claim[inner]}")
    for name in LISTS:
        items = claim.get(name)
        if isinstance(items, Mapping) and name == "updates":
            yield Stray(items.line)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, Mapping) and "id" in item and len(item) > 1:
                yield Stray(item.line)
    quantity = claim.get("quantity")
    if isinstance(quantity, list):
        yield from (Stray(each.line) for each in _firsts(quantity))


def _goes_on(claim: Mapping, above: Mapping) -> bool:
    """Whether what stands as a claim is more fields of the one above, or an update of it."""
    if "date" in claim and claim.keys() <= UPDATE:
        return "id" not in above or above.get("updates", claim) is None
    return claim.keys() <= CLAIM and claim.keys().isdisjoint(above)


def _strays_among(section: str, entries: Mapping) -> Iterator[Stray]:
    """What is no entry of a section of keys: another section, a list of fields, one in another."""
    for key, entry in entries.items():
        if isinstance(entry, list):
            yield from (
                Stray(each.line, key if key in SECTIONS else None) for each in _firsts(entry)
            )
        elif isinstance(entry, str) and key in FIELDS_OF[section]:
            yield Stray(entries.line, text=f"{key}: {entry}")
            return
        elif isinstance(entry, Mapping):
            for name, value in entry.items():
                if isinstance(value, Mapping) and _is_entry(value, section):
                    yield Stray(value.line, name)


def _is_entry(value: Any, section: str) -> bool:
    return isinstance(value, Mapping) and bool(value) and value.keys() <= FIELDS_OF[section]


def _firsts(values: Sequence[Any]) -> list[Mapping]:
    return [each for each in values[:1] if isinstance(each, Mapping)]


def without_strays(outline: Outline, found: Sequence[Stray]) -> list[Problem]:
    """Bring what is astray to its place where that is clear, and say of each what is wrong."""
    errors: list[Problem] = []
    left = _MOST_TRIED
    for stray in found:
        line = _line_of(stray, outline.lines)
        region = _around(outline, stray, line)
        own = [outline.lines[n - 1] for n in region.lines]
        size = sum(map(len, own)) + 1
        is_guest = region.section == "claims" and stray.key not in (None, *SECTIONS)
        if is_guest or len(own) > _MOST_LINES:
            continue
        tries = list(islice(_repairs(own, line - region.lines.start, region), left // size))
        left -= len(tries) * size
        repair = _best(tries, region, faults_of(own, region))
        if repair is not None:
            errors += [
                _problem(told, outline.lines) for told in (repair.told, *repair.also) if told
            ]
            outline.replace(region, repair.lines)
    return errors


def _problem(told: Told, lines: Sequence[str]) -> Problem:
    return Problem("E002", told.message or "", told.help, span=told.span(lines))


def _best(tries: Sequence[Repair], region: Region, before: int | None) -> Repair | None:
    """The repair after which the fewest names are in a wrong place, when these are fewer."""
    faults = ((faults_of(repair.lines, region), repair) for repair in tries)
    better = [
        (number, repair)
        for number, repair in faults
        if number is not None and (before is None or number < before)
    ]
    return min(better, key=lambda each: each[0])[1] if better else None


def _repairs(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    first = region.lines.start
    if region.is_item:
        yield from undashed(own, place, first)
    yield from as_keys(own, place, first)
    yield from begun_claims(own, place, region)
    yield from as_claim(own, place, region)
    yield from as_claims(own, place, region)
    yield from as_updates(own, place, first)
    yield from below_its_name(own, place, first)
    yield from moves(own, place, region)


def _line_of(stray: Stray, lines: Sequence[str]) -> int:
    """The line of the key of a stray, or else that on which it begins."""
    if stray.text is not None:
        below = range(stray.line + 1, len(lines) + 1)
        return next((n for n in below if lines[n - 1].strip() == stray.text), stray.line)
    if stray.key is None or _is_named(lines[stray.line - 1], stray.key):
        return stray.line
    above = range(stray.line - 1, 0, -1)
    return next((n for n in above if is_content(lines[n - 1])), stray.line)


def _is_named(line: str, key: str) -> bool:
    match = FIELD.match(line)
    return match is not None and match["name"] == key


def _around(outline: Outline, stray: Stray, line: int) -> Region:
    """The region of a stray, with the one above where an item begins there without an id."""
    if stray.is_section:
        return outline.section_around(line)
    region = outline.region_around(line)
    has_id = _is_named(outline.lines[line - 1], "id")
    if not region.is_item or region.lines.start != line or has_id or line == 1:
        return region
    above = outline.region_around(line - 1)
    if not above.is_item or above.header != region.header:
        return region
    return region._replace(lines=range(above.lines.start, region.lines.stop))
