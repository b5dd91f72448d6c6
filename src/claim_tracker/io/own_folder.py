"""The folder of a site: many files that the tool writes, beside those of others."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from claim_tracker.io.atomic_write import write_all, write_error, write_file, write_new
from claim_tracker.io.files import FileError
from claim_tracker.io.lock import locked
from claim_tracker.io.manifest import MANIFEST, Hashes, manifest_text, read_manifest

_TEMPORARY_PREFIX = ".tracker-site-new-"
_MAX_NAMED = 5
_EMPTY = sha256(b"").hexdigest()
"""Nothing is lost with an empty file, which is also what is left where a computer stops."""


class Changes(NamedTuple):
    """How many files were written, were as they should be, and were removed."""

    written: int
    unchanged: int
    removed: int


def bring_up_to_date(name: str, contents: Mapping[str, bytes]) -> Changes:
    """Let a folder have files with these contents, and no other file of an earlier time.

    The paths have `/` between folders. A file that has its content already is not touched, and
    one that the tool wrote earlier and that is not among these is removed. What the tool did not
    write, or what was changed since, is never replaced or removed: then nothing is, and FileError
    says which files those are. No link in the folder is followed. Until all contents are written
    no file is replaced; when the process is ended after that, the next time goes on.

    Raises FileError.
    """
    folder = Path(name)
    try:
        _make_folder(folder)
        manifest = folder / MANIFEST
        is_new = _make_manifest(manifest)
        with locked(str(manifest)), _removed_after_error(manifest if is_new else None):
            return _update(folder, contents, read_manifest(manifest))
    except (OSError, ValueError) as error:
        where = error.filename if isinstance(error, OSError) and error.filename else name
        raise write_error(where, error) from error


def _make_folder(folder: Path) -> None:
    """Make a folder that may be there. Raises FileError where it is no folder, and OSError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        advice = "name a folder, which may not be there yet"
        raise FileError(f"`{folder}` is not a folder", advice) from error


def _make_manifest(manifest: Path) -> bool:
    """Make the manifest of a folder that has none; return whether it had none."""
    if os.path.lexists(manifest):
        if not stat.S_ISREG(manifest.lstat().st_mode):
            raise FileError(f"`{manifest}` is not a file", "remove it, or choose another folder")
        return False
    _refuse_folders_without_rights([manifest.parent])
    try:
        write_new(manifest, manifest_text({}))
    except FileExistsError:  # another program has made it by now
        return False
    return True


@contextmanager
def _removed_after_error(manifest: Path | None) -> Iterator[None]:
    """Remove a manifest, if any, when the block ends with an error and has put no file in place."""
    try:
        yield
    except BaseException:
        if manifest is not None:
            with suppress(OSError, FileError):
                named = read_manifest(manifest)
                if not any(os.path.lexists(manifest.parent / path) for path in named):
                    manifest.unlink()
        raise


def _refuse_folders_without_rights(folders: Iterable[Path]) -> None:
    """Raise PermissionError for a folder in which nothing can be written or removed."""
    for folder in folders:
        if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _update(folder: Path, contents: Mapping[str, bytes], known: Hashes) -> Changes:
    """Bring the files of a folder up to date. Raises FileError and OSError."""
    hashes = {path: sha256(content).hexdigest() for path, content in contents.items()}
    paths = hashes.keys() | known.keys()
    found = {path: there for path in paths if (there := _find(folder, path)) is not None}
    own = {path: digests | {_EMPTY} for path, digests in known.items()}
    foreign = {
        there.path
        for path, there in found.items()
        if there.hash is None or there.hash not in (hashes.get(path), *own.get(path, ()))
    }
    if foreign:
        raise _foreign_files_error(folder, sorted(foreign), known)
    written = [path for path in contents if path not in found or found[path].hash != hashes[path]]
    gone = [path for path in known if path not in hashes and path in found]
    final = {path: frozenset((digest,)) for path, digest in hashes.items()}
    manifest = str(folder / MANIFEST)
    _remove_leftovers(folder)
    if written or gone:
        _refuse_folders_without_rights(
            {folder, *((folder / path).parent for path in (*written, *gone))}
        )
        # Until the end the manifest has what was and what will be, so that each is known as own.
        write_file(manifest, manifest_text(_join_hashes(known, final)))
        _write(folder, {path: contents[path] for path in written})
        _remove(folder, gone)
    if written or gone or known != final:
        write_file(manifest, manifest_text(final))
    return Changes(len(written), len(contents) - len(written), len(gone))


def _join_hashes(one: Hashes, other: Hashes) -> Hashes:
    paths = one.keys() | other.keys()
    return {path: one.get(path, frozenset()) | other.get(path, frozenset()) for path in paths}


def _foreign_files_error(folder: Path, paths: list[str], known: Hashes) -> FileError:
    """Return the error for files that the tool did not write, or that were changed since."""
    groups = {
        "not made by `tracker export site`": [path for path in paths if path not in known],
        "changed since by somebody else": [path for path in paths if path in known],
    }
    faults = [
        f"{_names_words(folder, group)} {'was' if len(group) == 1 else 'were'} {fault}"
        for fault, group in groups.items()
        if group
    ]
    return FileError(
        f"{', and '.join(faults)}; nothing was written",
        "move or delete what you do not need of it, or choose another folder",
    )


def _names_words(folder: Path, paths: list[str]) -> str:
    names = ", ".join(f"`{folder / path}`" for path in paths[:_MAX_NAMED])
    more = len(paths) - _MAX_NAMED
    return f"{names} and {more:,} more" if more > 0 else names


class _Existing(NamedTuple):
    """What is in the folder at a path; `hash` is that of its content, or None if it is no file."""

    path: str
    hash: str | None


def _find(folder: Path, path: str) -> _Existing | None:
    """Return what is at a path, or in the place of a folder on the way to it; None for nothing."""
    parts = path.split("/")
    try:
        for number in range(1, len(parts)):
            above = "/".join(parts[:number])
            if not stat.S_ISDIR((folder / above).lstat().st_mode):
                return _Existing(above, None)
        file = folder / path
        if not stat.S_ISREG(file.lstat().st_mode):
            return _Existing(path, None)
        return _Existing(path, sha256(file.read_bytes()).hexdigest())
    except FileNotFoundError:
        return None


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files of the folder, all of them or none. Raises FileError and OSError."""
    made = _make_folders(folder, contents)
    temporary = Path(tempfile.mkdtemp(dir=folder, prefix=_TEMPORARY_PREFIX))
    try:
        write_all({folder / path: content for path, content in contents.items()}, temporary)
    except BaseException:
        _remove_empty(reversed(made))
        raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _remove_leftovers(folder: Path) -> None:
    """Remove what was written beside the files by a process that was ended before it could."""
    for left in folder.glob(f"{_TEMPORARY_PREFIX}*"):
        if not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)


def _make_folders(folder: Path, paths: Iterable[str]) -> list[Path]:
    """Make the folders of files, each after the one that it is in; return the new ones."""
    missing = sorted(path for path in _folders_of(folder, paths) if not path.exists())
    for path in missing:
        path.mkdir()
    return missing


def _folders_of(folder: Path, paths: Iterable[str]) -> set[Path]:
    """Return the folders within a folder that files of it are in."""
    nearest = {path.rpartition("/")[0] for path in paths}
    return {
        each
        for path in nearest
        for each in (folder / path, *(folder / path).parents)
        if folder in each.parents
    }


def _remove(folder: Path, paths: Collection[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in paths:
        (folder / path).unlink(missing_ok=True)
    _remove_empty(sorted(_folders_of(folder, paths), reverse=True))


def _remove_empty(folders: Iterable[Path]) -> None:
    for each in folders:
        with suppress(OSError):
            each.rmdir()
