"""Which findings are wanted: by code or family, and by what a change touches."""

from collections.abc import Iterable, Mapping, Sequence

from claim_tracker.checks.locate import claim_lines
from claim_tracker.finding import Finding
from claim_tracker.yamldoc import Document

Changed = Sequence[range] | None
"""The lines of a file that a change touches; None for all of them, as in a new file."""


def is_of(code: str, families: Iterable[str]) -> bool:
    """Whether a code is one of the codes, or belongs to one of the families.

    >>> is_of("E101", ["E1", "W"]), is_of("E101", ["E102"])
    (True, False)
    """
    return any(code.startswith(family) for family in families)


def chosen(
    findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Finding, ...]:
    """The findings of the selected codes and families (all when none is), but for the ignored."""
    return tuple(
        finding
        for finding in findings
        if (not select or is_of(finding.code, select)) and not is_of(finding.code, ignore)
    )


def touched(
    findings: Iterable[Finding], documents: Iterable[Document], changed: Mapping[str, Changed]
) -> tuple[Finding, ...]:
    """The findings on claims that a change touches, and those outside of claims on such lines.

    `changed` has the lines of each file by its name; a file that it does not have is unchanged.
    """
    by_name = {document.name: document for document in documents}
    return tuple(
        finding
        for finding in findings
        if finding.file in changed
        and _touches(changed[finding.file], _lines_of(by_name[finding.file], finding))
    )


def _lines_of(document: Document, finding: Finding) -> range:
    return claim_lines(document, finding.span.line) or range(
        finding.span.line, max(finding.span.end_line, finding.span.line) + 1
    )


def _touches(changed: Changed, lines: range) -> bool:
    return changed is None or any(
        part.start < lines.stop and lines.start < part.stop for part in changed
    )
