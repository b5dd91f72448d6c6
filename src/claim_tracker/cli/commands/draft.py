"""`tracker draft`: from an article to drafts of its claims."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from claim_tracker.cli.context import Clock, Failure, has_files
from claim_tracker.cli.editing.add_claim import Run
from claim_tracker.cli.editing.apply_change import ChangeOptions
from claim_tracker.cli.loaded import load_files, valid
from claim_tracker.cli.named_articles import (
    NamedArticle,
    article_options,
    proposed_drafts,
    read_articles,
)
from claim_tracker.cli.options.param_types import PathType, WordType
from claim_tracker.cli.options.shared import color_option, file_option, output_option
from claim_tracker.cli.output import show_text, write_text
from claim_tracker.cli.prompts.prompt import can_ask
from claim_tracker.io.files import STANDARD_INPUT

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Tracker
    from claim_tracker.drafting.beside_tracker import PlacedDraft


@click.command()
@click.argument(
    "articles", metavar="ARTICLE...", nargs=-1, required=True, type=PathType(allow_dash=True)
)
@article_options
@click.option(
    "--with",
    "program",
    metavar="COMMAND",
    help="Let a program propose the drafts, such as 'ollama run llama3'; each is proven.",
)
@file_option
@click.option("--to", metavar="FILE", type=PathType(), help="The file that gets what is added.")
@click.option(
    "--format", "form", type=WordType(("yaml", "json")), help="What is written: claims, or JSON."
)
@output_option
@color_option
@click.pass_obj
def draft(
    clock: Clock,
    /,
    *,
    articles: tuple[str, ...],
    program: str | None,
    files: tuple[str, ...],
    to: str | None,
    form: str | None,
    output: str | None,
    allow_private: bool,
    **given: Any,
) -> None:
    """Draft claims from articles, for you to decide on each.

    An ARTICLE is a text, a Markdown file, a saved page, `-` for standard input, or an address,
    which is fetched. In a terminal the drafts are gone through one by one, and what you add is
    written as `add` writes it. Elsewhere, or with -o or --format, a claims file or JSON is
    written.
    """
    from claim_tracker.drafting.article import ArticleSource

    is_review = form is None and output is None and can_ask() and STANDARD_INPUT not in articles
    if to is not None and not is_review:
        raise click.UsageError("--to is for drafts that are gone through one by one in a terminal.")
    read = read_articles(articles, ArticleSource(**given), allow_private=allow_private)
    undated = [named.name for named in read if named.article.source.published is None]
    if undated and form != "json":
        raise _undated_failure(undated[0])
    for name in undated:
        show_text(f"{name}: no publication day was found: give --published DATE")
    tracker = _tracker(files, clock)
    placed = _place_drafts(read, program, tracker)
    if is_review:
        from claim_tracker.cli.editing.draft_review import review_drafts

        review_drafts(placed, Run(clock, files, to, ChangeOptions(yes=True, diff=False)))
    elif form == "json":
        from claim_tracker.render.data.drafts_json import drafts_json

        of_sources = [(named.article.source, drafts) for named, drafts in placed]
        write_text(drafts_json(of_sources), output)
    else:
        from claim_tracker.drafting.claims_file import claims_file

        named_drafts = [(named.article.source, named.name, drafts) for named, drafts in placed]
        write_text(claims_file(named_drafts), output)


def _tracker(files: tuple[str, ...], clock: Clock) -> "Tracker | None":
    """Return the claims beside which the drafts stand; None where there is no file of claims."""
    if not has_files(files):
        return None
    loaded = load_files(files, clock())
    return valid(loaded, "nothing is drafted")


def _place_drafts(
    articles: "Sequence[NamedArticle]", program: str | None, tracker: "Tracker | None"
) -> "list[tuple[NamedArticle, list[PlacedDraft]]]":
    from claim_tracker.drafting.beside_tracker import BesideTracker
    from claim_tracker.drafting.drafts import drafts_of

    placed = []
    known = BesideTracker(tracker)
    for article in articles:
        found = drafts_of(article.article) if program is None else proposed_drafts(article, program)
        if not found.drafts:
            show_text(f"{article.name}: {_why_nothing(program)}")
        placed.append((article, known.placed(found)))
    return placed


def _why_nothing(program: str | None) -> str:
    """Return in words why there is no draft of an article."""
    if program is not None:
        return f"nothing that `{program}` proposed is proven"
    return "no sentence says, in English, what will happen or how things stand"


def _undated_failure(name: str) -> Failure:
    """Return the failure of an article without its day, from which its claims count."""
    return Failure(
        f"it is not known when `{name}` was published, and its claims count from that day",
        "give it with `--published DATE`",
    )
