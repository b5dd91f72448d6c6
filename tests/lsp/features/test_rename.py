"""A new name for a source, a place, a claim, a speaker, …: everywhere, or nowhere."""

from pathlib import Path

import pytest
from lsprotocol import types

from claim_tracker.lsp.client import Client
from claim_tracker.lsp.refusal import RefusedError
from tests.lsp.editor import CURSOR, Editor
from tests.lsp.samples import FILE, OTHER, after, text_in


def opened(folder: Path, text: str, other: str = OTHER) -> Editor:
    return Editor(folder, {"a.yaml": text, "b.yaml": other})


def edit(editor: Editor, new: str) -> types.WorkspaceEdit:
    made = editor.at_cursor(types.TEXT_DOCUMENT_RENAME, types.RenameParams, new_name=new)
    assert isinstance(made, types.WorkspaceEdit)
    return made


def renamed(editor: Editor, new: str) -> dict[str, str]:
    return after(editor, edit(editor, new))


def prepared(editor: Editor) -> types.PrepareRenamePlaceholder | None:
    found = editor.at_cursor(types.TEXT_DOCUMENT_PREPARE_RENAME, types.PrepareRenameParams)
    assert found is None or isinstance(found, types.PrepareRenamePlaceholder)
    return found


def refusal(editor: Editor, new: str) -> str:
    with pytest.raises(RefusedError) as refused:
        edit(editor, new)
    assert refused.value.code == types.LSPErrorCodes.RequestFailed
    return refused.value.message


def test_a_source_is_renamed_with_all_uses_in_its_file(tmp_path: Path) -> None:
    texts = renamed(opened(tmp_path, FILE.replace("- harbour\n", "- harb‸our\n")), "dock")
    assert texts == {
        "a.yaml": FILE.replace("source: harbour", "source: dock")
        .replace("- harbour\n", "- dock\n")
        .replace('"harbour"', '"dock"')
        .replace("  harbour: {", "  dock: {")
    }


def test_what_is_in_quotes_stays_in_them(tmp_path: Path) -> None:
    texts = renamed(opened(tmp_path, FILE.replace("gate: 2", "gate‸: 2", 1)), 'a "gate"')
    assert texts == {"a.yaml": FILE.replace('"gate: 2"', r'"a \"gate\""')}


def test_a_new_key_that_needs_quotes_has_them(tmp_path: Path) -> None:
    texts = renamed(opened(tmp_path, FILE.replace("  port: {", "  po‸rt: {")), "it's: a")
    text = FILE.replace("  port: {", "  'it''s: a': {").replace("'port'", "'it''s: a'")
    assert texts == {"a.yaml": text.replace("[port", "['it''s: a'")}


def test_a_claim_is_renamed_in_all_files(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("['bridge-opens", "['bridge‸-opens"))
    assert renamed(editor, "bridge-shut") == {
        "a.yaml": FILE.replace("bridge-opens", "bridge-shut"),
        "b.yaml": OTHER.replace("bridge-opens", "bridge-shut"),
    }


def test_a_speaker_is_renamed_in_every_style(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("O''Brien", "O''Bri‸en"))
    assert renamed(editor, "B. O'Hara") == {
        "a.yaml": FILE.replace("A. O''Brien", "B. O''Hara"),
        "b.yaml": OTHER.replace("A. O'Brien", "B. O'Hara"),
    }


@pytest.mark.parametrize("new", ["null", "B: 'O', Hara", '"B"'])
def test_a_text_below_its_field_gets_no_quotes(tmp_path: Path, new: str) -> None:
    editor = Editor(tmp_path, {"a.yaml": OTHER.replace("A. O'", "A.‸ O'")})
    assert renamed(editor, new) == {"a.yaml": OTHER.replace("A. O'Brien", new)}


def test_a_speaker_can_get_a_spelling_that_another_has(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("وزیر", "وز‸یر"))
    assert 'speaker: "A. O\'Brien"\n' in renamed(editor, "A. O'Brien")["a.yaml"]


def test_a_tag_that_looks_like_yaml_is_quoted(tmp_path: Path) -> None:
    texts = renamed(opened(tmp_path, FILE.replace("    - works", "    - wor‸ks")), "null")
    text = FILE.replace("- works", "- 'null'").replace("[works", "['null'")
    assert texts == {"a.yaml": text}


def test_line_ends_of_windows_are_kept(tmp_path: Path) -> None:
    text = FILE.replace('"🌉"', '"🌉‸"').replace("\n", "\r\n")
    new = renamed(opened(tmp_path, text), "جسر")["a.yaml"]
    assert new == FILE.replace('"🌉"', '"جسر"').replace("\n", "\r\n")


def test_every_use_of_a_name_renames_all_of_them(tmp_path: Path) -> None:
    editor = opened(tmp_path, CURSOR + FILE)
    lines = FILE.split("\n")
    expected = None
    for line, before in ((2, "source: "), (8, ""), (19, "- "), (20, '"'), (28, ": "), (29, "e: ")):
        start = lines[line].index("harbour", lines[line].index(before))
        editor.cursor = types.Position(line, start + 3)
        found = prepared(editor)
        assert found is not None
        assert found.placeholder == text_in(FILE, found.range) == "harbour"
        expected = expected or renamed(editor, "dock")
        assert renamed(editor, "dock") == expected


def test_the_same_name_changes_nothing(tmp_path: Path) -> None:
    assert renamed(opened(tmp_path, FILE.replace("- harbour", "- harb‸our")), "harbour ") == {}


def test_a_text_cannot_be_renamed(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("claim: The", "claim: Th‸e"))
    assert prepared(editor) is None
    assert "no id, key or name here" in refusal(editor, "x")


@pytest.mark.parametrize(
    ("new", "advice"),
    [
        ("Bridge Shut", "`Bridge Shut` is not an id: write `bridge-shut`"),
        ("!", "write letters a to z, digits and single hyphens"),
        ("a" * 81, "has more than 80 characters: write `aaaa"),
        (
            "road-opens",
            "the id `road-opens` is used already: write another, such as `road-opens-2`",
        ),
        ("bridge-closes", "is used already"),
        ("", "on one line"),
        ("a\nb", "on one line"),
        ("a\ud800", "on one line"),
    ],
)
def test_an_id_that_cannot_be_is_refused(tmp_path: Path, new: str, advice: str) -> None:
    editor = opened(tmp_path, FILE.replace("id: bridge", "id: bri‸dge"))
    assert advice in refusal(editor, new)


@pytest.mark.parametrize("new", ["gate: 2", " gate: 2 "])
def test_a_key_that_is_taken_is_refused(tmp_path: Path, new: str) -> None:
    editor = opened(tmp_path, FILE.replace("- harbour", "- harb‸our"))
    assert "the source `gate: 2` is used already" in refusal(editor, new)


@pytest.mark.parametrize("new", ["a\u200bb", "x" * 200_000])
def test_a_name_that_is_not_read_back_is_refused(tmp_path: Path, new: str) -> None:
    editor = opened(tmp_path, FILE.replace("- harbour", "- harb‸our"))
    assert "`a.yaml` has no way to write" in refusal(editor, new)


def test_an_id_of_two_claims_is_refused(tmp_path: Path) -> None:
    other = OTHER.replace("id: bridge-closes", "id: bridge-opens")
    editor = opened(tmp_path, FILE.replace("id: bridge", "id: bri‸dge"), other)
    assert "the id `bridge-opens` is there 2 times" in refusal(editor, "x")
    with pytest.raises(RefusedError, match="2 times"):
        prepared(editor)


def test_a_fault_of_syntax_in_another_file_is_named(tmp_path: Path) -> None:
    broken = OTHER + "    note: [\n"
    editor = opened(tmp_path, FILE.replace("id: bridge", "id: bri‸dge"), broken)
    assert refusal(editor, "x") == "`b.yaml` has a fault on line 16: mend it first"
    editor.cursor = types.Position(19, 10)  # a source, which the other file does not know
    assert renamed(editor, "dock").keys() == {"a.yaml"}


def test_an_editor_that_knows_versions_gets_them(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE.replace("id: bridge", "id: bri‸dge"))
    editor.workspace.client = Client(takes_versions=True)
    editor.type("", types.Position(0, 0))
    made = edit(editor, "x")
    assert made.changes is None
    assert made.document_changes is not None
    documents = [
        each.text_document
        for each in made.document_changes
        if isinstance(each, types.TextDocumentEdit)
    ]
    assert [(it.uri[-6:], it.version) for it in documents] == [("a.yaml", 2), ("b.yaml", None)]


@pytest.mark.parametrize("text", ["", "- a\n- b", "version: 1\nclaims: x", FILE, FILE[:-40]])
def test_every_position_of_any_text_is_renamed_or_refused(tmp_path: Path, text: str) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": text})
    answers = set()
    for number, line in enumerate(text.split("\n")):
        for column in range(len(line) + 2):
            editor.cursor = types.Position(number, column)
            answers.add(answer(editor))
    others = {FILE: {"renamed"}, FILE[:-40]: {"mend it first"}}
    assert answers == {"nothing", *others.get(text, ())}


def answer(editor: Editor) -> str:
    """The end of what is said to one who renames what is at the cursor."""
    try:
        return "renamed" if prepared(editor) and edit(editor, "new-name") else "nothing"
    except RefusedError as refused:
        return refused.message[-len("mend it first") :]
