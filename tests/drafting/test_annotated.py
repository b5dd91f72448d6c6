"""The annotated articles are sound."""

from itertools import pairwise

import pytest

from tests.drafting.annotated import AnnotatedArticle, annotated_articles

ARTICLES = annotated_articles()
each_article = pytest.mark.parametrize("annotated", ARTICLES, ids=lambda each: each.name)


@each_article
def test_each_annotated_sentence_stands_in_its_text(annotated: AnnotatedArticle) -> None:
    text = " ".join(annotated.article.text.split())
    sentences = [*(claim.sentence for claim in annotated.claims), *annotated.may]
    assert [sentence for sentence in sentences if sentence not in text] == []


@each_article
def test_no_sentence_is_annotated_twice(annotated: AnnotatedArticle) -> None:
    sentences = [*(claim.sentence for claim in annotated.claims), *annotated.may]
    assert len({*sentences}) == len(sentences)


@each_article
def test_each_phrase_stands_in_its_sentence(annotated: AnnotatedArticle) -> None:
    for claim in annotated.claims:
        for draft in claim.drafts:
            assert (draft.due_phrase or "") in claim.sentence


@each_article
def test_what_has_days_has_a_phrase(annotated: AnnotatedArticle) -> None:
    for claim in annotated.claims:
        for draft in claim.drafts:
            assert draft.due_phrase or not draft.accepted_days
            assert all(earliest <= latest for earliest, latest in draft.accepted_days)


@each_article
def test_each_deadline_of_a_sentence_is_annotated_once(annotated: AnnotatedArticle) -> None:
    for claim in annotated.claims:
        assert all(one != other for one, other in pairwise(claim.drafts))


@each_article
def test_kinds_are_those_of_the_format(annotated: AnnotatedArticle) -> None:
    kinds = {draft.kind for claim in annotated.claims for draft in claim.drafts}
    assert kinds <= {"commitment", "prediction", "fact"}
