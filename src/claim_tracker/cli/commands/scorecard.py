"""`tracker scorecard`: how claims turned out, by who made them or what they are about."""

from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.choices import SCORE_ORDERS, SCORED_BY, By, ScoreOrder
from claim_tracker.cli.context import Clock
from claim_tracker.cli.options.filter_options import filter_options, filtered_report
from claim_tracker.cli.options.param_types import WordType
from claim_tracker.cli.options.shared import (
    as_of_option,
    color_option,
    file_option,
    format_option,
    output_option,
    pager_option,
)
from claim_tracker.cli.output import layout_for, write_text, write_view

if TYPE_CHECKING:
    from claim_tracker.claims.scorecard import Scorecard
    from claim_tracker.claims.tracker import Moment


@click.command()
@file_option
@as_of_option()
@click.option(
    "--by",
    type=WordType(SCORED_BY),
    default="speaker",
    show_default=True,
    help="What the claims are counted by. A source is the first one of a claim, by its publisher,"
    " else its host.",
)
@filter_options
@click.option(
    "--sort",
    type=WordType(SCORE_ORDERS),
    default="claims",
    show_default=True,
    help="Most claims first, highest share kept, most overdue, or by name.",
)
@format_option("table", "json", "jsonl", "csv", "markdown")
@output_option
@color_option
@pager_option
@click.pass_obj
def scorecard(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Moment",
    by: By,
    sort: ScoreOrder,
    form: str,
    output: str | None,
    **filters: Any,
) -> None:
    """Count what was kept, late, broken and is open, by speaker or source.

    Kept is counted as a share of what is decided: kept, partly kept or broken. A claim whose
    deadline has passed without an outcome is overdue, and not decided. By source, a claim counts
    for its first source alone.

    IDs choose claims, and may have the wildcards * and ?. Of several values of one option any
    will do; several options must all hold.
    """
    from claim_tracker.claims.scorecard import scorecard as scorecard_of

    card = scorecard_of(filtered_report(clock, files, as_of, filters), by, sort)
    _write(card, form, output)


def _write(card: "Scorecard", form: str, output: str | None) -> None:
    if form == "table":
        from claim_tracker.render.terminal.scorecard import scorecard_table

        write_view(scorecard_table(card, layout_for(output)), output)
        return
    from claim_tracker.render.data import scorecard as data

    writers = {
        "json": data.scorecard_json,
        "jsonl": data.scorecard_json_lines,
        "csv": data.scorecard_csv,
        "markdown": data.scorecard_markdown,
    }
    write_text(writers[form](card), output)
