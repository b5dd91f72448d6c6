"""What a command reads, so that its output does not overwrite it."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import NamedTuple


class _Inputs(NamedTuple):
    """What was noted, and under which name: real paths of files and folders, and file numbers."""

    paths: dict[str, str]
    folders: dict[str, str]
    files: dict[tuple[int, int], str]


_NOTED: ContextVar[_Inputs] = ContextVar("noted")


@contextmanager
def noting() -> Iterator[None]:
    """Keep what is noted in the block, until its end; outside of one nothing is kept."""
    token = _NOTED.set(_Inputs({}, {}, {}))
    try:
        yield
    finally:
        _NOTED.reset(token)


def _noted() -> _Inputs:
    """Return what was noted in the block; outside of one, what nobody will look at."""
    return _NOTED.get(_Inputs({}, {}, {}))


def note_named(path: str) -> None:
    """Note a file or folder by its path; it need not be there."""
    from pathlib import Path

    noted = _noted()
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        status = None
    with suppress(OSError, ValueError):
        if status is not None and stat.S_ISDIR(status.st_mode):
            noted.folders.setdefault(os.path.realpath(path), path)
        elif status is None or stat.S_ISREG(status.st_mode):
            noted.paths.setdefault(os.path.realpath(path), path)
    if status is not None and stat.S_ISREG(status.st_mode):
        noted.files.setdefault(_number(status), path)


def note_opened(handle: int, name: str) -> None:
    """Note an open file; what is no regular file, such as a pipe, is not kept."""
    status = os.fstat(handle)
    if stat.S_ISREG(status.st_mode):
        _noted().files.setdefault(_number(status), name)


def input_at(path: str) -> str | None:
    """Return the name of the input that is the file at a path, under whatever name it is there.

    That is one with the same real path, or the same file on the disk (hard links, other case).
    """
    from pathlib import Path

    noted = _noted()
    with suppress(OSError, ValueError):
        real = os.path.realpath(path)
        if real in noted.paths:
            return noted.paths[real]
        return noted.files.get(_number(Path(real).stat()))
    return None


def input_opened(handle: int) -> str | None:
    """Return the name of the input that is an open file."""
    return _noted().files.get(_number(os.fstat(handle)))


def folder_around(path: str) -> tuple[str, str] | None:
    """Return the name of the input folder that a path is in, and the path from there."""
    from pathlib import Path

    with suppress(OSError, ValueError):
        real = Path(os.path.realpath(path))
        for folder, name in _noted().folders.items():
            if real.is_relative_to(folder):
                return name, real.relative_to(folder).as_posix()
    return None


def _number(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
