"""The cues by which a sentence makes a claim, and their kinds."""

import pytest

from claim_tracker.drafting.cues import CUE_FORMS, CueForm, cues_in, is_given_up, kind_of


@pytest.mark.parametrize("form", CUE_FORMS, ids=lambda it: it.example)
def test_each_form_fits_its_example(form: CueForm) -> None:
    found = [(it.kind, it.strength) for it in cues_in(form.example)]
    assert (form.kind, form.strength) in found


STRENGTHS = ("firm", "dated", "measured", "timed", "scheduled")


def kind(sentence: str) -> str | None:
    """The kind of the strongest cue of the sentence."""
    cues = sorted(cues_in(sentence), key=lambda cue: STRENGTHS.index(cue.strength))
    return kind_of(sentence, sentence, cues[0]) if cues else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The port will open.", "commitment"),
        ("The port won't open.", "commitment"),
        ("We'll open the port.", "commitment"),
        ("Stocks will run out by August.", "prediction"),
        ("Prices will rise by 3% next year.", "prediction"),
        ("Prices are set to rise by 3%.", "prediction"),
        ("There will be 40 wards.", "prediction"),
        ("The port would open, she said.", "commitment"),
        ("We are going to open it.", "commitment"),
        ("He is to resign on Friday.", "commitment"),
        ("The vote is due on Friday.", "commitment"),
        ("The museum plans to open in May.", "commitment"),
        ("Sales are expected to fall.", "prediction"),
        ("The bank expects growth of 2%.", "prediction"),
        ("The firm expects to hire 40 people.", "commitment"),
        ("The firm aims to hire 40 people.", "commitment"),
        ("She hopes to run again.", "commitment"),
        ("He vowed to fight on.", "commitment"),
        ("They agreed to meet on Friday.", "commitment"),
        ("A vote is likely in May.", "prediction"),
        ("It could cost $2bn.", "prediction"),
        ("The bank forecasts growth of 2%.", "prediction"),
        ("Firms must pay by May.", "commitment"),
        ("The deadline is Friday.", "commitment"),
        ("The board resolves to close the yard as of 30 April.", "commitment"),
        ("The firm is targeting 1 August.", "commitment"),
        ("The launch was brought forward to 2027.", "commitment"),
        ("The court ordered the papers filed by 9 October.", "commitment"),
        ("We can commit to 900 beds.", "commitment"),
        ("Will Harding was there.", None),
        ("He acted of his own free will.", None),
        ("It was a dull day.", None),
        ("The ports have reached a deal to meet on Friday.", "commitment"),
        ("It has no plans to sell the port.", "commitment"),
        ("It expected delays, it said.", "prediction"),
        ("It has decided to close the yard.", "commitment"),
        ("It pegged growth at 3%.", "prediction"),
        ("The port will help the town.", "commitment"),
        ("The trick is to wait.", None),
        ("What they want is to know it.", None),
        ("You want to go home.", None),
        ("The port will likely open in May.", "prediction"),
        ("The port probably will open in May.", "prediction"),
        ("The port would perhaps open in May.", "prediction"),
        ("The move would mean 40 fewer jobs.", "prediction"),
        ("The closure will cost 40 men their jobs.", "prediction"),
        ("The bridge will cost $40m.", "commitment"),
        ("Trains will be disrupted on Friday.", "prediction"),
        ("The report projects that prices fall.", "prediction"),
        ("She is to be sidelined for a month.", "prediction"),
        ("I will be surprised if it opens.", "prediction"),
        ("The court set Friday for the hearing.", "commitment"),
        ("Their projects a year ago failed.", None),
        ("The union heard of it as talks were due to begin.", None),
        ("It failed hours before a vote was set to begin.", None),
        ("When the line was due to open, it rained.", None),
        ("They hope she will be back in May.", "prediction"),
        ("They hope to be back in May.", "commitment"),
        ("Most likely the shops will move to the port.", "prediction"),
        ("The works will take a few more months.", "prediction"),
        ("They would take about three years to build.", "prediction"),
        ("It will take over the yard in two years.", "commitment"),
        ("She will miss the final.", "prediction"),
        ("The coast will bear the brunt of it.", "prediction"),
        ("The expectation for May is now 40%.", "prediction"),
        ("It did not commit to a date.", None),
        ("The ferries were due to sail in May, but a letter has pushed that back.", None),
        ("She would not have come.", None),
        ("It saw a sharp increase in May.", None),
        ("The report in May is long.", None),
        ("He wouldn't say when.", None),
    ],
)
def test_a_cue_has_its_kind(sentence: str, expected: str | None) -> None:
    assert kind(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The opening had been scheduled for last autumn.",
        "It was originally due in 2023.",
        "The plan was scrapped.",
        "The promise to open it was not kept.",
        "Peace would have come.",
        "If talks had failed, war would follow.",
    ],
)
def test_a_plan_that_was_given_up_is_seen(sentence: str) -> None:
    assert is_given_up(sentence)


def test_a_plan_that_was_given_up_makes_no_cue() -> None:
    assert cues_in("It was originally due in 2023.") == []


def test_would_tells_of_nothing_to_come_under_a_condition() -> None:
    assert [it.text for it in cues_in("If the port closed, we would regret it.")] == []


def test_what_is_asked_counts_with_a_time_alone() -> None:
    assert [it.strength for it in cues_in("It asked whether the port will open.")][:1] == ["timed"]


def test_cues_stand_in_their_sentence_in_order() -> None:
    sentence = "The port will grow, and the bank expects growth of 2%."
    cues = cues_in(sentence)
    assert [it.text for it in cues] == ["will", "expects"]
    assert [sentence[it.start : it.end] for it in cues] == [it.text for it in cues]
