"""`tracker edit`: a claim in the editor of a person's own, and a check when it comes back."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claim_tracker.cli.commands.check import check
from claim_tracker.cli.context import Clock, Failure, failures
from claim_tracker.cli.loaded import load_files, valid
from claim_tracker.cli.options.param_types import DataWordType
from claim_tracker.cli.options.shared import color_option, lasting_file_option
from claim_tracker.cli.prompts.claim_choice import claim_chosen, claim_named
from claim_tracker.cli.prompts.prompt import can_ask

if TYPE_CHECKING:
    from claim_tracker.loading import Loaded


@click.command()
@click.argument("claim_id", metavar="[ID]", required=False, type=DataWordType("id"))
@lasting_file_option
@color_option
@click.pass_context
def edit(ctx: click.Context, /, *, claim_id: str | None, files: tuple[str, ...]) -> int:
    """Open a claim in your editor, and check what comes back.

    The editor is VISUAL, EDITOR, or else a usual one. Without an ID it offers the agenda. Exit
    status 1 when there is an error then.
    """
    from claim_tracker.io.editor import at_line, editor_of, run_editor

    clock: Clock = ctx.obj
    with failures():
        editor = editor_of(os.environ)
    loaded = load_files(files, clock())
    lines = _lines(loaded)
    if claim_id is None:
        if not can_ask():
            raise click.UsageError("Missing argument 'ID'; `tracker agenda` shows what is waiting.")
        claim_id = claim_chosen(valid(loaded, "name the claim to edit"), clock())
    path, line = lines[claim_named(claim_id, [*lines])]
    with failures():
        status = run_editor(at_line(editor, path, line))
    if status != 0:
        click.echo(f"The editor ended with status {status}.", err=True)
    if not Path(path).exists():
        raise Failure(f"`{path}` is gone since the editor was opened", "put it back, and check it")
    result: int = ctx.invoke(check, paths=(), files=files, as_of=clock())
    return result


def _lines(loaded: "Loaded") -> dict[str, tuple[str, int]]:
    """Return the file and the line of each claim that has an id. Raises Failure without a file."""
    from claim_tracker.checks.paths import id_in
    from claim_tracker.loading import STDIN_NAME
    from claim_tracker.yaml import mappings_in

    found: dict[str, tuple[str, int]] = {}
    for document in loaded.documents:
        if document.name == STDIN_NAME:
            raise Failure("standard input cannot be edited", "name the file with `-f`")
        claims = document.root.get("claims") if isinstance(document.root, dict) else None
        for index, claim in mappings_in(claims):
            claim_id = id_in(claim)
            if claim_id is not None:
                line = document.span(("claims", index)).line
                found.setdefault(claim_id, (document.name, line))
    return found
