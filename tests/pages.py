"""Pages of the documentation whose commands are run.

A block of `console` has commands, each after `$ ` and with what goes on indented by four, and
what they print. Another block whose first
line is a comment with a name, as in `# data/claims.yaml`, is that file.
"""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PLAIN = {"LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100", "LINES": "1000"}
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(
    r"^\$ (?P<command>.*\n(?: {4}.*\n)*)(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE
)
_TIME = re.compile(r"\b\d+\.\d+ s\b")
"""How long something took, which is never the same."""
_NAME = re.compile(r"# (?P<name>[\w./-]+\.\w+)\n")


class Printed(NamedTuple):
    """What a command printed, and its exit status."""

    status: int
    printed: str


def in_a_terminal(
    program: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None
) -> Printed:
    """Return what a program prints in a terminal of 100 columns that does not scroll."""
    terminal, inside = pty.openpty()
    with subprocess.Popen(
        program,
        cwd=folder,
        env={**os.environ, **PLAIN, **(environ or {})},
        stdin=subprocess.DEVNULL,
        stdout=inside,
        stderr=inside,
    ) as running:
        os.close(inside)
        printed = b"".join(iter(lambda: _read(terminal), b""))
    os.close(terminal)
    text = re.sub(r"\r+\n", "\n", printed.decode())
    return Printed(running.returncode, _TIME.sub("0.1 s", text))


def _read(terminal: int) -> bytes:
    """Return what comes next from a terminal; nothing when its program has ended."""
    try:
        return os.read(terminal, 65_536)
    except OSError:  # as Linux says it
        return b""


def in_a_shell(command: str, folder: Path, programs: Sequence[Path] = ()) -> Printed:
    """Return what a command line prints, with the programs of these folders and beside Python."""
    folders = (*map(str, programs), str(Path(sys.executable).parent), os.environ["PATH"])
    shell = ("bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", command)
    return in_a_terminal(shell, folder, {"HOME": str(folder), "PATH": os.pathsep.join(folders)})


def run(page: Path, folder: Path, programs: Sequence[Path] = ()) -> str:
    """Return a page with what its commands print now, run in a folder one after the other.

    Raises AssertionError where a command fails.
    """

    def block(match: re.Match[str]) -> str:
        text = match["text"]
        if match["language"] == "console":
            text = _COMMAND.sub(command, text)
        elif named := _NAME.match(text):
            path = folder / named["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return f"```{match['language']}\n{text}```"

    def command(match: re.Match[str]) -> str:
        ran = in_a_shell(match["command"], folder, programs)
        assert ran.status == 0, f"{page.name}: {match['command']}{ran.printed}"
        return f"$ {match['command']}{ran.printed}"

    return _BLOCK.sub(block, page.read_text(encoding="utf-8"))


def blocks(page: Path, heading: str, language: str) -> list[str]:
    """Return the blocks of a language below a heading, down to the next heading."""
    text = page.read_text(encoding="utf-8")
    _, after = text.split(f"\n## {heading}\n")
    section, *_ = after.split("\n## ")
    return [match["text"] for match in _BLOCK.finditer(section) if match["language"] == language]
