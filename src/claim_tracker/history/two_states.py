"""The files that paths stand for in two states: a commit, and another or the work tree.

A path that a state lacks stands for what was moved to it or from it; an existing folder stands for
what is in it. A repository in a folder has states of its own unless it is a submodule.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from claim_tracker.history.git import entries_at, renamed_files
from claim_tracker.history.git_errors import NoHistoryError
from claim_tracker.history.moves import Moves, former_folder, moved_on_disk
from claim_tracker.history.paths import GitPath, git_path
from claim_tracker.history.tree import FileReader, FileTree, Found, Tree, WorkTree, is_in, on_disk
from claim_tracker.io.files import STANDARD_INPUT

Commits = Callable[[Path], tuple[str | None, str | None]]
"""Gives the two commits for the top of a repository: None for an unborn branch, the work tree."""


class TwoStates:
    """A commit of a repository, or None before the first, and another or the work tree (None)."""

    def __init__(self, top: Path, old: str | None, new: str | None, contents: FileReader) -> None:
        self._top = top
        self._commits = old, new
        self.old = Tree(top, entries_at(top, old) if old is not None else [], contents)
        self.new = (
            WorkTree(top, contents) if new is None else Tree(top, entries_at(top, new), contents)
        )

    def old_files(self, location: GitPath, name: str) -> list[Found]:
        """Return the files of the commit that a path stands for."""
        return _files(self.old, self._paths(self.old, self.new, location, name))

    def new_files(self, location: GitPath, name: str) -> list[Found]:
        """Return the files of the other state that a path stands for."""
        return _files(self.new, self._paths(self.new, self.old, location, name))

    def old_paths(self, location: GitPath, name: str) -> list[str]:
        """Return the paths in the commit that a path stands for."""
        return [path for path, _ in self._paths(self.old, self.new, location, name)]

    def has_submodule(self, folder: Path) -> bool:
        """Whether a folder is in a submodule of one of the states."""
        path = Path(os.path.relpath(folder, self._top)).as_posix()
        submodules = (*self.old.submodules, *self.new.submodules)
        return any(is_in(path, submodule) for submodule in submodules)

    def _paths(
        self, state: FileTree, other: FileTree, location: GitPath, name: str
    ) -> Iterator[tuple[str, str]]:
        """Yield the paths in a state that a path stands for, and what the user calls them."""
        for path in dict.fromkeys((location.named, location.path)):
            if state.files(path, name):
                yield path, name
                return
        there = other.files(location.path, name)
        moves = self._moves_into(state) if there else {}
        former_paths = {file.path: moves.get(file.path, "") for file in there}
        folder = former_folder(location.path, former_paths)
        if folder is not None and not other.files(folder, other.name_of(folder, folder)):
            yield folder, state.name_of(folder, name)
        else:
            folder = None
        for found in there:
            former = moves.get(found.path)
            if former is not None and (folder is None or not is_in(former, folder)):
                yield former, state.name_of(former, found.name)

    def _moves_into(self, state: FileTree) -> Moves:
        """Return the path in a state of each file that has another path in the other state."""
        if state is self.new:
            return self._moves
        return {two: one for one, two in self._moves.items()}

    @cached_property
    def _moves(self) -> Moves:
        old, new = self._commits
        if isinstance(self.new, WorkTree):
            return moved_on_disk(self._top, self.old, self.new)
        return renamed_files(self._top, old, new) if old is not None and new is not None else {}


class Lookup:
    """Finds what paths stand for in two states, in as many repositories as they are in."""

    def __init__(self, commits: Commits, contents: FileReader) -> None:
        self._commits = commits
        self._contents = contents
        self._known: dict[Path, TwoStates] = {}

    def files(self, paths: Iterable[str]) -> tuple[list[Found], list[Found]]:
        """Return the files of both states, each once. Raises FileError and GitError."""
        old: dict[Path, Found] = {}
        new: dict[Path, Found] = {}
        for location, name in self.locations(paths):
            states = self.at(location.top)
            for file in states.old_files(location, name):
                old.setdefault(location.top / file.path, file)
            for file in states.new_files(location, name):
                new.setdefault(location.top / file.path, file)
        return list(old.values()), list(new.values())

    def at(self, top: Path) -> TwoStates:
        """Return the two states of a repository. Raises GitError."""
        if top not in self._known:
            self._known[top] = TwoStates(top, *self._commits(top), self._contents)
        return self._known[top]

    def locations(self, paths: Iterable[str]) -> Iterator[tuple[GitPath, str]]:
        """Yield where paths are, and the repositories in a folder other than submodules.

        Raises FileError and GitError.
        """
        for path in paths:
            if path == STANDARD_INPUT:
                raise NoHistoryError("standard input is in no revision", "name a file with `-f`")
            location = git_path(path)
            yield location, path
            if not Path(path).is_dir():
                continue
            for top in self._repositories_in(path, location.top):
                inner = os.path.relpath(top, os.path.realpath(path))
                yield GitPath(top, "", ""), str(Path(path) / inner)

    def _repositories_in(self, folder: str, outer: Path) -> list[Path]:
        tops = dict.fromkeys(git_path(file.name).top for file in on_disk([folder]))
        return [top for top in tops if top != outer and not self.at(outer).has_submodule(top)]


def _files(state: FileTree, paths: Iterable[tuple[str, str]]) -> list[Found]:
    return [found for path, name in paths for found in state.files(path, name)]
