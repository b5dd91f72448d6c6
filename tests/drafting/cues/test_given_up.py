"""Plans that were given up, and what never came to be."""

import pytest

from claim_tracker.drafting.cues.given_up import is_given_up


@pytest.mark.parametrize(
    "sentence",
    [
        "The opening had been scheduled for last autumn.",
        "It was originally due in 2023.",
        "It closed it, after previously targeting a sale.",
        "The plan was scrapped.",
        "The promise to open it was not kept.",
        "Peace would have come.",
        "If talks had failed, war would follow.",
        "A plan to oust the head of the port over its cost has failed after a vote.",
        "The winner was to meet Orr.",
    ],
)
def test_a_plan_that_was_given_up_is_seen(sentence: str) -> None:
    assert is_given_up(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two were to end their drill later in the day.",
        "A plan to help firms that failed is due.",
        "A plan to buy failed yards is due.",
    ],
)
def test_a_plan_that_may_hold_is_not_given_up(sentence: str) -> None:
    assert not is_given_up(sentence)
