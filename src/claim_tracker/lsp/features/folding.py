"""Folding ranges: sections, lists, texts and comments (`textDocument/foldingRange`, LSP 3.17).

They are found by the lines alone, so that a file with a fault folds too. Each piece of a file is
folded by itself; its outermost lines may still belong to a line of an earlier piece, so that these
are joined at the end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lsprotocol import types

from claim_tracker.lsp.pieces import Json, MovableJson, Piece, json_list
from claim_tracker.lsp.snapshot import View
from claim_tracker.yaml.outline import block_column

_ITEM = re.compile(r"[ \t]*-(?:[ \t]|$)")
_BLANK, _COMMENT, _IN_TEXT = -2, -1, 2**31
"""What stands for the depth of a line that has none, and of a line in a block text."""


_Line = tuple[int, int, int]
"""A line with content (from 0), how deep it is, and the last one that is in it."""


class _Folds(NamedTuple):
    """The folds in a piece, and its `tops`: the lines inside no other line of it, from 0."""

    inner: MovableJson
    tops: list[_Line]


def folding_ranges(view: View, _: types.FoldingRangeParams) -> Json:
    """Return the lines that belong together, each after the line that stays."""
    tops: list[_Line] = []
    inner: list[str] = []
    for piece in view.pieces.stretches:
        folds: _Folds = piece.of_lines(_folds, view)
        first = piece.line
        tops += [(first + number, depth, first + last) for number, depth, last in folds.tops]
        inner.append(folds.inner.at_line(first))
    all_inner, all_outer = _closed(tops)
    return json_list([_ranges((*all_inner, *all_outer)), *inner])


def _folds(_: View, piece: Piece) -> _Folds:
    """Return the folds of a piece."""
    depths, top = list(_depths(piece.lines)), piece.line
    inner, tops = _closed([(n, depth, n) for n, depth in enumerate(depths) if depth >= 0])
    kind = types.FoldingRangeKind.Comment.value
    comments = ", ".join(
        f'{{"startLine": {top + first}, "endLine": {top + last}, "kind": "{kind}"}}'
        for first, last in _comments(depths)
    )
    ranges = ", ".join(filter(None, (_ranges(inner, top), comments)))
    return _Folds(MovableJson(ranges, top), tops)


def _ranges(lines: Iterable[_Line], top: int = 0) -> str:
    """Return the folds of lines that others are in, which count from a line."""
    return ", ".join(
        f'{{"startLine": {top + number}, "endLine": {top + last}}}'
        for number, _, last in lines
        if last > number
    )


def _depths(lines: Sequence[str]) -> Iterator[int]:
    """Yield how deep each line is; the dash of an item is deeper than a key in its column."""
    around: int | None = None  # the column of what a block text belongs to
    for line in lines:
        content = line.lstrip(" \t")
        if not content:
            yield _BLANK
            continue
        indent = len(line) - len(content)
        if around is not None and indent > around:
            yield _IN_TEXT
        elif content[0] == "#":
            yield _COMMENT
        else:
            around = block_column(line)
            yield 2 * indent + (content[0] == "-" and _ITEM.match(line) is not None)


def _closed(lines: Iterable[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Return each line with the last one of those in it: those in another one, and all others."""
    inner: list[_Line] = []
    tops: list[_Line] = []
    opened: list[tuple[int, int]] = []
    last = 0
    for line, depth, end in chain(lines, ((0, 0, 0),)):
        while opened and opened[-1][1] >= depth:
            number, own = opened.pop()
            (inner if opened else tops).append((number, own, last))
        opened.append((line, depth))
        last = end
    return inner, tops


def _comments(depths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line (from 0) of comments on several lines."""
    first: int | None = None
    for number, depth in enumerate([*depths, _BLANK]):
        if depth == _COMMENT:
            first = number if first is None else first
        elif first is not None:
            if number - first > 1:
                yield first, number - 1
            first = None
