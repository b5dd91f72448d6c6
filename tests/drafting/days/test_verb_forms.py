"""Whether verbs tell of the past."""

import pytest

from claim_tracker.drafting.days.verb_forms import tells_first_of_past, tells_past


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


@pytest.mark.parametrize(
    ("after", "expected"),
    [(", it closed and will go.", True), (", it will go as it closed.", False), (" fair", False)],
)
def test_the_first_verb_after_a_time_tells_of_the_past(after: str, expected: bool) -> None:
    assert tells_first_of_past(after) is expected
