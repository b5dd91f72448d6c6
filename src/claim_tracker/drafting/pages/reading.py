"""Articles from what people have of them: a saved page, a text in Markdown, or a plain text."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Literal, NamedTuple

from claim_tracker.drafting.article import Article
from claim_tracker.drafting.pages.decoding import ArticleError, decoded
from claim_tracker.drafting.pages.html_page import read_page, without_long_tags
from claim_tracker.drafting.pages.json_ld import article_data
from claim_tracker.drafting.pages.markdown import article_of_markdown, has_front_matter
from claim_tracker.drafting.pages.mhtml import is_mhtml, page_in_mhtml
from claim_tracker.drafting.pages.page_source import address_of, source_of
from claim_tracker.drafting.pages.page_text import text_of, without_links
from claim_tracker.drafting.pages.plain_text import article_of_text
from claim_tracker.drafting.sentences import LONGEST_TEXT

Extract = Callable[[str], str | None]
"""What takes the text of an article from a page; None where it finds none."""
Format = Literal["html", "markdown", "text"]
_FORMATS: dict[str, Format] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), "html"),
    **dict.fromkeys((".md", ".markdown", ".mdown"), "markdown"),
}
_HEAD = 2_000
_PAGE_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
MOST_TAGS = 150_000
"""Tags of a page above which it is not read: more than any article has, and slow."""
_FEWEST_WORDS = 40
"""Words below which what a library took from a page need not be the article."""


class Received(NamedTuple):
    """What was read or fetched: its bytes, and what is known of them.

    `name` is that of a file, or the address of a page; `media_type` and `charset` are what a
    server says.
    """

    data: bytes
    name: str
    media_type: str | None = None
    charset: str | None = None

    @property
    def address(self) -> str | None:
        """The address, where it came from one."""
        return self.name if self.media_type is not None else None


def article_of(received: Received, extract: Extract | None = None) -> Article:
    """Return the article of what was read or fetched, by what it is.

    From a page `extract` takes the text where it is given and finds it, else a reader of
    paragraphs. Raises ArticleError for what is no text, and where no text is in it.
    """
    if is_mhtml(received.data):
        page = page_in_mhtml(received.data)
        article = article_of_page(decoded(page.data, page.charset), page.address, extract)
    else:
        article = _article(decoded(received.data, received.charset), received, extract)
    if len(article.text) > LONGEST_TEXT:
        raise _too_much(_TOO_LONG)
    if not article.text.strip():
        raise ArticleError("there is no text in it", "save the page once it is shown, or its text")
    return article


def _format_of(text: str, received: Received) -> Format:
    """Return the format of an article: by its server, its name, or how it begins."""
    media_type = received.media_type or ""
    if "html" in media_type or "markdown" in media_type:
        return "html" if "html" in media_type else "markdown"
    if received.media_type is None:
        named = _FORMATS.get(PurePath(received.name).suffix.lower())
        if named is not None:
            return named
    if _PAGE_BEGINS.match(text[:_HEAD]) is not None:
        return "html"
    return "markdown" if has_front_matter(text) else "text"


def article_of_page(
    html: str, address: str | None = None, extract: Extract | None = None
) -> Article:
    """Return the article of a page, whose address may be known.

    Raises ArticleError for a page that has more tags than an article has.
    """
    if html.count("<") > MOST_TAGS:
        raise _too_much(f"its page has more than {MOST_TAGS:,} tags")
    html = without_long_tags(html)
    page = read_page(html)
    data = article_data(page.scripts, address_of(page, address))
    source = source_of(page, data, address)
    texts = [without_links(_tidy(extract(html) or ""), page)] if extract is not None else []
    texts += [text_of(page), _tidy(data.text or "")]
    best = next((it for it in texts if len(it.split()) >= _FEWEST_WORDS), None)
    return Article(best or max(texts, key=len), source)


def _article(text: str, received: Received, extract: Extract | None) -> Article:
    article_format = _format_of(text, received)
    if article_format != "html" and len(text) > LONGEST_TEXT:
        raise _too_much(_TOO_LONG)
    if article_format == "html":
        return article_of_page(text, received.address, extract)
    return article_of_markdown(text) if article_format == "markdown" else article_of_text(text)


_TOO_LONG = f"its text has more than {LONGEST_TEXT:,} characters"


def _too_much(why: str) -> ArticleError:
    return ArticleError(
        f"{why}, and is more than an article",
        "save the part that is the article, and give that file",
    )


def _tidy(text: str) -> str:
    """Return the lines of a text as paragraphs, with an empty line between them."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)
