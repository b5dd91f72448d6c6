"""An output does not take the place of what is read, under whatever name it is there."""

import os
from pathlib import Path

import pytest

from claim_tracker.io.inputs import input_at, note_named
from tests.conftest import CommandLine
from tests.formats import EXPORTING
from tests.processes import process
from tests.repository import Repository
from tests.samples import another, claim, claims_file

NAME = "data/claims.yaml"
GOOD = claims_file(claim({"due": "September 2025"}))
COMMANDS = [
    *((command,) for command in ("status", "timeline", "scorecard", "check", "schema")),
    *(("show", "*"), ("status", "--format", "json"), ("check", "--format", "sarif")),
    *EXPORTING,
    ("check", "--explain", "E203"),
    ("check", "--fix", "--diff"),
]
FROM_STANDARD_INPUT = """
import os, sys
source, sink, *arguments = sys.argv[1:]
os.dup2(os.open(source, os.O_RDONLY), 0)
if sink:
    os.dup2(os.open(sink, os.O_WRONLY | os.O_APPEND), 1)
os.execv(sys.executable, [sys.executable, "-m", "claim_tracker", *arguments])
"""


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, GOOD)
    return tracker


def assert_refused(claims: CommandLine, *arguments: str) -> None:
    """The command says to choose another name, and the claims are as they were."""
    messages = claims.fails(*arguments)
    assert f"`{arguments[-1]}`" in messages
    assert "Help: choose another name" in messages
    assert (claims.folder / NAME).read_text(encoding="utf-8") == GOOD
    assert (claims.folder / NAME).stat().st_nlink <= 2


@pytest.mark.parametrize("option", ["-o", "--output"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_claims_file_is_not_replaced_by_any_command(
    claims: CommandLine, command: tuple[str, ...], option: str
) -> None:
    assert_refused(claims, *command, option, NAME)


@pytest.mark.parametrize(
    "name", ["./data/../data/claims.yaml", "link", "hard", "other/claims.yaml"]
)
def test_no_other_name_of_the_file_is_taken(claims: CommandLine, name: str) -> None:
    Path("link").symlink_to(NAME)
    Path("hard").hardlink_to(NAME)
    Path("other").symlink_to("data")
    assert_refused(claims, "status", "-o", name)
    assert_refused(claims, "status", "-f", "data", "-o", name)


@pytest.mark.parametrize("named", ["claims.yaml", "link"])
def test_a_file_that_is_named_is_not_replaced(claims: CommandLine, named: str) -> None:
    own = claims.file("claims.yaml", claims_file(another()))
    Path("link").symlink_to("claims.yaml")
    before = own.read_text(encoding="utf-8")
    for output in ("claims.yaml", "link", str(own)):
        assert_refused(claims, "export", "html", "-f", named, "-o", output)
        assert_refused(claims, "check", named, "-o", output)
        assert own.read_text(encoding="utf-8") == before


def test_a_side_of_a_comparison_is_not_replaced(claims: CommandLine) -> None:
    claims.file("old.yaml", claims_file(another()))
    for output in ("old.yaml", NAME):
        assert_refused(claims, "diff", "old.yaml", NAME, "-o", output)
    assert Path("old.yaml").read_text(encoding="utf-8") == claims_file(another())


@pytest.mark.parametrize("command", [("diff", "HEAD~1", "HEAD"), ("log", "base-closes")])
def test_a_file_that_only_git_has_read_is_not_replaced(
    claims: CommandLine, command: tuple[str, ...]
) -> None:
    repository = Repository(claims.folder)
    for text in (claims_file(claim()), GOOD):
        repository.commit(NAME, text)
    assert_refused(claims, *command, "-o", NAME)


@pytest.mark.parametrize("name", ["data/new.yaml", "data/sub/new.YML"])
def test_a_folder_that_is_read_gets_no_claims_file(claims: CommandLine, name: str) -> None:
    (claims.folder / "data" / "sub").mkdir()
    assert_refused(claims, "status", "-f", "data", "-o", name)
    assert not Path(name).exists()


@pytest.mark.parametrize("name", ["data/out.html", "data/.out.yaml", "out.yaml"])
def test_what_is_not_read_can_be_written(claims: CommandLine, name: str) -> None:
    for content in ("", "old"):
        claims.file(name, content)
        claims.done("status", "-f", "data", "-o", name)
        assert Path(name).read_text(encoding="utf-8").startswith("As of ")


@pytest.mark.slow
@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("output", [NAME, "hard", "/dev/stdin"])
def test_the_file_behind_standard_input_is_not_replaced(output: str) -> None:
    Path("own.yaml").write_text(GOOD, encoding="utf-8")
    Path("hard").hardlink_to("own.yaml")
    source = NAME if output == NAME else "own.yaml"
    arguments = ("export", "html", "-f", "-", "-o", output)
    ran = process("-c", FROM_STANDARD_INPUT, source, "", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "choose another name" in ran.err
    assert Path(source).read_text(encoding="utf-8") == GOOD


@pytest.mark.slow
@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize(
    "arguments", [("status",), ("check", "-f", "-"), ("status", "--format", "json", "-o", "-")]
)
def test_standard_output_does_not_go_into_what_is_read(arguments: tuple[str, ...]) -> None:
    ran = process("-c", FROM_STANDARD_INPUT, NAME, NAME, *arguments)
    assert ran.status == 2
    assert ran.err.startswith("Error: standard output goes into `")
    assert Path(NAME).read_text(encoding="utf-8") == GOOD


def test_what_is_read_by_a_program_of_another_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GOOD, encoding="utf-8")
    note_named(os.fspath(path))
    assert input_at(os.fspath(path)) is None


def test_no_output_goes_through_a_default_file_linked_outwards(
    claims: CommandLine, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "claims.yaml"
    outside.write_text("kept", "utf-8")
    path = claims.folder / "data" / "claims.yaml"
    path.unlink()
    path.symlink_to(outside)
    assert "nothing was written" in claims.fails("schema", "-o", "data/claims.yaml")
    assert outside.read_text("utf-8") == "kept"
