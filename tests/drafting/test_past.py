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
    ],
)
def test_what_is_past_or_another_thing_is_no_deadline(sentence: str) -> None:
    assert [it for it in to_come(sentence) if it != "in May"] == []


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
