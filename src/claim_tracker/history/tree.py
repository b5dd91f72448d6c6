"""The files of claims in a state of a repository: in a commit, and in the work tree.

Both follow the rule of `io.files.expand`: a folder stands for its `*.yaml` and `*.yml`, and what
begins with a dot is left out; a link in it stands for the file in the same folder that it leads to.
A submodule that is checked out has the files of the commit that the repository names.
"""

import os
import warnings
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Protocol

from claim_tracker.history.git import (
    Blob,
    Index,
    entries_at,
    index_of,
    object_of,
    reading,
    untracked,
)
from claim_tracker.history.git_errors import GitError
from claim_tracker.history.running import has_repository
from claim_tracker.io.files import (
    LeftOut,
    NoFilesError,
    expand,
    is_hidden,
    is_inside,
    is_of_claims,
    read_bytes,
)

_MOST_LINKS = 40
_ON_DISK = "disk:"


class Found(NamedTuple):
    """A file of a state: the name that its user knows it by, its path, and how it is read.

    `path` is from the top of the repository, `key` for `Contents`.
    """

    name: str
    path: str
    key: str


class Contents(AbstractContextManager["Contents"]):
    """Reads files by their keys, with one process of git for each repository."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._blobs: dict[str, Blobs] = {}

    def __call__(self, key: str) -> bytes:
        """Return the content of a file. Raises FileError and GitError."""
        if key.startswith(_ON_DISK):
            return read_bytes(key.removeprefix(_ON_DISK))
        blob, _, top = key.partition(":")
        if top not in self._blobs:
            self._blobs[top] = self._stack.enter_context(reading(Path(top)))
        return self._blobs[top](blob)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, traceback)


class Blobs(Protocol):
    """How the blobs of one repository are read."""

    def __call__(self, blob: str, /) -> bytes:
        """Return the content of a blob by its id."""


class FileTree(Protocol):
    """The files of a repository as they are in one state, by their paths from its top."""

    def files(self, path: str, name: str) -> list[Found]:
        """Return the file at a path, or the files of claims in that folder.

        `name` is the name of the path for the user.
        """

    def name_of(self, path: str, name: str) -> str:
        """Return the name of the file at `path` for a user who names it `name`."""


class Tree:
    """A commit, or another set of blobs, of the repository at `top`.

    `root` is where its files are in the work tree.
    """

    def __init__(
        self, top: Path, entries: list[Blob], contents: Contents, root: Path | None = None
    ) -> None:
        self._contents = contents
        self._root = root or top
        self._tops = {"": top}
        self._entries = {blob.path: blob for blob in entries}
        self._entered: set[str] = set()

    @property
    def paths(self) -> list[str]:
        """Return the paths of the regular files, without those of submodules."""
        return [path for path, blob in self._entries.items() if blob.is_file]

    @property
    def submodules(self) -> list[str]:
        """Return the paths of the submodules."""
        return [path for path, blob in self._entries.items() if blob.is_submodule]

    def files(self, path: str, name: str) -> list[Found]:
        """Return the file at a path, or the files of claims in that folder."""
        here = self._resolved(path)
        if here is None:
            return []
        if here in self._entries and self._entries[here].is_file:
            return [self._found(here, name)]
        self._enter_below(here)
        found = (it for each in list(self._below(here)) for it in self._file(each, here, name))
        return list({it.path: it for it in found}.values())

    def content(self, path: str) -> bytes:
        """Return the content of a file."""
        return self._contents(self._key(path))

    def name_of(self, _path: str, name: str) -> str:
        """Return the name that the user has for a path."""
        return name

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self._entries)

    def _below(self, folder: str) -> Iterator[str]:
        top = f"{folder}/" if folder else ""
        start = bisect_left(self._paths, top)
        rest = map(self._paths.__getitem__, range(start, len(self._paths)))
        return takewhile(lambda path: path.startswith(top), rest)

    def _file(self, path: str, folder: str, name: str) -> Iterator[Found]:
        below, blob = _from(path, folder), self._entries[path]
        if not is_of_claims(below):
            return
        if blob.is_file:
            yield self._found(path, str(Path(name) / below))
        elif blob.is_link:
            target = self._resolved(path)
            if target is None or not is_in(target, folder):
                self._warn(path, folder, str(Path(name) / below), name)
            elif target in self._entries and not is_hidden(_from(target, folder).split("/")):
                yield self._found(target, str(Path(name) / _from(target, folder)))

    def _warn(self, path: str, folder: str, name: str, top: str) -> None:
        where = os.path.realpath(self._root / path)
        if is_inside(Path(where), self._root / folder):  # it has another target now
            where = os.fsdecode(self._contents(self._key(path)))
        fault = f"it is a link that leads out of `{top}`, to `{where}`"
        warnings.warn(f"`{name}` is left out: {fault}", LeftOut, stacklevel=2)

    def _found(self, path: str, name: str) -> Found:
        return Found(name, path, self._key(path))

    def _key(self, path: str) -> str:
        return f"{self._entries[path].id}:{self._tops[self._module(path)]}"

    def _module(self, path: str) -> str:
        return max((it for it in self._tops if is_in(path, it)), key=len)

    def _resolved(self, path: str) -> str | None:
        """Return where a path leads in the tree; None for what is outside of it."""
        done: list[str] = []
        rest = path.split("/")[::-1] if path else []
        links = 0
        while rest:
            step = rest.pop()
            if step == os.pardir:
                if not done:
                    return None
                done.pop()
                continue
            if step in ("", os.curdir):
                continue
            here = "/".join((*done, step))
            blob = self._entries.get(here)
            if blob is not None and blob.is_link:
                target, links = self._target(here), links + 1
                if target is None or links > _MOST_LINKS:
                    return None
                done = [] if target.startswith("/") else done
                rest += target.split("/")[::-1]
                continue
            if blob is not None and blob.is_submodule and rest:
                self._enter(here)
            done.append(step)
        return "/".join(done)

    def _target(self, path: str) -> str | None:
        """Return where a link leads, from its folder, or with a slash from the top of the tree."""
        target = os.fsdecode(self._contents(self._key(path)))
        if not Path(target).is_absolute():
            return target
        real = Path(os.path.realpath(target))
        return f"/{real.relative_to(self._root)}" if real.is_relative_to(self._root) else None

    def _enter_below(self, folder: str) -> None:
        while new := set(self.submodules) - self._entered:
            inner = sorted(path for path in new if is_in(path, folder))
            if not inner:
                return
            for path in inner:
                self._enter(path)

    def _enter(self, path: str) -> None:
        """Add the files of a submodule that is checked out. Raises GitError."""
        if path in self._entered:
            return
        self._entered.add(path)
        top, commit = self._root / path, self._entries[path].id
        if not has_repository(top):
            return
        if object_of(top, commit) is None:
            raise GitError(
                f"the submodule `{path}` lacks its commit {commit[:10]}",
                f"`git -C {path} fetch` may bring it, if you trust where it comes from",
            )
        self._tops[path] = top
        inner = (blob._replace(path=f"{path}/{blob.path}") for blob in entries_at(top, commit))
        self._entries |= {blob.path: blob for blob in inner}
        self.__dict__.pop("_paths", None)


class WorkTree:
    """What is on disk, and what a sparse checkout leaves out of it."""

    def __init__(self, top: Path, contents: Contents) -> None:
        self._top = top
        self.index: Index = index_of(top)
        absent = [it for it in self.index.left_out if not os.path.lexists(top / it.path)]
        self._sparse_paths = {blob.path for blob in absent}
        self._sparse = Tree(top, absent, contents)

    def files(self, path: str, name: str) -> list[Found]:
        """Return the file at a path, or the files of claims in that folder."""
        return [*on_disk([name], self._top), *self._sparse.files(path, name)]

    def name_of(self, path: str, _name: str) -> str:
        """Return the path of a file from the folder in which the program runs."""
        return os.path.relpath(self._top / path)

    @property
    def submodules(self) -> list[str]:
        """Return the paths of the submodules."""
        return sorted(self.index.submodules)

    def has(self, path: str) -> bool:
        """Whether a file is there, or is only left out by a sparse checkout."""
        return path in self._sparse_paths or os.path.lexists(self._top / path)

    def untracked(self) -> list[str]:
        """Return the files that git does not track."""
        return untracked(self._top)


def on_disk(paths: Iterable[str], top: Path | None = None) -> list[Found]:
    """Return the files that paths name now; a folder without any has none. Raises FileError."""
    try:
        names = expand(path for path in paths if exists(path))
    except NoFilesError:
        return []
    return [Found(it, _path_of(it, top), f"{_ON_DISK}{it}") for it in names]


def named_on_disk(paths: Iterable[str]) -> list[Found]:
    """Return the files that paths name, which have to be there. Raises FileError."""
    return [Found(it, it, f"{_ON_DISK}{it}") for it in expand(paths)]


def blob_found(name: str, blob: str, top: Path) -> Found:
    """Return a file by the id of its content in the repository of a folder."""
    return Found(name, name, f"{blob}:{top}")


def _path_of(name: str, top: Path | None) -> str:
    real = Path(os.path.realpath(name))
    return real.relative_to(top).as_posix() if top and real.is_relative_to(top) else str(real)


def exists(path: str) -> bool:
    """Whether a path exists; a name that the system refuses does not."""
    try:
        return path != "" and Path(path).exists()
    except (OSError, ValueError):
        return False


def is_in(path: str, folder: str) -> bool:
    """Whether a path is a folder or in it, both from the same top; the empty one holds all."""
    return not folder or path == folder or path.startswith(f"{folder}/")


def _from(path: str, folder: str) -> str:
    return path.removeprefix(folder).removeprefix("/") if folder else path
