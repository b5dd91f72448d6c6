"""Words of any script are written in Latin letters."""

import re

from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.latin import latin_words


@given(st.text())
def test_words_have_only_letters_a_to_z_and_digits(text: str) -> None:
    assert all(re.fullmatch("[a-z0-9]+", word) for word in latin_words(text))


def test_a_script_without_spaces_is_parted_into_words() -> None:
    assert latin_words("合意") == ["he", "yi"]
    assert latin_words("GDPが2%増") == ["gdp", "ga", "2", "zeng"]
