"""`tracker add`: a claim, written into a file."""

from typing import Any

import click

from claim_tracker.claims.model import Claim
from claim_tracker.cli.context import Clock
from claim_tracker.cli.editing.add_claim import Run, add_claim
from claim_tracker.cli.editing.apply_change import ChangeOptions, change_options
from claim_tracker.cli.options.field_options import field_options, with_places, with_source
from claim_tracker.cli.options.param_types import PathType
from claim_tracker.cli.options.shared import color_option, lasting_file_option
from claim_tracker.cli.prompts.prompt import confirm


@click.command()
@lasting_file_option
@field_options(Claim)
@click.option(
    "--to",
    metavar="FILE",
    type=PathType(),
    help="The file to add it to, where several are loaded.",
)
@change_options
@color_option
@click.pass_obj
def add(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    to: str | None,
    yes: bool,
    diff: bool,
    **given: Any,
) -> None:
    """Add a claim to a file.

    It is put after the other claims; every other byte of the file stays. What is needed and not
    given is asked for. The change is shown before it is written.
    """
    run = Run(clock, files, to, ChangeOptions(yes, diff))
    form, written = add_claim(run, with_places(with_source(given)), {})
    while written and form.is_filled and _wants_another():
        form, written = add_claim(run._replace(to=form.file.name), {}, form.another())


def _wants_another() -> bool:
    try:
        return confirm("Another claim from the same source?")
    except click.Abort:  # nothing is left open
        return False
