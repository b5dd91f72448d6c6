"""One writer of a file at a time."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

from claim_tracker.files import FileError
from claim_tracker.writing import target_of

fcntl: ModuleType | None
try:
    import fcntl
except ModuleNotFoundError:  # on Windows, where only the content is compared before a write
    fcntl = None

_PAUSE = 0.02


@contextmanager
def locked(name: str, wait: float = 60) -> Iterator[None]:
    """Hold the only lock on a file, so that what is read in the block is current to its end.

    It is an advisory lock (flock(2)) on the file itself, and leaves nothing behind. A writer
    that puts another file in its place ends the lock, so who waited locks the new file. Raises
    FileError for a file that is not there, and after so many seconds of waiting.
    """
    handle = _handle(name, time.monotonic() + wait)
    try:
        yield
    finally:
        os.close(handle)


def _handle(name: str, end: float) -> int:
    try:
        while True:
            handle = _opened(name)
            if _is_locked(handle) and _is_current(name, handle):
                return handle
            os.close(handle)
            if time.monotonic() > end:
                raise FileError(
                    f"`{name}` is being written by another program, which does not end",
                    "see what holds it, and run the command again",
                )
            time.sleep(_PAUSE)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileError(
            f"cannot lock `{name}`: {reason}", "check the name and your rights"
        ) from error


def _opened(name: str) -> int:
    if not stat.S_ISREG(Path(name).stat().st_mode):
        raise ValueError("it is no regular file")
    target = target_of(name)
    with suppress(PermissionError):
        return os.open(target, os.O_RDWR)  # which a lock over NFS needs
    return os.open(target, os.O_RDONLY)


def _is_locked(handle: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_current(name: str, handle: int) -> bool:
    """Whether the file is still the one of that name, and no other has taken its place."""
    now, then = target_of(name).stat(), os.fstat(handle)
    return (now.st_dev, now.st_ino) == (then.st_dev, then.st_ino)
