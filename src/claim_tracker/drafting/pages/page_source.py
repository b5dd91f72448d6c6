"""Where the article of a page was published, from all that the page says of it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from html import unescape
from urllib.parse import urlsplit

from claim_tracker.claims.archives import copy_at
from claim_tracker.claims.scalars import url_fault
from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.pages.html_page import HEADINGS, HtmlPage, Paragraph
from claim_tracker.drafting.pages.json_ld import ArticleData
from claim_tracker.drafting.pages.plain_text import published_in, signed_in, tells_clock
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
    url = address_of(page, address) or _address(data.url)
    titles = [data.title, *(page.meta.get(name) for name in _TITLES), page.heading]
    lines = [line for it in titles if (line := _line(it)) is not None]
    shown = _line(page.title) or ""
    publisher = _publisher(page, data, _site(shown, lines), url)
    own = [it for it in (*lines, shown) if it and it.casefold() != (publisher or "").casefold()]
    title = _title(own, _line(page.heading), publisher)
    return ArticleSource(
        title=title,
        publisher=publisher,
        url=url,
        published=_published(page, data, url) or _beside_title(page, title),
    )


def _publisher(page: HtmlPage, data: ArticleData, site: str | None, url: str | None) -> str | None:
    """Return the publisher: of those that are told the one that readers see behind the title.

    Others are an agency, a section, or the company that owns the site.
    """
    names = (data.publisher, *(page.meta.get(name) for name in _PUBLISHERS))
    told = [line for it in names if (line := _line(it)) is not None]
    if site is None or (told and _is_shorter(site, told[0])):
        return next(iter(told), None)
    same = next((it for it in told if it.casefold() == site.casefold()), None)
    is_of_host = _is_in_host(site, url) and not any(_is_in_host(it, url) for it in told[:1])
    return same or (site if is_of_host or not told else told[0])


def _site(title: str, own: Sequence[str]) -> str | None:
    """Return the name of the site behind the title of a page, which is one of its `own`.

    >>> _site("Port to open | Business | The Paper", ["Port to open"])
    'The Paper'
    """
    breaks = list(_BREAK.finditer(title))
    if not breaks:
        return None
    cut, site = title[: breaks[-1].start()].casefold(), title[breaks[-1].end() :].strip()
    is_name = site.count(" ") < _MOST_WORDS and site.casefold() not in _SECTIONS
    return site if is_name and any(it.casefold() in cut for it in own) else None


_MOST_WORDS = 5
"""Words of the name of a site; more are those of what the page tells."""
_SECTIONS = frozenset(
    "blog blogs business entertainment home local news opinion politics sport sports tech "
    "technology travel video videos weather world".split()
)
"""What stands behind a title, and names a part of the site."""


def _is_shorter(site: str, name: str) -> bool:
    """Whether the name of a site is another one in short: `WSJ`, `US News`, or with `.com`."""
    short = re.sub(r"\.(?:com|net|org)$", "", site.casefold())
    initials = "".join(word[0] for word in re.findall(r"\w+", name))
    return short in name.casefold() or short in initials.casefold()


def _is_in_host(name: str, url: str | None) -> bool:
    letters = re.sub(r"\W|^The ", "", name).casefold()
    return len(letters) >= _FEWEST_LETTERS and letters in (urlsplit(url or "").hostname or "")


_FEWEST_LETTERS = 4
"""Letters of a name, of which fewer are in a host by chance."""


def _beside_title(page: HtmlPage, title: str | None) -> date | None:
    """Return the day on a line beside the title: by itself, with a label or behind names.

    These are the lines below it, and above it those of the same article, or else the one just above
    where it tells the hour: many sites have the day on which a page is read at their top.
    """
    if title is None:
        return None
    headings = [at for at, it in enumerate(page.paragraphs) if it.kind in HEADINGS]
    words = title.casefold()
    at = next((at for at in headings if words in page.paragraphs[at].text.casefold()), None)
    if at is None:
        return None
    article = page.paragraphs[at].article
    near = page.paragraphs[max(0, at - _MOST_ABOVE) : at]
    above = [it for it in near if article and it.article == article]
    above = above or [it for it in near[-1:] if tells_clock(it.text)]
    below, above_it = _lines(page.paragraphs[at + 1 : at + 1 + _MOST_BELOW]), _lines(above)
    return published_in([*below, *above_it]) or signed_in([*below[:_FIRST_LINES], *above_it])


_MOST_ABOVE, _MOST_BELOW = 3, 8
"""Paragraphs above and below the title that are looked at."""
_FIRST_LINES = 4
"""Lines below the title on which a day may stand behind names."""
_LONGEST_LINE = 120
"""Characters of a paragraph, of which a longer one is a sentence of the article."""


def _lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    texts = [it.text for it in paragraphs if len(it.text) < _LONGEST_LINE]
    return [part for it in texts for part in _BREAK.split(it)]


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
