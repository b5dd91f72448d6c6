"""The files of claims in a state of a repository: in a commit, and in the work tree.

Both follow the rule of `io.files.expand`: a folder stands for its `*.yaml` and `*.yml`, and what
begins with a dot is left out; a link in it stands for the file in the same folder that it leads to.
What is an error in the work tree, such as a link to nothing, is only told of a commit, which stays.
A submodule that is checked out has the files of the commit that the repository names.
"""

import os
import warnings
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from claim_tracker.history.git import (
    Index,
    TreeEntry,
    entries_at,
    index_of,
    object_of,
    reading,
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
    link_fault,
    read_bytes,
)

_MAX_LINKS = 40
_ON_DISK = "disk:"


class Found(NamedTuple):
    """A file of a state: the name that its user knows it by, its path, and how it is read.

    `path` is from the top of the repository, `key` for a `FileReader`.
    """

    name: str
    path: str
    key: str


FileReader = Callable[[str], bytes]
"""Returns the content of a file by its key. Raises FileError and GitError."""


@contextmanager
def file_reader() -> Iterator[FileReader]:
    """Provide a reader of files, with one process of git for each repository."""
    with ExitStack() as processes:
        blobs = cache(lambda top: processes.enter_context(reading(Path(top))))

        def read(key: str) -> bytes:
            if key.startswith(_ON_DISK):
                return read_bytes(key.removeprefix(_ON_DISK))
            blob, _, top = key.partition(":")
            return blobs(top)(blob)

        yield read


class Tree:
    """A commit, or another set of entries, of the repository at `top`.

    Of one that is not whole, links may lead to what is not in it.
    """

    def __init__(
        self, top: Path, entries: list[TreeEntry], contents: FileReader, *, is_whole: bool = True
    ) -> None:
        self._is_whole = is_whole
        self._contents = contents
        self._top = top
        self._tops = {"": top}
        """The top of the repository and those of its submodules, by their paths."""
        self._entries = {entry.path: entry for entry in entries}
        self._paths = sorted(self._entries)
        self._entered: set[str] = set()

    @property
    def paths(self) -> list[str]:
        """Return the paths of the regular files, without those of submodules."""
        return [path for path, entry in self._entries.items() if entry.is_file]

    @property
    def submodules(self) -> list[str]:
        """Return the paths of the submodules."""
        return [path for path, entry in self._entries.items() if entry.is_submodule]

    def files(self, path: str, name: str) -> list[Found]:
        """Return the file at a path, or the files of claims in that folder.

        `name` is the name of the path for the user.
        """
        here = self._resolved(path)
        if here is None:
            return []
        if here in self._entries and self._entries[here].is_file:
            return [self._found(here, name)]
        self._enter_below(here)
        found = [self._file(path, here, name) for path in self._below(here)]
        return list({file.path: file for file in found if file is not None}.values())

    def content(self, path: str) -> bytes:
        """Return the content of a file."""
        return self._contents(self._key(path))

    def name_of(self, _path: str, name: str) -> str:
        """Return the name that the user has for a path."""
        return name

    def _below(self, folder: str) -> Iterator[str]:
        top = f"{folder}/" if folder else ""
        start = bisect_left(self._paths, top)
        rest = map(self._paths.__getitem__, range(start, len(self._paths)))
        return takewhile(lambda path: path.startswith(top), rest)

    def _file(self, path: str, folder: str, name: str) -> Found | None:
        below, entry = _from(path, folder), self._entries[path]
        shown = str(Path(name) / below)
        if entry.is_file and is_of_claims(below):
            return self._found(path, shown)
        if not entry.is_link or is_hidden(below.split("/")):
            return None
        target = self._resolved(path)
        if not (is_of_claims(below) or self._may_be_folder(path, target)):
            return None
        if target is None or not is_in(target, folder):
            where = self._outside_target(path, folder)
            _left_out(shown, f"it is a link that leads out of `{Path(name)}`, to `{where}`")
            return None
        there = self._entries.get(target)
        inside = _from(target, folder)
        fault = link_fault(
            Path(inside),
            is_there=there is not None or self._is_folder(target) or not self._is_whole,
            is_link=there is not None and there.is_link,
        )
        if fault is not None:
            _left_out(shown, fault)
        elif there is not None and there.is_file:
            return self._found(target, str(Path(name) / inside))
        return None

    def _is_folder(self, path: str) -> bool:
        return not path or next(self._below(path), None) is not None

    def _may_be_folder(self, link: str, target: str | None) -> bool:
        """Whether a link leads to a folder, or to nothing and has no suffix as files have."""
        if target is not None and target in self._entries:
            return self._entries[target].is_link and not Path(link).suffix
        return (target is not None and self._is_folder(target)) or not Path(link).suffix

    def _outside_target(self, path: str, folder: str) -> str:
        """Return where a link leads that leads out of a folder."""
        where = os.path.realpath(self._top / path)
        if is_inside(Path(where), self._top / folder):  # it has another target now
            return os.fsdecode(self._contents(self._key(path)))
        return where

    def _found(self, path: str, name: str) -> Found:
        return Found(name, path, self._key(path))

    def _key(self, path: str) -> str:
        module = max((top for top in self._tops if is_in(path, top)), key=len)
        return f"{self._entries[path].id}:{self._tops[module]}"

    def _resolved(self, path: str) -> str | None:
        """Return where a path leads in the tree.

        None for what is outside of it, and a link for one that leads back to itself.
        """
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
            entry = self._entries.get(here)
            if entry is not None and entry.is_link:
                target, links = self._link_target(here), links + 1
                if links > _MAX_LINKS:
                    return here
                if target is None:
                    return None
                done = [] if target.startswith("/") else done
                rest += target.split("/")[::-1]
                continue
            if entry is not None and entry.is_submodule and rest:
                self._enter(here)
            done.append(step)
        return "/".join(done)

    def _link_target(self, path: str) -> str | None:
        """Return where a link leads, from its folder, or with a slash from the top of the tree."""
        target = os.fsdecode(self._contents(self._key(path)))
        if not Path(target).is_absolute():
            return target
        real = Path(os.path.realpath(target))
        return f"/{real.relative_to(self._top)}" if real.is_relative_to(self._top) else None

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
        top, commit = self._top / path, self._entries[path].id
        if not has_repository(top):
            return
        if object_of(top, commit) is None:
            raise GitError(
                f"the submodule `{path}` lacks its commit {commit[:10]}",
                f"`git -C {path} fetch` may bring it, if you trust where it comes from",
            )
        self._tops[path] = top
        inner = (entry._replace(path=f"{path}/{entry.path}") for entry in entries_at(top, commit))
        self._entries |= {entry.path: entry for entry in inner}
        self._paths = sorted(self._entries)


def _left_out(name: str, fault: str) -> None:
    warnings.warn(f"`{name}` is left out: {fault}", LeftOut, stacklevel=2)


class WorkTree:
    """What is on disk, and what a sparse checkout leaves out of it."""

    def __init__(self, top: Path, contents: FileReader) -> None:
        self._top = top
        self.index: Index = index_of(top)
        absent = [file for file in self.index.left_out if not os.path.lexists(top / file.path)]
        self._sparse_paths = {file.path for file in absent}
        self._sparse = Tree(top, absent, contents, is_whole=False)

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


FileTree = Tree | WorkTree
"""The files of a repository as they are in one state, by their paths from its top."""


def on_disk(paths: Iterable[str], top: Path | None = None) -> list[Found]:
    """Return the files that paths name now; a folder without any has none. Raises FileError."""
    try:
        names = expand(path for path in paths if exists(path))
    except NoFilesError:
        return []
    return [Found(name, _path_of(name, top), f"{_ON_DISK}{name}") for name in names]


def named_on_disk(paths: Iterable[str]) -> list[Found]:
    """Return the files that paths name, which have to be there. Raises FileError."""
    return [Found(path, path, f"{_ON_DISK}{path}") for path in expand(paths)]


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
