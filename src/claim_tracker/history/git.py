"""What git knows of files: which a revision has, and what they held then.

git is run so that no revision is taken for an option and no path for a pattern, and so that what
it prints does not depend on the language or, as far as can be, on the settings of its user.

A repository may come from anybody. git runs at the top of the work tree that the files are in, and
never in a bare repository that lies among them; nothing that a configuration names is run, and
nothing is fetched (git-config(1): `safe.bareRepository`, `protocol.allow`; git(1):
`GIT_NO_LAZY_FETCH`).
"""

import os
import re
import shutil
import subprocess
import sys
from codecs import lookup
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from claim_tracker.io.files import FileError, reason_of
from claim_tracker.yaml.limits import MAX_BYTES

Kind = Literal["commit", "tree", "blob"]
FILE_MODE = "100"
"""How the mode of a regular file begins."""

_VERIFY = ("rev-parse", "--verify", "--quiet")
_SHOWN = 8192
_RELATIVE = re.compile(r"([^:]*):(\.{1,2}/.*)", re.DOTALL)
_OF_THE_USER = re.compile(
    "GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_[0-9]+|VALUE_[0-9]+)"
)
"""What the environment may say to git in any repository: the settings of the user."""
_OF_A_HOOK = (
    *("GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    "GIT_QUARANTINE_PATH",
)
"""What a hook is told of its own repository, which means nothing in another one."""
_PATIENCE = 60
"""Seconds until git must have answered: a pipe among its files would keep it for ever."""
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_SETTINGS = {
    "core.alternateRefsCommand": "",
    "core.attributesFile": os.devnull,
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "diff.orderFile": os.devnull,
    "gpg.program": "",
    "log.mailmap": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
}
"""What outweighs the configuration of a repository, so that no key of it runs a program."""
NO_PROGRAMS = ("--no-ext-diff", "--no-textconv")
"""What a command that compares needs to run no program of its user's."""


class GitError(FileError):
    """git could not do what it was asked to. `message` says what is wrong, `help` what to do."""


class GitPath(NamedTuple):
    """A path as git knows it: the top of its repository, where git is run, and from there."""

    top: Path
    path: str


class Object(NamedTuple):
    """What a revision names."""

    kind: Kind
    id: str


class Blob(NamedTuple):
    """A file of a revision: its path from the top of the tree, and the id of its content."""

    path: str
    id: str


def git_path(path: str) -> GitPath:
    """Return where a path, which need not exist, is in its repository. Raises GitError."""
    real = Path(os.path.realpath(path))
    top = _work_tree(real)
    base = top if top is not None else Path.cwd()
    if not real.is_relative_to(base):
        raise GitError(f"`{path}` is not in {base}", "name a file of the repository")
    return GitPath(base, "" if real == base else real.relative_to(base).as_posix())


def commit_of(folder: Path, revision: str) -> str:
    """Return the commit that a revision names; it is never taken for an option. Raises GitError."""
    found = object_of(folder, f"{revision}^{{commit}}")
    if found is None:
        raise GitError(f"git knows no revision `{revision}`", _advice(folder, revision))
    return found.id


def object_of(folder: Path, revision: str) -> Object | None:
    """Return what a revision names, behind any tag; None when it names nothing.

    Raises GitError outside of a repository.
    """
    run_git(folder, "rev-parse", "--git-dir")
    name = _from_top(folder, revision)
    try:
        found = run_git(folder, *_VERIFY, "--end-of-options", name).strip()
        found = run_git(folder, *_VERIFY, f"{found}^{{}}").strip()
        kind = run_git(folder, "cat-file", "-t", found).strip()
    except GitError:
        return None
    return next((Object(known, found) for known in get_args(Kind) if known == kind), None)


def merge_base(folder: Path, one: str, other: str) -> str:
    """Return the commit at which two commits parted. Raises GitError when there is none."""
    try:
        return run_git(folder, "merge-base", one, other).strip()
    except GitError:
        raise GitError(
            "the two revisions have no common past here",
            "a shallow clone may lack it: `git fetch --unshallow`",
        ) from None


def blobs_at(folder: Path, tree: str) -> list[Blob]:
    """Return the files of a commit or a tree, in the order of their paths.

    What is no regular file (a symbolic link, a submodule) is left out.
    """
    listed = run_git(folder, "ls-tree", "-r", "-z", "--full-tree", tree)
    rows = (row.partition("\t") for row in listed.split("\0") if row)
    return [Blob(path, about.split()[2]) for about, _, path in rows if about.startswith(FILE_MODE)]


def renamed(folder: Path, old: str, new: str | None) -> dict[str, str]:
    """Return the files that have another path in the one commit than in the other, both ways.

    Without `new` the old commit is compared with what is staged.
    """
    command = ("diff-index", "--cached", old) if new is None else ("diff-tree", "-r", old, new)
    what = (*NO_PROGRAMS, "-M", "-z", "--raw", "--diff-filter=R")
    words = run_git(folder, command[0], *what, *command[1:], "--").split("\0")
    pairs = zip(words[1::3], words[2::3], strict=False)
    return {path: other for one, two in pairs for path, other in ((one, two), (two, one))}


def is_in_work_tree(folder: Path) -> bool:
    """Whether a folder is among the files of a repository, and not in a bare one."""
    return _work_tree(folder) is not None


def shallow_commits(folder: Path) -> frozenset[str]:
    """Return the commits at which a shallow clone ends: their parents are not here."""
    name = run_git(folder, "rev-parse", "--git-path", "shallow").removesuffix("\n")
    try:
        start = _work_tree(folder) or Path.cwd()
        return frozenset((start / name).read_text(encoding="ascii").split())
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
            raise _lacking(folder) or GitError(
                f"git has no content for {blob[:10]}", "is the repository whole?"
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
    if revision == "HEAD":
        return "there is no commit yet"
    if run_git(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        return "this is a shallow clone: `git fetch --unshallow` brings the rest"
    if ".." in revision:
        return "name the two revisions one after the other"
    return "name a branch, a tag or a commit"


def _started(folder: Path) -> "subprocess.Popen[bytes]":
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    command, environ, start = _command(folder, "cat-file", "--batch")
    try:
        return subprocess.Popen(
            command, cwd=start, stdin=pipe, stdout=pipe, stderr=nothing, env=environ
        )
    except OSError as error:
        raise _cannot_run(error) from error


def run_git(folder: Path, *arguments: str) -> str:
    """Return what git prints when it is run for the repository of a folder.

    Raises GitError, and FileError where it gives no answer.
    """
    command, environ, start = _command(folder, *arguments)
    try:
        done = subprocess.run(
            command,
            cwd=start,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            encoding=_encoding(),
            errors="surrogateescape",
            env=environ,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise FileError(
            f"git gives no answer in {_PATIENCE} seconds", "is there a pipe in the folder `.git`?"
        ) from error
    except (OSError, ValueError) as error:
        raise _cannot_run(error) from error
    if done.returncode:
        raise _failure(folder, done.stderr)
    return done.stdout


def _encoding() -> str:
    """Return how what git prints is read: names of files are those of Python in this locale."""
    return "ascii" if lookup(sys.getfilesystemencoding()).name == "ascii" else "utf-8"


def _command(folder: Path, *arguments: str) -> tuple[list[str], dict[str, str], Path]:
    """Return the command, the environment and the folder to start git with. Raises GitError."""
    settings = (word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}"))
    options = ("--no-pager", "--literal-pathspecs", *settings)
    top = _work_tree(folder)
    return [_program(), *options, *arguments], _environment(top), top or Path.cwd()


def _environment(top: Path | None) -> dict[str, str]:
    """Return the environment for git in a work tree, or in the bare repository of `GIT_DIR`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or _OF_THE_USER.fullmatch(name)
    }
    of_a_hook = {name: os.environ[name] for name in _OF_A_HOOK if name in os.environ}
    index = of_a_hook.get("GIT_INDEX_FILE")
    if top is None or _named_work_tree() is not None:
        kept |= of_a_hook | {"GIT_DIR": str(Path(os.environ["GIT_DIR"]).absolute())}
    elif index and Path(os.path.realpath(index)).is_relative_to(_repository(top)):
        kept["GIT_INDEX_FILE"] = os.path.realpath(index)
    if top is not None:
        kept |= {"GIT_WORK_TREE": str(top), "GIT_CEILING_DIRECTORIES": str(top.parent)}
    return kept | _ENVIRONMENT


def _work_tree(folder: Path) -> Path | None:
    """Return the top of the work tree that a path is in; None for a bare one that `GIT_DIR` names.

    It is that of `GIT_DIR` and `GIT_WORK_TREE` where both are set, else the nearest folder with a
    `.git`: `GIT_DIR` alone is what git tells a hook, even in a linked work tree. Raises GitError
    outside of a repository.
    """
    named = _named_work_tree()
    if named is not None:
        return named
    real = Path(os.path.realpath(folder))
    ceilings = {
        os.path.realpath(name)
        for name in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
        if name
    }
    for parent in (real, *real.parents):
        if parent != real and str(parent) in ceilings:
            break
        if _has_repository(parent):
            return parent
    if os.environ.get("GIT_DIR"):
        return None
    raise GitError("git: not a git repository", "run it in one; a bare one is named by `GIT_DIR`")


def _named_work_tree() -> Path | None:
    name = os.environ.get("GIT_WORK_TREE")
    return Path(os.path.realpath(name)) if name and os.environ.get("GIT_DIR") else None


def _has_repository(folder: Path) -> bool:
    inner = folder / ".git"
    return inner.is_file() or os.path.lexists(inner / "HEAD")


def _repository(top: Path) -> Path:
    """Return the folder of git that a work tree has, or in a linked one that its `.git` names."""
    inner = top / ".git"
    with suppress(OSError):
        if inner.is_file():
            named = inner.read_text(encoding="utf-8", errors="surrogateescape")
            inner = top / named.removeprefix("gitdir:").strip()
    return Path(os.path.realpath(inner))


def _from_top(folder: Path, revision: str) -> str:
    """Return a revision with the path in `REV:./path` from the top, and not from a folder."""
    relative, top = _RELATIVE.fullmatch(revision), _work_tree(folder)
    if relative is None or top is None:
        return revision
    path = os.path.relpath(Path(os.path.realpath(folder)) / relative[2], top)
    return f"{relative[1]}:{'' if path == os.curdir else Path(path).as_posix()}"


def _program() -> str:
    """Return the git of an absolute folder of `PATH`: one that lies among the data is none.

    Raises GitError.
    """
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(folder for folder in folders if Path(folder).is_absolute())
    program = shutil.which("git", path=path) if path else None
    if program is None:
        raise GitError("git cannot be run: there is none on the path", "install git")
    return program


def _cannot_run(error: OSError | ValueError) -> GitError:
    return GitError(
        f"git cannot be run: {reason_of(error)}", "is it whole, and is there memory left?"
    )


def _failure(folder: Path, printed: str) -> GitError:
    """Return what git's message means to the user."""
    lines = printed.strip().splitlines() or ["it failed"]
    fatal = [line for line in lines if line.startswith("fatal: ")] or lines
    if "dubious ownership" in printed:
        help_ = next((line.strip() for line in lines if "safe.directory" in line), "")
        return GitError("git: the repository belongs to another user", f"`{help_}` trusts it")
    if "promisor" in printed or "missing" in printed or "lazy fetch" in printed:
        lacking = _lacking(folder)
        if lacking is not None:
            return lacking
    return GitError(f"git: {fatal[0].removeprefix('fatal: ')}", "is the repository whole?")


def _lacking(folder: Path) -> GitError | None:
    """Return what is said where an object is missing from a partial clone; None in another."""
    try:
        run_git(folder, "config", "--get-regexp", r"^extensions\.partialclone$|\.promisor$")
    except GitError:
        return None
    return GitError(
        "this is a partial clone that lacks some of its history, and nothing is fetched",
        "`git fetch --refetch --no-filter` completes it, if you trust where it comes from",
    )
