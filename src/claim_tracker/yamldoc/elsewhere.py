"""Entries that stand in the section of others: told once, and left out of that section."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from claim_tracker.yamldoc.composed import Composed, Mapping
from claim_tracker.yamldoc.names import MAPPINGS, section_of
from claim_tracker.yamldoc.problem import At, Path, Problem

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
    return replace(
        composed,
        problems=[*composed.problems, *problems],
        spoiled=composed.spoiled | {each.path for row in rows for each in row},
        gaps=composed.gaps | {(row[0].section,) for row in rows},
    )


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


def _problem(row: Sequence[_Guest], root: Mapping) -> Problem:
    """The problem of entries in a row; those that end a section lack only the name of theirs."""
    first, section = row[0], row[0].section
    above = str(first.path[0])
    message, advice = said_of(section, first.key)
    if first.is_section:
        message = f"`{section}:` stands inside `{above}`"
        advice = "begin it at the start of the line"
    elif above in MAPPINGS and section not in root and row[-1].key == [*root[above]][-1]:
        message, advice = "this section has no name", f"write `{section}:` on the line above"
    elif len(row) > 1:
        advice += f", and the next {len(row) - 1} too"
    at: At = "key" if above in MAPPINGS else "value"
    return Problem("E002", message, advice, first.path, at=at)
