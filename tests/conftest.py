"""The command line, run in this process in an empty folder."""

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from claim_tracker.cli.main import run

settings.register_profile("exploring", deadline=None)
settings.register_profile(
    "repeatable", settings.get_profile("exploring"), derandomize=True, database=None
)
settings.register_profile("fewer", settings.get_profile("repeatable"), max_examples=30)
settings.register_profile("few", settings.get_profile("repeatable"), max_examples=10)
settings.load_profile("repeatable")

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CACHING = ("claim_tracker.dates", "claim_tracker.checks")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--browser", action="store_true", help="Fail, and skip nothing, where there is no browser."
    )
    parser.addoption(
        "--recipes",
        action="store_true",
        help="Fail, and skip nothing, where there are no tools of the recipes.",
    )
    parser.addoption(
        "--renew", action="store_true", help="Write down what is said now as what is to be said."
    )
    parser.addoption(
        "--shells", action="store_true", help="Fail, and skip nothing, where there is no shell."
    )
    parser.addoption(
        "--each-alone",
        action="store_true",
        help="Forget before each test what was cached, and draw few examples, always the same.",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--each-alone"):
        settings.load_profile("few")
    elif config.getoption("markexpr") == "not slow" and not config.getoption(
        "--hypothesis-profile"
    ):
        settings.load_profile("fewer")


@pytest.fixture(autouse=True)
def each_alone(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--each-alone"):
        for name, module in tuple(sys.modules.items()):
            if name.startswith(CACHING):
                for value in vars(module).values():
                    getattr(value, "cache_clear", lambda: None)()


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    status: int
    out: str
    err: str


class Typing(io.RawIOBase):
    """A standard input to which lines come one after the other, when they are waited for."""

    def __init__(self, lines: Sequence[str], meanwhile: Callable[[], object]) -> None:
        self._lines = iter(lines)
        self._meanwhile = meanwhile

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        line = "".join(f"{line}\n" for line in islice(self._lines, 1)).encode()
        if line:
            self._meanwhile()
        buffer[: len(line)] = line
        return len(line)


@dataclass(frozen=True)
class CommandLine:
    """Runs `tracker` at a fixed moment; `folder` is where it runs."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def __call__(self, *arguments: str | Path, now: datetime = NOW) -> Ran:
        status = run([str(argument) for argument in arguments], clock=lambda: now)
        out, err = self.capture.readouterr()
        return Ran(status, out, err)

    def done(self, *arguments: str | Path, now: datetime = NOW) -> str:
        """The standard output of a command that does its work and says nothing else."""
        ran = self(*arguments, now=now)
        assert (ran.status, ran.err) == (0, "")
        return ran.out

    def fails(self, *arguments: str | Path) -> str:
        """The standard error of a command that cannot do its work, and prints nothing."""
        ran = self(*arguments)
        assert (ran.status, ran.out) == (2, "")
        assert "Traceback" not in ran.err
        return ran.err

    def completed(self, line: str) -> list[str]:
        """What fish offers at the end of a line without quotes, with no description."""
        self.patch.setenv("_TRACKER_COMPLETE", "fish_complete")
        self.patch.setenv("COMP_WORDS", line.replace(" ", "\x1f"))
        out = self.done()
        self.patch.delenv("_TRACKER_COMPLETE")
        return [each.partition(",")[2].partition("\t")[0] for each in out.splitlines() if each]

    def file(self, name: str, text: str) -> Path:
        """A file in the folder, or in one below it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def standard_input(self, text: str) -> None:
        """What the next command can read from standard input."""
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    def answers(self, *lines: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Let there be a terminal at which somebody answers with these lines, and then leaves.

        What happens `meanwhile` comes before each answer.
        """
        typed = io.BufferedReader(Typing(lines, meanwhile))
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(typed))
        for stream in (sys.stdin, sys.stderr):
            self.patch.setattr(stream, "isatty", lambda: True)

    def terminal(self, width: int, height: int = 1000) -> None:
        """Let standard output and error be a terminal of so many cells and lines."""
        self.patch.setenv("COLUMNS", str(width))
        self.patch.setenv("LINES", str(height))
        for stream in (sys.stdout, sys.stderr):
            self.patch.setattr(stream, "isatty", lambda: True)


@pytest.fixture
def tracker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    for name in ("TRACKER_FILE", "NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("TRACKER_PAGER", "cat")
    monkeypatch.chdir(tmp_path)
    return CommandLine(tmp_path, capsys, monkeypatch)
