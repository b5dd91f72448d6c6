"""Whether verbs tell of the past."""

import pytest

from claim_tracker.drafting.days.verb_forms import tells_past


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
