"""`tracker import`: claims from tables, as a file of their own or added to one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import click
from click.core import ParameterSource

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Claim
from claim_tracker.cli.context import Clock, Failure, failures, needs_extra
from claim_tracker.cli.editing.apply_change import ChangeOptions
from claim_tracker.cli.loaded import MAX_ERRORS, errors_of, finding_words
from claim_tracker.cli.named_tables import (
    TargetFile,
    origin_of,
    read_claims,
    read_files,
    read_mapping,
    title_of,
)
from claim_tracker.cli.options.param_types import PairType, PathType, TextType, UrlType
from claim_tracker.cli.options.shared import as_of_option, color_option, output_option
from claim_tracker.cli.output import (
    STANDARD_OUTPUT,
    layout_for,
    show_text,
    write_lines,
    write_text,
)
from claim_tracker.cli.prompts.prompt import can_ask, confirm
from claim_tracker.text.display import one_line, path_words

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.edit.yaml_writer import Fields
    from claim_tracker.tables.build import Importing
    from claim_tracker.tables.new_in_table import News
    from claim_tracker.yaml import Document


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
    help="The column of a field: 'due=Target', 'update.date=Checked', 'source.url=Link'. "
    "Repeatable.",
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
    help="What a word for what became of a claim is: 'Promise kept=kept'; also progress, or none. "
    "Repeatable.",
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
    "--heads", "header_row", type=click.IntRange(min=0), help="The row of the heads, 0 for none."
)
@click.option("--encoding", metavar="NAME", help="The encoding of a text, if it is misread.")
@click.option("--title", type=TextType(), help="The title of the table as a source.")
@click.option("--url", type=UrlType(), help="The address of the table as a source.")
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
    header_row: int | None,
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
    from claim_tracker.render.terminal.importing import mapping_lines
    from claim_tracker.tables.columns.mapping import GivenColumns
    from claim_tracker.tables.contents import ReadOptions

    if to is not None and output is not None:
        raise click.UsageError("--to and --output exclude each other.")
    if diff and to is None:
        raise click.UsageError("--diff shows what would be written to the file of --to.")
    now = clock()
    with collector_paused(), failures(), needs_extra("xlsx"):
        files = read_files(tables, ReadOptions(encoding, sheets, header_row))
        target = TargetFile.of(to, now) if to is not None else None
        origin = origin_of(as_of, now, target, {"url": url, "title": title or title_of(tables)})
        kept = read_mapping(mapping) if mapping is not None else {}
        given = GivenColumns(mapped, values, words, dropped, order, kept)
        done = read_claims(files, given, origin, target, _of_tables(click.get_current_context()))
        _say(mapping_lines(done, layout_for(errors=True)))
        if save_mapping is not None:
            _write_mapping(done, save_mapping)
            if save_mapping == STANDARD_OUTPUT:
                return
        if target is None:
            _write_claims(done, output, now, asked=not yes)
        else:
            _add_to(target, done, now, ChangeOptions(yes, diff))


def _of_tables(ctx: click.Context) -> list[str]:
    """Return the options on the command line that say how a table is to be read or cited."""
    given = (
        param
        for param in ctx.command.params
        if ctx.get_parameter_source(param.name or "") in _GIVEN
    )
    return [param.opts[0] for param in given if param.opts[0] in _OF_TABLES]


def _say(lines: Iterable[str]) -> None:
    """Print lines that are laid out already on standard error."""
    for line in lines:
        click.echo(line, err=True)


def _write_mapping(done: "Importing", path: str) -> None:
    """Write the mapping to a file."""
    from claim_tracker.tables.columns.mapping import mapping_text

    text = mapping_text(done.columns, done.chosen, done.words)
    write_text(text, None if path == STANDARD_OUTPUT else path)


def _write_claims(done: "Importing", output: str | None, now: datetime, *, asked: bool) -> None:
    """Write the claims as a file of their own, when it was read again without an error."""
    from claim_tracker.edit.whole_file import file_text
    from claim_tracker.render.terminal.importing import import_summary
    from claim_tracker.tables.import_output import content_of

    imported = done.imported
    content = content_of(imported.claims, {}, imported, {}, unused=not done.columns)
    _say(import_summary(done, None, layout_for(errors=True)))
    text = file_text(content.claims, content.sections, done.head)
    wanted = {"version": "1", **done.head, **content.sections, "claims": content.claims}
    _prove(text, wanted, output or "the result", now)
    if output is not None and asked and can_ask() and not _is_agreed():
        return
    write_text(text, output)


def _prove(text: str, wanted: "Fields", name: str, now: datetime) -> None:
    """Raise Failure for a text that is not read again as what it was to say, or has errors."""
    from claim_tracker.yaml import read

    document = read(name, text.encode())
    _refuse_errors(document, now)
    if document.root != wanted:
        raise Failure("what was to be written is not read again as it is", "please report it")


def _refuse_errors(document: "Document", now: datetime) -> None:
    """Raise Failure for a file that would have errors, with the first of them."""
    from claim_tracker.loading import examined

    errors = errors_of(examined((document,), now, warnings=False).findings)
    if errors:
        words = [
            f"{one_line(error.claim or error.file)}: {finding_words(error)}"
            for error in errors[:MAX_ERRORS]
        ]
        raise Failure("\n".join((*words, "the claims would have errors; nothing was written")))


def _add_to(target: TargetFile, done: "Importing", now: datetime, options: ChangeOptions) -> None:
    """Add what is new to a file, after it was shown and agreed to."""
    from claim_tracker.io.atomic_write import rewrite
    from claim_tracker.io.files import read_bytes
    from claim_tracker.io.lock import locked
    from claim_tracker.render.terminal.importing import import_summary
    from claim_tracker.render.terminal.line_diff import shown_diff
    from claim_tracker.tables.new_in_table import news_of
    from claim_tracker.yaml.decode import byte_order_mark

    news = news_of(done.imported, target.tracker.entries, target.file.day(now))
    _say(import_summary(done, news, layout_for(errors=True)))
    new = _with_news(done, news, target, now)
    if new is None:
        click.echo("There is nothing new; nothing was written.", err=True)
        return
    mark = byte_order_mark(read_bytes(target.name))
    old, text = f"{mark}{target.document.text.written}", f"{mark}{new}"
    if options.diff:
        write_lines(shown_diff(target.name, old, text, layout_for()))
    elif options.yes or _is_agreed():
        with locked(target.name):
            rewrite(target.name, old.encode(), text.encode())
        show_text(f"Written to {path_words(target.name)}.")


def _is_agreed() -> bool:
    """Ask whether to write, and say where nothing is written."""
    is_agreed = confirm("Write this?", default=True)
    if not is_agreed:
        click.echo("Nothing was written.", err=True)
    return is_agreed


def _from_defaults(claims: "Sequence[Fields]", target: TargetFile) -> str | None:
    """Return what claims get from the defaults of their file, or None if they get nothing.

    A deadline of these is undone.
    """
    from claim_tracker.render.phrases import count

    counts = Counter(
        name
        for name in fields_of(Claim)
        for claim in claims
        if name in target.file.defaulted and name not in claim and name != "due"
        if name != "as_of" or claim["kind"] == "fact"
    )
    if not counts:
        return None
    names = ", ".join(f"`{name}` for {count(number, 'claim')}" for name, number in counts.items())
    return f"- from the defaults of `{target.name}`: {names}"


def _with_news(done: "Importing", news: "News", target: TargetFile, now: datetime) -> str | None:
    """Return the text of a file with what is new; None for nothing. Raises Failure."""
    from claim_tracker.edit import with_additions
    from claim_tracker.tables.import_output import additions_of, content_of, known_sources

    content = content_of(news.claims, news.updates, done.imported, known_sources(target.file))
    if content.is_empty:
        return None
    if (defaulted := _from_defaults(content.claims, target)) is not None:
        show_text(defaulted)
    document = with_additions(target.document, additions_of(content, target.tracker))
    if document is None:
        raise Failure(
            f"nothing was written: `{target.name}` has no place for it that is sure",
            "write to a file of its own with `-o`, and put the two together by hand",
        )
    _refuse_errors(document, now)
    return document.text.written
