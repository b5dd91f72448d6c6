"""Whether a figure holds at a time."""

import pytest

from claim_tracker.drafting.levels import is_level


@pytest.mark.parametrize(
    "sentence",
    [
        "The airport serves 22 airlines.",
        "There are 37,554 schools in the State.",
        "It currently has 23 pupils.",
        "More than 130 million people live downstream.",
        "The rate stands at 5.25%.",
        "Debt stood at 118% of output.",
        "The flood has displaced 4,000 people.",
    ],
)
def test_how_much_there_is_now_is_a_level(sentence: str) -> None:
    assert is_level(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It has lost 12 airlines since then.",
        "It is what 40 people saw last year.",
        "It has had 40 beds in 2019.",
        "He won with 40 votes.",
    ],
)
def test_what_was_is_no_level(sentence: str) -> None:
    assert not is_level(sentence)
