"""Findings for programs: JSON, and the workflow commands of GitHub Actions."""

from collections.abc import Iterator, Sequence

from claim_tracker.render.data.rows import json_parts
from claim_tracker.text.ci_commands import defused
from claim_tracker.text.diagnostic import Finding, Fix
from claim_tracker.text.display import visible


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


def findings_github(findings: Sequence[Finding]) -> str:
    """Return one workflow command a finding, which GitHub shows at the line in the pull request.

    Escaped as in GitHub's toolkit (actions/toolkit, packages/core/src/command.ts), so that no
    text in it is a command.
    """
    return "".join(_command(finding) + "\n" for finding in findings)


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


def _command(finding: Finding) -> str:
    span = finding.span
    properties = {
        "file": finding.file,
        "line": span.line,
        "endLine": span.end_line,
        "title": finding.code,
    }
    if span.line == span.end_line:
        properties |= {"col": span.column, "endColumn": max(span.end_column - 1, span.column)}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    notes = (f"{other.label}: {other.file}:{other.span.line}" for other in finding.related)
    message = "; ".join((finding.message, finding.help, *notes))
    return "::" + defused(f"{finding.severity} {written}::{_data(message)}")


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
