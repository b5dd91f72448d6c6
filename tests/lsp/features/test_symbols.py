"""The outline of a file in an editor."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from lsprotocol import types

from benchmarks.data import claims_file as long_file
from benchmarks.keys import keys
from tests.lsp.editor import Editor
from tests.samples import NEWS, another, claim, claims_file

LONG = long_file(60)
KEYS = dict(keys(LONG))


def outline(editor: Editor) -> list[types.DocumentSymbol]:
    found: list[types.DocumentSymbol] = editor.whole(
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams
    )
    return found


def lines(folder: Path, text: str) -> list[str]:
    return list(_lines(outline(Editor(folder, {"data/claims.yaml": text}))))


def _lines(symbols: Sequence[types.DocumentSymbol], depth: int = 0) -> Iterator[str]:
    for each in symbols:
        detail = f": {each.detail}" if each.detail else ""
        span = f"{each.range.start.line}-{each.range.end.line}"
        yield f"{'  ' * depth}{each.name}{detail} ({span})"
        yield from _lines(each.children or (), depth + 1)


def test_sections_have_their_entries(tmp_path: Path) -> None:
    head = (
        "title: The bases\nsources:\n  paper:\n    title: News of it\n"
        "    url: https://example.org/a\n    published: 2025-01-01\nplaces:\n"
        "  harbour: {name: Harbour Base}\n\n# The claims.\n"
    )
    updated = claim({"due": "2025-09"}, [f"date: 2025-09-30, outcome: kept, source: {NEWS}"])
    assert lines(tmp_path, claims_file(updated, another(), head=head)) == [
        "version: 1 (0-0)",
        "title: The bases (1-1)",
        "sources: 1 (2-6)",
        "  paper: News of it (3-6)",
        "places: 1 (7-8)",
        "  harbour: Harbour Base (8-8)",
        "claims: 2 (11-24)",
        "  base-closes: kept, on time, 2025-09 (12-19)",
        "    2025-09-30: kept (19-19)",
        "  soldiers-leave: undated (20-24)",
    ]


def test_claims_of_a_topic_in_a_row_are_a_group(tmp_path: Path) -> None:
    topics = ("North", "north", "South", "North", None, None)
    claims = [claim({"id": f"c{n}", "topic": topic}) for n, topic in enumerate(topics)]
    found = outline(Editor(tmp_path, {"data/claims.yaml": claims_file(*claims)}))[-1].children
    assert [(each.name, each.detail) for each in found or ()] == [
        ("North", "2 claims"),
        *((f"c{n}", "undated") for n in range(2, 6)),
    ]


def test_a_symbol_is_selected_by_its_name(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": claims_file(claim({"id": '"base-closes"'}))})
    (found,) = outline(editor)[-1].children or ()
    assert found.selection_range == types.Range(types.Position(2, 9), types.Position(2, 20))


def test_a_half_written_claim_is_in_the_outline(tmp_path: Path) -> None:
    broken = claim({"kind": "promis", "due": "2026-09"})
    names = [
        line.strip() for line in lines(tmp_path, claims_file(broken, another(), claim({"id": ""})))
    ]
    assert names[1:] == [
        "claims: 3 (1-17)",
        "base-closes: 2026-09 (2-7)",
        "soldiers-leave: undated (8-12)",
        "claim 3 (13-17)",
    ]


def test_claims_on_one_line_have_their_own_ranges(tmp_path: Path) -> None:
    text = "{version: 1, claims: [{id: 🌉, claim: x}, {id: b, due: 2026-09}]}"
    _, claims = outline(Editor(tmp_path, {"data/claims.yaml": text}))
    first, second = claims.children or ()
    assert first.selection_range == types.Range(types.Position(0, 27), types.Position(0, 29))
    assert first.range.end <= second.range.start


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
def test_after_each_kind_of_key_the_outline_is_as_made_anew(tmp_path: Path, key: str) -> None:
    name = "data/claims.yaml"
    editor, anew = Editor(tmp_path, {name: LONG}), Editor(tmp_path, {name: KEYS[key]})
    outline(editor)
    for _ in range(2):
        editor.replace(KEYS[key])
        assert outline(editor) == outline(anew)
        editor.replace(LONG)
        outline(editor)


def test_what_a_claim_has_from_elsewhere_changes_its_outline(tmp_path: Path) -> None:
    head = "timezone: UTC\nsources:\n  paper: {title: News, published: 2026-02-01}\n"
    due = {"due": "within 10 days", "source": "paper", "topic": None}
    text = claims_file(claim(due), claim({**due, "id": "b"}), head=head)
    editor = Editor(tmp_path, {"data/claims.yaml": text})
    assert _first(editor) == ("base-closes", "overdue 18 days, 2026-02-11")
    text = text.replace("2026-02-01", "2026-02-25")
    editor.replace(text)
    assert _first(editor) == ("base-closes", "upcoming, in 6 days, 2026-03-07")
    editor.replace(text.replace("timezone: UTC", "defaults: {topic: North}"))
    assert _first(editor) == ("North", "2 claims")


def _first(editor: Editor) -> tuple[str, str | None]:
    """What the first claim, or the group of it, has in the outline."""
    symbol, *_ = outline(editor)[-1].children or ()
    return symbol.name, symbol.detail


def test_hidden_characters_are_seen_in_names(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": claims_file(claim({"id": "a\u202eb"}))})
    (found,) = outline(editor)[-1].children or ()
    assert "\u202e" not in found.name
