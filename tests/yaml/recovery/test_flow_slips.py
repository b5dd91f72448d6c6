"""A slip in brackets that reach over several lines is found and mended on its own line."""

import pytest

from claim_tracker.yaml import read
from tests.golden.slips import with_fixes
from tests.samples import check
from tests.yaml.samples import one_error_and_mended

FILE = """\
version: 1
sources: {
  one: {url: https://example.org/1, published: 2025-08-18},
  two: {publisher: P., url: https://example.org/2, published: 2025-08-18},
  three: {url: https://example.org/3, published: 2025-08-18}
}
claims:
  - {
    id: first,
    claim: The port closes.,
    kind: commitment,
    speaker: A. Minister,
    source: [one, three],
    quantity: {value: 2, unit: ships}
  }
  - id: second
    claim: The port opens.
    kind: prediction
    speaker: A. Minister
    source: two
"""
# What stands in the file, and what somebody wrote there.
SLIPS = {
    "no colon after a key": ("two: {", "two {"),
    "no space after a key": ("two: {", "two:{"),
    "wide colon": ("two: {", "two\uff1a{"),
    "no colon after a section": ("sources: {", "sources {"),
    "dash before a key": ("  two: {", "  - two: {"),
    "comment of another language": ("  two: {", "  // here\n  two: {"),
    "bracket never closed": ("18},\n  three", "18,\n  three"),
    "section closed by another bracket": ("\n}\n", "\n]\n"),
    "claim closed by another bracket": ("\n  }\n", "\n  ]\n"),
    "quote before a list": ("[one, three]", '"[one, three]'),
    "quote before a mapping": ("two: {", 'two: "{'),
    "quote before a part": ("{value", '"{value'),
}


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_brackets_is_one_error_and_mended(right: str, wrong: str) -> None:
    found = one_error_and_mended(FILE.replace(right, wrong, 1), FILE)
    line = FILE[: FILE.index(right)].count("\n") + 1 + right.startswith("\n")
    assert abs(found.span.line - line) <= 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("A. Minister,", "A: Minister,"), ("A. Minister,", '"A." Minister,')],
)
def test_a_text_in_brackets_is_quoted_without_its_comma(right: str, wrong: str) -> None:
    slip = FILE.replace(right, wrong, 1)
    (fault,) = check(slip).findings
    assert fault.fix is not None
    claim = read("", with_fixes(slip, [fault.fix]).encode()).root["claims"][0]
    assert claim["speaker"] == wrong[:-1]


def test_a_comma_gone_is_proposed_where_a_text_may_go_on() -> None:
    (fault,) = check(FILE.replace("P., url", "P. url", 1)).findings
    assert fault.help is not None
    assert fault.help.startswith("write `two: {publisher: P., url: ")
    assert fault.fix is None


def test_what_stands_around_an_unknown_fault_in_brackets_is_read() -> None:
    found = check(FILE.replace("  two: {publisher", "  two: ]{publisher"))
    assert {each.code for each in found.findings if each.severity == "error"} == {"E002"}
