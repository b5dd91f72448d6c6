"""Python and `tracker` in a process of their own."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping

from tests.conftest import Ran

_UNSET = ("TRACKER_FILE", "NO_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "TZ")


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


async def _ran(
    arguments: tuple[str, ...], stdout: int, stderr: int, environ: Mapping[str, str]
) -> Ran:
    inherited = {name: value for name, value in os.environ.items() if name not in _UNSET}
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        stdin=DEVNULL,
        stdout=stdout,
        stderr=stderr,
        env={**inherited, **environ},
    )
    out, err = await child.communicate()
    status = await child.wait()
    return Ran(status, (out or b"").decode(), (err or b"").decode())
