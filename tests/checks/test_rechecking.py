"""What is checked again after a change has the findings, data and spans of a whole check."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.data import tidy_file
from benchmarks.keys import keys, keys_in_defaults, with_defaults
from claim_tracker.checks import examine
from claim_tracker.checks.rechecking import Rechecking
from claim_tracker.checks.run import Examined
from claim_tracker.yaml import Document, Path, read
from claim_tracker.yaml.rereading.spliced import SplicedDocument
from tests.checks.strategies import (
    BASES,
    GIVEN,
    LACKING,
    LONG,
    TIDY,
    Edit,
    edited,
    edits,
    with_given,
)
from tests.conftest import NOW
from tests.golden.slips import KINDS, slips

NAME = "claims.yaml"


def data_of(value: Any) -> Any:
    """A value with the lines on which its mappings begin, and the order of their fields."""
    if isinstance(value, dict):
        return getattr(value, "line", 0), [(name, data_of(each)) for name, each in value.items()]
    return [data_of(each) for each in value] if isinstance(value, list) else value


def paths_in(value: Any, path: Path = ()) -> Iterator[Path]:
    """All paths in a value."""
    yield path
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, each in inner:
        yield from paths_in(each, (*path, step))


def assert_same_document(again: Document, whole: Document, paths: Sequence[Path]) -> None:
    assert data_of(again.root) == data_of(whole.root)
    assert again.problems == whole.problems
    assert (again.complete, again.lines) == (whole.complete, whole.lines)
    assert (again.text.written, again.text.visible) == (whole.text.written, whole.text.visible)
    assert (again.readable, list(again.origins)) == (whole.readable, list(whole.origins))
    assert again.starts_of_claims == whole.starts_of_claims
    assert again.composed.spoiled == whole.composed.spoiled
    assert again.composed.gaps == whole.composed.gaps
    for path in paths:
        assert again.span(path) == whole.span(path)
        assert again.span(path, "key") == whole.span(path, "key")


def assert_as_whole(checked: Examined, texts: Mapping[str, str], spans_of: int | None = 10) -> None:
    """Hold what was checked again to a whole check; with the spans of some paths, or of all."""
    documents = [read(name, text.encode("utf-8", "surrogatepass")) for name, text in texts.items()]
    examined = examine(documents, NOW)
    assert checked.findings == examined.findings
    for again, whole in zip(checked.files, examined.files, strict=True):
        assert (again.content, again.claims) == (whole.content, whole.claims)
    for document, other in zip(checked.documents, documents, strict=True):
        paths = list(paths_in(other.root))
        step = 1 if spans_of is None else len(paths) // spans_of + 1
        missing: list[Path] = [("claims", 10_000), ("claims", 3, "nothing"), ("nothing",)]
        assert_same_document(document, other, [*paths[::step], *missing])


KEYS = dict(keys(LONG))
DEFAULTS = with_defaults(LONG)
KEYS_OF_DEFAULTS = dict(keys_in_defaults(DEFAULTS))


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
def test_each_kind_of_key_is_found_as_in_a_whole_check(key: str) -> None:
    rechecking = Rechecking()
    rechecking.check({NAME: LONG}, NOW)
    assert_as_whole(rechecking.check({NAME: KEYS[key]}, NOW), {NAME: KEYS[key]}, None)
    assert_as_whole(rechecking.check({NAME: LONG}, NOW), {NAME: LONG})


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS_OF_DEFAULTS)
def test_each_key_in_defaults_is_found_as_in_a_whole_check(key: str) -> None:
    rechecking = Rechecking()
    for text in (DEFAULTS, KEYS_OF_DEFAULTS[key], DEFAULTS):
        assert_as_whole(rechecking.check({NAME: text}, NOW), {NAME: text}, None)


@pytest.mark.slow
def test_keys_after_one_another_are_found_as_in_whole_checks() -> None:
    rechecking = Rechecking()
    for text in (*KEYS.values(), *KEYS_OF_DEFAULTS.values(), *reversed(KEYS.values())):
        assert_as_whole(rechecking.check({NAME: text}, NOW), {NAME: text})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    published: 2024-01-01\n  s4:", "    published: 2570-03-01\n  s4:"),
        ("    published: 2024-01-01\n  s4:", "    published: 2099-03-01\n  s4:"),
        ("    title: Report 3\n    publisher: News 3\n    url: https://example.org/3\n", ""),
        ("\nversion: 1\n", "\nversion: 1\nchecks: {dates: canonical, archived: required}\n"),
    ],
)
def test_what_claims_are_checked_with_is_looked_at(old: str, new: str) -> None:
    rechecking = Rechecking()
    text = LONG.replace("2025-Q4", "2025 Q4")
    assert old in text
    for each in (text, text.replace(old, new, 1), text):
        assert_as_whole(rechecking.check({NAME: each}, NOW), {NAME: each})


@pytest.mark.parametrize(
    "key", ["an open quote", "a wrong indentation", "a tab", "a source with a fault"]
)
def test_around_a_fault_of_syntax_only_few_claims_are_read(key: str) -> None:
    rechecking = Rechecking()
    rechecking.check({NAME: LONG}, NOW)
    for text in (KEYS[key], KEYS[key].replace("claim-35", "another")):
        (document,) = rechecking.check({NAME: text}, NOW).documents
        assert isinstance(document, SplicedDocument)


def test_claims_that_stayed_but_for_the_last_are_not_validated_again() -> None:
    rechecking = Rechecking()
    first = rechecking.check({NAME: LONG}, NOW).files[0].content.claims
    for key in ("a new line", "an error of form", "an open quote", "within a text"):
        again = rechecking.check({NAME: KEYS[key]}, NOW).files[0].content.claims
        assert sum(one is not other for one, other in zip(first, again, strict=True)) <= 2


def test_what_claims_lack_is_found_in_the_order_of_a_whole_check() -> None:
    lacking = re.sub(r"(?m)^    (?:kind|speaker|source): .*\n", "", TIDY)
    rechecking = Rechecking()
    for text in (lacking, lacking.replace("claim-3\n", "claim-33\n", 1)):
        assert_as_whole(rechecking.check({NAME: text}, NOW), {NAME: text}, 1)


def test_a_file_that_stayed_is_the_same_document_and_checked_file() -> None:
    rechecking = Rechecking()
    first = rechecking.check({NAME: LONG, "other.yaml": TIDY}, NOW)
    again = rechecking.check({NAME: KEYS["an open quote"], "other.yaml": TIDY}, NOW)
    assert again.documents[1] is first.documents[1]
    assert again.files[1] is first.files[1]


def test_another_day_is_looked_at_again() -> None:
    text = {NAME: TIDY}
    rechecking = Rechecking()
    assert not rechecking.check(text, NOW).findings
    assert rechecking.check(text, NOW.replace(year=2024)).findings


def test_a_file_that_is_left_out_is_forgotten() -> None:
    rechecking = Rechecking()
    rechecking.check({NAME: TIDY, "twice.yaml": TIDY}, NOW)
    assert_as_whole(rechecking.check({NAME: TIDY}, NOW), {NAME: TIDY})


def test_bytes_are_read_as_their_text() -> None:
    rechecking = Rechecking()
    for key in ("an open quote", "within a text"):
        data = b"\xef\xbb\xbf" + KEYS[key].encode()
        assert_as_whole(rechecking.check({NAME: data}, NOW), {NAME: KEYS[key]})
    (broken,) = rechecking.check({NAME: b"\xff" + LONG.encode()}, NOW).documents
    assert broken.problems == read(NAME, b"\xff" + LONG.encode()).problems
    assert_as_whole(rechecking.check({NAME: LONG}, NOW), {NAME: LONG})


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [LONG, TIDY], ids=["real", "tidy"])
def test_a_slip_is_found_as_in_a_whole_check(text: str, kind: str) -> None:
    rechecking = Rechecking()
    rechecking.check({NAME: text}, NOW)
    for slip in islice(slips(text, [kind]), 0, None, 3):
        assert_as_whole(rechecking.check({NAME: slip.text}, NOW), {NAME: slip.text})


@pytest.mark.slow
@settings(max_examples=15)
@given(st.lists(st.lists(st.sampled_from(GIVEN), max_size=4, unique=True), max_size=5))
def test_any_defaults_are_found_as_in_a_whole_check(states: list[list[str]]) -> None:
    rechecking = Rechecking()
    rechecking.check({NAME: LACKING}, NOW)
    for fields in states:
        text = with_given(fields)
        assert_as_whole(rechecking.check({NAME: text}, NOW), {NAME: text}, 5)


@pytest.mark.slow
@settings(max_examples=4)
@given(st.sampled_from(BASES), edits)
def test_some_edits_are_found_as_in_a_whole_check(base: str, changes: list[Edit]) -> None:
    hold_to_whole_checks(base, changes)


@pytest.mark.slow
@settings(max_examples=40)
@given(st.sampled_from(BASES), edits)
def test_any_edits_are_found_as_in_a_whole_check(base: str, changes: list[Edit]) -> None:
    hold_to_whole_checks(base, changes)


def hold_to_whole_checks(base: str, changes: list[Edit]) -> None:
    """Check a file after each of some edits, beside another one, and hold it to whole checks."""
    rechecking = Rechecking()
    states = [base]
    other = tidy_file(3, 100)
    rechecking.check({NAME: base, "other.yaml": other}, NOW)
    for change in changes:
        states.append(edited(states, change))
        texts = {NAME: states[-1], "other.yaml": other}
        assert_as_whole(rechecking.check(texts, NOW), texts)
