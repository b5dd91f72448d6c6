"""The fixes that have one right answer, made so that every other byte stays."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claim_tracker.checks.locate import parts_of
from claim_tracker.checks.rules.registry import CROSS_FILE_RULES
from claim_tracker.edit.edits import compatible, edited, is_in_lines, line_origins
from claim_tracker.edit.proof import Proof
from claim_tracker.edit.unseen import ends_of_lines, is_unseen, needless_characters
from claim_tracker.text.diagnostic import Edit, Finding, Fix, Span
from claim_tracker.text.display import one_line
from claim_tracker.yaml import Document, Path, read, value_at
from claim_tracker.yaml.decode import byte_order_mark
from claim_tracker.yaml.document import read_text
from claim_tracker.yaml.lines import without_blank_tabs
from claim_tracker.yaml.parser import compose

_HIDDEN = "E213"
_UNREADABLE = ("E001", "E009")
"""The codes of a file that is not UTF-8, or too large: its text differs from its bytes."""
_MAX_IN_VAIN = 20
"""How many readings in a row may make no progress."""
_MAX_READINGS = 20
_MAX_CHARACTERS = 5_000_000
"""Readings in all: `_MAX_READINGS`, or more of a small file, up to so many characters."""
_MAX_JOINT_CHECKS = 20
_CROSS_FILE = frozenset(rule.code for rule in CROSS_FILE_RULES)

Check = Callable[[Document], Sequence[Finding]]
"""From a document to the findings that are to be fixed."""
JointCheck = Callable[[Sequence[Document]], Sequence[Finding]]
"""From the documents of all files to the findings that are to be fixed."""
_Found = dict[Fix, Finding | None]
"""Fixes, each with its finding, or None for one without."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes, and what was fixed: one line in words for each.

    Without fixes the text is unchanged. Line numbers are those of the old text. `left` counts the
    findings that remain.
    """

    text: str
    mended: tuple[str, ...]
    left: int = field(default=0, compare=False)


class _Checked(NamedTuple):
    """A document and its findings."""

    document: Document
    findings: tuple[Finding, ...]

    def fixes(self, rejected: Container[Fix]) -> _Found:
        """Return the fixes to try, without the rejected ones and those that overlap.

        Fixes of the syntax come first, without others: other findings may only follow from a
        fault of syntax. A text that is not the whole file gets no fixes.
        """
        if any(problem.code in _UNREADABLE for problem in self.document.text.problems):
            return {}
        found: _Found = {
            finding.fix: finding
            for finding in self.findings
            if finding.fix is not None and finding.code != _HIDDEN
        }
        syntax = {fix for fix, finding in found.items() if _is_of_syntax(finding)}
        if syntax or not self.document.complete:
            found = {fix: found[fix] for fix in syntax}
        else:
            found |= dict.fromkeys(ends_of_lines(self.document))
            if any(finding.code == _HIDDEN for finding in self.findings):
                found |= dict.fromkeys(needless_characters(self.document))
        return {fix: found[fix] for fix in compatible(fix for fix in found if fix not in rejected)}


@dataclass(slots=True)
class _Run:
    """A text on its way to the one in which nothing is left to fix.

    `numbers` has for each line its number in the file, `done` the fixes in words with these
    numbers, and `readings` is how many more readings are allowed.
    """

    name: str
    mark: str
    state: _Checked
    numbers: Sequence[int]
    readings: int
    done: list[tuple[int, str]] = field(default_factory=list)

    def find(self, findings: Iterable[Finding]) -> None:
        """Take those of the findings of a check that are of this file for those of its text."""
        found = tuple(finding for finding in findings if finding.file == self.name)
        self.state = _Checked(self.state.document, found)

    def make_all(self, check: Check) -> bool:
        """Make passes until one makes no fix, and return whether there was a fix.

        `check` finds what is wrong in each later text.
        """
        is_changed = False
        while self._pass(check):
            is_changed = True
        return is_changed

    def fixed(self) -> Fixed:
        """Return the text as it is, and what was fixed, in the order of the file."""
        done = sorted(self.done, key=lambda each: each[0])
        words = tuple(f"line {line}: {words}" for line, words in done)
        text = self.mark + self.state.document.text.written
        return Fixed(text, words, len(self.state.findings))

    def _pass(self, check: Check) -> bool:
        """Make all fixes that can be made, and return whether there was one.

        A fix that was rejected is tried again in the next pass: the last pass, which makes none, is
        all that another run would do.
        """
        rejected: set[Fix] = set()
        in_vain, is_changed = 0, False
        fixes = self.state.fixes(rejected)
        while fixes and self.readings > 0 and in_vain < _MAX_IN_VAIN:
            suspects = self._try(fixes, check)
            if suspects:
                in_vain += 1
                fixes = _fewer(fixes, suspects, rejected) or self.state.fixes(rejected)
            else:
                in_vain, is_changed = 0, True
                fixes = self.state.fixes(rejected)
        return is_changed

    def _try(self, fixes: _Found, check: Check) -> list[list[Fix]]:
        """Make the fixes, or return the groups of fixes that each have a wrong one.

        While the new document is checked, the old one is let go: both of a large file, and what a
        check makes, take much memory. Where a fix was in vain, the old text is read once more.
        """
        self.readings -= 1
        (old, findings), edits = self.state, _edits(fixes)
        text = edited(old.text.written, edits)
        new = read(self.name, (self.mark + text).encode())
        suspects = _disproved(old, new, fixes)
        if suspects:
            return suspects
        written, origins = old.text, line_origins(old.lines, edits)
        done = [(self.numbers[_line(fix) - 1], _in_words(fix, old.lines)) for fix in fixes]
        del old
        self.state = _Checked(new, ())
        self.find(check(new))
        suspects = _in_vain(findings, self.state.findings, fixes, origins)
        if suspects:
            self.state = _Checked(read_text(self.name, written), findings)
            return suspects
        self.done += done
        self.numbers = [self.numbers[line] for line in origins]
        return []


def fixed_point(name: str, data: bytes, check: Check) -> Fixed:
    """Return the text of a file after its fixes, repeated until nothing is left to fix.

    A fix is made where the text, read again, has the data it is to have and not the finding.
    The text has the byte order mark of the data. Data that is not UTF-8, or too large, gives
    what could be read of it.
    """
    run = _run(name, data)
    run.find(check(run.state.document))
    run.make_all(check)
    return run.fixed()


def fixed_points(contents: Mapping[str, bytes], check: JointCheck) -> dict[str, Fixed]:
    """Return the texts of several files after their fixes, each by the name of its file.

    All files are checked together, then each is fixed as `fixed_point` does, until none changes:
    so the number of joint checks does not grow with the files. In a file where a joint check
    finds what a rule across files finds, the joint checks alone apply these rules.
    """

    def single(document: Document) -> Sequence[Finding]:
        return check([document])

    def uncompared(document: Document) -> Sequence[Finding]:
        return [finding for finding in single(document) if finding.code not in _CROSS_FILE]

    if len(contents) == 1:
        return {name: fixed_point(name, data, single) for name, data in contents.items()}
    runs = [_run(name, data) for name, data in contents.items()]
    for _ in range(_MAX_JOINT_CHECKS):
        found: dict[str, list[Finding]] = {run.name: [] for run in runs}
        for finding in check([run.state.document for run in runs]):
            found[finding.file].append(finding)
        is_changed = False
        for run in runs:
            if any(finding.code in _CROSS_FILE for finding in found[run.name]):
                run.find(found[run.name])
                is_changed |= run.make_all(uncompared)
            else:
                run.find(single(run.state.document))
                is_changed |= run.make_all(single)
        if not is_changed:
            break
    return {run.name: run.fixed() for run in runs}


def _run(name: str, data: bytes) -> _Run:
    mark = byte_order_mark(data)
    document = read(name, data)
    numbers = range(1, len(document.lines) + 1)
    readings = max(_MAX_READINGS, _MAX_CHARACTERS // (len(data) + 1))
    return _Run(name, mark, _Checked(document, ()), numbers, readings)


def _fewer(fixes: _Found, suspects: Sequence[Sequence[Fix]], rejected: set[Fix]) -> _Found:
    """Return the fixes to try next: the unsuspected ones, else half of each suspected group.

    A fix that is the only suspect of its group is rejected.
    """
    suspected = {fix for group in suspects for fix in group}
    others = {fix: finding for fix, finding in fixes.items() if fix not in suspected}
    if others:
        return others
    rejected.update(group[0] for group in suspects if len(group) == 1)
    halves = {fix for group in suspects for fix in group[: len(group) // 2]}
    return {fix: fixes[fix] for fix in fixes if fix in halves and fix not in rejected}


def _disproved(old: Document, new: Document, fixes: _Found) -> list[list[Fix]]:
    """Return groups of fixes, each with one that changed data it was to keep."""
    of_syntax = any(map(_is_of_syntax, fixes.values()))
    edits = [edit for edit in _edits(fixes) if not is_unseen(edit, old.lines[edit.span.line - 1])]
    proof = Proof(old, sorted(edits), of_syntax=of_syntax)
    root, stopped = _data_after(old, new, of_syntax=of_syntax)
    spans: list[tuple[Span, bool]] = []
    if stopped:
        origins = line_origins(old.lines, _edits(fixes))
        line = origins[min(stopped, len(origins)) - 1] + 1
        spans = [(Span(line, 1, line, 1), False)]
    for path in () if stopped else proof.unexplained(old.root, root):
        is_text = not isinstance(value_at(old.root, path), dict | list)
        spans.append((old.span(path), is_text))
    return _suspects(old, spans, fixes)


def _suspects(
    old: Document, spans: Iterable[tuple[Span, bool]], fixes: Iterable[Fix]
) -> list[list[Fix]]:
    """Return for each span the fixes on its line if it is text, else those in its entry.

    Without one of these, all fixes.
    """
    spans = [*spans]
    if not spans:
        return []
    parts = parts_of(old)
    nearby: dict[int | Path, list[Fix]] = {}
    for fix in fixes:
        nearby.setdefault(parts.path_at(fix.edits[0].span), []).append(fix)
        for line in {edit.span.line for edit in fix.edits}:
            nearby.setdefault(line, []).append(fix)
    groups: dict[int | Path | None, list[Fix]] = {}
    for span, is_text in spans:
        part = parts.path_at(span)
        key = span.line if is_text and span.line in nearby else part if part in nearby else None
        groups[key] = [*fixes] if key is None else nearby[key]
    return [*groups.values()]


def _data_after(old: Document, new: Document, *, of_syntax: bool) -> tuple[Any, int]:
    """Return the data of the new document read as the old one was, and the line of a fault.

    Misplaced lines stay misplaced as in the old one. The line is 0 where the text is YAML.
    """
    was_mended = old.readable not in (old.text.visible, without_blank_tabs(old.text.visible))
    if of_syntax or was_mended or new.readable == new.text.visible:
        return new.root, 0
    readable = without_blank_tabs(new.text.visible)
    composed = compose(readable, has_replacements=bool(new.text.problems))
    return composed.root, composed.stopped


def _in_vain(
    old: Iterable[Finding], new: Iterable[Finding], fixes: _Found, origins: Sequence[int]
) -> list[list[Fix]]:
    """Return the fixes whose findings remain, each as a group.

    `origins` has for each line of the new text the index of the one that it was in the old one.
    """
    earlier = Counter(_identity(finding, finding.span.line) for finding in old)
    later = Counter(_identity(finding, origins[finding.span.line - 1] + 1) for finding in new)
    fixed = {
        fix: _identity(finding, finding.span.line)
        for fix, finding in fixes.items()
        if finding is not None
    }
    expected = earlier - Counter(fixed.values())
    return [[fix] for fix, each in fixed.items() if later[each] > expected[each]]


def _identity(finding: Finding, line: int) -> tuple[str, str, int]:
    """Return what identifies a finding across readings, on a given line."""
    return finding.code, finding.message, line


def _line(fix: Fix) -> int:
    return fix.edits[0].span.line


def _edits(fixes: Iterable[Fix]) -> list[Edit]:
    return [edit for fix in fixes for edit in fix.edits]


def _is_of_syntax(finding: Finding | None) -> bool:
    return finding is not None and finding.code.startswith("E0")


def _in_words(fix: Fix, lines: Sequence[str]) -> str:
    """Return what a fix did: the old and the new text where it replaced one within a line."""
    span, text = fix.edits[0]
    old = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    written, new = one_line(old), one_line(text)
    if len(fix.edits) > 1 or not is_in_lines(fix) or not (old and text) or written == new:
        return f"done: {fix.message}"
    return f"`{written}` is now `{new}`"
