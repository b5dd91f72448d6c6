"""Items without a proper dash are found where their list is written in other ways too."""

import pytest

from claim_tracker.yaml import read
from tests.golden.slips import with_fixes
from tests.properties.edits import fixed
from tests.samples import check
from tests.yaml.samples import one_error_and_mended

FILE = """\
version: 1
sources:
    one: {url: https://example.org/1, published: 2025-08-18}
claims:
-   id: first
    claim: The port closes.
    kind: commitment
    speaker: A. Minister
    source:
    - one
    -   source: one
        at: page 2
    tags:
    - ships
    updates:
    # the first one
    -   date: 2025-09-01
        progress: stalled
    -   date: 2025-10-01
        note: It stays.
-   id: second
    claim: The port opens.
    kind: prediction
    speaker: A. Minister
    source: one
"""
# What stands in the file, and what somebody wrote there.
SLIPS = {
    "only word of a list": ("    - ships", "    ships"),
    "first of several": ("    - one\n", "    one\n"),
    "first update": ("-   date: 2025-09", "date: 2025-09"),
    "second update": ("-   date: 2025-10", "date: 2025-10"),
    "second claim": ("-   id: second", "id: second"),
    "star for a wide dash": ("-   date: 2025-10", "*   date: 2025-10"),
    "number for a wide dash": ("-   date: 2025-10", "2.  date: 2025-10"),
    "no space after a dash": ("-   date: 2025-10", "-date: 2025-10"),
    "no space after the dash of a claim": ("-   id: second", "-id: second"),
    "two dashes": ("-   date: 2025-10", "--  date: 2025-10"),
}


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_an_item_without_its_dash_is_one_error_and_mended(right: str, wrong: str) -> None:
    one_error_and_mended(FILE.replace(right, wrong, 1), FILE)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("-   date: 2025-10", "-   dat: 2025-10"),
        ("-   date: 2025-10", '-   "dat": 2025-10'),
        ("-   date: 2025-10", "-   Date: 2025-10"),
        ("-   date: 2025-09", "-   dat: 2025-09"),
        ("-   id: second", "-   Id: second"),
    ],
)
def test_an_item_with_a_misspelt_first_name_stays_one(right: str, wrong: str) -> None:
    slip = FILE.replace(right, wrong, 1)
    (fault,) = check(slip).findings
    assert fault.code == "E101"
    assert fault.fix is not None
    mended = read("", with_fixes(slip, [fault.fix]).encode())
    assert mended.root == read("", FILE.encode()).root
    assert not mended.problems


def test_the_fields_of_an_item_are_no_source_inside_of_it() -> None:
    slip = FILE.replace("    -   source: one\n", "    - source: one\n", 1)
    mended = fixed(slip).text
    assert mended == slip or read("", mended.encode()).root == read("", FILE.encode()).root
    url = "url: https://example.org/2\n        title: Two\n"
    whole = FILE.replace("source: one\n        at: page 2\n", url)
    slip = whole.replace("-   url", "- url")
    mended = fixed(slip).text
    assert mended == slip or read("", mended.encode()).root == read("", whole.encode()).root


def test_an_empty_line_below_the_name_of_a_list_is_no_item() -> None:
    found = check("version: 1\nclaims:\n  - id: first\n'\nplaces:\n").findings
    assert any(each.code == "E002" for each in found)
