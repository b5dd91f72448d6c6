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
