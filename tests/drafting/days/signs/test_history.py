"""Times of what is past, which are no deadlines."""

from datetime import date

import pytest

from tests.drafting.days.to_come import to_come

MONDAY = date(2025, 5, 12)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge closed in March.",
        "They hacked a firm at the end of July 2023, and sent notes on 1 August.",
        "He came here after they gave him a day to leave the town.",
        "The blast Tuesday follows two others.",
        "She could not confirm that a raid took place on Tuesday.",
        "Troops backed by tanks had moved across the river at 5 a.m. Wednesday.",
        "On Wednesday more details of the raid have emerged.",
        "The start was put off on Tuesday because of rain.",
        "It was cold there on Easter Monday when the heating broke.",
        "Shares fell by as much as 14.9% on Wednesday, following its notice.",
        "Shares fell 13% in extended trading on Wednesday.",
        "Economists are forecasting inflation of 3.4% in April, down from 3.5%.",
        "It passed in Wednesday's early hours and will become law.",
        "It adds to a drop from Tuesday of four points.",
        "It could not be established on Wednesday whether she has a lawyer.",
        "It may cut its rate after posting a 0.4 per cent fall on Wednesday.",
        "They warned it after its reaction to a speech on Thursday.",
        "A man who set himself on fire Sunday had been ill.",
        "The gallery offered the chance to paint on Wednesday evening.",
        "The envoy laid out her terms on Wednesday.",
        "Nobody forgets that Friday evening when the dam broke.",
        "Through Tuesday, the striker has 8 goals.",
        "It takes time for the cuts this year to lower prices.",
        "Regulators ordered the bank to pay in April after finding faults.",
        "In 2019 the firm filed for bankruptcy.",
        "A pact was signed in the wake of the floods of 3 April 2001.",
        "The law, passed in 2009, is strict.",
        "It has fallen 12% since January.",
        "She was mayor from 1988 to 1994.",
        "Lena Harwick was born on 4 May 1973.",
        "It fell three days ago.",
        "The court will hear an appeal filed in March.",
        "Police will question a man held on Sunday.",
        "The committee will look at what happened on Monday.",
        "It follows a walkout in March that left lines shut.",
        "It is to open, but the talks touted by the mayor in April go on.",
        "In April the minister, Ana Bell, formally approved the loan.",
        "At a meeting this morning, the board named a head.",
        "The council, on Monday, approved the loan.",
        "It lost its engine within two days.",
        "It was the first to sail, back in March.",
        "They agreed to cut output on Wednesday in a deal.",
        "He is accused of a theft on May 9 last year.",
        "The fair did not open until June 3.",
        "The budget wasn't signed by the mayor until June 30.",
        "It never sailed until July.",
        "The yard had stayed shut until June 30.",
        "In 2013 the budget was signed by June 30.",
        "Talks broke down before the end of June.",
        "During a visit to Calder on Tuesday the minister opened it.",
        "The bank puts output in April at 40 tonnes.",
        "Until Friday nobody knew that it closes.",
        "By Friday, 40 men had been found, and the search goes on.",
        "As of Friday, 40 men are missing, and the search goes on.",
        "It will stay shut after closing on Monday.",
        "He will stand trial over a crash in June.",
        "She will appeal against a ruling in June.",
        "The bank today cut its rate and sees growth.",
        "The bank cut its rate on Monday and expects growth.",
        "The fair ended, with shops opening again in April.",
        "The storm hit, with winds reaching 90 km an hour on Tuesday.",
        "Her decision to quit in April shocked the town.",
        "By 11 a.m. GMT Wednesday, rain was falling on the coast.",
        "The board had shut the line to all ships with effect from April 20.",
        "The town is angry at its decision to sell the yard in April.",
    ],
)
def test_the_time_of_something_past_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


def test_a_weekend_told_of_after_it_is_the_last_one() -> None:
    told = "Floods in the north, and thousands in the dark this weekend."
    assert to_come(told, MONDAY) == []
    assert to_come("The line will stay shut this weekend.", MONDAY) == ["this weekend"]
