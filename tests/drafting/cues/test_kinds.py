"""Whether what a cue tells is promised or foreseen."""

import re

import pytest

from claim_tracker.drafting.cues.cues import cues_in
from claim_tracker.drafting.cues.kinds import kind_of

STRENGTHS = ("firm", "backed", "measured", "past", "timed", "scheduled")


def kind(sentence: str) -> str | None:
    """The kind of the strongest cue of the sentence."""
    cues = sorted(cues_in(sentence), key=lambda cue: STRENGTHS.index(cue.strength))
    return kind_of(sentence, sentence, "", cues[0]) if cues else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The port will open.", "commitment"),
        ("The port won't open.", "commitment"),
        ("She expressed confidence that the deal will hold.", "prediction"),
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
        ("The ports have reached a deal to meet on Friday.", "commitment"),
        ("It has no plans to sell the port.", "commitment"),
        ("It expected delays, it said.", "prediction"),
        ("It has decided to close the yard.", "commitment"),
        ("It pegged growth at 3%.", "prediction"),
        ("The port will help the town.", "commitment"),
        ("We will see the trade shake out.", "prediction"),
        ("We will see to it that it opens.", "commitment"),
        ("Not everyone will succeed.", "prediction"),
        ("The team will win the cup in June.", "prediction"),
        ("The virus will reach the valley this winter.", "prediction"),
        ("A storm shelter will open in June.", "commitment"),
        ("The fire service will move in June.", "commitment"),
        ("A cloud of dust is set to descend on Calder in May.", "prediction"),
        ("Some fear that the trial will go on in May.", "prediction"),
        ("The harbour will be essential for it.", "prediction"),
        ("The cut will hurt small firms.", "prediction"),
        ("It isn't expected until May.", "prediction"),
        ("The report claims that its size will remain the same.", "prediction"),
        ("The mayor will keep the hall open.", "commitment"),
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
        ("They hope she will be back in May.", "prediction"),
        ("They hope to be back in May.", "commitment"),
        ("Most likely the shops will move to the port.", "prediction"),
        ("The works will take a few more months.", "prediction"),
        ("They would take about three years to build.", "prediction"),
        ("It will take over the yard in two years.", "commitment"),
        ("She will miss the final.", "prediction"),
        ("The coast will bear the brunt of it.", "prediction"),
        ("The expectation for May is now 40%.", "prediction"),
        ("Storm Ruth will reach the bay on Friday.", "prediction"),
        ("A band of heavy showers will move north on Sunday.", "prediction"),
        ("Sunday will be mostly dry.", "prediction"),
        ("A yellow warning for snow will come into force on Friday.", "commitment"),
        ("We think that the bank will cut its rate in May.", "prediction"),
        ("She thinks that she will go in May.", "commitment"),
        ("Saturday will be critical.", "prediction"),
        ("Economic growth will continue to gradually improve this year.", "prediction"),
        ("Old notes can be exchanged until May.", "commitment"),
        ("The Account Deficit will remain at 2%.", "prediction"),
        ("The cut will certainly drive prices a little higher.", "prediction"),
        ("They might have to wait until May.", "prediction"),
        ("They have to wait until May.", "commitment"),
        ("Expects that 7% growth will be split.", "prediction"),
        ("It reached an agreement to cut output by 4%.", "commitment"),
        ("It is on track to hit its goal.", "prediction"),
        ("Congress should start today.", "commitment"),
        ("The hall should be done by May.", "prediction"),
        ("The office warns that more floods will come.", "prediction"),
        ("The North warned that talks won't resume.", "commitment"),
        ("The bank forecast on Tuesday that the town would grow.", "prediction"),
        ("The police expect to learn about more.", "prediction"),
        ("All hazards will be possible.", "prediction"),
        ("Some ships may not sail.", "prediction"),
        ("There may be a strike.", "prediction"),
    ],
)
def test_a_cue_has_its_kind(sentence: str, expected: str) -> None:
    assert kind(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    ["The bank will keep its rate this year, economists said.", "Economists said it will be kept."],
)
def test_what_one_foretells_of_others_is_a_prediction(sentence: str) -> None:
    content = re.sub("[eE]conomists said", lambda match: " " * len(match[0]), sentence)
    assert kind_of(sentence, content, "economists said", cues_in(content)[0]) == "prediction"
