"""Findings as JSON."""

import json

from claim_tracker.render.data.findings_json import findings_json
from claim_tracker.text.diagnostic import Edit, Finding, Fix, Related, Span
from tests.samples import check, claim, claims_file

FOUND = Finding("E201", "used twice", "give another", "a.yaml", Span(3, 9, 3, 12), "base-closes")
OTHER_FILE = Related("b.yaml", Span(4, 1, 5, 2), "first used here")


def test_json_has_the_findings_and_their_counts() -> None:
    warning = Finding("W301", "never used", "delete it", "b.yaml", Span(1, 1, 2, 1))
    both = Finding(FOUND.code, FOUND.message, FOUND.help, "a.yaml", FOUND.span, "c", (OTHER_FILE,))
    document = json.loads("".join(findings_json([both, warning], 2, 13)))
    assert list(document) == ["findings", "summary"]
    assert document["summary"] == {"files": 2, "claims": 13, "errors": 1, "warnings": 1}
    assert document["findings"][0] == {
        "code": "E201",
        "severity": "error",
        "message": "used twice",
        "help": "give another",
        "file": "a.yaml",
        "line": 3,
        "column": 9,
        "end_line": 3,
        "end_column": 12,
        "claim": "c",
        "fix": None,
    }
    assert document["findings"][1]["claim"] is None
    assert document["findings"][1]["severity"] == "warning"


def test_json_has_the_edits_of_a_fix() -> None:
    fix = Fix("write `fact`", (Edit(Span(3, 9, 3, 12), "fact"), Edit(Span(4, 1, 5, 1), "")))
    (found,) = json.loads("".join(findings_json([FOUND._replace(fix=fix)], 1, 1)))["findings"]
    first, second = found["fix"].pop("edits")
    assert found["fix"] == {"message": "write `fact`"}
    assert first == {"line": 3, "column": 9, "end_line": 3, "end_column": 12, "text": "fact"}
    assert (second["line"], second["end_line"], second["text"]) == (4, 5, "")


def test_json_of_no_findings_has_an_empty_list() -> None:
    document = json.loads("".join(findings_json([], 1, 13)))
    assert document["findings"] == []
    assert document["summary"] == {"files": 1, "claims": 13, "errors": 0, "warnings": 0}


def test_lines_and_columns_count_from_one_and_ends_exclude() -> None:
    text = claims_file(claim({"speaker": '"漢🙂"', "kind": "promis"}))
    examined = check(text)
    found = json.loads("".join(findings_json(examined.findings, 1, 1)))["findings"][0]
    line = text.splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 : found["end_column"] - 1] == "promis"
