"""Articles, and drafts of them, from Python and from the command line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import claim_tracker
from claim_tracker.io.files import FileError
from tests.conftest import CommandLine
from tests.servers import Server, response, serving

DAY = date(2025, 5, 14)
TEXT = "The port will open by June.\n"
PAGE = (
    b"<html><head><meta property='article:published_time' content='2025-05-14'>"
    b"<title>Port</title></head><body><p>The port will open by June.</p></body></html>"
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving(response(PAGE)) as serves:
        yield serves


def test_a_file_is_drafted_from_python(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    drafts = claim_tracker.draft(path, published=DAY, publisher="Norda").drafts
    assert [(it.due, it.kind) for it in drafts] == [("2025-06", "commitment")]


def test_a_text_is_drafted_from_python() -> None:
    article = claim_tracker.Article(TEXT, claim_tracker.ArticleSource(published=DAY))
    assert len(claim_tracker.draft(article).drafts) == 1


def test_what_cannot_be_read_is_a_file_error(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        claim_tracker.draft(tmp_path / "none.txt")


def test_an_address_is_fetched(tracker: CommandLine, server: Server) -> None:
    ran = tracker("draft", server("/a"), "--allow-private", "--format", "json")
    assert ran.status == 0
    assert '"due": "2025-06"' in ran.out
    assert '"published": "2025-05-14"' in ran.out
    assert server("/a") in ran.out


def test_a_private_address_is_not(tracker: CommandLine, server: Server) -> None:
    error = tracker.fails("draft", server("/a"))
    assert "private" in error
    assert "--allow-private" in error
    assert server.requests == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (response(b"%PDF-1.7", type="application/pdf"), "PDF"),
        (response(b"", status="404 Not Found"), "404"),
        (response(b"<p></p>"), "no text in it"),
        (b"nonsense", "`http://127.0.0.1"),
    ],
)
def test_what_is_no_page_is_reported(tracker: CommandLine, answer: bytes, said: str) -> None:
    with serving(answer) as server:
        assert said in tracker.fails("draft", server("/a"), "--allow-private")


def test_a_pdf_is_reported(tracker: CommandLine) -> None:
    (tracker.folder / "a.pdf").write_bytes(b"%PDF-1.7\n")
    assert "is a PDF" in tracker.fails("draft", "a.pdf")


def test_a_large_file_is_refused(tracker: CommandLine) -> None:
    (tracker.folder / "a.txt").write_bytes(b"It will open. " * 800_000)
    assert "larger than 10 MB" in tracker.fails("draft", "a.txt")


@pytest.mark.parametrize("piece", ["<p>Open.</p>", "<a href=a>Open</a> ", "<br>", "<!-- x -->"])
def test_a_page_with_more_tags_than_an_article_is_refused(tracker: CommandLine, piece: str) -> None:
    tracker.file("a.html", f"<html><body>{piece * 160_000}<p>The port will open by June.</p>")
    assert tracker.fails("draft", "a.html") == (
        "Error: cannot read `a.html`: its page has more than 150,000 tags, and is more than an "
        "article\nHelp: save the part that is the article, and give that file\n"
    )


@pytest.mark.parametrize(
    "page",
    {
        "long attribute": f"<div hidden=no data-x='{'x' * 200_000}'>a</div>{{}}",
        "many attributes": f"<p {'a=1 ' * 100_000}>{{}}",
        "many scripts": f"{'<script type=application/ld+json></script>' * 20_000}{{}}",
        "open script": f"{{}}<script>{'<p>It will burn. ' * 20_000}",
        "nested": f"{'<b><i>' * 30_000}{{}}",
        "open tags": f"{{}}{'<p ' * 20_000}",
    }.values(),
)
def test_an_odd_page_is_read(tracker: CommandLine, page: str) -> None:
    tracker.file("a.html", f"<html><body>{page.format('<p>The port will open by June.</p>')}")
    printed = tracker.done("draft", "a.html", "--published", "2025-05-14")
    assert printed.count("quote: ") == 1
    assert "quote: The port will open by June." in printed


def test_standard_input_is_named_once(tracker: CommandLine) -> None:
    assert "name - once" in tracker.fails("draft", "-", "-")
