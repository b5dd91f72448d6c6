"""`tracker corrections`: what was rewritten of the claims, or taken back by a later update."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Clock, Failure, failures, needs_extra, paths_named
from claim_tracker.cli.options.filter_options import unknown_ids_failure
from claim_tracker.cli.options.param_types import (
    DataWordType,
    SinceOrRevisionType,
    TextType,
    UrlType,
    day_or_span,
)
from claim_tracker.cli.options.shared import day_of, file_option, format_option, view_options
from claim_tracker.cli.output import layout_for, write_text, write_view
from claim_tracker.render.publish import FEED_LIMIT

if TYPE_CHECKING:
    from datetime import date

    from claim_tracker.dates import Within

_OF_A_REVISION = re.compile(r"~[0-9]|\^|@\{")
"""What no date has, and names of revisions have: `HEAD~1`, `HEAD^`, `main@{1}`."""
_OF_FEED = ("title", "url", "publisher", "limit")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...", type=DataWordType("id"))
@file_option
@click.option(
    "--since",
    type=SinceOrRevisionType(),
    metavar="REV|DATE|SPAN",
    help="Those after a commit; after the last one of this date (UTC), or as long ago: '1 week'.",
)
@format_option("text", "json", "markdown", "atom")
@click.option("--author", is_flag=True, help="Name the author of each commit.")
@click.option("--title", type=TextType(), help="The title of the feed. Default: by the file's.")
@click.option("--url", type=UrlType(), help="Where the feed will stand.")
@click.option(
    "--publisher",
    type=TextType(),
    metavar="NAME",
    help="The author of the feed. Default: the `publisher` of the file.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"The most entries; 0 for all. Default: {FEED_LIMIT}.",
)
@view_options()
@click.pass_context
def corrections(
    ctx: click.Context,
    *,
    ids: tuple[str, ...],
    files: tuple[str, ...],
    since: "date | Within | str | None",
    form: str,
    author: bool,
    title: str | None,
    url: str | None,
    publisher: str | None,
    limit: int | None,
    output: str | None,
) -> None:
    """List what was corrected of the claims, and not only added: what is to be disclosed.

    The newest comes first. That is what commits rewrote: a claim or an update that was removed; an
    earlier update that was changed, or put in before a later one; and another value for what a
    claim had said. And it is an outcome that a later update took back, or replaced by another one.
    --title, --url, --publisher and --limit are for --format atom.
    """
    from claim_tracker.history.corrections import corrections_in

    of_feed = [name for name in _OF_FEED if ctx.params[name] is not None]
    if of_feed and form != "atom":
        raise click.UsageError(f"--{of_feed[0]} is for --format atom.")
    clock: Clock = ctx.obj
    today = clock().date()
    start = since if since is None or isinstance(since, str) else day_of(since, today)
    with failures(), _advising_dates(start):
        found, unknown = corrections_in(paths_named(files), start, ids)
    _refuse(unknown, files)
    if form == "text":
        from claim_tracker.render.terminal.diff import corrections_text

        write_view(corrections_text(found, layout_for(output), author=author), output)
    elif form == "json":
        from claim_tracker.render.data.diff_json import corrections_json

        write_text(corrections_json(found, author=author), output)
    elif form == "markdown":
        from claim_tracker.render.data.diff_markdown import corrections_markdown

        write_text(corrections_markdown(found, author=author), output)
    else:
        from claim_tracker.render.publish.corrections_atom import FeedOptions, corrections_feed

        most = FEED_LIMIT if limit is None else limit or None
        options = FeedOptions(title, url, publisher, author=author, limit=most)
        with needs_extra("languages"):
            feed = corrections_feed(found, today, options)
        write_text(feed, output)


@contextmanager
def _advising_dates(start: "date | str | None") -> Iterator[None]:
    """Add what to write for a date to the error for a text that is neither that nor a revision."""
    from claim_tracker.dates import DateError
    from claim_tracker.history.git_errors import UnknownRevisionError

    try:
        yield
    except UnknownRevisionError as error:
        if _OF_A_REVISION.search(str(start)) is not None:
            raise
        try:
            day_or_span(str(start))
        except DateError as no_date:
            raise Failure(error.message, f"{error.help}; or {no_date.help}") from error
        raise


def _refuse(unknown: tuple[str, ...], files: tuple[str, ...]) -> None:
    """Raise Failure for ids that no claim has had, neither in the commits nor in the files."""
    if not unknown:
        return
    from claim_tracker.cli.known_values import known_values

    known = known_values("id", files)
    missing = [each for each in unknown if each not in known]
    if missing:
        raise unknown_ids_failure(missing, known)
