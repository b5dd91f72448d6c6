"""Reading on after a syntax error: as little as possible is left out, and the rest is read."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from claim_tracker.finding import Span
from claim_tracker.yamldoc.compose import Composed, Mapping, compose
from claim_tracker.yamldoc.decode import REPLACEMENT, split_lines
from claim_tracker.yamldoc.problem import Path, Problem
from claim_tracker.yamldoc.regions import (
    FIELDS,
    MAPPINGS,
    Region,
    indent_of,
    is_content,
    region_around,
    sections,
)
from claim_tracker.yamldoc.repair import OUT_OF_LINE, Repair, Told, repairs

_MOST_ERRORS = 20
_MOST_CHARACTERS = 12_000_000
_MOST_LINES = 400
"""In a longer region than this only its entry as a whole is left out."""
_OUT_OF_PLACE = "this line is not what can stand here"
_RECOVERABLE = ("E002", "E004")
_ID = re.compile(r" *(?:- +)?id: +(?P<id>[a-z0-9-]+) *$")
_LONE_KEY = re.compile(r" +(?P<key>[^\s:#'\"-][^\s:#'\"]*) *: *$")
_KEY = re.compile(r"(?P<key>[^\s:#'\"-][^\s:#'\"]*) *:(?: |$)")


class Recovered(NamedTuple):
    """What could be read, and the text that it was read from, line for line as it was given."""

    composed: Composed
    text: str


def compose_recovering(text: str, *, clean: bool) -> Recovered:
    """Read one YAML document, and when it has syntax errors what stands around them.

    Of each error, up to 20 of them, the smallest part is repaired or left out that lets the
    reading go on: a line moved or completed, else the value, the line, the entry. What was
    left out is spoiled, and a mapping that lacks a field has a gap. `clean` is as for
    `compose`.
    """
    composed = compose(text, clean=clean)
    errors: list[Problem] = []
    entries: set[int] = set()
    gaps: set[int] = set()
    for _ in range(min(_MOST_ERRORS, _MOST_CHARACTERS // (len(text) + 1))):
        step = _next_step(text, composed)
        if step is None:
            break
        errors.append(step.error)
        entries |= step.entries
        gaps |= step.gaps
        text = "\n".join(step.lines)
        composed = compose(text, clean=False)
    composed.problems[:0] = errors
    composed.spoiled |= _entries_at(composed.root, entries)
    composed.gaps |= _entries_at(composed.root, gaps)
    return Recovered(composed, text)


def _next_step(text: str, composed: Composed) -> "_Step | None":
    """What to do about what was read so far; None when that is all that can be done."""
    error = _syntax_error(composed)
    if error is None:
        twice = any(problem.code == "E003" for problem in composed.problems)
        return _key_too_deep(split_lines(text)) if twice else None
    lines = split_lines(text)
    if error.span is None or (error.code == "E004" and _begins_anew(lines, composed.stopped)):
        return None
    return _step(lines, error, error.span.line, composed.stopped)


def _key_too_deep(lines: list[str]) -> "_Step | None":
    """The key of a source or place that is indented as its own fields are."""
    for number in islice(_keys_beside_fields(lines), _MOST_ERRORS):
        line, region = lines[number - 1], region_around(lines, number)
        if region.section in MAPPINGS and region.is_entry and number > region.lines.start:
            span = Span(number, indent_of(line) + 1, number, len(line.rstrip()) + 1)
            advice = f"indent it by {region.indent} spaces"
            error = Problem("E002", OUT_OF_LINE, advice, span=span)
            moved = " " * region.indent + line.lstrip()
            return _Step(error, [*lines[: number - 1], moved, *lines[number:]])
    return None


def _keys_beside_fields(lines: Sequence[str]) -> Iterator[int]:
    """The lines (from 1) of keys without a value whose next line is indented as they are."""
    for number, line in enumerate(lines, start=1):
        match = _LONE_KEY.match(line)
        if match is not None and match["key"] not in FIELDS:
            after = (lines[n] for n in range(number, len(lines)) if is_content(lines[n]))
            if indent_of(next(after, "")) == indent_of(line):
                yield number


def _begins_anew(lines: Sequence[str], line: int) -> bool:
    """Whether a section that stands before a line stands after it again."""
    return bool(sections(lines[: line - 1]) & sections(lines[line:]))


class _Step(NamedTuple):
    """An error and the text without it; the lines of entries left out, and of those with gaps."""

    error: Problem
    lines: list[str]
    entries: frozenset[int] = frozenset()
    gaps: frozenset[int] = frozenset()


def _syntax_error(composed: Composed) -> Problem | None:
    """The error at which the reading ended, when it was one of syntax."""
    last = composed.problems[-1] if composed.problems and composed.stopped else None
    return last if last is not None and last.code in _RECOVERABLE else None


def _step(lines: list[str], error: Problem, line: int, stopped: int) -> _Step | None:
    before = next((n for n in range(stopped - 1, 0, -1) if is_content(lines[n - 1])), stopped)
    suspects = (line, stopped, before)
    if not sections(lines):
        return None
    regions = list(dict.fromkeys(region_around(lines, number) for number in suspects))
    for region in regions:
        own = [lines[n - 1] for n in region.lines]
        if len(own) <= _MOST_LINES and not _is_readable(own, region):
            for repair in repairs(lines, region, suspects):
                if _is_readable(repair.lines, region):
                    return _repaired(lines, region, repair, error)
    whole = next((region for region in regions if region.is_entry), None)
    if whole is None:
        return None
    new = _replaced(lines, whole, _placeholder(lines, whole))
    return _Step(error, new, entries=frozenset((whole.lines.start,))) if new != lines else None


def _repaired(lines: list[str], region: Region, repair: Repair, error: Problem) -> _Step:
    if repair.told is not None:
        error = _told(lines, error, repair.told)
    gaps = frozenset((region.lines.start,)) if repair.loses else frozenset()
    return _Step(error, _replaced(lines, region, repair.lines), gaps=gaps)


def _told(lines: Sequence[str], error: Problem, told: Told) -> Problem:
    """The error in the words of the repair, at the line that it names."""
    line = lines[told.line - 1]
    if error.span is not None and error.span.line == told.line:
        return replace(error, message=told.message or error.message, help=told.help)
    start = indent_of(line)
    span = Span(told.line, start + 1, told.line, max(len(line.rstrip()), start + 1) + 1)
    return replace(error, message=told.message or _OUT_OF_PLACE, help=told.help, span=span)


def _is_readable(own: Sequence[str], region: Region) -> bool:
    """Whether the lines of a region, read alone, are what a region of its kind is."""
    first = next((line for line in own if is_content(line)), "")
    composed = compose("\n".join(own), clean=False)
    if composed.stopped or indent_of(first) != (region.indent if region.is_entry else 0):
        return False
    if not first:
        return not region.is_entry
    return isinstance(composed.root, list if region.is_item else Mapping)


def _replaced(lines: list[str], region: Region, own: Sequence[str]) -> list[str]:
    return [*lines[: region.lines.start - 1], *own, *lines[region.lines.stop - 1 :]]


def _placeholder(lines: Sequence[str], region: Region) -> list[str]:
    """The lines of an entry that is left out: of a claim its id, of another its key."""
    own = [lines[n - 1] for n in region.lines]
    indent = " " * region.indent
    key = _KEY.match(own[0].lstrip())
    if region.is_item:
        found = next((match for line in own if (match := _ID.match(line))), None)
        first = f"{indent}- {{id: {found['id']}}}" if found is not None else f"{indent}- {{}}"
    else:
        first = f"{indent}{key['key']}: {REPLACEMENT}" if key is not None else ""
    return [first, *[""] * (len(own) - 1)]


def _entries_at(root: Any, lines: Collection[int]) -> set[Path]:
    """The paths of the entries, or else of the file itself, that begin at the lines."""
    return {path for path, value in _entries(root) if value.line in lines}


def _entries(root: Any) -> Iterator[tuple[Path, Mapping]]:
    sections = root if isinstance(root, dict) else {}
    for name in ("claims", "sources", "places"):
        section = sections.get(name)
        keys: Any = section if isinstance(section, dict) else range(len(section or ()))
        for key in keys if isinstance(section, dict | list) else ():
            value = section[key] if section is not None else None
            if isinstance(value, Mapping):
                yield (name, key), value
