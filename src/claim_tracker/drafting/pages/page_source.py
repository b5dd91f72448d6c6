"""Where the article of a page was published, from all that the page says of it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from html import unescape
from urllib.parse import urlsplit

from claim_tracker.claims.archives import copy_at
from claim_tracker.claims.scalars import url_fault
from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.pages.html_page import HtmlPage
from claim_tracker.drafting.pages.json_ld import ArticleData
from claim_tracker.drafting.pages.written_days import Stamp, day_in_address, local_to_page, stamp_of

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
_PUBLISHERS = (
    *("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher"),
    *("application-name", "apple-mobile-web-app-title", "copyright-holder", "copyright"),
)
_DAYS = (
    *(
        "article:published_time",
        "article:published:time",
        "og:article:published_time",
        "og:published_time",
    ),
    *("article:published", "datepublished", "date", "pubdate", "publishdate", "publish-date"),
    *("publish_date", "publication_date", "published_time", "date.published", "dcterms.issued"),
    *("dc.date.issued", "dc.date.published", "dcterms.date", "dc.date", "dcterms.created"),
    *("dc.date.created", "sailthru.date", "parsely-pub-date", "article.published", "displaydate"),
    *("cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date"),
    *("citation_date", "article_date_original", "rnews:datepublished", "originalpublicationdate"),
    *("published-date", "published", "article.created", "creationdate", "created", "ptime"),
    *("bt:pubdate", "vr:published_time", "live-news-published-at", "iso-8601-publish-date"),
)
"""Names of `meta` elements that tell the title, the publisher and the day, the surest first."""
_BREAK = re.compile(r"\s+(?:[|\u2013\u2014\u2022\u00b7:\u00bb-]|::)\s+")


def address_of(page: HtmlPage, address: str | None = None) -> str | None:
    """Return the address of a page: what it says is its own, else from where it came.

    What a page says that is only the address of its site is not that of the article.
    """
    known = [it for it in (address, page.saved_from) if it]
    said = [page.canonical, page.meta.get("og:url"), page.meta.get("twitter:url")]
    addresses = [whole for it in (*said, *known) if (whole := _address(it)) is not None]
    deeper = [it for it in addresses if urlsplit(it).path.strip("/") or urlsplit(it).query]
    return next(iter(deeper or addresses), None)


def source_of(page: HtmlPage, data: ArticleData, address: str | None = None) -> ArticleSource:
    """Return where the article of a page was published; `data` is what its JSON-LD says."""
    meta = [page.meta.get(name) for name in _PUBLISHERS]
    publisher = _line(data.publisher) or next(filter(None, map(_line, meta)), None)
    titles = [data.title, *(page.meta.get(name) for name in _TITLES), page.heading, page.title]
    lines = [line for it in titles if (line := _line(it)) is not None]
    own = [it for it in lines if it.casefold() != (publisher or "").casefold()]
    url = address_of(page, address) or _address(data.url)
    return ArticleSource(
        title=_title(own, _line(page.heading), publisher),
        publisher=publisher,
        url=url,
        published=_published(page, data, url),
    )


def _published(page: HtmlPage, data: ArticleData, url: str | None) -> date | None:
    """Return the day of publication: the first that is told, by how sure its place is."""
    said_so = [it.text for it in page.times if it.is_publication]
    meta = [page.meta[name] for name in _DAYS if name in page.meta]
    within = [it.text for it in page.times if it.is_within and not it.is_publication]
    beside = [it.text for it in page.times if not it.is_within and not it.is_publication]
    stamps = _stamps([data.published or "", *said_so, *meta, *within, *beside])
    in_address = day_in_address(url) if url is not None else None
    if not stamps:
        return in_address
    chosen = stamps[0]
    same = [it for it in page.times if it.shown and stamp_of(it.text) == chosen]
    shown = [it.day for it in _stamps(it.shown for it in same)]
    others = [*stamps, *_stamps(it.text for it in page.times)]
    return local_to_page(chosen, others, [*shown, *([in_address] if in_address else [])])


def _stamps(texts: Iterable[str]) -> list[Stamp]:
    return [stamp for text in texts if (stamp := stamp_of(text)) is not None]


def _address(text: str | None) -> str | None:
    """Return an address that the claims file accepts; of an archived copy that of the original."""
    if not text or url_fault(text) is not None:
        return None
    copy = copy_at(text)
    if copy is None or copy.original is None:
        return text
    return copy.original if url_fault(copy.original) is None else None


def _line(text: str | None) -> str | None:
    """Return a text on one line; content systems escape some of them twice."""
    return " ".join(unescape(text).split()) or None if text else None


def _title(titles: Sequence[str], heading: str | None, publisher: str | None) -> str | None:
    """Return the title that a reader sees: the heading, where it says what the other titles say.

    Others are written for search and for social media.
    """
    if not titles:
        return None
    words = _words(heading or "")
    others = {word for it in titles if it != heading for word in _words(it)}
    is_same = len(words & others) >= max(len(words) / 2, min(_FEWEST_IN_COMMON, len(others)))
    if heading in titles and is_same:
        return heading
    return _without_site(titles[0], publisher)


_FEWEST_IN_COMMON = 3


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", title.casefold()))


def _without_site(title: str, publisher: str | None) -> str:
    """Return a title without the name of the site behind it."""
    breaks = list(_BREAK.finditer(title))
    if not breaks or publisher is None:
        return title
    cut, site = title[: breaks[-1].start()], title[breaks[-1].end() :].casefold()
    return cut if site in publisher.casefold() or publisher.casefold() in site else title
