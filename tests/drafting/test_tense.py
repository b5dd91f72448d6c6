"""Whether verbs tell of the past."""

import pytest

from claim_tracker.drafting.tense import tells_first_of_past


@pytest.mark.parametrize(
    ("after", "expected"),
    [(", it closed and will go.", True), (", it will go as it closed.", False), (" fair", False)],
)
def test_the_first_verb_after_a_time_tells_of_the_past(after: str, expected: bool) -> None:
    assert tells_first_of_past(after) is expected
