"""The proof of an edit: which differences of a file's data it does not explain."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from claim_tracker.checks.poisoned import poisoned_by_reading
from claim_tracker.text.diagnostic import Edit, Span
from claim_tracker.yaml import At, Document, Path


class Proof:
    """The comparison of the data of a document with the data of its text after edits.

    `edits` are those that are to change data, in file order. Edits of the syntax (`of_syntax`)
    may also add what could not be read before; what could be read has to stay the same.
    """

    def __init__(self, document: Document, edits: Sequence[Edit], *, of_syntax: bool) -> None:
        self._document = document
        self._poisoned = poisoned_by_reading(document)
        self._lines = [edit for edit in edits if edit.span.line == edit.span.end_line]
        self._ends = [edit.span[2:] for edit in self._lines]
        self._flows = {
            edit.span
            for edit in self._lines
            if document.lines[edit.span.line - 1].startswith(("[", "{"), edit.span.column - 1)
        }
        self._taken_out = [edit.span for edit in edits if not edit.text]
        self._blocks = [edit.span for edit in edits if edit.span.line < edit.span.end_line]
        self._of_syntax = of_syntax

    def unexplained(self, old: Any, new: Any, path: Path = ()) -> Iterator[Path]:
        """Yield the paths, in the document, of differences that no edit explains."""
        if old == new or (self._of_syntax and self._was_lost(path)) or self._is_replaced(path):
            return
        if isinstance(old, dict) and isinstance(new, dict):
            yield from self._in_mapping(old, new, path)
        elif isinstance(old, list) and isinstance(new, list):
            yield from self._in_list(old, new, path)
        elif new is None or not self._is_edited(path, new):
            yield path

    def _in_mapping(self, old: dict[str, Any], new: dict[str, Any], path: Path) -> Iterator[Path]:
        """Yield those in a mapping: a field may be renamed, added or return."""
        gone = [name for name in old if name not in new]
        come = [name for name in new if name not in old]
        for name, value in old.items():
            if name in new:
                yield from self.unexplained(value, new[name], (*path, name))
        if gone and len(gone) == len(come):
            for name, other in zip(gone, come, strict=True):
                if self._is_edited((*path, name), other, "key"):
                    yield from self.unexplained(old[name], new[other], (*path, name))
                else:
                    yield (*path, name)
        elif gone or not all(self._may_come(old, name, new[name], path) for name in come):
            yield path

    def _may_come(self, old: dict[str, Any], name: str, value: Any, path: Path) -> bool:
        """Whether a field that was not there may have been lost, or is written by an edit."""
        if self._of_syntax:
            return self._poisoned.may_lack_a_field(path)
        return any(
            all(self._is_edited((*path, each), part) for part in (f"{name}: ", value))
            for each in old
        )

    def _in_list(self, old: list[Any], new: list[Any], path: Path) -> Iterator[Path]:
        """Yield those in a list: items may be put in order or taken out, and a lost one return."""
        if len(old) == len(new):
            if not (self._is_reordered(path, len(old)) and _counted(old) == _counted(new)):
                for index, (one, other) in enumerate(zip(old, new, strict=True)):
                    yield from self.unexplained(one, other, (*path, index))
        elif self._of_syntax and self._poisoned.may_lack_a_field(path):
            others = iter(new)  # which `in` moves on, so that the order counts
            for index, item in enumerate(old):
                item_path = (*path, index)
                if not self._was_lost(item_path) and item not in others:
                    yield item_path
        else:
            yield from self._in_shorter_list(old, new, path)

    def _in_shorter_list(self, old: list[Any], new: list[Any], path: Path) -> Iterator[Path]:
        """Yield those in a list that lost items by edits, where others are equal to these."""
        kept = [index for index in range(len(old)) if not self._is_taken_out((*path, index))]
        items = [old[index] for index in kept]
        if len(kept) == len(new) and _counted(items).keys() == _counted(old).keys():
            for index, one, other in zip(kept, items, new, strict=True):
                yield from self.unexplained(one, other, (*path, index))
        else:
            yield path

    def _is_reordered(self, path: Path, count: int) -> bool:
        """Whether one edit writes all items of a list anew."""
        if not self._blocks:
            return False
        first, last = (self._document.span((*path, index)) for index in (0, count - 1))
        return _is_in_one(self._blocks, first, last)

    def _is_taken_out(self, path: Path) -> bool:
        """Whether an edit takes out a value whole."""
        span = self._document.span(path)
        return _is_in_one(self._taken_out, span, span)

    def _is_edited(self, path: Path, new: Any, at: At = "value") -> bool:
        """Whether an edit overlaps a value, or its key, and contains a text that is new there.

        A mend of syntax may join what was there, and need not contain it.
        """
        span = self._document.span(path, at)
        index = bisect_left(self._ends, span[:2])
        is_free = self._of_syntax or not isinstance(new, str)
        while index < len(self._lines) and self._lines[index].span[:2] <= span[2:]:
            if is_free or new in self._lines[index].text:
                return True
            index += 1
        return False

    def _is_replaced(self, path: Path) -> bool:
        """Whether an edit writes a whole list or mapping in flow style anew."""
        return bool(self._flows) and self._document.span(path) in self._flows

    def _was_lost(self, path: Path) -> bool:
        """Whether a value, or a part of its entry, could not be read before."""
        lost = len(path) > 1 and not {path, path[:2]}.isdisjoint(self._poisoned.gaps)
        return lost or self._poisoned.is_unread(path)


def _is_in_one(spans: Sequence[Span], first: Span, last: Span) -> bool:
    """Whether one of some ordered spans reaches from the first to the last."""
    index = bisect_right(spans, first) - 1
    return index >= 0 and last[2:] <= spans[index][2:]


def _counted(items: Sequence[Any]) -> Counter[str]:
    return Counter(map(repr, items))
