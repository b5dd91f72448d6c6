"""The message of a system error: one line, with what to do, and never exit status 1."""

import errno
import os
import sys
from contextlib import suppress

from claim_tracker.io.exit_codes import CANNOT

ENVIRONMENT = "TRACKER_TRACEBACK"
"""Where this variable is set, the traceback of such an error is shown before the line."""
_MAX_LENGTH = 300
_STANDARD_ERROR = 2
_ADVICE = {
    errno.ENOSPC: "free some space on that disk",
    errno.EDQUOT: "delete what you no longer need there, or ask for a larger quota",
    errno.EROFS: "choose a folder that can be written to, or mount this one for writing",
    errno.ENAMETOOLONG: "choose a shorter name, or go to a folder nearer to it",
    errno.ESTALE: "run the command again; if that does not help, mount the network drive again",
    errno.EIO: "look whether the disk, or the network drive, is sound",
    errno.EFBIG: "raise the limit on the size of files (`ulimit -f`)",
    errno.EMFILE: "raise the limit on open files (`ulimit -n`)",
    errno.ENFILE: "end other programs, which have too many files open",
    errno.EACCES: "check the rights on it and on the folders above it (`ls -ld`)",
    errno.EPERM: "check the rights on it and on its folder (`ls -ld`, `lsattr -d`)",
}


def report(error: Exception) -> int:
    """Report in one line on standard error what ended the command; return its exit status.

    What was being worked on when memory ran out is let go first, so that enough is left for that.
    """
    try:
        if os.environ.get(ENVIRONMENT):
            from traceback import print_exception

            print_exception(error)
        error.__traceback__ = error.__context__ = error.__cause__ = None
        sys.stderr.write(f"Error: {_fault_words(error)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # where nothing can be written, the exit status remains
        return CANNOT
    except Exception:  # noqa: BLE001 - memory has run out here as well
        with suppress(OSError):
            os.write(_STANDARD_ERROR, b"Error: there is not enough memory for this\n")
    return CANNOT


def advice(error: BaseException, otherwise: str) -> str:
    """Return what to do about an error of the system, or else the other advice."""
    number = error.errno if isinstance(error, OSError) else None
    return otherwise if number is None else _ADVICE.get(number, otherwise)


def _fault_words(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory for this; free some, or name fewer files at a time"
    if isinstance(error, SystemError):  # so Python ends where C code got no memory
        return f"the interpreter failed, most likely for want of memory: {_plain(error)}"
    if isinstance(error, RecursionError):
        return f"this is nested too deeply; {ENVIRONMENT}=1 shows where"
    if isinstance(error, OSError):
        return _of_the_system(error)
    if isinstance(error, ModuleNotFoundError) and error.name == "yaml._yaml":
        return "PyYAML was built without libyaml; install one of its wheels"
    if isinstance(error, ImportError):
        return (
            f"a part of tracker cannot be loaded: {_plain(error)}; "
            "free some memory, or install it again"
        )
    return (
        f"a fault of tracker itself, and not of the data: {type(error).__name__}: "
        f"{_plain(error)}; please report it where tracker comes from, with what "
        f"{ENVIRONMENT}=1 shows"
    )


def _of_the_system(error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and error.filename is None and _folder_is_gone():
        return "the folder that you are in is gone; go to another one"
    reason = error.strerror or _plain(error)
    where = "" if error.filename is None else f": {_plain(error.filename)}"
    return "; ".join(filter(None, (f"{reason}{where}", advice(error, ""))))


def _folder_is_gone() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - a Path is not needed to know whether there is one
    except OSError:
        return True
    return False


def _plain(what: object) -> str:
    """Return a text or an error on one line, with what would act on a terminal escaped."""
    text = " ".join(str(what).split())
    shown = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
    return shown if len(shown) <= _MAX_LENGTH else f"{shown[:_MAX_LENGTH]}…"
