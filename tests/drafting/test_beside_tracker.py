"""Drafts beside the claims of a file."""

from datetime import date

import pytest

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.beside_tracker import BesideTracker, PlacedDraft
from claim_tracker.drafting.drafts import drafts_of
from tests.builders import tracker_of
from tests.samples import claim, claims_file

URL = "https://example.org/report"
HEAD = "places:\n  ain-al-asad: {name: Ain al-Asad Air Base}\n  erbil: {name: Erbil}\n"


def placed(text: str, *claims: str) -> list[PlacedDraft]:
    source = ArticleSource(url=URL, published=date(2025, 8, 18))
    return BesideTracker(tracker_of(claims_file(*claims, head=HEAD))).placed(
        drafts_of(Article(text, source))
    )


def test_places_of_the_file_that_are_named_are_its_keys() -> None:
    (draft,) = placed("Troops will leave Ain al-Asad for Erbil in May 2026.", claim())
    assert draft.places == ("ain-al-asad", "erbil")


def test_a_part_of_a_word_names_no_place() -> None:
    (draft,) = placed("Erbilians will vote in May 2026.", claim())
    assert draft.places == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The US will leave in May 2026.", ("us",)),
        ("In May 2026 they will tell us.", ()),
        ("India will vote in May 2026.", ("in",)),
    ],
)
def test_a_short_name_is_no_small_word(text: str, places: tuple[str, ...]) -> None:
    head = "places:\n  us: {name: US}\n  in: {name: India}\n"
    tracker = tracker_of(claims_file(claim(), head=head))
    article = Article(text, ArticleSource(published=date(2025, 8, 18)))
    (draft,) = BesideTracker(tracker).placed(drafts_of(article))
    assert draft.places == places


def test_ids_are_free() -> None:
    drafts = placed("The base closes in 2026. The base closes in 2027.", claim())
    assert [it.id for it in drafts] == ["base-closes-2026", "base-closes-2027"]


def test_what_the_file_says_already_is_known() -> None:
    (draft,) = placed("The base will close by June 2026.", claim({"due": "2026-06"}))
    assert draft.known == "base-closes"


def test_another_deadline_is_another_claim() -> None:
    (draft,) = placed("The base will close by June 2026.", claim({"due": "2026-07"}))
    assert draft.known is None


def test_a_sentence_that_is_quoted_is_known() -> None:
    sentence = "The base will close by June 2026."
    (draft,) = placed(sentence, claim({"quote": sentence, "claim": "Soldiers go."}))
    assert draft.known == "base-closes"


def test_without_a_tracker_nothing_is_known() -> None:
    article = Article("It will open in June 2026.")
    (draft,) = BesideTracker().placed(drafts_of(article))
    assert (draft.known, draft.places, draft.id) == (None, (), "open-june-2026")
