"""`tracker scorecard`: how claims turned out, by who made them or what they are about."""

import click

from claim_tracker.claims.choices import SCORE_ORDERS, SCORED_BY, By, ScoreOrder
from claim_tracker.cli.options.filter_options import ChosenClaims, choosing_options
from claim_tracker.cli.options.param_types import WordType
from claim_tracker.cli.options.shared import format_option, view_options
from claim_tracker.cli.output import layout_for, write_text, write_view


@click.command()
@choosing_options(
    click.option(
        "--by",
        type=WordType(SCORED_BY),
        default="speaker",
        show_default=True,
        help="What the claims are counted by. A source is the first one of a claim, by its"
        " publisher, else its host.",
    )
)
@click.option(
    "--sort",
    type=WordType(SCORE_ORDERS),
    default="claims",
    show_default=True,
    help="Most claims first, highest share kept, most overdue, or by name.",
)
@format_option("table", "json", "jsonl", "csv", "markdown")
@view_options()
def scorecard(
    chosen: ChosenClaims,
    /,
    *,
    by: By,
    sort: ScoreOrder,
    form: str,
    output: str | None,
) -> None:
    """Count what was kept, late, broken and is open, by speaker or source.

    Kept is counted as a share of what is decided: kept, partly kept or broken. A claim whose
    deadline has passed without an outcome is overdue, and not decided. By source, a claim counts
    for its first source alone.

    Claims are chosen as by `tracker status`.
    """
    from claim_tracker.claims.scorecard import scorecard_of

    card = scorecard_of(chosen.report(), by, sort)
    if form == "table":
        from claim_tracker.render.terminal.scorecard import scorecard_table

        write_view(scorecard_table(card, layout_for(output)), output)
    else:
        from claim_tracker.render.data.scorecard import FORMS

        write_text(FORMS[form](card), output)
