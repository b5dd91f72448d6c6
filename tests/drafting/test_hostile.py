"""Texts that are made to take long."""

from datetime import date

import pytest

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.drafts import drafts_of

PIECES = (
    *(
        "a",
        "A",
        "1,",
        "1",
        '"',
        "(",
        ".",
        "-",
        " ",
        "\n",
        "'",
        "\u6211\u4eec\u5c06\u5728\u4e8c\u3002",
    ),
    *("of the ", "in 2026 and ", "Mr. ", "X, ", "said ", "- ", "bridge ", "Anna ", "will ", "in "),
    *(
        "the end of ",
        "Minister Anna Bell ",
        "Anna Bell, the ",
        "has given ",
        "12 million ",
        "June ",
    ),
    *("It will open in June, she said. ", "He said so.\n\n", "- June\n", "It is. ", '"It is." '),
    *("citing a ", "according to the ", "would have ", "had been ", "to be ", "(RA) ", "Rs. 5 "),
)
LENGTH = 100_000


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_of_one_piece_is_read(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    drafts = drafts_of(Article(text, ArticleSource(published=date(2025, 5, 14)))).drafts
    assert all(text[draft.start : draft.end].split() == draft.sentence.split() for draft in drafts)


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_a_sentence_of_one_piece_is_read(piece: str) -> None:
    sentence = piece * (900 // len(piece))
    text = f"{sentence} end.\n\n" * 20
    assert len(drafts_of(Article(text, ArticleSource(published=date(2025, 5, 14)))).drafts) <= 2_000
