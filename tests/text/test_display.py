"""Text from others, made safe to print."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.display import (
    character_name,
    cut,
    escape,
    folded,
    hidden,
    one_line,
    several_lines,
    visible,
)

anything = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é漢🙂", "plain é漢🙂"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\x00b\x7fc\x9b", "a\\x00b\\x7fc\\x9b"),
        ("a\u202eb\u200bc", "a\\u202eb\\u200bc"),
        ("a\U000e0041b", "a\\U000e0041b"),
        ("a\ud800b", "a\\ud800b"),
        ("a\rb", "a\\x0db"),
        ("a\tb\nc", "a\tb\nc"),
        ("[red]", "[red]"),
    ],
)
def test_what_is_hidden_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(anything)
def test_what_is_visible_has_no_control_or_format_characters(text: str) -> None:
    shown = visible(text)
    assert {unicodedata.category(c) for c in shown if c not in "\t\n"}.isdisjoint({"Cc", "Cs"})
    assert visible(shown) == shown


@given(anything)
def test_one_line_is_one_line_with_single_spaces(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert "  " not in line
    assert line == line.strip()


@given(anything.filter(lambda text: len(text) == 1) | st.characters())
def test_an_escape_is_the_character_in_python(character: str) -> None:
    assert escape(character).encode("ascii").decode("unicode_escape") == character


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abc", 1, "…"), ("abc", 0, "…"), ("", 0, "")],
)
def test_what_is_cut_ends_in_an_ellipsis(text: str, width: int, short: str) -> None:
    assert cut(text, width) == short


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("می\u200cخواهم", 4, "می\u200c…"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 3, "\U0001f468…"),
        ("\u2764\ufe0f\u200d\U0001f525!", 4, "\u2764\ufe0f…"),
    ],
)
def test_what_is_cut_ends_in_what_can_be_seen(text: str, width: int, short: str) -> None:
    assert cut(text, width) == short


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("É  A", "e\u0301 a"),
        ("Straße", "STRASSE"),
        ("می\u200cخواهم", "میخواهم"),
        ("\u2764\ufe0f", "\u2764"),
        ("葛\U000e0100", "葛"),
        ("a\xadb\u200bc\ufeff", "abc"),
        ("e\u200d\u0301", "é"),
        ("\u212b", "Å"),
        ("שר\u200f", "שר"),
        ("علي", "علی"),
        ("كتاب", "کتاب"),
        ("محمـــد", "محمد"),
        ("٢٠٢٦", "۲۰۲۶"),
        ("O’Neil", "O'Neil"),
        ("Лукʼяненко", "Лук’яненко"),
        ("the “base”", 'the "base"'),
        (unicodedata.normalize("NFD", "هيئة"), "هیئة"),
    ],
)
def test_what_looks_the_same_is_folded_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(anything)
def test_what_is_folded_has_nothing_hidden_and_stays_so(text: str) -> None:
    assert list(hidden(folded(text))) == []
    assert folded(folded(text)) == folded(text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("é", "`é`"),
        ("`", "a backquote"),
        (" ", "a space"),
        ("\t", "U+0009 (tab)"),
        ("\x85", "U+0085 (control character)"),
        ("\u3000", "U+3000 (ideographic space)"),
    ],
)
def test_a_blank_character_is_named_by_its_code_point(character: str, name: str) -> None:
    assert character_name(character) == name


def test_a_text_of_several_lines_keeps_them_and_their_indentation() -> None:
    text = "\n  A list:\n\n- one  item\n  - and\t one in it\n\t- and one\n \n"
    assert several_lines(text) == "A list:\n\n- one item\n  - and one in it\n    - and one"
