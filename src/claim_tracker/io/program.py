"""A program of the user's, which reads a text and writes an answer."""

import shlex
import subprocess

from claim_tracker.io.files import FileError

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
    try:
        done = subprocess.run(
            words, input=text.encode(), stdout=subprocess.PIPE, timeout=MAX_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise FileError(
            f"`{words[0]}` gave no answer in {MAX_SECONDS // 60} minutes", "try a faster one"
        ) from error
    except OSError as error:
        raise FileError(
            f"`{words[0]}` cannot be run: {error.strerror}", "check its name"
        ) from error
    if done.returncode != 0:
        raise FileError(
            f"`{words[0]}` ended with status {done.returncode}", "run it by hand to see why"
        )
    if len(done.stdout) > MAX_BYTES:
        raise FileError(
            f"`{words[0]}` wrote more than {MAX_BYTES // 1_000_000} MB", "it is to write JSON alone"
        )
    return done.stdout.decode("utf-8", "replace")
