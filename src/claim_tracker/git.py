"""What git knows of a file: the lines that have changed since a revision."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

_HUNK = re.compile(r"^@@ -\S+ \+(?P<start>\d+)(?:,(?P<count>\d+))? @@", re.MULTILINE)


class GitError(Exception):
    """git could not do what it was asked to. `message` says what is wrong, `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


def changed_lines(path: str, revision: str) -> Sequence[range] | None:
    """The lines of a file in the working tree that differ from a revision.

    Lines count from 1. A deletion counts as a change of the lines around it. None when the
    revision does not have the file. Raises GitError when there is no git, no repository, or no
    such revision.
    """
    file = Path(os.path.realpath(path))
    commit = _commit(file.parent, revision)
    if not _git(file.parent, "ls-tree", "--name-only", commit, "--", f"./{file.name}"):
        return None
    diff = _git(
        file.parent,
        *("-c", "core.quotepath=off", "diff", "--unified=0", "--no-color", "--no-ext-diff"),
        *("--no-textconv", "--no-renames", commit, "--", f"./{file.name}"),
    )
    return [_lines(match) for match in _HUNK.finditer(diff)]


def _lines(hunk: re.Match[str]) -> range:
    start, count = int(hunk["start"]), int(hunk["count"] or 1)
    return range(start, start + count) if count else range(start, start + 2)


def _commit(folder: Path, revision: str) -> str:
    """The commit that a revision names, which is never taken for an option."""
    _git(folder, "rev-parse", "--git-dir")
    try:
        name = f"{revision}^{{commit}}"
        return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name).strip()
    except GitError:
        raise GitError(
            f"git knows no revision `{revision}`",
            "name a branch, a tag or a commit; a shallow clone has only the newest",
        ) from None


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "--literal-pathspecs", *arguments],
            cwd=folder,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
            env=os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}", "install git") from error
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it failed"]
        raise GitError(f"git: {said[0].removeprefix('fatal: ')}", "run it in a git repository")
    return done.stdout
