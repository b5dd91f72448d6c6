"""`tracker show`: single claims whole, with their history."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.choosing import chosen_report
from claim_tracker.cli.options import (
    DataWord,
    as_of_option,
    color_option,
    file_option,
    format_option,
    output_option,
)
from claim_tracker.cli.rim import Clock, Color, Failure, paper, put
from claim_tracker.cli.rim import show as show_lines

if TYPE_CHECKING:
    from claim_tracker.dates import Period
    from claim_tracker.status import ClaimState
    from claim_tracker.views.paper import Paper


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", type=DataWord("id"))
@file_option
@as_of_option
@format_option("text", "json")
@output_option
@color_option
@click.pass_obj
def show(
    clock: Clock,
    *,
    ids: tuple[str, ...],
    files: tuple[str, ...],
    as_of: "Period | None",
    form: str,
    output: str | None,
    color: Color,
) -> None:
    """Show single claims whole, with their history.

    IDs may have the wildcards * and ?.
    """
    from claim_tracker.selection import Selection
    from claim_tracker.views.rows import as_json

    wanted = chosen_report(clock, files, as_of, color, {"ids": ids})
    for claim_id in ids:
        if not any(map(Selection(ids=(claim_id,)).chooses, wanted.claims)):
            raise Failure(
                f"`{claim_id}` had not been stated by {wanted.as_of}",
                "choose a later day with `--as-of`",
            )
    if form == "json":
        put(as_json(wanted), output)
        return
    page = paper(color, output)
    show_lines(_cards(wanted.claims, page), page, output)


def _cards(states: "Sequence[ClaimState]", page: "Paper") -> Iterator[str]:
    from claim_tracker.views.card import card

    for index, state in enumerate(states):
        if index:
            yield from ("", "")
        yield from card(state, page)
