"""Times that may be over or to come, which keep their phrase without days."""

from datetime import date

import pytest

from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import deadlines_in
from claim_tracker.drafting.days.past import judged

WEDNESDAY = date(2025, 5, 14)


def periods(sentence: str, published: date = WEDNESDAY) -> list[str | None]:
    """The days of the times of the sentence, None for those that are in doubt."""
    found = deadlines_in(sentence, Context(published))
    settled = [judged(sentence, it, published) for it in found]
    return [it.period.text if it.period is not None else None for it in settled if it is not None]


def test_a_day_in_place_of_an_earlier_one_is_in_doubt() -> None:
    sentence = "The fair was first set for 2026 but was then moved to June."
    assert periods(sentence) == [None]
    assert periods(sentence.replace("was then", "is now")) == ["2025-06"]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The board had extended the deadline to July 31.", None),
        ("The state announced a ban on cars from May 17 on.", "2025-05-17"),
        ("In the event that talks failed, it would strike within 24 hours.", None),
        ("It will strike within 24 hours, as talks failed.", "2025-05-15"),
        ("Unless talks go on, it will strike within 24 hours.", "2025-05-15"),
        ("It will open on May 20, of the same year.", None),
        ("The start, delayed twice, will now be on July 3.", "2025-07-03"),
        ("It was delayed to July 3.", "2025-07-03"),
        ("The board has extended the deadline to July 31.", "2025-07-31"),
        ("The ship was due to sail on Friday.", None),
        ("The ship is set to sail on Friday.", "2025-05-16"),
        ('"She was set to sail on Friday," Orr said.', None),
        ("She was set to sail on Friday,          .", "2025-05-16"),
        ("The ship was set to sail by Friday.", "2025-05-16"),
        ("The board will meet on Tuesday.", "2025-05-20"),
        ("The board left it open, and said it will meet on Tuesday.", "2025-05-20"),
        ("The board agreed to meet on Thursday.", "2025-05-15"),
        ("The board meets this week.", "2025-05-12/2025-05-18"),
        ("In eleven months, the hall will open.", "2026-04-14"),
        ("Should the vote fail on Friday, the minister will go.", None),
        ("The talks will run Thursday through Saturday.", "2025-05-15/2025-05-17"),
        ("The talks will run Tuesday through Thursday.", None),
        ("The firm no longer expects to open in June.", None),
        ("It is no longer a secret that it will open in June.", "2025-06"),
        ("Orr denied that he will leave in June.", None),
        ("Orr denied the charge and will leave in June.", "2025-06"),
        ("The firm is no longer set to close it and will keep it until 2030.", "2030"),
        ("Orr dismissed claims of fraud and will run in June.", "2025-06"),
        ("Norda denied the claims and plans to open in June.", "2025-06"),
        ("It denies that the plan was dropped and expects to open in June.", "2025-06"),
        ("A false alarm means that the hall will open in June.", "2025-06"),
        ("The hall will be closed from Friday to Sunday.", "2025-05-16/2025-05-18"),
        ("False claims spread that the hall will close in June.", None),
        ("Fake news is a threat and a law that bans it will start in June.", "2025-06"),
        ("It is not true that banks will close on Monday.", None),
        ("The talk that schools will close on Monday is a hoax.", None),
        ("It will be cheaper until April 3, 2026.", "2026-04-03"),
        ("Shares of the yard are down by 3% this year.", None),
        ("The yard is a bigger one tonight.", None),
        ("Bonds follow for old crews, and for those new to it this year.", None),
        ("Wednesday is the last day of it.", "2025-05-14"),
        ("The man is due to be freed on Wednesday.", "2025-05-14"),
        ("The fares are fixed later this month.", "2025-05-14/2025-05-31"),
        ("The halls stay closed this week.", "2025-05-12/2025-05-18"),
    ],
)
def test_a_time_that_is_to_come_has_its_days(sentence: str, period: str) -> None:
    assert periods(sentence) == [period]


def test_the_day_of_publication_has_days_behind_what_will_be_on_it() -> None:
    assert periods("It will start May 14.") == ["2025-05-14"]
    assert periods("The day falls on May 14.") == ["2025-05-14"]
