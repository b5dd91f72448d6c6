"""A program of the user's, which reads a text and writes an answer."""

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Thread

from claim_tracker.io.exit_codes import INTERRUPTED
from claim_tracker.io.files import FileError
from claim_tracker.io.signals import interrupts_raised

MAX_SECONDS = 600
"""The time that a program has for its answer."""
MAX_BYTES = 4_000_000
"""The most bytes of an answer."""
_GRACE = 1.0
"""Seconds for the rest of an answer once a program has ended; what it started may hold the pipe."""
_CHUNK_SIZE = 65_536


def output_of(command: str, text: str) -> str:
    """Return the standard output of a command for a text. Raises FileError.

    The command is split as a shell does it, and run without one; what it writes to standard error
    goes to ours. The answer ends with the command, whatever of what it started still runs.
    """
    words = _split_command(command)
    program = _start(words, text)
    output = _Output(program)
    try:
        with interrupts_raised():
            status = program.wait(MAX_SECONDS)
            output.join(_GRACE)
    except subprocess.TimeoutExpired as error:
        raise FileError(
            f"`{words[0]}` gave no answer in {MAX_SECONDS // 60} minutes, and was ended with all "
            "that it started",
            "try a faster one",
        ) from error
    except KeyboardInterrupt as error:
        raise SystemExit(INTERRUPTED) from error
    finally:
        if program.returncode is None:
            _end(program)
            program.wait()
    if len(output.data) > MAX_BYTES:
        raise FileError(
            f"`{words[0]}` wrote more than {MAX_BYTES // 1_000_000} MB", "it is to write JSON alone"
        )
    if status != 0:
        raise FileError(f"`{words[0]}` ended with status {status}", "run it by hand to see why")
    return output.data.decode("utf-8", "replace")


def _split_command(command: str) -> list[str]:
    """Return the name of a program and its arguments. Raises FileError."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise FileError(f"`{command}` is not a command: {error}", "close its quotes") from error
    if not words:
        raise FileError(
            "the command is empty", "name a program that reads a prompt and writes JSON"
        )
    return words


def _start(words: Sequence[str], text: str) -> subprocess.Popen[bytes]:
    """Return a program that was started with a text as its standard input. Raises FileError."""
    with TemporaryFile() as prompt:
        prompt.write(text.encode())
        prompt.seek(0)
        try:
            return subprocess.Popen(
                words, stdin=prompt, stdout=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise FileError(
                f"`{words[0]}` cannot be run: {error.strerror}", "check its name"
            ) from error


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program, and where the system has groups of processes, all that it started."""
    if not hasattr(os, "killpg"):
        program.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)


class _Output(Thread):
    """The reading of what a program writes, of no more than shows that it is too much.

    It goes on for as long as anything that the program started holds the pipe, and is left behind
    then; `data` is what was written so far.
    """

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self.program = program
        self.data = b""
        self.start()

    def run(self) -> None:
        if self.program.stdout is None:
            return
        with self.program.stdout as written:
            while len(self.data) <= MAX_BYTES and (part := os.read(written.fileno(), _CHUNK_SIZE)):
                self.data += part
            if len(self.data) > MAX_BYTES:
                _end(self.program)
