"""The forms of a number of days, weeks and the like."""

from datetime import date

import pytest

from claim_tracker.drafting.article import Article
from claim_tracker.drafting.days import deadlines
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import deadlines_in
from claim_tracker.drafting.days.spans import SPANS, SpanForm
from claim_tracker.drafting.drafts import drafts_of
from claim_tracker.drafting.patterns import Rules


@pytest.mark.parametrize("span", SPANS, ids=lambda it: it.example)
def test_each_span_alone_is_that_of_its_example(
    span: SpanForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = Context(date(2025, 5, 14))
    with_all = deadlines_in(span.example, context)
    monkeypatch.setattr(deadlines, "SPAN_RULES", Rules([it for it in SPANS if it is not span]))
    assert deadlines_in(span.example, context) != with_all


@pytest.mark.parametrize("text", ["a few months before opening it", "several weeks ago"])
def test_what_is_told_from_an_event_is_no_vague_span(text: str) -> None:
    assert not any(span.pattern.search(text) for span in SPANS)


@pytest.mark.parametrize(
    "phrase",
    [
        "within 90 days of the last departure",
        "within 30 days of signing the deal",
        "within six months of the Supreme Court ruling",
        "within ten days of the count",
    ],
)
def test_the_event_of_a_span_ends_with_its_noun(phrase: str) -> None:
    (drafted,) = drafts_of(Article(f"The base will close {phrase}.")).drafts
    assert drafted.due_phrase == phrase
