"""An id is made from the text of a claim."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.scalars import ID_PATTERN
from claim_tracker.edit.ids import made_id


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The base closes.", "base-closes"),
        ("U.S. troops don\u2019t leave Ain al-Asad!", "us-troops-dont-leave-ain-al-asad"),
        ("Łódź, Malmö & Straße", "lodz-malmo-strasse"),
        ("It is as it was", "it-is-as-it-was"),
        ("合意は不明だ", "claim"),
        ("A" * 90, "a" * 40),
        (
            "Fifteen hundred soldiers withdraw completely before winter",
            "fifteen-hundred-soldiers-withdraw",
        ),
    ],
)
def test_an_id_is_the_words_that_say_something(text: str, made: str) -> None:
    assert made_id(text, ()) == made


def test_an_id_differs_from_those_that_are_taken() -> None:
    assert made_id("The base closes.", {"base-closes", "base-closes-2"}) == "base-closes-3"


@given(st.text(), st.sets(st.sampled_from(["claim", "claim-2", "a"])))
def test_an_id_is_always_one(text: str, taken: set[str]) -> None:
    made = made_id(text, taken)
    assert re.fullmatch(ID_PATTERN, made)
    assert len(made) <= 80
    assert made not in taken
