"""`tracker sources`: what claims stand on, and who cites it."""

from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock
from claim_tracker.cli.loaded import load_valid
from claim_tracker.cli.options.filter_options import chosen_report, filter_options
from claim_tracker.cli.options.shared import (
    as_of_option,
    color_option,
    file_option,
    format_option,
    output_option,
    pager_option,
)
from claim_tracker.cli.output import layout_for, write_text, write_view

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment


@click.command()
@file_option
@as_of_option()
@filter_options
@click.option("--unarchived", is_flag=True, help="Only those without a lasting copy.")
@click.option("--repeated", is_flag=True, help="Only those that are written more than once.")
@format_option("text", "json", "jsonl", "csv", "markdown")
@output_option
@color_option
@pager_option
@click.pass_obj
def sources(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Moment",
    unarchived: bool,
    repeated: bool,
    form: str,
    output: str | None,
    **filters: Any,
) -> None:
    """List the sources, who cites them, and which have no lasting copy.

    Sources with the same address are one, however often it is written. Where claims are chosen,
    only what these cite is listed; else also what no claim cites.
    """
    from claim_tracker.claims.sources import chosen_sources, cited_sources
    from claim_tracker.render.data import sources as data
    from claim_tracker.render.terminal.sources import sources_lines

    tracker = load_valid(files, clock, as_of)
    report = chosen_report(tracker, as_of, filters)
    is_whole = not any(value not in ((), None) for value in filters.values())
    cited = cited_sources(report.claims, tracker.files if is_whole else ())
    found = list(chosen_sources(cited, unarchived=unarchived, repeated=repeated))
    match form:
        case "json":
            write_text(data.sources_json(report.as_of, report.files, found), output)
        case "jsonl":
            write_text(data.sources_json_lines(found), output)
        case "csv":
            write_text(data.sources_csv(found), output)
        case "markdown":
            write_text(data.sources_markdown(report.as_of, found), output)
        case _:
            write_view(sources_lines(report.as_of, found, layout_for(output)), output)
