"""The editor of a person's own: on a line of a file, and for a text that is given back."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from claim_tracker.io.files import FileError
from claim_tracker.io.signals import interrupts_ignored

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("notepad",) if sys.platform == "win32" else ("editor", "nano", "vim", "vi")
_AT_LINE = dict.fromkeys(
    "ed emacs emacsclient ex gvim joe jed jmacs jove jstar kak kwrite mcedit mg micro mvim"
    " ne nano nvim pico rnano vi view vim vis zile".split(),
    ("+{line}", "{file}"),
) | {
    **dict.fromkeys(
        "code code-insiders codium vscodium cursor windsurf positron".split(),
        ("--goto", "{file}:{line}", "--wait"),
    ),
    **dict.fromkeys("subl sublime_text zed zeditor".split(), ("{file}:{line}", "--wait")),
    **dict.fromkeys("hx helix".split(), ("{file}:{line}",)),
    "kate": ("--line", "{line}", "--block", "{file}"),
    "gedit": ("--wait", "+{line}", "{file}"),
    "mate": ("--wait", "--line", "{line}", "{file}"),
}
"""How editors are told on which line of a file to begin, and not to return before it is closed."""


def editor_of(environ: Mapping[str, str]) -> list[str]:
    """Return the editor that the environment names, else a usual one. Raises FileError."""
    named = next((environ[name] for name in _VARIABLES if environ.get(name, "").strip()), None)
    if named is None:
        usual = next(filter(shutil.which, _USUAL), None)
        if usual is None:
            raise FileError("there is no editor", "set EDITOR to the command of one")
        return [usual]
    try:
        words = shlex.split(named, posix=sys.platform != "win32")
    except ValueError:  # a quote without its end
        words = []
    if not words or shutil.which(words[0]) is None:
        raise FileError(f"the editor `{named}` cannot be found", "set EDITOR to the command of one")
    return words


def at_line(editor: Sequence[str], path: str, line: int) -> list[str]:
    """Return the command that opens a file on a line, where the editor is known for that."""
    program = Path(editor[0]).stem.lower()
    file = f"./{path}" if path.startswith(("-", "+")) else path
    arguments = [each.format(file=file, line=line) for each in _AT_LINE.get(program, ("{file}",))]
    return [*editor, *(each for each in arguments if each not in editor)]


def run_editor(command: Sequence[str]) -> int:
    """Run an editor until its user leaves it, and return its exit status. Raises FileError.

    Ctrl-C is for the editor meanwhile, and the terminal is its standard output.
    """
    output = None if sys.stdout.isatty() else 2
    with interrupts_ignored():
        try:
            return subprocess.run(command, stdout=output, check=False).returncode
        except OSError as error:
            raise FileError(f"the editor `{command[0]}` cannot be started", str(error)) from error


def edited_text(text: str, environ: Mapping[str, str]) -> str:
    """Return a text as it comes back from the editor. Raises FileError."""
    editor = editor_of(environ)
    with TemporaryDirectory(prefix="tracker-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "draft.yaml")
        path.write_text(text, encoding="utf-8", newline="\n")
        status = run_editor(at_line(editor, os.fspath(path), 1))
        if status != 0:
            raise FileError(f"the editor ended with status {status}", "the answers are as before")
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            advice = "let the editor save in UTF-8; the answers are as before"
            raise FileError("the draft was not saved in UTF-8", advice) from error
        except OSError as error:
            raise FileError("the editor left no draft", "the answers are as before") from error
