"""Findings as workflow commands of GitHub Actions."""

import re

import pytest

from claim_tracker.render.data.github_commands import findings_github
from claim_tracker.text.diagnostic import Finding, Span
from tests.samples import another, check, claim, claims_file

FOUND = Finding("E201", "used twice", "give another", "a.yaml", Span(3, 9, 3, 12), "base-closes")


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
