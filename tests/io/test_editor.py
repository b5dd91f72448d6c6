"""The editor of a person's own."""

from pathlib import Path

import pytest

from claim_tracker.io.editor import at_line, edited_text, editor_of
from claim_tracker.io.files import FileError


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", "vim +7 a.yaml"),
        ("/usr/bin/nano -w", "/usr/bin/nano -w +7 a.yaml"),
        ("emacs", "emacs +7 a.yaml"),
        ("kak", "kak +7 a.yaml"),
        ("micro", "micro +7 a.yaml"),
        ("joe", "joe +7 a.yaml"),
        ("hx", "hx a.yaml:7"),
        ("code", "code --goto a.yaml:7 --wait"),
        ("code --wait", "code --wait --goto a.yaml:7"),
        ("subl", "subl a.yaml:7 --wait"),
        ("zed", "zed a.yaml:7 --wait"),
        ("unknown-editor", "unknown-editor a.yaml"),
    ],
)
def test_an_editor_opens_on_a_line(editor: str, command: str) -> None:
    assert at_line(editor.split(), "a.yaml", 7) == command.split()


def test_a_name_that_begins_with_a_sign_is_no_option() -> None:
    assert at_line(["vi"], "-c.yaml", 1) == ["vi", "+1", "./-c.yaml"]


def test_visual_comes_before_editor() -> None:
    assert editor_of({"EDITOR": "false", "VISUAL": "true --x"}) == ["true", "--x"]
    assert editor_of({"EDITOR": "true", "VISUAL": " "}) == ["true"]


def test_without_a_name_a_usual_editor_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "nano" else None)
    assert editor_of({}) == ["nano"]
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(FileError, match="there is no editor"):
        editor_of({})


def test_a_text_comes_back_as_it_was_edited(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho more >> "$1"\n')
    editor.chmod(0o755)
    assert edited_text("first\n", {"EDITOR": str(editor)}) == "first\nmore\n"


def test_a_text_of_an_editor_that_fails_is_not_taken() -> None:
    with pytest.raises(FileError, match="ended with status 1"):
        edited_text("first\n", {"EDITOR": "false"})


def test_an_editor_that_is_no_program_is_an_error(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_bytes(b"\x00\x01")
    editor.chmod(0o755)
    with pytest.raises(FileError, match="cannot be started"):
        edited_text("first\n", {"EDITOR": str(editor)})
