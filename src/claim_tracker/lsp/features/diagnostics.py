"""Findings as an editor shows them (section PublishDiagnostics Notification)."""

from functools import cache
from importlib.resources import as_file, files

from lsprotocol import types

from claim_tracker.lsp.snapshot import Snapshot
from claim_tracker.text.diagnostic import Finding

SOURCE = "tracker"
"""What an editor names as the origin of a finding."""
_UNUSED = ("W301", "W302")
"""The codes of what nothing refers to."""


def diagnostics(snapshot: Snapshot) -> dict[str, list[types.Diagnostic]]:
    """Return what was found in each document, by its name; of one without findings, nothing."""
    found: dict[str, list[types.Diagnostic]] = {each.name: [] for each in snapshot.documents}
    for finding in snapshot.findings:
        found[finding.file].append(diagnostic(snapshot, finding))
    return found


def diagnostic(snapshot: Snapshot, finding: Finding) -> types.Diagnostic:
    """Return one finding: what is wrong, and what to write instead."""
    is_error = finding.severity == "error"
    return types.Diagnostic(
        range=snapshot.positions(finding.file).range(finding.span),
        severity=types.DiagnosticSeverity.Error if is_error else types.DiagnosticSeverity.Warning,
        code=finding.code,
        code_description=types.CodeDescription(page_uri(finding.code)),
        source=SOURCE,
        message=f"{finding.message}\n{finding.help}",
        tags=[types.DiagnosticTag.Unnecessary] if finding.code in _UNUSED else None,
        related_information=[
            types.DiagnosticRelatedInformation(
                snapshot.location(related.file, related.span), related.label
            )
            for related in finding.related
        ],
    )


@cache
def page_uri(code: str) -> str:
    """Return the address of the page of a code, which is a file of this package."""
    with as_file(files("claim_tracker.checks").joinpath("catalogue", f"{code}.md")) as page:
        return page.as_uri()
