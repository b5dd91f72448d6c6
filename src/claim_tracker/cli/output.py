"""What a command writes: views and data, to the terminal, a pager or a file that is no input."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import StringIO, TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, Any, TextIO

import click

from claim_tracker.cli.context import Failure, default_files, failures
from claim_tracker.text.ci_commands import defused
from claim_tracker.text.display import visible

if TYPE_CHECKING:
    from claim_tracker.render.terminal.layout import Layout

STANDARD_OUTPUT = "-"
NO_PAGER = "claim_tracker.no_pager"
"""What the context of a command line is told by `--no-pager`."""
_MIN_WIDTH = 20
_BATCH = 256
"""So many parts of a text are written at once."""


class Defused:
    """A stream that escapes the commands of CI services in all that is written (`defused`).

    It has no `buffer`, by which a library could write past it.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write the text without commands; return how many characters of it were written."""
        self.stream.write(defused(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write the lines, which have their own ends, without commands."""
        self.write("".join(lines))

    def __getattr__(self, name: str) -> Any:
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self.stream, name)


def layout_for(output: str | None = None, *, errors: bool = False) -> "Layout":
    """Return the layout of what is written to a file, standard output, or standard error.

    Only a terminal wraps lines; colour follows `--color`, then NO_COLOR and TERM=dumb
    (https://no-color.org).
    """
    from shutil import get_terminal_size

    from claim_tracker.render.terminal.layout import Layout

    stream = sys.stderr if errors else sys.stdout
    terminal = _is_standard(output) and stream.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = max(get_terminal_size().columns, _MIN_WIDTH) if terminal else None
    context = click.get_current_context(silent=True)
    wanted = context.color if context is not None else None
    colored = terminal and not plain if wanted is None else wanted
    encoding = stream.encoding if _is_standard(output) else None
    return Layout(width, colored, encoding or "utf-8")


def show_text(text: str, lead: str = "") -> None:
    """Print a paragraph on standard error, its further lines indented by the width of `lead`."""
    first, *rest = layout_for(errors=True).paragraph(visible(text), len(lead))
    click.echo("\n".join([lead + first, *rest]), err=True)


def show_error(error: click.ClickException) -> None:
    """Print an error on standard error as click does, in lines that fit the terminal."""
    text = StringIO()
    error.show(text)
    show_text(text.getvalue().rstrip("\n"))


def write_lines(lines: Iterable[str], output: str | None = None) -> None:
    """Write a view for people to standard output, or to a file, as its lines are made."""
    ended = (f"{line}\n" for line in lines)
    if not _is_standard(output):
        write_text(ended, output)
        return
    refuse_input(None)
    for batch in _batches(ended):
        click.echo(batch, nl=False)


def write_view(lines: Iterable[str], output: str | None) -> None:
    """Write a view for people, in a pager where it is longer than the screen of the terminal."""
    from claim_tracker.io.pager import is_shown

    view = list(lines)
    pager = _pager() if _is_long(view, output) else []
    if pager:
        sys.stdout.flush()
        encoding = sys.stdout.encoding or "utf-8"
        text = defused("".join(f"{line}\n" for line in view)).encode(encoding, "backslashreplace")
        charset = {"LESSCHARSET": "utf-8"} if encoding.lower() == "utf-8" else {}
        if is_shown(text, pager, charset | {**os.environ}):
            return
    write_lines(view, output)


def scrolls(lines: Sequence[str], output: str | None) -> bool:
    """Whether the first of the lines leave the screen of the terminal: no pager holds them."""
    return _is_long(lines, output) and not _pager()


def _is_long(lines: Sequence[str], output: str | None) -> bool:
    """Whether lines go to a terminal that has fewer than these and a prompt need."""
    from shutil import get_terminal_size

    is_terminal = _is_standard(output) and sys.stdout.isatty()
    return is_terminal and len(lines) >= get_terminal_size().lines


def _pager() -> list[str]:
    """Return the pager with its arguments; nothing where none is wanted or to be had."""
    from claim_tracker.io.pager import pager_of

    if click.get_current_context().meta.get(NO_PAGER) or os.environ.get("TERM") == "dumb":
        return []
    return pager_of(os.environ)


def write_text(text: str | Iterable[str], output: str | None, *, commands: bool = False) -> None:
    """Write data, a text or its parts, in UTF-8, whatever the locale, to a file or standard output.

    Commands of CI services within a part are escaped there unless it has `commands`.
    """
    from claim_tracker.text.display import from_bytes

    parts = map(from_bytes, [text] if isinstance(text, str) else _batches(text))
    if output is None or _is_standard(output):
        refuse_input(None)
        plain = sys.stdout.stream if isinstance(sys.stdout, Defused) else sys.stdout
        if isinstance(plain, TextIOWrapper):
            plain.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        for part in parts:
            click.echo(part, file=plain if commands else None, nl=False, color=True)
        return
    from claim_tracker.io.atomic_write import write_file

    refuse_input(output)
    with failures():
        write_file(output, parts if commands or not _is_log(output) else map(defused, parts))


def _batches(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a text, many as one: to write each by itself would take long."""
    rest = iter(parts)
    while batch := list(islice(rest, _BATCH)):
        yield "".join(batch)


def refuse_input(output: str | None) -> None:
    """Raise Failure where the output would replace an input; None is standard output.

    Inputs are the files that the command has read or that were named, the default claims file,
    and a new file in a folder of claims, which would be read the next time.
    """
    from claim_tracker.io.inputs import folder_around, input_at, input_opened, note_named

    if output is None:
        with suppress(OSError, ValueError):  # a stream without a file descriptor
            name = input_opened(sys.stdout.fileno())
            if name is not None:
                raise Failure(
                    f"standard output goes into `{name}`, which is read here",
                    "send it to a file of another name",
                )
        return
    from claim_tracker.io.files import FileError, is_of_claims

    reason, name = "is read here", input_at(output)
    if name is None:
        with suppress(FileError, OSError):
            for path in default_files():
                note_named(path)
        reason, name = "is the claims file of this folder", input_at(output)
        with suppress(OSError):
            name = name or (output if _is_default(output) and os.path.lexists(output) else None)
    if name is not None:
        same = "" if name == output else f", the same file as `{name}`,"
        raise Failure(
            f"`{output}`{same} {reason}, and would be replaced; nothing was written",
            "choose another name for the output",
        )
    around = folder_around(output)
    if around is not None and is_of_claims(around[1]):
        raise Failure(
            f"`{output}` would be read with the folder `{around[0]}` the next time;"
            " nothing was written",
            "choose another name for the output, or another folder",
        )


def _is_log(output: str) -> bool:
    """Whether an output is open where standard output or error go, or in another program."""
    from claim_tracker.io.streams import descriptor_of, stream_of

    try:
        number = descriptor_of(output)
        if number is None:
            return stream_of(output) is not None
        return any(os.path.sameopenfile(number, standard) for standard in (1, 2))
    except OSError:
        return False


def _is_default(output: str) -> bool:
    """Whether an output is a default path of the claims file."""
    from pathlib import Path

    from claim_tracker.io.files import DEFAULT

    path = Path(os.path.abspath(output))  # noqa: PTH100 - links are not followed
    return path.parts[-2:] == DEFAULT.parts and path.parents[1] in (Path.cwd(), *Path.cwd().parents)


def _is_standard(output: str | None) -> bool:
    return output is None or output == STANDARD_OUTPUT
