"""Queries to git: the files of a revision, and their content."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from claim_tracker.history.git_errors import (
    DAMAGED,
    GitError,
    NoHistoryError,
    NoRepositoryError,
    UnknownRevisionError,
    help_for,
    line_of,
)
from claim_tracker.history.running import (
    command_for,
    failure,
    partial_clone_error,
    run,
    run_error,
    run_git,
    work_tree,
)
from claim_tracker.yaml.limits import MAX_BYTES

ObjectKind = Literal["commit", "tree", "blob"]

_FILE, _LINK, _SUBMODULE = "100", "120", "160"
"""The first digits of the modes of git."""
_VERIFY = ("rev-parse", "--verify", "--end-of-options")
_SKIPPED = "S"
"""The mark of the index for what is not in the work tree."""
_UNKNOWN = "fatal: Needed a single revision"
_SHOWN = 8192
_FULL_ID = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_WITH_PATH = re.compile(r"((?:[^:{]|\{[^}]*\})+):(.*)", re.DOTALL)
_RELATIVE = re.compile(r"([^:]*):(\.{1,2}/.*)", re.DOTALL)
PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-abbrev", "--ignore-submodules=none")
"""Options of a command that compares: it runs no program, and prints the same for everybody."""


class Object(NamedTuple):
    """What a revision names."""

    kind: ObjectKind
    id: str


class TreeEntry(NamedTuple):
    """A file, link or submodule of a revision: its path from the top, its id and its mode."""

    path: str
    id: str
    mode: str = _FILE

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return self.mode.startswith(_FILE)

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link, whose content is where it leads."""
        return self.mode.startswith(_LINK)

    @property
    def is_submodule(self) -> bool:
        """Whether it is a submodule, whose id is a commit of another repository."""
        return self.mode.startswith(_SUBMODULE)


class Index(NamedTuple):
    """What git tracks: the submodules, and what a sparse checkout leaves out of the work tree."""

    tracked: frozenset[str]
    submodules: frozenset[str]
    left_out: list[TreeEntry]


def remote_of(folder: Path) -> str | None:
    """Return the address of git's default remote for a folder, or None if there is none.

    The folder need not exist, nor be in a repository. Raises GitError where git cannot be run.
    """
    try:
        done = run(folder, "ls-remote", "--get-url")
    except NoRepositoryError:
        return None
    url = done.stdout.removesuffix("\n")
    return url if done.returncode == 0 and url != "origin" else None


def commit_of(folder: Path, revision: str) -> str:
    """Return the commit that a revision names; it is never taken for an option. Raises GitError."""
    found = object_of(folder, f"{revision}^{{commit}}", revision)
    if found is None:
        object_of(folder, revision)  # which says what is wrong with what it names
        unknown = f"git knows no revision `{revision}`"
        if _is_unborn(folder):
            raise NoHistoryError(unknown, "there is no commit yet")
        raise UnknownRevisionError(unknown, _advice(folder, revision))
    return found.id


def commit_before(folder: Path, day: date) -> str:
    """Return the latest commit of HEAD that is not after a day (UTC). Raises GitError."""
    commit_of(folder, "HEAD")
    found = latest_commit(folder, day)
    if found is None:
        advice = _unshallow(folder) or _first_commit_words(folder)
        raise GitError(f"there is no commit of {day} or before", advice)
    return found


def latest_commit(folder: Path, day: date) -> str | None:
    """Return the latest commit of HEAD that is not after a day (UTC), or None if all are."""
    end = f"--before={day}T23:59:59Z"
    return run_git(folder, "rev-list", "-1", end, "HEAD", "--").strip() or None


def _first_commit_words(folder: Path) -> str:
    """Return which commit of HEAD is the first, and that one of it or after it is to be named."""
    words = run_git(folder, "log", "--max-parents=0", "--format=%ct %h", "HEAD", "--").split()
    time, commit = min(zip(map(int, words[::2]), words[1::2], strict=True))
    first = datetime.fromtimestamp(time, UTC).date()
    return f"the first one is `{commit}` of {first}; name that commit, or a day from then on"


def object_of(folder: Path, revision: str, shown: str | None = None) -> Object | None:
    """Return what a revision names, behind any tag; None when it names nothing.

    `shown` is the revision as its user wrote it. Raises GitError outside of a repository, and
    where git cannot say it.
    """
    found = _resolve(folder, _from_top(folder, revision), shown or revision)
    if found is None:
        return None
    peeled = _resolve(folder, f"{found}^{{}}", revision)
    if peeled is None:
        if _FULL_ID.fullmatch(revision):
            return None
        raise partial_clone_error(folder) or GitError(f"git has no object {found[:10]}", DAMAGED)
    kind = run_git(folder, "cat-file", "-t", peeled).strip()
    return next((Object(known, peeled) for known in get_args(ObjectKind) if known == kind), None)


def _resolve(folder: Path, revision: str, shown: str) -> str | None:
    """Return the id that a revision names, None where git knows no such revision.

    Raises GitError, also where git can only guess: its log of a branch does not go back so far.
    """
    done = run(folder, *_VERIFY, revision)
    warned = line_of(done.stderr, "warning: ")
    if done.returncode == 0:
        if warned is not None and "only goes back to" in warned:
            raise _too_old_error(shown, warned)
        return done.stdout.strip()
    if _UNKNOWN not in done.stderr:
        if "only has" in done.stderr:
            raise _too_old_error(shown, line_of(done.stderr, "fatal: ") or "")
        raise failure(folder, done.stderr)
    error = line_of(done.stderr, "error: ")
    if error is not None and not error.startswith("Could not"):
        raise GitError(f"git: {error}", help_for(error) or "name more of its digits")
    return None


def _too_old_error(revision: str, words: str) -> GitError:
    """Return the error for a time at which git's log of a branch had not begun in this clone."""
    time = re.search(r"@\{(.*[^\d].*)\}", revision)
    shown = f"`git log -1 --before='{time[1]}'` shows the one of then" if time else "see `git log`"
    return GitError(f"git: {words}", f"that log is of this clone alone: name a commit; {shown}")


def revision_and_path(folder: Path, revision: str) -> tuple[str, str] | None:
    """Return the commit or tree and the path of `REV:path`, from the top; None for another one."""
    found = _WITH_PATH.fullmatch(_from_top(folder, revision))
    return (found[1], os.path.normpath(found[2]) if found[2] else "") if found is not None else None


def merge_base(folder: Path, one: str, other: str) -> str:
    """Return the commit at which two commits parted. Raises GitError when there is none."""
    done = run(folder, "merge-base", one, other)
    if done.returncode > 1:
        raise failure(folder, done.stderr)
    if done.returncode:
        advice = "compare without `--merge-base`, or name other revisions"
        raise GitError("the two revisions have no common past here", _unshallow(folder) or advice)
    return done.stdout.strip()


def entries_at(folder: Path, tree: str) -> list[TreeEntry]:
    """Return the files, links and submodules of a commit or a tree, in the order of their paths."""
    listed = run_git(folder, "ls-tree", "-r", "-z", "--full-tree", tree)
    rows = (row.partition("\t") for row in listed.split("\0") if row)
    return [TreeEntry(path, about.split()[2], about.split()[0]) for about, _, path in rows]


def tree_of(folder: Path, commit: str, path: str) -> str | None:
    """Return the id of a folder in a commit; None where it has no folder at that path."""
    listed = run_git(folder, "ls-tree", "-z", "--full-tree", commit, "--", path)
    about = listed.split("\t")[0].split()
    return about[2] if about[1:2] == ["tree"] else None


def index_of(folder: Path) -> Index:
    """Return the index of a work tree. Raises GitError."""
    listed = run_git(folder, "ls-files", "-z", "-t", "--stage")
    rows = [row.partition("\t") for row in listed.split("\0") if row]
    entries = [
        (about[0], TreeEntry(path, about.split()[2], about.split()[1])) for about, _, path in rows
    ]
    return Index(
        frozenset(entry.path for _, entry in entries),
        frozenset(entry.path for _, entry in entries if entry.is_submodule),
        [entry for tag, entry in entries if tag == _SKIPPED],
    )


def untracked_files(folder: Path) -> list[str]:
    """Return the files of a work tree that git does not track, but for those that it ignores."""
    what = ("--others", "--exclude-per-directory=.gitignore")
    return [path for path in run_git(folder, "ls-files", "-z", *what).split("\0") if path]


def renamed_files(folder: Path, old: str, new: str) -> dict[str, str]:
    """Return the path in the one commit of each file that has another in the other."""
    what = (*PLAIN, "-M", "-z", "--raw", "--diff-filter=R")
    words = run_git(folder, "diff-tree", "-r", *what, old, new, "--").split("\0")
    return dict(zip(words[1::3], words[2::3], strict=False))


def shallow_commits(folder: Path) -> frozenset[str]:
    """Return the commits at which a shallow clone ends: their parents are not here."""
    name = run_git(folder, "rev-parse", "--git-path", "shallow").removesuffix("\n")
    try:
        start = work_tree(folder) or Path.cwd()
        return frozenset((start / name).read_text(encoding="ascii").split())
    except OSError:
        return frozenset()


@contextmanager
def reading(folder: Path) -> Iterator[Callable[[str], bytes]]:
    """Provide a reader of blobs by their ids, with one process for all of them.

    It returns a file larger than the loader accepts only as far as the loader needs to refuse it.
    """
    process = _start(folder)
    stdin, stdout = process.stdin, process.stdout
    if stdin is None or stdout is None:
        raise GitError("git cannot be run", "install git")

    def read(blob: str) -> bytes:
        with suppress(BrokenPipeError):  # it has ended, and its answer is empty
            stdin.write(f"{blob}\n".encode())
            stdin.flush()
        about = stdout.readline().split()
        if len(about) != 3:
            raise partial_clone_error(folder) or GitError(
                f"git has no content for {blob[:10]}", DAMAGED
            )
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
    if ".." in revision:
        return "name the two revisions one after the other"
    remote, _, branch = revision.partition("/")
    if branch and remote in run_git(folder, "remote").split():
        return f"`git fetch {remote} {branch}` brings it, if it is there"
    return _unshallow(folder) or "name a branch, a tag or a commit"


def _is_unborn(folder: Path) -> bool:
    """Whether the branch has no commit yet. Raises GitError where its file is damaged."""
    head = run(folder, "symbolic-ref", "--quiet", "HEAD")
    if head.returncode > 1:
        warned = line_of(run(folder, "for-each-ref").stderr, "warning: ")
        raise GitError(f"git: {warned or 'HEAD leads nowhere'}", DAMAGED)
    branch = head.stdout.strip()
    return bool(branch) and object_of(folder, branch) is None


def _unshallow(folder: Path) -> str | None:
    """Return what to do in a clone that lacks the older commits; None in another."""
    if run_git(folder, "rev-parse", "--is-shallow-repository").strip() != "true":
        return None
    return "this is a shallow clone: `git fetch --unshallow` brings the rest"


def _start(folder: Path) -> "subprocess.Popen[bytes]":
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    command, environ, start = command_for(folder, "cat-file", "--batch")
    try:
        return subprocess.Popen(
            command, cwd=start, stdin=pipe, stdout=pipe, stderr=nothing, env=environ
        )
    except OSError as error:
        raise run_error(error) from error


def _from_top(folder: Path, revision: str) -> str:
    """Return a revision with the path in `REV:./path` from the top, and not from a folder."""
    relative, top = _RELATIVE.fullmatch(revision), work_tree(folder)
    if relative is None or top is None:
        return revision
    path = os.path.relpath(Path(os.path.realpath(folder)) / relative[2], top)
    return f"{relative[1]}:{'' if path == os.curdir else Path(path).as_posix()}"
