"""`tracker timeline`: the claims on a time axis."""

from typing import TYPE_CHECKING

import click

from claim_tracker.cli.options.filter_options import ChosenClaims, choosing_options, sort_option
from claim_tracker.cli.options.param_types import DateType
from claim_tracker.cli.options.shared import view_options
from claim_tracker.cli.output import layout_for, write_view

if TYPE_CHECKING:
    from claim_tracker.claims.choices import Order
    from claim_tracker.dates import Period


@click.command()
@choosing_options()
@sort_option("due")
@click.option(
    "--from",
    "start",
    type=DateType(),
    help="Draw from this date on. Default: what the claims need.",
)
@click.option("--to", "end", type=DateType(), help="Draw up to this date.")
@click.option(
    "--ascii",
    "plain",
    is_flag=True,
    help="Draw with plain ASCII, as is done where the terminal has no other characters.",
)
@view_options()
def timeline(
    chosen: ChosenClaims,
    /,
    *,
    sort: "Order",
    start: "Period | None",
    end: "Period | None",
    plain: bool,
    output: str | None,
) -> None:
    """Draw the claims on a time axis.

    Each deadline is a bar over its whole period; one that was moved has a row for each step.
    The time past a deadline is dotted, until it was moved, until the outcome, or until now.
    Claims are chosen as by `tracker status`.
    """
    from claim_tracker.claims.filters import ordered
    from claim_tracker.render.terminal.timeline import timeline_picture

    if start is not None and end is not None and start.earliest > end.latest:
        raise click.UsageError(
            f"--from {start.text} is after --to {end.text}; write the earlier date with --from."
        )
    found = chosen.report()
    layout = layout_for(output)
    if plain:
        layout = layout._replace(encoding="ascii")
    report = found.of(ordered(found.claims, sort))
    write_view(timeline_picture(report, layout, start, end), output)
