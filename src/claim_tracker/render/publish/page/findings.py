"""Findings as a part of a page, and short pages that say what there is not."""

from collections.abc import Sequence

from claim_tracker.render.phrases import count, finding_counts
from claim_tracker.render.publish.page.templates import environment
from claim_tracker.text.diagnostic import Finding

_MAX_FINDINGS = 100
"""So many findings are shown."""


def findings_panel(
    findings: Sequence[Finding],
    files: int,
    claims: int,
    fault: str | None = None,
    *,
    is_old: bool = False,
) -> str:
    """Return the panel of findings, errors first; nothing without any.

    `fault` says why they could not be read; `is_old` that the page has what was there before. It
    unfolds for errors, and refers to a style and to the pages of codes in the folder `_serve`.
    """
    if not findings and fault is None:
        return ""
    ordered = sorted(findings, key=lambda finding: finding.severity == "warning")
    more = len(findings) - _MAX_FINDINGS
    return (
        environment()
        .get_template("serve/findings.html")
        .render(
            summary=finding_counts(findings, files, claims) if fault is None else None,
            fault=fault,
            is_open=fault is not None or ordered[0].severity == "error",
            is_old=is_old,
            findings=ordered[:_MAX_FINDINGS],
            more=count(more, "more finding") if more > 0 else None,
        )
    )


def notice(
    title: str, text: str | None = None, *, lines: str | None = None, is_start: bool = False
) -> str:
    """Return a page that says something, or shows `lines` as they are; it leads to the start."""
    template = environment().get_template("serve/notice.html")
    return template.render(title=title, text=text, lines=lines, is_start=is_start)
