"""Mending what has one right answer, and keeping every other byte."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claim_tracker.checks.locate import parts_of
from claim_tracker.edit.edits import compatible, edited, is_in_lines, line_origins
from claim_tracker.edit.proof import Proof
from claim_tracker.edit.unseen import ends_of_lines, is_unseen, needless_characters
from claim_tracker.text.diagnostic import Edit, Finding, Fix
from claim_tracker.text.display import one_line
from claim_tracker.yaml import Document, Path, read
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.recovery import without_blank_tabs

_MARK = "\ufeff"
_HIDDEN = "E213"
_UNREADABLE = ("E001", "E009")
"""What tells that the file is not UTF-8, or too large: its text is another than its bytes."""
_MOST_READINGS = 20

Check = Callable[[Document], Sequence[Finding]]
"""What finds the findings of a document that are to be mended."""
_Found = dict[Fix, Finding | None]
"""Fixes, each with its finding where it has one."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes, and what they are: one line in words for each.

    Without fixes the text is that of before. Lines are those of the text before. `left` counts
    the findings that are still there.
    """

    text: str
    mended: tuple[str, ...]
    left: int = field(default=0, compare=False)


class _State(NamedTuple):
    """A document, and what is found in it."""

    document: Document
    findings: tuple[Finding, ...]

    def fixes(self, hopeless: Container[Fix]) -> _Found:
        """The fixes that can be made together and are not hopeless.

        Those of the syntax come alone: what else is found may only follow from it. A text that
        is not all of the file is left as it is.
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
        return {fix: found[fix] for fix in compatible(fix for fix in found if fix not in hopeless)}


def fixed_point(name: str, data: bytes, check: Check) -> Fixed:
    """Mend the bytes of a file, and again what only then is found, until nothing is left to do.

    A fix is made where the text, read again, says what it is to say, and its finding is gone. Of
    those of an entry that fail together, half are tried again. The text has the byte order mark
    that the data has; of data that is not UTF-8, or too large, it is what could be read.
    """
    mark = _MARK if data.startswith(_MARK.encode()) else ""
    state = _state(name, data, check)
    numbers: Sequence[int] = range(1, len(state.document.lines) + 1)
    done: list[tuple[int, str]] = []
    hopeless: set[Fix] = set()
    fixes = state.fixes(hopeless)
    for _ in range(_MOST_READINGS):
        if not fixes:
            break
        document = state.document
        text = edited(document.text.written, _edits(fixes))
        new = _state(name, (mark + text).encode(), check)
        failed = _disproved(document, new.document, fixes) or _in_vain(state, new, fixes)
        if failed:
            fixes = _without(document, fixes, failed, hopeless) or state.fixes(hopeless)
            continue
        done += ((numbers[_line(fix) - 1], _in_words(fix, document.lines)) for fix in fixes)
        numbers = [numbers[line] for line in line_origins(document.lines, _edits(fixes))]
        state = new
        fixes = state.fixes(hopeless)
    done.sort(key=lambda each: each[0])
    words = tuple(f"line {line}: {words}" for line, words in done)
    return Fixed(mark + state.document.text.written, words, len(state.findings))


def _state(name: str, data: bytes, check: Check) -> _State:
    document = read(name, data)
    return _State(document, tuple(f for f in check(document) if f.file == name))


def _without(document: Document, fixes: _Found, failed: set[Fix], hopeless: set[Fix]) -> _Found:
    """The fixes that are to be tried next: of the failed ones of each entry the first half.

    One that fails alone is hopeless.
    """
    parts = parts_of(document)
    by_part: dict[Path, list[Fix]] = {}
    for fix in fixes:
        if fix in failed:
            by_part.setdefault(parts.at(fix.edits[0].span), []).append(fix)
    hopeless.update(group[0] for group in by_part.values() if len(group) == 1)
    again = {fix for group in by_part.values() for fix in group[: len(group) // 2]}
    return {fix: it for fix, it in fixes.items() if fix not in failed or fix in again}


def _disproved(old: Document, new: Document, fixes: _Found) -> set[Fix]:
    """The fixes on the lines, or else in the entries, that say something else for no reason."""
    of_syntax = any(map(_is_of_syntax, fixes.values()))
    edits = [edit for edit in _edits(fixes) if not is_unseen(edit, old.lines[edit.span.line - 1])]
    proof = Proof(old, sorted(edits), of_syntax=of_syntax)
    root, broken = _data_after(old, new, of_syntax=of_syntax)
    spans = [old.span(path) for path in proof.unexplained(old.root, root)]
    lines = {*broken, *(span.line for span in spans)}
    if not lines:
        return set()
    on_lines = {fix for fix in fixes if any(edit.span.line in lines for edit in fix.edits)}
    if on_lines:
        return on_lines
    parts = parts_of(old)
    entries = {parts.at(span) for span in spans}
    return {fix for fix in fixes if parts.at(fix.edits[0].span) in entries} or {*fixes}


def _data_after(old: Document, new: Document, *, of_syntax: bool) -> tuple[Any, tuple[int, ...]]:
    """The data of the new document as the old was read, and the lines that are no YAML any more.

    What only stands in a wrong place is left there if so it was in the old one.
    """
    was_repaired = old.readable not in (old.text.clean, without_blank_tabs(old.text.clean))
    if of_syntax or was_repaired or new.readable == new.text.clean:
        return new.root, ()
    composed = compose(without_blank_tabs(new.text.clean), clean=not new.text.problems)
    return (new.root, (composed.stopped,)) if composed.stopped else (composed.root, ())


def _in_vain(old: _State, new: _State, fixes: _Found) -> set[Fix]:
    """The fixes whose findings are still there."""
    lines = line_origins(old.document.lines, _edits(fixes))
    before = Counter(_identity(finding, finding.span.line) for finding in old.findings)
    after = Counter(
        _identity(finding, lines[finding.span.line - 1] + 1) for finding in new.findings
    )
    mended = {fix: _identity(it, it.span.line) for fix, it in fixes.items() if it is not None}
    expected = before - Counter(mended.values())
    return {fix for fix, each in mended.items() if after[each] > expected[each]}


def _identity(finding: Finding, line: int) -> tuple[str, str, int]:
    """What a finding is found again by in another reading, if it is on a line there."""
    return finding.code, finding.message, line


def _line(fix: Fix) -> int:
    return fix.edits[0].span.line


def _edits(fixes: Iterable[Fix]) -> list[Edit]:
    return [edit for fix in fixes for edit in fix.edits]


def _is_of_syntax(finding: Finding | None) -> bool:
    return finding is not None and finding.code.startswith("E0")


def _in_words(fix: Fix, lines: Sequence[str]) -> str:
    """What a fix did: the text before and after where it wrote one over another in a line."""
    span, text = fix.edits[0]
    old = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    before, after = one_line(old), one_line(text)
    if len(fix.edits) > 1 or not is_in_lines(fix) or not (old and text) or before == after:
        return fix.message
    return f"`{before}` is now `{after}`"
