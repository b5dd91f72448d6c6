"""Pages that a browser saved in a single file."""

import pytest

from claim_tracker.drafting.pages.decoding import ArticleError
from claim_tracker.drafting.pages.reading import Received, article_of

HEAD = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://n.example/a
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: {type}; charset=utf-8
Content-Transfer-Encoding: quoted-printable

"""


def saved(body: str, type: str = "text/html") -> bytes:
    return (HEAD.format(type=type) + body + "\n--b--\n").replace("\n", "\r\n").encode()


def test_the_page_in_it_is_the_article() -> None:
    article = article_of(Received(saved("<p>The caf=C3=A9 will open in June.</p>"), "a.mhtml"))
    assert article.text == "The caf\u00e9 will open in June."
    assert article.source.url == "https://n.example/a"


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(ArticleError, match="no page in it"):
        article_of(Received(saved("x", "text/css"), "a.mhtml"))
