"""Whether a time is to come, by the verb that it belongs to and by what it says itself."""

from datetime import date

import pytest

from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import deadlines_in
from claim_tracker.drafting.days.outlook import ENOUGH, Outlook, outlook_of
from claim_tracker.drafting.days.strengths import TimeStrength
from claim_tracker.drafting.days.verb_forms import VERB_FORMS, VerbForm

CONTEXT = Context(date(2025, 5, 14))


def phrases_to_come(sentence: str) -> list[str]:
    """The phrases of the sentence whose verb tells of what is to come."""
    return [
        it.phrase
        for it in deadlines_in(sentence, CONTEXT)
        if outlook_of(sentence, it) is Outlook.TO_COME
    ]


@pytest.mark.parametrize("form", VERB_FORMS, ids=lambda it: it.example)
def test_the_form_of_a_verb_tells_whether_its_time_is_to_come(form: VerbForm) -> None:
    is_ahead = TimeStrength.PLAIN in ENOUGH[form.tense]
    sentence = form.example.replace(".", " on Friday.")
    assert phrases_to_come(sentence) == (["on Friday"] if is_ahead else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "On Friday the board will meet.",
        "The board will, on Friday, meet.",
        "The yard will open, with the last ships sailing on Friday.",
        "The talks were put off to Friday.",
        "The board has extended the deadline until Friday.",
        "The vote, scheduled for Friday, is open to all.",
        "Starting Friday, fares rise.",
        "The deadline is Friday.",
        "Election day: Friday",
        "         it was due to open on Friday.",
        "A ship was hit in the June-held waters, and will sail on Friday.",
        "The talks are scheduled for Calder on Friday.",
        "The vote has been planned on Friday.",
        "The yard, with Ann Bell (52) expected back on Friday, is open.",
        "The board expects reduced services on Friday.",
        "The board is to unveil a new set of fares on Friday.",
        "A march is being organised on Friday.",
        "Seas will be higher than usual on Friday.",
        "The yard kept its forecasts of growth by next June.",
        "Prices rose to a forecast 3% in 2027.",
        "This includes putting up two halls by Friday.",
        "The board adjourned the case brought by Ann Bell to Friday.",
        "The two have been held in custody until Friday.",
        "The Final takes place in Calder on Friday.",
        "A storm is likely to hit the coast on Friday.",
        "It tells of a summit slated to be held on Friday.",
        "She hosts more than 40 crews on Friday.",
        "Crews could see the lights on Friday.",
        "         the board was expecting it on Friday.",
        "Fares will be fixed in Calder and raised on Friday.",
        "The board was told of a deal to shut it on Friday.",
        "The harbour is big, with a Friday deadline.",
        "The mayor, on a visit to Calder on Friday, will shut it.",
        "It is again expected to sail on Friday.",
        "The board will put the fares up on Friday.",
        "It lowered its forecasts for Friday.",
        "The judge posted the case to Friday.",
        "Crews will work with firms named in it and close it on Friday.",
        "The rate will remain unchanged on Friday.",
        "It was hoping to wait until the line opens on Friday.",
        "The bank forecast slow growth of 2% on Friday.",
        "It slashed its outlook for growth to 2% this quarter.",
        "It kept its forecast for slow growth this quarter.",
        "The yard now heads to a final vote on Friday.",
        "Bell says she's selling it on Friday.",
        "While the crews and Bell were set to sail on Friday, the harbour seems shut.",
        "It was a rehearsal for Friday, when the hall will be full.",
        "The yard will be led by Ann Bell, who grew up there, on Friday.",
        "It's time for the fair, taking place on Friday.",
        "The yard will be firmly shut on Friday.",
        "Laws with a penalty of death come into force on Friday.",
    ],
)
def test_a_time_of_what_is_to_come_is_told(sentence: str) -> None:
    assert phrases_to_come(sentence) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "It will be told to crews who sat for it on Friday.",
        "It declined to comment on Friday, and will open.",
        "It hopes that they come back, posting photos of it on Friday.",
        "It will open by showing films on Friday.",
        "The vote on Friday was lost, and will be held again.",
        "It was due to open on Friday.",
        "The harbour is big, and on Friday.",
        "No word of a ship on Friday",
        "The next month it sank.",
        "It rose in the winter of 2026.",
        "It praised its fleet in next year's race.",
        "       the board on Friday that it could open.",
        "The board was expecting it on Friday.",
        '"It was to open on Friday,"         .',
        "The board approved the change on Friday.",
        "Fares are up after a 2 percent rise on Friday.",
        "It met crews and the board on Friday to end the row.",
        "It opened a hall to show films on Friday.",
        "Since it agreed to sail on Friday, it is full.",
        "She is accused of planning to shut it on Friday.",
        "It won a film taken on Friday.",
        "The line got votes in the house on Friday.",
        "It paid 1,400 crews to sail on Friday.",
        "Talks went past a Friday deadline.",
        "Reports have shown gains on Friday.",
        "       the rise in sales on Friday was surprising.",
        "Since it told of plans to sail on Friday, it is full.",
        "Crews who stood there before noon on Friday will be paid.",
        "On Friday another release told of it.",
        "It slashed its outlook for growth to 2% on Friday.",
        "The last forecast was lower on Friday.",
        "         while they were fishing on Friday night a storm struck.",
        "Crews met with owners to speak of paint and opening yards, on Friday.",
        "The sum set in July will rise.",
        "The ballots cast on Friday will be counted.",
        "While crews were set to sail on Friday, the harbour was shut.",
        "Crews were set to sail on Friday, but the harbour is shut.",
        "The board delayed a must-pass vote on Friday.",
        "Bell's warning on Friday was late.",
        "It accused the crews of launching a boat on Friday.",
        "With podcast host Ann Bell on Friday the yard was full.",
        "The bill failed with just 39 votes on Friday.",
        "It moved to year-round sailing on Friday.",
        "Crews vowed to strike after a blast in Calder, northern Norda, on Friday.",
        "It is set to sail following its first trip on Friday.",
        "Bell won five races before being eliminated on Friday.",
        "Crews met with the mayor and owners at the hall on Friday to announce pledges.",
        "The yard stopped being used on Friday.",
        "Crews haven't been there on Friday.",
        "The list hadn't been renewed in two weeks.",
        "The court on Friday upheld the law.",
        "Rubble lies in the streets of Calder, Norda, on Friday.",
    ],
)
def test_a_time_of_another_verb_is_not_told(sentence: str) -> None:
    assert phrases_to_come(sentence) == []
