"""`tracker edit`: a claim in an editor, and a check when it comes back."""

from pathlib import Path

import pytest

from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file

NAME = "data/claims.yaml"
PLACES = "places: {erbil: {name: Erbil}}\n"
CLAIMS = claims_file(
    claim({"due": "2025-09", "places": "[erbil]"}), another({"topic": "T"}), head=PLACES
)


@pytest.fixture
def edited(tracker: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """At a terminal, with an editor of which the command line is kept."""
    tracker.file(NAME, CLAIMS)
    tracker.file("vim", '#!/bin/sh\necho "$@" > opened\n')
    Path("vim").chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "./vim -y")
    return tracker


def test_the_editor_opens_on_the_line_of_the_claim(edited: CommandLine) -> None:
    ran = edited("edit", "soldiers-leave")
    assert ran.status == 0
    assert Path("opened").read_text() == f"-y +11 {NAME}\n"
    assert ran.out.startswith("No findings in 2 claims of 1 file")


def test_what_is_wrong_afterwards_is_shown(edited: CommandLine) -> None:
    edited.file("vim", f"#!/bin/sh\nsed -i 's/kind: commitment/kind: promise/' {NAME}\n")
    ran = edited("edit", "base-closes")
    assert ran.status == 1
    assert "did you mean `commitment`?" in ran.out


def test_a_file_with_errors_can_be_edited(edited: CommandLine) -> None:
    edited.file(NAME, CLAIMS.replace("kind: commitment", "kind: x", 1))
    assert edited("edit", "soldiers-leave").status == 1
    assert Path("opened").read_text() == f"-y +11 {NAME}\n"


def test_a_near_id_is_asked_about(edited: CommandLine) -> None:
    assert "did you mean `base-closes`?" in edited.fails("edit", "base-closs")
    edited.answers("y")
    assert edited("edit", "base-closs").status == 0
    assert Path("opened").read_text() == f"-y +4 {NAME}\n"


def test_without_an_id_the_agenda_is_offered(edited: CommandLine) -> None:
    assert "Missing argument 'ID'" in edited.fails("edit")
    edited.answers("")
    assert edited("edit").status == 0
    assert Path("opened").read_text() == f"-y +4 {NAME}\n"


def test_in_a_file_with_errors_no_claim_is_offered(edited: CommandLine) -> None:
    edited.file(NAME, CLAIMS.replace("kind: commitment", "kind: x", 1))
    edited.answers("")
    ran = edited("edit")
    assert ran.status == 1
    assert "`x` is not a word for `kind`" in ran.err
    assert "1 error in 2 claims of 1 file: name the claim to edit" in ran.err


def test_a_file_that_is_gone_is_an_error(edited: CommandLine) -> None:
    edited.file("vim", f"#!/bin/sh\nrm {NAME}\n")
    assert f"`{NAME}` is gone since the editor was opened" in edited.fails("edit", "base-closes")


def test_an_editor_that_fails_is_named(edited: CommandLine) -> None:
    edited.file("vim", "#!/bin/sh\nexit 3\n")
    ran = edited("edit", "base-closes")
    assert (ran.status, "The editor ended with status 3." in ran.err) == (0, True)


@pytest.mark.parametrize("editor", ["no-such-editor", "'", "./opened"])
def test_an_editor_that_is_not_there_is_an_error(
    edited: CommandLine, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    assert "cannot be found\nHelp: set EDITOR" in edited.fails("edit", "base-closes")


def test_standard_input_cannot_be_edited(edited: CommandLine) -> None:
    edited.standard_input(CLAIMS)
    assert "standard input cannot be edited" in edited.fails("edit", "base-closes", "-f", "-")
