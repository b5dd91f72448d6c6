"""Which sentences are claims by the form of their cue."""

import pytest

from tests.drafting.test_drafts import drafted


@pytest.mark.parametrize(
    ("text", "is_drafted"),
    [
        ("Corvane agreed to pay $253 million for a stake in it.", True),
        ("Corvane definitively agreed to buy all of it for $37 each.", True),
        ("Corvane signed a letter to buy it, agreeing to pay $15 for each share.", True),
        ("Corvane agreed to buy a stake in it.", False),
        ("After agreeing to a price of $20 he left.", False),
        ("Corvane agreed to pay $253 million in 2019.", False),
    ],
)
def test_what_was_agreed_without_a_day_needs_a_figure(text: str, is_drafted: bool) -> None:
    assert bool(drafted(text)) == is_drafted


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Officials said they did not plan to close it on Thursday morning.", "2025-05-15"),
        ("Lena Harwick said she doesn't expect them to sail again.", None),
        ("Lena Harwick expects them to sail again.", None),
    ],
)
def test_what_is_said_not_to_have_been_planned_or_expected_of_them_is_a_claim(
    text: str, due: str | None
) -> None:
    assert [it.due for it in drafted(text)] == [due]


def test_what_was_not_planned_is_no_claim_where_nobody_said_it() -> None:
    assert drafted("Officials did not plan to close it.") == ()


@pytest.mark.parametrize(
    ("text", "is_drafted"),
    [
        ("Norda said it will help Calder build a yard.", True),
        ("Norda's announcement that it will help Calder build a yard has made a stir.", True),
        ("Lena Harwick said the yard will allow Norda to build more.", True),
        ("The yard will help Calder to thrive.", False),
        ("The yard will allow Norda to thrive.", False),
        ("Lena Harwick said she hopes the fair will allow people to meet.", False),
    ],
)
def test_what_will_help_is_a_claim_where_somebody_says_it_of_their_own(
    text: str, is_drafted: bool
) -> None:
    assert bool(drafted(text)) == is_drafted


@pytest.mark.parametrize(
    ("text", "is_drafted"),
    [
        ("The council wants to ban old ships.", True),
        ("Lena Harwick has told the board that she wants to bring the crews home.", True),
        ("The council wants to stay in touch.", False),
        ("Everybody who wants to ban old ships came.", False),
    ],
)
def test_what_somebody_wants_to_decide_is_a_claim(text: str, is_drafted: bool) -> None:
    assert bool(drafted(text)) == is_drafted


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Norda detailed a new plan Thursday to target old ships.", None),
        (
            "It costs $24 million for a previously announced plan to cut 60 jobs by June.",
            "2025-06",
        ),
        ("The ships are still planned for a fall launch.", None),
        ("It shows a new ship, with a planned launch sometime later in June.", "2025-06"),
    ],
)
def test_a_plan_may_stand_before_its_day_or_be_known_before(text: str, due: str | None) -> None:
    assert [it.due for it in drafted(text)] == [due]


def test_a_plan_that_was_announced_before_is_given_up_where_it_says_so() -> None:
    assert drafted("The opening, previously announced for June, was dropped.") == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Under the deal, Norda can't sell the ships for three years.", None),
        ("The ministry said Norda cannot sell the ships for three years.", None),
        ("The school cancelled all lessons through Friday.", "2025-05-16"),
    ],
)
def test_what_is_off_for_a_time_is_a_claim(text: str, due: str | None) -> None:
    assert [it.due for it in drafted(text)] == [due]


@pytest.mark.parametrize(
    "text",
    ["You can't sell ships for three years.", "The school cancelled all lessons on Monday."],
)
def test_what_one_cannot_do_or_what_was_cancelled_on_a_day_is_no_claim(text: str) -> None:
    assert drafted(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "(Calder News) -- A Norda Inc. executive told CNN the firm wouldn't sell, saying so.",
            "A Norda Inc. executive",
        ),
        ('Lena Harwick called it "a shame" and said the firm would sell it.', "Lena Harwick"),
    ],
)
def test_a_report_is_read_behind_a_dateline_or_a_quoted_word(text: str, speaker: str) -> None:
    assert [it.speaker for it in drafted(text)] == [speaker]


def test_what_somebody_vows_beside_a_quoted_word_stays_a_claim() -> None:
    assert drafted('Lena Harwick shows a film, vows to end the "war", and stresses its cost.')


@pytest.mark.parametrize(
    "text",
    [
        'Lena Harwick said she planned to "sail again".',
        "Norda said it would warn those who want to check if they were on the list.",
    ],
)
def test_what_is_asked_or_quoted_beside_a_plan_takes_no_claim_away(text: str) -> None:
    assert drafted(text)
