"""Where a source, a place, a claim or a name is named."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor
from tests.lsp.samples import FILE, OTHER, named_at


def opened(folder: Path, text: str) -> Editor:
    return Editor(folder, {"a.yaml": text, "b.yaml": OTHER})


def found(editor: Editor, *, declaration: bool = True) -> list[str]:
    context = types.ReferenceContext(include_declaration=declaration)
    locations = editor.at_cursor(
        types.TEXT_DOCUMENT_REFERENCES, types.ReferenceParams, context=context
    )
    return named_at(editor, locations)


def test_the_uses_of_a_source_are_those_of_its_file(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("  harbour: {", "  harb‸our: {"))
    lines = [9, 3, 20, 21, 29, 30]
    assert found(editor) == [f"a.yaml:{line}:harbour" for line in lines]
    assert found(editor, declaration=False) == [f"a.yaml:{line}:harbour" for line in lines[1:]]


def test_the_uses_of_a_place_may_be_in_quotes(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("'port'", "'po‸rt'"))
    assert found(editor) == [f"a.yaml:{line}:port" for line in (13, 5, 23, 23)]


def test_the_uses_of_a_claim_are_in_all_files(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("id: bridge-opens", "id: bridge-opens‸"))
    expected = ["a.yaml:15:bridge-opens", "a.yaml:31:bridge-opens", "b.yaml:15:bridge-opens"]
    assert found(editor) == expected


def test_a_tag_is_no_topic_of_the_same_spelling(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("tags: [works", "tags: [‸works"))
    assert found(editor) == ["a.yaml:7:works", "a.yaml:25:works"]


def test_a_speaker_is_found_in_every_style(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("'A. O''", "'A.‸ O''"))
    assert found(editor) == ["a.yaml:18:A. O''Brien", "b.yaml:10:A. O'Brien"]


def test_what_is_only_a_text_has_no_uses(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("the harbour, h", "the harb‸our, h"))
    assert found(editor) == []


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b",
        "version: 1\nclaims: x",
        "sources: [a]\nplaces: x\nclaims: [{id: {}, related: {a: b}, source: [[x]], tags: [{}]}]",
        FILE,
        FILE[:-40],
        FILE.replace("claims:\n", "claims:\n\t- [{\n"),
    ],
)
def test_every_position_of_any_text_is_answered(tmp_path: Path, text: str, end: str) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": text.replace("\n", end)})
    for number, line in enumerate(text.split("\n")):
        for column in range(len(line) + 3):
            editor.cursor = types.Position(number, column)
            found(editor)
            editor.at_cursor(types.TEXT_DOCUMENT_DEFINITION, types.DefinitionParams)


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
