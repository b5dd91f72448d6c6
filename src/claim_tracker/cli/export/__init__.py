"""`tracker export`: the claims in forms that others read."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from claim_tracker.cli.context import Failure
from claim_tracker.cli.lazy import LazyGroup

FORMATS = {
    "atom": "A feed of what became known, and of deadlines that passed.",
    "claimreview": "schema.org ClaimReview for claims with an outcome, as JSON-LD.",
    "html": "One self-contained page, with a timeline and filters.",
    "ics": "A calendar of the open deadlines.",
}


@click.group(cls=LazyGroup, package="claim_tracker.cli.export", summaries=FORMATS)
def export() -> None:
    """Publish the claims in a form that others read.

    The same data and --as-of give the same bytes. For rows of data see `tracker status --format`.
    """


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Say in one line what to install where a library is missing that only an extra brings."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("claim_tracker"):
            raise
        raise Failure(
            f"{error.name} is not installed; run pip install 'claim-tracker[{name}]'"
        ) from error
