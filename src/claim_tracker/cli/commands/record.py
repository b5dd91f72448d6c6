"""`tracker record`: what became of a claim, written into its file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import SOURCED, Update
from claim_tracker.cli.context import Clock, Failure, paths_named
from claim_tracker.cli.editing.apply_change import ChangeOptions, Insertion, change_options, insert
from claim_tracker.cli.loaded import load_files, valid
from claim_tracker.cli.options.field_options import field_options, option_of, with_source
from claim_tracker.cli.options.param_types import DataWordType
from claim_tracker.cli.options.shared import color_option, lasting_file_option
from claim_tracker.cli.output import layout_for
from claim_tracker.cli.prompts.claim_choice import claim_chosen, claim_named
from claim_tracker.cli.prompts.claim_forms import UpdateForm
from claim_tracker.cli.prompts.interview import answers_kept, show_answers
from claim_tracker.cli.prompts.prompt import can_ask, show_keys

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, Tracker

_CONTENT = tuple(name for name in fields_of(Update) if name not in ("date", "source"))


@click.command()
@click.argument("claim_id", metavar="[ID]", required=False, type=DataWordType("id"))
@lasting_file_option
@field_options(Update)
@click.option(
    "--nothing-new", is_flag=True, help="Somebody looked, and there was nothing to record."
)
@change_options
@color_option
@click.pass_obj
def record(
    clock: Clock,
    /,
    *,
    claim_id: str | None,
    files: tuple[str, ...],
    nothing_new: bool,
    yes: bool,
    diff: bool,
    **given: Any,
) -> None:
    """Record what became of a claim.

    The update is put into the file of the claim, where its date belongs; every other byte of
    the file stays. Without an ID it offers the agenda, and without options it asks. The change is
    shown before it is written.
    """
    from claim_tracker.render.phrases import file_options

    as_of = clock()
    given = with_source(given)
    if claim_id is None and not can_ask():
        raise click.UsageError("Missing argument 'ID'; `tracker agenda` shows what is waiting.")
    interactive = _is_interactive(given, nothing_new=nothing_new)
    loaded = load_files(files, as_of)
    tracker = valid(loaded, "nothing is written")
    if claim_id is None:
        claim_id = claim_chosen(tracker, as_of)
    entry = _entry(tracker, claim_named(claim_id, [entry.claim.id for entry in tracker]))
    form = UpdateForm(tracker, entry, given, as_of)
    command = ("record", entry.claim.id, *file_options(files))
    with answers_kept(command, form):
        if interactive:
            _show_claim(entry, form)
            form.fill()
            if not form.has_content:
                click.echo("There is nothing to record; nothing was written.", err=True)
                return
        insertion = Insertion(loaded, paths_named(files), as_of, form)
        written = insert(insertion, ChangeOptions(yes, diff))
    if not written:
        show_answers(command, form)


def _is_interactive(given: Mapping[str, Any], *, nothing_new: bool) -> bool:
    """Whether the fields are asked for, as none is given.

    Raises UsageError without a terminal for that, and for options that do not go together.
    """
    content = {name for name in _CONTENT if given[name] is not None}
    if nothing_new and content - {"review"}:
        raise click.UsageError("--nothing-new records that there was nothing else to record.")
    if content or nothing_new:
        for name in SOURCED:
            if name in content and given["source"] is None:
                raise click.UsageError(f"--{name} needs a source: use --source or --source-url.")
        return False
    if not can_ask():
        *options, last = (option_of(Update, name) for name in _CONTENT if name != "happened")
        use = f"{', '.join(f'--{option}' for option in options)} or --{last}"
        raise click.UsageError(f"There is nothing to record; use {use}, or --nothing-new.")
    return True


def _entry(tracker: "Tracker", claim_id: str) -> "Entry":
    """Return the claim of an id. Raises Failure for standard input."""
    from claim_tracker.loading import STDIN_NAME

    entry = next(entry for entry in tracker if entry.claim.id == claim_id)
    if entry.file.name == STDIN_NAME:
        raise Failure("standard input cannot be written to", "name the file with `-f`")
    return entry


def _show_claim(entry: "Entry", form: UpdateForm) -> None:
    """Show a claim as it stands, and what keys do, on standard error."""
    from claim_tracker.claims.state import state_of
    from claim_tracker.render.terminal.card import card

    state = state_of(entry, entry.file.day(form.as_of))
    if state is not None:
        for line in card(state, layout_for(errors=True)):
            click.echo(line, err=True)
    click.echo(err=True)
    show_keys()
