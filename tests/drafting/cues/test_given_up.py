"""Plans that were given up, and what never came to be."""

import pytest

from claim_tracker.drafting.cues.given_up import is_given_up


@pytest.mark.parametrize(
    "sentence",
    [
        "The opening had been scheduled for last autumn.",
        "It was originally due in 2023.",
        "The plan was scrapped.",
        "The promise to open it was not kept.",
        "Peace would have come.",
        "If talks had failed, war would follow.",
    ],
)
def test_a_plan_that_was_given_up_is_seen(sentence: str) -> None:
    assert is_given_up(sentence)
