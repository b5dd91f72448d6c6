"""An editor for the tests: files in a folder, a cursor, and what the server answers."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lsprotocol import types
from lsprotocol.converters import get_converter

from claim_tracker.lsp.client import Client
from claim_tracker.lsp.features.workspace_symbols import workspace_symbols
from claim_tracker.lsp.pieces import Json
from claim_tracker.lsp.server import FEATURES
from claim_tracker.lsp.snapshot import Snapshot, View
from claim_tracker.lsp.workspace import Workspace, document_name

TODAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
_CONVERTER = get_converter()
CURSOR = "‸"
"""Where the cursor is in a text that is opened."""


class Editor:
    """A workspace of one folder with some files, the first of them open, as of a day.

    The mark `‸` in the text of the first file is where the cursor stands, and no part of the text.
    """

    def __init__(self, folder: Path, files: Mapping[str, str], as_of: datetime = TODAY) -> None:
        client = Client(resolves_edits=True)
        self.workspace = Workspace({}, lambda: as_of, client=client, folders=[folder])
        texts = dict(files)
        self.name = next(iter(texts))
        before, _, after = texts[self.name].partition(CURSOR)
        texts[self.name] = before + after
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="")
        self.uri = (folder / self.name).as_uri()
        lines = before.split("\n")
        units = len(lines[-1].encode("utf-16-le")) // 2
        self.cursor = types.Position(len(lines) - 1, units)
        item = types.TextDocumentItem(self.uri, "yaml", 1, texts[self.name])
        self.workspace.open(item)

    @property
    def text(self) -> str:
        """The text of the open file as it is now."""
        return self.view.document.text.written

    @property
    def snapshot(self) -> Snapshot:
        """The files as they are now."""
        snapshot = self.workspace.snapshot(self.uri)
        assert snapshot is not None
        return snapshot

    @property
    def view(self) -> View:
        """The open file as it is now."""
        view = self.snapshot.view(document_name(self.uri))
        assert view is not None
        return view

    def ask(self, method: str, params: Any) -> Any:
        """Return what the server answers to a request about the open file."""
        feature, _ = FEATURES[method]
        result = feature(self.view, params)
        if not isinstance(result, Json):
            return result
        response = {"jsonrpc": "2.0", "id": 1, "result": json.loads(result.text)}
        kind: Any = types.METHOD_TO_TYPES[method][1]
        return _CONVERTER.structure(response, kind).result

    def symbols(self, query: str) -> list[types.WorkspaceSymbol]:
        """Return the symbols of all files that have a text."""
        return workspace_symbols(self.workspace.snapshots(), types.WorkspaceSymbolParams(query))

    def at_cursor(self, method: str, params: type, **more: Any) -> Any:
        """Return what the server answers to a request about what is at the cursor."""
        document = types.TextDocumentIdentifier(self.uri)
        return self.ask(method, params(text_document=document, position=self.cursor, **more))

    def whole(self, method: str, params: type, **more: Any) -> Any:
        """Return what the server answers to a request about the whole open file."""
        return self.ask(
            method, params(text_document=types.TextDocumentIdentifier(self.uri), **more)
        )

    def type(self, text: str, at: types.Position | None = None) -> None:
        """Type a text at the cursor, or somewhere else."""
        place = at if at is not None else self.cursor
        change = types.TextDocumentContentChangePartial(types.Range(place, place), text)
        document = types.VersionedTextDocumentIdentifier(2, self.uri)
        self.workspace.change(types.DidChangeTextDocumentParams(document, [change]))

    def replace(self, text: str) -> None:
        """Put another text in the place of the whole open file."""
        change = types.TextDocumentContentChangeWholeDocument(text)
        document = types.VersionedTextDocumentIdentifier(2, self.uri)
        self.workspace.change(types.DidChangeTextDocumentParams(document, [change]))


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """Return a text after the edits of a server, which do not overlap, as an editor makes them."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def index(position: types.Position) -> int:
        line = lines[position.line] if position.line < len(lines) else ""
        units = line.encode("utf-16-le")[: position.character * 2]
        return starts[position.line] + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda it: index(it.range.start), reverse=True):
        text = text[: index(edit.range.start)] + edit.new_text + text[index(edit.range.end) :]
    return text
