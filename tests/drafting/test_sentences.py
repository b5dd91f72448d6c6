"""The sentences of an article, and where they stand."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.drafting.sentences import LONGEST_SENTENCE, LONGEST_TEXT, Sentence, sentences_of


def texts(text: str) -> list[str]:
    return [it.text for it in sentences_of(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Orr and Dr. Bell left.",
        "It costs Rs.5 or Rs. 50.",
        "It is No. 3 of the U.S. ports.",
        "It opens on Sept. 8.",
        "It opens on Sept . 8.",
        "Gov. Lena Harwick opened it at 6 p.m. on Friday.",
        "At 3:30 p.m. Calder time, it sailed.",
        "It is wide, i.e. Ten lanes.",
        "A 56-km. road is built.",
        "J. R. Orr left.",
        "A man from J.R. Orr left.",
        "It grew by 3.5 percent.",
        "The U.S. Senate voted.",
        "Corvane Inc. shares fell.",
        "Brig.-Gen. (Ret.) Ana Bell left.",
        'The U.S. "Surge" ended.',
        "It opens at 6.18 a.m. EST on Friday.",
        "Sens. Ana Orr and Tom Bell, and Govs. Lena Harwick and Ana Roe left.",
        "Reps. Orr, Gens. Bell, Profs. Roe, Drs. Harwick and Cols. Pell left.",
        "The Ala. Senate shut it on Fri. May 5.",
        "Tom Bell (D-Ala.) Friday shut it.",
        "Tom Bell Jr. Friday shut it.",
        "It is Vol. 3 of five.",
        "The Rt. Hon. Ana Bell left.",
        "Calder.com and Calder.Com shares fell.",
        "The Calder.Org and Calder.JS sites are new.",
        "It is at https://calder.example/Orr.Bell and at ana.Orr@calder.example now.",
        "It was built by J.R.Orr, e.g.Bell yards, and Mr.Roe.",
        "Norda ( NRDA.PA ) and Calder ( CLDb.ST ) fell.",
        "It is near St.Louis, and like an A7.It is new.",
        "It runs on Windows2.Ten of them are old.",
        "The NATOs of the world met.",
        "Tom (D)Bell left.",
    ],
)
def test_a_full_stop_within_a_sentence_ends_none(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened. It closed.", ["It opened.", "It closed."]),
        ("Will it open? It will!", ["Will it open?", "It will!"]),
        ('"It opens." She left.', ['"It opens."', "She left."]),
        ("\u201cIt opens.\u201d She left.", ['"It opens."', "She left."]),
        ("It opened.It closed.", ["It opened.", "It closed."]),
        ("He left at 6 p.m. The port closed.", ["He left at 6 p.m.", "The port closed."]),
        ("He left the U.S. The port closed.", ["He left the U.S.", "The port closed."]),
        ("It opened in 2019. In 2020 it closed.", ["It opened in 2019.", "In 2020 it closed."]),
        ("It opened... It closed.", ["It opened...", "It closed."]),
        ("It sells the 5C. The 5S is new.", ["It sells the 5C.", "The 5S is new."]),
        ("He left L.A. The port closed.", ["He left L.A.", "The port closed."]),
        ("It runs at 250 km/h. It is new.", ["It runs at 250 km/h.", "It is new."]),
        ("It can't. The port closed.", ["It can't.", "The port closed."]),
        ("Of that, no. The port will open.", ["Of that, no.", "The port will open."]),
        ("It is a work of art. Bell made it.", ["It is a work of art.", "Bell made it."]),
        ("He fell ill. Nurses came.", ["He fell ill.", "Nurses came."]),
        (
            "He lives in Calder, Ala. Meals are free.",
            ["He lives in Calder, Ala.", "Meals are free."],
        ),
        (
            "He left Corvane Inc. About 40 ships sail.",
            ["He left Corvane Inc.", "About 40 ships sail."],
        ),
        ("He is Tom Bell Jr. The port is shut.", ["He is Tom Bell Jr.", "The port is shut."]),
        (
            'He lives in Calder, D.C. "We will open," he said.',
            ["He lives in Calder, D.C.", '"We will open," he said.'],
        ),
    ],
)
def test_a_sentence_ends_where_another_begins(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It opens on June 5.Early fares are low.",
            ["It opens on June 5.", "Early fares are low."],
        ),
        ("It opens by mid-2019.The pier will.", ["It opens by mid-2019.", "The pier will."]),
        ("It rose 5%.The port shut.", ["It rose 5%.", "The port shut."]),
        ("He had to.Orr left.", ["He had to.", "Orr left."]),
        ("It sold 4,000.The port shut.", ["It sold 4,000.", "The port shut."]),
        ("He left (for good).Orr did.", ["He left (for good).", "Orr did."]),
        ("It opened.A man left.", ["It opened.", "A man left."]),
        ("It opened.U.S. ships left.", ["It opened.", "U.S. ships left."]),
        ('It "opened."Orr left.', ['It "opened."', "Orr left."]),
        ("\u201cIt opened.\u201dOrr left.", ['"It opened."', "Orr left."]),
        (
            "He \u201cleft.\u201d\u201cWe did,\u201d Orr said.",
            ['He "left."', '"We did," Orr said.'],
        ),
        ("It opened.\u201cWe left,\u201d he said.", ["It opened.", '"We left," he said.']),
    ],
)
def test_sentences_that_run_together_are_read_apart(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = "The port of Calder will open two new berths\nby June, Lena Harwick said on Tuesday."
    (sentence,) = sentences_of(text)
    assert sentence.text == " ".join(text.split())
    assert (sentence.line, sentence.start, sentence.end) == (1, 0, len(text))


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    heading, body = sentences_of("New berths\n\nThe port opens in June.")
    assert (heading.is_heading, body.is_heading) == (True, False)
    assert (heading.paragraph, body.paragraph) == (0, 1)


@pytest.mark.parametrize("mark", ["-", "*", "\u2022", "1.", "2)", "\u2013"])
def test_each_item_of_a_list_stands_alone(mark: str) -> None:
    sentences = sentences_of(f"Dates:\n{mark} Results: May 19\n{mark} Exams: June 22")
    assert [(it.text, it.is_item) for it in sentences][1:] == [
        ("Results: May 19", True),
        ("Exams: June 22", True),
    ]


def test_the_line_of_a_sentence_is_that_of_its_text() -> None:
    assert [it.line for it in sentences_of("One is here.\n\nTwo is here. Three is here.\n")] == [
        1,
        3,
        3,
    ]


def test_quotes_and_dashes_are_straight_but_for_what_was_written() -> None:
    (sentence,) = sentences_of("\u201cIt\u2019s open\u201d \u2013 she said.")
    assert sentence.text == '"It\'s open" - she said.'
    assert sentence.written == "\u201cIt\u2019s open\u201d \u2013 she said."


def test_a_sentence_loses_what_stands_before_it() -> None:
    (sentence,) = sentences_of("CALDER - The port opens.")
    assert sentence.without_start(9) == Sentence("The port opens.", "The port opens.", 1, 9, 24, 0)


def test_what_is_too_long_is_no_sentence() -> None:
    long = "a " * LONGEST_SENTENCE + "end."
    assert texts(f"{long} It opens.") == ["It opens."]


def test_what_follows_the_longest_text_is_not_read() -> None:
    assert texts("\n" * LONGEST_TEXT + "It opens.") == []


PIECES = st.sampled_from(
    [
        "It opens. ",
        "Mr. ",
        "U.S. ",
        "\n",
        "\n\n",
        "- item",
        '"',
        "\u201c",
        "Lena ",
        "3.5 ",
        "? ",
        "  ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=20).map("".join)


@given(TEXTS)
def test_sentences_stand_in_order_and_apart(text: str) -> None:
    for one, other in pairwise(sentences_of(text)):
        assert one.start < one.end <= other.start
        assert one.line <= other.line


@given(TEXTS)
def test_a_sentence_is_its_characters_with_single_spaces(text: str) -> None:
    for sentence in sentences_of(text):
        assert re.sub(r"\s+", " ", text[sentence.start : sentence.end]) == sentence.written
        assert len(sentence.text) == len(sentence.written)
        assert sentence.line == text.count("\n", 0, sentence.start) + 1


@given(TEXTS)
def test_no_word_is_left_out(text: str) -> None:
    read = "".join(it.written for it in sentences_of(text))
    assert re.sub(r"[\W\d]", "", read) == re.sub(r"[\W\d]", "", text)
