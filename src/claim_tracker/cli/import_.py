"""`tracker import`: claims from tables, as a file of their own or added to one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import click

from claim_tracker.cli.context import (
    STANDARD_OUTPUT,
    Clock,
    Color,
    Failure,
    check_of,
    errors_of,
    failures,
    layout_for,
    load_files,
    valid,
    write_lines,
    write_text,
)
from claim_tracker.cli.options import (
    AddressType,
    PathType,
    TextType,
    as_of_option,
    color_option,
    output_option,
)
from claim_tracker.cli.prompt import agreed, can_ask
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment, TrackedFile, Tracker
    from claim_tracker.loading import Loaded
    from claim_tracker.render.terminal.importing import Importing
    from claim_tracker.tables.again import News
    from claim_tracker.tables.drafts import Origin
    from claim_tracker.tables.mapping import Said
    from claim_tracker.tables.read import Contents, Manner
    from claim_tracker.tables.table import Table
    from claim_tracker.tables.written import Content
    from claim_tracker.yaml import Document

_MARK = "\ufeff"
_MOST_ERRORS = 20


class PairType(click.ParamType[tuple[str, str]]):
    """Two texts with a `=` between them."""

    name = "pair"

    def __init__(self, form: str, *, last: bool = False) -> None:
        self.form = form
        self.last = last

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        text = str(value)
        one, equals, other = text.rpartition("=") if self.last else text.partition("=")
        if not (equals and one.strip() and other.strip()):
            self.fail(f"`{text}` is not of the form {self.form}.", param, ctx)
        return one.strip(), other.strip()


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
    type=click.Choice(["dmy", "mdy"]),
    help="The order of day and month in dates such as 05/10/2025.",
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
    order: Literal["dmy", "mdy"] | None,
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
    color: Color,
) -> None:
    """Read claims from tables: CSV, TSV, XLSX, JSON, JSON lines, or a YAML list.

    Several tables are joined by the ids of claims: one of claims, others of what became of them,
    or of sources. How the columns are read is shown first; what has no place goes into the note
    of its claim, and what cannot be read is listed. What `tracker status --format` writes is read
    back.
    """
    from claim_tracker.io.collector import collector_paused
    from claim_tracker.tables.mapping import Said
    from claim_tracker.tables.read import Manner

    if to is not None and output is not None:
        raise click.UsageError("--to and --output exclude each other.")
    if diff and to is None:
        raise click.UsageError("--diff shows what would be written to the file of --to.")
    now = clock()
    with collector_paused(), _table_failures():
        contents = _contents(tables, Manner(encoding, sheets, head_row))
        target = _Target.of(to, now, color) if to is not None else None
        origin = _origin(as_of, now, target, {"url": url, "title": title or _title(tables)})
        said = Said(mapped, values, words, dropped, order)
        done = _imported(contents, tables[0], said, mapping, _Context(origin, target))
        _say_mapping(done)
        if save_mapping is not None and _saved(done, save_mapping):
            return
        if target is None:
            _write_file(done, output, now, asked=not yes)
        else:
            _add(done, target, now, _Manner(yes, diff, color))


class _Manner(NamedTuple):
    """How claims are added: `yes` skips the question, `diff` shows them and writes nothing."""

    yes: bool
    diff: bool
    color: Color


class _Context(NamedTuple):
    """What an import stands beside: the table as a source, and the file that gets the claims."""

    origin: "Origin"
    target: "_Target | None"


@contextmanager
def _table_failures() -> Iterator[None]:
    """Raise Failure for what is wrong with a table, and for a library that is not installed."""
    from claim_tracker.tables.table import TableError

    try:
        with failures():
            yield
    except TableError as error:
        raise Failure(error.message, error.help) from error
    except ModuleNotFoundError as error:
        if (error.name or "claim_tracker").startswith("claim_tracker"):
            raise
        raise Failure(
            f"{error.name} is not installed; run pip install 'claim-tracker[xlsx]'"
        ) from error


def _contents(tables: Sequence[str], manner: "Manner") -> "list[tuple[str, bytes, Contents]]":
    """Return what each file holds, with its name and its bytes."""
    from claim_tracker.io.files import STANDARD_INPUT, read_bytes
    from claim_tracker.io.inputs import note_named
    from claim_tracker.loading import STDIN_NAME
    from claim_tracker.tables.read import contents_of

    found = []
    for path in tables:
        if path != STANDARD_INPUT:
            note_named(path)
        data = read_bytes(path)
        name = STDIN_NAME if path == STANDARD_INPUT else Path(path).name
        found.append((name, data, contents_of(name, data, manner)))
    return found


def _title(tables: Sequence[str]) -> str:
    from claim_tracker.io.files import STANDARD_INPUT

    return "Table" if tables[0] == STANDARD_INPUT else one_line(Path(tables[0]).name)


def _origin(
    as_of: "Moment", now: datetime, target: "_Target | None", source: Mapping[str, str | None]
) -> "Origin":
    """Return the table as a source, with its day. Raises UsageError for a day to come."""
    from claim_tracker.tables.citations import Cited
    from claim_tracker.tables.drafts import Origin

    today = now.date() if target is None else target.file.day(now)
    day = today if isinstance(as_of, datetime) else as_of
    if day > today:
        raise click.UsageError(f"--as-of {day} is after {today}; write an earlier date.")
    fields = tuple((name, text) for name, text in source.items() if text is not None)
    return Origin(Cited((*fields, ("published", day.isoformat()))), day, today)


@dataclass(frozen=True)
class _Target:
    """The file that claims are added to."""

    name: str
    document: "Document"
    tracker: "Tracker"

    @classmethod
    def of(cls, path: str, now: datetime, color: Color) -> "_Target":
        """Return a file that is valid; errors in it end the command with status 1."""
        click.get_current_context().params["files"] = (path,)
        loaded = load_files((path,), now)
        if len(loaded.documents) != 1 or path != loaded.documents[0].name:
            raise Failure(f"`{path}` is a folder", "name the file that gets the claims")
        tracker = valid(loaded, color, "nothing is written")
        return cls(path, loaded.documents[0], tracker)

    @property
    def file(self) -> "TrackedFile":
        """Return what it holds."""
        return self.tracker.files[0]


def _imported(
    contents: "Sequence[tuple[str, bytes, Contents]]",
    path: str,
    said: "Said",
    mapping: str | None,
    context: _Context,
) -> "Importing":
    """Return what the files come to. Raises Failure and TableError."""
    own = [each for each in contents if each[2].built is not None or each[2].is_claims_file]
    if own and len(contents) > 1:
        raise Failure(
            f"`{own[0][0]}` is what tracker writes, and is read alone", "import it by itself"
        )
    if own:
        return _own(*own[0], path, context.origin.today)
    tables = [table for _, _, content in contents for table in content.tables]
    return _from_tables(tables, said, mapping, context)


def _own(name: str, data: bytes, content: "Contents", path: str, today: date) -> "Importing":
    """Return what tracker has written itself."""
    from claim_tracker.loading import examined
    from claim_tracker.render.terminal.importing import Importing
    from claim_tracker.tables.own import built_of_tracker
    from claim_tracker.yaml import read

    if content.built is not None:
        return Importing(content.built)
    document = read(path, data)
    tracker = examined((document,), today, warnings=False).tracker
    if tracker is None:
        raise Failure(
            f"`{name}` is a claims file with errors", f"see them with {check_of((path,))}"
        )
    left_out = ("version", "sources", "places", "claims", "defaults")
    head = {key: each for key, each in document.root.items() if key not in left_out}
    return Importing(built_of_tracker(tracker), head=head)


def _from_tables(
    tables: "Sequence[Table]", said: "Said", mapping: str | None, context: _Context
) -> "Importing":
    """Return what tables come to."""
    from claim_tracker.io.files import read_bytes
    from claim_tracker.render.terminal.importing import Importing
    from claim_tracker.tables.again import known_claims
    from claim_tracker.tables.build import Builder
    from claim_tracker.tables.columns import likely_kind
    from claim_tracker.tables.decode import decoded
    from claim_tracker.tables.mapping import chosen_of, kept_in
    from claim_tracker.tables.roles import with_roles

    kept: Mapping[str, Any] = {}
    if mapping is not None:
        kept = kept_in(mapping, decoded(read_bytes(mapping)).text)
    chosen = chosen_of([head for table in tables for head in table.heads], said, kept)
    target = context.target
    ids = [entry.claim.id for entry in target.tracker] if target is not None else []
    columns = with_roles(tables, chosen, frozenset(ids))
    kind = likely_kind(columns)
    known = known_claims(target.file, target.tracker.entries) if target is not None else {}
    builder = Builder(context.origin, chosen, kind[0], known, ids)
    if target is not None:
        for key, place in target.file.content.places.items():
            builder.built.places[key] = {"name": place.name}
    for each in columns:
        builder.add(each)
    above = "\n".join(line for table in tables for line in table.above)
    words = {**(kept.get("words") or {}), **dict(said.words)}
    head = {"about": above} if above else {}
    return Importing(builder.finish(), columns, chosen, words, kind, head)


def _say_mapping(done: "Importing") -> None:
    from claim_tracker.render.terminal.importing import mapping_lines

    _say(mapping_lines(done))


def _say(lines: Iterable[str]) -> None:
    text = "\n".join(lines)
    if text:
        click.echo(text, err=True)


def _saved(done: "Importing", path: str) -> bool:
    """Write the mapping to a file; whether it was only to be printed."""
    from claim_tracker.tables.mapping import mapping_text

    text = mapping_text(done.columns, done.chosen, done.words)
    write_text(text, None if path == STANDARD_OUTPUT else path)
    return path == STANDARD_OUTPUT


def _write_file(done: "Importing", output: str | None, now: datetime, *, asked: bool) -> None:
    """Write the claims as a file of their own, when it was read again without an error."""
    from claim_tracker.render.terminal.importing import summary_lines
    from claim_tracker.tables.written import content_of, file_text

    built = done.built
    content = content_of(built.claims, {}, built, {}, unused=not done.columns)
    _say(summary_lines(done, None))
    text = file_text(content, done.head)
    _prove(text, content, output or "the result", now)
    if asked and can_ask() and not agreed("Write this?", default=True):
        click.echo("Nothing was written.", err=True)
        return
    write_text(text, output)


def _prove(text: str, content: "Content", name: str, now: datetime) -> None:
    """Raise Failure for a text that is not read again as what it was to say, or has errors."""
    from claim_tracker.loading import examined
    from claim_tracker.yaml import read

    document = read(name, text.encode())
    _refuse_errors(examined((document,), now, warnings=False))
    if document.root["claims"] != list(content.claims):
        raise Failure("what was to be written is not read again as it is", "please report it")


def _refuse_errors(loaded: "Loaded") -> None:
    """Raise Failure for claims that would have errors, with the first of them."""
    errors = errors_of(loaded)
    if errors:
        words = [
            one_line(f"{it.claim or it.file}: {it.message}; {it.help} [{it.code}]")
            for it in errors[:_MOST_ERRORS]
        ]
        raise Failure("\n".join((*words, "the claims would have errors; nothing was written")))


def _add(done: "Importing", target: _Target, now: datetime, manner: _Manner) -> None:
    """Add what is new to a file, after it was shown and agreed to."""
    from claim_tracker.io.atomic_write import rewrite
    from claim_tracker.io.files import read_bytes
    from claim_tracker.io.lock import locked
    from claim_tracker.render.terminal.importing import summary_lines
    from claim_tracker.render.terminal.line_diff import shown_diff
    from claim_tracker.tables.again import news_of

    news = news_of(done.built, target.tracker.entries, target.file.day(now))
    _say(summary_lines(done, news))
    new = _with_news(done, news, target, now)
    if new is None:
        click.echo("There is nothing new; nothing was written.", err=True)
        return
    old = read_bytes(target.name)
    text = f"{_MARK if old.startswith(_MARK.encode()) else ''}{new}"
    if manner.diff:
        layout = layout_for(manner.color)
        write_lines(shown_diff(target.name, old.decode(), text, layout), layout)
    elif manner.yes or agreed("Write this?", default=True):
        with locked(target.name):
            rewrite(target.name, old, text)
        click.echo(one_line(f"Written to {target.name}."), err=True)
    else:
        click.echo("Nothing was written.", err=True)


def _with_news(done: "Importing", news: "News", target: _Target, now: datetime) -> str | None:
    """Return the text of a file with what is new; None for nothing. Raises Failure."""
    from claim_tracker.edit.insert_many import with_additions
    from claim_tracker.loading import examined
    from claim_tracker.tables.written import additions_of, content_of, known_sources

    content = content_of(news.claims, news.updates, done.built, known_sources(target.file))
    if content.is_empty:
        return None
    document = with_additions(target.document, additions_of(content, target.tracker))
    if document is None:
        raise Failure(
            f"nothing was written: `{target.name}` has no place for it that is sure",
            "write to a file of its own with `-o`, and put the two together by hand",
        )
    _refuse_errors(examined((document,), now, warnings=False))
    return document.text.written
