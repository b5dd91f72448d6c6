"""The name, role and organisation in the words that name somebody."""

import pytest

from claim_tracker.drafting.speakers.names import Speaker, is_person, speaker_of, without_title


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lena Harwick", Speaker("Lena Harwick")),
        ("The Chief Adviser", Speaker("The Chief Adviser")),
        ("rating agency Norda Ratings", Speaker("Norda Ratings", "rating agency")),
        ("Facebook", Speaker("Facebook")),
        ("a report by rating agency Norda", Speaker("a report by rating agency Norda")),
        ("Lena Harwick, such as she is", Speaker("Lena Harwick")),
        ("Ms. Harwick", Speaker("Harwick")),
        ("Lena Harwick of the Calder Union", Speaker("Lena Harwick", None, "Calder Union")),
        ("Lena Harwick at Norda Bank", Speaker("Lena Harwick", None, "Norda Bank")),
        ("Supreme Court of the Isles", Speaker("Supreme Court of the Isles")),
        ("Businesswoman Lena Harwick", Speaker("Lena Harwick", "Businesswoman")),
        ("Minister Mat\u00fa\u0161 \u0160toll", Speaker("Mat\u00fa\u0161 \u0160toll", "Minister")),
        ("Gov. Lena Harwick", Speaker("Lena Harwick", "Governor")),
        ("UN Secretary-General Bo Lind", Speaker("Bo Lind", "UN Secretary-General")),
        ("President Lena R. Harwick Jr.", Speaker("Lena R. Harwick Jr.", "President")),
        (
            "Marketing Manager at Norda Line Abby Dunn",
            Speaker("Abby Dunn", "Marketing Manager at Norda Line", "Norda Line"),
        ),
        ("Transport Minister Lena Harwick", Speaker("Lena Harwick", "Transport Minister")),
        ("the head of the port, Lena Harwick", Speaker("Lena Harwick", "head of the port")),
        (
            "Minister for Public Works Ana Bell",
            Speaker("Ana Bell", "Minister for Public Works", "Public Works"),
        ),
        ("the bank's Lena Harwick", Speaker("Lena Harwick", "bank")),
        ("Norda Sports Insider Lena Harwick", Speaker("Lena Harwick", "Norda Sports Insider")),
        ("Norda Air's Lena Harwick", Speaker("Lena Harwick", "Norda Air")),
        ("Norda's Defence Minister", Speaker("Norda's Defence Minister")),
        ("Lena Harwick, who is the mayor", Speaker("Lena Harwick", "mayor")),
        ("Lena Harwick, speaking in Calder", Speaker("Lena Harwick")),
        (
            "Lena Harwick, Norda Air's head",
            Speaker("Lena Harwick", "Norda Air's head", "Norda Air"),
        ),
        (
            "Lena Harwick, Norda Air spokeswoman",
            Speaker("Lena Harwick", "Norda Air spokeswoman", "Norda Air"),
        ),
        (
            "Norda Ambassador to the TC Lena Harwick",
            Speaker("Lena Harwick", "Norda Ambassador to the TC", "TC"),
        ),
        (
            "Norda Ambassador to the UK Lena Harwick",
            Speaker("Lena Harwick", "Norda Ambassador to the UK", "Norda Ambassador"),
        ),
        (
            "Lena Harwick, Secretary of State",
            Speaker("Lena Harwick", "Secretary of State"),
        ),
        (
            "Calder Press Secretary Lena Harwick",
            Speaker("Lena Harwick", "Calder Press Secretary"),
        ),
        ("Lena Harwick, Press secretary", Speaker("Lena Harwick", "Press secretary")),
        ("Lena Harwick, Vermont Democrat", Speaker("Lena Harwick", "Vermont Democrat")),
        ("Incumbent Lena Harwick", Speaker("Lena Harwick", "Incumbent")),
        ("Presidential hopeful Lena Harwick", Speaker("Lena Harwick", "Presidential hopeful")),
        ("Lena Harwick, French envoy", Speaker("Lena Harwick", "French envoy")),
        ("Lena Harwick, Former Norda envoy", Speaker("Lena Harwick", "Former Norda envoy")),
        ("Lena Harwick, on the other hand", Speaker("Lena Harwick")),
        ("two officials, granted leave to speak", Speaker("two officials")),
        ("Lena Harwick's", Speaker("Lena Harwick")),
        ("Votometrix Inc.", Speaker("Votometrix Inc.")),
        ("the ministry", Speaker("the ministry")),
        ("a diplomat with knowledge of the talks", Speaker("a diplomat")),
        ("But Lena Harwick", Speaker("Lena Harwick")),
        ("So far Norda Air", Speaker("Norda Air")),
        ("Ana Bell KC", Speaker("Ana Bell")),
        ("Maria de la Cruz", Speaker("Maria de la Cruz")),
        ("", Speaker()),
    ],
)
def test_words_are_read_as_name_role_and_organisation(words: str, expected: Speaker) -> None:
    assert speaker_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lena Harwick", True),
        ("Harwick", False),
        ("Norda Air", False),
        ("The First Minister", False),
        ("The four states of the Tarkan Compact", True),
        ("the council", False),
        ("The Ana Bell Bridge", False),
    ],
)
def test_a_person_has_two_names_and_is_no_body(words: str, expected: bool) -> None:
    assert is_person(words) is expected


@pytest.mark.parametrize("words", ["The Tarkan Compact", "Calder Port Authority", "Harwick"])
def test_without_a_title_the_words_are_the_name(words: str) -> None:
    assert without_title(words) == (None, words)
