"""Times that come again and again, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sails every Monday.",
        "It has to set its rates by June 30 each year.",
    ],
)
def test_what_comes_again_and_again_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []
