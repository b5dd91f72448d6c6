"""Python and `tracker` in a process of their own."""

import asyncio
import os
import pty
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping, Sequence
from contextlib import suppress

from tests.conftest import Ran

_UNSET = (
    "TRACKER_FILE NO_COLOR COLUMNS LC_ALL TZ PYTHONIOENCODING PYTHONUNBUFFERED PYTHONUTF8"
).split()


def process(
    *arguments: str,
    stdout: int = PIPE,
    stderr: int = PIPE,
    environ: Mapping[str, str] | None = None,
) -> Ran:
    """Run Python in this folder; what is written to a given descriptor is not in the result."""
    return asyncio.run(_ran(arguments, stdout, stderr, environ or {}))


def tracker(
    *arguments: str,
    stdout: int = PIPE,
    stderr: int = PIPE,
    environ: Mapping[str, str] | None = None,
) -> Ran:
    """Run `tracker` as it is installed."""
    module = ("-m", "claim_tracker")
    return process(*module, *arguments, stdout=stdout, stderr=stderr, environ=environ)


def trackers(*command_lines: Sequence[str]) -> list[Ran]:
    """Run several `tracker` at once."""
    return processes(*(("-m", "claim_tracker", *arguments) for arguments in command_lines))


def processes(*command_lines: Sequence[str]) -> list[Ran]:
    """Run several Python at once."""

    async def all_of_them() -> list[Ran]:
        return await asyncio.gather(*(_ran(tuple(line), PIPE, PIPE, {}) for line in command_lines))

    return asyncio.run(all_of_them())


_END_OF_INPUT = b"\x04"
"""Ctrl-D, which ends the input where a line begins."""


def tracker_at_a_terminal(
    *arguments: str,
    answers: str = "",
    leaving_at: str = "",
    environ: Mapping[str, str] | None = None,
) -> Ran:
    """Run `tracker` at a terminal, where its output and its errors are one.

    Ctrl-C is pressed when `leaving_at` is shown there; after the answers the input ends.
    """
    return asyncio.run(_at_a_terminal(arguments, answers, leaving_at, environ or {}))


async def _at_a_terminal(
    arguments: tuple[str, ...], answers: str, leaving_at: str, environ: Mapping[str, str]
) -> Ran:
    controller, terminal = pty.openpty()
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "claim_tracker", *arguments),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**_inherited(), **environ},
    )
    os.close(terminal)
    os.write(controller, answers.encode() + _END_OF_INPUT)
    shown = await asyncio.to_thread(_read_until, controller, leaving_at)
    if leaving_at:
        rest = asyncio.create_task(asyncio.to_thread(_read_until, controller))
        while not rest.done():  # Python can miss a signal just before it waits for an answer
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGINT)
            await asyncio.wait([rest], timeout=0.5)
        shown += await rest
    os.close(controller)
    return Ran(await child.wait(), shown.decode(), "")


def _read_until(controller: int, last: str = "") -> bytes:
    """What is shown at a terminal up to these words, or until the last program there has ended."""
    shown = b""
    with suppress(OSError):
        while not (last and last.encode() in shown) and (part := os.read(controller, 4096)):
            shown += part
    return shown


async def _ran(
    arguments: tuple[str, ...], stdout: int, stderr: int, environ: Mapping[str, str]
) -> Ran:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        stdin=DEVNULL,
        stdout=stdout,
        stderr=stderr,
        env={**_inherited(), **environ},
    )
    out, err = await child.communicate()
    status = await child.wait()
    return Ran(status, (out or b"").decode(), (err or b"").decode())


def _inherited() -> dict[str, str]:
    """The environment, without what changes the output."""
    return {name: value for name, value in os.environ.items() if name not in _UNSET}
