"""Days of saying, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "         changes Friday meant to please the crews.",
        "But in his answers this week he will tell of it.",
        "A report this week notes that the old ships are a risk.",
        "She declined to say what it could do during an interview Friday.",
        "In March she promised to open it in April.",
        "I am telling you tonight that nobody pays.",
        "The agency forecast on Tuesday that it would fall.",
        "The decision today will help.",
        "                   plans Monday to close two plants.",
        "The chief told troops on Tuesday that heavy raids could follow.",
        "And today I would like to say that we were wrong.",
        "The desk projected Wednesday that Orr is to win the north.",
        "Asked on Monday whether it will open, the mayor walked away.",
        '"We will build it," Orr wrote for the board on Tuesday (early Wednesday GMT).',
        "It admitted delays on Tuesday, saying that it is sorry.",
        "He told the owners of the ship on Tuesday that it is safe.",
        "A ruling on Tuesday clears the way.",
        '"It will open," read a notice on the gate on Monday.',
        "The bank, in a report on Monday, sees growth.",
        "From the steps of the hall on Monday, Orr promised to open it.",
        "The envoy backed the holding of talks, Calder News reports on May 14.",
        "The council has passed a plan, which sees the debt fall, the Gazette learnt on Tuesday.",
        "They wept after news on Tuesday that the yard is to go.",
        "                      in July could cost jobs.",
        "Announcing the cuts on Monday,               300 would go.",
        "Backed by the king on Monday,           she will run.",
        "Responding to the report on Monday,           it will recall the cars.",
    ],
)
def test_the_day_of_saying_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Starting in June,                the city will charge a toll.", "in June"),
        ("Beginning in 2027,           all homes will have heat pumps.", "in 2027"),
        ("Scheduled for June 3,          the launch will carry it.", "for June 3"),
        ("Planned for 2027,                it will open.", "for 2027"),
        ("Expected in June,                  it will cost less.", "in June"),
        ("Opening in May 2026,          the hall will seat 900.", "in May 2026"),
        ("Introducing a bill to ban cars from 2030,          it will help.", "from 2030"),
        ("Arriving on Friday,          the ship will bring food.", "on Friday"),
        ("United Nations envoys plan to meet in June,          ", "in June"),
    ],
)
def test_the_day_of_what_is_planned_before_who_said_it_is_to_come(
    sentence: str, phrase: str
) -> None:
    assert to_come(sentence) == [phrase]
