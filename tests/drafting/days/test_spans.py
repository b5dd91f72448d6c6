"""The forms of a number of days, weeks and the like."""

import pytest

from claim_tracker.drafting.days.spans import SPANS, SpanForm


@pytest.mark.parametrize("span", SPANS, ids=lambda it: it.example)
def test_each_span_fits_its_example(span: SpanForm) -> None:
    assert span.pattern.search(span.example) is not None
