"""From a problem at a path to a finding at a line."""

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from claim_tracker.checks.checked import CheckedFile, mapping_or_empty, mappings_in
from claim_tracker.finding import Finding, Related
from claim_tracker.yamldoc import At, Document, Mapping, Path, Problem


def finding_of(document: Document, problem: Problem, *related: Related) -> Finding:
    """The finding that a problem of a document is; `related` come before its own."""
    span = problem.span or document.span(problem.path, problem.at)
    return Finding(
        problem.code,
        problem.message,
        problem.help,
        document.name,
        span,
        _claim_at_path(document, problem.path) or _claim_at_line(document, span.line),
        (*related, *(related_at(document, *place) for place in problem.related)),
        problem.replacement,
    )


def in_file(file: CheckedFile, problem: Problem) -> Problem:
    """A problem of the mended data, at the names that stand in the file."""
    if not file.validated.renamed:
        return problem
    return replace(
        problem,
        path=file.path_in_file(problem.path),
        related=tuple((file.path_in_file(path), at, label) for path, at, label in problem.related),
    )


def related_at(document: Document, path: Path, at: At, label: str) -> Related:
    """A second place of a finding."""
    return Related(document.name, document.span(path, at), label)


def _claim_at_path(document: Document, path: Path) -> str | None:
    match path:
        case ("claims", int(index), *_):
            return _id_of(document.root["claims"][index])
    return None


def claim_lines(document: Document, line: int) -> range | None:
    """The lines of the claim that a line is in, or None for a line outside of the claims.

    A claim reaches from its first line to the next claim, and the last one to the next
    section of the file.
    """
    claims = _claims(document)
    index = claims.index_at(line)
    if index is None:
        return None
    following = claims.starts[index + 1 : index + 2] or [claims.stop]
    return range(claims.starts[index], following[0])


def _claim_at_line(document: Document, line: int) -> str | None:
    claims = _claims(document)
    index = claims.index_at(line)
    return claims.ids[index] if index is not None else None


class _Claims(NamedTuple):
    """The first line of each claim, the line after the last one, and the ids."""

    starts: list[int]
    stop: int
    ids: list[str | None]

    def index_at(self, line: int) -> int | None:
        """The claim that a line is in."""
        index = bisect_right(self.starts, line) - 1
        return index if index >= 0 and line < self.stop else None


@lru_cache(maxsize=1)
def _claims(document: Document) -> _Claims:
    root = mapping_or_empty(document.root)
    claims = [claim for _, claim in mappings_in(root.get("claims")) if isinstance(claim, Mapping)]
    starts = [claim.line for claim in claims]
    sections = [document.span((name,), "key").line for name in root] if document.complete else []
    after = [line for line in sections if starts and line > starts[-1]]
    end = max(len(document.lines), *starts, 1) + 1 if starts else 1
    return _Claims(starts, min([*after, end]), [_id_of(claim) for claim in claims])


def _id_of(claim: Any) -> str | None:
    claim_id = claim.get("id") if isinstance(claim, dict) else None
    return claim_id if isinstance(claim_id, str) else None
