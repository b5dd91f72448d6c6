"""Articles from pages, Markdown and plain texts."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.pages.decoding import ArticleError
from claim_tracker.drafting.pages.extraction import extractor
from claim_tracker.drafting.pages.reading import Received, article_of
from claim_tracker.drafting.sentences import LONGEST_TEXT

DAY = date(2025, 5, 14)
WORDS = "The port of Calder will open its new terminal by the end of June, it said. " * 4
LINKED = '<script type="application/ld+json">%s</script>'
PARAGRAPHS = f"<p>{WORDS}</p><p>The bridge will close in May.</p>"


def read(text: str | bytes, name: str = "a.html", media_type: str | None = None) -> Article:
    data = text if isinstance(text, bytes) else text.encode()
    return article_of(Received(data, name, media_type))


def source(head: str, body: str = "") -> ArticleSource:
    return read(f"<html><head>{head}</head><body>{body}{PARAGRAPHS}</body></html>").source


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-05-14T23:30:00+03:00">',
        '<meta name="date" content="2025-05-14">',
        '<meta itemprop="datePublished" content="2025-05-14T09:00:00Z">',
        LINKED % '{"@type": "NewsArticle", "datePublished": "2025-05-14T09:00:00Z"}',
        LINKED % '{"@graph": [{}, {"@type": ["Article"], "datePublished": "2025-05-14"}]}',
        LINKED % '[{"@type": "NewsArticle", "datePublished": "2025-05-14",}]',
    ],
)
def test_the_day_of_publication_is_the_one_that_is_written(head: str) -> None:
    assert source(head).published == DAY


def test_a_time_in_the_article_is_the_day() -> None:
    body = '<article><h1>T</h1><time datetime="2025-05-14T08:00">14 May</time></article>'
    assert source("", body).published == DAY


def test_a_page_without_a_day_has_none() -> None:
    assert source("<title>T</title>").published is None


def test_title_publisher_and_address_are_what_the_page_says() -> None:
    head = (
        '<title>Port to open | Norda News</title><link rel="canonical" href="https://n.example/a">'
        '<meta property="og:site_name" content="Norda News">'
        '<meta property="og:title" content="Port to open">'
    )
    assert source(head) == ArticleSource("Port to open", "Norda News", "https://n.example/a", None)


def test_the_publisher_may_be_named_by_reference() -> None:
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "H", "publisher": {"@id": "#p"}}, '
        '{"@id": "#p", "@type": "Organization", "name": "Norda"}]}'
    )
    assert source(f'<script type="application/ld+json">{graph}</script>').publisher == "Norda"


@pytest.mark.parametrize("script", ["{", "[1, 2", "null", '{"@type": 7}', "{" * 5000, ""])
def test_json_ld_that_is_none_changes_nothing(script: str) -> None:
    head = f'<title>T</title><script type="application/ld+json">{script}</script>'
    assert source(head).title == "T"


def test_the_paragraphs_of_the_article_are_its_text() -> None:
    page = (
        f"<body><nav><p>Sections {WORDS}</p></nav><article><h1>Port</h1>{PARAGRAPHS}"
        f"<aside><p>More {WORDS}</p></aside></article><footer><p>About us</p></footer>"
        "<script>var a = 1;</script><style>p {}</style></body>"
    )
    text = read(page).text
    assert "The bridge will close in May." in text
    assert not any(words in text for words in ("Sections", "More", "About us", "var a"))


@pytest.mark.parametrize(
    "html",
    [
        "<p>It will open in June.",
        "<div>It will open in June.</div>",
        "<body>It will open in June.<br><b>unclosed",
        "<p>It will open in June.</p></div></div></p>",
        "<!doctype html><html><!-- never closed --><p>It will open in June.",
    ],
)
def test_broken_pages_are_read(html: str) -> None:
    assert "It will open in June." in read(html).text


@pytest.mark.parametrize("depth", [500, 20_000])
def test_deep_pages_are_read(depth: int) -> None:
    assert "June" in read("<div>" * depth + "<p>It will open in June.</p>").text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("caf\u00e9 \u201cx\u201d".encode("cp1252"), "caf\u00e9 \u201cx\u201d"),
        ("\ufeffcaf\u00e9".encode(), "caf\u00e9"),
        ("caf\u00e9".encode("utf-16"), "caf\u00e9"),
        (
            "The caf\u00e9 of \u041c\u043e\u0441\u043a\u0432\u0430".encode("utf-16-le"),
            "The caf\u00e9 of \u041c\u043e\u0441\u043a\u0432\u0430",
        ),
        ('<meta charset="iso-8859-2"><p>\u0142'.encode("iso-8859-2"), "\u0142"),
    ],
)
def test_encodings_are_found_out(data: bytes, text: str) -> None:
    assert text in read(data).text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04...", "a document of an office program"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\0\1\2" * 500, "no text"),
        (b"", "no text in it"),
        (b"<html></html>", "no text in it"),
    ],
)
def test_what_is_no_article_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(ArticleError) as refused:
        read(data)
    assert what in refused.value.message
    assert refused.value.help


def test_more_than_an_article_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than an article"):
        read("It will open. " * (LONGEST_TEXT // 10), "a.txt")


def test_markdown_keeps_its_lines() -> None:
    text = "---\ntitle: T\ndate: 2025-05-14\n---\n# Head\n\nIt *will* [open](x) in **June**.\n"
    article = read(text, "a.md")
    assert article.source == ArticleSource("T", None, None, DAY)
    assert article.text.split("\n")[6] == "It will open in June."


@pytest.mark.parametrize("name", ["a.txt", "-", "a"])
def test_a_text_with_front_matter_is_markdown_under_any_name(name: str) -> None:
    text = "---\ntitle: T\npublisher: Norda News\n---\n\nIt *will* open in **June**.\n"
    article = read(text, name)
    assert (article.source.title, article.source.publisher) == ("T", "Norda News")
    assert article.text.strip() == "It will open in June."


def test_a_text_below_a_rule_is_no_markdown() -> None:
    text = "---\nNews\n---\nIt *will* open in June.\n"
    assert read(text, "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Title\n\nPublished: 14 May 2025\n\nText.", DAY),
        ("Title\n\n2025-05-14\n\nText.", DAY),
        ("CALDER, 14 May 2025 (Norda) - Text.", DAY),
        ("14.05.2025\n\nText.", DAY),
        ("2025/05/14\n\nText.", DAY),
        ("Title\n\nPublished at 10:30 on 14 May 2025\n\nText.", DAY),
        ("Title\n\nPosted May 14, 2025 10:30 am\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 by Tom Bell | News\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 By Ana Bell\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 by ana bell\n\nText.", DAY),
        ("Title\n\nPosted on May 14, 2025 in News\n\nText.", DAY),
        ("Title\n\nPosted on May 14, 2025 under Ships\n\nText.", DAY),
        ("Title\n\nPublished May 14, 2025, Ana Bell\n\nText.", DAY),
        ("Title\n\nPublished May 14, 2025 Will Bell\n\nText.", DAY),
        ("Title\n\nPublished May 14, 2025 (Ana)\n\nText.", DAY),
        ("Title\n\nPublished May 14, 2025 \u00a9 Harbour News\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 Modified 16 May 2025\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025. Last modified 15 May 2025\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 Share\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 | Why it is late\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 by Ann Bell, The Calder News\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025 by Ann Bell for The News.\n\nText.", DAY),
        ("Title\n\nPublished 14 May 2025, The Calder News\n\nText.", DAY),
        ("Title\n\nIssued on 14 May 2025, London\n\nText.", DAY),
        ("Title\n\nIssued 14 May 2025 by the Ministry\n\nText.", DAY),
        ("Title\n\nUpdated 15 May 2025 Published 14 May 2025\n\nText.", DAY),
        ("Title\n\nLast updated 15 May 2025 - first published 14 May 2025\n\nText.", DAY),
        ("Title\nBy Ann Lee, 14 May 2025\n\nText.", DAY),
        ("BY ANN LEE | Wednesday, May 14, 2025 10:30 a.m.\n\nText.", DAY),
        ("By Wednesday, 14 May 2025\nall is over.", None),
        ("The law of 14 May 2025 is old.", None),
        ("Issued 3 April 2001 by the court, the order will lapse.", None),
        ("Published 3 April 2001 by Norda Press, the book sold 40 copies.", None),
        ("Published 3 April 2001, it sold well.", None),
        ("Issued 3 April 2001, the law is old.", None),
        ("Dated 3 April 2001, the letter says that it will open.", None),
        ("Title\n\nPublished: 05/04/2025\n\nText.", None),
    ],
)
def test_the_day_of_a_text_is_one_beyond_doubt(text: str, published: date | None) -> None:
    assert read(text, "a.txt").source.published == published


@pytest.mark.parametrize("day", ["14.05.2025", "05/04/2025", "Published at 10:30 on 14 May 2025"])
def test_a_line_that_tells_the_day_is_no_title(day: str) -> None:
    assert read(f"{day}\n\nText.", "a.txt").source.title is None


@pytest.mark.parametrize("below", ["By Ann Lee", "BY ANN LEE, 14 May 2025", "14 May 2025"])
def test_a_line_above_the_day_or_who_wrote_it_is_a_title(below: str) -> None:
    assert read(f"Port to open\n{below}\n\nText.", "a.txt").source.title == "Port to open"


def test_a_line_above_another_line_is_no_title() -> None:
    assert read("The port will open\nby Friday\n\nText.", "a.txt").source.title is None


def test_a_text_stays_as_it_is() -> None:
    text = "Port to open\n\nIt will open\nin June.\n"
    assert read(text, "a.txt") == Article(text, ArticleSource(title="Port to open"))


@given(st.text(alphabet="<p>/div a=\"'&;!-JSON{}[]", max_size=200))
def test_any_page_is_read_or_refused_with_words(text: str) -> None:
    with suppress(ArticleError):
        assert read(f"<p>words</p>{text}").text


def extracted(text: str | None) -> Article:
    page = f"<p>{WORDS}</p>"
    return article_of(Received(page.encode(), "a.html"), lambda _: text)


def test_what_a_library_takes_is_the_text() -> None:
    assert extracted("Word " * 50).text == ("Word " * 50).strip()


@pytest.mark.parametrize("text", [None, "", "Too short."])
def test_where_a_library_takes_too_little_the_paragraphs_are_read(text: str | None) -> None:
    assert "terminal" in extracted(text).text


def test_a_library_takes_the_text_where_it_is_installed() -> None:
    extract = extractor()
    assert extract is not None
    text = extract(f"<html><body><article>{PARAGRAPHS * 5}</article></body></html>")
    assert text is not None
    assert "The bridge will close in May." in text
    assert extract("<p>" * 70_000) is None
    assert extract("") is None


@pytest.mark.parametrize(
    "head",
    [
        LINKED % '{"@type": "NewsArticle", "datePublished": "Wed, 14 May 2025 09:00:00 GMT"}',
        LINKED % '<!--{"@type": "NewsArticle", "datePublished": "2025-05-14"}-->',
        LINKED % '{"@type": "Article", "headline": ["A"], "publisher": "N", "datePublished": '
        '"2025-05-14", "mainEntityOfPage": {"@id": "https://n.example/a"}}',
        LINKED % '{"@type": "WebPage"}{"@type": "Article", "datePublished": "14 May 2025"}',
    ],
)
def test_json_ld_in_many_forms_is_read(head: str) -> None:
    assert source(head).published == DAY


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'<?xml version="1.0" encoding="no-such"?><html><p>caf\xc3\xa9', "caf\u00e9"),
        (b"caf\xe9 and \x81 more", "caf"),
    ],
)
def test_odd_encodings_are_read(data: bytes, text: str) -> None:
    assert text in read(data).text


@pytest.mark.parametrize(
    ("html", "gone"),
    [
        ("<table><tr><td>It opens in June.</td></tr></table>", "<td>"),
        ("<ul><li>It opens in June.</li><li>It shuts.</li></ul>", "<li>"),
        ("<p hidden>Gone.</p><p>It opens in June.</p>", "Gone."),
        ("<p style='display:none'>Gone.</p><p>It opens in June.</p>", "Gone."),
        ("<p>It opens in June.</p><button>Gone.</button><select><option>Gone.</select>", "Gone."),
        ("<p>It opens<br>in June.</p><textarea>Gone.", "Gone."),
        ("<p>It opens in June.</p><noscript><p>Gone.</p></noscript>", "Gone."),
        ("<p>It opens in June.<svg><title>Gone.</title></svg></p>", "Gone."),
    ],
)
def test_what_readers_see_is_the_text(html: str, gone: str) -> None:
    text = " ".join(read(f"<body>{html}</body>").text.split())
    assert "It opens in June." in text
    assert gone not in text


@pytest.mark.parametrize("attributes", ["a=1 " * 2_000, f'src="{"x" * 200_000}"'])
def test_no_reader_gets_attributes_without_number(attributes: str) -> None:
    pages: list[str] = []
    page = f"<p {attributes}>It will open.</p>"
    article_of(Received(page.encode(), "a.html"), pages.append)
    assert pages == ["<p>It will open.</p>"]
