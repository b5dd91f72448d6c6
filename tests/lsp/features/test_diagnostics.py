"""Findings as an editor shows them."""

import json
from pathlib import Path

from lsprotocol import types
from lsprotocol.converters import get_converter

from claim_tracker.lsp.features.diagnostics import diagnostics
from tests.lsp.editor import Editor

FILE = """\
version: 1
sources:
  harbour-2026: {url: https://example.org/harbour, published: 2026-01-10}
  unused: {url: https://example.org/unused, published: 2026-01-10}
claims:
  - id: bridge-opens
    claim: The 🌉 bridge opens.
    kind: commitment
    speaker: A. Minister
    due: 2026-02
    source: harbour-2062
"""


def found(editor: Editor) -> list[types.Diagnostic]:
    sent = json.loads(diagnostics(editor.snapshot)[editor.view.name].text)
    return get_converter().structure(sent, list[types.Diagnostic])


def test_a_finding_says_what_is_wrong_and_what_to_write(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": FILE})
    unknown = next(each for each in found(editor) if each.code == "E202")
    assert unknown.severity == types.DiagnosticSeverity.Error
    assert "harbour-2026" in unknown.message
    assert unknown.range == types.Range(types.Position(10, 12), types.Position(10, 24))
    assert unknown.code_description is not None
    page = Path(unknown.code_description.href.removeprefix("file://"))
    assert page.read_text(encoding="utf-8").startswith("# E202")


def test_what_nothing_refers_to_is_unnecessary(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": FILE.replace("2062", "2026")})
    (unused,) = found(editor)
    assert unused.code == "W301"
    assert list(unused.tags or ()) == [types.DiagnosticTag.Unnecessary]


def test_columns_count_in_units_of_utf_16(tmp_path: Path) -> None:
    text = FILE.replace("2062", "2026").replace(
        "    due: 2026-02", '    quantity: {unit: "🌉🌉", value: x}'
    )
    editor = Editor(tmp_path, {"data/claims.yaml": text})
    fault = next(each for each in found(editor) if each.severity == types.DiagnosticSeverity.Error)
    assert fault.range.start == types.Position(9, 36)
