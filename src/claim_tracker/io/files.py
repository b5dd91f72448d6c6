"""Finding and reading claims files."""

import errno
import os
import stat
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path

from claim_tracker.io.faults import advice
from claim_tracker.io.inputs import note_named, note_opened
from claim_tracker.io.streams import read_device, read_pipe, stream_kind
from claim_tracker.text.display import cut
from claim_tracker.text.errors import HelpfulError
from claim_tracker.yaml.limits import MAX_BYTES

DEFAULT = Path("data") / "claims.yaml"
ENVIRONMENT = "TRACKER_FILE"
STANDARD_INPUT = "-"
CHECK_NAME = f"check the name that `-f`, an argument or {ENVIRONMENT} gives"
_MAX_SHOWN_LENGTH = 200
_MAX_NAMED = 20
"""Of a folder in which more cannot be read, so many are named."""
_SUFFIXES = (".yaml", ".yml")
Signature = tuple[int, int, int, int]
"""What tells that a file has changed: times of content and status, size, and number."""


class FileError(HelpfulError):
    """Claims could not be found or read."""


class NoFilesError(FileError):
    """There is no file of claims: in a folder, or where none is named."""


def reason_of(error: OSError | ValueError) -> str:
    """Return what is wrong, in the words of the system where it has any."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


class LeftOut(UserWarning):
    """A link in a folder that is read is not followed, since it leads out: which one, and where."""


class LeadsOutError(ValueError):
    """A path leads out of the folder that it is in."""


def default_paths(environ: Mapping[str, str], folder: Path) -> list[str]:
    """Return the files to use when none is named.

    What `TRACKER_FILE` names (several are separated as in PATH), else `data/claims.yaml` in
    the folder or the nearest parent that has it. Raises NoFilesError when there is none, and
    FileError when that is a link to what is no file in its own folder: nobody has named it.
    """
    named = [path for path in environ.get(ENVIRONMENT, "").split(os.pathsep) if path]
    if named:
        return named
    for parent in (folder, *folder.parents):
        path = parent / DEFAULT
        if path.is_symlink() or path.is_file():
            try:
                return [os.path.relpath(follow_links(path, parent), folder)]
            except ValueError as error:
                name = os.path.relpath(path, folder)
                raise FileError(
                    f"`{name}` is not read: {error}", f"if that is meant, name it: `-f {name}`"
                ) from error
    raise NoFilesError(
        f"no claims file: there is no `{DEFAULT}` in `{folder}` or a folder above it, "
        f"and {ENVIRONMENT} is not set",
        "name a file with `-f FILE`, go to the folder of your claims, or start with `tracker init`",
    )


def expand(paths: Iterable[str]) -> list[str]:
    """Return the files that the paths name, each once.

    A folder stands for its `*.yaml` and `*.yml`, recursively and sorted; what begins with a
    dot in it is left out. A link in it stands for the file or folder in the same folder that it
    leads to, under that one's name; of one that leads out of the folder LeftOut warns. Raises
    FileError for a path that is not there, for a folder without such a file, and for all that is in
    a folder and cannot be read: another folder, a link to nothing, a pipe.
    """
    found: dict[str, str] = {}
    for path in paths:
        for real, name in _files_of(path):
            found.setdefault(real, name)
    return list(found.values())


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """Return the content of a file, or of standard input for `-`; raises FileError.

    Of a file with more bytes than `most`, what the loader accepts, one more is read, by which it
    shows.
    """
    try:
        if path == STANDARD_INPUT:
            return _standard_input(most)
        mode = Path(path).stat().st_mode
        if stat.S_ISFIFO(mode):
            return read_pipe(path, most)
        if stat.S_ISCHR(mode) or stat.S_ISSOCK(mode):
            return read_device(path, most)
        with Path(path).open("rb") as file:
            note_opened(file.fileno(), path)
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error, help="check the name and your rights") from error


def signature(path: str) -> Signature | None:
    """Return the signature that changes with a file or who may read it; None for no file."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def can_be_read_again(path: str) -> bool:
    """Whether what a path names is kept in a file or a folder, or is not there; `-` is not."""
    if path == STANDARD_INPUT:
        return False
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return True
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def is_of_claims(name: str) -> bool:
    """Whether a file in a folder of claims, by its path from there, is one of them."""
    return not is_hidden(name.split("/")) and name.lower().endswith(_SUFFIXES)


def follow_links(path: Path, folder: Path) -> Path:
    """Return where a path in a folder leads, as a path in it without links below the folder.

    Raises ValueError, with the reason in words, for what is not to be used unless somebody names
    it: what is hidden in the folder, and what is neither a file nor a folder. Raises
    LeadsOutError, which is one, for what is outside of the folder.
    """
    if not is_inside(path, folder):
        link = "it is a link" if path.is_symlink() else "it is behind a link"
        where = os.path.realpath(path)
        raise LeadsOutError(f"{link} that leads out of `{folder}`, to `{where}`")
    below = Path(os.path.realpath(path)).relative_to(os.path.realpath(folder))
    target = folder / below
    fault = link_fault(below, is_there=os.path.lexists(target), is_link=target.is_symlink())
    if fault is not None:
        raise ValueError(fault)
    if not target.is_file() and not target.is_dir():
        link = "a link to " if path.is_symlink() else ""
        raise ValueError(f"it is {link}{stream_kind(target.stat().st_mode)}")
    return target


def link_fault(below: Path, *, is_there: bool, is_link: bool) -> str | None:
    """Return why a link in a folder stands for nothing, by the path from there that it leads to."""
    if is_hidden(below.parts):
        return f"it is a link to `{below}`, and what begins with a dot is left out"
    if not is_there:
        return f"it is a link to `{below}`, which is not there"
    return "it is a link that leads back to itself" if is_link else None


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is in a folder when all links are followed; neither needs to exist."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_hidden(parts: Iterable[str]) -> bool:
    """Whether a file in a folder is left out, by the parts of its path from there."""
    return any(part.startswith(".") for part in parts)


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    with suppress(OSError, ValueError):  # where another stream stands in for it
        note_opened(sys.stdin.fileno(), "standard input")
    return sys.stdin.buffer.read(most + 1)


def _files_of(path: str) -> Iterator[tuple[str, str]]:
    """Yield the files that a path names, each by its real path and by its name."""
    if path == STANDARD_INPUT:
        yield path, path
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - to a Path no name is the present folder
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileError(f"there is no file `{path}`", CHECK_NAME) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISDIR(mode):
        yield os.path.realpath(path), path
        return
    note_named(path)
    found = sorted(_walk(path), key=itemgetter(1))
    if not found:
        raise NoFilesError(
            f"the folder `{path}` holds no *.yaml and no *.yml",
            "name the file itself with `-f`",
        )
    yield from found


def _walk(folder: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder, each by its real path and by its name in it."""
    top, real_top = Path(folder), Path(os.path.realpath(folder))
    faults: list[FileError] = []
    for path in sorted(_entries(folder, faults)):
        try:
            if stat.S_ISREG(path.lstat().st_mode):  # no folder above it is a link either
                yield str(real_top / path.relative_to(top)), str(path)
                continue
            target = follow_links(path, top)
        except LeadsOutError as error:
            warnings.warn(f"`{path}` is left out: {error}", LeftOut, stacklevel=2)
        except (OSError, ValueError) as error:
            faults.append(_unreadable(str(path), error))
        else:
            if target.is_file():  # what is in a folder is found there
                yield os.path.realpath(target), str(target)
    if faults:
        raise _joined_error(faults)


def _joined_error(faults: Sequence[FileError]) -> FileError:
    """Return the error that names what cannot be read in a folder, or the first of very much."""
    lines = [fault.message for fault in faults[:_MAX_NAMED]]
    more = len(faults) - len(lines)
    if more:
        lines.append(f"and {more:,} more in the same folder")
    return FileError("\n".join(lines), "; ".join(dict.fromkeys(fault.help for fault in faults)))


def _entries(top: str, faults: list[FileError]) -> Iterator[Path]:
    """Yield what is named like a file of claims in a folder, and the links that may be folders.

    A folder in it that cannot be read is added to the faults.
    """
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif is_of_claims(entry.name) or _may_be_folder(Path(entry.path)):
                        yield Path(entry.path)
        except OSError as error:
            faults.append(_unreadable(folder, error, what="the folder "))


def _may_be_folder(path: Path) -> bool:
    """Whether a path is a link to a folder, or to nothing and has no suffix as files have."""
    if not path.is_symlink():
        return False
    try:
        return path.is_dir() or not (path.suffix or path.exists())
    except PermissionError:  # it is behind a folder that one may not enter
        return not path.suffix


def _unreadable(
    path: str,
    error: OSError | ValueError,
    *,
    what: str = "",
    help: str = "take it away, or name the files to read themselves with `-f`",
) -> FileError:
    """Return the error for a file or a folder that cannot be read."""
    return FileError(
        f"cannot read {what}`{cut(path, _MAX_SHOWN_LENGTH)}`: {reason_of(error)}",
        advice(error, help),
    )
