"""A text as the patterns read it."""

import pytest

from claim_tracker.drafting.plain import straight, uncapitalised, words_of


def test_straight_text_has_the_same_length() -> None:
    assert straight("\u201cIt\u2019s\u00a05\u20136\u201d") == '"It\'s 5-6"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By June", "by June"),
        ('He said: "In May', 'He said: "in May'),
        ("They'll go", "they'll go"),
        ("The Hague By June", "the Hague By June"),
        ("May is here", "May is here"),
        ("Byron left", "Byron left"),
        ("It opens TODAY.", "It opens today."),
    ],
)
def test_small_words_lose_the_capital_of_a_beginning(text: str, expected: str) -> None:
    assert uncapitalised(text) == expected


def test_words_are_in_lower_case_without_hyphens() -> None:
    assert words_of("We'll open year-end") == {"we'll", "open", "year", "end"}
