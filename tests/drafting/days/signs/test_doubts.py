"""Times that may be over or to come, which keep their phrase without days."""

from datetime import date

import pytest

from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import deadlines_in
from claim_tracker.drafting.days.past import without_doubt
from claim_tracker.drafting.days.signs.doubts import SIGNS

WEDNESDAY = date(2025, 5, 14)


def periods(sentence: str) -> list[str | None]:
    """The days of the times of the sentence, None for those that are in doubt."""
    found = deadlines_in(sentence, Context(WEDNESDAY))
    settled = [without_doubt(sentence, it, WEDNESDAY) for it in found]
    return [it.period.text if it.period is not None else None for it in settled]


@pytest.mark.parametrize("sentence", [it.example for it in SIGNS])
def test_a_time_in_doubt_has_no_days(sentence: str) -> None:
    assert periods(sentence) == [None]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The ship was due to sail on Friday.", "2025-05-16"),
        ("The ship is set to sail on Friday.", "2025-05-16"),
        ('"She was set to sail on Friday," Orr said.', "2025-05-16"),
        ("The ship was set to sail by Friday.", "2025-05-16"),
    ],
)
def test_a_time_that_is_to_come_has_its_days(sentence: str, period: str) -> None:
    assert periods(sentence) == [period]
