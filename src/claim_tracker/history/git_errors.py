"""The errors of git: its message, and what to do about it."""

import re

from claim_tracker.io.files import FileError

DAMAGED = "`git fsck` names what is damaged; another clone may have it whole"
_HELP = (
    ("index file", "remove it, and `git reset` writes it anew"),
    ("bad config|config value|config file", "mend that line of the configuration"),
    ("repo version|repository extension", "it was made by a newer git: install that one"),
    ("[Pp]ermission denied", "check your rights"),
    (
        "not a git repository",
        "its `.git` is damaged or leads nowhere: `git worktree repair` mends a moved one",
    ),
    ("is ambiguous", "name more of its digits"),
    ("upstream|no such branch|does not point to a branch", "name the branch itself"),
    ("corrupt|inflate|unpack|is empty|bad object|[Cc]ould not read|broken", DAMAGED),
)
"""The help for each message of git."""


class GitError(FileError):
    """git could not do what it should. `message` says what is wrong, `help` what to do."""


class NoHistoryError(GitError):
    """A path has no history: standard input, or what is in no repository with a commit."""


class NoRepositoryError(NoHistoryError):
    """A path is in no repository."""


class UnknownRevisionError(GitError):
    """A name is that of no revision."""


def error_of(printed: str) -> GitError:
    """Return the error for git's own message, with what to do about it."""
    fatal = line_of(printed, "fatal: ") or line_of(printed, "error: ") or "it failed"
    if "dubious ownership" in printed:
        lines = map(str.strip, printed.splitlines())
        command = next((line for line in lines if "--add safe.directory" in line), "")
        return GitError("git: the repository belongs to another user", f"`{command}` trusts it")
    return GitError(f"git: {fatal}", help_for(printed) or "`git status` may say more")


def help_for(printed: str) -> str | None:
    """Return what to do about what git printed; None where that is not known."""
    return next((help_ for words, help_ in _HELP if re.search(words, printed)), None)


def line_of(printed: str, begin: str) -> str | None:
    """Return what follows a beginning, with the lines indented below, or None if no line has it."""
    found = re.search(rf"^{begin}(.*(?:\n\t.*)*)", printed, re.MULTILINE)
    return " ".join(found[1].split()) if found is not None else None
