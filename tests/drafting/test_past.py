"""Times that are no deadlines."""

from datetime import date

import pytest

from claim_tracker.drafting.context import Context
from claim_tracker.drafting.deadlines import deadlines_in
from claim_tracker.drafting.past import SIGNS, Sign, is_past, tells_past

WEDNESDAY = date(2025, 5, 14)


def to_come(sentence: str, published: date | None = WEDNESDAY) -> list[str]:
    """The phrases of the sentence that are deadlines."""
    found = deadlines_in(sentence, Context(published))
    return [it.phrase for it in found if not is_past(sentence, it, published)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge closed in March.",
        "In 2019 the firm filed for bankruptcy.",
        "A pact was signed in the wake of the floods of 3 April 2001.",
        "The law, passed in 2009, is strict.",
        "It has fallen 12% since January.",
        "She was mayor from 1988 to 1994.",
        "Lena Harwick was born on 4 May 1973.",
        "The opening had been scheduled for September.",
        "It was originally due in 2023.",
        "The 2030 target is out of reach.",
        "The June 9 accord holds.",
        "It fell three days ago.",
        "It was the first cut in three years.",
        "The Minister's earlier promise to fill them by January was not kept.",
        "In March she promised to open it in April.",
        "In January Ms Harwick pledged to publish the report in February.",
        "I am telling you tonight that nobody pays.",
        "The budget for 2026 is tight.",
        "The line opens in May, not June.",
        "The winner of this year's race gets $3m.",
        "So far this year it has sold 40 ships.",
        "He is on trial over the 9 May riots.",
        "The court will hear an appeal filed in March.",
        "Police will question a man held on Sunday.",
        "The committee will look at what happened on Monday.",
        "The ferry sails every Monday.",
        "Its June 2026 target is near.",
        "It employs 40, down from 70 after it closed a yard in March.",
        "It follows a walkout in March that left lines shut.",
        "It is to open, but the talks touted by the mayor in April go on.",
        "In April the minister, Ana Bell, formally approved the loan.",
        "At a meeting this morning, the board named a head.",
        "The council, on Monday, approved the loan.",
        "Talks, which were due to begin on Friday, will be held later.",
        "The vote, set for Friday, was called off.",
        "It asked for the notes of a May 3 meeting held in Rome.",
        "A Tuesday collision that killed two is looked into.",
        "The mayor's April 3 letter went unanswered.",
        "He will be asked about Friday's attack.",
        "It has to set its rates by June 30 each year.",
        "Tomorrow is too early to go home.",
        "The decision today will help.",
        "It lost its engine within two days.",
        "It admitted delays on Tuesday, saying that it is sorry.",
        "It was the first to sail, back in March.",
        "It is the worst storm to hit the coast this year.",
        "It sows seed for winter wheat.",
        "They agreed to cut output on Wednesday in a deal.",
        "It is short of money, given losses in April's sale.",
        "He is accused of a theft on May 9 last year.",
        "He told the owners of the ship on Tuesday that it is safe.",
        "A ruling on Tuesday clears the way.",
        "Some fear what will follow, and who ask what to do if it fails by June.",
        "The fair did not open until June 3.",
        "The budget wasn't signed by the mayor until June 30.",
        "It never sailed until July.",
        "The yard had stayed shut until June 30.",
        "In 2013 the budget was signed by June 30.",
        "Talks broke down before the end of June.",
        "During a visit to Calder on Tuesday the minister opened it.",
        "The mayor put off the fair, long planned for 3 June, again.",
        "The bank puts output in April at 40 tonnes.",
        "Until Friday nobody knew that it closes.",
        "By Friday, 40 men had been found, and the search goes on.",
        "As of Friday, 40 men are missing, and the search goes on.",
        "The firm failed to open it by June and will be fined.",
        "The firm missed its target of opening by June and will be fined.",
        "It will cost more than it did in June.",
        "It will be the biggest fair since the one in June.",
        "It will stay shut after closing on Monday.",
        "He will stand trial over a crash in June.",
        "She will appeal against a ruling in June.",
        "Nobody knows what will happen if it is not done by June.",
        '"It will open," read a notice on the gate on Monday.',
        "The bank today cut its rate and sees growth.",
        "The bank cut its rate on Monday and expects growth.",
        "The bank, in a report on Monday, sees growth.",
        "From the steps of the hall on Monday, Orr promised to open it.",
        "The fair ended, with shops opening again in April.",
        "The storm hit, with winds reaching 90 km an hour on Tuesday.",
        "The summer 2026 season is near.",
        "Her decision to quit in April shocked the town.",
        "They wept after news on Tuesday that the yard is to go.",
        "By 11 a.m. GMT Wednesday, rain was falling on the coast.",
        "It was due to open in June, but a letter has put that off.",
        "The board had shut the line to all ships with effect from April 20.",
        "The town is angry at its decision to sell the yard in April.",
    ],
)
def test_what_is_past_or_another_thing_is_no_deadline(sentence: str) -> None:
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
    ],
)
def test_the_time_of_an_old_value_is_no_deadline(sentence: str, phrases: list[str]) -> None:
    assert to_come(sentence) == phrases


@pytest.mark.parametrize("sign", SIGNS, ids=lambda it: it.example)
def test_each_sign_is_in_its_example(sign: Sign) -> None:
    example = sign.example
    found = deadlines_in(example, Context(WEDNESDAY))
    assert any(is_past(example, it, WEDNESDAY) for it in found)


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("After the delay in 2023 the plant will open in 2026.", ["in 2026"]),
        ("The port, which closed in March, will open in June.", ["in June"]),
        ("It was moved to July.", ["moved to July"]),
        ("The court gave it until 30 June.", ["until 30 June"]),
        ("In March she promised to open it in August.", ["in August"]),
        ("They agreed to meet on Friday.", ["on Friday"]),
        ("The court wants the papers filed on Friday.", ["on Friday"]),
        ("It plans to have the bridge repaired in March.", ["in March"]),
        ("Schools stay closed on Friday.", ["on Friday"]),
        ("The work is awarded within 45 days.", ["within 45 days"]),
        ("He hopes to be back in March.", ["in March"]),
        ("They reached a deal to meet on Friday.", ["on Friday"]),
        ("In April next year the newly elected mayor will open it.", ["in April next year"]),
        ("It had raised its estimate for 2026 to 4%.", ["for 2026"]),
        ("It ended with a deal, effective as of June 1.", ["effective as of June 1"]),
        ("The port will open in March.", ["in March"]),
        ("They agreed to meet on Thursday.", ["on Thursday"]),
        ("They will meet on Wednesday.", ["on Wednesday"]),
        ("She will resign if it is not passed by Friday.", ["by Friday"]),
        ("The mayor, who will go if it is not passed by Friday, left.", ["by Friday"]),
        ("The yard was not due to open until July.", ["until July"]),
        ("They gave it until June 30.", ["until June 30"]),
        ("By Friday, it's expected to be full.", ["by Friday"]),
        ("By the end of June, ships built in Calder will sail.", ["by the end of June"]),
        ("After talks on Monday, they will meet again on Friday.", ["on Friday"]),
        ("During a visit on Friday the king will open it.", ["on Friday"]),
        ("It will end a year earlier than predicted in 2027.", ["in 2027"]),
        ("It will, at a fair on Friday, show two ships.", ["on Friday"]),
        ("The court fixed 3 June to hear it.", ["3 June"]),
        ("It was bought, with the first ships coming by May 30.", ["by May 30"]),
        ("The board's decision to sell it by June is final.", ["by June"]),
        ("Prices projected to rise over the next two years.", ["over the next two years"]),
    ],
)
def test_what_is_to_come_is_a_deadline(sentence: str, phrases: list[str]) -> None:
    assert to_come(sentence) == phrases


def test_what_was_over_at_the_publication_is_past() -> None:
    assert to_come("It is to open by 1 May 2025.", date(2025, 5, 2)) == []
    assert to_come("It is to open by 1 May 2025.", date(2025, 5, 1)) == ["by 1 May 2025"]


def test_without_a_publication_the_words_decide() -> None:
    assert to_come("It is to open by 1 May 2025.", None) == ["by 1 May 2025"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("The bridge closed.", True), ("He went.", True), ("The bridge closes.", False)],
)
def test_a_verb_in_the_past_is_seen(sentence: str, expected: bool) -> None:
    assert tells_past(sentence) is expected
