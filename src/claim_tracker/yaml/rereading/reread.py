"""Reading a file again after each change: only what changed is read.

The claims around a change are read with it, by `read_text` with all its recovery, in a text
without the others (`cut.py`). Where those around it are read as they were, the others would have
been, too: they are put in between (`spliced.py`). Else the whole text is read.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from claim_tracker.text.display import has_hidden
from claim_tracker.yaml.decode import FileText, decode
from claim_tracker.yaml.document import DIRECTION_MARKS, Document, read_text
from claim_tracker.yaml.limits import MAX_BYTES, MAX_LINES
from claim_tracker.yaml.rereading.base import Base, MatchingBlock, base_of
from claim_tracker.yaml.rereading.cut import Changed
from claim_tracker.yaml.rereading.spliced import spliced_document

_BYTE_ORDER_MARK = "\ufeff"
_BYTES_OF_A_CHARACTER = 4
"""The most that a character has in UTF-8."""
_STEP = 1 << 16
"""Characters of two texts that are compared at once."""


class Rereading:
    """A file that is read again and again, as `read` would read it.

    What was read before is not to be used any more when it is read again: both share the
    mappings of the claims that stayed, which know the lines on which they begin now.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._document: Document | None = None
        self._written = ""
        self._end = "\n"
        self._lines: list[str] = []
        self._base: Base | None = None
        self._blocks: Sequence[MatchingBlock] = ()
        self._has_marks = False

    def read(self, written: str) -> Document:
        """Return the document of the text of the file, as it is now."""
        written = written.removeprefix(_BYTE_ORDER_MARK)
        if self._document is None or written != self._written:
            self._document = self._read_changed(written) or self._read_whole(written)
            self._written = written
        return self._document

    def _read_whole(self, written: str) -> Document:
        document = read_text(self._name, _decoded_again(written))
        self._has_marks = any(mark in written for mark in DIRECTION_MARKS)
        self._end = "\r\n" if "\r" in written else "\n"
        self._lines, self._base, self._blocks = [], None, ()
        if _has_equal_ends(written, self._end) and document.text.written == written:
            lines = written.split(self._end)
            document = replace(document, text=document.text._replace(known_lines=lines))
            self._keep(lines, (), base_of(document, lines))
        return document

    def _read_changed(self, written: str) -> Document | None:
        """Return the document of a text that is near to the last one, or None if it is not."""
        base = self._base
        if base is None or not _has_equal_ends(written, self._end):
            return None
        change = changed_lines(self._written, written, self._end)
        lines = [*self._lines[: change.start], *change.new, *self._lines[change.stop :]]
        text = self._text(written, lines, change) if len(lines) <= MAX_LINES else None
        if text is None:
            return None
        blocks = _joined(_without(change, self._blocks), base.lines, lines)
        document = spliced_document(self._name, Changed(base, text, lines, blocks, self._end))
        if document is not None:
            self._keep(lines, blocks, base_of(document, lines, base, blocks))
            return document
        document = read_text(self._name, text)
        self._keep(lines, blocks, base_of(document, lines))
        return document

    def _keep(self, lines: list[str], blocks: Sequence[MatchingBlock], base: Base | None) -> None:
        """Keep the lines, and their document as the base, or the last one where it is none."""
        self._lines = lines
        self._blocks = blocks
        if base is not None:
            self._base, self._blocks = base, (MatchingBlock(0, 0, len(lines)),)

    def _text(self, written: str, lines: list[str], change: "_Change") -> FileText | None:
        """Return the text of lines; where it suffices, only those by a change are looked at.

        Whether a mark of direction may be hidden depends on the letters of the whole text. None
        where something of it cannot be read.
        """
        start = max(change.start - 1, 0)
        new = "\n".join(lines[start : change.start + len(change.new) + 1])
        self._has_marks |= any(mark in new for mark in DIRECTION_MARKS)
        has_problems = self._document is None or bool(self._document.text.problems)
        is_small = len(written) <= MAX_BYTES // _BYTES_OF_A_CHARACTER
        is_doubtful = has_problems or self._has_marks or has_hidden(new) or _has_surrogates(new)
        if is_small and not is_doubtful:
            return FileText(written, written, (), lines)
        text = _decoded_again(written)
        return text._replace(known_lines=lines) if text.written == written else None


class _Change(NamedTuple):
    """Lines of a text, from 0, that give way to others."""

    start: int
    stop: int
    new: list[str]


def _has_equal_ends(text: str, end: str) -> bool:
    """Whether all lines of a text end in the same way."""
    if end == "\n":
        return "\r" not in text
    return text.count(end) == text.count("\r") == text.count("\n")


def _decoded_again(text: str) -> FileText:
    """Return the text of a file that was decoded before, with its problems."""
    return decode(text.encode("utf-8", "surrogatepass"))


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def changed_lines(old: str, new: str, end: str) -> _Change:
    """Return the lines in which two texts differ."""
    most = min(len(old), len(new))
    same = _equal(most, lambda start, stop: old[start:stop] == new[start:stop])
    start = old.rfind("\n", 0, same) + 1
    ends = len(old), len(new)
    kept = _equal(
        most - same,
        lambda start, stop: (
            old[ends[0] - stop : ends[0] - start] == new[ends[1] - stop : ends[1] - start]
        ),
    )
    line_end = old.find("\n", ends[0] - kept)
    stop = line_end + 1 if line_end >= 0 else ends[0]
    number = old.count("\n", 0, start)
    before, after = (
        text.split(end) for text in (old[start:stop], new[start : stop - ends[0] + ends[1]])
    )
    if line_end >= 0:
        before.pop()
        after.pop()
    return _Change(number, number + len(before), after)


def _equal(most: int, are_equal: Callable[[int, int], bool]) -> int:
    """Return how many of the first positions, up to the most, are equal: ranges are compared."""
    start, step = 0, _STEP
    while start < most:
        if are_equal(start, min(start + step, most)):
            start += step
        elif step == 1:
            return start
        else:
            step //= 2
    return most


def _without(change: _Change, blocks: Iterable[MatchingBlock]) -> Iterator[MatchingBlock]:
    """Yield what is left of blocks after a change of some lines of their new text."""
    moved = change.start + len(change.new) - change.stop
    for old, new, length in blocks:
        above = min(change.start - new, length)
        if above > 0:
            yield MatchingBlock(old, new, above)
        skipped = max(change.stop - new, 0)
        if skipped < length:
            yield MatchingBlock(old + skipped, new + skipped + moved, length - skipped)


def _joined(
    blocks: Iterable[MatchingBlock], old: Sequence[str], new: Sequence[str]
) -> list[MatchingBlock]:
    """Return blocks, joined where the lines between two are the same too."""
    joined = [MatchingBlock(0, 0, 0)]
    for block in chain(blocks, (MatchingBlock(len(old), len(new), 0),)):
        last = joined[-1]
        gap = old[last.old + last.length : block.old]
        if gap == new[last.new + last.length : block.new]:
            joined[-1] = last._replace(length=last.length + len(gap) + block.length)
        else:
            joined.append(block)
    return joined
