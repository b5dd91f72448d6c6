"""Articles in Markdown."""

from datetime import date

import pytest

from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.pages.markdown import article_of_markdown

DAY = date(2025, 5, 14)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("# Port to open", "Port to open"),
        ("> It will open.", "It will open."),
        ("It **will** _open_ in ~~May~~ `June`.", "It will open in May June."),
        ("See [the plan](https://example.org/a_(b)) now.", "See the plan now."),
        ("![A picture](a.png)It opens.", "It opens."),
        ("It opens.[^1]", "It opens."),
        ("| It | opens |", "It opens"),
        ("2 * 3 * 4 and snake_case_word", "2 * 3 * 4 and snake_case_word"),
        ("---", ""),
        ("[link]: https://example.org", ""),
        ("<!-- hidden --> It opens.", " It opens."),
        ("It &amp; they <b>open</b>.", "It & they open."),
        ("a" * 20_000, "a" * 20_000),
    ],
)
def test_a_line_is_left_without_its_marks(written: str, plain: str) -> None:
    assert article_of_markdown(f"x\n{written}\n").text.split("\n")[1] == plain


@pytest.mark.parametrize("block", ["```\ncode\n```", "~~~\ncode\n~~~", "<!-- a\ncode\nb -->"])
def test_code_and_comments_are_empty_lines(block: str) -> None:
    assert article_of_markdown(f"One.\n{block}\nTwo.").text == "One.\n\n\n\nTwo."


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Port\ndate: 2025-05-14\nsource: Norda News\nurl: https://n.example/a\n---\n",
        "---\n title: Port\n date: 2025-05-14\n source: Norda News\n url: https://n.example/a\n---\n",
        "+++\ntitle = 'Port'\ndate = 2025-05-14\nsite = Norda News\nurl = https://n.example/a\n+++\n",
    ],
)
def test_front_matter_says_where_it_was_published(front: str) -> None:
    assert article_of_markdown(f"{front}\nIt opens.\n").source == ArticleSource(
        "Port", "Norda News", "https://n.example/a", DAY
    )


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("title: >-\n  Port to open\n  in June", "Port to open in June"),
        ("title: Port to open\n  in June", "Port to open in June"),
        ("title: '\"Rain\" opens in June'", '"Rain" opens in June'),
        ('title: "The \\"Rain\\" opens"', 'The "Rain" opens'),
        ("title: 'It''s open'", "It's open"),
        ("title: >-", None),
        ("author:\n  name: Bell\n  title: Dean", None),
    ],
)
def test_a_field_of_front_matter_is_read_as_it_is_written(field: str, title: str | None) -> None:
    article = article_of_markdown(f"---\n{field}\n---\n\nIt opens.\n")
    assert article.source.title == title


def test_front_matter_without_an_end_is_text() -> None:
    assert "title: Port" in article_of_markdown("---\ntitle: Port\n\nIt opens.").text


@pytest.mark.parametrize("heading", ["# Port to open", "Port to open\n===="])
def test_the_first_heading_is_the_title(heading: str) -> None:
    assert article_of_markdown(f"{heading}\n\nIt opens.").source.title == "Port to open"
