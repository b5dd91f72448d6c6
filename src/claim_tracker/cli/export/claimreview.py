"""`tracker export claimreview`: schema.org ClaimReview for claims with an outcome."""

from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock, Color, Failure, put
from claim_tracker.cli.filter_options import choosing_options, chosen_report
from claim_tracker.cli.options import (
    AddressType,
    TextType,
    as_of_option,
    color_option,
    file_option,
    output_option,
)

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment


@click.command()
@file_option
@as_of_option()
@choosing_options
@click.option("--publisher", type=TextType(), metavar="NAME", help="Who publishes the claims.")
@click.option("--url", type=AddressType(), help="The page on which the claims are published.")
@output_option
@color_option
@click.pass_obj
def claimreview(
    clock: Clock,
    /,
    *,
    files: tuple[str, ...],
    as_of: "Moment",
    publisher: str | None,
    url: str | None,
    output: str | None,
    color: Color,
    **chosen: Any,
) -> None:
    """Write schema.org ClaimReview for claims with an outcome, as JSON-LD.

    Who publishes the claims, and on which page, is what the options say, else the `publisher`
    of the claims file. Each review is at the anchor of the page that is the claim's id.
    """
    from claim_tracker.render.publish.claimreview import NoPublisherError, reviews

    report = chosen_report(clock, files, as_of, color, chosen)
    try:
        text = reviews(report, name=publisher, page=url)
    except NoPublisherError as error:
        raise Failure(
            f"nobody is named as the publisher of the claims in `{error.file}`, or no page",
            "give `--publisher NAME` and `--url ADDRESS`, or write "
            "`publisher: {name: …, url: …}` in the file",
        ) from error
    put(text, output)
