"""A shell at a pseudo-terminal, and in it a `tracker` that completes, and keeps what it gets."""

import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

_SHELLS = {
    "bash": ("bash", "--noprofile", "--norc", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "--private"),
}
SHELLS = tuple(_SHELLS)
_SET_UP = {
    "bash": 'set -o histexpand; eval "$(_TRACKER_COMPLETE=bash_source tracker)"',
    "zsh": 'autoload -U compinit; compinit -u -D; eval "$(_TRACKER_COMPLETE=zsh_source tracker)"',
    "fish": "set -g fish_autosuggestion_enabled 0; _TRACKER_COMPLETE=fish_source tracker | source",
}
_PROGRAM = """\
#!/bin/sh
if [ -n "$_TRACKER_COMPLETE" ]; then exec {python} -m claim_tracker "$@"; fi
printf '%s\\0' "$@" > {received}
echo rece""ived
"""
_AT_THE_TERMINAL = """\
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
_SEQUENCES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()].|[=>78])|[\r\n]")
_PATIENCE = 30.0


class Shell:
    """A shell of this name in this folder, where `tracker` has its completion."""

    def __init__(self, name: str, folder: Path) -> None:
        self._received = folder / "received"
        self._shown = b""
        program = folder / "bin" / "tracker"
        program.parent.mkdir()
        quoted = {"python": shlex.quote(sys.executable), "received": shlex.quote(str(folder))}
        quoted["received"] += "/received"
        program.write_text(_PROGRAM.format(**quoted), encoding="utf-8")
        program.chmod(0o755)
        self._terminal, inside = pty.openpty()
        termios.tcsetwinsize(inside, (50, 400))
        self._process = subprocess.Popen(
            (sys.executable, "-c", _AT_THE_TERMINAL, *_SHELLS[name]),
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=folder,
            start_new_session=True,
            env={
                "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(folder),
                "TERM": "xterm",
                "LC_ALL": "C.UTF-8",
                "PS1": "$ ",
            },
        )
        os.close(inside)
        self.press(f'{_SET_UP[name]}; echo rea""dy\r')
        self.wait_for("ready")

    def press(self, keys: str) -> None:
        """Press these keys, and forget what has been shown."""
        self._shown = b""
        os.write(self._terminal, keys.encode())

    def wait_for(self, words: str) -> None:
        """Go on when these words have been shown since keys were pressed."""
        end = time.monotonic() + _PATIENCE
        while words.encode() not in _SEQUENCES.sub(b"", self._shown):
            left = end - time.monotonic()
            assert left > 0, f"{words!r} is not shown, but {self._shown!r}"
            if select.select([self._terminal], [], [], left)[0]:
                self._shown += os.read(self._terminal, 1 << 16)

    def completed(self, line: str, shown: str, keys: str = "\t") -> None:
        """Type a line, and press Tab or other keys; go on when these words are shown."""
        self.press(line)
        self.wait_for(line[-4:].strip())
        self.press(keys)
        self.wait_for(shown)

    def enter(self) -> list[str]:
        """Press Enter; the words that the program got."""
        self._received.unlink(missing_ok=True)
        self.press("\r")
        self.wait_for("received")
        return self._received.read_text(encoding="utf-8").split("\0")[:-1]

    def close(self) -> None:
        """End the shell."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)
