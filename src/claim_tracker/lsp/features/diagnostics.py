"""Diagnostics: what is wrong in a file (`textDocument/publishDiagnostics`, LSP 3.17)."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from lsprotocol import types

from claim_tracker.checks.rules.registry import FILE_RULES
from claim_tracker.lsp.pieces import Json, json_list, to_object
from claim_tracker.lsp.positions import Positions
from claim_tracker.lsp.snapshot import Snapshot
from claim_tracker.text.diagnostic import Finding

SOURCE = "tracker"
"""What an editor names as the origin of a finding."""
_UNUSED = frozenset(rule.code for rule in FILE_RULES if rule.of_unused)
"""The codes of what nothing refers to."""


def diagnostics(snapshot: Snapshot) -> dict[str, Json]:
    """Return what was found in each document, by its name, as the list that is sent."""
    found: dict[str, list[str]] = {each.name: [] for each in snapshot.documents}
    positions = {name: snapshot.positions(name) for name in found}
    for finding in snapshot.findings:
        found[finding.file].append(_json(finding, snapshot.uris, positions))
    return {name: json_list(parts) for name, parts in found.items()}


def diagnostic(snapshot: Snapshot, finding: Finding) -> types.Diagnostic:
    """Return one finding: what is wrong, and what to write instead."""
    names = {finding.file, *(related.file for related in finding.related)}
    sent = _json(finding, snapshot.uris, {name: snapshot.positions(name) for name in names})
    return to_object(sent, types.Diagnostic)


def _json(finding: Finding, uris: Mapping[str, str], positions: Mapping[str, Positions]) -> str:
    """Return a finding as it is sent; there may be thousands of them after a key."""
    related = ", ".join(
        f'{{"location": {{"uri": {json.dumps(uris[it.file])}, '
        f'"range": {positions[it.file].json(it.span)}}}, "message": {json.dumps(it.label)}}}'
        for it in finding.related
    )
    message = json.dumps(f"{finding.message}\n{finding.help}")
    return (
        f'{{"range": {positions[finding.file].json(finding.span)}, {_of_code(finding.code)}, '
        f'"message": {message}, "relatedInformation": [{related}]}}'
    )


@cache
def _of_code(code: str) -> str:
    """Return the parts of a diagnostic that its code tells."""
    level = types.DiagnosticSeverity.Error
    if code.startswith("W"):
        level = types.DiagnosticSeverity.Warning
    parts: dict[str, Any] = {
        "severity": level,
        "code": code,
        "codeDescription": {"href": page_uri(code)},
        "source": SOURCE,
    }
    if code in _UNUSED:
        parts["tags"] = [types.DiagnosticTag.Unnecessary]
    return json.dumps(parts)[1:-1]


@cache
def page_uri(code: str) -> str:
    """Return the address of the page of a code, which is a file of this package."""
    with as_file(files("claim_tracker.checks").joinpath("catalogue", f"{code}.md")) as page:
        return page.as_uri()
