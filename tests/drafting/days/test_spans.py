"""The forms of a number of days, weeks and the like."""

import pytest

from claim_tracker.drafting.days.spans import SPANS, SpanForm


@pytest.mark.parametrize("span", SPANS, ids=lambda it: it.example)
def test_each_span_fits_its_example(span: SpanForm) -> None:
    assert span.pattern.search(span.example) is not None


@pytest.mark.parametrize("text", ["a few months before opening it", "several weeks ago"])
def test_what_is_told_from_an_event_is_no_vague_span(text: str) -> None:
    assert not any(span.pattern.search(text) for span in SPANS)
