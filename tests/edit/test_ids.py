"""An id is made from the text of a claim."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.scalars import ID
from claim_tracker.edit.ids import made_id, made_key, made_place


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The base closes.", "base-closes"),
        ("U.S. troops don\u2019t leave Ain al-Asad!", "us-troops-dont-leave-ain-al-asad"),
        ("Łódź, Malmö & Straße", "lodz-malmo-strasse"),
        ("It is as it was", "it-is-as-it-was"),
        ("合意は不明だ", "he-yiha-bu-mingda"),
        ("รัฐบาลประกาศ", "rathbalprakas"),
        ("Η βάση κλείνει το 2026.", "i-vasi-kleinei-2026"),
        ("الحكومة تغلق القاعدة في ٢٠٢٦", "lhkwmh-tghlq-lqdh-fy-2026"),
        ("قیمت نان می\u200cافزاید", "qymt-nn-myfzyd"),
        ("GDPが2%増", "gdp-ga-2-zeng"),
        ("Україна закриває базу", "ukraina-zakrivaie-bazu"),
        ("دولت «می\u200cخواهد»", "dwlt-mykhwhd"),
        ("정부 발표", "jeong-bu-bal-pyo"),
        ("शिक्षकों की भर्ती", "sikskom-ki-bhrti"),
        ("½ of the № 1 plan \U0001f642", "1-2-no-1-plan"),
        ("A caf\u00e9", "cafe"),
        ("A cafe\u0301", "cafe"),
        ("\U0001f642 \u2026", "claim"),
        ("A" * 90, "a" * 40),
        (
            "Fifteen hundred soldiers withdraw completely before winter",
            "fifteen-hundred-soldiers-withdraw",
        ),
    ],
)
def test_an_id_is_the_words_that_say_something(text: str, made: str) -> None:
    assert made_id({"claim": text}, ()) == made


def test_an_id_differs_from_those_that_are_taken() -> None:
    taken = {"base-closes", "base-closes-2"}
    assert made_id({"claim": "The base closes."}, taken) == "base-closes-3"


@pytest.mark.parametrize(
    ("fields", "made"),
    [
        ({"topic": "Η βάση", "source": "paper-1"}, "i-vasi-1"),
        ({"topic": "…", "source": "paper_1"}, "paper-1-1"),
        ({"source": {"url": "https://example.org/"}}, "claim"),
    ],
)
def test_a_claim_without_words_is_called_by_its_topic_or_source(
    fields: dict[str, Any], made: str
) -> None:
    claim = {"claim": "\U0001f642", **fields}
    assert made_id(claim, ()) == made
    assert made_id(claim, {made}) == f"{made.removesuffix('-1') if made != 'claim' else made}-2"


@given(st.text(), st.sets(st.sampled_from(["claim", "claim-2", "a"])))
def test_an_id_is_always_one(text: str, taken: set[str]) -> None:
    made = made_id({"claim": text}, taken)
    assert ID.fullmatch(made)
    assert len(made) <= 80
    assert made not in taken


def test_no_key_is_what_yaml_takes_for_none() -> None:
    assert made_key({"publisher": "Null"}, ()) == "null-2"
    assert made_place("NULL", ["null-2"]) == "null-3"
