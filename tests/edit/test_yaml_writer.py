"""Values are written so that they are read again as they were, and as plainly as that allows."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import BaseLoader

from claim_tracker.edit.yaml_writer import block, flow
from claim_tracker.yaml.parser import compose

LONG = "word " * 30


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", "no"),
        ("2026-01", "2026-01"),
        ("https://example.org/a?b=c,d#e", "https://example.org/a?b=c,d#e"),
        ("-5 to 5", "-5 to 5"),
        ("it's so", "it's so"),
        ("", "''"),
        ("~", "'~'"),
        ("null", "'null'"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("#b", "'#b'"),
        ("it's: so", "'it''s: so'"),
        ("- a", "'- a'"),
        ("? a", "'? a'"),
        ("[a]", "'[a]'"),
        ("{a}", "'{a}'"),
        ("&a", "'&a'"),
        ("*a", "'*a'"),
        ("!a", "'!a'"),
        ("|", "'|'"),
        (">", "'>'"),
        ("%a", "'%a'"),
        ("@a", "'@a'"),
        ("`a`", "'`a`'"),
        ('"a"', "'\"a\"'"),
        ("'a'", "'''a'''"),
        (" a ", "' a '"),
        ("a\tb", '"a\\tb"'),
        ("a\r\nb", '"a\\r\\nb"'),
        ("a\x07\u202e\U000e0041", '"a\\u0007\\u202e\\U000e0041"'),
    ],
)
def test_a_text_is_quoted_only_where_it_has_to_be(text: str, written: str) -> None:
    assert block({"note": text}, 2) == [f"  note: {written}"]


@pytest.mark.parametrize(
    ("text", "written"),
    [("a?b", "'a?b'"), ("a, b", "'a, b'"), ("a]", "'a]'"), ("a{", "'a{'"), ("a b", "a b")],
)
def test_in_flow_style_commas_and_brackets_are_quoted(text: str, written: str) -> None:
    assert flow({"note": text}) == f"{{note: {written}}}"


def test_a_long_text_is_folded_at_a_hundred_columns() -> None:
    first, *lines = block({"note": f"{LONG}{LONG}# : end"}, 8)
    assert first == "        note: >-"
    assert [len(line) for line in lines[:-1]] == [99] * (len(lines) - 1)
    assert all(line.startswith(" " * 10 + "w") for line in lines)


def test_a_long_text_that_cannot_be_folded_stays_on_a_line() -> None:
    assert len(block({"url": f"https://example.org/{'a' * 200}"}, 8)) == 1
    assert len(block({"note": f"{LONG}{LONG}".replace(" ", "  ")}, 8)) == 1


def test_a_text_of_several_lines_keeps_them() -> None:
    assert block({"note": "a:\n\n  - b"}, 2) == ["  note: |-", "    a:", "", "      - b"]


def test_what_does_not_fit_a_line_in_flow_style_gets_several() -> None:
    assert block({"source": {"url": "a" * 90, "title": "b: c"}}, 4) == [
        "    source:",
        f"      url: {'a' * 90}",
        "      title: 'b: c'",
    ]
    assert block({"tags": ["a" * 60, "b" * 60]}, 0) == [
        "tags:",
        f"  - {'a' * 60}",
        f"  - {'b' * 60}",
    ]
    assert block({"tags": ["a", "b"]}, 0) == ["tags: [a, b]"]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.text(
    st.sampled_from("ab:#-?,[]{}&*!|>'\"%@`~\\\t\n\r \u00e9\u6f22"), max_size=300
)
values = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from("abc"), values, min_size=1), st.integers(0, 9))
def test_whatever_is_written_is_read_again_as_it_was(fields: dict[str, Any], column: int) -> None:
    in_block = "\n".join(block(fields, column))
    for text in (in_block, flow(fields), flow(fields, quoted=True)):
        assert BaseLoader(text).get_single_data() == fields
        composed = compose(text)
        assert {problem.code for problem in composed.problems} <= {"E213"}
        assert composed.problems or composed.root == fields


@given(
    st.text(min_size=1, alphabet="ab1é—:;,.?!#- '\"{}[]\n\\|>&*%@`~=()/+ ", max_size=60)
    | st.lists(
        st.sampled_from("word a: b #c - 'it' null ~ ? http://x.y".split(" ")),
        min_size=1,
        max_size=40,
    ).map(" ".join)
)
def test_what_is_sure_to_be_read_back_is(text: str) -> None:
    text = text.strip()
    lines = block({"claim": text, "source": {"title": text, "at": [text]}}, 2)
    read = compose("\n".join(["- id: a", *lines]))
    assert read.root == [{"id": "a", "claim": text, "source": {"title": text, "at": [text]}}]
