"""Fields whose name above them is missing are found, and get it where only one can be meant."""

import pytest

from claim_tracker.yaml import read
from tests.properties.edits import fixed
from tests.samples import check
from tests.yaml.samples import one_error_and_mended

FILE = """\
version: 1
sources:
  one:
    title: One
    publisher: P.
    url: https://example.org/1
    published: 2025-08-18
  two:
    publisher: P.
    url: https://example.org/2
    published: 2025-08-19
claims:
  - id: first
    claim: >-
      The port: it closes.
    kind: commitment
    speaker: A. Minister
    source:
      source: one
      at: page 2
    quantity:
      value: 2
      unit: ships
    tags:
      - north
      - south
    updates:
      - date: 2025-09-01
        outcome: kept
        source:
          title: Letter
          publisher: P.
          published: 2025-09-01
      - date: 2025-10-01
        note: It stays.
        source: two
"""
# What stands in the file, and what somebody wrote there.
SLIPS = {
    "no name of a quantity": ("    quantity:\n", ""),
    "name of a quantity as a comment": ("    quantity:", "    # quantity:"),
    "no name of a source": ("    source:\n      source", "      source"),
    "no name of the source of an update": ("        source:\n          title", "          title"),
    "dashes before the fields of a source": (
        "          title: Letter\n          publisher: P.\n          published",
        "          - title: Letter\n          - publisher: P.\n          - published",
    ),
    "item too deep": ("      - south", "        - south"),
}


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_what_lacks_its_name_or_place_is_one_error_and_mended(right: str, wrong: str) -> None:
    one_error_and_mended(FILE.replace(right, wrong, 1), FILE)


def test_fields_below_a_misspelt_name_have_one() -> None:
    (fault,) = check(FILE.replace("    quantity:", "    quantiy:", 1)).findings
    assert (fault.code, fault.span.line) == ("E101", 21)


def test_a_lost_key_is_one_error() -> None:
    (fault,) = check(FILE.replace("  two:\n", "", 1)).findings
    assert (fault.code, fault.span.line, fault.fix) == ("E003", 8, None)


def test_a_text_out_of_line_that_looks_like_a_field_is_one_error() -> None:
    (fault,) = check(FILE.replace("      The port", "    The port", 1)).findings
    assert (fault.code, fault.span.line) == ("E002", 15)


def test_an_item_of_several_lines_is_one() -> None:
    text = FILE.replace("      - north\n", "      - north\n        or - far\n")
    assert not check(text).findings
    assert read("", text.encode()).root["claims"][0]["tags"] == ["north or - far", "south"]


UPDATE = """\
      - date: 2025-09-01
        outcome: kept
        source:
          title: Letter
          url: https://example.org/3
          published: 2025-09-01
"""
BARE = FILE.replace("    source:\n      source: one\n      at: page 2\n", "").replace(
    "    quantity:\n      value: 2\n      unit: ships\n", ""
)
WITH_UPDATE = BARE[: BARE.index("      - date")] + UPDATE


@pytest.mark.parametrize("indent", range(5, 10))
@pytest.mark.parametrize("first", ["title", "url", "published"])
def test_fields_of_a_source_that_moved_left_do_not_become_another_source(
    first: str, indent: int
) -> None:
    at = WITH_UPDATE.rindex(f"          {first}: ")
    moved = WITH_UPDATE[at:].replace(" " * 10, " " * indent)
    slip = WITH_UPDATE[:at] + moved
    claim = read("", fixed(slip).text.encode()).root["claims"][0]
    assert "source" not in claim


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("        value: 3\n        unit: km\n", "quantity"),
        ("        url: https://example.org/3\n        published: 2025-09-01\n", "source"),
    ],
)
def test_fields_of_a_part_among_those_of_an_update_are_told(fields: str, name: str) -> None:
    slip = WITH_UPDATE.replace(UPDATE[UPDATE.index("        source:") :], fields)
    found = check(slip).findings
    (fault,) = [each for each in found if each.code == "E101"]
    assert f"are fields of a {name}" in fault.message
    assert fixed(slip).text == slip


@pytest.mark.parametrize("column", range(5, 11))
def test_a_name_of_a_part_out_of_line_is_not_a_field_of_it(column: int) -> None:
    at = FILE.rindex("        source:\n")
    slip = FILE[:at] + " " * column + FILE[at:].lstrip()
    mended = fixed(slip).text
    assert read("", mended.encode()).root == read("", FILE.encode()).root
