"""Where the values of a claim stand, by its lines in the styles that nearly every claim has.

It takes a tenth of the time of libyaml, which parses any claim with a value in another style.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml.lines import BLOCKS, OPENERS, QUOTES, is_content
from claim_tracker.yaml.parsed import Mapping, Spans
from claim_tracker.yaml.problem import Path

_DASH = re.compile(" *- +")
_REST = re.compile(" *(?: #.*)?")
"""What may follow a value on its line."""
_NO_START = ("", " ", "#")
"""What no field begins with."""
_MAX_KNOWN = 1_000
"""For so many lists and mappings it is kept where their fields and items begin."""


class _OtherStyleError(Exception):
    """Something is written in a style in which its lines do not tell where it stands."""


class _Node(NamedTuple):
    """A value, the span of its key, the line and the column at which it begins, both from 0.

    An item of a list has no key, and stands for it. The value ends above the line `stop`.
    """

    value: Any
    key: Span | None
    number: int
    column: int
    stop: int

    def at(self, span: Span) -> tuple[Span, Span]:
        """Return the spans of the key and of the value, which is at a span."""
        return self.key or span, span


class LineSpans:
    """Where the values of claims stand, by the lines of their file.

    The lines are compared with the data, so that no line of a text is taken for a field: there
    would be one more than the claim has. Several values of one claim are often asked for in a row,
    so where its fields begin is kept until those of many others were asked for.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._known_starts: dict[tuple[int, int], list[int]] = {}

    def spans(self, claim: Mapping, path: Path, first: int, stop: int) -> tuple[Span, Span] | None:
        """Return the spans of the key and of the value at a path in a claim, as libyaml has them.

        The claim begins with the dash on the `first` of the lines, from 0, and the next one at
        `stop`. A path that leads further than the data has the spans of the nearest parent. None
        where the claim has another style than block style with values that are plain or quoted on
        one line, folded, literal, or in flow style on one line.
        """
        dash = _DASH.match(self._lines[first])
        if dash is None:
            return None
        try:
            return self._within(_Node(claim, None, first, dash.end(), stop), path)
        except _OtherStyleError:
            return None

    def _within(self, node: _Node, path: Path) -> tuple[Span, Span]:
        """Return the spans of a key and its value at a path from a node, or of the nearest one."""
        value, _, number, column, _ = node
        line = self._lines[number]
        if isinstance(value, str):
            return node.at(self._of_text(value, number, column))
        if not value:
            raise _OtherStyleError
        if line[column] in OPENERS:
            return self._in_flow(node, path)
        if path and _has(value, path[0]):
            return self._within(self._below(node, path[0]), path[1:])
        if not line.startswith(
            f"{next(iter(value))}:" if isinstance(value, dict) else "- ", column
        ):
            raise _OtherStyleError
        return node.at(_span(number, column, column))

    def _below(self, node: _Node, step: str | int) -> _Node:
        """Return a field or an item of a value in block style."""
        value, column = node.value, node.column
        start, stop = self._lines_of(node, step)
        key, after = None, column + 1
        if isinstance(step, str):
            key = _span(start, column, column + len(step))
            after += len(step)
        number, column = self._content(start, after, stop)
        if number > start and column <= node.column:
            raise _OtherStyleError
        return _Node(value[step], key, number, column, stop)

    def _lines_of(self, node: _Node, step: str | int) -> tuple[int, int]:
        """Return the line of a field or an item of a value in block style, and the one after it."""
        value, _, number, column, _ = node
        index = step if isinstance(step, int) else list(value).index(step)
        if index == 0 and isinstance(step, str) and isinstance(value[step], str):
            self._check_mark(number, column, f"{step}:")
            return number, number + 1  # what is below it needs no look: a longer text is not found
        starts = self._starts_of(node)
        return starts[index], starts[index + 1]

    def _starts_of(self, node: _Node) -> list[int]:
        """Return the lines of `_starts`, worked out once for several fields or items."""
        position = node.number, node.column
        starts = self._known_starts.get(position)
        if starts is None:
            if len(self._known_starts) == _MAX_KNOWN:
                self._known_starts.clear()
            starts = self._known_starts[position] = self._starts(node)
        return starts

    def _starts(self, node: _Node) -> list[int]:
        """Return the line of each field or item of a value in block style, and the stop."""
        value, _, number, column, stop = node
        starts, before = [number], " " * column
        for below, line in enumerate(self._lines[number + 1 : stop], start=number + 1):
            if not line.startswith(before):
                if is_content(line):
                    raise _OtherStyleError
            elif line[column : column + 1] not in _NO_START:
                starts.append(below)
        marks = [f"{name}:" for name in value] if isinstance(value, dict) else ["-"] * len(value)
        if len(marks) != len(starts):
            raise _OtherStyleError
        for start, mark in zip(starts, marks, strict=True):
            self._check_mark(start, column, mark)
        return [*starts, stop]

    def _check_mark(self, number: int, column: int, mark: str) -> None:
        """Raise _OtherStyleError unless a line has the mark of a field or an item at a column."""
        line, end = self._lines[number], column + len(mark)
        if not line.startswith(mark, column) or line[end : end + 1] not in (" ", ""):
            raise _OtherStyleError

    def _content(self, number: int, after: int, stop: int) -> tuple[int, int]:
        """Return the line and column of the first content after a column, or below that line."""
        line = self._lines[number]
        if _REST.fullmatch(line, after) is None:
            return number, _after_spaces(line, after)
        below = next((n for n in range(number + 1, stop) if is_content(self._lines[n])), None)
        if below is None:
            raise _OtherStyleError
        return below, _after_spaces(self._lines[below], 0)

    def _of_text(self, text: str, number: int, column: int) -> Span:
        line = self._lines[number]
        if text and line[column:] in BLOCKS:
            return self._of_block(number, column)
        end = _end_of_text(line, column, text)
        _end_line(line, end)
        return _span(number, column, end)

    def _of_block(self, number: int, column: int) -> Span:
        """Return the span of a folded or literal text, which ends where the next line begins."""
        lines = self._lines
        first = number + 1
        while not lines[first]:
            first += 1
        if not lines[first].strip():
            raise _OtherStyleError
        indent = " " * _after_spaces(lines[first], 0)
        end = first
        while not lines[end] or lines[end].startswith(indent):
            end += 1
        if not lines[end].strip():
            raise _OtherStyleError
        return Span(number + 1, column + 1, end + 1, 1)

    def _in_flow(self, node: _Node, path: Path) -> tuple[Span, Span]:
        """Return the spans at a path in a list or a mapping in flow style on one line."""
        line = self._lines[node.number]
        flow = _Flow(line, node.number)
        _end_line(line, flow.read(node.value, node.column, (), node.key))
        while path not in flow.spans:
            path = path[:-1]
        return flow.spans[path]


class _Flow:
    """The `spans` of all that is read of a value in flow style, in the line of a number."""

    def __init__(self, line: str, number: int) -> None:
        self._line = line
        self._number = number
        self.spans: Spans = {}

    def read(self, value: Any, at: int, path: Path, key: Span | None) -> int:
        """Read a value that begins at a column; return the one after it."""
        if isinstance(value, str):
            end = _end_of_text(self._line, at, value)
        else:
            end = self._read_all(value, at, path)
        span = _span(self._number, at, end)
        self.spans[path] = key or span, span
        return end

    def _read_all(self, value: Any, at: int, path: Path) -> int:
        line = self._line
        closer = OPENERS.get(line[at : at + 1])
        if not value or closer != ("}" if isinstance(value, dict) else "]"):
            raise _OtherStyleError
        for step in value if isinstance(value, dict) else range(len(value)):
            start, key = _after_spaces(line, at + 1), None
            if isinstance(step, str):
                end = _end_of_text(line, start, f"{step}:")
                key = _span(self._number, start, end - 1)
                start = _after_spaces(line, end)
            at = _after_spaces(line, self.read(value[step], start, (*path, step), key))
            if line[at : at + 1] not in (",", closer):
                raise _OtherStyleError
        if line[at] != closer:
            raise _OtherStyleError
        return at + 1


def _end_of_text(line: str, column: int, text: str) -> int:
    """Return the column after a plain or quoted text. Raises _OtherStyleError for another one."""
    if text and text[0] not in QUOTES and line.startswith(text, column):
        return column + len(text)
    quote = line[column : column + 1]
    written = f"{quote}{text}{quote}"
    is_as_written = quote not in text and not (quote == '"' and "\\" in text)
    if quote in QUOTES and is_as_written and line.startswith(written, column):
        return column + len(written)
    raise _OtherStyleError


def _end_line(line: str, column: int) -> None:
    """Raise _OtherStyleError where more than a comment follows on a line."""
    if _REST.fullmatch(line, column) is None:
        raise _OtherStyleError


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(step, int) and step < len(value)


def _after_spaces(line: str, column: int) -> int:
    return len(line) - len(line[column:].lstrip(" "))


def _span(number: int, start: int, end: int) -> Span:
    return Span(number + 1, start + 1, number + 1, end + 1)
