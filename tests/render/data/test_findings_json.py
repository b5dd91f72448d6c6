"""Findings as JSON and as workflow commands of GitHub Actions."""

import json
import re

import pytest

from claim_tracker.render.data.findings_json import findings_github, findings_json
from claim_tracker.text.diagnostic import Edit, Finding, Fix, Related, Span
from tests.samples import another, check, claim, claims_file

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


def test_a_finding_is_one_workflow_command() -> None:
    assert findings_github([FOUND]) == (
        "::error file=a.yaml,line=3,endLine=3,title=E201,col=9,endColumn=11"
        "::used twice; give another\n"
    )


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (Span(3, 9, 3, 9), "line=3,endLine=3,title=W301,col=9,endColumn=9"),
        (Span(3, 9, 3, 10), "line=3,endLine=3,title=W301,col=9,endColumn=9"),
        (Span(3, 9, 5, 2), "line=3,endLine=5,title=W301"),
    ],
)
def test_the_columns_are_given_where_they_are_on_one_line(span: Span, place: str) -> None:
    command = findings_github([Finding("W301", "m", "h", "a.yaml", span)])
    assert command == f"::warning file=a.yaml,{place}::m; h\n"


def test_a_workflow_command_cannot_be_forged() -> None:
    evil = "100%\r\n::error::x\x1b[31m"
    command = findings_github([Finding("E106", evil, evil, "a:b,c\n.yaml", Span(1, 1, 1, 2))])
    assert command == (
        "::error file=a%3Ab%2Cc%0A.yaml,line=1,endLine=1,title=E106,col=1,endColumn=1"
        "::100%25%0D%0A::error::x\\x1b[31m; 100%25%0D%0A::error::x\\x1b[31m\n"
    )


def test_every_finding_of_a_file_is_a_command_in_file_order() -> None:
    examined = check(claims_file(claim({"kind": "promis"}), another({"due": "2025-99"})))
    commands = findings_github(examined.findings).splitlines()
    lines = [int(number) for number in re.findall(r",line=(\d+)", "\n".join(commands))]
    assert len(commands) == len(examined.findings) == 2
    assert lines == sorted(lines)
