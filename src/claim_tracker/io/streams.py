"""What is no regular file, or is open already: pipes, devices, and names such as `/dev/stdout`."""

import errno
import os
import re
import select
import stat
from pathlib import Path

TIMEOUT = 5
"""Seconds until a pipe or a device must give or take something."""
_MAX_LINKS = 40
_OPEN_FILES = ("/dev/fd", "/proc/self/fd", "/proc/thread-self/fd")
_OF_A_PROCESS = re.compile(r"/proc/\d+(/task/\d+)?/fd")
_CHUNK_SIZE = 1_000_000


def stream_kind(mode: int) -> str:
    """Return the kind of a file that is neither a regular one nor a folder, by its mode."""
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a whole disk" if stat.S_ISBLK(mode) else "a device"


def descriptor_of(path: str) -> int | None:
    """Return the number of the open file that a path stands for, such as `/dev/stdout`.

    None where it stands for none, or for one of another program. Raises OSError.
    """
    stream = stream_of(path)
    ours = {os.path.realpath(folder) for folder in _OPEN_FILES}
    return int(stream.name) if stream is not None and str(stream.parent) in ours else None


def stream_of(path: str) -> Path | None:
    """Return the name of the open file that a path stands for, of this program or of another.

    Where there are such names they are in `/dev/fd` or below `/proc`, or links to what is there.
    Raises OSError.
    """
    ours = os.path.realpath(_OPEN_FILES[0])
    for _ in range(_MAX_LINKS):
        folder = Path(os.path.realpath(Path(path).parent))
        name = Path(path).name
        if name.isdecimal() and (str(folder) == ours or _OF_A_PROCESS.fullmatch(str(folder))):
            return folder / name
        if not (folder / name).is_symlink():
            return None
        path = str(folder / (folder / name).readlink())
    return None


def read_pipe(path: str, most: int) -> bytes:
    """Return the content of a named pipe, such as `<(…)`.

    To open one blocks until somebody writes to it, which may be never, so it is not waited for
    there. Raises OSError and ValueError.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as pipe:
        ready, _, _ = select.select([handle], [], [], TIMEOUT)
        if not ready and _is_at_end(handle):
            raise ValueError("it is a pipe, and no program writes to it")
        os.set_blocking(handle, True)
        return pipe.read(most + 1)


def read_device(path: str, most: int) -> bytes:
    """Return the content of a terminal or another device, which may never give anything.

    Only what is open already, and the terminal that somebody sits at, is waited for without
    end. Raises OSError and ValueError.
    """
    number = descriptor_of(path)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    handle = os.dup(number) if number is not None else _open(path, flags)
    with os.fdopen(handle, "rb", buffering=0):
        timeout = None if number is not None or _is_our_terminal(handle) else TIMEOUT
        content = bytearray()
        while len(content) <= most:
            try:
                part = os.read(handle, min(_CHUNK_SIZE, most + 1 - len(content)))
            except BlockingIOError:
                ready, _, _ = select.select([handle], [], [], timeout)
                if not ready:
                    raise ValueError("it is a device, and nothing comes from it") from None
                continue
            if not part:
                break
            content += part
    return bytes(content)


def _open(path: str, flags: int) -> int:
    try:
        return os.open(path, flags)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise ValueError("it is a socket, or a device that is not there") from error
        raise


def _is_our_terminal(handle: int) -> bool:
    """Whether an open file is the terminal that this program can be answered at."""
    try:
        return os.tcgetpgrp(handle) == os.getpgrp()
    except (OSError, AttributeError):  # it is no terminal, or that of others; Windows
        return False


def _is_at_end(handle: int) -> bool:
    """Whether no program has the other end of a pipe in which nothing is."""
    try:
        return not os.read(handle, 1)
    except BlockingIOError:
        return False


def write_open(stream: Path, content: bytes) -> None:
    """Write to what is open already: where it is at, or to the end of what another program has.

    Raises OSError and ValueError.
    """
    number = descriptor_of(str(stream))
    if number is not None:
        _write_to(os.dup(number), content, None)
    elif stream.is_file():
        _write_to(os.open(stream, os.O_WRONLY | os.O_APPEND), content, None)
    else:
        write_directly(stream, content)


def write_directly(target: Path, content: bytes) -> None:
    """Write to what is neither a regular file nor a folder. Raises OSError and ValueError.

    A pipe needs a program that reads from it: to open one would wait for it, which may be for
    ever. So may a device that takes nothing, such as a terminal that nobody has open.
    """
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)):
        raise ValueError(f"it is {stream_kind(mode)}")
    try:
        flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
        handle = os.open(target, os.O_WRONLY | flags)
    except OSError as error:
        if error.errno == errno.ENXIO and stat.S_ISFIFO(mode):
            raise ValueError("it is a pipe, and no program reads from it") from error
        raise
    _write_to(handle, content, None if stat.S_ISFIFO(mode) else TIMEOUT)


def _write_to(handle: int, content: bytes, timeout: float | None) -> None:
    """Write to an open file and close it; `timeout` is for how many seconds it may take nothing.

    Raises OSError and ValueError.
    """
    rest = memoryview(content)
    with os.fdopen(handle, "wb", buffering=0):
        while rest:
            try:
                rest = rest[os.write(handle, rest) :]
            except BlockingIOError:
                _, ready, _ = select.select([], [handle], [], timeout)
                if not ready:
                    raise ValueError("it takes nothing") from None
