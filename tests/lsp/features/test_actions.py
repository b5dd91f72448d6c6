"""What an editor offers to do: mends, proposals, and other ways to write what is there."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from claim_tracker.lsp.client import PLAIN
from claim_tracker.lsp.features.actions import FIX_ALL, resolve_action
from tests.lsp.editor import Editor, applied
from tests.lsp.samples import HEAD, VALID


def offered(editor: Editor, only: list[str] | None = None) -> dict[str, types.CodeAction]:
    """The actions at the cursor by their titles, each with what it changes."""
    kinds: Any = only
    actions = editor.whole(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionParams,
        range=types.Range(editor.cursor, editor.cursor),
        context=types.CodeActionContext([], only=kinds),
    )
    assert all(isinstance(each, types.CodeAction) for each in actions)
    return {
        each.title: resolve_action(editor.view, each) if each.data is not None else each
        for each in actions
    }


def after(editor: Editor, action: types.CodeAction) -> str:
    """The text of the open file after an action."""
    assert action.edit is not None
    assert action.edit.changes is not None
    return applied(editor.text, list(action.edit.changes[editor.uri]))


def opened(folder: Path, text: str, **others: str) -> Editor:
    more = {f"data/{name}.yaml": other for name, other in others.items()}
    return Editor(folder, {"data/claims.yaml": text, **more})


def test_a_wrong_source_key_has_the_right_one_a_key_away(tmp_path: Path) -> None:
    editor = opened(tmp_path, HEAD + "    source: harbour-‸2062\n")
    action = offered(editor)["Write `harbour-2026`"]
    assert action.is_preferred
    assert after(editor, action) == HEAD + "    source: harbour-2026\n"


def test_a_mend_with_one_right_answer_is_preferred(tmp_path: Path) -> None:
    editor = opened(tmp_path, VALID.replace("kind:", "k‸nid:"))
    action = offered(editor)["Write `kind`"]
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert after(editor, action) == VALID


def test_a_date_with_two_readings_is_for_a_person_to_choose(tmp_path: Path) -> None:
    editor = opened(tmp_path, VALID.replace("due: 2026-02", "due: 09/10‸/2026"))
    actions = offered(editor)
    assert not actions["Write `2026-09-10`"].is_preferred
    assert "due: 2026-10-09" in after(editor, actions["Write `2026-10-09`"])


def test_a_missing_source_is_made_with_its_fields_empty(tmp_path: Path) -> None:
    editor = opened(tmp_path, HEAD + "    source: rudaw-‸2026-02-01\n")
    text = after(editor, offered(editor)["Make the source `rudaw-2026-02-01`"])
    assert "  rudaw-2026-02-01:\n    url: ''\n" in text


def test_a_missing_source_is_made_by_its_key_as_it_is_read(tmp_path: Path) -> None:
    editor = opened(tmp_path, HEAD + "    source: ' cafe\u0301 ‸'\n")
    text = after(editor, offered(editor)["Make the source `caf\u00e9`"])
    assert "  caf\u00e9:\n    url: ''\n" in text
    assert not any(each.code == "E202" for each in opened(tmp_path, text).view.findings)


def test_an_editor_that_does_not_ask_later_has_the_change_at_once(tmp_path: Path) -> None:
    text = HEAD + "    source: rudaw-2026‸-02-01\n    sorce: x\n"
    editor = opened(tmp_path, text)
    changes = {title: it.edit for title, it in offered(editor).items() if it.command is None}
    editor.workspace.client = PLAIN
    editor.workspace.look_again()
    at_once = editor.whole(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionParams,
        range=types.Range(editor.cursor, editor.cursor),
        context=types.CodeActionContext([]),
    )
    assert "Make the source `rudaw-2026-02-01`" in changes
    assert {it.title: it.edit for it in at_once if it.command is None} == changes


def test_a_missing_place_is_made_in_a_section_of_its_own(tmp_path: Path) -> None:
    editor = opened(tmp_path, VALID + "    places: [harb‸our]\n")
    text = after(editor, offered(editor)["Make the place `harbour`"])
    assert "places:\n  harbour: {name: ''}\nclaims:" in text


def test_a_missing_claim_is_made_at_the_end(tmp_path: Path) -> None:
    editor = opened(tmp_path, VALID + "    related: [road-‸opens]\n")
    text = after(editor, offered(editor)["Make the claim `road-opens`"])
    assert "\n  - id: road-opens\n    claim: ''\n" in text


def test_an_inline_source_moves_to_sources_with_a_key(tmp_path: Path) -> None:
    inline = "    source:\n      url: https://news.‸example/a\n      published: 2026-01-09\n"
    editor = opened(tmp_path, HEAD + inline)
    actions = offered(editor, ["refactor.extract"])
    (title,) = actions
    text = after(editor, actions[title])
    assert "    source: news-2026-01-09\n" in text
    assert text.index("news-2026-01-09:") < text.index("claims:")


def test_an_address_that_has_a_key_can_be_that_key(tmp_path: Path) -> None:
    editor = opened(tmp_path, HEAD + "    source: {url: 'https://example.org/harb‸our'}\n")
    text = after(editor, offered(editor)["Use its key `harbour-2026`"])
    assert text == HEAD + "    source: harbour-2026\n"


def test_a_date_can_be_written_in_its_canonical_form(tmp_path: Path) -> None:
    editor = opened(tmp_path, VALID.replace("2026-02", "end of Feb‸ruary 2026"))
    action = offered(editor, ["refactor"])["Write the date as `2026-02-28`"]
    assert "due: 2026-02-28\n" in after(editor, action)


def test_what_became_of_a_claim_can_be_recorded(tmp_path: Path) -> None:
    editor = opened(tmp_path, VALID.replace("A. Minister", "A. Min‸ister"))
    command = offered(editor)["Record what became of `bridge-opens`"].command
    assert command is not None
    assert (command.command, command.arguments) == ("tracker.record", [editor.uri, "bridge-opens"])


def test_what_is_wrong_on_a_line_is_mended_from_anywhere_on_it(tmp_path: Path) -> None:
    text = VALID.replace("    kind:", "‸    knid:")
    assert "Write `kind`" in offered(opened(tmp_path, text))
    text = VALID + "    quantity: {vlaue: 3, uin‸t: km}\n"
    assert list(offered(opened(tmp_path, text)))[:2] == ["Write `unit`", "Write `value`"]


def test_a_claim_is_recorded_from_the_margin_of_its_lines(tmp_path: Path) -> None:
    title = "Record what became of `bridge-opens`"
    text = VALID.replace("  - id", "‸  - id")
    assert title in offered(opened(tmp_path, text))
    assert title not in offered(opened(tmp_path, VALID.replace("claims:", "cla‸ims:")))


def test_all_mends_are_made_at_once(tmp_path: Path) -> None:
    text = VALID.replace("kind:", "knid:").replace("speaker:", "speeker:")
    editor = opened(tmp_path, "‸" + text)
    (action,) = offered(editor, ["source.fixAll"]).values()
    assert action.kind == FIX_ALL
    assert after(editor, action) == VALID


def test_a_file_without_mends_offers_none_for_all(tmp_path: Path) -> None:
    assert offered(opened(tmp_path, "‸" + VALID), ["source.fixAll"]) == {}


def test_columns_behind_emoji_and_line_ends_of_windows_are_kept(tmp_path: Path) -> None:
    text = VALID + '    quantity: {unit: "🌉 bridges", val‸eu: 3}\n'
    editor = opened(tmp_path, text.replace("\n", "\r\n"))
    mended = text.replace("val‸eu", "value").replace("\n", "\r\n")
    assert after(editor, offered(editor)["Write `value`"]) == mended


@pytest.mark.parametrize(
    "text", ["", "- a\n- b", "version: 1\nclaims: x", HEAD, VALID[:-60], "\t[{"]
)
def test_every_position_of_any_text_is_answered(tmp_path: Path, text: str) -> None:
    editor = opened(tmp_path, text)
    for number, line in enumerate(text.split("\n")):
        for column in range(len(line) + 2):
            editor.cursor = types.Position(number, column)
            offered(editor)
