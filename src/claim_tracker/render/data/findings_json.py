"""Findings as JSON."""

from collections.abc import Iterator, Sequence

from claim_tracker.render.data.rows import json_parts
from claim_tracker.text.diagnostic import Finding, Fix


def findings_json(findings: Sequence[Finding], files: int, claims: int) -> Iterator[str]:
    """Yield the parts of the findings and their counts as one JSON object: see docs/json.md."""
    errors = sum(finding.severity == "error" for finding in findings)
    summary = {
        "files": files,
        "claims": claims,
        "errors": errors,
        "warnings": len(findings) - errors,
    }
    document = {"findings": [], "summary": summary}
    return json_parts(document, "findings", map(_finding, findings))


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "file": finding.file,
        **finding.span._asdict(),
        "claim": finding.claim,
        "fix": _fix(finding.fix) if finding.fix is not None else None,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [edit.span._asdict() | {"text": edit.text} for edit in fix.edits]
    return {"message": fix.message, "edits": edits}
