"""Options that several commands share."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claim_tracker.cli.options.param_types import DayType, PathType, SinceType, TextType, WordType
from claim_tracker.cli.output import NO_PAGER

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.cli.context import Clock
    from claim_tracker.dates import Within

_COLORS = {"auto": None, "always": True, "never": False}
_Command = TypeVar("_Command", bound=Callable[..., Any])
Option = Callable[[Callable[..., Any]], Callable[..., Any]]
"""A decorator that adds an option to a command."""


def since_option(help: str) -> Callable[[_Command], _Command]:
    """Return `--since`: a day, or a span back from the day that is shown."""
    return click.option("--since", type=SinceType(), metavar="DATE|SPAN", help=help)


def day_of(since: "date | Within", today: date) -> date:
    """Return the day that `--since` names. Raises UsageError for one after today."""
    day = since if isinstance(since, date) else since.before(today)
    if day > today:
        raise click.UsageError(f"--since {day} is after {today}; write an earlier date.")
    return day


def all_options(options: Iterable[Callable[..., Any]]) -> Callable[[_Command], _Command]:
    """Return several options as one decorator, in the order in which the help shows them."""

    def decorate(command: _Command) -> _Command:
        return reduce(lambda decorated, option: option(decorated), reversed([*options]), command)

    return decorate


def _file_option(help: str) -> Callable[[_Command], _Command]:
    return click.option(
        "-f",
        "--file",
        "files",
        multiple=True,
        metavar="PATH",
        is_eager=True,
        type=PathType(allow_dash=True),
        help=help,
    )


file_option = _file_option(
    "A file of claims, a folder of them, or - for standard input. Repeatable."
)
"""`-f/--file`, repeatable."""
lasting_file_option = _file_option("A file of claims, or a folder of them. Repeatable.")
"""`-f/--file` of a command that comes back to the files: to write to one, or to read them again."""


def as_of_option(
    help: str = "Show what could be known on this day, and nothing later. Default: today.",
) -> Callable[[_Command], _Command]:
    """Return `--as-of`: one day, or the present moment by the clock of the command line."""

    def or_now(ctx: click.Context, _: click.Parameter, value: "Moment | None") -> "Moment":
        clock: Clock = ctx.obj
        return clock() if value is None else value

    return click.option("--as-of", type=DayType(), callback=or_now, help=help)


def color_option(command: _Command) -> _Command:
    """Add `--color`, which click and `layout_for` know by the context."""

    def note(ctx: click.Context, _: click.Parameter, value: str) -> None:
        ctx.color = _COLORS[value]

    return click.option(
        "--color",
        type=click.Choice(tuple(_COLORS)),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=note,
        help="Whether to use colour. NO_COLOR turns it off as well.",
    )(command)


def pager_option(command: _Command) -> _Command:
    """Add `--no-pager`, of which `write_view` knows by the context."""

    def note(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            ctx.meta[NO_PAGER] = True

    return click.option(
        "--no-pager",
        is_flag=True,
        expose_value=False,
        callback=note,
        help="Show what is longer than the screen without TRACKER_PAGER, PAGER or less.",
    )(command)


def format_option(*forms: str) -> Callable[[_Command], _Command]:
    """Return `--format`, one of these forms; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=WordType(forms),
        default=forms[0],
        show_default=True,
        help="For people, or for programs.",
    )


def site_title_option(command: _Command) -> _Command:
    """Add `--title` of a site."""
    return click.option(
        "--title",
        type=TextType(),
        help="The title of the site. Default: the `title` of the file, else “Claims”.",
    )(command)


def folder_option(command: _Command) -> _Command:
    """Add `-o/--output` for what is a folder of files."""
    return click.option(
        "-o",
        "--output",
        metavar="FOLDER",
        required=True,
        type=PathType(),
        help="The folder to write to, which may have other files too.",
    )(command)


def output_option(command: _Command) -> _Command:
    """Add `-o/--output`."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=PathType(allow_dash=True),
        help="Write to this file instead of standard output.",
    )(command)


def view_options(*others: Option) -> Callable[[_Command], _Command]:
    """Return the options of a command that shows something: where, others, and how."""
    return all_options((output_option, *others, color_option, pager_option))
