"""No file is so broken that an editor gets no answer, wherever its cursor is."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from claim_tracker.yaml import parser
from claim_tracker.yaml.parsed import Composed
from tests.builders import DATA
from tests.golden.slips import slips
from tests.lsp.editor import Editor

Corners = tuple[tuple[int, int], tuple[int, int]]
FOLDER = Path(__file__).parents[1] / "data"
WHOLE = DATA.read_text("utf-8")
HEAD = "\n".join(WHOLE.split("\n")[:110]) + "\n"
"""The sections, and the first claims."""
FLOW = "{version: 1, claims: [{id: 🌉, claim: x}, {id: b, due: 2026-09, updates: [{date: x}, {}]}]}"
TEXTS = {
    "empty": "",
    "a blank line": "\n",
    "a list": "- a\n- b: c\n",
    "a text": "🌉",
    "a claim": "id: a\nclaim: b\nkind: fact\n",
    "a list of claims": "- id: a\n  claim: b\n- id: c\n  due: 2026-09\n",
    "flow style": FLOW,
    "sections of other types": "sources: [a]\nplaces: x\nclaims: {a: b}\ndefaults: []\nchecks: 1\n",
    "entries of other types": "sources: {a: [b], c: d}\nclaims: [a, [b], {id: [c], updates: d}]\n",
    "anchors": "claims:\n  - &a {id: b}\n  - *a\n",
    "carriage returns": HEAD.replace("\n", "\r\n"),
    "tabs": HEAD.replace("    ", "\t"),
    "Persian": "\n".join((FOLDER / "persian.yaml").read_text("utf-8").split("\n")[:60]),
    "Malayalam": "\n".join((FOLDER / "malayalam.yaml").read_text("utf-8").split("\n")[:60]),
}


SIGNS = (":", "- ", "🌉", "{", "[", "'", '"', "\t", "|", ">-", "#", "\n", "سلام")


def cut(number: int) -> str:
    """The beginning of the file with something out of place, and cut somewhere."""
    at = number * 7919 % len(HEAD)
    end = at + number * 104729 % (len(HEAD) - at)
    return (HEAD[:at] + SIGNS[number % len(SIGNS)] + HEAD[at + number % 7 :])[:end]


def ask_everything(editor: Editor, step: int = 1) -> None:
    """Ask all that can be asked of a file, at each so many characters of it."""
    document = types.TextDocumentIdentifier(editor.uri)
    lines = editor.view.document.lines
    for number, line in enumerate([*lines, ""]):
        for column in range(number % step, len(line) + 3, step):
            at = types.Position(number, column)
            editor.ask(types.TEXT_DOCUMENT_HOVER, types.HoverParams(document, at))
    for number in range(0, len(lines) + 1, 10):
        lines_asked = types.Range(types.Position(number, 3), types.Position(number + 20, 1))
        editor.whole(types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintParams, range=lines_asked)
    editor.whole(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensParams)
    editor.whole(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkParams)
    editor.symbols("")
    for fold in editor.whole(types.TEXT_DOCUMENT_FOLDING_RANGE, types.FoldingRangeParams):
        assert 0 <= fold.start_line < fold.end_line < len(lines)
    outline = editor.whole(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams)
    end = (len(lines), 0)
    for symbol in outline:
        assert_nested(symbol, ((0, 0), end))


def assert_nested(symbol: types.DocumentSymbol, around: Corners) -> None:
    (first, last), own = around, _corners(symbol.range)
    start, end = _corners(symbol.selection_range)
    assert first <= own[0] <= start <= end <= own[1] <= last
    assert symbol.name.strip()
    for child in symbol.children or ():
        assert_nested(child, own)


def _corners(of: types.Range) -> Corners:
    return (of.start.line, of.start.character), (of.end.line, of.end.character)


def editor_of(folder: Path, text: str) -> Editor:
    return Editor(folder, {"data/claims.yaml": text})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_form_of_file_gets_answers(tmp_path: Path, text: str) -> None:
    ask_everything(editor_of(tmp_path, text), 3)


@pytest.mark.parametrize("number", range(6))
def test_a_half_written_file_gets_answers(tmp_path: Path, number: int) -> None:
    ask_everything(editor_of(tmp_path, cut(number)), 5)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(6, 26))
def test_every_position_of_a_broken_file_gets_an_answer(tmp_path: Path, number: int) -> None:
    ask_everything(editor_of(tmp_path, cut(number)))


@pytest.mark.slow
def test_a_file_with_a_slip_gets_answers(tmp_path: Path) -> None:
    for number, slip in enumerate(islice(slips(WHOLE), 0, None, 5)):
        folder = tmp_path / str(number)
        folder.mkdir()
        ask_everything(editor_of(folder, slip.text), 41)


def test_a_screen_is_answered_from_the_claims_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a long file only the claims that are asked for are parsed for their positions.

    Their lines alone do not tell them, as a key is in quotes.
    """
    claims = "".join(
        f"  - id: c{number}\n    claim: Base {number} closes.\n"
        '    kind: commitment\n    "speaker": A\n'
        "    due: 2026-09\n    source: {url: https://example.org/a, published: 2025-01-01}\n"
        for number in range(300)
    )
    editor = editor_of(tmp_path, f"version: 1\nclaims:\n{claims}")
    editor.whole(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams)
    parsed: list[str] = []
    compose = parser.compose

    def counted(text: str, **more: Any) -> Composed:
        parsed.append(text)
        return compose(text, **more)

    monkeypatch.setattr(parser, "compose", counted)
    screen = types.Range(types.Position(600, 0), types.Position(660, 0))
    found = editor.whole(types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintParams, range=screen)
    assert len(found) == 20
    assert 0 < len(parsed) <= 12
    assert max(text.count("- id:") for text in parsed) <= 2
    parsed.clear()
    at, document = types.Position(1202, 10), types.TextDocumentIdentifier(editor.uri)
    assert editor.ask(types.TEXT_DOCUMENT_HOVER, types.HoverParams(document, at)) is not None
    assert len(parsed) == 1
