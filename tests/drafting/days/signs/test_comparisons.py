"""Times of what something is compared with, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "She plans a trip, her first out of the valley in a month.",
        "It was the first cut in three years.",
        "She bids to be the first Norda woman to win a grand race of the coast in ten years.",
        "Shares of the yard, up 8% in two days, will fall.",
        "For the second time in less than a week, it will be shut.",
        "It is the third trip of Bell to Calder's yard in a month.",
        "She is the highest-ranking guest to come to the town in 25 years.",
        "It holds 1.4 points, slipping from 2.2 percent on Saturday.",
        "It launched its first field in the Gulf (GOM) in 18 months.",
        "It will be the worst setback that they have had in 14 years.",
        "The line opens in May, not June.",
        "So far this year it has sold 40 ships.",
        "It employs 40, down from 70 after it closed a yard in March.",
        "It is the worst storm to hit the coast this year.",
        "It will cost more than it did in June.",
        "It will be the biggest fair since the one in June.",
        "It will keep to the hours as they were first planned for this year.",
        "To date this year, 40 ships have sunk and more will.",
        "Growth will be slower than forecast in March.",
        "Markets see an 80% chance of a cut, from 70% on Friday.",
    ],
)
def test_the_time_of_what_is_compared_is_no_deadline(sentence: str) -> None:
    assert [it for it in to_come(sentence) if it != "in May"] == []


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("The share will fall from 5% in 2025 to 4% in 2026.", ["in 2026"]),
        (
            "Its debt will grow from 31.5 percent of output in 2025-26 to 40 in 2026-27.",
            ["in 2026-27"],
        ),
        ("Output will rise from 40 tonnes this year to 60 tonnes by 2030.", ["by 2030"]),
        ("The fee will be cut to 4% in 2027 from 6% in 2026.", ["in 2027"]),
        ("The fee will be 4% in 2027, up from 3% in 2026.", ["in 2027"]),
        ("The fee will be 4% in 2027, compared with about 3% this year.", ["in 2027"]),
        ("The fee will be 4% in 2027, against two percent in 2026.", ["in 2027"]),
        ("It will be 3% in 2026, after 2% in 2025.", ["in 2026"]),
        ("It will be 3% in 2026 after a rise of 2% this year.", ["in 2026"]),
        ("It will be 3% in 2026, higher than the 2% expected this year.", ["in 2026"]),
        ("It will slow from 5% this year, to 3% next year.", ["next year"]),
        ("It will slow to 3% next year, down from this year's 5%.", ["next year"]),
        ("The tax will go from 10% (in 2025) to 12% (in 2026).", ["in 2026"]),
        ("It will hire people from 40 towns in 2026.", ["in 2026"]),
        ("It will fall from 400 by 2030.", ["by 2030"]),
        ("Tickets go from $3 to $4 in July.", ["in July"]),
        ("Tickets will be sold, from $40, in July.", ["in July"]),
        ("Growth will be faster than expected in 2027.", ["in 2027"]),
        ("It will be more than forecast in 2026.", ["in 2026"]),
        ("It will open earlier than expected in June.", ["in June"]),
        ("It will be one of those in June.", ["in June"]),
        ("It will open more than one in 2027.", ["in 2027"]),
        ("The flights will fall from two to one in June.", ["in June"]),
        ("The town will hold a rerun of the vote on June 3.", ["on June 3"]),
        ("The school will make up for lost days in June.", ["in June"]),
    ],
)
def test_the_time_of_an_old_value_is_no_deadline(sentence: str, phrases: list[str]) -> None:
    assert to_come(sentence) == phrases
