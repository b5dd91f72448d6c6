"""Spellings of one name."""

from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.display import folded
from claim_tracker.text.names import (
    WITHOUT_ACCENTS,
    common_spellings,
    is_same_name,
    likeness,
    spellings,
)

names = st.text(st.sampled_from([*"aAàạ ـيی٢۲иіу\u0306\u0308\u0301", "\u200c"]), max_size=4)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Zoë Müller", "ZOE  MULLER", True),
        ("Zoë Muller", "Zoe Müller", True),
        ("Café Union", "Cafe\u0301 union", True),
        ("New York", "newyork", True),
        ("مُحَمَّد", "محمد", True),
        ("علي خامنئي", "علی خامنئی", True),
        ("می\u200cخواهم", "میخواهم", True),
        ("Алёна", "Алена", True),
        ("Андрей", "Андреи", False),
        ("Київ", "Киів", False),
        ("على", "علي", False),
        ("Hà", "Hạ", False),
        ("कि", "की", False),
        ("が", "か", False),
        ("A. Minister", "B. Minister", False),
    ],
)
def test_names_are_one_but_for_case_accents_and_spaces(one: str, other: str, alike: bool) -> None:
    assert is_same_name(one, other) is is_same_name(other, one) is alike
    assert len(list(spellings({one: 1, other: 1}))) == (1 if alike else 2)
    assert len(set(common_spellings([one, other]).values())) == (1 if alike else 2)


def test_two_names_with_other_accents_are_two_beside_one_without() -> None:
    common = common_spellings(["Ha", "Hà", "Hạ", "HÀ"])
    assert common == {"Ha": "Ha", "Hà": "HÀ", "HÀ": "HÀ", "Hạ": "Hạ"}
    assert is_same_name("Ha", "Hà")


def test_the_common_spelling_is_the_most_frequent_or_first() -> None:
    assert set(common_spellings(["Zoe", "Zoë", "Zoë"]).values()) == {"Zoë"}
    assert set(common_spellings(["a b", "A B"]).values()) == {"A B"}


def test_spellings_are_in_the_order_of_the_counts() -> None:
    assert list(spellings({"b": 2, "a": 1, "B": 1})) == [{"b": 2, "B": 1}, {"a": 1}]


@given(st.lists(names, max_size=5))
def test_a_common_spelling_is_one_of_its_names(given_names: list[str]) -> None:
    common = common_spellings(given_names)
    assert common.keys() == set(given_names)
    for name, spelling in common.items():
        assert spelling in common
        assert common[spelling] == spelling
        assert likeness(name) == likeness(spelling)
        assert is_same_name(name, spelling)


@given(names)
def test_a_likeness_is_that_of_the_folded_name(name: str) -> None:
    assert likeness(folded(name)) == likeness(likeness(name)) == likeness(name)


def test_what_is_taken_to_have_no_accents_has_none() -> None:
    scripts = (chr(number) for number in range(0x10000) if not 0xD800 <= number < 0xE000)
    found = [each for each in scripts if WITHOUT_ACCENTS.fullmatch(each)]
    accents = {*range(10, 37), *range(200, 241)}
    assert not [each for each in found if combining(each) in accents]
    assert len(found) > 30_000
