"""Reading on after a syntax error: the entry that has it is left out, the others are read."""

import re
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from claim_tracker.yamldoc.compose import Composed, Mapping, compose
from claim_tracker.yamldoc.decode import REPLACEMENT, split_lines
from claim_tracker.yamldoc.problem import Path, Problem

_MOST_ERRORS = 20
_MOST_CHARACTERS = 20_000_000
_SECTION = re.compile(r"(?:version|timezone|publisher|checks|sources|places|claims) *:(?P<rest>.*)")
_ID = re.compile(r" *(?:- +)?id: +(?P<id>[a-z0-9-]+) *$")
_ENTRY = re.compile(
    r"(?P<indent> *)(?:(?P<item>-)(?: |$)|(?P<key>[^\s:#'\"-][^\s:#'\"]*) *:(?: |$))"
)


class Recovered(NamedTuple):
    """What could be read, and the text that it was read from, line for line as it was given."""

    composed: Composed
    text: str


def compose_recovering(text: str, *, clean: bool) -> Recovered:
    """Read one YAML document, and when it has syntax errors what stands around them.

    Each entry of `claims`, `sources` or `places` with an error is left out, up to 20 of them;
    its path is spoiled. `clean` is as for `compose`.
    """
    composed = compose(text, clean=clean)
    errors: list[Problem] = []
    gaps: set[int] = set()
    for _ in range(min(_MOST_ERRORS, _MOST_CHARACTERS // (len(text) + 1))):
        error = _syntax_error(composed)
        if error is None or error.span is None:
            break
        lines = split_lines(text)
        entry = _entry_around(lines, error.span.line)
        if entry is None or entry.start in gaps:
            break
        errors.append(error)
        gaps.add(entry.start)
        text = "\n".join(_without_entry(lines, entry))
        composed = compose(text, clean=False)
    composed.problems[:0] = errors
    composed.spoiled |= _claims_at(composed.root, gaps)
    return Recovered(composed, text)


def _syntax_error(composed: Composed) -> Problem | None:
    """The error at which the reading ended, when it was one of syntax."""
    last = composed.problems[-1] if composed.problems and not composed.complete else None
    return last if last is not None and last.code == "E002" else None


def _entry_around(lines: Sequence[str], number: int) -> range | None:
    """The lines (from 1) of the entry that a line belongs to; None when it is in none.

    A line that is not indented is no part of an entry, but of the file itself.
    """
    number = min(number, len(lines))
    if re.match("[A-Za-z]", lines[number - 1]):
        return None
    header = next((n for n in range(number, 0, -1) if _SECTION.match(lines[n - 1])), 0)
    if header in (0, number):
        return None
    after = range(header + 1, len(lines) + 1)
    end = next((n for n in after if _SECTION.match(lines[n - 1])), len(lines) + 1)
    inside = range(header + 1, end)
    first = next((match for n in inside if (match := _ENTRY.match(lines[n - 1]))), None)
    if first is None:
        return None
    starts = [n for n in inside if _is_entry_like(lines[n - 1], first)]
    start = max((n for n in starts if n <= number), default=0)
    if start == 0:
        return None
    return range(start, min((n for n in starts if n > start), default=end))


def _is_entry_like(line: str, first: re.Match[str]) -> bool:
    match = _ENTRY.match(line)
    return (
        match is not None
        and match["indent"] == first["indent"]
        and (match["item"] is None) == (first["item"] is None)
    )


def _without_entry(lines: list[str], entry: range) -> list[str]:
    """The lines with a placeholder for the entry: a claim by its id, another by its key."""
    body = lines[entry.start - 1 : entry.stop - 1]
    match = _ENTRY.match(body[0])
    if match is not None and match["key"] is not None:
        placeholder = f"{match['indent']}{match['key']}: {REPLACEMENT}"
    else:
        found = next((_ID.match(line) for line in body if _ID.match(line)), None)
        content = f"{{id: {found['id']}}}" if found is not None else "{}"
        placeholder = f"{match['indent'] if match is not None else ''}- {content}"
    gap = [placeholder, *[""] * (len(body) - 1)]
    return [*lines[: entry.start - 1], *gap, *lines[entry.stop - 1 :]]


def _claims_at(root: Any, lines: Collection[int]) -> set[Path]:
    """The paths of the claims that begin at the lines."""
    claims = root.get("claims") if isinstance(root, dict) else None
    return {
        ("claims", index)
        for index, claim in enumerate(claims if isinstance(claims, list) else ())
        if isinstance(claim, Mapping) and claim.line in lines
    }
