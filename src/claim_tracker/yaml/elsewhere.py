"""Entries that stand in the section of others: told once, and left out of that section."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from claim_tracker.yaml.field_names import FIELDS, MAPPINGS, SECTIONS, section_of
from claim_tracker.yaml.indent import indent_of
from claim_tracker.yaml.lines import (
    FIELD,
    Repair,
    Told,
    block_end,
    siblings_end,
    word_of,
)
from claim_tracker.yaml.outline import Region
from claim_tracker.yaml.parsed import Composed, Mapping
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import At, Path, Problem

_ONE_OF = {"sources": "a source", "places": "a place"}


class _Guest(NamedTuple):
    """An entry that stands elsewhere, the section that it belongs to, and the line it begins on.

    Of a whole section inside another one `is_section` is true.
    """

    path: Path
    section: str
    line: int
    key: str | None
    is_section: bool = False


def told_elsewhere(composed: Composed) -> Composed:
    """What was read, with a problem for all entries in a row that stand in another section.

    What else seems wrong with them follows from it, and so does what refers to them. Where a
    problem is there already on the line of the first, it is told.
    """
    rows = list(_rows(composed.root)) if isinstance(composed.root, Mapping) else []
    if not rows:
        return composed
    told = {problem.span.line for problem in composed.problems if problem.span is not None}
    problems = [_problem(row, composed.root) for row in rows if row[0].line not in told]
    guests = [guest for row in rows for guest in row]
    for guest in guests:
        _left_out(composed.root, guest)
    return replace(
        composed,
        problems=[*composed.problems, *problems],
        spoiled=composed.spoiled | {guest.path for guest in guests},
        gaps=composed.gaps | {(guest.section,) for guest in guests},
    )


def _left_out(root: Mapping, guest: _Guest) -> None:
    """The data without what stands elsewhere; in a list an empty mapping keeps its place."""
    *above, last = guest.path
    key: Any = last
    holder: Any = root[str(above[0])] if above else root
    if isinstance(holder, list):
        holder[key] = Mapping()
        holder[key].line = guest.line
    else:
        del holder[key]


def set_among_claims(own: list[str], place: int, region: Region) -> Iterator[Repair]:
    """Sources or places by their keys, at one column among claims, as items of these."""
    column, new, said = indent_of(own[place]), list(own), None
    for n in range(place, siblings_end(own, place)) if region.section == "claims" else ():
        field = FIELD.match(own[n])
        if field is None or field["lead"] != " " * column or field["name"] in FIELDS:
            continue
        key, value = field["name"], field["value"] or ""
        entry = compose("\n".join(own[n : block_end(own, n)]), clean=False).root
        section = section_of(entry.get(key)) if isinstance(entry, Mapping) else None
        if section is not None:
            item = f"{{id: {key}, {value[1:]}" if value.startswith("{") else f"id: {key}"
            new[n] = f"{' ' * region.indent}- {item}"
            message, advice = said_of(section, key)
            said = said or Told(region.lines.start + n, advice, message, word_of(own[n]))
    if said is not None:
        yield Repair(new, said)


def said_of(section: str, key: str | None) -> tuple[str, str]:
    """What is said of an entry that belongs to another section, and what to do with it."""
    advice = f"move it under `{section}:`, " + (f"as `{key}:`" if key else "below a key of its own")
    return f"this is {_ONE_OF[section]}", advice


def _rows(root: Mapping) -> Iterator[list[_Guest]]:
    """The guests that stand one below the other, of each section."""
    claims = root.get("claims")
    among = [_among_claims(*each) for each in enumerate(claims if isinstance(claims, list) else ())]
    yield from _together(among)
    for name in MAPPINGS:
        section = root.get(name)
        entries = section.items() if isinstance(section, Mapping) else ()
        yield from _together([_among(name, key, entry) for key, entry in entries])
    yield from _together([_at_the_margin(name, value) for name, value in root.items()])


def _together(guests: Sequence[_Guest | None]) -> Iterator[list[_Guest]]:
    for _, row in groupby(guests, key=lambda guest: guest and guest.section):
        found = [guest for guest in row if guest is not None]
        if found:
            yield found


def _among_claims(index: int, claim: Any) -> _Guest | None:
    """A source or a place with its fields, or below its key, that stands as a claim."""
    if not isinstance(claim, Mapping):
        return None
    key, entry = claim.get("id"), claim
    if len(claim) == 1:
        ((key, entry),) = claim.items()
    section = section_of(entry)
    if section is None or len(entry) == 1:
        return None
    return _Guest(("claims", index), section, claim.line, key if isinstance(key, str) else None)


def _among(name: str, key: str, entry: Any) -> _Guest | None:
    """A source that stands as a place, or a place as a source; or all of them as one."""
    if not isinstance(entry, Mapping):
        return None
    section = section_of(entry)
    if section is not None and section != name:
        return _Guest((name, key), section, entry.line, key)
    if key in MAPPINGS and entry and all(section_of(each) == key for each in entry.values()):
        return _Guest((name, key), key, entry.line, key, is_section=True)
    return None


def _at_the_margin(name: str, value: Any) -> _Guest | None:
    """A source or a place that stands as a section."""
    section = section_of(value) if name not in SECTIONS else None
    return _Guest((name,), section, value.line, name) if section is not None else None


def _problem(row: Sequence[_Guest], root: Mapping) -> Problem:
    """The problem of entries in a row; those that end a section lack only the name of theirs."""
    first, section = row[0], row[0].section
    above = first.path[0]
    message, advice = said_of(section, first.key)
    if first.is_section:
        message = f"`{section}:` stands inside `{above}`"
        advice = "begin it at the start of the line"
    elif (
        above in MAPPINGS
        and section not in root
        and row[-1].key == next(reversed(root[str(above)]))
    ):
        message, advice = "this section has no name", f"write `{section}:` on the line above"
    elif len(row) > 1:
        advice += f", and the next {len(row) - 1 if len(row) > 2 else 'one'} too"
    at: At = "value" if above == "claims" else "key"
    return Problem("E002", message, advice, first.path, at=at)
