"""`tracker status`: which deadlines have passed, and what became of each claim."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.cli.options.filter_options import ChosenClaims, choosing_options, sort_option
from claim_tracker.cli.options.param_types import WordType
from claim_tracker.cli.options.shared import day_of, format_option, since_option, view_options
from claim_tracker.cli.output import layout_for, scrolls, write_text, write_view
from claim_tracker.io.exit_codes import DONE, FOUND

if TYPE_CHECKING:
    from datetime import date

    from claim_tracker.claims.choices import Order
    from claim_tracker.claims.report import Report
    from claim_tracker.claims.state import ClaimState
    from claim_tracker.dates import Within


@click.command()
@choosing_options()
@sort_option("urgency")
@since_option(
    "Show what was found out, moved, passed or was added after this date, or in the last"
    " such span: '1 week'."
)
@click.option("--short", is_flag=True, help="Show each claim on one line.")
@format_option("table", "json", "jsonl", "csv", "markdown")
@view_options(
    click.option(
        "--fail-on",
        multiple=True,
        type=WordType([*STATUSES, "passed"]),
        metavar="WORD",
        help="Exit with 1 when a claim with this status is shown; `passed` is any passed deadline.",
    )
)
def status(
    chosen: ChosenClaims,
    /,
    *,
    sort: "Order",
    since: "date | Within | None",
    short: bool,
    form: str,
    output: str | None,
    fail_on: tuple[str, ...],
) -> int:
    """Say which deadlines have passed, and what became of each claim.

    IDs and options choose claims. IDs, and names such as those of topics, may have the wildcards
    * and ?. Of several values of one option any will do; several options must all hold.

    The most urgent claims come first; in a terminal where they would scroll away, with no pager
    to hold them, they come last, above the prompt.
    """
    from claim_tracker.claims.filters import ordered

    found = chosen.report()
    report = found.of(ordered(found.claims, sort))
    happened = None
    if since is not None:
        from claim_tracker.claims.happenings import happenings

        happened = happenings(report.claims, day_of(since, report.as_of))
        ids = happened.ids()
        report = report.of(state for state in report.claims if state.claim.id in ids)
    if form == "table" and happened is not None:
        from claim_tracker.render.terminal.status import since_table

        write_view(since_table(report, happened, layout_for(output), short=short), output)
    elif form == "table":
        _write_table(report, output, short=short, urgent_first=sort == "urgency")
    else:
        from claim_tracker.render.data.rows import FORMS

        write_text(FORMS[form](report), output)
    return FOUND if any(_fails(state, fail_on) for state in report.claims) else DONE


def _write_table(report: "Report", output: str | None, *, short: bool, urgent_first: bool) -> None:
    """Write the claims; where the first of them would scroll away, the most urgent come last."""
    from claim_tracker.render.terminal.status import status_table

    layout = layout_for(output)
    lines = list(status_table(report, layout, short=short))
    if urgent_first and scrolls(lines, output):
        lines = list(status_table(report, layout, short=short, urgent_last=True))
    write_view(lines, output)


def _fails(state: "ClaimState", words: Sequence[str]) -> bool:
    return state.status in words or ("passed" in words and state.deadline_passed)
