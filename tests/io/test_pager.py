"""The pager of the terminal, by what its user has set."""

import os
import signal
import sys
from pathlib import Path

import pytest

from claim_tracker.io.pager import is_shown, pager_of
from tests.builders import DATA
from tests.conftest import CommandLine
from tests.repository import Repository

CLAIMS = DATA.read_text(encoding="utf-8")
KEEPING = "cat > paged.txt"


@pytest.fixture
def real(tracker: CommandLine) -> CommandLine:
    """The real claims, and a pager that keeps what it gets."""
    tracker.file("data/claims.yaml", CLAIMS)
    tracker.patch.setenv("TRACKER_PAGER", KEEPING)
    return tracker


def paged(line: CommandLine) -> str:
    path = line.folder / "paged.txt"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize(
    ("environ", "pager"),
    [
        ({"PAGER": "sh -x"}, ["sh", "-x"]),
        ({"PAGER": "sh", "TRACKER_PAGER": "cat -n"}, ["cat", "-n"]),
        ({"PAGER": "sh", "TRACKER_PAGER": ""}, []),
        ({"PAGER": " cat "}, []),
        ({"PAGER": ""}, []),
        ({"PAGER": "no-such-pager-here"}, []),
        ({"PAGER": "sh 'x"}, []),
        ({"PAGER": "cat | sh"}, ["sh", "-c", "cat | sh"]),
        ({"PAGER": "''"}, []),
    ],
)
def test_the_environment_names_the_pager(environ: dict[str, str], pager: list[str]) -> None:
    assert pager_of(environ) == pager


def test_without_a_name_it_is_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pager_of({}) == []
    (tmp_path / "less").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "less").chmod(0o755)
    assert pager_of({}) == ["less"]


def test_less_is_told_what_git_tells_it(tmp_path: Path) -> None:
    keeping = ["sh", "-c", f'echo "$LESS $LV" > {tmp_path}/it']
    assert is_shown(b"", keeping, {"PATH": os.environ["PATH"]})
    assert (tmp_path / "it").read_text(encoding="utf-8") == "FRX -c\n"
    assert is_shown(b"", keeping, {"PATH": os.environ["PATH"], "LESS": "S"})
    assert (tmp_path / "it").read_text(encoding="utf-8") == "S -c\n"


def test_what_cannot_be_started_shows_nothing(tmp_path: Path) -> None:
    assert not is_shown(b"x", [str(tmp_path)], {})
    assert not is_shown(b"x", ["sh", "-c", "exit 127"], {"PATH": os.environ["PATH"]})


def test_what_fails_before_it_has_read_shows_nothing() -> None:
    environ = {"PATH": os.environ["PATH"]}
    assert not is_shown(b"x", ["false"], environ)
    assert is_shown(b"x", ["true"], environ)
    assert is_shown(b"x\n", ["sh", "-c", "read it; exit 1"], environ)


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("show", "*"),
        ("timeline",),
        ("agenda",),
        ("scorecard", "--by", "tag"),
        ("diff", "HEAD~1"),
        ("log", "mission-ends"),
        ("corrections",),
    ],
    ids=" ".join,
)
def test_a_view_longer_than_the_screen_is_paged(
    real: CommandLine, command: tuple[str, ...]
) -> None:
    real.terminal(80, 5)
    repository = Repository(real.folder)
    repository.commit("data/claims.yaml", CLAIMS.replace("due: 2025-09", "due: 2025-10"))
    repository.commit("data/claims.yaml", CLAIMS)
    assert real.done(*command) == ""
    shown = paged(real)
    real.patch.setenv("LINES", "1000")
    assert real.done(*command) == shown != ""


def test_a_view_that_fits_is_not_paged(real: CommandLine) -> None:
    real.terminal(80, 24)
    lines = real.done("status", "--short", "--no-pager").count("\n")
    real.patch.setenv("LINES", str(lines + 1))
    assert real.done("status", "--short").count("\n") == lines
    assert paged(real) == ""
    real.patch.setenv("LINES", str(lines))
    assert real.done("status", "--short") == ""


@pytest.mark.parametrize("arguments", [("--no-pager", "status"), ("status", "--no-pager")])
def test_no_pager_is_taken_before_and_after_the_command(
    real: CommandLine, arguments: tuple[str, ...]
) -> None:
    real.terminal(80, 24)
    assert "mission-ends" in real.done(*arguments)
    assert paged(real) == ""


def test_only_a_terminal_is_paged(real: CommandLine) -> None:
    real.terminal(80, 24)
    real.done("status", "-o", "out.txt")
    real.done("status", "--format", "json")
    real.patch.setattr(sys.stdout, "isatty", lambda: False)
    assert "mission-ends" in real.done("status")
    real.terminal(80, 24)
    real.patch.setenv("TERM", "dumb")
    assert "mission-ends" in real.done("status")
    assert paged(real) == ""


def test_no_color_holds_in_the_pager(real: CommandLine) -> None:
    real.terminal(80, 24)
    real.done("status")
    assert "\x1b[" in paged(real)
    real.patch.setenv("NO_COLOR", "1")
    real.done("status")
    assert "\x1b[" not in paged(real)


def test_a_pager_that_fails_unread_leaves_the_view(real: CommandLine) -> None:
    real.terminal(80, 24)
    unstarted = "no-such-pager-here 2>/dev/null | cat; exit 127"
    for command in ("no-such-pager-here", unstarted, "false", "sh -c 'exit 3'"):
        real.patch.setenv("TRACKER_PAGER", command)
        assert "mission-ends" in real.done("status")


def test_the_exit_status_stays_whatever_the_pager_does(real: CommandLine) -> None:
    real.terminal(80, 24)
    for command in ("head -n 1 > paged.txt", "true", "cat > paged.txt; exit 3"):
        real.patch.setenv("TRACKER_PAGER", command)
        ran = real("status", "--fail-on", "overdue")
        assert (ran.status, ran.out, ran.err) == (1, "", "")


def test_ctrl_c_is_for_the_pager(real: CommandLine) -> None:
    real.terminal(80, 24)
    before = signal.getsignal(signal.SIGINT)
    real.patch.setenv("TRACKER_PAGER", f"kill -INT {os.getpid()}; {KEEPING}")
    assert real.done("status") == ""
    assert "mission-ends" in paged(real)
    assert signal.getsignal(signal.SIGINT) == before


def test_the_most_urgent_come_last_where_they_would_scroll_away(real: CommandLine) -> None:
    real.terminal(80, 24)

    def ends(text: str) -> tuple[int, int]:
        return text.index("move-to-erbil"), text.index("plan-unclear")

    real.done("status")
    urgent, last = ends(paged(real))
    assert urgent < last
    urgent, last = ends(real.done("status", "--no-pager"))
    assert last < urgent
    urgent, last = ends(real.done("status", "--no-pager", "--sort", "due"))
    assert urgent < last
