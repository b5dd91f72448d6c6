"""Whether verbs tell of the past."""

import pytest

from claim_tracker.drafting.tense import governing_verb_is_past, tells_past


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("The bridge closed.", True), ("He went.", True), ("The bridge closes.", False)],
)
def test_a_verb_in_the_past_is_seen(sentence: str, expected: bool) -> None:
    assert tells_past(sentence) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The ship, which will call at Calder and Tully in June", ", left its port.", False),
        ("In a vote at Calder and Tully in June", ", the council left it.", True),
    ],
)
def test_the_verb_after_a_relative_clause_is_not_its_own(
    before: str, after: str, expected: bool
) -> None:
    assert governing_verb_is_past(before, after, is_length=False) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("They have agreed on the ", " date for their fight.", False),
        ("They have agreed with us on the ", " date for their fight.", True),
        ("The bank lowered its forecasts for Norda ", " to 0.5 percent.", False),
        ("The bank lowered its forecasts for Norda ", " as prices rose.", True),
        ("Norda has named a squad for its tour, starting ", " in Calder.", False),
        ("Norda lost its tour, starting ", " in Calder.", True),
        ("The judge granted it, setting the hearing for ", ".", False),
        ("It put off the case of the Norda Line (NL), shut in Calder, ", ".", True),
        ("It adjourned the case of the line (the NL that was shut) to ", ".", False),
    ],
)
def test_what_was_fixed_or_foretold_is_to_come(before: str, after: str, expected: bool) -> None:
    assert governing_verb_is_past(before, after, is_length=False) is expected
