"""Drafts as a file of claims."""

from datetime import date

import pytest

from claim_tracker.drafting.article import Article, ArticleSource
from claim_tracker.drafting.beside_tracker import BesideTracker
from claim_tracker.drafting.claims_file import claims_file
from claim_tracker.drafting.drafts import drafts_of
from tests.drafting.annotated import AnnotatedArticle, annotated_articles
from tests.samples import assert_valid

SOURCE = ArticleSource("A port", "Norda News", "https://example.org/a", date(2025, 5, 14))


def written(text: str, source: ArticleSource = SOURCE) -> str:
    return claims_file(
        [(source, "port.txt", BesideTracker().placed(drafts_of(Article(text, source))))]
    )


@pytest.mark.parametrize("annotated", annotated_articles(), ids=lambda it: it.name)
def test_the_file_of_any_article_is_valid(annotated: AnnotatedArticle) -> None:
    article = annotated.article
    text = claims_file([(article.source, "article", BesideTracker().placed(drafts_of(article)))])
    assert_valid(text, today=date(2030, 1, 1))


def test_a_claim_has_its_quote_and_its_source_by_key() -> None:
    text = written("The port will open by June, Lena Harwick said.")
    assert "  nordanews-2025-05-14:\n    title: A port\n" in text
    assert "    quote: The port will open by June, Lena Harwick said.\n" in text
    assert "    due: 2025-06\n" in text
    assert "    source: nordanews-2025-05-14\n" in text


def test_who_says_it_is_else_the_publisher() -> None:
    assert "    speaker: Norda News\n" in written("The port will open by June.")


def test_what_cannot_be_resolved_is_a_note() -> None:
    text = written("The port will open in the coming weeks.")
    assert "“in the coming weeks”" in text
    assert "due:" not in text


def test_two_articles_of_a_day_have_two_keys() -> None:
    drafts = BesideTracker().placed(drafts_of(Article("The port will open by June.", SOURCE)))
    text = claims_file([(SOURCE, "a", drafts), (SOURCE._replace(url=f"{SOURCE.url}2"), "b", [])])
    assert "  nordanews-2025-05-14:\n" in text
    assert "  nordanews-2025-05-14-2:\n" in text


def test_an_article_without_claims_is_a_file_without_claims() -> None:
    assert written("Nothing.").endswith("claims: []\n")
