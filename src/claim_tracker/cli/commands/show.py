"""`tracker show`: single claims whole, with their history."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.context import Clock, Failure
from claim_tracker.cli.options.filter_options import ChosenClaims
from claim_tracker.cli.options.param_types import DataWordType
from claim_tracker.cli.options.shared import as_of_option, file_option, format_option, view_options
from claim_tracker.cli.output import layout_for, write_text, write_view

if TYPE_CHECKING:
    from claim_tracker.claims.state import ClaimState
    from claim_tracker.claims.tracker import Moment
    from claim_tracker.render.terminal.layout import Layout


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", type=DataWordType("id"))
@file_option
@as_of_option()
@format_option("text", "json")
@view_options()
@click.pass_obj
def show(
    clock: Clock,
    *,
    ids: tuple[str, ...],
    files: tuple[str, ...],
    as_of: "Moment",
    form: str,
    output: str | None,
) -> None:
    """Show single claims whole, with their history.

    IDs may have the wildcards * and ?.
    """
    from claim_tracker.claims.filters import Selection, unmatched
    from claim_tracker.render.data.rows import as_json

    wanted = ChosenClaims(clock, files, as_of, {"ids": ids}).report()
    missing = unmatched(Selection(ids=ids), [state.entry for state in wanted.claims])
    if missing:
        raise Failure(
            f"`{missing[0].word}` had not been stated by {wanted.as_of}",
            "choose a later day with `--as-of`",
        )
    if form == "json":
        write_text(as_json(wanted), output)
        return
    write_view(_cards(wanted.claims, layout_for(output)), output)


def _cards(states: "Sequence[ClaimState]", layout: "Layout") -> Iterator[str]:
    from claim_tracker.render.terminal.card import card

    for index, state in enumerate(states):
        if index:
            yield from ("", "")
        yield from card(state, layout)
