"""`tracker log`: the life of a claim, from the git history of its file."""

import click

from claim_tracker.cli.context import failures, paths_named
from claim_tracker.cli.options.filter_options import unknown_ids_failure
from claim_tracker.cli.options.param_types import DataWordType
from claim_tracker.cli.options.shared import file_option, format_option, view_options
from claim_tracker.cli.output import layout_for, write_text, write_view


@click.command()
@click.argument("claim_id", metavar="ID", type=DataWordType("id"))
@file_option
@click.option("--reverse", is_flag=True, help="Begin with the oldest commit.")
@format_option("text", "json")
@view_options()
def log(
    *,
    claim_id: str,
    files: tuple[str, ...],
    reverse: bool,
    form: str,
    output: str | None,
) -> None:
    """Tell a claim's life: each commit that changed it, by whom, and what changed.

    The newest comes first, and before it what is not committed. The claim is followed over
    renamed files, and over a renamed id where it is clear which claim it was.
    """
    from claim_tracker.cli.known_values import known_values
    from claim_tracker.compare.claim_log import log_events
    from claim_tracker.history.log import history

    with failures(), history(paths_named(files)) as (steps, read):
        events = log_events(claim_id, steps, read)
    if not events:
        raise unknown_ids_failure([claim_id], known_values("id", files))
    events = events[::-1] if reverse else events
    if form == "json":
        from claim_tracker.render.data.diff_json import log_json

        write_text(log_json(claim_id, events), output)
        return
    from claim_tracker.render.terminal.diff import log_text

    write_view(log_text(events, layout_for(output)), output)
