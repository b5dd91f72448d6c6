"""`tracker show`: single claims whole, with their history."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.options import (
    DataWord,
    Word,
    as_of_option,
    color_option,
    file_option,
    output_option,
)
from claim_tracker.cli.rim import Clock, Color, Failure, load_valid, paper, put
from claim_tracker.cli.rim import show as show_lines
from claim_tracker.cli.status import nothing_matches

if TYPE_CHECKING:
    from claim_tracker.dates import Period
    from claim_tracker.status import ClaimState
    from claim_tracker.views.paper import Paper


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", type=DataWord("id"))
@file_option
@as_of_option
@click.option(
    "--format",
    "form",
    type=Word(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
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
    from claim_tracker.selection import Selection, unmatched
    from claim_tracker.status import report
    from claim_tracker.views.rows import as_json

    tracker = load_valid(files, clock, as_of, color)
    selection = Selection(ids=ids)
    missing = unmatched(selection, tracker)
    if missing:
        raise nothing_matches(missing)
    whole = report(tracker, as_of.earliest if as_of is not None else clock())
    for claim_id in ids:
        if not any(map(Selection(ids=(claim_id,)).chooses, whole.claims)):
            raise Failure(
                f"`{claim_id}` had not been stated by {whole.as_of}",
                "choose a later day with `--as-of`",
            )
    wanted = whole.of(filter(selection.chooses, whole.claims))
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
