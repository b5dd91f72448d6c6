"""`tracker export ics`: a calendar of the open deadlines."""

from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock, Color, put
from claim_tracker.cli.export import extra
from claim_tracker.cli.filter_options import choosing_options, chosen_report
from claim_tracker.cli.options import (
    SpanType,
    TextType,
    as_of_option,
    color_option,
    file_option,
    output_option,
)

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.dates import Within


@click.command()
@file_option
@as_of_option()
@choosing_options
@click.option("--title", type=TextType(), help="The name of the calendar.")
@click.option(
    "--alarm",
    "alarms",
    multiple=True,
    type=SpanType(),
    help="Remind at 9:00, this long before the last day: '7 days', '0 days'. Repeatable.",
)
@output_option
@color_option
@click.pass_obj
def ics(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Moment",
    title: str | None,
    alarms: "tuple[Within, ...]",
    output: str | None,
    color: Color,
    **chosen: Any,
) -> None:
    """Write a calendar of the open deadlines, in the form of RFC 5545.

    Each deadline whose claim has no outcome is an all-day event over its period, whether it has
    passed or not. An event keeps its id, so that importing it again makes no second one.
    """
    with extra("ics"):
        from claim_tracker.render.publish.ics import TITLE, calendar

    report = chosen_report(clock, files, as_of, color, chosen)
    put(calendar(report, title=title or TITLE, alarms=alarms), output)
