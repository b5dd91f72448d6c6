"""Words that name somebody who may say or plan something."""

import pytest

from claim_tracker.drafting.speakers.nominal import is_nominal, may_speak


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lena Harwick", True),
        ("two officials", True),
        ("port director Lena Harwick", True),
        ("In June", False),
        ("the port will", False),
        ("A", False),
        ("blue", False),
        ("Amid reports of a rift with Lena Harwick", False),
        ("of the Calder Port Authority", False),
        ("Norda signalled Friday", False),
        ("The law makes good", False),
        ("More than a month after Lena Harwick", False),
        ("officials monitoring the port", True),
    ],
)
def test_what_may_name_somebody(words: str, expected: bool) -> None:
    assert is_nominal(words) is expected


@pytest.mark.parametrize(
    "words",
    [
        "Nobody",
        "the port " * 20,
        "Harwick issued an executive",
        "The lawyers also filed court papers",
        "the man who",
        "Norda sells what it",
        "He took office in 2008",
        "Outside the Harwick Hall",
        "A few hours after Lena Harwick",
        "The mayor Lena Harwick scrapped",
        "Norda Air took 122",
        "Headlined by Lena Harwick",
        "The mayor of Calder signaled Friday",
        "Norda shares a border with Calder",
        "The officer asks why Harwick",
        "Norda forces hit the port",
        "the outline of which leaders",
    ],
)
def test_a_piece_of_a_sentence_does_not_speak(words: str) -> None:
    assert not may_speak(words.strip())


@pytest.mark.parametrize(
    "words",
    [
        "He",
        "She and her daughter",
        "He Qi",
        "people briefed on the talks",
        "Jared",
        "Red Hat",
        "aides who led the talks",
    ],
)
def test_who_is_named_speaks(words: str) -> None:
    assert may_speak(words)
