"""Of whom or what a sentence tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.drafting.speakers.subjects import subject_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda Air will open a line.", "Norda Air"),
        ("The First Minister, Lena Harwick, will visit the town.", "Lena Harwick"),
        ("In June it will open.", None),
        ("However, it will open.", None),
        ("Meanwhile, Norda Air will open a line.", "Norda Air"),
        ("a line will open.", None),
        ("Nothing here", None),
    ],
)
def test_the_subject_is_of_whom_a_sentence_tells(sentence: str, expected: str | None) -> None:
    found = subject_of(sentence)
    assert (found.name if found is not None else None) == expected


@given(st.text(max_size=80))
def test_what_begins_with_a_small_letter_has_no_subject(text: str) -> None:
    assert subject_of(text) is None or text[:1].isupper()
