"""What signs are made of."""

import pytest

from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.days.signs.sign import Surroundings, past_follows


@pytest.mark.parametrize(
    ("after", "expected"),
    [(", it closed and will go.", True), (", it will go as it closed.", False), (" fair", False)],
)
def test_the_first_verb_after_a_time_tells_of_the_past(after: str, expected: bool) -> None:
    assert past_follows(Surroundings("", after, "", Deadline("in May", 0, 6), None)) is expected
