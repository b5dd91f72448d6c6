"""What may be written at a position, found from the lines."""

import pytest

from claim_tracker.lsp.completing.block_cursor import cursors_at
from claim_tracker.lsp.completing.cursor import Cursor
from claim_tracker.lsp.positions import Spot
from claim_tracker.yaml import Path
from tests.lsp.editor import CURSOR

HEAD = """\
version: 1
sources:
  a-1: {url: https://example.org/a}
claims:
  - id: one
    claim: >-
      The base
      closes.
    kind: commitment
"""


def cursors(text: str) -> list[Cursor]:
    before, _, after = text.partition(CURSOR)
    lines = (before + after).split("\n")
    above = before.split("\n")
    return cursors_at(lines, Spot(len(above), len(above[-1]) + 1))


def found(text: str) -> list[tuple[Path, str, str]]:
    return [(it.path, it.expected, it.word.typed) for it in cursors(text)]


CLAIM: Path = ("claims", 0)
UPDATE: Path = (*CLAIM, "updates", 0)


@pytest.mark.parametrize(
    ("line", "path", "expected", "typed"),
    [
        ("    pu‸", CLAIM, "key", "pu"),
        ("    ‸", CLAIM, "key", ""),
        ("    speaker: ‸", (*CLAIM, "speaker"), "value", ""),
        ("    speaker:‸", (*CLAIM, "speaker"), "value", ""),
        ("    speaker: Hussein Al‸", (*CLAIM, "speaker"), "value", "Hussein Al"),
        ("    speaker: 'Hus‸'", (*CLAIM, "speaker"), "value", "Hus"),
        ('    speaker: "Hus‸', (*CLAIM, "speaker"), "value", "Hus"),
        ("    speaker: A‸ # as said", (*CLAIM, "speaker"), "value", "A"),
        ("    speaker: ‸  # as said", (*CLAIM, "speaker"), "value", ""),
        ("    spea‸ker: A", CLAIM, "key", "spea"),
        ("    tags: [a, b‸", (*CLAIM, "tags", 0), "value", "b"),
        ("    tags: [a, ‸]", (*CLAIM, "tags", 0), "value", ""),
        ("    tags:\n      - ‸", (*CLAIM, "tags", 0), "item", ""),
        ("    tags:\n    - a\n    - ‸", (*CLAIM, "tags", 0), "item", ""),
        ("    tags:\n      ‸", (*CLAIM, "tags"), "first", ""),
        ("    tags:\n      - a\n      ‸", (*CLAIM, "tags", 0), "item", ""),
        ("    source: {url: x, pu‸}", (*CLAIM, "source"), "key", "pu"),
        ("    source: {url: x,\n      ‸", (*CLAIM, "source"), "key", ""),
        ("    source: [a, {source: ‸, at: x}]", (*CLAIM, "source", 0, "source"), "value", ""),
        ("    source:\n      url: x\n      ‸", (*CLAIM, "source"), "key", ""),
        ("    updates:\n      - ‸", UPDATE, "item", ""),
        ("    updates:\n      -‸", UPDATE, "item", ""),
        ("    updates:\n      - da‸\n        note: x", UPDATE, "key", "da"),
        ("    updates:\n      - ‸\n        note: x", UPDATE, "key", ""),
        ("    updates:\n      - date: 2026\n        ‸", UPDATE, "key", ""),
        ("    updates:\n      - date: 2026\n      ‸", UPDATE, "item", ""),
        (
            "    updates:\n      - date: 2026\n        outcome: k‸",
            (*UPDATE, "outcome"),
            "value",
            "k",
        ),
        ("  - ‸", CLAIM, "item", ""),
        ("  -   ‸", CLAIM, "item", ""),
        ("  ‸", CLAIM, "item", ""),
        ("  - {id: x, ‸}", CLAIM, "key", ""),
        ("    role: وزیر‸", (*CLAIM, "role"), "value", "وزیر"),
    ],
)
def test_the_way_to_a_position_is_found(line: str, path: Path, expected: str, typed: str) -> None:
    assert found(f"{HEAD}{line}\n") == [(path, expected, typed)]


@pytest.mark.parametrize(
    "line",
    [
        "    speaker: A # said ‸",
        "    # ‸",
        "    speaker: ‸# as said",
        "    note: |\n      text ‸",
        "    note: |\n      due: ‸",
        "    note: |\n      text\n      ‸",
        "    note: |\n      text\n\n‸\n      more",
        "    note: |‸",
        "    note: some text\n      goes on ‸",
        "    speaker: 'A'‸ x",
        "    tags: [a, b] ‸",
        "    tags: [a, b # c ‸",
        "    quantity: {value: {} ‸",
        "     ‸",
        "   - ‸",
        "\t‸",
        "    source: ‸\n      - a-1",
        "    ‸- a",
    ],
)
def test_where_nothing_can_be_written_nothing_is_found(line: str) -> None:
    assert found(f"{HEAD}{line}\n") == []


def test_a_new_claim_or_section_may_begin_at_the_margin() -> None:
    assert found(f"{HEAD}\n‸") == [(CLAIM, "item", ""), ((), "key", "")]


def test_a_section_never_parts_the_claims() -> None:
    assert found(f"{HEAD}\n‸\n  - id: two\n") == [(CLAIM, "item", "")]


def test_the_fields_of_the_mapping_are_known() -> None:
    (cursor,) = cursors(f"{HEAD}    ‸\n    due: 2026\n  - id: two\n    topic: x\n")
    assert list(cursor.fields) == ["id", "claim", "kind", "due"]


def test_an_update_knows_the_fields_of_its_claim() -> None:
    (cursor,) = cursors(f"{HEAD}    updates:\n      - date: 2026\n        outcome: ‸\n")
    assert list(cursor.fields) == ["date"]
    assert cursor.claim["kind"] == "kind: commitment"


def test_a_file_in_brackets_is_read_by_these() -> None:
    text = '{"claims": [\n  {"id": "x", "kind": "fact",\n   "updates": [{"outcome": "‸"}]}]}\n'
    (cursor,) = cursors(text)
    assert (cursor.path, cursor.word.quote) == ((*UPDATE, "outcome"), '"')
    assert cursor.claim["kind"] == 'kind: "fact"'


def test_the_span_is_that_of_the_whole_word() -> None:
    (cursor,) = cursors(f"{HEAD}    due: 🌉 2026‸-09  # x\n")
    assert cursor.word.span[1::2] == (10, 19)
