"""The addresses in a file, which open in a browser (section Document Link Request)."""

import json
import re
from collections.abc import Iterator
from unicodedata import category

from lsprotocol import types

from claim_tracker.claims.scalars import url_fault
from claim_tracker.lsp.pieces import Json, Moving, Piece, joined
from claim_tracker.lsp.snapshot import View
from claim_tracker.text.diagnostic import Span

_ADDRESS = re.compile(r"https?://[^\s<>\"`{}|\\^]+", re.IGNORECASE)
_NOT_AT_END = frozenset(".,;:!?'*_~")
"""What ends a sentence or a value, and no address."""
_BRACKETS = {")": "(", "]": "["}


def document_links(view: View, _: types.DocumentLinkParams) -> Json:
    """Return the addresses of http and https in all that is written, in comments too."""
    return joined(piece.of_lines(_links, view).at(piece.line) for piece in view.pieces.stretches)


def _links(view: View, piece: Piece) -> Moving:
    """Return the addresses in a piece."""
    links = [
        f'{{"range": {view.positions.json(span)}, "target": {json.dumps(address)}}}'
        for number, line in enumerate(piece.lines, start=piece.line + 1)
        if "://" in line
        for span, address in _addresses(number, line)
    ]
    return Moving(", ".join(links), piece.line)


def _addresses(number: int, line: str) -> Iterator[tuple[Span, str]]:
    for match in _ADDRESS.finditer(line):
        address = _trimmed(match[0])
        if url_fault(address) is None:
            start = match.start() + 1
            yield Span(number, start, number, start + len(address)), address


def _trimmed(address: str) -> str:
    """Return an address without what follows it in a text: punctuation, and a closing bracket."""
    unopened = {end: address.count(end) - address.count(it) for end, it in _BRACKETS.items()}
    for stop in range(len(address), 0, -1):
        last = address[stop - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif not _is_punctuation(last):
            return address[:stop]
    return ""


def _is_punctuation(end: str) -> bool:
    """Whether a character at the end of an address belongs to the text around it."""
    return end in _NOT_AT_END or (not end.isascii() and category(end).startswith("P"))
