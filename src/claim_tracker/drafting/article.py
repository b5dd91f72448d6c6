"""An article as it is drafted from: its text, and where it was published."""

from datetime import date
from typing import NamedTuple


class ArticleSource(NamedTuple):
    """What is known of where an article was published; None for what it does not say."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None


class Article(NamedTuple):
    r"""The text of an article, with its line ends as `\n`, and its source.

    Paragraphs are divided by empty lines, or stand on a line each. Lines of a text file stay as
    they were, so that a line of `text` is that of the file.
    """

    text: str
    source: ArticleSource = ArticleSource()
