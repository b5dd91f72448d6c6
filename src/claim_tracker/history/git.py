"""What git knows of files: which a revision has, and what they held then.

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from claim_tracker.io.files import FileError, reason_of
from claim_tracker.yaml.limits import MAX_BYTES

Kind = Literal["commit", "tree", "blob"]

_FILE, _LINK, _SUBMODULE = "100", "120", "160"
"""How the modes of git begin."""
_VERIFY = ("rev-parse", "--verify", "--end-of-options")
_SKIPPED = "S"
"""How git marks in the index what is not in the work tree."""
_UNKNOWN = "fatal: Needed a single revision"
_SHOWN = 8192
_FULL_ID = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_RELATIVE = re.compile(r"([^:]*):(\.{1,2}/.*)", re.DOTALL)
_OF_THE_USER = re.compile(
    "GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_[0-9]+|VALUE_[0-9]+)"
)
"""What the environment may say to git in any repository: the settings of the user."""
_OF_A_REPOSITORY = (
    *("GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    *("GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE"),
)
"""What the environment says of one repository, which means nothing in another one."""
_PATIENCE = 60
"""Seconds until git must have answered: a pipe among its files would keep it for ever."""
_ENVIRONMENT = {
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
"""What outweighs the configuration: no key of it runs a program or changes an answer."""
_DAMAGED = "`git fsck` names what is damaged; another clone may have it whole"
_HELP = (
    ("bad config|config value|config file", "mend that line of the configuration"),
    ("repo version|repository extension", "it was made by a newer git: install that one"),
    ("[Pp]ermission denied", "check your rights"),
    (
        "not a git repository",
        "its `.git` is damaged or leads nowhere: `git worktree repair` mends a moved one",
    ),
    ("is ambiguous", "name more of its digits"),
    ("upstream|does not point to a branch", "name the branch itself"),
    ("corrupt|inflate|unpack|is empty|bad object|index file|[Cc]ould not read|broken", _DAMAGED),
)
"""What to do, by what git says."""
PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-abbrev", "--ignore-submodules=none")
"""What a command that compares needs to run no program and to print the same for everybody."""


class GitError(FileError):
    """git could not do what it was asked to. `message` says what is wrong, `help` what to do."""


class GitPath(NamedTuple):
    """A path as git knows it: the top of its repository, where git is run, and from there.

    `named` is the path before links are followed, where it is in the repository as well.
    """

    top: Path
    path: str
    named: str


class Object(NamedTuple):
    """What a revision names."""

    kind: Kind
    id: str


class Blob(NamedTuple):
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
    left_out: list[Blob]


def git_path(path: str) -> GitPath:
    """Return where a path, which need not exist, is in its repository. Raises GitError."""
    real = Path(os.path.realpath(path))
    top = _work_tree(real)
    base = top if top is not None else Path.cwd()
    if not real.is_relative_to(base):
        raise GitError(f"`{path}` is not in {base}", "name a file of the repository")
    below = _below(real, base)
    return GitPath(base, below, _named_below(path, base) or below)


def _below(path: Path, folder: Path) -> str:
    return "" if path == folder else path.relative_to(folder).as_posix()


def _named_below(path: str, top: Path) -> str | None:
    """Return a path from the top, with the links in it; None where it does not pass the top."""
    named = Path(os.path.normpath(Path.cwd() / path))
    folders = (parent for parent in named.parents if os.path.realpath(parent) == str(top))
    folder = next(folders, None)
    return _below(named, folder) if folder is not None else None


def commit_of(folder: Path, revision: str) -> str:
    """Return the commit that a revision names; it is never taken for an option. Raises GitError."""
    found = object_of(folder, f"{revision}^{{commit}}", revision)
    if found is None:
        raise GitError(f"git knows no revision `{revision}`", _advice(folder, revision))
    return found.id


def object_of(folder: Path, revision: str, shown: str | None = None) -> Object | None:
    """Return what a revision names, behind any tag; None when it names nothing.

    `shown` is the revision as its user wrote it. Raises GitError outside of a repository, and
    where git cannot say it.
    """
    found = _resolved(folder, _from_top(folder, revision), shown or revision)
    if found is None:
        return None
    peeled = _resolved(folder, f"{found}^{{}}", revision)
    if peeled is None:
        if _FULL_ID.fullmatch(revision):
            return None
        raise _lacking(folder) or GitError(f"git has no object {found[:10]}", _DAMAGED)
    kind = run_git(folder, "cat-file", "-t", peeled).strip()
    return next((Object(known, peeled) for known in get_args(Kind) if known == kind), None)


def _resolved(folder: Path, revision: str, shown: str) -> str | None:
    """Return the id that a revision names, None where git knows no such revision.

    Raises GitError, also where git can only guess: its log of a branch does not go back so far.
    """
    done = _run(folder, *_VERIFY, revision)
    warned = _line(done.stderr, "warning: ")
    if done.returncode == 0:
        if warned is not None and "only goes back to" in warned:
            raise _too_old(shown, warned)
        return done.stdout.strip()
    if _UNKNOWN not in done.stderr:
        if "only has" in done.stderr:
            raise _too_old(shown, _line(done.stderr, "fatal: ") or "")
        raise _failure(folder, done.stderr)
    if warned is not None and "broken ref" in warned:
        raise GitError(f"git: {warned}", _DAMAGED)
    error = _line(done.stderr, "error: ")
    if error is not None and not error.startswith("Could not"):
        raise GitError(f"git: {error}", _help_for(error) or "name more of its digits")
    return None


def _too_old(revision: str, words: str) -> GitError:
    """Return what is said of a time at which git's log of a branch had not begun here."""
    time = re.search(r"@\{(.*[^\d].*)\}", revision)
    before = f"`git log -1 --before='{time[1]}'` shows the one of then" if time else "see `git log`"
    return GitError(f"git: {words}", f"that log is of this clone alone: name a commit; {before}")


def merge_base(folder: Path, one: str, other: str) -> str:
    """Return the commit at which two commits parted. Raises GitError when there is none."""
    done = _run(folder, "merge-base", one, other)
    if done.returncode > 1:
        raise _failure(folder, done.stderr)
    if done.returncode:
        advice = "compare without `--merge-base`, or name other revisions"
        raise GitError("the two revisions have no common past here", _unshallow(folder) or advice)
    return done.stdout.strip()


def entries_at(folder: Path, tree: str) -> list[Blob]:
    """Return the files, links and submodules of a commit or a tree, in the order of their paths."""
    listed = run_git(folder, "ls-tree", "-r", "-z", "--full-tree", tree)
    rows = (row.partition("\t") for row in listed.split("\0") if row)
    return [Blob(path, about.split()[2], about.split()[0]) for about, _, path in rows]


def tree_of(folder: Path, commit: str, path: str) -> str | None:
    """Return the id of a folder in a commit; None where it has no folder at that path."""
    listed = run_git(folder, "ls-tree", "-z", "--full-tree", commit, "--", path)
    about = listed.split("\t")[0].split()
    return about[2] if about[1:2] == ["tree"] else None


def index_of(folder: Path) -> Index:
    """Return what git tracks in a work tree. Raises GitError."""
    listed = run_git(folder, "ls-files", "-z", "-t", "--stage")
    rows = [row.partition("\t") for row in listed.split("\0") if row]
    blobs = [(about[0], Blob(path, about.split()[2], about.split()[1])) for about, _, path in rows]
    return Index(
        frozenset(blob.path for _, blob in blobs),
        frozenset(blob.path for _, blob in blobs if blob.is_submodule),
        [blob for tag, blob in blobs if tag == _SKIPPED],
    )


def untracked(folder: Path) -> list[str]:
    """Return the files of a work tree that git does not track, but for those that it ignores."""
    what = ("--others", "--exclude-per-directory=.gitignore")
    return [path for path in run_git(folder, "ls-files", "-z", *what).split("\0") if path]


def renamed(folder: Path, old: str, new: str) -> dict[str, str]:
    """Return the path in the one commit of each file that has another in the other."""
    what = (*PLAIN, "-M", "-z", "--raw", "--diff-filter=R")
    words = run_git(folder, "diff-tree", "-r", *what, old, new, "--").split("\0")
    return dict(zip(words[1::3], words[2::3], strict=False))


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
            raise _lacking(folder) or GitError(f"git has no content for {blob[:10]}", _DAMAGED)
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
    if ".." in revision:
        return "name the two revisions one after the other"
    remote, _, branch = revision.partition("/")
    if branch and remote in run_git(folder, "remote").split():
        return f"`git fetch {remote} {branch}` brings it, if it is there"
    return _unshallow(folder) or "name a branch, a tag or a commit"


def _unshallow(folder: Path) -> str | None:
    """Return what to do in a clone that lacks the older commits; None in another."""
    if run_git(folder, "rev-parse", "--is-shallow-repository").strip() != "true":
        return None
    return "this is a shallow clone: `git fetch --unshallow` brings the rest"


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
    done = _run(folder, *arguments)
    if done.returncode:
        raise _failure(folder, done.stderr)
    return done.stdout


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return _done(*_command(folder, *arguments))


def _done(
    command: list[str], environ: dict[str, str], start: Path
) -> "subprocess.CompletedProcess[str]":
    """Run git to its end, whatever it comes to."""
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
        raise _cannot_run(error) from error


def _encoding() -> str:
    """Return how what git prints is read: names of files are those of Python in this locale."""
    return "ascii" if lookup(sys.getfilesystemencoding()).name == "ascii" else "utf-8"


def _command(folder: Path, *arguments: str) -> tuple[list[str], dict[str, str], Path]:
    """Return the command, the environment and the folder to start git with. Raises GitError."""
    top = _work_tree(folder)
    return [*_git(), *arguments], _environment(top), top or Path.cwd()


def _git() -> list[str]:
    settings = (word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}"))
    return [_program(), "--no-pager", "--literal-pathspecs", *settings]


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
    return kept | _ENVIRONMENT


def _work_tree(folder: Path) -> Path | None:
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
        raise GitError(
            f"git: not a git repository: `{real}`",
            "run it in one, or in a folder of one; a bare one is named by `GIT_DIR`",
        )
    return nearest


def _present_work_tree() -> Path | None:
    """Return the work tree that git would take where it is run by itself; None without one."""
    try:
        return _work_tree(Path.cwd())
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
    raise _said(done.stderr)


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
    if "promisor" in printed or "missing" in printed or "lazy fetch" in printed:
        lacking = _lacking(folder)
        if lacking is not None:
            return lacking
    return _said(printed)


def _said(printed: str) -> GitError:
    """Return git's own message, with what to do about it."""
    fatal = _line(printed, "fatal: ") or _line(printed, "error: ") or "it failed"
    if "dubious ownership" in printed:
        lines = map(str.strip, printed.splitlines())
        command = next((line for line in lines if "--add safe.directory" in line), "")
        return GitError("git: the repository belongs to another user", f"`{command}` trusts it")
    return GitError(f"git: {fatal}", _help_for(printed) or "`git status` may say more")


def _help_for(printed: str) -> str | None:
    return next((help_ for words, help_ in _HELP if re.search(words, printed)), None)


def _line(printed: str, begin: str) -> str | None:
    """Return the first line that begins so, without it, and what is indented below it."""
    found = re.search(rf"^{begin}(.*(?:\n\t.*)*)", printed, re.MULTILINE)
    return " ".join(found[1].split()) if found is not None else None


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
