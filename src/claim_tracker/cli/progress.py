"""A progress bar on the terminal while much is read."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from claim_tracker.io.signals import interrupts_raised

_MANY_FILES = 50
_MANY_BYTES = 4_000_000
_STEPS_A_FILE = 2


@contextmanager
def progress(paths: Sequence[str]) -> Iterator[Callable[[], None]]:
    """Provide what to call for each file when it was read, and again when it was checked."""
    if not (_is_watched() and _is_long(paths)):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

    columns = (SpinnerColumn("line"), TextColumn("{task.description}"), BarColumn())
    console = Console(stderr=True)
    shown = Progress(*columns, TaskProgressColumn(), console=console, transient=True)
    with interrupts_raised(), shown as bar:
        files = f"{len(paths):,} files" if len(paths) > 1 else "claims"
        task = bar.add_task(f"Reading {files}", total=len(paths) * _STEPS_A_FILE)
        yield lambda: bar.advance(task)


def _is_watched() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _is_long(paths: Sequence[str]) -> bool:
    return len(paths) >= _MANY_FILES or sum(map(_size, paths)) >= _MANY_BYTES


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):  # reported when it is read
        return 0
