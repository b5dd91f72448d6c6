"""What git knows of files: which a revision has, and what they held then.

git is run so that no revision is taken for an option and no path for a pattern, and so that what
it prints does not depend on the language or, as far as can be, on the settings of its user.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from claim_tracker.files import FileError
from claim_tracker.yamldoc.limits import MAX_BYTES

Kind = Literal["commit", "tree", "blob"]
FILE_MODE = "100"
"""How the mode of a regular file begins."""

_VERIFY = ("rev-parse", "--verify", "--quiet")
_SHOWN = 8192


class GitError(FileError):
    """git could not do what it was asked to. `message` says what is wrong, `help` what to do."""


class Place(NamedTuple):
    """A path as git knows it: from the top of its repository, and a folder to run git in."""

    folder: Path
    path: str


class Object(NamedTuple):
    """What a revision names."""

    kind: Kind
    id: str


class Blob(NamedTuple):
    """A file of a revision: its path from the top of the tree, and the id of its content."""

    path: str
    id: str


def place_of(path: str) -> Place:
    """Where a path, which need not exist, is in its repository. Raises GitError."""
    real = Path(os.path.realpath(path))
    folder = next(parent for parent in (real, *real.parents) if parent.is_dir())
    prefix = run_git(folder, "rev-parse", "--show-prefix").removesuffix("\n")
    below = real.relative_to(folder).as_posix() if real != folder else ""
    return Place(folder, f"{prefix}{below}".removesuffix("/"))


def commit_of(folder: Path, revision: str) -> str:
    """The commit that a revision names, which is never taken for an option. Raises GitError."""
    found = object_of(folder, f"{revision}^{{commit}}")
    if found is None:
        raise GitError(f"git knows no revision `{revision}`", _advice(folder, revision))
    return found.id


def object_of(folder: Path, revision: str) -> Object | None:
    """What a revision names, behind any tag; None when it names nothing.

    Raises GitError outside of a repository.
    """
    run_git(folder, "rev-parse", "--git-dir")
    try:
        found = run_git(folder, *_VERIFY, "--end-of-options", revision).strip()
        found = run_git(folder, *_VERIFY, f"{found}^{{}}").strip()
        kind = run_git(folder, "cat-file", "-t", found).strip()
    except GitError:
        return None
    return next((Object(known, found) for known in get_args(Kind) if known == kind), None)


def merge_base(folder: Path, one: str, other: str) -> str:
    """The commit at which two commits parted. Raises GitError when there is none."""
    try:
        return run_git(folder, "merge-base", one, other).strip()
    except GitError:
        raise GitError(
            "the two revisions have no common past here",
            "a shallow clone may lack it: `git fetch --unshallow`",
        ) from None


def blobs_at(place: Place, tree: str) -> list[Blob]:
    """The file at a place, or the files in that folder, as a commit or a tree has them.

    What is no regular file (a symbolic link, a submodule) is left out.
    """
    path = ("--", place.path) if place.path else ()
    listed = run_git(place.folder, "ls-tree", "-r", "-z", "--full-tree", tree, *path)
    rows = (row.partition("\t") for row in listed.split("\0") if row)
    return [Blob(path, about.split()[2]) for about, _, path in rows if about.startswith(FILE_MODE)]


def renamed(place: Place, old: str, new: str | None) -> dict[str, str]:
    """The files that have another path in the one commit than in the other, both ways.

    Without `new` the old commit is compared with what is staged.
    """
    command = ("diff-index", "--cached", old) if new is None else ("diff-tree", "-r", old, new)
    what = ("-M", "-z", "--raw", "--diff-filter=R")
    words = run_git(place.folder, command[0], *what, *command[1:], "--").split("\0")
    pairs = zip(words[1::3], words[2::3], strict=False)
    return {path: other for one, two in pairs for path, other in ((one, two), (two, one))}


def is_in_work_tree(folder: Path) -> bool:
    """Whether a folder is among the files of a repository, and not in a bare one."""
    return run_git(folder, "rev-parse", "--is-inside-work-tree").strip() == "true"


def top_of(folder: Path) -> Path:
    """The top of the working tree that a folder is in. Raises GitError in a bare repository."""
    return Path(run_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))


def shallow_commits(folder: Path) -> frozenset[str]:
    """The commits at which a shallow clone ends: their parents are not here."""
    name = run_git(folder, "rev-parse", "--git-path", "shallow").removesuffix("\n")
    try:
        return frozenset((folder / name).read_text(encoding="ascii").split())
    except OSError:
        return frozenset()


@contextmanager
def reading(folder: Path) -> Iterator[Callable[[str], bytes]]:
    """A function that gives the content of a blob by its id, with one process for all of them.

    Of a file that is larger than the loader accepts, only so much is given that it shows.
    """
    process = _started(folder)
    stdin, stdout = process.stdin, process.stdout
    if stdin is None or stdout is None:
        raise GitError("git cannot be run", "install git")

    def read(blob: str) -> bytes:
        with suppress(BrokenPipeError):  # it has ended, and its answer is empty
            stdin.write(f"{blob}\n".encode())
            stdin.flush()
        about = stdout.readline().split()
        if len(about) != 3:
            raise GitError(f"git has no content for {blob[:10]}", "is the repository whole?")
        size = int(about[2])
        content = stdout.read(min(size, MAX_BYTES + 1))
        for left in range(size + 1 - len(content), 0, -_SHOWN):
            stdout.read(min(left, _SHOWN))
        return content

    with process:
        try:
            yield read
        finally:
            with suppress(BrokenPipeError):
                stdin.close()


def _advice(folder: Path, revision: str) -> str:
    if revision == "HEAD":
        return "there is no commit yet"
    if run_git(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        return "this is a shallow clone: `git fetch --unshallow` brings the rest"
    if ".." in revision:
        return "name the two revisions one after the other"
    return "name a branch, a tag or a commit"


def _started(folder: Path) -> "subprocess.Popen[bytes]":
    command, environ = _command("cat-file", "--batch")
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(
            command, cwd=folder, stdin=pipe, stdout=pipe, stderr=nothing, env=environ
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}", "install git") from error


def run_git(folder: Path, *arguments: str) -> str:
    """What git prints. Raises GitError."""
    command, environ = _command(*arguments)
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
            env=environ,
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise GitError(f"git cannot be run: {reason}", "install git") from error
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it failed"]
        raise GitError(f"git: {said[0].removeprefix('fatal: ')}", "run it in a git repository")
    return done.stdout


def _command(*arguments: str) -> tuple[list[str], dict[str, str]]:
    settings = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    environ = {name: value for name, value in os.environ.items() if name not in _of_a_hook()}
    return ["git", "--no-pager", "--literal-pathspecs", *arguments], environ | settings


def _of_a_hook() -> tuple[str, ...]:
    """What a hook in a linked working tree is told, by which git takes any folder for its top."""
    return () if "GIT_WORK_TREE" in os.environ else ("GIT_DIR", "GIT_PREFIX")
