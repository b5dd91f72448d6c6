"""Where the paths of files are in a repository, whether they exist or not."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from claim_tracker.history.git_errors import GitError
from claim_tracker.history.running import work_tree, work_tree_on_disk


class GitPath(NamedTuple):
    """A path as git knows it: the top of its repository, where git is run, and from there.

    `named` is the path before links are followed, where it is in the repository as well.
    """

    top: Path
    path: str
    named: str


def git_path(path: str) -> GitPath:
    """Return where a path, which need not exist, is in its repository. Raises GitError."""
    real = Path(os.path.realpath(path))
    top = work_tree(real)
    base = top if top is not None else Path.cwd()
    if not real.is_relative_to(base):
        raise GitError(f"`{path}` is not in {base}", "name a file of the repository")
    below = _below(real, base)
    return GitPath(base, below, _named_below(path, base) or below)


def paths_from_top(names: Iterable[str]) -> dict[str, str]:
    """Return the path of each file from the top of the work tree, which is found without git.

    The top is that of the current folder, else that of the first file that is in a work tree,
    else the current folder itself. Links are followed within it. What is not below the top has an
    absolute path.
    """
    files, here = list(names), Path(os.path.realpath(Path.cwd()))
    tops = (work_tree_on_disk(path) for path in (here, *map(Path, files)))
    top = next((top for top in tops if top is not None), here)
    return {name: _from_folder(name, top) for name in files}


def _from_folder(name: str, folder: Path) -> str:
    real = Path(os.path.realpath(name))
    if real.is_relative_to(folder):
        return _below(real, folder)
    return _named_below(name, folder) or os.path.normpath(Path.cwd() / name)


def _below(path: Path, folder: Path) -> str:
    return "" if path == folder else path.relative_to(folder).as_posix()


def _named_below(path: str, top: Path) -> str | None:
    """Return a path from the top, with the links in it; None where it does not pass the top."""
    named = Path(os.path.normpath(Path.cwd() / path))
    folders = (parent for parent in named.parents if os.path.realpath(parent) == str(top))
    folder = next(folders, None)
    return _below(named, folder) if folder is not None else None
