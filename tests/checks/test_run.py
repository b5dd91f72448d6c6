"""Findings by code and family, and whether they leave the data valid."""

import pytest

from claim_tracker.checks.run import selected
from tests.samples import SOURCES, another, check, claim, claims_file

TEXT = claims_file(
    claim({"kind": "promis"}),
    another({"stated": "2025-09", "due": "soon"}),
    head="timezone: Nowhere/Else\n",
)
FOUND = check(TEXT).findings


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], ["E106", "E106", "E104"]),
        (["E104"], [], ["E104"]),
        (["E1"], [], ["E106", "E106", "E104"]),
        (["W"], [], []),
        ([], ["E106"], ["E104"]),
        (["E"], ["E1"], []),
        (["E104", "E2"], ["W"], ["E104"]),
    ],
)
def test_findings_are_chosen_by_code_and_family(
    select: list[str], ignore: list[str], codes: list[str]
) -> None:
    assert [finding.code for finding in selected(FOUND, select, ignore)] == codes


@pytest.mark.parametrize(
    ("ignored", "codes"),
    [("[W303]", ["W304"]), ("[W303, W304]", []), ("[W3]", []), ("[]", ["W303", "W304"])],
)
def test_a_file_can_ignore_warnings(ignored: str, codes: list[str]) -> None:
    same = another({"id": "again", "due": "Sept 2026", "claim": "The base closes."})
    text = claims_file(claim(), same, head=f"checks:\n  dates: canonical\n  ignore: {ignored}\n")
    assert [finding.code for finding in check(text).findings] == codes


@pytest.mark.parametrize("code", ["E101", "W000", "E", "w303"])
def test_a_file_cannot_ignore_errors_or_what_there_is_not(code: str) -> None:
    (finding,) = check(claims_file(claim(), head=f"checks:\n  ignore: [{code}]\n")).findings
    assert (finding.code, finding.span.line) == ("E106", 3)


def test_a_warning_leaves_the_data_valid() -> None:
    examined = check(claims_file(claim(), head=SOURCES))
    assert [finding.severity for finding in examined.findings] == ["warning"]
    assert examined.tracker is not None


def test_an_error_does_not() -> None:
    examined = check(claims_file(claim({"due": "soon"})))
    assert [finding.severity for finding in examined.findings] == ["error"]
    assert examined.tracker is None
