"""Articles from saved pages, Markdown and plain texts."""

from datetime import date

import pytest

from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.pages.decoding import ArticleError, decoded
from claim_tracker.drafting.pages.reading import Received, article_of

HEAD = """<html><head><title>Bridge opens late | The Paper</title>
<meta property="og:site_name" content="The Paper">
<link rel="canonical" href="https://paper.example/2025/bridge"></head>"""
BODY = "<body><nav><p>Menu</p></nav><article><h1>Bridge opens late</h1><p>It opens in May.</p>"
DAY = date(2025, 5, 14)


def source(html: str) -> ArticleSource:
    return article_of(Received(html.encode(), "page.html")).source


def published(head: str) -> date | None:
    return source(f"<html>{head}{BODY}").published


def text(content: str, name: str) -> str:
    return article_of(Received(content.encode(), name)).text


def test_a_page_says_where_it_was_published() -> None:
    assert source(HEAD + '<time datetime="2025-05-14">' + BODY) == ArticleSource(
        "Bridge opens late", "The Paper", "https://paper.example/2025/bridge", DAY
    )


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "datePublished": "2025-05-14T23:30:00-04:00"}',
        '[{"a": 1}, {"@graph": [{"@type": ["Article"], "datePublished": "2025-05-14"}]}]',
        '{"@type": "NewsArticle", "datePublished": "May 14, 2025", }',
        '{"@type": "NewsArticle", "headline": "A "b"", "datePublished": "2025-05-14", oh',
    ],
)
def test_the_day_is_the_one_written_in_json_ld(data: str) -> None:
    assert published(f'<script type="application/ld+json">{data}</script>') == DAY


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-05-14T01:00:00+03:00">',
        '<meta name="date" content="20250514">',
        '<time pubdate datetime="2025-05-14T10:00Z"></time>',
        '<link rel="canonical" href="https://paper.example/2025/05/14/bridge">',
    ],
)
def test_the_day_is_found_in_other_places(head: str) -> None:
    assert published(head) == DAY


@pytest.mark.parametrize(
    "changed",
    [
        '<time itemprop="dateModified" datetime="2026-01-01">1 January 2026</time>',
        '<time class="updated" datetime="2026-01-01">1 January 2026</time>',
        '<time itemprop="dateModified">1 January 2026</time>',
        "<time>3 min</time>",
    ],
)
def test_the_day_is_not_that_of_a_change_nor_of_what_is_none(changed: str) -> None:
    assert published(f'{changed}<time datetime="2025-05-14">14 May 2025</time>') == DAY


def test_a_time_of_publication_and_of_change_is_the_day() -> None:
    time = '<time class="entry-date published updated" datetime="2025-05-14">14 May 2025</time>'
    assert published(time) == DAY


def test_the_name_of_the_site_is_no_title() -> None:
    head = "<title>Bridge opens late</title><meta property='og:site_name' content='The Paper'>"
    page = source(f"<html>{head}<h1>The Paper</h1><p>It opens in May.</p>")
    assert page.title == "Bridge opens late"


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Bridge opens late - The Norda Times", "The Norda Times"),
        ("Bridge opens late | World | The Norda Times", "The Norda Times"),
        ("Bridge opens late | World", None),
        ("Bridge opens late - what we know of its new toll", None),
        ("The Norda Times - the news of today", None),
        ("Bridge opens late", None),
    ],
)
def test_a_publisher_that_is_told_nowhere_stands_behind_the_title(
    title: str, publisher: str | None
) -> None:
    assert source(f"<title>{title}</title>{BODY}").publisher == publisher


@pytest.mark.parametrize(
    ("told", "site", "publisher"),
    [
        ("Norda Agency", "Calder Post", "Calder Post"),
        ("N.T.", "Norda Times", "Norda Times"),
        ("The Norda Times", "NT", "The Norda Times"),
        ("Norda Times & World Report", "Norda Times", "Norda Times & World Report"),
        ("The Paper", "Norda Times Online", "The Paper"),
        ("The Paper", "Nordatimes", "Nordatimes"),
        ("The Paper", "Nor", "The Paper"),
        ("Norda", "Times", "Norda"),
    ],
)
def test_of_publishers_the_one_behind_the_title_or_of_the_host_counts(
    told: str, site: str, publisher: str
) -> None:
    data = f'{{"@type": "NewsArticle", "publisher": {{"name": "{told}"}}}}'
    head = (
        f'<script type="application/ld+json">{data}</script><title>Bridge opens late | {site}'
        "</title><meta property='og:site_name' content='Calder Post'>"
        "<link rel='canonical' href='https://nordatimes.example/a'>"
    )
    assert source(head + BODY).publisher == publisher


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<a href='/w'>World | </a> Bridge opens late", "Bridge opens late"),
        ("Bridge opens late <a href='#'>Add to ...</a>", "Bridge opens late"),
        ("<a href='/a'>Bridge opens late</a>", "Bridge opens late"),
        ("Bridge <a href='/a'>opens</a> late", "Bridge opens late"),
        (
            "<a href='/a'>Bridge</a> opens late, it <a href='/b'>says</a>",
            "Bridge opens late, it says",
        ),
    ],
)
def test_one_link_beside_the_words_of_a_heading_is_not_of_the_title(
    heading: str, title: str
) -> None:
    assert source(f"<h1>{heading}</h1><p>It opens in May.").title == title


HEADING = "<h1>Bridge opens late</h1>"


@pytest.mark.parametrize(
    "html",
    [
        f"{HEADING}<p>Published Wednesday, May 14 2025, 6:00 AM EST</p>",
        f"{HEADING}<div>by Lena Harwick, Norda News | May 14, 2025 09:00pm ET</div>",
        f"{HEADING}<td>14 May 2025 - 11:28 AMT</td>",
        f"<article><div>May 14 2025 9:11pm</div>{HEADING}<p>It opens.</p></article>",
        f"<p>January 2, 2026</p>{HEADING}<li>May 14, 2025</li>",
        f"{HEADING}<h3>By Lena Harwick on Wednesday 14 May 2025</h3>",
        f"{HEADING}<p>Norda News</p><p>Norda News Agency May 14, 2025, 9:02 AM</p>",
        f"{HEADING}<p>Agencies : Calder, Wed May 14 2025, 14:12 hrs</p>",
        f"<p>May 14, 2025 7:00 AM</p>{HEADING}<p>It opens.</p>",
    ],
)
def test_a_day_that_only_readers_see_stands_beside_the_title(html: str) -> None:
    assert published(f"<title>Bridge opens late</title>{html}") == DAY


@pytest.mark.parametrize(
    "html",
    [
        f"<p>May 14, 2025</p>{HEADING}<p>It opens.</p>",
        f"{HEADING}<p>It opened on May 14, 2025.</p>",
        f"{HEADING}<li>The Norda Bridge Act was signed on August 14, 1935</li>",
        f"{HEADING}<p>Bridge closed until May 14, 2025</p>",
        f"{HEADING}{'<p>It opens.</p>' * 9}<p>May 14, 2025</p>",
        f"{HEADING}{'<p>It opens.</p>' * 5}<p>Lena Harwick May 14, 2025</p>",
    ],
)
def test_another_day_near_the_title_is_not_that_of_publication(html: str) -> None:
    assert source(f"<html><title>Bridge opens late</title>{html}").published is None


def test_a_page_without_a_day_has_none() -> None:
    assert published("<meta name='date' content='05/06/2025'>") is None


def test_a_saved_page_has_its_address_and_no_day_of_saving() -> None:
    mark = "<!-- saved from url=(0028)https://paper.example/bridge -->"
    assert source(mark + BODY) == ArticleSource(
        "Bridge opens late", None, "https://paper.example/bridge"
    )


def test_what_stands_beside_the_article_is_left_out() -> None:
    assert text(HEAD + BODY, "a.html") == "Bridge opens late\n\nIt opens in May."


def test_lines_of_markdown_stay_on_their_lines() -> None:
    article = article_of(
        Received(
            b"---\ntitle: T\ndate: 2025-05-14\n---\n# *T*\n\n- see [it](http://a.example)\n", "a.md"
        )
    )
    assert article.text == "\n\n\n\nT\n\n- see it\n"
    assert article.source == ArticleSource("T", published=DAY)


def test_a_plain_text_stays_as_it_is() -> None:
    article = article_of(Received(b"Title\n\nPublished: 14 May 2025\nText.\n", "a.txt"))
    assert article.text == "Title\n\nPublished: 14 May 2025\nText.\n"
    assert article.source == ArticleSource("Title", published=DAY)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7", "a PDF"), (b"PK\x03\x04", "an office program"), (b"\x01" * 9, "no text")],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        article_of(Received(data, "a"))


@pytest.mark.parametrize(
    "data", ["计划".encode("gb2312"), "计划".encode(), "计划".encode("utf-16")]
)
def test_a_text_is_read_whatever_its_encoding(data: bytes) -> None:
    assert decoded(data, "gb2312") == "计划"


@pytest.mark.parametrize("tags", ["<div>", "<b><i>", "<!--", "<![x", "</a ", "<a b='", "<li>"])
def test_a_hostile_page_ends_in_words(tags: str) -> None:
    assert text(f"<html><p>Hello.{tags * 40_000}", "a.html")
