"""`tracker export html`: one self-contained page."""

from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock, Color, put
from claim_tracker.cli.export import extra
from claim_tracker.cli.filter_options import choosing_options, chosen_report
from claim_tracker.cli.options import (
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
@click.option(
    "--title", type=TextType(), default="Claims", show_default=True, help="The heading of the page."
)
@output_option
@color_option
@click.pass_obj
def html(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Moment",
    title: str,
    output: str | None,
    color: Color,
    **chosen: Any,
) -> None:
    """Make one self-contained page: sums, a timeline, and a card for each claim.

    It says as of which day it is, asks no server for anything, and can be searched and filtered.
    """
    with extra("html"):
        from claim_tracker.render.publish.html import page

    put(page(chosen_report(clock, files, as_of, color, chosen), title), output)
