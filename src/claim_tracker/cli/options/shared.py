"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.options.param_types import DayType, PathType, SinceType, TextType, WordType
from claim_tracker.cli.output import NO_PAGER

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.cli.context import Clock
    from claim_tracker.dates import Within

_COLORS = {"auto": None, "always": True, "never": False}
Command = Callable[..., Any]
Option = Callable[[Command], Command]
"""A decorator that adds an option, or several, to a command."""


def since_option(help: str) -> Option:
    """Return `--since`: a day, or a span back from the day that is shown."""
    return click.option("--since", type=SinceType(), metavar="DATE|SPAN", help=help)


def day_of(since: "date | Within", today: date) -> date:
    """Return the day that `--since` names. Raises UsageError for one after today."""
    day = since if isinstance(since, date) else since.before(today)
    if day > today:
        raise click.UsageError(f"--since {day} is after {today}; write an earlier date.")
    return day


def all_options(*options: Option) -> Option:
    """Return several options as one decorator, in the order in which the help shows them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _file_option(help: str) -> Option:
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
) -> Option:
    """Return `--as-of`: one day, or the present moment by the clock of the command line."""

    def or_now(ctx: click.Context, _: click.Parameter, value: "Moment | None") -> "Moment":
        clock: Clock = ctx.obj
        return clock() if value is None else value

    return click.option("--as-of", type=DayType(), callback=or_now, help=help)


def _note_color(ctx: click.Context, _: click.Parameter, value: str) -> None:
    ctx.color = _COLORS[value]


color_option = click.option(
    "--color",
    type=click.Choice(tuple(_COLORS)),
    default="auto",
    show_default=True,
    expose_value=False,
    callback=_note_color,
    help="Whether to use colour. NO_COLOR turns it off as well.",
)
"""`--color`, which click and `layout_for` know by the context."""


def _note_no_pager(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[NO_PAGER] = True


pager_option = click.option(
    "--no-pager",
    is_flag=True,
    expose_value=False,
    callback=_note_no_pager,
    help="Show what is longer than the screen without TRACKER_PAGER, PAGER or less.",
)
"""`--no-pager`, which `write_view` knows by the context."""


def format_option(*forms: str) -> Option:
    """Return `--format`, one of these forms; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=WordType(forms),
        default=forms[0],
        show_default=True,
        help="For people, or for programs.",
    )


site_title_option = click.option(
    "--title",
    type=TextType(),
    help="The title of the site. Default: the `title` of the file, else “Claims”.",
)
"""`--title` of a site."""
output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=PathType(allow_dash=True),
    help="Write to this file instead of standard output.",
)
"""`-o/--output`."""


def view_options(*others: Option) -> Option:
    """Return the options of a command that shows something: where, others, and how."""
    return all_options(output_option, *others, color_option, pager_option)
