"""What is typed in bash, and how a word goes on from there."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.cli.completing.bashline import continuation, split_line

ANY = st.text(
    st.one_of(
        st.sampled_from("'\"\\$`!(){};|&<>*?[]~#^=:,-ab \u00a0é"),
        st.characters(exclude_categories=["Cc", "Cs"]),
    ),
    max_size=12,
)
LINES = ["tracker show ", "tracker --topic=", "tracker a\\ b:", 'tracker "a b":', "tracker a'b':"]


def put(line: str, tail: str, value: str) -> str:
    """The line in which readline has put a value, without its opening quote where that is there."""
    kept = line.removesuffix(tail)
    quote = split_line(line).quote
    return kept.removesuffix(quote) + value if quote and value[0] == quote else kept + value


@pytest.mark.parametrize(
    ("line", "words", "quote", "literal"),
    [
        ("", [""], "", True),
        ("a ", ["a", ""], "", True),
        (" a  b", ["a", "b"], "", True),
        ("a '' ", ["a", "", ""], "", True),
        ("a\\", ["a"], "", False),
        ("a\\\nb", ["ab"], "", True),
        ("a\\;b", ["a;b"], "", True),
        ('"a\\;\\$b', ["a\\;$b"], '"', True),
        ("'a\\", ["a\\"], "'", True),
        ("'a'\"b\"c", ["abc"], "", True),
        ("$a b", ["$a", "b"], "", True),
        ("b $a", ["b", "$a"], "", False),
        ('"`a', ["`a"], '"', False),
        ("$'a", ["$a"], "'", False),
        ("$'\\140'a", ["`a"], "", True),
        ("a*", ["a*"], "", False),
        ('"a*!"', ["a*!"], "", False),
    ],
)
def test_a_line_is_words(line: str, words: list[str], quote: str, literal: bool) -> None:
    found = split_line(line)
    assert (list(found.words), found.quote, found.literal) == (words, quote, literal)


@pytest.mark.parametrize(
    ("line", "tail", "word"),
    [
        ("tracker $(to", "to", "$(touch x)"),
        ("tracker $x:a", "a", "$x:ab"),
        ('tracker "$x":a', "a", "$x:ab"),
        ("tracker $'a", "a", "$ab"),
        ("tracker A:b", "b", "a:bc"),
        ("tracker a\\", "", "a;b"),
        ('tracker "a', '"a', "ab"),
        ("tracker a", "b", "ab"),
    ],
)
def test_nothing_goes_on_from_what_may_be_another_word(line: str, tail: str, word: str) -> None:
    assert continuation(line, tail, word) is None


@given(st.sampled_from(LINES), st.sampled_from(["", "'", '"']), ANY, st.integers(0, 5))
def test_any_word_is_read_back(begun: str, quote: str, word: str, length: int) -> None:
    tail = "".join(filter(str.isalpha, word[:length]))
    start = split_line(begun).words[-1]
    value = continuation(begun + quote + tail, tail, start + word)
    assert value is not None
    found = split_line(put(begun + quote + tail, tail, value))
    assert (found.words[-1], found.quote, found.literal) == (start + word, "", True)


@given(st.sampled_from(["", "'", '"']), ANY, st.integers(1, 40))
def test_no_beginning_of_what_is_put_there_is_expanded(quote: str, word: str, length: int) -> None:
    value = continuation(f"tracker {quote}", "", word.replace("`", "") + "x")
    assert value is not None
    begun = value[:length]
    assert split_line(put(f"tracker {quote}", "", begun)).literal or begun.endswith("\\")


def test_bash_reads_what_is_put_there_as_the_word() -> None:
    if (bash := shutil.which("bash")) is None:
        pytest.skip("there is no bash")
    marks = "'\"\\$`!(){};|&<>*?[]~#^=:,- \u00a0é"
    words = [a + b + c for a in marks for b in marks for c in ("", "x", "(")]
    lines = [
        put(f"{begun}{quote}", "", continuation(f"{begun}{quote}", "", start + word) or "")
        for begun, start in (("", ""), ("a:", "a:"))
        for quote in ("", "'", '"')
        for word in words
    ]
    script = "".join(f"printf '%s\\0' {line}\n" for line in lines)
    ran = subprocess.run((bash, "--norc"), input=script.encode(), capture_output=True, check=True)
    expected = [start + word for start in ("", "a:") for _ in range(3) for word in words]
    assert ran.stdout.decode().split("\0")[:-1] == expected
    assert ran.stderr == b""
