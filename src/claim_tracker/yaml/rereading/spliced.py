"""The document of a changed text: most of its claims are those that were read before."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from claim_tracker.text.diagnostic import Edit, Fix, Span
from claim_tracker.yaml.decode import FileText
from claim_tracker.yaml.document import Document, read_text
from claim_tracker.yaml.limits import MAX_REPORTED_FAULTS
from claim_tracker.yaml.parsed import Composed, Mapping, renumber
from claim_tracker.yaml.problem import At, Path, Problem
from claim_tracker.yaml.rereading.base import is_clean
from claim_tracker.yaml.rereading.cut import MIN_LINES, Changed, Cut, UnsureError

_MAX_TRIES = 5


class _Run(NamedTuple):
    """Claims that are left out: their first index in the file, how many, and that in the base."""

    start: int
    length: int
    base: int


def spliced_document(name: str, changed: Changed) -> Document | None:
    """Return the document of a changed text; None where only the whole text tells what it is.

    Where a quote is open, so much more of the text is read that it is closed.
    """
    kept: set[int] = set()
    for _ in range(_MAX_TRIES):
        cut = Cut(changed, kept)
        if not cut.pads:
            return None
        try:
            return _document(name, cut)
        except UnsureError as error:
            if error.reaches is None:
                return None
            kept.update(range(error.reaches, error.reaches + 2 + len(kept)))
    return None


def _document(name: str, cut: Cut) -> Document:
    """Return the document of a text that is cut. Raises UnsureError."""
    small = read_text(name, _text(cut), cut)
    root = small.root
    claims = root.get("claims") if isinstance(root, Mapping) else None
    are_too_many = len(small.composed.problems) >= MAX_REPORTED_FAULTS // 2
    if are_too_many or not isinstance(claims, list) or small.composed.above:
        raise UnsureError
    runs = _runs(cut, small, claims)
    whole = Mapping(root)
    whole.line = cut.lines_of_file[root.line - 1]
    for name_of_field, value in whole.items():
        if name_of_field != "claims":
            renumber(value, cut.lines_of_file)
    whole["claims"] = list(_claims(cut, claims, runs))
    if is_clean(small):
        text = cut.changed.text
        return Document(name, text, Composed(whole), text.written)
    return SplicedDocument(small, cut, whole, runs)


def _text(cut: Cut) -> FileText:
    """Return the text of the lines of a cut, with the problems of the whole. Raises UnsureError."""
    text, end = cut.changed.text, cut.changed.end
    written = end.join(cut.kept_lines)
    if not text.problems:
        return FileText(written, written, (), cut.kept_lines)
    lines = {number: line for line, number in enumerate(cut.lines_of_file, start=1)}
    problems = []
    for problem in text.problems:
        if problem.span is None or problem.span.line not in lines:
            raise UnsureError
        problems.append(problem._replace(span=_at_lines(problem.span, lines.__getitem__)))
    whole = text.visible.split(end)
    numbers = zip(cut.kept_lines, cut.lines_of_file, strict=True)
    visible = end.join(whole[number - 1] if line else "" for line, number in numbers)
    return FileText(written, visible, tuple(problems), cut.kept_lines)


def _runs(cut: Cut, small: Document, claims: Sequence[Any]) -> list[_Run]:
    """Return the runs of claims that were left out. Raises UnsureError."""
    found = {
        claim.line: (index, claim)
        for index, claim in enumerate(claims)
        if isinstance(claim, Mapping)
    }
    origins = small.origins or range(1, len(cut.kept_lines) + 1)
    end = cut.end_of_reading(small.composed, origins)
    runs: list[_Run] = []
    more = 0
    for pad in cut.pads:
        if cut.is_passed(pad, found):
            runs.append(_Run(found[pad.before][0] + 1 + more, pad.stop - pad.start, pad.start))
            more += pad.stop - pad.start
        elif small.complete or end >= pad.line:
            raise UnsureError
        else:
            break
    return runs


def _claims(cut: Cut, claims: Sequence[Any], runs: Sequence[_Run]) -> Iterator[Any]:
    """Yield the claims that were read, and those that were left out, on the lines of the file."""
    base = cut.changed.base
    done = gone = 0
    for run, pad in zip(runs, cut.pads, strict=False):
        yield from (_moved(cut, claim) for claim in claims[done : run.start - gone])
        done, gone = run.start - gone, gone + run.length
        moved = cut.lines_of_file[pad.line - 1] - base.starts[pad.start]
        for index in range(pad.start, pad.stop):
            yield _at_line(base.claims[index], base.starts[index] + moved)
    yield from (_moved(cut, claim) for claim in claims[done:])


def _moved(cut: Cut, claim: Any) -> Any:
    """Return a claim that was read on the lines of the file: that of the base if it is the same."""
    index = cut.same.get(claim.line) if isinstance(claim, Mapping) else None
    if index is not None and claim == cut.changed.base.claims[index]:
        return _at_line(cut.changed.base.claims[index], cut.lines_of_file[claim.line - 1])
    renumber(claim, cut.lines_of_file)
    return claim


def _at_line(claim: Mapping, line: int) -> Mapping:
    """Return a claim, moved to a line."""
    if claim.line != line:
        _shift(claim, line - claim.line)
    return claim


def _shift(mapping: Mapping, by: int) -> None:
    """Move all mappings of a mapping by some lines."""
    mapping.line += by
    rest: list[Any] = [value for value in mapping.values() if type(value) is not str]  # few
    for each in rest:
        if isinstance(each, Mapping):
            _shift(each, by)
        elif isinstance(each, list):
            rest += each


def _at_lines(span: Span, line: Callable[[int], int]) -> Span:
    return Span(line(span.line), span.column, line(span.end_line), span.end_column)


class SplicedDocument(Document):
    """A document with a fault: what was read of a cut, and the claims of the base in between."""

    _small: Document
    _cut: Cut
    _runs: Sequence[_Run]

    def __init__(self, small: Document, cut: Cut, root: Mapping, runs: Sequence[_Run]) -> None:
        composed = small.composed
        fields = vars(self)
        fields |= {"name": small.name, "text": cut.changed.text}
        fields |= {"_small": small, "_cut": cut, "_runs": runs}
        fields["composed"] = Composed(
            root,
            [self._problem(problem) for problem in composed.problems],
            {self._path(path) for path in composed.spoiled},
            {self._path(path) for path in composed.gaps},
            composed.complete,
            self._line(composed.stopped) if composed.stopped else 0,
        )

    @cached_property
    def readable(self) -> str:
        """Return the text that was parsed: the file's without what could not be read."""
        small, changed = self._small, self._cut.changed
        if not small.origins and small.readable == small.text.written:
            return changed.text.written
        end = "\n" if small.origins else changed.end
        return end.join(self._with_left_out(small.readable.split(end), changed.lines))

    @cached_property
    def origins(self) -> Sequence[int]:
        """Return the line of the file for each of the lines that were parsed."""
        if not self._small.origins:
            return ()
        origins = [self._line(origin) for origin in self._small.origins]
        return list(self._with_left_out(origins, range(1, len(self._cut.changed.lines) + 1)))

    def _with_left_out(self, kept: Sequence[Any], whole: Sequence[Any]) -> Iterator[Any]:
        """Yield the values for the lines that were kept, and between them those for the others."""
        cut, done = self._cut, 0
        origins = self._small.origins or range(1, len(cut.kept_lines) + 1)
        for pad in cut.pads:
            start = bisect_left(origins, pad.line)
            yield from kept[done:start]
            first, after = (cut.lines_of_file[line - 1] for line in (pad.line, pad.after))
            yield from whole[first - 1 : after - 1]
            done = start + MIN_LINES
        yield from kept[done:]

    @cached_property
    def starts_of_claims(self) -> list[int] | None:
        """Return the line on which each claim begins; None where lines were mended."""
        return None if self._small.origins else super().starts_of_claims

    def span(self, path: Path, at: At = "value") -> Span:
        """Return the span of a value or its key, as it is in the base or in what was read."""
        match path:
            case ("claims", int(index), *rest):
                run = self._run(index)
                if run is None:
                    gone = sum(each.length for each in self._runs if each.start <= index)
                    path = ("claims", index - gone, *rest)
                else:
                    return self._span_in_base(run, index, tuple(rest), at)
        return _at_lines(self._small.span(path, at), self._line)

    def _span_in_base(self, run: _Run, index: int, rest: Path, at: At) -> Span:
        base = self._cut.changed.base
        number = run.base + index - run.start
        moved = self.root["claims"][index].line - base.starts[number] - 1
        span = base.document.span(("claims", number, *rest), at)
        return _at_lines(span, lambda line: line + moved)

    def _run(self, index: int) -> _Run | None:
        """Return the run of left-out claims that an index in the file falls into."""
        runs = (each for each in self._runs if each.start <= index < each.start + each.length)
        return next(runs, None)

    def _path(self, path: Path) -> Path:
        """Return the path in the file of one in what was read."""
        match path:
            case ("claims", int(index), *rest):
                for run in self._runs:
                    index += run.length if run.start <= index else 0
                return ("claims", index, *rest)
        return path

    def _line(self, line: int) -> int:
        """Return the line of the file of one of what was read, or of one below it."""
        lines = self._cut.lines_of_file
        below = line - len(lines)
        return lines[line - 1] if below <= 0 else len(self._cut.changed.lines) + below

    def _problem(self, problem: Problem) -> Problem:
        """Return a problem of what was read as one of the file."""
        fix = problem.fix
        if fix is not None:
            edits = (Edit(_at_lines(edit.span, self._line), edit.text) for edit in fix.edits)
            fix = Fix(fix.message, tuple(edits))
        return problem._replace(
            path=self._path(problem.path),
            span=None if problem.span is None else _at_lines(problem.span, self._line),
            related=tuple((self._path(path), at, label) for path, at, label in problem.related),
            fix=fix,
        )
