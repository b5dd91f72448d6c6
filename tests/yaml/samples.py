"""A file of two claims with each kind of part, for tests of slips in it, and what they ask."""

from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import read
from tests.golden.slips import with_fixes
from tests.samples import check

HEAD = """\
version: 1
sources:
  one: {url: https://example.org/1, published: 2025-08-18}
  two:
    url: https://example.org/2
    published: 2025-08-18
places:
  port: {name: Port}
"""
FIRST = """\
  - id: first
    claim: The port closes.
    kind: commitment
    speaker: A. Minister
    source: one
    quantity:
      value: 2
      unit: ships
    places:
      - port
"""
SECOND = """\
  - id: second
    claim: The port opens.
    kind: prediction
    speaker: A. Minister
    source: two
    related: [first]
    updates:
      - date: 2025-10-05
        outcome: failed
        source: one
"""
FILE = f"{HEAD}claims:\n{FIRST}{SECOND}"


def one_error_and_mended(slip: str, whole: str) -> Finding:
    """The one error that a slip in a whole file is, of which the fix gives the data of that."""
    assert not check(whole).findings
    assert slip != whole
    found = check(slip).findings
    assert [each.code for each in found] == ["E002"]
    text = with_fixes(slip, [each.fix for each in found if each.fix is not None])
    mended = read("", text.encode())
    assert mended.root == read("", whole.encode()).root
    assert not mended.problems
    return found[0]
