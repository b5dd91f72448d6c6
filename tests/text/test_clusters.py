"""The letters of a text as they are seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.clusters import clusters, may_break
from claim_tracker.text.display import cut, hidden


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("base", ["b", "a", "s", "e"]),
        ("e\u0301\u0323a", ["e\u0301\u0323", "a"]),
        ("\u0301a", ["\u0301", "a"]),
        ("น้ำดี", ["น้ำ", "ดี"]),
        ("श्रीमान्‌को", ["श्री", "मा", "न्‌", "को"]),
        ("गर्‍यो", ["ग", "र्‍यो"]),
        ("അവന്‍ പ", ["അ", "വ", "ന്‍", " ", "പ"]),
        ("കേന്ദ്രം", ["കേ", "ന്ദ്രം"]),
        ("می‌شود", ["م", "ی‌", "ش", "و", "د"]),
        ("\U0001f469\u200d\U0001f52c!", ["\U0001f469\u200d\U0001f52c", "!"]),
        ("\U0001f44b\U0001f3fda", ["\U0001f44b\U0001f3fd", "a"]),
        ("\U0001f1fa\U0001f1e6 a", ["\U0001f1fa\U0001f1e6", " ", "a"]),
        ("\u1112\u1161\u11ab\u1100", ["\u1112\u1161\u11ab", "\u1100"]),
        ("\r\na", ["\r\n", "a"]),
    ],
)
def test_marks_and_joined_letters_stay_with_their_base(text: str, parts: list[str]) -> None:
    assert list(clusters(text)) == parts


@given(st.text())
def test_all_parts_together_are_the_text(text: str) -> None:
    parts = list(clusters(text))
    assert "".join(parts) == text
    assert all(parts)


@given(st.text(st.sampled_from("aกน้ำിശ്രാ\u200d\u200c\u0301 "), max_size=20), st.integers(1, 20))
def test_a_text_is_cut_between_its_letters(text: str, width: int) -> None:
    shown = cut(text, width)
    assert len(shown) <= max(width, 1)
    kept = len(shown) - 1
    if shown != text and kept:
        assert text.startswith(shown[:-1])
        assert may_break(text, kept) or next(hidden(text), None) is not None
