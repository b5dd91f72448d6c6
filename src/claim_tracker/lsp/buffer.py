"""The text of a file as it is in an editor, which changes it part by part."""

from collections.abc import Iterable

from lsprotocol import types

from claim_tracker.edit.edits import lines_of
from claim_tracker.lsp.positions import Encoding, characters


class Buffer:
    """An open file, by the URI that its editor gives it, and the version of its text.

    Lines end as the protocol has it: line feed, carriage return, or both.
    """

    def __init__(self, uri: str, version: int | None, text: str, encoding: Encoding) -> None:
        self.uri = uri
        self.version = version
        self._encoding = encoding
        self._lines = _split(text)
        self._text: str | None = text

    @property
    def text(self) -> str:
        """Return the whole text; the same object until it is changed."""
        if self._text is None:
            self._text = "".join(self._lines)
        return self._text

    def change(
        self, version: int | None, changes: Iterable[types.TextDocumentContentChangeEvent]
    ) -> None:
        """Make the changes, one after the other (DidChangeTextDocumentParams)."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                self._replace(change.range, change.text)
            else:
                self._lines = _split(change.text)
        self.version = version
        self._text = None

    def _replace(self, old: types.Range, text: str) -> None:
        (first, before), (last, after) = sorted(map(self._split_at, (old.start, old.end)))
        head = self._lines[first][:before]
        if first > 0 and self._lines[first - 1].endswith("\r"):  # one end with a line feed below it
            first -= 1
            head = self._lines[first] + head
        tail = self._lines[last][after:]
        new = _split(head + text + tail)
        if last + 1 < len(self._lines):
            # The last of the lines has the end of the old one, so below it nothing is left.
            new = new[:-1] if new[-1] == "" else new
        self._lines[first : last + 1] = new

    def _split_at(self, position: types.Position) -> tuple[int, int]:
        """Return the index of a line, and of the character in it, at a position."""
        if position.line >= len(self._lines):
            return len(self._lines) - 1, len(self._lines[-1])
        line = self._lines[position.line].rstrip("\r\n")
        return position.line, characters(line, position.character, self._encoding)


def _split(text: str) -> list[str]:
    """Return the lines with their ends; the last one, which has none, may be empty."""
    lines = lines_of(text)
    return [*lines, ""] if not lines or lines[-1].endswith(("\n", "\r")) else lines
