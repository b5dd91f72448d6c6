"""From a problem at a path to a finding at a line."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from claim_tracker.checks.checked_file import CheckedFile
from claim_tracker.checks.fixes import fix_of, proposals_of
from claim_tracker.checks.form.form_errors import ENTRIES, entries_of
from claim_tracker.checks.paths import id_in
from claim_tracker.text.diagnostic import Finding, Related, Span
from claim_tracker.yaml import At, Document, Mapping, Path, Problem, mapping_or_empty


def finding_of(document: Document, problem: Problem, *related: Related) -> Finding:
    """Return the finding that a problem of a document is; `related` come first."""
    if problem.span is not None:
        span = _inside(document, problem.span)
    else:
        span = document.span(problem.path, problem.at)
    further = tuple(related_at(document, *each) for each in problem.related)
    return Finding(
        code=problem.code,
        message=problem.message,
        help=problem.help,
        file=document.name,
        span=span,
        claim=_claim_at(document, problem.path or parts_of(document).path_at(span)),
        related=(*related, *further),
        fix=problem.fix or fix_of(document, problem, span, further),
        proposals=proposals_of(document, problem, span),
    )


def _inside(document: Document, span: Span) -> Span:
    """Return the span, or the end of the last line for one below it: libyaml ends a text there."""
    last = len(document.lines)
    if span.line <= last:
        return span
    column = len(document.lines[-1]) + 1
    return Span(last, column, last, column + 1)


def in_file(file: CheckedFile, problem: Problem) -> Problem:
    """Return a problem of the mended data, at the names that stand in the file."""
    if not (file.validated.renamed or file.defaults):
        return problem
    return problem._replace(
        path=file.path_in_file(problem.path),
        related=tuple((file.path_in_file(path), at, label) for path, at, label in problem.related),
    )


def related_at(document: Document, path: Path, at: At, label: str) -> Related:
    """Return a second location of a finding."""
    return Related(document.name, document.span(path, at), label)


def _claim_at(document: Document, path: Path) -> str | None:
    match path:
        case ("claims", int(index), *_):
            return id_in(document.root["claims"][index])
    return None


class Parts(NamedTuple):
    """The positions (line and column) at which the parts of a file begin, and their paths.

    A part is a claim, a source or a place, which reaches to the next one; the path of all
    else is ().
    """

    starts: list[tuple[int, int]]
    paths: list[Path]

    def path_at(self, span: Span) -> Path:
        """Return the path of the part that a span begins in."""
        index = bisect_right(self.starts, (span.line, span.column)) - 1
        return self.paths[index] if index >= 0 else ()


def parts_of(document: Document) -> Parts:
    """Return the parts of a document, as far as it could be read.

    The first part of a line has all of it; further ones, in flow style, begin at their column.
    They are kept as long as the document is.
    """
    parts = _PARTS.get(document)
    if parts is None:
        parts = _PARTS[document] = Parts([], [])
        for key, path, known_line in _parts(document):
            if known_line or document.complete:
                line = known_line or document.span(key, "key").line
                is_first = not parts.starts or parts.starts[-1][0] != line
                column = 0 if is_first else document.span(key, "key").column
                parts.starts.append((line, column))
                parts.paths.append(path)
    return parts


_PARTS: WeakKeyDictionary[Document, Parts] = WeakKeyDictionary()


def _parts(document: Document) -> Iterator[tuple[Path, Path, int]]:
    """Yield the path at which each part begins, its own path, and its line, 0 if not known yet.

    Where a file could not be read to its end, that is known of claims alone.
    """
    root = mapping_or_empty(document.root)
    for name in root:
        yield (name,), (), 0
        if name not in ENTRIES:
            continue
        for key, entry in entries_of(root, name):
            path = (name, key)
            is_claim = name == "claims" and isinstance(entry, Mapping)
            yield path, path, entry.line if is_claim else 0
