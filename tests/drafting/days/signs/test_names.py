"""Times in the names of things, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "The 2030 target is out of reach.",
        "Its debt maturing in 2027 and 2028 is cheap.",
        "It promises a loss about equal to this year.",
        "The board will wait for the year-end accounts.",
        "The June 9 accord holds.",
        "The budget for 2026 is tight.",
        "The winner of this year's race gets $3m.",
        "He is on trial over the 9 May riots.",
        "Its June 2026 target is near.",
        "It asked for the notes of a May 3 meeting held in Rome.",
        "A Tuesday collision that killed two is looked into.",
        "The mayor's April 3 letter went unanswered.",
        "He will be asked about Friday's attack.",
        "It sows seed for winter wheat.",
        "It is short of money, given losses in April's sale.",
        "The summer 2026 season is near.",
        "They name the Oct. 7 architect their new leader.",
        "Thursday, Aug, 14, 2025: it will be shut.",
        "The staff, in its Friday evening update, told of more raids.",
        "They talk of what he does with that time.",
        "The sketch was shown on Saturday Night Live.",
        "The film moves off its Feb. 9 date.",
        "The house is to study next year's draft budget.",
        "The mayor called Monday's march a warning, and will not give in.",
        "Thursday's vote in the council is worrying to many.",
        "They look into the May 20 accident at the yard.",
        "Buses are to be as cheap as they are today.",
        "She asked them not to wait for June.",
        "The question is what happens tomorrow.",
        "Much hangs on how Friday's talks go.",
        "Rain returns 12 hours after Friday's storm.",
        "The two sides differ on Thursday's vote.",
        "It is to recover from a fall in first quarter output.",
        "Wild claims, such as Sunday's on the vote, spread.",
        "He moves so fast that time stands still.",
        "The January 6 committee will publish its report.",
        "The 7 October attack will be looked into.",
        "The September 11 memorial will be built anew.",
        "Police ask all with footage from Friday to come forward.",
        'Bell will star in "Summer 2026".',
        "He will fly from Mar-a-Lago to the capital.",
        "The two yards are good by 2026 standards.",
        "They will be singing along to Christmas music.",
        "The firm wants to gain from interest in winter sports.",
        "It aims to end the 2026 Good Friday talks.",
        "It plans a boat targeting then-mayor Bell.",
    ],
)
def test_a_time_in_a_name_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Game sales will rise in the second half.", "in the second half"),
        ("The game maker expects a profit in the fourth quarter.", "in the fourth quarter"),
        ("The bank expects to pay the penalty in the fourth quarter.", "in the fourth quarter"),
        ("The coach firm plans to return to profit in the first half.", "in the first half"),
        ("The film will be made and its day will be set in 2027.", "in 2027"),
        ("The exchange will publish data from Friday.", "from Friday"),
    ],
)
def test_a_time_of_business_is_a_deadline(sentence: str, phrase: str) -> None:
    assert to_come(sentence) == [phrase]


def test_what_comes_down_to_an_event_does_so_at_its_time() -> None:
    assert to_come("The last places will come down to next March's races.") == ["to next March"]
    assert to_come("He will be asked to next March's races.") == []
