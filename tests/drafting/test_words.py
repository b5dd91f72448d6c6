"""Patterns made of lists of words."""

from typing import NamedTuple

import pytest

from claim_tracker.drafting.words import (
    Pattern,
    Rules,
    any_of,
    either_case,
    forms_of,
    straight,
    uncapitalised,
    word_pattern,
    words_of,
)


def test_any_of_takes_phrases_with_underscores() -> None:
    assert any_of("by no_later_than") == "(?:by|no later than)"


def test_either_case_takes_a_capital_or_none() -> None:
    assert either_case("some") == "(?:[sS]ome)"


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("aim", "aim aims aimed aiming"),
        ("hope", "hope hopes hoped hoping"),
        ("agree", "agree agrees agreed agreeing"),
        ("carry", "carry carries carried carrying"),
        ("plan", "plan plans planned planning"),
        ("launch", "launch launches launched launching"),
        ("stay", "stay stays stayed staying"),
    ],
)
def test_a_regular_verb_has_its_forms(verb: str, forms: str) -> None:
    assert forms_of(verb) == forms


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


def test_a_whole_word_is_no_part_of_another() -> None:
    pattern = word_pattern("open set_to")
    assert pattern.search("to reopen") is None
    assert pattern.search("is set to go") is not None


class Row(NamedTuple):
    pattern: Pattern


def test_rules_are_tried_where_their_words_stand() -> None:
    always, port, bank = rows = [Row(Pattern("x", it)) for it in ("", "port harbour", "bank")]
    rules = Rules(rows)
    assert rules.for_words(frozenset({"port", "the"})) == [always, port]
    assert rules.for_words(frozenset({"bank", "harbour"})) == [always, port, bank]
    assert rules.for_words(frozenset()) == [always]
