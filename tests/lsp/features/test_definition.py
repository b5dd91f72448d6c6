"""From a reference to the source, the place or the claim that it names."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor
from tests.lsp.samples import FILE, OTHER, named_at


def defined(folder: Path, before: str, word: str, *, text: str = FILE) -> list[str]:
    """What a word, behind some other text, is defined by."""
    start = text.index(before) + len(before)
    index = text.index(word, start) + 1
    editor = Editor(folder, {"a.yaml": f"{text[:index]}‸{text[index:]}", "b.yaml": OTHER})
    found = editor.at_cursor(types.TEXT_DOCUMENT_DEFINITION, types.DefinitionParams)
    return named_at(editor, found)


@pytest.mark.parametrize(
    ("before", "word", "line"),
    [
        ("defaults:", "harbour", "a.yaml:9:harbour"),
        ("source:\n      - ", "harbour", "a.yaml:9:harbour"),
        ("{source: ", "harbour", "a.yaml:9:harbour"),
        ("page 1", "gate", "a.yaml:10:gate: 2"),
        ("progress", "harbour", "a.yaml:9:harbour"),
        ("places: [", "port", "a.yaml:13:port"),
        ("port, '", "port", "a.yaml:13:port"),
        ("related: [", "road-opens", "a.yaml:30:road-opens"),
        ("road-opens, ", "bridge-closes", "b.yaml:6:bridge-closes"),
        ("related: ['", "bridge-opens", "a.yaml:15:bridge-opens"),
    ],
)
def test_a_reference_leads_to_what_it_names(
    tmp_path: Path, before: str, word: str, line: str
) -> None:
    assert defined(tmp_path, before, word) == [line]


def test_a_name_in_a_text_leads_nowhere(tmp_path: Path) -> None:
    assert defined(tmp_path, "The 🌉 of the ", "harbour") == []


def test_a_speaker_is_defined_nowhere(tmp_path: Path) -> None:
    assert defined(tmp_path, "speaker: 'A. ", "O") == []


def test_a_claim_of_two_files_is_found_in_both(tmp_path: Path) -> None:
    text = FILE.replace("id: road-opens", "id: bridge-closes")
    found = defined(tmp_path, "road-opens, ", "bridge-closes", text=text)
    assert found == ["a.yaml:30:bridge-closes", "b.yaml:6:bridge-closes"]


def test_a_claim_that_is_half_written_can_refer_to_a_source(tmp_path: Path) -> None:
    text = FILE.split("  - {id")[0] + "  - id: pier-opens\n    source: harbour\n    claim: [\n"
    assert defined(tmp_path, "pier-opens", "harbour", text=text) == ["a.yaml:9:harbour"]
