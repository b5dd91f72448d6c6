"""How much of a file is read: a finding says where it was too much, and soon."""

import pytest

from claim_tracker.yaml.limits import (
    MAX_BYTES,
    MAX_ENTRIES,
    MAX_FIELDS,
    MAX_ITEMS,
    MAX_LINES,
    MAX_TEXT,
)
from tests.samples import check, claim, claims_file, codes

FIELDS = "".join(f"    field-{number}: x\n" for number in range(MAX_FIELDS))


def test_a_file_may_have_the_most_bytes_and_not_one_more() -> None:
    text = "version: 1\nclaims: []\n#"
    assert codes(text.ljust(MAX_BYTES, "x")) == []
    assert codes(text.ljust(MAX_BYTES + 1, "x")) == ["E009"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.slow
@pytest.mark.slow
def test_a_file_may_have_the_most_lines_and_not_one_more(end: str) -> None:
    text = f"version: 1{end}claims: []{end}"
    assert codes(text + end * (MAX_LINES - 2)) == []
    assert codes(text + end * (MAX_LINES - 1)) == ["E009"]


def test_a_text_may_have_the_most_characters_and_not_one_more() -> None:
    assert codes(claims_file(claim({"topic": "x" * MAX_TEXT}))) == []
    assert codes(claims_file(claim({"topic": "x" * (MAX_TEXT + 1)}))) == ["E009"]


def test_a_list_of_a_claim_may_have_the_most_items_and_no_more() -> None:
    tags = [f"t{number}" for number in range(MAX_ITEMS)]
    assert codes(claims_file(claim({"tags": f"[{', '.join(tags)}]"}))) == []
    assert codes(claims_file(claim({"tags": f"[{', '.join([*tags, 'one'])}]"}))) == ["E009"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"version: 1\nclaims:\n{'  - x' + chr(10)}" + "  - x\n" * MAX_ENTRIES, MAX_ENTRIES + 3),
        ("claims:\n  - id: a\n" + FIELDS, MAX_FIELDS + 2),
        ("sources:\n" + "".join(f"  s{n}: x\n" for n in range(MAX_ENTRIES + 1)), MAX_ENTRIES + 2),
    ],
    ids=["list", "fields", "section"],
)
@pytest.mark.slow
@pytest.mark.slow
def test_what_nobody_writes_by_hand_ends_the_reading(text: str, line: int) -> None:
    (finding,) = check(text).findings
    assert (finding.code, finding.span.line) == ("E009", line)


def test_sections_may_have_many_entries() -> None:
    sources = "".join(f"  s{n}: {{url: https://example.org/{n}}}\n" for n in range(MAX_FIELDS + 1))
    assert set(codes(claims_file(claim(), head=f"sources:\n{sources}"))) == {"W301"}


def test_names_that_are_there_again_and_again_end_the_reading() -> None:
    found = check("version: 1\n" + "x: 1\n" * 200).findings
    assert [(finding.code, finding.span.line) for finding in found if finding.code == "E009"] == [
        ("E009", MAX_FIELDS + 3)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n  - &a x\n" + "  - *a\n" * 6_000,
        claims_file(claim({"related": f"[{', '.join(f'x{n}' for n in range(6_000))}]"})),
        claims_file(*(claim({"claim": f"{n}."}) for n in range(6_000))),
    ],
    ids=["aliases", "related claims", "ids"],
)
def test_errors_of_any_kind_are_reported_up_to_a_number(text: str) -> None:
    found = [finding.code for finding in check(text).findings]
    assert 5_000 <= len(found) <= 5_002
    assert found.count("E009") == 1


def test_names_that_are_repeated_are_counted_as_such() -> None:
    quantity = f"{{{', '.join(['value: 1'] * (MAX_FIELDS + 2))}}}"
    last = check(claims_file(claim({"quantity": quantity}))).findings[-1]
    assert (last.code, last.message) == ("E009", "more than 100 names are here twice")


def test_blanks_behind_a_dash_are_passed_over_once() -> None:
    text = claims_file(claim({"tags": f"\n      -{' ' * 200_000}{{a: b}}\n   x"}))
    assert "E002" in codes(text)


def test_of_a_long_mended_line_only_the_first_double_names_count() -> None:
    fields = ", ".join(["a: b"] * 5_000)
    assert codes(claims_file(claim({"source": f"{{{fields}"}))).count("E003") == MAX_FIELDS
