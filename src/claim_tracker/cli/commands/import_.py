"""`tracker import`: claims from tables, as a file of their own or added to one."""

from typing import TYPE_CHECKING, Literal

import click
from click.core import ParameterSource

from claim_tracker.cli.changing.apply_change import ChangeOptions
from claim_tracker.cli.context import Clock, failures, needs_extra
from claim_tracker.cli.importing.reading import (
    TargetFile,
    origin_of,
    read_claims,
    read_files,
    read_mapping,
    title_of,
)
from claim_tracker.cli.importing.writing import add_to, say_mapping, write_claims, write_mapping
from claim_tracker.cli.options.param_types import AddressType, PairType, PathType, TextType
from claim_tracker.cli.options.shared import as_of_option, color_option, output_option

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment


_GIVEN = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)
_OF_TABLES = (
    "--map --set --word --dates --drop --mapping --save-mapping --sheet --heads --title --url "
    "--as-of"
).split()


@click.command("import")
@click.argument(
    "tables", metavar="TABLE...", nargs=-1, required=True, type=PathType(allow_dash=True)
)
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="FIELD=COLUMN",
    type=PairType("FIELD=COLUMN"),
    help="The column of a field: 'due=Target', 'update.date=Checked', 'source.url=Link'.",
)
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="FIELD=VALUE",
    type=PairType("FIELD=VALUE"),
    help="A value for each claim that has none of its own: 'kind=prediction'. Repeatable.",
)
@click.option(
    "--word",
    "words",
    multiple=True,
    metavar="WORD=OUTCOME",
    type=PairType("WORD=OUTCOME", last=True),
    help="What a word for what became of a claim is: 'Promise kept=kept'; also progress, or none.",
)
@click.option(
    "--dates",
    "order",
    type=click.Choice(["dmy", "mdy", "ymd"]),
    help="The order of numbers in dates such as 05/10/2025, or 25-05-10.",
)
@click.option(
    "--drop", "dropped", multiple=True, metavar="COLUMN", help="Leave a column out. Repeatable."
)
@click.option(
    "--mapping",
    metavar="FILE",
    type=PathType(),
    help="A file that keeps all of this, as --save-mapping has written it.",
)
@click.option(
    "--save-mapping",
    metavar="FILE",
    type=PathType(allow_dash=True),
    help="Write the mapping to a file to be used again, or with - only print it.",
)
@click.option(
    "--sheet", "sheets", multiple=True, metavar="NAME", help="A sheet of a workbook. Repeatable."
)
@click.option(
    "--heads", "head_row", type=click.IntRange(min=0), help="The row of the heads, 0 for none."
)
@click.option("--encoding", metavar="NAME", help="The encoding of a text, if it is misread.")
@click.option("--title", type=TextType(), help="The title of the table as a source.")
@click.option("--url", type=AddressType(), help="The address of the table as a source.")
@as_of_option("The day of the table, for what it does not date. Default: today.")
@output_option
@click.option(
    "--to", metavar="FILE", type=PathType(), help="Add what is new to this claims file instead."
)
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
@click.option("--diff", is_flag=True, help="With --to: only show what would be written.")
@color_option
@click.pass_obj
def import_(
    clock: Clock,
    /,
    *,
    tables: tuple[str, ...],
    mapped: tuple[tuple[str, str], ...],
    values: tuple[tuple[str, str], ...],
    words: tuple[tuple[str, str], ...],
    order: Literal["dmy", "mdy", "ymd"] | None,
    dropped: tuple[str, ...],
    mapping: str | None,
    save_mapping: str | None,
    sheets: tuple[str, ...],
    head_row: int | None,
    encoding: str | None,
    title: str | None,
    url: str | None,
    as_of: "Moment",
    output: str | None,
    to: str | None,
    yes: bool,
    diff: bool,
) -> None:
    """Read claims from tables: CSV, TSV, XLSX, JSON, JSON lines, or a YAML list.

    Several tables are joined by the ids of claims: one of claims, others of what became of them,
    or of sources. How the columns are read is shown first; what has no place goes into the note
    of its claim, and what cannot be read is listed. What `tracker status --format` writes is read
    back.
    """
    from claim_tracker.io.collector import collector_paused
    from claim_tracker.tables.columns.mapping import GivenColumns
    from claim_tracker.tables.contents import ReadOptions

    if to is not None and output is not None:
        raise click.UsageError("--to and --output exclude each other.")
    if diff and to is None:
        raise click.UsageError("--diff shows what would be written to the file of --to.")
    now = clock()
    with collector_paused(), failures(), needs_extra("xlsx"):
        files = read_files(tables, ReadOptions(encoding, sheets, head_row))
        target = TargetFile.of(to, now) if to is not None else None
        origin = origin_of(as_of, now, target, {"url": url, "title": title or title_of(tables)})
        kept = read_mapping(mapping) if mapping is not None else {}
        given = GivenColumns(mapped, values, words, dropped, order, kept)
        done = read_claims(files, given, origin, target, _of_tables(click.get_current_context()))
        say_mapping(done)
        if save_mapping is not None and write_mapping(done, save_mapping):
            return
        if target is None:
            write_claims(done, output, now, asked=not yes)
        else:
            add_to(target, done, now, ChangeOptions(yes, diff))


def _of_tables(ctx: click.Context) -> list[str]:
    """Return the options on the command line that say how a table is to be read or cited."""
    given = (
        param
        for param in ctx.command.params
        if ctx.get_parameter_source(param.name or "") in _GIVEN
    )
    return [param.opts[0] for param in given if param.opts[0] in _OF_TABLES]
