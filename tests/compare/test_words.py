"""Word-by-word differences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.compare.words import wordwise
from claim_tracker.text.display import one_line


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("The base closes.", "The base closes.", "The base closes."),
        ("The base closes.", "The big base closes.", "The +big+ base closes."),
        ("The big base closes.", "The base closes.", "The -big- base closes."),
        ("The big old base.", "The new base.", "The -big old-+new+ base."),
        ("It closes", "It closes soon", "It closes +soon+"),
        ("It closes soon", "It closes", "It closes -soon-"),
        ("So it is", "Nothing else at all", "-So it is-+Nothing else at all+"),
        ("基地将于九月关闭。", "基地将于十月关闭。", "基地将于-九-+十+月关闭。"),
        ("", "new", "+new+"),
    ],
)
def test_what_is_gone_and_what_is_new(old: str, new: str, marked: str) -> None:
    assert "".join(f"{mark}{text}{mark}" for mark, text in wordwise(old, new)) == marked


def test_long_texts_are_not_compared_word_by_word() -> None:
    old, new = "a b " * 1000, "a c " * 1000
    assert [piece.mark for piece in wordwise(old, new)] == ["-", "+", ""]


lines = st.lists(st.sampled_from(["the", "base", "闭", "关。", "closes"])).map(" ".join)


@given(lines, lines)
def test_the_pieces_are_the_two_texts(old: str, new: str) -> None:
    pieces = list(wordwise(one_line(old), one_line(new)))
    for dropped, text in (("+", old), ("-", new)):
        kept = "".join(piece.text for piece in pieces if piece.mark != dropped)
        assert kept.replace(" ", "") == text.replace(" ", "")
