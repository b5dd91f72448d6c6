"""Claims, sources and places of all files by name."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor
from tests.samples import another, claim, claims_file

ONE = claims_file(
    claim({"claim": "The Café closes."}),
    head="places: {harbour: {name: Harbour Base}}\n"
    "sources: {paper: {title: News of it, url: https://example.org/a}}\n",
)
TWO = claims_file(another())


def names(folder: Path, query: str) -> list[str]:
    editor = Editor(folder, {"one.yaml": ONE, "two.yaml": TWO})
    return [each.name for each in editor.symbols(query)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("BASE-CLOSES", "base-closes: The Café closes."),
        ("cafe", "base-closes: The Café closes."),
        ("soldiers", "soldiers-leave: The soldiers leave."),
        ("news", "paper: News of it"),
        ("harbour", "harbour: Harbour Base"),
    ],
)
def test_neither_case_nor_accents_count(tmp_path: Path, query: str, name: str) -> None:
    assert names(tmp_path, query) == [name]


def test_no_query_finds_everything(tmp_path: Path) -> None:
    assert len(names(tmp_path, "")) == 4


def test_a_symbol_is_where_its_name_stands(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"one.yaml": ONE, "two.yaml": TWO})
    (found,) = editor.symbols("soldiers")
    assert isinstance(found.location, types.Location)
    assert found.location.uri.endswith("two.yaml")
    assert found.location.range == types.Range(types.Position(2, 8), types.Position(2, 22))


def test_not_more_than_a_hundred_are_found(tmp_path: Path) -> None:
    text = claims_file(*(claim({"id": f"c{number}"}) for number in range(120)))
    editor = Editor(tmp_path, {"one.yaml": text})
    assert len(editor.symbols("c")) == 100
