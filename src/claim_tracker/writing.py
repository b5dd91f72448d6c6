"""Writing a file whole or not at all."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from claim_tracker.files import FileError


def write_file(name: str, text: str) -> None:
    """Write the text to a file in UTF-8, in the place of what was there.

    It is written beside the file and then renamed, so that a reader sees the old content or
    the new and an error leaves the old; the file's rights and symbolic links stay. What is
    no regular file (a device, a pipe) is written to directly. Raises FileError.
    """
    try:
        target = _target(name)
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="")
        else:
            _replace(target, text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileError(
            f"cannot write `{name}`: {reason}", "check the name, your rights and the free space"
        ) from error


def _target(name: str) -> Path:
    """The file that a name stands for, behind any symbolic links."""
    target = Path(os.path.realpath(name))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _replace(target: Path, content: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
