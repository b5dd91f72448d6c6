"""Times of what is past, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge closed in March.",
        "The firm lost a case the same day it opened the yard.",
        "She could not confirm that a raid took place on Tuesday.",
        "Troops backed by tanks had moved across the river at 5 a.m. Wednesday.",
        "On Wednesday more details of the raid have emerged.",
        "It was cold there on Easter Monday when the heating broke.",
        "Shares fell by as much as 14.9% on Wednesday, following its notice.",
        "Shares fell 13% in extended trading on Wednesday.",
        "It could not be established on Wednesday whether she has a lawyer.",
        "It may cut its rate after posting a 0.4 per cent fall on Wednesday.",
        "A man who set himself on fire Sunday had been ill.",
        "The gallery offered the chance to paint on Wednesday evening.",
        "The envoy laid out her terms on Wednesday.",
        "Nobody forgets that Friday evening when the dam broke.",
        "Through Tuesday, the striker has 8 goals.",
        "In 2019 the firm filed for bankruptcy.",
        "The law, passed in 2009, is strict.",
        "She was mayor from 1988 to 1994.",
        "It fell three days ago.",
        "In April the minister, Ana Bell, formally approved the loan.",
        "At a meeting this morning, the board named a head.",
        "The council, on Monday, approved the loan.",
        "It lost its engine within two days.",
        "It was the first to sail, back in March.",
        "The fair did not open until June 3.",
        "The budget wasn't signed by the mayor until June 30.",
        "It never sailed until July.",
        "The yard had stayed shut until June 30.",
        "Talks broke down before the end of June.",
        "During a visit to Calder on Tuesday the minister opened it.",
        "The bank puts output in April at 40 tonnes.",
        "Until Friday nobody knew that it closes.",
        "By Friday, 40 men had been found, and the search goes on.",
        "As of Friday, 40 men are missing, and the search goes on.",
        "The bank today cut its rate and sees growth.",
        "The bank cut its rate on Monday and expects growth.",
        "The city had to ship in water this month, for the first time in ten years.",
        "The feud began a century ago and continues to divide the town today.",
        "By 11 a.m. GMT Wednesday, rain was falling on the coast.",
        "Up to Monday, 300 men had signed up and more are expected to.",
        "When he took office, he vowed that the war would end within 24 hours.",
        "During his campaign he promised that prices would fall within a year.",
        "Last year the ministry forecast that growth would slow this year.",
        "It is a gain buyers could see today.",
        "Its old halls, from the first days of it until today, have charm.",
    ],
)
def test_the_time_of_something_past_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []
