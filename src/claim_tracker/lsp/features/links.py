"""Document links: the addresses in a file (`textDocument/documentLink`, LSP 3.17)."""

import json
from collections.abc import Iterator

from lsprotocol import types

from claim_tracker.claims.scalars import url_fault
from claim_tracker.lsp.pieces import Json, MovableJson, Piece, json_list
from claim_tracker.lsp.snapshot import View
from claim_tracker.text.diagnostic import Span
from claim_tracker.text.urls import urls_in


def document_links(view: View, _: types.DocumentLinkParams) -> Json:
    """Return the addresses of http and https in all that is written, in comments too."""
    pieces = view.pieces.stretches
    return json_list(piece.of_lines(_links, view).at_line(piece.line) for piece in pieces)


def _links(view: View, piece: Piece) -> MovableJson:
    """Return the addresses in a piece."""
    links = [
        f'{{"range": {view.positions.json(span)}, "target": {json.dumps(url)}}}'
        for number, line in enumerate(piece.lines, start=piece.line + 1)
        if "://" in line
        for span, url in _urls(number, line)
    ]
    return MovableJson(", ".join(links), piece.line)


def _urls(number: int, line: str) -> Iterator[tuple[Span, str]]:
    for start, url in urls_in(line):
        if url_fault(url) is None:
            yield Span(number, start + 1, number, start + 1 + len(url)), url
