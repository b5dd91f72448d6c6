"""Merge conflicts that nobody resolved: of each the first side is read."""

import re
from collections.abc import Sequence

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml.problem import Problem

_MOST_REPORTED = 20
_BOTH = "keep one of the two sides, and delete the markers"
_BEGIN = re.compile(r"<{7}(?: |$)")
_MIDDLE = re.compile(r"[|]{7}(?: |$)|={7}$")
_END = re.compile(r">{7}(?: |$)")


def without_conflicts(lines: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """The lines with blanks for the marks and the other sides, and a problem for each, up to 20."""
    left = list(lines)
    problems: list[Problem] = []
    begun, other = 0, 0
    for number, line in enumerate(lines, start=1):
        if _BEGIN.match(line):
            problems.append(_problem(number, "an unresolved merge conflict begins here", _BOTH))
            begun, other = number, 0
            left[number - 1] = ""
        elif begun and _MIDDLE.match(line):
            other = other or number
            left[number - 1] = ""
        elif begun and _END.match(line):
            first = (other or number) - 1
            left[first:number] = [""] * (number - first)
            begun = 0
        elif _MIDDLE.match(line) or _END.match(line):
            problems.append(
                _problem(number, "a marker of a merge conflict is left here", "delete it")
            )
            left[number - 1] = ""
    return left, problems[:_MOST_REPORTED]


def _problem(line: int, message: str, advice: str) -> Problem:
    return Problem("E002", message, advice, span=Span(line, 1, line, 8))
