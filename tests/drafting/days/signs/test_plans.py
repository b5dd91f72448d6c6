"""Times of plans that were moved, missed or given up, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "The opening had been scheduled for September.",
        "It was originally due in 2023.",
        "The Minister's earlier promise to fill them by January was not kept.",
        "In January Ms Harwick pledged to publish the report in February.",
        "Talks, which were due to begin on Friday, will be held later.",
        "The vote, set for Friday, was called off.",
        "The play, set for Friday before it was pulled, will be seen later.",
        "The studio has moved the premiere from Oct. 9 to late in the season.",
        "The club has postponed its planned Saturday match.",
        "The march was reportedly scheduled to start on Friday but was called off.",
        "Tomorrow is too early to go home.",
        "Some fear what will follow, and who ask what to do if it fails by June.",
        "The mayor put off the fair, long planned for 3 June, again.",
        "The firm failed to open it by June and will be fined.",
        "The firm missed its target of opening by June and will be fined.",
        "Nobody knows what will happen if it is not done by June.",
        "In the event that the papers come in June, the yard would open later.",
        "It was due to open in June, but a letter has put that off.",
        "The talk was due to be held on Friday but would now go ahead later.",
        "The ship, originally timed for 3 June, sails later.",
        "The firm has given up its plan to sell by June.",
        "The firm walked back its promise to end sales by 2035.",
        "The firm dropped its target of building 300,000 homes by 2029.",
        "The court stayed his execution, which was set for Thursday.",
        "The judge has blocked the law from taking effect on July 1.",
        "The house voted down a plan that would close the base by 2027.",
        "A pledge to plant trees by 2030 has been dropped.",
        "The strike planned for Monday has been averted.",
        "The game, due to be played on Sunday, has been abandoned.",
        "The concert set for Saturday is off.",
        "The talks, planned for Friday, will not take place.",
    ],
)
def test_the_time_of_a_plan_that_is_no_more_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


def test_the_day_to_which_something_was_put_off_is_to_come() -> None:
    sentence = "The line has delayed its first run to a day planned for Friday."
    assert to_come(sentence) == ["planned for Friday"]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The firm dropped its plan to list in Calder and will list here in June.", "in June"),
        ("All who need a boat should file the papers by Friday.", "by Friday"),
        ("The union rejected the offer and the strike will start on Monday.", "on Monday"),
        ("The judge rejected the plea, and the trial will begin on June 3.", "on June 3"),
        ("The deal avoids a ban that will start on June 3.", "on June 3"),
        ("It will vote on Friday on a plan that was rejected in March.", "on Friday"),
        ("The fair will take place in June.", "in June"),
        ("The king will veto the bill on Friday.", "on Friday"),
        ("The board will cancel the scheme by June.", "by June"),
        ("The board is scrapping the rules in 2027.", "in 2027"),
        ("Norda will drop plans to ban new cars from 2035.", "from 2035"),
        ("The firm will not drop its target to halve costs by 2030.", "by 2030"),
        ("The firm has not dropped its plan to open by June.", "by June"),
        ("Norda will stay the execution until June 3.", "until June 3"),
        ("The minister vowed to scrap the ban by July 2026.", "by July 2026"),
        ("The board wants to abandon the plan by 2027.", "by 2027"),
        ("The board agreed to scrap the rules by 2027.", "by 2027"),
        ("The court struck down the law and a new one is due by June 3.", "by June 3"),
        ("He pulled out of the bid and the race will be run on June 3.", "on June 3"),
        ("The firm missed its target and aims to reach it in 2027.", "in 2027"),
        ("The judge blocked the law while the trial goes on until June 3.", "until June 3"),
        ("The court rejected a bid to halt the vote set for June 3.", "set for June 3"),
        ("Fares dropped under a scheme that is to end in June.", "in June"),
        ("The union that rejected the bill will strike on Monday.", "on Monday"),
        ("The mayor dropped plans for a toll and promises a vote by June.", "by June"),
        ("The court halted the scheme pending a ruling due by June 3.", "by June 3"),
        ("The court has blocked the rule until June 3.", "until June 3"),
        ("It will open by June even though the plan was rejected.", "by June"),
        ("Voters rejected the plan and go to the polls in June.", "in June"),
        ("The vetoed bill goes back to the house on Friday.", "on Friday"),
        ("The man who dropped his bid will run again in June.", "in June"),
        ("The plan to open by June is off to a good start.", "by June"),
        ("Norda, due to open a hall in June, has dropped its fares.", "in June"),
        ("By June the firm will have been banned.", "by June"),
    ],
)
def test_what_comes_beside_what_was_given_up_is_to_come(sentence: str, phrase: str) -> None:
    assert to_come(sentence) == [phrase]


def test_what_goes_ahead_instead_is_to_come() -> None:
    sentence = "It was due to be heard today but would now go ahead at 10am tomorrow."
    assert to_come(sentence) == ["at 10am tomorrow"]
