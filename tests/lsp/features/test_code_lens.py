"""What asks for a look at a claim."""

from pathlib import Path

import pytest
from lsprotocol import types

from claim_tracker.lsp.features.recording import RECORD
from tests.lsp.editor import Editor
from tests.samples import NEWS, claim, claims_file


def lenses(editor: Editor) -> list[types.CodeLens]:
    found: list[types.CodeLens] = editor.whole(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensParams)
    return found


def titles(folder: Path, *claims: str) -> list[str]:
    found = lenses(Editor(folder, {"data/claims.yaml": claims_file(*claims)}))
    return [each.command.title for each in found if each.command is not None]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"due": "2025-09"}, "overdue by 152 days · record what became of it"),
        ({"due": "2026-02-28"}, "overdue by 1 day · record what became of it"),
        ({"due": "2026-03-01"}, "deadline ends today · record what became of it"),
        ({"due": "2026-03-04"}, "deadline ends in 3 days · record what became of it"),
        ({"review": "2026-03-01"}, "to look at again today · record what became of it"),
        ({"review": "2026-02-01"}, "to look at again for 28 days · record what became of it"),
    ],
)
def test_a_day_that_has_come_asks_for_a_look(
    tmp_path: Path, fields: dict[str, str], title: str
) -> None:
    assert titles(tmp_path, claim(fields)) == [title]


@pytest.mark.parametrize("fields", [{}, {"due": "2027"}, {"review": "2026-04-01"}])
def test_what_has_time_has_no_lens(tmp_path: Path, fields: dict[str, str]) -> None:
    assert titles(tmp_path, claim(fields)) == []


def test_what_has_an_outcome_has_no_lens(tmp_path: Path) -> None:
    kept = f"date: 2025-09-30, outcome: kept, source: {NEWS}"
    assert titles(tmp_path, claim({"due": "2025-09"}, [kept])) == []


def test_a_claim_with_an_error_has_no_lens(tmp_path: Path) -> None:
    assert titles(tmp_path, claim({"due": "2025-09", "source": "nowhere"})) == []


def test_a_lens_records_what_became_of_its_claim(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": claims_file(claim({"due": "2025-09"}))})
    (lens,) = lenses(editor)
    assert lens.range == types.Range(types.Position(2, 0), types.Position(2, 0))
    assert lens.command is not None
    assert lens.command.command == RECORD
    assert list(lens.command.arguments or ()) == [editor.uri, "base-closes"]
