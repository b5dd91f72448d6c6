"""What is offered as a fix, whether or not it can be proven."""

import pytest

from tests.samples import check, claim, claims_file

UPDATES = "updates:\n{0}- date: 2025-10-01\n{0}  note: Work has begun."


@pytest.mark.parametrize("indent", ["    ", "      "])
def test_a_field_with_lines_below_it_is_no_repeated_line(indent: str) -> None:
    text = claims_file(claim({"due": "2026"}))
    twice = f"    {UPDATES.format(indent)}\n"
    found = check(text + 2 * twice).findings
    assert [(finding.code, finding.fix) for finding in found] == [("E003", None)]


def test_a_field_above_a_list_is_a_line_of_its_own() -> None:
    text = claims_file(claim({"due": "2026"})) + f"    due: 2026\n    {UPDATES.format('    ')}\n"
    (finding,) = check(text).findings
    assert finding.fix is not None


def test_a_line_that_is_taken_out_joins_no_line_ends() -> None:
    text = claims_file(claim({"due": "2026"})).removesuffix("\n") + "\r    due: 2026\n\n"
    (finding,) = check(text).findings
    assert finding.fix is None
