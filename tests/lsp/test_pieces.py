"""What is made of each claim and kept is as a server makes it that opens the file as it is now."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from benchmarks.data import claims_file as long_file
from benchmarks.keys import keys, keys_in_defaults, with_defaults
from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Defaults
from claim_tracker.lsp.features.diagnostics import diagnostics
from claim_tracker.lsp.pieces import MovableJson
from tests.checks.strategies import BASES, GIVEN, LACKING, Edit, edited, edits, with_given
from tests.lsp.editor import Editor

LONG = long_file(60)
DEFAULTS = with_defaults(LONG)
KEYS = dict(keys(LONG)) | dict(keys_in_defaults(DEFAULTS))
NAME = "data/claims.yaml"
ASKED = {
    types.TEXT_DOCUMENT_CODE_LENS: types.CodeLensParams,
    types.TEXT_DOCUMENT_DOCUMENT_LINK: types.DocumentLinkParams,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: types.DocumentSymbolParams,
    types.TEXT_DOCUMENT_FOLDING_RANGE: types.FoldingRangeParams,
}


def shown(editor: Editor) -> list[Any]:
    """All that an editor shows of its file."""
    answers = [editor.whole(method, params) for method, params in ASKED.items()]
    return [*answers, diagnostics(editor.snapshot)]


def hold_to_fresh_servers(folder: Path, texts: list[str]) -> None:
    """Write texts one after the other, and hold what is shown to what a fresh server shows."""
    editor = Editor(folder, {NAME: texts[0]})
    shown(editor)
    for text in texts[1:]:
        editor.replace(text)
        assert shown(editor) == shown(Editor(folder, {NAME: text}))


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
def test_after_each_kind_of_key_all_is_as_made_anew(tmp_path: Path, key: str) -> None:
    base = DEFAULTS if key in dict(keys_in_defaults(DEFAULTS)) else LONG
    hold_to_fresh_servers(tmp_path, [base, KEYS[key], base, KEYS[key]])


@pytest.mark.slow
def test_after_keys_one_after_another_all_is_as_made_anew(tmp_path: Path) -> None:
    hold_to_fresh_servers(tmp_path, [LONG, *KEYS.values()])


@pytest.mark.slow
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(BASES), edits)
def test_after_some_edits_all_is_as_made_anew(
    tmp_path: Path, base: str, changes: list[Edit]
) -> None:
    hold_to_fresh_servers(tmp_path, _states(base, changes))


@pytest.mark.slow
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(GIVEN), max_size=4, unique=True), max_size=3))
def test_after_any_defaults_all_is_as_made_anew(tmp_path: Path, states: list[list[str]]) -> None:
    hold_to_fresh_servers(tmp_path, [LACKING, *map(with_given, states)])


TWO_OF = {
    "kind": ("commitment", "fact"),
    "topic": ("Roads", "Bridges"),
    "speaker": ("A.", "B."),
    "role": ("mayor", "minister"),
    "organisation": ("A.", "B."),
    "via": ("A.", "B."),
    "stated": ("2024-02", "2025-02"),
    "as_of": ("2024-01", "2025-01"),
    "due": ("2024-06", "2026-06"),
    "review": ("2026-02", "2026-03"),
    "criteria": ("A.", "B."),
    "note": ("A.", "B."),
    "quantity": ("{value: 3, unit: men}", "{value: 4, unit: men}"),
    "source": ("s1", "s2"),
    "places": ("[p1]", "[p2]"),
    "tags": ("[a]", "[b]"),
}
"""Two values of each field that a default can give."""


def test_each_field_that_a_default_can_give_is_tried() -> None:
    assert TWO_OF.keys() == fields_of(Defaults).keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", TWO_OF)
def test_after_another_default_all_is_as_made_anew(tmp_path: Path, name: str) -> None:
    without = "".join(
        line for line in LONG.splitlines(keepends=True) if not line.startswith(f"    {name}:")
    )
    texts = [
        without.replace("\nclaims:\n", f"\ndefaults:\n  {name}: {value}\nclaims:\n", 1)
        for value in TWO_OF[name]
    ]
    hold_to_fresh_servers(tmp_path, [*texts, without, *texts])


def test_a_claim_without_an_id_is_counted_anew(tmp_path: Path) -> None:
    first, second = "  - id: claim-20\n", "  - id: claim-40\n"
    text = LONG.replace(second, "  -\n")
    again = text.replace(first, "  - id: one-more\n    kind: fact\n" + first)
    hold_to_fresh_servers(tmp_path, [text, again, text])


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(BASES), edits)
def test_after_any_edits_all_is_as_made_anew(
    tmp_path: Path, base: str, changes: list[Edit]
) -> None:
    hold_to_fresh_servers(tmp_path, _states(base, changes))


def _states(base: str, changes: list[Edit]) -> list[str]:
    """A text, and it after each of some edits, without what no file can have."""
    states = [base]
    for change in changes:
        states.append(edited(states, change).replace("\ud800", ""))
    return states


def test_what_is_unchanged_is_not_made_again(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {NAME: LONG})
    before = editor.view.pieces.claims
    editor.replace(KEYS["within a text"])
    after = editor.view.pieces.claims
    assert (
        sum(one is not other for one, other in zip(before, after, strict=True)) == 2
    )  # and the last


def test_the_lines_of_a_text_are_not_moved() -> None:
    text = '100 % of "line": 7, "startLine": 8, %d'
    link = {"range": {"start": {"line": 3, "character": 4}, "end": {"line": 5, "character": 6}}}
    moved = MovableJson(json.dumps({**link, "tooltip": text}), 3).at_line(10)
    link["range"]["start"]["line"], link["range"]["end"]["line"] = 10, 12
    assert json.loads(f"[{moved}]") == [{**link, "tooltip": text}]
