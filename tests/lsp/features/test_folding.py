"""What can be folded in an editor."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor


def folds(folder: Path, text: str) -> list[tuple[int, int]]:
    """The first and the last line of each range, from 1, in the order of the file."""
    editor = Editor(folder, {"data/claims.yaml": text})
    found: list[types.FoldingRange] = editor.whole(
        types.TEXT_DOCUMENT_FOLDING_RANGE, types.FoldingRangeParams
    )
    lines = [(each.start_line + 1, each.end_line + 1) for each in found]
    return sorted(lines, key=lambda each: (each[0], -each[1]))


FILE = """\
# One.
# Two.
version: 1
claims:
  - id: a
    claim: >-
      A text
      - of: lines

      # with a paragraph

    updates:
      - date: 2025-01-01
        note: x

  # Alone.
  - id: b
"""
WHOLE = [(1, 2), (4, 17), (5, 14), (6, 10), (12, 14), (13, 14)]


def test_sections_claims_lists_texts_and_comments_fold(tmp_path: Path) -> None:
    assert folds(tmp_path, FILE) == WHOLE


@pytest.mark.parametrize(
    ("right", "wrong"), [("note: x", 'note: "x'), ("version: 1", "version 1"), ("\n", "\r\n")]
)
def test_a_broken_file_folds_as_well(tmp_path: Path, right: str, wrong: str) -> None:
    assert folds(tmp_path, FILE.replace(right, wrong)) == WHOLE


def test_a_list_folds_that_is_no_deeper_than_its_key(tmp_path: Path) -> None:
    text = (
        "claims:\n- id: a\n  updates:\n  - date: x\n    note: |\n     y\n  tags: []\n"
        "- id: b\nend: 1\n"
    )
    assert folds(tmp_path, text) == [(1, 8), (2, 7), (3, 6), (4, 6), (5, 6)]


def test_a_text_that_is_an_item_folds(tmp_path: Path) -> None:
    assert folds(tmp_path, "tags:\n  - >-\n    a\n    b\n  - c\n") == [(1, 5), (2, 4)]


@pytest.mark.parametrize("comment", ["# newest: >", "# a: |", "  # see above: >-"])
def test_a_comment_behind_a_key_begins_no_text(tmp_path: Path, comment: str) -> None:
    file = FILE.replace("updates:", f"updates: {comment}").replace(
        "version: 1", f"version: 1 {comment}"
    )
    assert folds(tmp_path, file) == WHOLE


def test_comments_are_folded_as_comments(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": FILE})
    found = editor.whole(types.TEXT_DOCUMENT_FOLDING_RANGE, types.FoldingRangeParams)
    comments = [it.start_line for it in found if it.kind == types.FoldingRangeKind.Comment]
    assert comments == [0]
