"""Writing a file whole or not at all."""

import errno
import os
import shlex
import signal
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from claim_tracker.io.faults import advice
from claim_tracker.io.files import FileError, read_bytes, reason_of
from claim_tracker.io.signals import interrupts_raised
from claim_tracker.io.streams import stream_of, write_directly, write_open

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_OF_USERS = ("user.", "system.")
"""How the attributes begin that people give to files, access lists among them."""
_MAX_PREFIX_LENGTH = 30
"""How much of a name the temporary file has, so that its own is not too long."""


def write_file(name: str, text: str | Iterable[str]) -> None:
    """Write a text, or its parts, to a file in UTF-8, replacing what was there.

    It is written beside the file and then renamed, so that a reader sees the old content or
    the new and an error leaves the old; the file's owner, rights and symbolic links stay. When
    it returns the new content is on the disk. What is no regular file (a device, a pipe), and
    what is open already (`/dev/stdout`, `>(…)`), is written to at its position. Raises FileError,
    and BrokenPipeError where nobody reads any more what is open already.
    """
    parts = [text] if isinstance(text, str) else text
    content = b"".join(part.encode("utf-8", "backslashreplace") for part in parts)
    _write(name, content, None)


def rewrite(name: str, old: bytes, new: bytes) -> None:
    """Write a file as `write_file` does, if it still has the old content.

    Raises FileError, also where the content is another by now: then it is not touched.
    """
    _write(name, new, old)


def _write(name: str, content: bytes, old: bytes | None) -> None:
    try:
        if old is None and (stream := stream_of(name)) is not None:
            write_open(stream, content)
            return
        target = target_of(name)
        if target.exists() and not target.is_file():
            write_directly(target, content)
        else:
            _replace(target, content, name, old)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise write_error(name, error) from error
    except ValueError as error:
        raise FileError(f"cannot write `{name}`: {error}", "choose another name") from error


def write_error(name: str, error: OSError | ValueError) -> FileError:
    """Return the error for a file that cannot be written."""
    folder = Path(name).parent
    if isinstance(error, FileNotFoundError) and not folder.exists():
        return FileError(f"cannot write `{name}`: there is no folder `{folder}`", "make it first")
    return FileError(
        f"cannot write `{name}`: {reason_of(error)}",
        advice(error, "check the name, your rights and the free space"),
    )


def target_of(name: str) -> Path:
    """Return the file that a name stands for, behind any symbolic links. Raises OSError."""
    target = Path(os.path.realpath(name))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all, in UTF-8.

    It is written beside and then given its name, which no other file has. When it returns the
    content is on the disk. Raises FileExistsError where something has that name, OSError and
    ValueError.
    """
    with _signals_blocked(), _temporary_file(path, text.encode("utf-8")) as temporary:
        _give_name(temporary, path)
        temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)


def write_all(contents: Mapping[Path, bytes], folder: Path) -> None:
    """Write files whose folders are there, and replace none before all are written.

    They are written into an empty `folder` of the same file system, and then renamed. So an
    error while they are written, such as a full disk, or Ctrl-C leaves all as they were. The
    disk may have them later than the names: what can be made anew need not wait for it. Raises
    FileError for a file that is write-protected, and OSError.
    """
    with interrupts_raised():
        for path in contents:
            if path.exists():
                _refuse_protected(path, str(path))
        made = {path: folder / str(number) for number, path in enumerate(contents)}
        for path, temporary in made.items():
            _write_like(path, temporary, contents[path])
        with _signals_blocked():
            for path, temporary in made.items():
                _put_in_place(temporary, path, str(path))


def _replace(target: Path, content: bytes, name: str, old: bytes | None) -> None:
    if target.exists():
        _refuse_protected(target, name)
    with _signals_blocked(), _temporary_file(target, content) as temporary:
        if old is not None:
            _refuse_changed(name, old)
        _put_in_place(temporary, target, name)
        _sync_folder(target.parent)


def _put_in_place(temporary: Path, target: Path, name: str) -> None:
    """Rename a file to the name of another. Raises OSError, and FileError for a mounted file.

    To write to that one directly would leave half of a file where the computer stops meanwhile.
    """
    try:
        temporary.replace(target)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        raise FileError(
            f"cannot write `{name}`: it is mounted by itself, and no other can take its place",
            "mount the folder that it is in, and not the file alone",
        ) from error


def _refuse_protected(target: Path, name: str) -> None:
    """Raise FileError for a file that is not to be written, and OSError for one that cannot be.

    To put another in its place needs no right to the file itself, which may still be meant.
    """
    if not target.stat().st_mode & _WRITABLE:
        raise FileError(
            f"`{name}` is write-protected, and is not touched",
            f"`chmod u+w {shlex.quote(name)}` lets it be written",
        )
    os.close(os.open(target, os.O_WRONLY))


@contextmanager
def _temporary_file(target: Path, content: bytes) -> Iterator[Path]:
    """Write the content to a temporary file beside another; remove it after an error in the block.

    In the block it is on the disk. Raises what `_write_like` raises.
    """
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:_MAX_PREFIX_LENGTH]}."
    )
    os.close(handle)
    temporary = Path(name)
    try:
        _write_like(target, temporary, content, synced=True)
        yield temporary
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _write_like(target: Path, temporary: Path, content: bytes, *, synced: bool = False) -> None:
    """Write a temporary file that has the owner, the rights and the attributes of another.

    Where the other is not there, it has the rights of a new one. `synced` lets it be on the disk
    when this returns. Raises OSError, and FileError where it cannot be like the other.
    """
    old = target.stat() if target.exists() else None
    with temporary.open("wb") as file:
        file.write(content)
        if old is not None:
            _keep_owner(target, old, file.fileno())
            _keep_attributes(target, temporary)
        temporary.chmod(stat.S_IMODE(old.st_mode) if old is not None else 0o666 & ~_umask())
        file.flush()
        if synced:
            os.fsync(file.fileno())


def _give_name(temporary: Path, path: Path) -> None:
    """Give a file a name that no other has. Raises FileExistsError and OSError."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
    except (OSError, NotImplementedError):  # some file systems have no second names
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.rename(path)


def _refuse_changed(name: str, old: bytes) -> None:
    if read_bytes(name) != old:
        raise FileError(
            f"`{name}` has been changed meanwhile, and is not touched", "run the command again"
        )


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Let signals that end the process wait until the temporary file is the file, or is gone."""
    if not hasattr(signal, "pthread_sigmask"):
        with interrupts_raised():
            yield
        return
    ending = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    previous = signal.pthread_sigmask(signal.SIG_BLOCK, ending)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, previous)


def _keep_owner(target: Path, old: os.stat_result, handle: int) -> None:
    """Give a new file the owner and the group of the old one. Raises FileError."""
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) == (old.st_uid, old.st_gid):
        return
    try:
        os.chown(handle, old.st_uid, old.st_gid)
    except OSError as error:
        name = shlex.quote(str(target))
        raise FileError(
            f"`{target}` is not touched: it belongs to user {old.st_uid} and group "
            f"{old.st_gid}, and would be of user {now.st_uid} and group {now.st_gid}",
            f"let its owner write it, or make it yours: `cp {name} {name}.new && "
            f"mv {name}.new {name}`",
        ) from error


def _keep_attributes(target: Path, temporary: Path) -> None:
    """Give a new file the access lists and attributes of the old one, and no other.

    Those of the system itself, such as its labels, are kept as far as one may. Raises FileError.
    """
    old, new = _attributes(target), _attributes(temporary)
    for name in old.keys() | new.keys():
        if old.get(name) == new.get(name):
            continue
        try:
            if name in old:
                os.setxattr(temporary, name, old[name])
            else:
                os.removexattr(temporary, name)
        except OSError as error:
            if name.startswith(_OF_USERS):
                raise FileError(
                    f"`{target}` is not touched: its attribute `{name}` cannot be kept: "
                    f"{reason_of(error)}",
                    advice(error, f"`setfattr -x {name} {shlex.quote(str(target))}` removes it"),
                ) from error


def _attributes(path: Path) -> dict[str, bytes]:
    """Return the extended attributes of a file: none where the system has none."""
    try:
        return {name: os.getxattr(path, name) for name in os.listxattr(path)}
    except (OSError, AttributeError):
        return {}


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk; some file systems, and Windows, cannot do it for a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
