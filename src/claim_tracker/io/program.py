"""A program of the user's, which reads a text and writes an answer."""

import shlex
import subprocess
import time
from tempfile import TemporaryFile
from threading import Thread

from claim_tracker.io.exit_codes import INTERRUPTED
from claim_tracker.io.files import FileError
from claim_tracker.io.signals import raised

MAX_SECONDS = 600
"""The time that a program has for its answer."""
MAX_BYTES = 4_000_000
"""The size of an answer."""


def output_of(command: str, text: str) -> str:
    """Return what a command writes to standard output for a text. Raises FileError.

    The command is split as a shell does it, and run without one; what it writes to standard error
    goes to ours.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise FileError(f"`{command}` is no command: {error}", "close its quotes") from error
    if not words:
        raise FileError(
            "the command is empty", "name a program that reads a prompt and writes JSON"
        )
    with TemporaryFile() as prompt:
        prompt.write(text.encode())
        prompt.seek(0)
        try:
            program = subprocess.Popen(words, stdin=prompt, stdout=subprocess.PIPE)
        except OSError as error:
            raise FileError(
                f"`{words[0]}` cannot be run: {error.strerror}", "check its name"
            ) from error
    answer = _Answer(program)
    try:
        with raised():
            status = answer.status_within(MAX_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise FileError(
            f"`{words[0]}` gave no answer in {MAX_SECONDS // 60} minutes", "try a faster one"
        ) from error
    except KeyboardInterrupt as error:
        raise SystemExit(INTERRUPTED) from error
    finally:
        program.kill()
        program.wait()
    if len(answer.data) > MAX_BYTES:
        raise FileError(
            f"`{words[0]}` wrote more than {MAX_BYTES // 1_000_000} MB", "it is to write JSON alone"
        )
    if status != 0:
        raise FileError(f"`{words[0]}` ended with status {status}", "run it by hand to see why")
    return answer.data.decode("utf-8", "replace")


class _Answer(Thread):
    """The reading of what a program writes, of no more than shows that it is too much."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self.program = program
        self.data = b""
        self.start()

    def run(self) -> None:
        if self.program.stdout is not None:
            with self.program.stdout as written:
                self.data = written.read(MAX_BYTES + 1)

    def status_within(self, seconds: float) -> int:
        """Return the exit status of the program. Raises TimeoutExpired."""
        end = time.monotonic() + seconds
        self.join(seconds)
        if len(self.data) > MAX_BYTES:
            self.program.kill()
        return self.program.wait(max(end - time.monotonic(), 0))
