"""How git is run: which program, in which work tree, with which environment and settings.

git is run so that no revision is taken for an option and no path for a pattern, and so that what
it prints does not depend on the language or on the settings of its user. What the environment says
of the repository (git(1): `GIT_DIR`, `GIT_WORK_TREE`, `GIT_INDEX_FILE`) counts as for git itself.

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
from contextlib import suppress
from pathlib import Path

from claim_tracker.history.git_errors import GitError, NoRepositoryError, error_of
from claim_tracker.io.files import FileError, reason_of

_OF_THE_USER = re.compile(
    "GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_[0-9]+|VALUE_[0-9]+)"
)
"""Variables that hold in any repository: the settings of the user."""
_OF_A_REPOSITORY = (
    "GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES "
    "GIT_COMMON_DIR GIT_NAMESPACE GIT_QUARANTINE_PATH GIT_SHALLOW_FILE"
).split()
"""Variables of one repository, which are not passed to git in another one."""
_PATIENCE = 60
"""Seconds that git may take: a pipe among its files would block it for ever."""
GIT_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_SETTINGS = {
    "core.alternateRefsCommand": "",
    "core.attributesFile": os.devnull,
    "core.disambiguate": "none",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "diff.orderFile": os.devnull,
    "diff.renameLimit": "1000",
    "gpg.program": "",
    "log.mailmap": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
    "submodule.recurse": "false",
}
"""Settings that override the configuration, so that no key runs a program or changes output."""


def run_git(folder: Path, *arguments: str) -> str:
    """Return the output of git for the repository of a folder.

    Raises GitError, and FileError where it gives no answer.
    """
    done = run(folder, *arguments)
    if done.returncode:
        raise failure(folder, done.stderr)
    return done.stdout


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return _done(*command_for(folder, *arguments))


def run_anywhere(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run git for what needs no repository, in the current folder. Raises FileError."""
    return _done([*_git(), *arguments], _of_the_user(), Path.cwd())


def _done(
    command: list[str], environ: dict[str, str], start: Path
) -> "subprocess.CompletedProcess[str]":
    """Run git to its end, whatever its exit status."""
    try:
        return subprocess.run(
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
        raise run_error(error) from error


def _encoding() -> str:
    """Return the encoding of what git prints: that of file names in this locale."""
    return "ascii" if lookup(sys.getfilesystemencoding()).name == "ascii" else "utf-8"


def command_for(folder: Path, *arguments: str) -> tuple[list[str], dict[str, str], Path]:
    """Return the command, the environment and the folder to start git with. Raises GitError."""
    top = work_tree(folder)
    return [*_git(), *arguments], _environment(top), top or Path.cwd()


def _git() -> list[str]:
    settings = (word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}"))
    return [_program(), "--no-pager", "--literal-pathspecs", *settings]


def _program() -> str:
    """Return the git of an absolute folder of `PATH`, never one that lies among the data.

    Raises GitError.
    """
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(folder for folder in folders if Path(folder).is_absolute())
    program = shutil.which("git", path=path) if path else None
    if program is None:
        raise GitError("git cannot be run: there is none on the path", "install git")
    return program


def run_error(error: OSError | ValueError) -> GitError:
    return GitError(
        f"git cannot be run: {reason_of(error)}", "is it whole, and is there memory left?"
    )


def _environment(top: Path | None) -> dict[str, str]:
    """Return the environment for git in a work tree, or in the bare repository of `GIT_DIR`."""
    kept = _of_the_user()
    if top is None or top == _present_work_tree():
        kept |= {name: os.environ[name] for name in _OF_A_REPOSITORY if name in os.environ}
        git_dir = _git_dir()
        if git_dir is not None and (top is None or not _is_repository_of(top, git_dir)):
            kept["GIT_DIR"] = str(git_dir)
    if top is not None:
        kept |= {"GIT_WORK_TREE": str(top), "GIT_CEILING_DIRECTORIES": str(top.parent)}
    return kept


def _of_the_user() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or _OF_THE_USER.fullmatch(name)
    }
    return kept | GIT_ENVIRONMENT


def work_tree(folder: Path) -> Path | None:
    """Return the top of the work tree that a path is in; None for a bare one that `GIT_DIR` names.

    It is that of `GIT_WORK_TREE`; or that of `GIT_DIR`, for what is in the folder that git would
    take for it; else the nearest folder with a `.git`. What is asked for by its own top, as a
    submodule is, is a repository of its own. Raises GitError outside of a repository.
    """
    real = Path(os.path.realpath(folder))
    nearest = _nearest(real)
    named = _named_work_tree()
    if named is not None:
        return nearest if nearest == real else named
    git_dir = _git_dir()
    if git_dir is not None:
        here = Path(os.path.realpath(Path.cwd()))
        is_here = real.is_relative_to(here) and (nearest is None or here.is_relative_to(nearest))
        if nearest is None or (is_here and not _is_repository_of(nearest, git_dir)):
            return _work_tree_of(git_dir)
    if nearest is None:
        raise NoRepositoryError(
            f"git: not a git repository: `{real}`",
            "run it in one, or in a folder of one; a bare one is named by `GIT_DIR`",
        )
    return nearest


def work_tree_on_disk(folder: Path) -> Path | None:
    """Return the top of the work tree that a path is in, found without git; None outside of one.

    Where `GIT_DIR` alone is set it is not known without git, and is the nearest with a `.git`.
    """
    real = Path(os.path.realpath(folder))
    nearest, named = _nearest(real), _named_work_tree()
    return nearest if named is None or nearest == real else named


def _present_work_tree() -> Path | None:
    """Return the work tree that git would take where it is run by itself, or None outside one."""
    try:
        return work_tree(Path.cwd())
    except GitError:
        return None


def _nearest(real: Path) -> Path | None:
    """Return the nearest folder with a `.git`, not above `GIT_CEILING_DIRECTORIES`."""
    ceilings = {
        os.path.realpath(name)
        for name in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
        if name
    }
    for parent in (real, *real.parents):
        if parent != real and str(parent) in ceilings:
            return None
        if has_repository(parent):
            return parent
    return None


def _git_dir() -> Path | None:
    """Return the repository that the environment names; with `GIT_WORK_TREE` alone the nearest."""
    name = os.environ.get("GIT_DIR")
    if name:
        return Path(os.path.realpath(name))
    top = _nearest(Path(os.path.realpath(Path.cwd()))) if _named_work_tree() is not None else None
    return _repository(top) if top is not None else None


def _named_work_tree() -> Path | None:
    name = os.environ.get("GIT_WORK_TREE")
    return Path(os.path.realpath(name)) if name else None


def _work_tree_of(git_dir: Path) -> Path | None:
    """Return what git takes for the work tree of the repository that `GIT_DIR` names alone."""
    environ = _of_the_user() | {"GIT_DIR": str(git_dir)}
    done = _done([*_git(), "rev-parse", "--show-toplevel"], environ, Path.cwd())
    if done.returncode == 0:
        return Path(os.path.realpath(done.stdout.removesuffix("\n")))
    if "must be run in a work tree" in done.stderr:
        return None
    raise GitError(error_of(done.stderr).message, "`GIT_DIR` has to name a repository")


def _is_repository_of(top: Path, git_dir: Path) -> bool:
    return has_repository(top) and _repository(top) == git_dir


def has_repository(folder: Path) -> bool:
    """Whether a folder is the top of a work tree."""
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


def failure(folder: Path, printed: str) -> GitError:
    """Return the error for git's message."""
    if "promisor" in printed or "missing" in printed or "lazy fetch" in printed:
        partial = partial_clone_error(folder)
        if partial is not None:
            return partial
    return error_of(printed)


def partial_clone_error(folder: Path) -> GitError | None:
    """Return the error for an object missing from a partial clone; None for another failure."""
    try:
        run_git(folder, "config", "--get-regexp", r"^extensions\.partialclone$|\.promisor$")
    except GitError:
        return None
    return GitError(
        "this is a partial clone that lacks some of its history, and nothing is fetched",
        "`git fetch --refetch --no-filter` completes it, if you trust where it comes from",
    )
