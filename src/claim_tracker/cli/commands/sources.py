"""`tracker sources`: what claims stand on, and who cites it."""

import click

from claim_tracker.cli.options.filter_options import ChosenClaims, choosing_options
from claim_tracker.cli.options.shared import format_option, view_options
from claim_tracker.cli.output import layout_for, write_text, write_view


@click.command()
@choosing_options()
@click.option("--unarchived", is_flag=True, help="Only those without a lasting copy.")
@click.option("--repeated", is_flag=True, help="Only those that are written more than once.")
@format_option("text", "json", "jsonl", "csv", "markdown")
@view_options()
def sources(
    chosen: ChosenClaims,
    /,
    *,
    unarchived: bool,
    repeated: bool,
    form: str,
    output: str | None,
) -> None:
    """List the sources, who cites them, and which have no lasting copy.

    Sources with the same address are one, however often it is written. Claims are chosen as by
    `tracker status`: then only what these cite is listed, else also what no claim cites.
    """
    from claim_tracker.claims.sources import chosen_sources, cited_sources
    from claim_tracker.render.data import sources as data
    from claim_tracker.render.terminal.sources import sources_lines

    report = chosen.report()
    cited = cited_sources(report.claims, () if chosen.has_filters else report.tracked)
    found = list(chosen_sources(cited, unarchived=unarchived, repeated=repeated))
    match form:
        case "json":
            write_text(data.sources_json(report, found), output)
        case "jsonl":
            write_text(data.sources_json_lines(found), output)
        case "csv":
            write_text(data.sources_csv(found), output)
        case "markdown":
            write_text(data.sources_markdown(report, found), output)
        case _:
            write_view(sources_lines(report.as_of, found, layout_for(output)), output)
