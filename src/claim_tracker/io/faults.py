"""What is said of an error that no command has foreseen: one line, and never exit status 1."""

import os
import sys
from contextlib import suppress

from claim_tracker.io.exit_codes import CANNOT

ENVIRONMENT = "TRACKER_TRACEBACK"
"""Where this variable is set, the traceback of such an error is shown before the line."""
_LONGEST = 300
_STANDARD_ERROR = 2


def tell(error: Exception) -> int:
    """Say in one line on standard error what ended the command; its exit status.

    What was being worked on when memory ran out is let go first, so that there is some to say it.
    """
    try:
        if os.environ.get(ENVIRONMENT):
            from traceback import print_exception

            print_exception(error)
        error.__traceback__ = error.__context__ = error.__cause__ = None
        sys.stderr.write(f"Error: {_words(error)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # where nothing can be said, the exit status still tells
        return CANNOT
    except Exception:  # noqa: BLE001 - memory has run out here as well
        with suppress(OSError):
            os.write(_STANDARD_ERROR, b"Error: there is not enough memory for this\n")
    return CANNOT


def _words(error: Exception) -> str:
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
    if isinstance(error, FileNotFoundError) and error.filename is None and _is_nowhere():
        return "the folder that you are in is gone; go to another one"
    reason = error.strerror or _plain(error)
    return reason if error.filename is None else f"{reason}: {_plain(error.filename)}"


def _is_nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - a Path is not needed to know whether there is one
    except OSError:
        return True
    return False


def _plain(what: object) -> str:
    """A text or an error on one line, without what would act on a terminal."""
    text = " ".join(str(what).split())
    shown = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
