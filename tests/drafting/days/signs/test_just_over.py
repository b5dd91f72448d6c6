"""Times that were over shortly before the publication, or long ago."""

from datetime import date

import pytest

from tests.drafting.days.to_come import to_come

MONDAY = date(2025, 5, 12)


@pytest.mark.parametrize(
    "sentence",
    [
        "They hacked a firm at the end of July 2023, and sent notes on 1 August.",
        "They told the crews that the mayor would be there on Monday.",
        "Economists are forecasting inflation of 3.4% in April, down from 3.5%.",
        "It has fallen 12% since January.",
        "Lena Harwick was born on 4 May 1973.",
        "It is to open, but the talks touted by the mayor in April go on.",
        "They agreed to cut output on Wednesday in a deal.",
        "He is accused of a theft on May 9 last year.",
        "The council has approved a budget with less for roads on Wednesday.",
        "Inflation is at 2% in the year to April.",
        "The firm raised its outlook for the fourth quarter, ended April 30, to $4m.",
        "In 2013 the budget was signed by June 30.",
        "The mayor won the nomination to run for the council in December.",
    ],
)
def test_a_time_just_over_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The court ordered the airline to leave the airport in December.",
        "It agreed to close the pool in December.",
        "They set the trial for December.",
    ],
)
def test_what_was_decided_may_be_far_ahead(sentence: str) -> None:
    assert len(to_come(sentence)) == 1


def test_a_day_to_come_after_what_was_done_is_a_deadline() -> None:
    assert to_come("The council has approved a plan to shut the bridge on Wednesday.") == [
        "on Wednesday"
    ]
    assert to_come("The council has approved a budget, which takes effect on Thursday.") == [
        "on Thursday"
    ]
    assert to_come("Inflation will be at 2% in the year to March.") == ["in the year to March"]


def test_a_time_ahead_that_opens_a_sentence_is_not_that_of_a_picture() -> None:
    told = "Early next week the crews, pictured above, plan to sail."
    assert to_come(told) == ["early next week"]
    assert to_come("The crews, pictured above, were to sail early next week.") == []


def test_a_weekend_told_of_after_it_is_the_last_one() -> None:
    told = "Floods in the north, and thousands in the dark this weekend."
    assert to_come(told, MONDAY) == []
    assert to_come("The line will stay shut this weekend.", MONDAY) == ["this weekend"]


def test_a_season_told_of_after_it_is_the_last_one() -> None:
    autumn = date(2025, 9, 20)
    assert to_come("In her place this summer, it is said that Orr did it.", autumn) == []
    assert to_come("It will open this summer.", autumn) == ["this summer"]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("                  its plans on Monday.", []),
        ("Data on Monday showed new orders for ships.", []),
        ("The mayor may tell of her joy on Monday of last week's vote.", ["on Monday"]),
        ("On Monday, the unions are due to vote.", ["on Monday"]),
        ("Monday is a feast.", ["Monday"]),
        ("Monday's talks are likely to end it.", []),
        ("It will be signed by Monday.", ["by Monday"]),
        ("A report by Norda Data in April may help.", []),
        ("It is big on Friday.", ["on Friday"]),
    ],
)
def test_a_name_that_was_nearer_before_needs_a_verb_to_come(
    sentence: str, phrases: list[str]
) -> None:
    assert to_come(sentence) == phrases
