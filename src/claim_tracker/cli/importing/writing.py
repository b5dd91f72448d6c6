"""What `tracker import` writes: the mapping, a file of its own, and what is new in another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Claim
from claim_tracker.cli.changing.apply_change import ChangeOptions
from claim_tracker.cli.context import Failure
from claim_tracker.cli.importing.reading import TargetFile
from claim_tracker.cli.loaded import MOST_ERRORS, errors_of
from claim_tracker.cli.output import STANDARD_OUTPUT, layout_for, write_lines, write_text
from claim_tracker.cli.prompts.prompt import can_ask, confirm
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from claim_tracker.edit.yaml_writer import Fields
    from claim_tracker.render.terminal.importing import Importing
    from claim_tracker.tables.import_output import Content
    from claim_tracker.tables.new_in_table import News
    from claim_tracker.yaml import Document


def say_mapping(done: "Importing") -> None:
    """Say how the columns are read."""
    from claim_tracker.render.terminal.importing import mapping_lines

    _say(mapping_lines(done))


def _say(lines: Iterable[str]) -> None:
    text = "\n".join(lines)
    if text:
        click.echo(text, err=True)


def write_mapping(done: "Importing", path: str) -> bool:
    """Write the mapping to a file; whether it was only to be printed."""
    from claim_tracker.tables.columns.mapping import mapping_text

    text = mapping_text(done.columns, done.chosen, done.words)
    write_text(text, None if path == STANDARD_OUTPUT else path)
    return path == STANDARD_OUTPUT


def write_claims(done: "Importing", output: str | None, now: datetime, *, asked: bool) -> None:
    """Write the claims as a file of their own, when it was read again without an error."""
    from claim_tracker.edit.whole_file import file_text
    from claim_tracker.render.terminal.importing import import_summary
    from claim_tracker.tables.import_output import content_of

    imported = done.imported
    content = content_of(imported.claims, {}, imported, {}, unused=not done.columns)
    _say(import_summary(done, None))
    text = file_text(content.claims, content.sections, done.head)
    _prove(text, content, output or "the result", now)
    if output is not None and asked and can_ask() and not confirm("Write this?", default=True):
        click.echo("Nothing was written.", err=True)
        return
    write_text(text, output)


def _prove(text: str, content: "Content", name: str, now: datetime) -> None:
    """Raise Failure for a text that is not read again as what it was to say, or has errors."""
    from claim_tracker.yaml import read

    document = read(name, text.encode())
    _refuse_errors(document, now)
    if document.root["claims"] != list(content.claims):
        raise Failure("what was to be written is not read again as it is", "please report it")


def _refuse_errors(document: "Document", now: datetime) -> None:
    """Raise Failure for a file that would have errors, with the first of them."""
    from claim_tracker.loading import examined

    errors = errors_of(examined((document,), now, warnings=False).findings)
    if errors:
        words = [
            one_line(f"{error.claim or error.file}: {error.message}; {error.help} [{error.code}]")
            for error in errors[:MOST_ERRORS]
        ]
        raise Failure("\n".join((*words, "the claims would have errors; nothing was written")))


def add_to(target: TargetFile, done: "Importing", now: datetime, options: ChangeOptions) -> None:
    """Add what is new to a file, after it was shown and agreed to."""
    from claim_tracker.io.atomic_write import rewrite
    from claim_tracker.io.files import read_bytes
    from claim_tracker.io.lock import locked
    from claim_tracker.render.terminal.importing import import_summary
    from claim_tracker.render.terminal.line_diff import shown_diff
    from claim_tracker.tables.new_in_table import news_of
    from claim_tracker.yaml.decode import byte_order_mark

    news = news_of(done.imported, target.tracker.entries, target.file.day(now))
    _say(import_summary(done, news))
    new = _with_news(done, news, target, now)
    if new is None:
        click.echo("There is nothing new; nothing was written.", err=True)
        return
    mark = byte_order_mark(read_bytes(target.name))
    old, text = f"{mark}{target.document.text.written}", f"{mark}{new}"
    if options.diff:
        write_lines(shown_diff(target.name, old, text, layout_for()))
    elif options.yes or confirm("Write this?", default=True):
        with locked(target.name):
            rewrite(target.name, old.encode(), text.encode())
        click.echo(one_line(f"Written to {target.name}."), err=True)
    else:
        click.echo("Nothing was written.", err=True)


def _from_defaults(claims: "Sequence[Fields]", target: TargetFile) -> Iterator[str]:
    """Yield what claims get from the defaults of their file; a deadline of these is undone."""
    from claim_tracker.render.phrases import count

    counts = Counter(
        name
        for name in fields_of(Claim)
        for claim in claims
        if name in target.file.defaulted and name not in claim and name != "due"
        if name != "as_of" or claim["kind"] == "fact"
    )
    if counts:
        names = ", ".join(
            f"`{name}` for {count(number, 'claim')}" for name, number in counts.items()
        )
        yield f"- from the defaults of `{target.name}`: {names}"


def _with_news(done: "Importing", news: "News", target: TargetFile, now: datetime) -> str | None:
    """Return the text of a file with what is new; None for nothing. Raises Failure."""
    from claim_tracker.edit import with_additions
    from claim_tracker.tables.import_output import additions_of, content_of, known_sources

    content = content_of(news.claims, news.updates, done.imported, known_sources(target.file))
    if content.is_empty:
        return None
    _say(_from_defaults(content.claims, target))
    document = with_additions(target.document, additions_of(content, target.tracker))
    if document is None:
        raise Failure(
            f"nothing was written: `{target.name}` has no place for it that is sure",
            "write to a file of its own with `-o`, and put the two together by hand",
        )
    _refuse_errors(document, now)
    return document.text.written
