"""What a check of all files finds, in which order, and whether the data are valid."""

import pytest

from claim_tracker.checks import examine
from claim_tracker.checks.run import selected
from tests.samples import NAME, SOURCES, TODAY, another, check, claim, claims_file

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


def test_findings_come_in_the_order_of_the_files_and_of_their_lines() -> None:
    first = claims_file(claim({"due": "soon", "kind": "promise"}), another({"colour": "red"}))
    second = claims_file(claim({"id": "c", "claim": "C.", "due": "soon"}))
    found = check(first, second).findings
    assert [(finding.file, finding.span.line) for finding in found] == [
        (NAME, 5),
        (NAME, 8),
        (NAME, 14),
        ("2.yaml", 8),
    ]


def test_the_nearest_ids_are_looked_up_for_the_first_of_all_files() -> None:
    def unknown(file: int) -> str:
        own = {"id": f"claim-{file}", "claim": f"Claim {file}."}
        related = ", ".join(f"claim-x{file}{number}" for number in range(60))
        return claims_file(claim({**own, "related": f"[{related}]"}))

    found = [each for each in check(unknown(1), unknown(2)).findings if each.code == "E204"]
    proposed = [each.help.startswith("did you mean") for each in found]
    assert proposed == [True] * 100 + [False] * 20


def test_a_file_that_cannot_be_read_leaves_the_others_checked() -> None:
    found = check("[", claims_file(claim({"due": "soon"}))).findings
    assert [finding.code for finding in found] == ["E002", "E104"]


def test_one_error_anywhere_leaves_no_tracker() -> None:
    assert check(claims_file(claim()), claims_file(another({"due": "soon"}))).tracker is None


def test_the_tracker_has_the_claims_of_all_files_in_order() -> None:
    tracker = check(claims_file(claim()), claims_file(another())).tracker
    assert tracker is not None
    assert [entry.claim.id for entry in tracker] == ["base-closes", "soldiers-leave"]
    assert [entry.line for entry in tracker] == [3, 3]
    assert len(tracker) == 2


def test_claims_are_counted_valid_or_not() -> None:
    assert check(claims_file(claim(), another({"due": "soon"}))).claims == 2
    assert check("claims: [", claims_file(claim())).claims == 1


def test_no_file_is_no_finding_and_an_empty_tracker() -> None:
    examined = examine((), TODAY)
    assert examined.findings == ()
    assert examined.tracker is not None
    assert len(examined.tracker) == 0
