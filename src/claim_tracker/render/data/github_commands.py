"""Findings as workflow commands of GitHub Actions."""

from collections.abc import Sequence

from claim_tracker.text.ci_commands import defused
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import visible


def findings_github(findings: Sequence[Finding]) -> str:
    """Return one workflow command a finding, which GitHub shows at the line in the pull request.

    Escaped as in GitHub's toolkit (actions/toolkit, packages/core/src/command.ts), so that no
    text in it is a command.
    """
    return "".join(_command(finding) + "\n" for finding in findings)


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
    written = ",".join(
        f"{name}={_escape_property(str(value))}" for name, value in properties.items()
    )
    notes = (f"{other.label}: {other.file}:{other.span.line}" for other in finding.related)
    message = "; ".join((finding.message, finding.help, *notes))
    return "::" + defused(f"{finding.severity} {written}::{_escape_data(message)}")


def _escape_data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
