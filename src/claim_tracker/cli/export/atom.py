"""`tracker export atom`: a feed of what became known, and of deadlines that passed."""

from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock, Color, put
from claim_tracker.cli.filter_options import choosing_options, chosen_report
from claim_tracker.cli.options import (
    AddressType,
    TextType,
    as_of_option,
    color_option,
    file_option,
    output_option,
)

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment


@click.command()
@file_option
@as_of_option()
@choosing_options
@click.option("--title", type=TextType(), help="The title of the feed.")
@click.option("--url", type=AddressType(), help="Where the feed will stand.")
@click.option(
    "--publisher",
    type=TextType(),
    metavar="NAME",
    help="The author of the feed. Default: the `publisher` that the files name.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=100,
    show_default=True,
    help="The most entries; 0 for all.",
)
@output_option
@color_option
@click.pass_obj
def atom(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Moment",
    title: str | None,
    url: str | None,
    publisher: str | None,
    limit: int,
    output: str | None,
    color: Color,
    **chosen: Any,
) -> None:
    """Write a feed of updates and of deadlines that passed, in the form of RFC 4287.

    The newest entries come first. An entry keeps its id when others are added.
    """
    from claim_tracker.render.publish.atom import TITLE, feed

    report = chosen_report(clock, files, as_of, color, chosen)
    text = feed(
        report,
        title=title or TITLE,
        address=url,
        publisher=publisher,
        limit=limit or None,
    )
    put(text, output)
