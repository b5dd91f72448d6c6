"""`tracker`: the group of commands, and the handling of their failures."""

import os
import sys
import warnings
from codecs import lookup
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import RawIOBase, StringIO, TextIOWrapper
from typing import IO, Any, TextIO

import click

import claim_tracker
from claim_tracker.cli.context import Clock, system_clock
from claim_tracker.cli.lazy import LazyGroup
from claim_tracker.cli.options.shared import pager_option
from claim_tracker.cli.output import Defused, show_error, show_text
from claim_tracker.io import faults
from claim_tracker.io.exit_codes import CANNOT, DONE, INTERRUPTED, PIPE_CLOSED
from claim_tracker.io.inputs import noting

COMMANDS = {
    "add": "Add a claim to a file, and keep all else as it is.",
    "agenda": "Say what somebody has to look at, why, and what records it.",
    "check": "Say what is wrong with the data, and where.",
    "corrections": "List what was rewritten of the claims or taken back, to be published.",
    "diff": "Say what changed for the claims between two revisions or files.",
    "draft": "Draft claims from an article, for you to decide on each.",
    "edit": "Open a claim in your editor, and check what comes back.",
    "export": "Publish a site, a page, a calendar, ClaimReview or a feed.",
    "import": "Read claims from a spreadsheet: CSV, XLSX, JSON, YAML.",
    "init": "Start a new project: a claims file, and what checks it.",
    "log": "Tell a claim's life from the git history of its file.",
    "lsp": "Answer an editor, as its language server.",
    "merge": "Merge two versions of a file claim by claim, as git's merge driver.",
    "record": "Record what became of a claim, and keep all else as it is.",
    "schema": "Print the JSON Schema for editors and validators.",
    "scorecard": "Count what was kept, late, broken and is open, by speaker or source.",
    "serve": "Show the claims in a browser while you edit them.",
    "show": "Show single claims whole, with their history.",
    "sources": "List the sources, who cites them, and which have no lasting copy.",
    "status": "Say which deadlines have passed, and what became of each claim.",
    "timeline": "Draw the claims on a time axis.",
}

_STREAMS = ("stdout", "stderr")
_COMPLETING = "_TRACKER_COMPLETE"
"""With a value in this variable click answers a shell that completes."""
_MAX_WARNINGS = 10


@click.group(
    cls=LazyGroup,
    package="claim_tracker.cli.commands",
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(claim_tracker.__version__, prog_name="tracker")
@pager_option
def tracker() -> None:
    """Keep track of what was claimed in the news, and of what became of it.

    Claims are kept in a YAML file: data/claims.yaml in this folder or one above it, unless
    TRACKER_FILE or the option -f of a command names another.
    """


def run(arguments: Sequence[str], clock: Clock = system_clock) -> int:
    """Run one command line, and return its exit status.

    0 done; 1 the data is invalid, or what `--fail-on` names was found; 2 the command could
    not do its work. Bad input, a full disk or memory, a closed pipe, Ctrl-C and a fault of
    the tool itself end in one line or none, and never in a traceback.
    """
    status = _run(arguments, clock)
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        _silence(sys.stderr)
    for name in _STREAMS:
        stream = getattr(sys, name)
        if isinstance(stream, Defused):
            setattr(sys, name, stream.stream)
    return status


def _run(arguments: Sequence[str], clock: Clock) -> int:
    output = sys.stdout
    try:
        _prepare_streams()
        output = sys.stdout
        if instruction := os.environ.get(_COMPLETING):
            from claim_tracker.cli.completing.shells import register

            register(instruction)
        with _warnings_shown(), noting():
            status = tracker.main(
                _decode_arguments(arguments), "tracker", standalone_mode=False, obj=clock
            )
        sys.stdout.flush()
    except SystemExit as stop:
        # So click ends a completion, and, with another stream in the place of standard
        # output, a command whose output nobody reads any more.
        return _status(stop.code) if sys.stdout is output else PIPE_CLOSED
    except click.ClickException as error:
        with suppress(OSError):
            show_error(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _silence(sys.stdout)
        return INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
        _silence(sys.stdout)
        return faults.report(error)
    return _status(status)


@contextmanager
def _warnings_shown() -> Iterator[None]:
    """Write warnings to standard error, each once; of many the first, and how many more."""
    shown: set[str] = set()

    def show(message: Warning | str, *_: Any, **__: Any) -> None:
        if str(message) not in shown:
            shown.add(str(message))
            if len(shown) <= _MAX_WARNINGS:
                _warn(str(message))

    with warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        warnings.showwarning = show
        try:
            yield
        finally:
            if len(shown) > _MAX_WARNINGS:
                _warn(f"{len(shown) - _MAX_WARNINGS:,} more are left out")


def _warn(message: str) -> None:
    from claim_tracker.text.display import one_line

    with suppress(OSError):  # standard error may be closed; the exit status stays
        show_text(one_line(f"Warning: {message}"))


def _decode_arguments(arguments: Sequence[str]) -> list[str]:
    """Return the arguments in UTF-8, also in an ASCII locale."""
    if all(argument.isascii() for argument in arguments):
        return list(arguments)
    from claim_tracker.text.display import from_bytes

    return [from_bytes(argument) for argument in arguments]


def _prepare_streams() -> None:
    """Make both outputs safe for any text, and for CI services (`Defused`).

    Characters that the terminal lacks are escaped; a closed stream is replaced or ends the run.
    With an ASCII locale the terminal is taken to have UTF-8 (PEP 540). A shell that completes
    gets its words in bytes, which `Defused` does not take.
    """
    if sys.stderr is None:
        sys.stderr = StringIO()
    if sys.stdout is None:
        sys.stderr.write("Error: standard output is closed\n")
        sys.exit(CANNOT)
    if isinstance(sys.stdin, TextIOWrapper) and _has_ascii_by_locale(sys.stdin):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    for name in _STREAMS:
        stream = _buffer(getattr(sys, name))
        if isinstance(stream, TextIOWrapper):
            encoding = "utf-8" if _has_ascii_by_locale(stream) else None
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
        if not os.environ.get(_COMPLETING):
            setattr(sys, name, Defused(stream))


def _has_ascii_by_locale(stream: TextIOWrapper) -> bool:
    named = os.environ.get("PYTHONIOENCODING")
    return not named and lookup(stream.encoding).name == "ascii"


def _buffer(stream: TextIO) -> TextIO:
    """Return a stream that writes all of a text, or fails.

    Without a buffer (`python -u`), what the system takes of a text is all that is written.
    """
    if not isinstance(stream, TextIOWrapper) or not isinstance(stream.buffer, RawIOBase):
        return stream
    return open(stream.fileno(), "w", encoding=stream.encoding, errors=stream.errors, closefd=False)


def _status(value: object) -> int:
    return value if isinstance(value, int) else DONE


def _silence(stream: IO[str]) -> None:
    """Stop output to a stream, so that the interpreter does not complain at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
