"""`tracker record`: what became of a claim, written into its file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.claims.model import Update, fields_of
from claim_tracker.cli.apply_change import Insertion, Manner, make, manner_options
from claim_tracker.cli.context import Clock, Color, Failure, load_files, paths_named, valid
from claim_tracker.cli.field_options import field_options, option_of, source_in, with_source
from claim_tracker.cli.filter_options import nothing_matches
from claim_tracker.cli.interview import SOURCED, ask_update, retry_named
from claim_tracker.cli.options import DataWord, color_option, file_option
from claim_tracker.cli.prompt import can_ask

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
    from claim_tracker.edit.yaml_writer import Fields

_CONTENT = tuple(name for name in fields_of(Update) if name not in ("date", "source"))


@click.command()
@click.argument("claim_id", metavar="ID", type=DataWord("id"))
@file_option
@field_options(Update)
@click.option(
    "--nothing-new", is_flag=True, help="Somebody looked, and there was nothing to record."
)
@manner_options
@color_option
@click.pass_obj
def record(
    clock: Clock,
    /,
    *,
    claim_id: str,
    files: tuple[str, ...],
    nothing_new: bool,
    yes: bool,
    diff: bool,
    color: Color,
    **given: Any,
) -> None:
    """Record what became of a claim.

    The update is put into the file of the claim, where its date belongs; every other byte of
    the file stays. Without options it asks. The change is shown before it is written.
    """
    as_of = clock()
    given = with_source(given)
    interactive = not (_has_content(given) or nothing_new)
    if interactive and not can_ask():
        *options, last = (option_of(Update, name) for name in _CONTENT if name != "happened")
        use = f"{', '.join(f'--{option}' for option in options)} or --{last}"
        raise click.UsageError(f"There is nothing to record; use {use}, or --nothing-new.")
    if nothing_new and any(given[name] is not None for name in _CONTENT if name != "review"):
        raise click.UsageError("--nothing-new records that there was nothing else to record.")
    if not interactive:
        _refuse_without_source(given)
    loaded = load_files(files, as_of)
    entry = _entry(valid(loaded, color, "nothing is written"), claim_id)
    if interactive:
        given |= ask_update(entry, as_of, given)
        if not _has_content(given):
            click.echo("There is nothing to record; nothing was written.", err=True)
            return

    def fields(file: "TrackedFile", _: "Tracker") -> "Fields":
        day = given["date"] or file.day(as_of).isoformat()
        content = {name: given[name] for name in _CONTENT}
        written = {"date": day, **content, "source": source_in(file, given["source"])}
        return {name: value for name, value in written.items() if value is not None}

    change = Insertion(loaded, paths_named(files), entry.file.name, as_of, entry.claim.id, fields)
    command = ("record", entry.claim.id, *(part for name in files for part in ("-f", name)))
    with retry_named(command, given if interactive else {}):
        make(change, Manner(yes, diff, color))


def _has_content(given: Mapping[str, Any]) -> bool:
    return any(given.get(name) is not None for name in _CONTENT)


def _refuse_without_source(given: Mapping[str, Any]) -> None:
    """Raise UsageError for a field that needs a source where none is given."""
    for name in SOURCED:
        if given[name] is not None and given["source"] is None:
            raise click.UsageError(f"--{name} needs a source: use --source or --source-url.")


def _entry(tracker: "Tracker", claim_id: str) -> "Entry":
    """Return the claim of an id. Raises Failure for an unknown id, and for standard input."""
    from claim_tracker.claims.filters import Unmatched
    from claim_tracker.loading import STDIN_NAME
    from claim_tracker.text.suggest import nearest

    entry = next((entry for entry in tracker if entry.claim.id == claim_id), None)
    if entry is None:
        near = nearest(claim_id, [entry.claim.id for entry in tracker])
        raise nothing_matches([Unmatched("ids", claim_id, near)])
    if entry.file.name == STDIN_NAME:
        raise Failure("standard input cannot be written to", "name the file with `-f`")
    return entry
