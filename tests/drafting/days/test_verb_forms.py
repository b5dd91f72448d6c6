"""Where the forms of verbs begin, and whether verbs tell of the past."""

import re

import pytest

from claim_tracker.drafting.days.verb_forms import VERB_FORMS, VerbForm, tells_past
from tests.drafting.annotated import annotated_articles

TEXTS = [*(it.example for it in VERB_FORMS), *(it.article.text for it in annotated_articles())]


@pytest.mark.parametrize("form", VERB_FORMS, ids=[it.example for it in VERB_FORMS])
def test_a_form_begins_where_a_word_does(form: VerbForm) -> None:
    begins = re.compile(r"\b[a-zA-Z]|'")
    starts = [(it, match.start()) for it in TEXTS for match in re.finditer(form.pattern, it)]
    assert starts
    assert all(begins.match(text, start) for text, start in starts)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge closed.", True),
        ("He went.", True),
        ("'s rally was big.", True),
        ("The bridge closes.", False),
    ],
)
def test_a_verb_in_the_past_is_seen(sentence: str, expected: bool) -> None:
    assert tells_past(sentence) is expected
