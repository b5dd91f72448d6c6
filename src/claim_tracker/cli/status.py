"""`tracker status`: which deadlines have passed, and what became of each claim."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.options import (
    DataWord,
    DateType,
    SpanType,
    Word,
    as_of_option,
    color_option,
    file_option,
    output_option,
)
from claim_tracker.cli.rim import Clock, Color, Failure, load_valid, paper, put, show
from claim_tracker.exits import DONE, FOUND
from claim_tracker.words import KINDS, STATUSES

if TYPE_CHECKING:
    from claim_tracker.dates import Period
    from claim_tracker.selection import Order, Unmatched
    from claim_tracker.status import ClaimState, Report

_ORDERS = ("urgency", "due", "status", "id", "stated")
_FORMATS = ("table", "json", "jsonl", "csv", "markdown")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...", type=DataWord("id"))
@file_option
@as_of_option
@click.option(
    "--status",
    multiple=True,
    type=Word(STATUSES),
    metavar="WORD",
    help="Claims with this status: overdue, due, kept, …",
)
@click.option(
    "--kind",
    multiple=True,
    type=Word(KINDS),
    help="Claims of this kind.",
)
@click.option("--topic", multiple=True, type=DataWord("topic"), help="Claims of this topic.")
@click.option("--speaker", multiple=True, type=DataWord("speaker"), help="Claims of this speaker.")
@click.option("--place", multiple=True, type=DataWord("place"), help="Claims about this place.")
@click.option("--tag", multiple=True, type=DataWord("tag"), help="Claims with this tag.")
@click.option(
    "--search", multiple=True, metavar="TEXT", help="Claims that have this text anywhere."
)
@click.option(
    "--due-before", type=DateType(day=False), help="Deadlines that are over before this date."
)
@click.option(
    "--due-within", type=SpanType(), help="Deadlines that end within this span from now: '30 days'."
)
@click.option(
    "--passed/--not-passed",
    default=None,
    help="Deadlines that have passed; or claims whose deadline has not, or that have none.",
)
@click.option(
    "--sort",
    type=Word(_ORDERS),
    default="urgency",
    show_default=True,
    help="The order of the claims.",
)
@click.option(
    "--format",
    "form",
    type=Word(_FORMATS),
    default="table",
    show_default=True,
    help="For people, or for programs.",
)
@output_option
@click.option(
    "--fail-on",
    multiple=True,
    type=Word([*STATUSES, "passed"]),
    metavar="WORD",
    help="Exit with 1 when a claim with this status is shown; `passed` is any passed deadline.",
)
@color_option
@click.pass_obj
def status(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Period | None",
    sort: "Order",
    form: str,
    output: str | None,
    fail_on: tuple[str, ...],
    color: Color,
    **chosen: Any,
) -> int:
    """Say which deadlines have passed, and what became of each claim.

    IDs choose claims, and may have the wildcards * and ?. Several values of one option mean
    or, several options mean and.
    """
    from claim_tracker.selection import Selection, ordered, unmatched
    from claim_tracker.status import report

    tracker = load_valid(files, clock, as_of, color)
    selection = Selection(**chosen)
    missing = unmatched(selection, tracker)
    if missing:
        raise nothing_matches(missing)
    whole = report(tracker, as_of.earliest if as_of is not None else clock())
    wanted = whole.of(ordered(filter(selection.chooses, whole.claims), sort))
    _write(wanted, form, output, color)
    return FOUND if any(_fails(state, fail_on) for state in wanted.claims) else DONE


def nothing_matches(missing: "Sequence[Unmatched]") -> Failure:
    """The failure of words that no claim has: a slip must not look like an empty answer."""
    from claim_tracker.text import cut

    names = {"ids": "id"}
    said = (
        f"no claim has the {names.get(word.field, word.field)} `{cut(word.word, 80)}`"
        for word in missing
    )
    near = (f"did you mean `{word.near}`?" for word in missing if word.near is not None)
    return Failure("; ".join(said), " ".join(near) or "`tracker status` shows what there is")


def _write(report: "Report", form: str, output: str | None, color: Color) -> None:
    if form == "table":
        from claim_tracker.views.status_table import status_table

        page = paper(color, output)
        show(status_table(report, page), page, output)
        return
    from claim_tracker.views import rows

    writers = {
        "json": rows.as_json,
        "jsonl": rows.as_json_lines,
        "csv": rows.as_csv,
        "markdown": rows.as_markdown,
    }
    put(writers[form](report), output)


def _fails(state: "ClaimState", words: Sequence[str]) -> bool:
    return state.status in words or ("passed" in words and state.deadline_passed)
