"""Who plans what a sentence tells."""

import pytest

from claim_tracker.drafting.cues.cues import cues_in
from claim_tracker.drafting.speakers.planners import planner_of, planners_in


def planner(sentence: str) -> str | None:
    found = next(filter(None, (planner_of(sentence, it.start) for it in cues_in(sentence))), None)
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The museum plans to open.", "The museum"),
        ("Norda Air aims to open a line.", "Norda Air"),
        ("The deal is new, and estimates for its costs reach $4m.", None),
        ("The bank sees prices rising in 2026.", "The bank"),
        ("The court ordered the firm to pay by 20 June.", "The court"),
        ("The bank left its rate and expects to cut it.", "The bank"),
        ("The bank's best scenario projects growth of 2%.", "The bank's best scenario"),
        ("The court on Monday fixed 3 June to hear it.", "The court"),
        ("The bank on Sunday cut its rate and sees growth of 2%.", "The bank"),
        ("The ministry is planning to sell it.", "The ministry"),
        ("The ministry is looking to sell it.", "The ministry"),
        ("Norda Air is gearing up to fly here.", "Norda Air"),
        ("The ministry is weighing selling it.", "The ministry"),
        ("The ministry is in the process of selling it.", "The ministry"),
        ("The bank does not expect a strike.", "The bank"),
        ("The bill requires a report by June.", "The bill"),
        ("The bank left unchanged its forecast of 2%.", "The bank"),
        ("The executive order that Ana Bell signed will hold.", None),
        ("Those estimates for June will be read.", None),
        ("The firm was ordered to pay by 20 June.", None),
        ("Harwick - loved for her songs - pledged to stay.", "Harwick"),
        ("But port leaders decried it and vowed to close it.", "port leaders"),
        ("The Norda Fund set up by the city in 2011 aims to open 40.", "The Norda Fund"),
        ("The port will open.", None),
        ("A spike in fares threatened to close it.", None),
        ("The new plan will start in May.", None),
        ("Evacuation orders are in force until May.", None),
        ("Analysts are expecting 4%.", "Analysts"),
        ("The strikes look set to go on.", None),
        ("The rule covers ships with health issues, and will be kept.", None),
        ("The launch, first fixed for June, will come in July.", None),
        ("The withdrawal plan to close it is ready.", None),
        ("Lena Harwick's port plan to close it is ready.", None),
        ("Men in Norda's port industry hope to close it.", "Men in Norda's port industry"),
        ("A \u20ac350 million plan to close it will be published.", None),
        (
            "The port opens by June, the day by which the Norda Yard plans to close.",
            "the Norda Yard",
        ),
        ("Bell, Orr's manager, gave no details, but expects to build it.", "Bell"),
    ],
)
def test_who_plans_is_the_speaker(sentence: str, expected: str | None) -> None:
    assert planner(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency estimated 40 dead.",
        "The agency lowered its 2026 forecast to 3%.",
        "The agency did lift its forecast to 3%.",
        "The agency moved the fair from 3 July to 9 August as a rise in fares threatened it.",
        "The agency has allotted the firm until July 10 to reply.",
        "The agency has assured of the completion of the hall.",
        "The agency has allocated 4m to it this year.",
        "The agency shut the line, saying crews will stand by.",
        "But on Monday night the Agency quietly shut it, saying crews will stand by.",
        "The agency shut the line, telling staff that crews will stand by.",
        "The agency revised sharply higher its forecasts, predicting output would grow 3%.",
        "The agency scheduled another hearing for June 5.",
    ],
)
def test_who_plans_is_found_without_a_cue(sentence: str) -> None:
    found = planners_in(sentence)
    assert found is not None
    assert (found.name or "").lower() == "the agency"


def test_who_puts_forward_a_proposal_plans_it() -> None:
    found = planners_in("Last week, the Norda Corporation floated a rough proposal to close it.")
    assert found is not None
    assert found.name == "the Norda Corporation"
