"""One writer at a time of a file, and of all that is read with it."""

import errno
import os
import stat
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import lock_descriptor

from claim_tracker.io.atomic_write import target_of
from claim_tracker.io.faults import advice
from claim_tracker.io.files import FileError, reason_of

_CAN_LOCK_FOLDERS = os.name == "posix"
_PAUSE = 0.02
_SILENT = 1.0
"""Seconds before a message says that another program is waited for."""
_MAX_FOLDERS = 64
_NO_LOCKS = (
    errno.EBADF,
    errno.EINVAL,
    errno.ENOLCK,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
)
"""The errors of a file system that cannot lock a file or a folder."""
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS)


class Unlocked(UserWarning):
    """Files are written although they cannot be locked: the reason."""


class Waiting(UserWarning):
    """A file is not written yet, since another program writes it, or around it: which file."""


class _Patience:
    """How long a lock is waited for, and what it is for."""

    def __init__(self, name: str, wait: float) -> None:
        self._name = name
        self._start = time.monotonic()
        self._wait = wait
        self._is_silent = True

    def pause(self) -> None:
        """Wait a little. Raises FileError at the end; Waiting warns once when it takes long."""
        waited = time.monotonic() - self._start
        other = f"another program is writing to `{self._name}`, or in a folder around it"
        if waited > self._wait:
            raise FileError(
                f"{other}, and does not end",
                "see what holds it, and run the command again",
            )
        if self._is_silent and waited > _SILENT:
            self._is_silent = False
            warnings.warn(f"{other}; waiting for it", Waiting, stacklevel=5)
        time.sleep(_PAUSE)


@contextmanager
def locked(name: str, *others: str, wait: float = 60) -> Iterator[None]:
    """Hold the only lock on a file, so that what is read in the block is current to its end.

    `others` are the files and folders that are read with it: nobody who takes a lock writes any
    of them, nor adds a file to one of the folders.

    The locks are advisory and leave nothing beside the files. The folder of a file is locked
    exclusively, and all folders above it with shared locks: so two writers meet whether they name
    a file or a folder above it, and few files are open at once. The file itself is locked as
    well, which on a network file system is all that other computers see. A program that renames
    another file to its name ends that lock, so who waited locks the new file.

    Windows locks no folder, and renames no file to the name of one that is open. There all writers
    of a user lock one file among the temporary ones.

    Raises FileError for a file that is not there, and after `wait` seconds. Waiting warns when it
    takes more than one, and Unlocked where there are no locks.
    """
    patience = _Patience(name, wait)
    with ExitStack() as held:
        try:
            _refuse_other_than_file(name)
            if _CAN_LOCK_FOLDERS:
                _hold_folders((name, *others), patience, held)
                _hold(name, _opened_file, patience, held)
            else:
                common = Path(tempfile.gettempdir()) / "claim-tracker.lock"
                _hold(str(common), _opened_common, patience, held)
        except (OSError, ValueError) as error:
            raise FileError(
                f"cannot lock `{name}`: {reason_of(error)}",
                advice(error, "check the name and your rights"),
            ) from error
        yield


def _hold(name: str, opened: Callable[[str], int], patience: _Patience, held: ExitStack) -> None:
    """Hold the lock of a file; where it has none, warn of that. Raises OSError and FileError."""
    try:
        held.callback(os.close, _handle(name, opened, patience, exclusive=True))
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        warnings.warn(
            f"nothing keeps other programs from writing meanwhile: {reason_of(error)}; "
            "let one write at a time",
            Unlocked,
            stacklevel=4,
        )


def _hold_folders(names: Iterable[str], patience: _Patience, held: ExitStack) -> None:
    """Lock the folders that are readable and can be locked. Raises OSError and FileError."""
    for folder, exclusive in _folders(names):
        try:
            held.callback(os.close, _handle(folder, _opened_folder, patience, exclusive=exclusive))
        except OSError as error:
            if not isinstance(error, PermissionError) and error.errno not in _NO_LOCKS:
                raise


def _folders(names: Iterable[str]) -> list[tuple[str, bool]]:
    """Return the folders to lock, in the same order for all writers, and whether exclusively.

    Exclusive locks are for the folders that are named, or hold what is named; those above are
    shared. Where there are many, the folder that holds them all is locked instead.
    """
    real = [Path(os.path.realpath(name)) for name in names]
    exclusive = {path if path.is_dir() else path.parent for path in real}
    above = {folder for path in exclusive for folder in path.parents}
    if len(exclusive | above) > _MAX_FOLDERS:
        exclusive = {Path(os.path.commonpath(exclusive))}
        above = {folder for path in exclusive for folder in path.parents}
    return [(str(folder), folder in exclusive) for folder in sorted(exclusive | above)]


def _handle(
    name: str, opened: Callable[[str], int], patience: _Patience, *, exclusive: bool
) -> int:
    """Return a handle that locks a file or a folder. Raises OSError, and FileError at the end."""
    while True:
        with ExitStack() as unless_locked:
            handle = opened(name)
            unless_locked.callback(os.close, handle)
            is_locked = lock_descriptor(handle, blocking=False) if exclusive else _is_shared(handle)
            if is_locked and _is_current(name, handle):
                unless_locked.pop_all()
                return handle
        patience.pause()


def _refuse_other_than_file(name: str) -> None:
    if not stat.S_ISREG(Path(name).stat().st_mode):
        raise ValueError("it is not a regular file")


def _opened_folder(name: str) -> int:
    return os.open(name, os.O_RDONLY | os.O_DIRECTORY)


def _opened_file(name: str) -> int:
    target = target_of(name)
    try:
        return os.open(target, os.O_RDWR)  # which a lock over NFS needs
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise
    return os.open(target, os.O_RDONLY)


def _opened_common(name: str) -> int:
    """Return a handle of the file that all writers lock. Raises OSError with ENOLCK."""
    try:
        return os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise OSError(errno.ENOLCK, f"{reason_of(error)}: {name}") from error


def _is_shared(handle: int) -> bool:
    """Whether a folder gets a shared lock, which filelock does not have."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_current(name: str, handle: int) -> bool:
    """Whether an open file is still the file of that name."""
    return os.path.samestat(target_of(name).stat(), os.fstat(handle))
