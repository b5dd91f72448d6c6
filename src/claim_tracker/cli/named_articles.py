"""The articles that a command names: read from files and addresses, with what its options say."""

from typing import TYPE_CHECKING, NamedTuple

import click

from claim_tracker.cli.context import Failure, failures
from claim_tracker.cli.options.param_types import DayType, TextType, UrlType
from claim_tracker.cli.options.shared import all_options
from claim_tracker.cli.output import show_text
from claim_tracker.io.files import STANDARD_INPUT
from claim_tracker.text.display import capitalized

if TYPE_CHECKING:
    from claim_tracker.drafting.article import Article, ArticleSource
    from claim_tracker.drafting.drafts import Drafts


class NamedArticle(NamedTuple):
    """An article, and what it is called: a file, an address, or standard input."""

    article: "Article"
    name: str


article_options = all_options(
    click.option(
        "--published",
        type=DayType(),
        help="The day of publication, from which deadlines count, where the article has none.",
    ),
    click.option("--url", type=UrlType(), help="The address of the article."),
    click.option("--title", type=TextType(), help="The title of the article."),
    click.option("--publisher", type=TextType(), metavar="NAME", help="Who published the article."),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Fetch an address in a private network as well.",
    ),
)
"""The fields of `ArticleSource`, which an article may not say itself, and how it is fetched."""


def read_articles(
    names: tuple[str, ...], given: "ArticleSource", *, allow_private: bool
) -> list[NamedArticle]:
    """Return the articles of files, addresses and, for `-`, standard input. Raises Failure.

    What is given counts before what an article says.
    """
    from claim_tracker.articles import name_of

    if len(names) > 1 and (given.title or given.url):
        raise click.UsageError("--title and --url are of one article, and several are named.")
    if names.count(STANDARD_INPUT) > 1:
        raise click.UsageError("Standard input is one article; name - once.")
    with failures():
        return [
            NamedArticle(_read(name, given, allow_private=allow_private), name_of(name))
            for name in names
        ]


def _read(name: str, given: "ArticleSource", *, allow_private: bool) -> "Article":
    from claim_tracker.articles import read_article, with_source

    read = read_article(name, allow_private=allow_private, without_library=_say_what_reads_better)
    return with_source(read, given)


def _say_what_reads_better() -> None:
    from claim_tracker.cli.installation import install_command

    show_text(f"Pages are read better with {install_command('pages')}")


def proposed_drafts(article: NamedArticle, program: str) -> "Drafts":
    """Return the drafts that a program proposes, those that are proven. Raises Failure."""
    from claim_tracker.drafting.proposals import ProposalError, prompt_for, proven
    from claim_tracker.io.program import output_of

    with failures():
        answer = output_of(program, prompt_for(article.article))
    try:
        proposals = proven(article.article, answer)
    except ProposalError as error:
        raise Failure(
            f"`{program}` proposed nothing: {error}", "try another one, or none"
        ) from error
    for each in proposals.left_out:
        show_text(f"{capitalized(each).rstrip('.')}.")
    return proposals.drafts
