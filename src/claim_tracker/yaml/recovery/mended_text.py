"""A text while it is mended: the lines by now, where they stand in the file, and the problems."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from claim_tracker.text.diagnostic import Fix, Span
from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.lines import split_lines
from claim_tracker.yaml.outline import Outline, Region
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Problem
from claim_tracker.yaml.recovery.fault import MAX_MENDED_FAULTS
from claim_tracker.yaml.recovery.fixit import Fixit, Replacements, replace_lines
from claim_tracker.yaml.recovery.origins import MendedLines, edit_of

_ID = re.compile("[a-z0-9-]+")
_KEY = re.compile(r"[^\s:#'\"-][^\s:#'\"]*")


class MendedText:
    """A text as it was written and as it is mended, and what is wrong with it.

    `origins` has the written line of each line of the outline; `skipped` those of the entries
    that are left out whole, and `gaps` those of entries that lack a part, with their section.
    `indents` counts the indentations of claims that are left out of the text.
    """

    def __init__(self, text: str, indents: Counter[int], *, has_replacements: bool) -> None:
        self.written = split_lines(text)
        self.outline = Outline(self.written, indents)
        self.origins = list(range(1, len(self.written) + 1))
        self.problems: list[Problem] = []
        self.skipped: set[int] = set()
        self.gaps: dict[int, str] = {}
        self._unsure: set[int] = set()
        """The lines that are mended in one of several ways."""
        self._line_end = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r"
        self._indents = indents
        self._has_replacements = has_replacements

    @property
    def text(self) -> str:
        """Return the text as it is mended by now."""
        return "\n".join(self.outline.lines)

    @property
    def sure_problems(self) -> list[Problem]:
        """Return the problems, without the fix of one whose lines have a fault without a fix."""
        return list(map(self._if_sure, self.problems))

    def mend_lines(self, fixits: Iterable[Fixit]) -> None:
        """Mend lines of the whole text, each by the first of the fix-its for it."""
        whole = Region(1, self.outline.lines, "", 0, is_entry=False)
        replacements: Replacements = {}
        for fixit in fixits:
            if replacements.keys().isdisjoint(fixit.replacements):
                replacements |= fixit.replacements
                if not fixit.is_known and len(self.problems) < MAX_MENDED_FAULTS:
                    self.problems.append(self._problem(whole, fixit, None))
        if replacements:
            self.outline = Outline(replace_lines(whole.lines, replacements), self._indents)
            self.origins = _origins_after(replacements, self.origins)

    def is_read_with(self, region: Region, fixit: Fixit) -> bool:
        """Whether a text that can be read still can be with a fix-it of a region.

        The lines of a region that cannot be read alone may be a part of what stands in brackets.
        """
        if not compose("\n".join(region.lines)).stopped:
            return True
        above, below = self.outline.lines[: region.start - 1], self.outline.lines[region.stop - 1 :]
        return not compose("\n".join([*above, *fixit.applied(region.lines), *below])).stopped

    def mend(self, region: Region, fixit: Fixit, problem: Problem | None) -> None:
        """Mend a region, and report its problem, in the words of the fix-it if it has some."""
        if not fixit.is_known or not self._has_replacements:
            found = self._problem(region, fixit, problem)
            self.problems.append(found)
            if found.fix is None:
                self._unsure |= {self.origins[region.start + n - 1] for n in fixit.replacements}
        origins = self.origins[region.start - 1 : region.stop - 1]
        # A text that has an error where it ends, in the middle of a line, may have been cut there.
        is_cut = fixit.help is not None and region.start + fixit.at == len(self.outline.lines)
        if fixit.loses or is_cut:
            self.gaps[origins[0]] = region.section
        origins = _origins_after(fixit.replacements, origins)
        self._replace(region, fixit.applied(region.lines), origins)

    def skip(self, entry: Region, problem: Problem) -> bool:
        """Leave out an entry, and report its problem; false for one that was left out before."""
        origin = self.origins[entry.start - 1]
        if origin in self.skipped:
            return False
        self.problems += self.as_written([problem])
        self.skipped.add(origin)
        self._replace(entry, [_placeholder(entry)], [origin])
        return True

    def as_written(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of the mended lines, where they stand in those that were written."""
        lines = MendedLines(self.written, self.outline.lines, self.origins)
        return [
            each if each.span is None else each._replace(span=lines.as_written(each.span))
            for each in problems
        ]

    def _replace(self, region: Region, lines: list[str], origins: list[int]) -> None:
        self.origins[region.start - 1 : region.stop - 1] = origins
        self.outline.replace(region, lines)

    def _if_sure(self, problem: Problem) -> Problem:
        edits = problem.fix.edits if problem.fix is not None else ()
        lines = {n for edit in edits for n in range(edit.span.line, edit.span.end_line + 1)}
        return problem if lines.isdisjoint(self._unsure) else problem._replace(fix=None)

    def _problem(self, region: Region, fixit: Fixit, problem: Problem | None) -> Problem:
        """Return the problem in the words of the fix-it, at the line it names, with its edits."""
        # Of a name that is there twice, one can as well be deleted.
        is_twice = problem is not None and problem.code == "E003"
        fix = None if is_twice else self._fix(region, fixit)
        if fixit.help is None and problem is not None:
            return self.as_written([problem])[0]._replace(fix=fix)
        line = region.start + fixit.at
        start, stop = fixit.columns or (0, len(region.lines[fixit.at]))
        span = Span(line, start + 1, line, max(stop, start + 1) + 1)
        message = fixit.message or (problem.message if problem is not None else "")
        # What is hidden is a finding of its own, which says to delete it.
        advice = (fixit.help or "").replace(REPLACEMENT, "")
        found = Problem("E002", message, advice, span=span)
        return self.as_written([found])[0]._replace(fix=fix)

    def _fix(self, region: Region, fixit: Fixit) -> Fix | None:
        """Return the edits of the file that a fix-it makes, where it is the only fix there."""
        if not fixit.is_whole or fixit.help is None:
            return None
        edits = []
        for n, new in sorted(fixit.replacements.items()):
            origin = self.origins[region.start + n - 1]
            if self.written[origin - 1] != region.lines[n]:
                return None
            edits.append(edit_of(self.written, origin, new, self._line_end))
        return Fix(fixit.help, tuple(edits))


def _origins_after(replacements: Replacements, origins: Sequence[int]) -> list[int]:
    """Return the written line of each line, after others stand instead of some."""
    return [origin for n, origin in enumerate(origins) for _ in replacements.get(n, ("",))]


def _placeholder(region: Region) -> str:
    """Return the line of an entry that is skipped: of a claim its id, of another its key."""
    indent, name = " " * region.indent, region.name or ""
    if region.is_item:
        return f"{indent}- {{id: {name}}}" if _ID.fullmatch(name) else f"{indent}- {{}}"
    return f"{indent}{name}: {REPLACEMENT}" if _KEY.fullmatch(name) else ""
