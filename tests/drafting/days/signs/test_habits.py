"""Times that come again and again, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sails every Monday.",
        "It has to set its rates by June 30 each year.",
        "Clerks are at their desks in four days a week.",
        "It is the coat that you need in the winter.",
        "It is a good coat for autumn.",
        "Candles help if the lights are cut in the winter.",
        "Most of the ferries sail empty in winter.",
        "Guards work longer hours on the weekend.",
        "If he so much as coughed tomorrow, shares would fall.",
        "It is best to book on a Tuesday, Thursday or Sunday.",
        "You can rent a boat there for the weekend.",
        "Schools have two weeks off at Easter.",
        "He may go free if he keeps the law during the two-year period.",
        "Highlights are shown on the Tuesday of league weeks.",
        "I go through my post on my Friday mornings.",
        "Boats can sink as fast as ice melts in winter.",
        "Her column appears Monday-Friday.",
    ],
)
def test_what_comes_again_and_again_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The museum reopens in the summer.", "in the summer"),
        ("The board will meet over the weekend.", "over the weekend"),
        ("She will resign if it is not passed by Friday.", "by Friday"),
        ("If it is not paid by June, it will be fined.", "by June"),
    ],
)
def test_a_time_of_which_somebody_decides_is_a_deadline(sentence: str, phrase: str) -> None:
    assert to_come(sentence) == [phrase]
