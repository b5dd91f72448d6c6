"""Patterns made of lists of words."""

from typing import NamedTuple

import pytest

from claim_tracker.drafting.drafts import drafts_of
from claim_tracker.drafting.patterns import (
    Pattern,
    Rules,
    any_of,
    either_case,
    forms_of,
    not_after,
    only_after,
    word_pattern,
)
from tests.drafting.annotated import annotated_articles


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


def test_a_whole_word_is_no_part_of_another() -> None:
    pattern = word_pattern("open set_to")
    assert pattern.search("to reopen") is None
    assert pattern.search("is set to go") is not None


def test_a_place_is_told_by_the_word_before_it() -> None:
    assert Pattern(f"{not_after('the at_a')}port").is_in("a port")
    assert not Pattern(f"{not_after('the at_a')}port").is_in("the port at a port")
    assert Pattern(f"{only_after('the a')}port").is_in("a port")
    assert not Pattern(f"{only_after('the a')}port").is_in("any port, sea port")


class Row(NamedTuple):
    pattern: Pattern


def test_rules_are_tried_where_their_words_stand() -> None:
    always, port, bank = rows = [Row(Pattern("x", it)) for it in ("", "port harbour", "bank")]
    rules = Rules(rows)
    assert rules.for_words(frozenset({"port", "the"})) == [always, port]
    assert rules.for_words(frozenset({"bank", "harbour"})) == [always, port, bank]
    assert rules.for_words(frozenset()) == [always]


@pytest.mark.slow
def test_what_a_pattern_fits_has_one_of_the_words_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [it.article for it in annotated_articles()]
    drafts = [drafts_of(it) for it in articles]
    monkeypatch.setattr(Pattern, "may_fit", lambda *_: True)
    monkeypatch.setattr(Rules, "for_words", lambda rules, _: rules.all)
    assert [drafts_of(it) for it in articles] == drafts
