"""How much of a file is read: a finding says where it was too much, and soon."""

import pytest

from claim_tracker.yamldoc.limits import MAX_BYTES, MAX_ENTRIES, MAX_FIELDS
from tests.samples import check, claim, claims_file, codes

FIELDS = "".join(f"    field-{number}: x\n" for number in range(MAX_FIELDS))


def test_a_file_may_have_the_most_bytes_and_not_one_more() -> None:
    text = "version: 1\nclaims: []\n#"
    assert codes(text.ljust(MAX_BYTES, "x")) == []
    assert codes(text.ljust(MAX_BYTES + 1, "x")) == ["E009"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"version: 1\nclaims:\n{'  - x' + chr(10)}" + "  - x\n" * MAX_ENTRIES, MAX_ENTRIES + 3),
        ("claims:\n  - id: a\n" + FIELDS, MAX_FIELDS + 2),
        ("sources:\n" + "".join(f"  s{n}: x\n" for n in range(MAX_ENTRIES + 1)), MAX_ENTRIES + 2),
    ],
    ids=["list", "fields", "section"],
)
def test_what_nobody_writes_by_hand_ends_the_reading(text: str, line: int) -> None:
    (finding,) = check(text).findings
    assert (finding.code, finding.span.line) == ("E009", line)


def test_sections_may_have_many_entries() -> None:
    sources = "".join(f"  s{n}: {{url: https://example.org/{n}}}\n" for n in range(MAX_FIELDS + 1))
    assert set(codes(claims_file(claim(), head=f"sources:\n{sources}"))) == {"W301"}
