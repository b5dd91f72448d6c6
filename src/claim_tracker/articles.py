"""From what is named to an article, and to drafts of its claims, in one call."""

import os
import re
from collections.abc import Callable
from datetime import date
from functools import cache

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.drafts import Drafts, drafts_of
from claim_tracker.drafting.pages.decoding import ArticleError
from claim_tracker.drafting.pages.reading import Extract, Received, article_of
from claim_tracker.io.files import STANDARD_INPUT, FileError, read_bytes
from claim_tracker.text.display import MAX_IN_MESSAGE, cut, one_line

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""How an address begins; `fetch` refuses what is neither http nor https."""
_MAX_BYTES = 10_000_000


def read_article(
    name: str | os.PathLike[str],
    *,
    allow_private: bool = False,
    without_library: Callable[[], None] = lambda: None,
) -> Article:
    """Return the article of a file, of an http or https address, or of standard input for `-`.

    An address is fetched, from a private network only with `allow_private`. `without_library` is
    called where a page is read without trafilatura, which reads them better. Raises
    `claim_tracker.io.files.FileError` for what cannot be read, and for what is no article.
    """
    text = os.fspath(name)
    received = _received(text, allow_private=allow_private)

    def extract(html: str) -> str | None:
        library = _library()
        if library is None:
            without_library()
            return None
        return library(html)

    try:
        return article_of(received, extract)
    except ArticleError as error:
        raise FileError(f"cannot read `{name_of(text)}`: {error.message}", error.help) from error


def draft(
    article: str | os.PathLike[str] | Article,
    *,
    published: date | None = None,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Drafts:
    """Return the drafts of the claims of an article, which is named as for `read_article`.

    What is given counts before what the article says of itself; deadlines count from the day on
    which it was `published`. Raises `claim_tracker.io.files.FileError`.
    """
    read = article if isinstance(article, Article) else read_article(article)
    return drafts_of(with_source(read, ArticleSource(title, publisher, url, published)))


def with_source(article: Article, given: ArticleSource) -> Article:
    """Return an article with what is given of its source, which counts before what it says."""
    known = {name: value for name, value in given._asdict().items() if value is not None}
    return article._replace(source=article.source._replace(**known))


def name_of(name: str) -> str:
    """Return what an article is called in messages."""
    if name == STANDARD_INPUT:
        return "standard input"
    return cut(one_line(name), 3 * MAX_IN_MESSAGE)


@cache
def _library() -> Extract | None:
    from claim_tracker.drafting.pages.extraction import extractor

    return extractor()


def _received(name: str, *, allow_private: bool) -> Received:
    """Return what a file holds, or what comes from an address. Raises FileError."""
    if _URL.match(name):
        from claim_tracker.io.fetch import fetch

        page = fetch(name, allow_private=allow_private)
        return Received(page.data, page.url, page.media_type, page.charset)
    data = read_bytes(name, most=_MAX_BYTES)
    if len(data) > _MAX_BYTES:
        raise FileError(
            f"`{name_of(name)}` is larger than {_MAX_BYTES // 1_000_000} MB",
            "save the text of the article, and give that file",
        )
    return Received(data, name)
