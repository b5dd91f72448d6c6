"""Characters that nobody sees, where a spelling needs them and where nothing does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.text.display import escape, hidden, visible, without_hidden
from claim_tracker.yaml import read
from tests.conftest import CommandLine
from tests.samples import check, claim, claims_file, codes
from tests.text.samples import SCOTLAND, SPELT

STRAY = {
    "a non-joiner in Latin": ("ba\u200cse", [2]),
    "two non-joiners": ("می\u200c\u200cخ", [3]),
    "a non-joiner between spaces": ("ا \u200c ب", [2]),
    "a joiner in Latin": ("ba\u200dse", [2]),
    "a joiner between letters that join": ("سل\u200dام", [2]),
    "a joiner after no virama": ("क\u200dष", [1]),
    "a second joiner": ("क्\u200d\u200dष", [3]),
    "a joiner at the end of an emoji": ("\U0001f468\u200d", [1]),
    "a joiner between an emoji and a letter": ("\U0001f468\u200da", [1]),
    "a variation selector after a letter": ("a\ufe0fb\ufe00", [1, 3]),
    "a variation selector after a digit": ("2\ufe0f5\ufe0f, 10\ufe00", [1, 3, 8]),
    "a second variation selector": ("\u2764\ufe0f\ufe0f", [2]),
    "a variation selector at the beginning": ("\ufe0fa", [0]),
    "an ideographic one after a letter": ("a\U000e0100", [1]),
    "a second ideographic one": ("葛\U000e0100\U000e0101", [2]),
    "a Mongolian one after a letter of another script": ("a\u180b\u180f", [1, 2]),
    "a vowel separator in Latin": ("a\u180eb", [1]),
    "a space of no width in Latin": ("a\u200bb", [1]),
    "a second space of no width": ("ก\u200b\u200bก", [2]),
    "a direction mark among letters from left to right": ("a\u200eb\u200fc\u061cd", [1, 3, 5]),
    "a direction mark with no letter from right to left": ("٢\u200e٣\u200f", [1, 3]),
    "an embedding among letters from right to left": ("ש\u202bש\u202c", [1, 3]),
    "an override among letters from right to left": ("ש\u202eש", [1]),
    "an isolate among letters from right to left": ("ש\u2067ש\u2069", [1, 3]),
    "a blank of Braille": ("a\u2800b", [1]),
    "Hangul fillers": ("\u115f\u1160\u3164\uffa0", [0, 1, 2, 3]),
    "invisible operators": ("f\u2061x\u2062y\u2063z\u2064", [1, 3, 5, 7]),
    "deprecated formats": ("\u206a\u206f", [0, 1]),
    "marks of annotations": ("\ufff9a\ufffab\ufffb", [0, 2, 4]),
    "musical formats": ("\U0001d173\U0001d17a\U0001d159", [0, 1, 2]),
    "shorthand formats": ("\U0001bca0", [0]),
    "tags without a flag": ("a\U000e0001\U000e0041", [1, 2]),
    "tags after another emoji": (SCOTLAND.replace("\U0001f3f4", "\U0001f600"), [1, 2, 3, 4, 5, 6]),
    "a flag without its end": (SCOTLAND[:-1], [1, 2, 3, 4, 5]),
    "a flag with a sentence in it": (
        "\U0001f3f4" + "\U000e0061" * 9 + "\U000e007f",
        list(range(1, 11)),
    ),
    "what is to be ignored": ("\u2065\ufff0\U000e0080\U000e01f0\U000e0fff", [0, 1, 2, 3, 4]),
    "a joiner of graphemes": ("a\u034fb", [1]),
    "Khmer vowels that are not seen": ("ក\u17b4\u17b5", [1, 2]),
    "a word joiner, a mark of byte order, a soft hyphen": ("a\u2060b\ufeffc\xad", [1, 3, 5]),
    "no characters": ("\ufdd0\ufffe\U0001ffff\U0010fffe", [0, 1, 2, 3]),
    "a control for hieroglyphs": ("a\U00013430b", [1]),
}
ATOMS = st.sampled_from(
    [*"".join(SPELT.values()), *"".join(text for text, _ in STRAY.values()), *"ab1 \n.é漢"]
)
anything = st.lists(ATOMS | st.characters(codec="utf-8")).map("".join)


@pytest.mark.parametrize("text", SPELT.values(), ids=SPELT)
def test_what_a_spelling_needs_is_valid_and_shown_as_it_is(text: str) -> None:
    assert list(hidden(text)) == []
    assert visible(text) == text
    assert codes(claims_file(claim({"claim": f'"{text}"'}))) == []


@pytest.mark.parametrize(("text", "indices"), STRAY.values(), ids=STRAY)
def test_what_no_spelling_needs_is_refused_and_shown(text: str, indices: list[int]) -> None:
    assert list(hidden(text)) == indices
    shown = "".join(escape(c) if i in indices else c for i, c in enumerate(text))
    assert visible(text) == shown
    found = codes(claims_file(claim({"claim": f"x {text} x"})))
    assert found == ["E213"] * len(indices)


@given(anything)
def test_what_is_shown_has_nothing_hidden(text: str) -> None:
    shown = visible(text)
    assert list(hidden(shown)) == []
    assert visible(shown) == shown
    without = without_hidden(text)
    assert len(without) == len(text) - len(list(hidden(text)))


@given(anything)
def test_what_passes_the_check_is_shown_as_it_is(text: str) -> None:
    document = read("a.yaml", claims_file(claim({"claim": f"x{text}"})).encode())
    if document.complete and not document.problems:
        value = document.root["claims"][0]["claim"]
        assert visible(value) == value


@given(st.characters())
def test_what_is_hidden_alone_is_of_no_visible_category(character: str) -> None:
    if list(hidden(character)):
        assert unicodedata.category(character) in {"Cc", "Cf", "Cn", "Lo", "Mn", "So", "Zl", "Zp"}


@pytest.mark.parametrize("mark", "\u200e\u200f\u061c")
def test_a_mark_is_explained_by_its_own_text_alone(mark: str) -> None:
    other = {"speaker": "שר", "claim": f"The {mark}base."}
    (finding,) = check(claims_file(claim(other))).findings
    assert (finding.code, finding.span.line) == ("E213", 4)
    assert codes(claims_file(claim({"claim": f"The {mark}base. # שר"}))) == ["E213"]
    assert codes(claims_file(claim({"claim": f">-\n      The {mark}base\n      שר."}))) == []
    assert codes(claims_file(claim()) + f"# ש{mark}\n") == []


def test_a_spelling_of_escapes_is_read_as_one_of_characters() -> None:
    assert codes(claims_file(claim({"claim": r'"\u0645\u06cc\u200c\u062e"'}))) == []
    assert codes(claims_file(claim({"claim": r'"a\u200cb"'}))) == ["E213"]


@pytest.mark.parametrize("name", ["Persian", "Hebrew", "Khmer", "a family", "Bengali"])
def test_a_spelling_is_kept_by_every_command(tracker: CommandLine, name: str) -> None:
    text = SPELT[name]
    tracker.file("a.yaml", claims_file(claim({"claim": text, "speaker": text})))
    assert tracker("record", "base-closes", "-f", "a.yaml", "--note", text, "--yes").status == 0
    assert (tracker.folder / "a.yaml").read_text(encoding="utf-8").count(text) == 3
    for arguments in (
        ("show", "base-closes"),
        ("status", "--format", "json"),
        ("status", "--format", "csv"),
        ("status", "--format", "markdown"),
        ("export", "html"),
        ("export", "atom"),
    ):
        assert text in tracker.done(*arguments, "-f", "a.yaml")


COMPOSED, DECOMPOSED = "caf\u00e9", "cafe\u0301"


@pytest.mark.parametrize(("key", "reference"), [(COMPOSED, DECOMPOSED), (DECOMPOSED, COMPOSED)])
def test_a_key_is_the_same_composed_or_not(tracker: CommandLine, key: str, reference: str) -> None:
    head = f"sources:\n  {key}: {{url: https://a.org/, published: 2025}}\n"
    head += f"places:\n  {key}: {{name: Café}}\n"
    fields = claim({"source": reference, "places": f"[{reference}]"})
    tracker.file("a.yaml", claims_file(fields, head=head))
    assert tracker("check", "--strict", "-f", "a.yaml").status == 0
    assert "Café" in tracker.done("show", "base-closes", "-f", "a.yaml")
    assert "base-closes" in tracker.done("status", "-f", "a.yaml", "--place", reference)
    twice = f"  {reference}: {{url: https://b.org/}}\n"
    assert "E003" in codes(claims_file(fields, head=head.replace("places:", f"{twice}places:")))


@pytest.mark.parametrize(
    ("one", "other"),
    [("le caf\u00e9 ferme", "le cafe\u0301 ferme"), ("می\u200cخواهم", "میخواهم"), ("❤️", "❤")],
)
def test_texts_that_look_the_same_are_reported(one: str, other: str) -> None:
    assert codes(claims_file(claim({"claim": one}), claim({"id": "b", "claim": other}))) == ["W303"]
