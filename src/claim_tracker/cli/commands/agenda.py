"""`tracker agenda`: what somebody has to look at."""

from typing import TYPE_CHECKING

import click

from claim_tracker.claims.agenda import SOON, STALE
from claim_tracker.cli.options.filter_options import ChosenClaims, choosing_options
from claim_tracker.cli.options.param_types import SpanType, WordType
from claim_tracker.cli.options.shared import format_option, view_options
from claim_tracker.cli.output import layout_for, write_text, write_view
from claim_tracker.io.exit_codes import DONE, FOUND

if TYPE_CHECKING:
    from claim_tracker.dates import Within


@click.command()
@choosing_options()
@click.option(
    "--within",
    type=SpanType(),
    default=SOON.text,
    show_default=True,
    help="Deadlines that end within this span are to be looked at too.",
)
@click.option(
    "--stale",
    type=SpanType(),
    default=STALE.text,
    show_default=True,
    help="What has no outcome, and nobody has looked at for this span, is to be looked at too.",
)
@format_option("text", "json", "jsonl", "csv", "markdown")
@view_options(
    click.option(
        "--fail-on",
        multiple=True,
        type=WordType(["any", "overdue", "review"]),
        help="Exit with 1 when something is shown for this reason, or for any.",
    )
)
def agenda(
    chosen: ChosenClaims,
    /,
    *,
    within: "Within",
    stale: "Within",
    form: str,
    output: str | None,
    fail_on: tuple[str, ...],
) -> int:
    """Say what somebody has to look at, why, and what records it.

    Each claim is there once: its deadline has passed and it has no outcome; its day to look again
    has come; its deadline ends soon; or it has no outcome and nobody has looked for some time.

    Claims are chosen as by `tracker status`.
    """
    from claim_tracker.claims.agenda import agenda_of
    from claim_tracker.render.data import agenda as data
    from claim_tracker.render.terminal.agenda import agenda_lines

    report = chosen.report()
    items = agenda_of(report.claims, within, stale)
    match form:
        case "json":
            write_text(data.agenda_json(report, items), output)
        case "jsonl":
            write_text(data.agenda_json_lines(items), output)
        case "csv":
            write_text(data.agenda_csv(items), output)
        case "markdown":
            write_text(data.agenda_markdown(report, items, chosen.files), output)
        case _:
            write_view(agenda_lines(items, report.as_of, chosen.files, layout_for(output)), output)
    fails = {"any", *(item.reason for item in items)} if items else set()
    return FOUND if not fails.isdisjoint(fail_on) else DONE
