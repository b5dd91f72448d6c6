"""One writer at a time of a file, and of all that it is read together with."""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import ModuleType

from claim_tracker.io.atomic_write import target_of
from claim_tracker.io.files import FileError, reason_of

fcntl: ModuleType | None
try:
    import fcntl
except ModuleNotFoundError:  # on Windows, where only the content is compared before a write
    fcntl = None

_PAUSE = 0.02
_MOST_FOLDERS = 64
_NO_LOCKS = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP)
"""How a file system says that a folder on it cannot be locked."""


@contextmanager
def locked(name: str, *together: str, wait: float = 60) -> Iterator[None]:
    """Hold the only lock on a file, so that what is read in the block is current to its end.

    `together` are the files and folders that are read with it: nobody who takes a lock writes any
    of them, nor adds a file to one of the folders.

    The locks are advisory (flock(2)) and leave nothing behind. The folder of a file is locked
    for one writer alone, and all folders above it for writers who share them: so two writers
    meet whether they name a file or a folder above it, and few files are open at once. The file
    itself is locked as well, which on a network file system is all that other computers see. A
    program that puts another file in its place ends that lock, so who waited locks the new file.
    Raises FileError for a file that is not there, and after so many seconds of waiting.
    """
    end = time.monotonic() + wait
    with ExitStack() as held:
        try:
            for folder, alone in _folders((name, *together)):
                handle = _of_folder(folder, end, alone=alone)
                if handle is not None:
                    held.callback(os.close, handle)
            held.callback(os.close, _handle(name, end, _opened_file, alone=True))
        except (OSError, ValueError) as error:
            raise FileError(
                f"cannot lock `{name}`: {reason_of(error)}", "check the name and your rights"
            ) from error
        yield


def _folders(names: Iterable[str]) -> list[tuple[str, bool]]:
    """The folders to lock, in the same order for all writers, and whether for one alone.

    Those for one alone are named, or have in them what is named; those above are shared. Of many
    the one that has them all in it is locked instead.
    """
    if fcntl is None:
        return []
    real = [Path(os.path.realpath(name)) for name in names]
    alone = {path if path.is_dir() else path.parent for path in real}
    above = {folder for path in alone for folder in path.parents}
    if len(alone | above) > _MOST_FOLDERS:
        alone = {Path(os.path.commonpath(alone))}
        above = {folder for path in alone for folder in path.parents}
    return [(str(folder), folder in alone) for folder in sorted(alone | above)]


def _of_folder(folder: str, end: float, *, alone: bool) -> int | None:
    """A handle that locks a folder; None where one may not read it, and where it has no locks."""
    try:
        return _handle(folder, end, _opened_folder, alone=alone)
    except PermissionError:
        return None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return None
        raise


def _handle(name: str, end: float, opened: Callable[[str], int], *, alone: bool) -> int:
    """A handle that locks what has the name. Raises OSError, and FileError at the end."""
    while True:
        with ExitStack() as unless_locked:
            handle = opened(name)
            unless_locked.callback(os.close, handle)
            if _is_locked(handle, alone=alone) and _is_current(name, handle):
                unless_locked.pop_all()
                return handle
        if time.monotonic() > end:
            raise FileError(
                f"`{name}` is being written by another program, which does not end",
                "see what holds it, and run the command again",
            )
        time.sleep(_PAUSE)


def _opened_folder(name: str) -> int:
    return os.open(name, os.O_RDONLY | os.O_DIRECTORY)


def _opened_file(name: str) -> int:
    if not stat.S_ISREG(Path(name).stat().st_mode):
        raise ValueError("it is no regular file")
    target = target_of(name)
    with suppress(PermissionError):
        return os.open(target, os.O_RDWR)  # which a lock over NFS needs
    return os.open(target, os.O_RDONLY)


def _is_locked(handle: int, *, alone: bool) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_current(name: str, handle: int) -> bool:
    """Whether it is still the file of that name, and no other has taken its place."""
    now, then = target_of(name).stat(), os.fstat(handle)
    return (now.st_dev, now.st_ino) == (then.st_dev, then.st_ino)
