"""Waiting for changes of the files of claims, by what the system tells or else by looking."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import watch

from claim_tracker.io.files import FileError, Signature, expand, is_hidden, signature

POLL_INTERVAL = 2.0
"""Seconds between looks in any case: not every file system tells of changes."""
_QUIET = 100
"""Milliseconds without a change that end a burst of them."""
_MAX_BURST = 1_000


def signatures_of(paths: Sequence[str]) -> dict[str, Signature | None] | str:
    """Return the signatures of the files that paths name, or why these cannot be named."""
    try:
        return {name: signature(name) for name in expand(paths)}
    except FileError as error:
        return error.message


def wait_for_changes(paths: Sequence[str], stop: Event) -> Iterator[None]:
    """Yield after each burst of changes around the files, and when nothing was told for a while.

    What changed need not be one of the files. It ends when it is to `stop`.
    """
    while not stop.is_set():
        folders = _folders(paths)
        try:
            for _ in watch(
                *folders,
                watch_filter=None,
                debounce=_MAX_BURST,
                step=_QUIET,
                rust_timeout=round(POLL_INTERVAL * 1000),
                yield_on_timeout=True,
                recursive=False,
                stop_event=stop,
            ):
                yield
                if _folders(paths) != folders:
                    break
        except (OSError, RuntimeError):  # a folder is gone again, or too many are watched
            stop.wait(POLL_INTERVAL)
            yield


def _folders(paths: Sequence[str]) -> list[str]:
    """Return the folders in which a change can be one of the files.

    A file is watched by its folder, as editors put another one in its place.
    """
    found = {folder for path in paths for folder in _folders_of(Path(path))}
    return sorted(folder for folder in found if Path(folder).is_dir())


def _folders_of(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield str(path.absolute().parent)
        yield str(path.resolve().parent)
        return
    for top, names, _ in os.walk(os.path.realpath(path)):
        yield top
        names[:] = [name for name in names if not is_hidden([name])]
