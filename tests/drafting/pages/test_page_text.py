"""Which paragraphs of a page are of its article."""

import pytest

from claim_tracker.drafting.pages.html_page import read_page
from claim_tracker.drafting.pages.reading import Received, article_of

WORDS = "The port of Calder will open its new terminal by the end of June, it said on Friday. "
ARTICLE = f"<p>{WORDS * 4}</p><p>The bridge will close in May.</p>"
TEASER = "Norda will build a second bridge by 2030, and close the old one, its mayor said."


def text(html: str, taken: str | None = None) -> str:
    received = Received(f"<html><body>{html}</body></html>".encode(), "a.html")
    return article_of(received, lambda _: taken).text


@pytest.mark.parametrize(
    "comments",
    [
        '<div id="commentsContainer">%s</div>',
        '<ol id="commentsList"><li>%s</li></ol>',
        '<div class="comment first">%s</div>',
        '<div class="submitted-comment clearfix">%s</div>',
    ],
)
def test_comments_are_left_out_though_they_are_longer_than_the_article(comments: str) -> None:
    assert "I say" not in text(ARTICLE + comments % ("<p>I say it will fail.</p>" * 100))


def test_an_article_within_what_is_named_for_comments_is_read() -> None:
    assert "bridge" in text(f'<div class="comments">{ARTICLE}</div>')


def test_what_a_script_shows_is_read_where_nothing_else_is_there() -> None:
    hidden = f'<div style="display: none" class="page">{ARTICLE}</div>'
    assert "The bridge will close in May." in text(hidden)
    assert "bridge" not in text(f"{hidden}<p>Loading</p>")


def test_a_list_of_links_with_days_is_left_out() -> None:
    items = "<li><a href='/b'>Norda will build a bridge by 2030</a> May 14, 2025</li>" * 3
    assert "2030" not in text(f"{ARTICLE}<ul>{items}</ul>")


def test_the_first_sentence_of_an_article_may_stand_in_its_header() -> None:
    lead = "<header><h1>Port</h1><p>Fares rise in May.</p></header>"
    assert "Fares rise in May." in text(f"<article>{lead}{ARTICLE}</article>")
    assert "Fares rise in May." not in text(f"{lead}<article>{ARTICLE}</article>")


def test_prose_without_an_element_is_read_where_it_goes_on_after_a_paragraph() -> None:
    assert text(f"<div>{ARTICLE[:-4]}{WORDS}</p>{WORDS * 2}</div>").endswith(WORDS.strip())
    assert TEASER not in text(f"{ARTICLE}<h3>More</h3><div>{TEASER}</div>")
    assert TEASER not in text(f"{ARTICLE}<ul><li>{WORDS}</li></ul><div>{TEASER}</div>")


def test_what_is_hidden_ends_with_the_element_around_it() -> None:
    page = read_page("<body><b><div hidden>It will close.</b>It will open.")
    shown = [(it.text, it.is_shown) for it in page.paragraphs]
    assert shown == [("It will close.", False), ("It will open.", True)]


@pytest.mark.parametrize(
    "teaser",
    [
        f"<p><a href='/b'>{TEASER}</a></p>",
        f"<div role='dialog' aria-hidden='true'><p>{TEASER}</p></div>",
        f"<ul><li><a href='/b'>{TEASER}</a></li></ul>",
    ],
)
def test_what_a_library_takes_of_links_and_of_what_is_hidden_is_left_out(teaser: str) -> None:
    taken = f"{WORDS * 4}\nThe bridge will close in May.\n- {TEASER}" + f"\n{TEASER}" * 9
    article = text(ARTICLE + teaser, taken)
    assert TEASER not in article
    assert article.endswith("The bridge will close in May.")


def test_what_a_library_takes_stays_where_all_of_it_is_a_link() -> None:
    taken = WORDS * 4
    assert text(f"<p><a href='/b'>{taken}</a></p>", taken) == taken.strip()


def test_what_is_hidden_within_an_article_stays_as_a_library_takes_it() -> None:
    rest = f"<div style='display:none'><p>{TEASER}</p></div>"
    taken = f"{WORDS * 4}\n{TEASER}"
    assert TEASER in text(f"<article>{ARTICLE}{rest}</article>", taken)
