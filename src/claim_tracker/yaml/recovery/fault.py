"""The faults at which a reading ended, or that it left: where they are, and of what kind."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from claim_tracker.yaml.field_names import misplaced_in_file
from claim_tracker.yaml.lines import indent_of, is_content
from claim_tracker.yaml.outline import Outline
from claim_tracker.yaml.parsed import Composed
from claim_tracker.yaml.problem import Path, Problem
from claim_tracker.yaml.span_finder import SpanFinder, starts_of_claims

MAX_MENDED_FAULTS = 20
MAX_REGION_LINES = 400
"""In a longer region than this only its entry as a whole is left out."""


class Fault(NamedTuple):
    """A problem, or only a line (from 1) with a misplaced field.

    `suspects` are the lines that may be faulty.
    """

    line: int
    suspects: tuple[int, ...]
    problem: Problem | None = None

    @property
    def is_of_double_name(self) -> bool:
        """Whether a name is there twice."""
        return self.problem is not None and self.problem.code == "E003"

    @property
    def is_of_syntax(self) -> bool:
        """Whether the text is no YAML there."""
        return self.problem is not None and not self.is_of_double_name


def faults_of(outline: Outline, composed: Composed) -> Iterator[Fault]:
    """Yield the fault of syntax at which the reading ended, or else the misplaced fields.

    These from the last to the first, so that a mend moves none that is still to come.
    """
    if not composed.stopped:
        faults = islice(_misplaced_fields(composed, outline.lines), MAX_MENDED_FAULTS)
        yield from sorted(faults, key=lambda fault: fault.line, reverse=True)
    elif (fault := _fault_of_syntax(outline, composed)) is not None:
        yield fault


def _fault_of_syntax(outline: Outline, composed: Composed) -> Fault | None:
    """Return the fault at which the reading ended, where it can be mended."""
    problem = end_of_reading(composed)
    if problem is None or problem.span is None or not outline.is_known:
        return None
    if problem.code == "E004" and outline.begins_anew(composed.stopped):
        return None
    line = problem.span.line
    return Fault(line, _suspects(outline.lines, line, composed.stopped), problem)


def end_of_reading(composed: Composed) -> Problem | None:
    """Return the error at which a reading ended, when it was one of syntax."""
    last = composed.problems[-1] if composed.problems and composed.stopped else None
    return last if last is not None and last.code in ("E002", "E004") else None


def _suspects(lines: Sequence[str], line: int, stopped: int) -> tuple[int, ...]:
    """Return the lines that may be faulty: the named ones, the one above, and the one in line.

    So may be the first of those that are in line with the one above.
    """
    above = range(min(stopped - 1, len(lines)), max(stopped - MAX_REGION_LINES, 0), -1)
    content = [n for n in above if is_content(lines[n - 1])]
    indent = indent_of(lines[stopped - 1]) if stopped <= len(lines) else 0
    beside = next((n for n in content if indent_of(lines[n - 1]) <= indent), stopped)
    above_it = indent_of(lines[content[0] - 1]) if content else 0
    run = list(takewhile(lambda n: indent_of(lines[n - 1]) == above_it, content))
    return (line, stopped, *content[:1], beside, *run[-1:])


def _misplaced_fields(composed: Composed, lines: Sequence[str]) -> Iterator[Fault]:
    """Yield the first misplaced field of each entry, and the names that are there twice."""
    for problem in composed.problems:
        if problem.code == "E003" and problem.span is not None:
            line = problem.span.line
            above = next((n for n in range(line - 1, 0, -1) if is_content(lines[n - 1])), line)
            yield Fault(line, (line, above), problem)
    done: Path = ()
    starts = starts_of_claims(composed.root)
    finder = SpanFinder("\n".join(lines), lines, composed, starts, has_replacements=True)
    for path in (*composed.out_of_line, *misplaced_in_file(composed.root)):
        if path[:2] != done:
            line = finder.span(path, "key").line
            rest = range(line + 1, min(line + MAX_REGION_LINES, len(lines)) + 1)
            below = next((n for n in rest if is_content(lines[n - 1])), line)
            yield Fault(line, (line, below))
        done = path[:2]
