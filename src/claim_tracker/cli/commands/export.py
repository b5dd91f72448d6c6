"""`tracker export`: the claims in forms that others read.

A format is one function here, with its options; what it writes is made by a renderer of
`render/publish/`, which is imported when the command runs.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claim_tracker.cli.context import Failure, failures, needs_extra, paths_named
from claim_tracker.cli.lazy import LazyGroup
from claim_tracker.cli.options.filter_options import ChosenClaims, choosing_options
from claim_tracker.cli.options.param_types import (
    FolderUrlType,
    PathType,
    SpanType,
    TextType,
    UrlType,
)
from claim_tracker.cli.options.shared import (
    Command,
    Option,
    all_options,
    color_option,
    output_option,
    site_title_option,
)
from claim_tracker.cli.output import STANDARD_OUTPUT, write_text
from claim_tracker.render.publish import FEED_LIMIT

if TYPE_CHECKING:
    from claim_tracker.claims.report import Report
    from claim_tracker.compare.corrections import Correction
    from claim_tracker.dates import Within


@click.group(cls=LazyGroup)
def export() -> None:
    """Publish the claims in a form that others read.

    Claims are chosen as by `tracker status`. The same data and --as-of give the same bytes. For
    rows of data see `tracker status --format`.
    """


class Output(NamedTuple):
    """How what a format makes is written: the option that says where, and what writes it there."""

    option: Option
    write: Callable[[Any, Any], None]


def write_site(files: "Mapping[str, bytes]", folder: str) -> None:
    """Bring the folder of a site up to date, and say on standard error what that changed."""
    from claim_tracker.io.own_folder import bring_up_to_date
    from claim_tracker.render.phrases import count

    if folder in ("", STANDARD_OUTPUT):
        raise Failure("a site is a folder of files, and not a text", "name a folder: `-o FOLDER`")
    with failures():
        changes = bring_up_to_date(folder, files)
    click.echo(
        f"{folder}: {count(changes.written, 'file')} written, {changes.unchanged:,} unchanged, "
        f"{changes.removed:,} removed",
        err=True,
    )


TEXT = Output(output_option, write_text)
SITE = Output(
    click.option(
        "-o",
        "--output",
        metavar="FOLDER",
        required=True,
        type=PathType(),
        help="The folder to write to, which may have other files too.",
    ),
    write_site,
)


def export_format(
    summary: str, *options: Option, extra: str, output: Output = TEXT
) -> Callable[[Command], click.Command]:
    """Make a command of a function that gives what is published of the chosen claims.

    The command has the function's name, docstring and `options`. `summary` is its line in the
    help of the group; `extra` names what to install for the libraries that its renderer needs,
    and `output` tells how the result is written.
    """

    def command_of(make: Command) -> click.Command:
        def made(chosen: ChosenClaims, values: dict[str, Any]) -> Any:
            """Return the text to publish; the claims, which take much memory, are freed by then."""
            from claim_tracker.io.collector import collector_paused

            report = chosen.report()
            if "corrections" in values:
                wanted = values["corrections"]
                values["corrections"] = _corrections(report, chosen) if wanted else None
            with needs_extra(extra), collector_paused():
                return make(report, **values)

        @export.command(make.__name__, help=make.__doc__, short_help=summary)
        @choosing_options()
        @all_options(*options, output.option, color_option)
        def command(chosen: ChosenClaims, /, **values: Any) -> None:
            where = values.pop("output")
            output.write(made(chosen, values), where)

        return command

    return command_of


def _corrections(report: "Report", chosen: ChosenClaims) -> "list[Correction]":
    """Return the corrections of the chosen claims up to the day of a report. Raises Failure.

    Those of claims that are gone are among them where no claims are chosen. As of the present
    moment all commits are among them, whatever day their authors' clocks and time zones gave them.
    """
    from claim_tracker.compare.claim_log import Commit
    from claim_tracker.history.corrections import corrections_in
    from claim_tracker.io.files import STANDARD_INPUT

    ids = [state.claim.id for state in report.claims] if chosen.has_filters else None
    if ids == []:
        return []
    with failures():
        paths = paths_named(chosen.files)
    if STANDARD_INPUT in paths:
        raise Failure("`--corrections` reads the files once more", "name a file with `-f`, not `-`")
    with failures():
        found, _ = corrections_in(paths, ids=ids or ())
    every, last = isinstance(chosen.as_of, datetime), report.as_of.isoformat()
    return [
        each for each in found if each.iso_day <= last or (every and isinstance(each.by, Commit))
    ]


_corrections_option = click.option(
    "--corrections",
    is_flag=True,
    help="Also list what was corrected, as `tracker corrections` finds it.",
)


@export_format(
    "A feed of what became known, and of deadlines that passed.",
    click.option(
        "--title", type=TextType(), help="The title of the feed. Default: that of the file."
    ),
    click.option("--url", type=UrlType(), help="Where the feed will stand."),
    click.option(
        "--publisher",
        type=TextType(),
        metavar="NAME",
        help="The author of the feed. Default: the `publisher` that the files name.",
    ),
    click.option(
        "--limit",
        type=click.IntRange(min=0),
        default=FEED_LIMIT,
        show_default=True,
        help="The most entries; 0 for all.",
    ),
    extra="languages",
)
def atom(
    report: "Report", *, title: str | None, url: str | None, publisher: str | None, limit: int
) -> str:
    """Write a feed of updates and of deadlines that passed, in the form of RFC 4287.

    The newest entries come first. An entry keeps its id when others are added.
    """
    from claim_tracker.render.publish.atom import FeedLinks, feed
    from claim_tracker.render.publish.naming import common_text

    title = title or common_text(report, "title")
    return feed(report, title=title, links=FeedLinks(url), publisher=publisher, limit=limit or None)


@export_format(
    "schema.org ClaimReview for claims with an outcome, as JSON-LD.",
    click.option("--publisher", type=TextType(), metavar="NAME", help="Who publishes the claims."),
    click.option("--url", type=UrlType(), help="The page on which the claims are published."),
    extra="languages",
)
def claimreview(report: "Report", *, publisher: str | None, url: str | None) -> str:
    """Write schema.org ClaimReview for claims with an outcome, as JSON-LD.

    Who publishes the claims, and on which page, is what the options say, else the `publisher`
    of the claims file. Each review is at the anchor of the page that is the claim's id.
    """
    from claim_tracker.render.publish.claimreview import NoPublisherError, reviews

    try:
        return reviews(report, name=publisher, page=url)
    except NoPublisherError as error:
        raise Failure(
            f"nobody is named as the publisher of the claims in `{error.file}`, or no page",
            "give `--publisher NAME` and `--url ADDRESS`, or write "
            "`publisher: {name: …, url: …}` in the file",
        ) from error


@export_format(
    "One self-contained page: a scorecard, and each claim with its time.",
    click.option(
        "--title",
        type=TextType(),
        help="The heading of the page. Default: the `title` of the file, else “Claims”.",
    ),
    _corrections_option,
    extra="html",
)
def html(report: "Report", *, title: str | None, corrections: "Sequence[Correction] | None") -> str:
    """Make one self-contained page: sums, a scorecard, and each claim with its line on a time axis.

    It says who publishes it and as of which day it is, asks no server for anything, and can be
    searched and filtered.
    """
    from claim_tracker.render.publish.html import page

    return page(report, title, corrections)


@export_format(
    "A calendar of the open deadlines, and of the days to look again.",
    click.option("--title", type=TextType(), help="The name of the calendar."),
    click.option(
        "--alarm",
        "alarms",
        multiple=True,
        type=SpanType(),
        help="Remind at 9:00, this long before the last day: '7 days', '0 days'. Repeatable.",
    ),
    extra="ics",
)
def ics(report: "Report", *, title: str | None, alarms: "tuple[Within, ...]") -> str:
    """Write a calendar of open deadlines and days to look again, in the form of RFC 5545.

    Each deadline whose claim has no outcome is an all-day event over its period, whether it has
    passed or not. An event keeps its id, so that importing it again makes no second one.
    """
    from claim_tracker.render.publish.ics import calendar

    return calendar(report, title=title, alarms=alarms)


@export_format(
    "A site: a page for each claim, lists, a feed, a calendar and the data.",
    site_title_option,
    click.option(
        "--base-url",
        type=FolderUrlType(),
        help="Where the folder will stand: for search engines, the feed and ClaimReview.",
    ),
    _corrections_option,
    extra="site",
    output=SITE,
)
def site(
    report: "Report",
    *,
    title: str | None,
    base_url: str | None,
    corrections: "Sequence[Correction] | None",
) -> "Mapping[str, bytes]":
    """Write a folder of pages, as a site that needs no server: a page for each claim, and lists.

    The lists are by topic, speaker, organisation and status. Beside them are a feed, a calendar
    and the data. When the folder has been written before, only what changed is written, and what
    is gone is removed; a file that is not of the site is never touched.
    """
    from claim_tracker.render.publish.site import site_files
    from claim_tracker.text.display import utf8

    files = site_files(report, title=title, base_url=base_url, corrections=corrections)
    return {path: utf8(text) for path, text in files}
