"""The plain style in which nearly every file is written, read line by line.

It takes a fifth of the time of libyaml, which parses any text with a line in another style.
"""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from claim_tracker.yaml.field_names import FIELDS_OF
from claim_tracker.yaml.limits import MAX_DEPTH, MAX_ENTRIES, MAX_FIELDS, MAX_ITEMS, MAX_TEXT
from claim_tracker.yaml.lines import BLOCKS, NULLS, indent_of
from claim_tracker.yaml.parsed import Mapping

_NULL = re.compile(r"(?:null|Null|NULL)(?![\w.-])")
_NO_NULL = rf"(?!{_NULL.pattern})"
_KEY = re.compile(rf"{_NO_NULL}[A-Za-z0-9_][A-Za-z0-9_.-]{{0,99}}")
_FIELD = re.compile(rf"( *)((?:- +)?)({_KEY.pattern}):(?: .*|$)")
_ITEM = re.compile(r"( *)- +(.+)")
_INDICATORS = " !\"#%&')*,:;<=>?@[\\]^`{|}~-"
# Few texts have more than fifty colons and hashes; libyaml reads those, in time that is linear.
_PLAIN = re.compile(
    rf"{_NO_NULL}[^{re.escape(_INDICATORS)}]"
    r"[^:#]*(?:(?::(?=[^ ])|(?<=[^ ])#)[^:#]*){0,50}(?<! )"
)
_COMMENT = re.compile(" *(?: #.*)?")
_SPECIAL = frozenset(_INDICATORS + "nN")
"""With what a plain scalar may not begin, and with what `null` does."""
_WORD = re.compile(rf"{_NO_NULL}[A-Za-z0-9_](?:[\w .'()/&+%=-]|:(?=[\w/]))*(?<! )")
"""A plain scalar within brackets or braces."""
_SINGLE = re.compile("'([^']*(?:''[^']*)*)'")
_DOUBLE = re.compile(r'"([^"\\]*(?:\\["\\][^"\\]*)*)"')
_ESCAPED = re.compile(r'\\(["\\])')
_FOLD = re.compile(r"\n(\n*)")
"""A line break within a folded scalar, and the empty lines after it (YAML 1.2.2, 6.5)."""


class _OtherStyleError(Exception):
    """The text has a line that is not plain."""


class _Head(NamedTuple):
    """How a line begins: the column of its dash, if it has one, of its key, and the key."""

    dash: int | None
    column: int
    key: str


class _Open:
    """A collection whose lines may go on; `awaited` is the key whose value may be below it."""

    __slots__ = ("awaited", "column", "value")

    def __init__(self, column: int, value: Any) -> None:
        self.column = column
        self.value = value
        self.awaited: str | None = None


def read_plain(text: str) -> Mapping | None:
    """Return the data of a text in plain style, as `compose` does, or None for another style.

    Plain are block mappings and lists of scalars that are plain, quoted on one line, folded or
    literal, and lists and mappings in flow style on one line. A text of which there is anything
    to report, be it an anchor or a field that is there twice, is not plain. It is given without
    characters that nobody sees.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\r" in text or "\t" in text or not _has_short_lines(text):
        return None
    try:
        return _Reader(text).read()
    except _OtherStyleError:
        return None


class _Reader:
    def __init__(self, text: str) -> None:
        self._has_comments = " #" in text
        self._lines = text.split("\n")
        self._numbered = enumerate(self._lines, start=1)
        self._number = 0
        self._root: Mapping | None = None
        self._open = [_Open(-1, None)]
        """The collections around the present line, within one that is never closed."""
        self._heads: dict[str, _Head] = {}
        self._keys: defaultdict[int, dict[str, str]] = defaultdict(dict)
        """The keys of fields in a column, by how the line of such a field begins."""
        self._closed = 0
        """The line after which no scalar goes on."""

    def read(self) -> Mapping | None:
        """Return the data of all lines. Raises _OtherStyleError."""
        mapping, keys = _Open(0, Mapping()), self._keys[0]
        fields = mapping.value
        has_comments = self._has_comments
        for number, line in self._numbered:
            head, _, value = line.partition(": ")
            key = keys.get(head)
            if key is None or not value:
                self._number = number
                if not line:
                    self._closed = number
                    continue
                known = self._head(line, head)
                if known is None:
                    self._read_other(line)
                    keys = {}  # so that the next line is looked at as a whole
                    continue
                mapping, key = self._mapping_of(known), known.key
                keys, fields = self._keys[known.column], mapping.value
            # Nearly all lines are a field of the innermost mapping, with a plain scalar.
            if (
                value
                and value[0] not in _SPECIAL
                and value[-1] not in " :"
                and ": " not in value
                and (not has_comments or " #" not in value)
                and key not in fields
            ):
                fields[key] = value
            else:
                self._number = number
                self._field(mapping, key, value.lstrip(" "))
        self._close(-1)
        return self._root

    def _head(self, line: str, head: str) -> _Head | None:
        """Return the head of a line, split at its first `: `; None for a line of no field."""
        if len(head) < len(line) or line[-1] == ":":
            return self._heads.get(head) or self._new_head(line, head)
        return None

    def _mapping_of(self, head: _Head) -> _Open:
        """Return the mapping that the field of a line belongs to: an open one, or a new one."""
        if head.dash is None:
            return self._mapping_at(head.column)
        mapping = self._mapping(head.column)
        self._list_at(head.dash).append(mapping.value)
        self._enter(mapping)
        return mapping

    def _new_head(self, line: str, head: str) -> _Head | None:
        """Return the head of the line of a field, up to its value; None for any other line."""
        field = _FIELD.fullmatch(line)
        if field is None:
            return None
        spaces, dash, key = field.groups()
        known = _Head(len(spaces) if dash else None, len(spaces) + len(dash), key)
        self._heads[head] = known
        if known.column == 0 and len(self._keys[0]) > MAX_FIELDS:
            raise _OtherStyleError
        self._keys[known.column][" " * known.column + key] = key
        return known

    def _read_other(self, line: str) -> None:
        item = _ITEM.fullmatch(line)
        content = line.lstrip(" ")
        if item is not None:
            spaces, value = item.groups()
            self._list_at(len(spaces)).append(self._value(len(spaces), value))
            self._closed = self._number
        elif not content or content[0] == "#" or (line == "---" and self._root is None):
            self._closed = self._number
        else:
            self._go_on(len(line) - len(content), content)

    def _go_on(self, column: int, content: str) -> None:
        """Add this line, and those that continue it, to the plain scalar above."""
        innermost = self._open[-1]
        if (
            _PLAIN.fullmatch(content) is None
            or type(innermost.value) is not Mapping
            or self._closed == self._number - 1
            or column <= innermost.column
        ):
            raise _OtherStyleError
        every, end, outer = self._lines, self._number, innermost.column
        while end < len(every) and indent_of(every[end]) > outer and _is_text(every[end]):
            end += 1
        key, value = next(reversed(innermost.value.items()))
        more = map(str.strip, self._take(end))
        innermost.value[key] = _short(" ".join((value, content, *more)))

    def _field(self, mapping: _Open, key: str, value: str) -> None:
        fields = mapping.value
        if key in fields:
            raise _OtherStyleError
        if not value or value[0] == "#":
            fields[key] = None
            mapping.awaited = key
            self._closed = self._number
        else:
            fields[key] = self._value(mapping.column, value)

    def _value(self, column: int, value: str) -> Any:
        first = value[0]
        if first not in _INDICATORS and _NULL.match(value) is None:
            plain, comment, _ = value.partition(" #")
            plain = plain.rstrip(" ")
            if ": " in plain or plain[-1] == ":":
                raise _OtherStyleError
            if comment or len(plain) < len(value):
                self._closed = self._number
            return plain
        if first in ">|":
            return self._block(column, value)
        self._closed = self._number
        if first == "[":
            return list(_words(value))
        if first == "{":
            mapping = Mapping(_fields(value))
            mapping.line = self._number
            return mapping
        return _quoted(value)

    def _block(self, column: int, head: str) -> str:
        """Return a folded or literal scalar whose paragraphs are indented as its first line is."""
        if head not in BLOCKS:
            raise _OtherStyleError
        every, end, deeper = self._lines, self._number, " " * (column + 1)
        stop = len(every)
        while end < stop and (every[end].startswith(deeper) or not every[end]):
            end += 1
        if end < stop and every[end].isspace():
            raise _OtherStyleError  # it may be a part of the text, or stand above one
        lines = self._take(end)
        is_cut = end == stop and lines[-1:] != [""]
        last = "" if head[-1] == "-" or is_cut else "\n"
        while lines and not lines[-1]:
            lines.pop()
        text = _dedented(lines, is_folded=head[0] == ">")
        if head[0] == ">":
            has_empty_lines = "\n\n" in text
            text = (
                _FOLD.sub(lambda fold: fold[1] or " ", text)
                if has_empty_lines
                else text.replace("\n", " ")
            )
        return _short(text + last)

    def _take(self, end: int) -> list[str]:
        """Return the lines of a text, which are those below up to one, and move past them."""
        lines = self._lines[self._number : end]
        next(islice(self._numbered, len(lines), len(lines)), None)
        self._closed = end
        return lines

    def _mapping_at(self, column: int) -> _Open:
        """Return the mapping whose fields begin at a column: an open one, or a new one."""
        self._close(column)
        if self._is_open_at(column, list):
            self._open.pop()
        if self._is_open_at(column, Mapping):
            return self._open[-1]
        mapping = self._mapping(column)
        if self._root is None and column == 0:
            self._root = mapping.value
        else:
            self._put(mapping.value)
        self._enter(mapping)
        return mapping

    def _list_at(self, dash: int) -> list[Any]:
        """Return the list whose dashes are in a column: an open one, or a new one."""
        self._close(dash)
        if not self._is_open_at(dash, list):
            opened = _Open(dash, [])
            self._put(opened.value)
            self._enter(opened)
        items: list[Any] = self._open[-1].value
        if len(items) >= MAX_ITEMS:
            is_section = len(self._open) == 3 and self._in_section()
            if not is_section or len(items) == MAX_ENTRIES:
                raise _OtherStyleError
        return items

    def _is_open_at(self, column: int, kind: type) -> bool:
        innermost = self._open[-1]
        return innermost.column == column and type(innermost.value) is kind

    def _put(self, value: Any) -> None:
        """Make a collection the value of the key that awaits one."""
        innermost = self._open[-1]
        if innermost.awaited is None:
            raise _OtherStyleError
        key, present = next(reversed(innermost.value.items()))
        if key != innermost.awaited or present is not None:
            raise _OtherStyleError
        innermost.value[key] = value

    def _mapping(self, column: int) -> _Open:
        mapping = Mapping()
        mapping.line = self._number
        return _Open(column, mapping)

    def _enter(self, opened: _Open) -> None:
        if len(self._open) == MAX_DEPTH:  # a value in flow style is one level more
            raise _OtherStyleError
        self._open.append(opened)

    def _close(self, column: int) -> None:
        """Close what is indented deeper than a column."""
        opened = self._open
        while opened[-1].column > column:
            closed = opened.pop().value
            if len(closed) > MAX_FIELDS and type(closed) is Mapping:
                is_section = len(opened) == 2 and self._in_section()
                if not is_section or len(closed) > MAX_ENTRIES:
                    raise _OtherStyleError

    def _in_section(self) -> bool:
        """Whether the last field of the file is one of its sections of entries."""
        return self._root is not None and next(reversed(self._root)) in FIELDS_OF


def _dedented(lines: list[str], *, is_folded: bool) -> str:
    """Return the lines of a block scalar without the indentation of the first of them."""
    if not lines or not lines[0]:
        raise _OtherStyleError
    indent = indent_of(lines[0])
    written, begin = "\n".join(lines), "\n" + " " * indent
    if " \n" in written or written[-1] == " ":
        raise _OtherStyleError
    text = written[indent:].replace(begin, "\n")
    if "\n " in text and (is_folded or written.count(begin) != sum(map(bool, lines)) - 1):
        raise _OtherStyleError
    return text


def _has_short_lines(text: str) -> bool:
    """Whether no line can be longer than a text may be: each window of half that has a line end."""
    step = MAX_TEXT // 2
    return all(text.find("\n", at, at + step) >= 0 for at in range(0, len(text) - step, step))


def _is_text(line: str) -> bool:
    """Whether a line is nothing but a plain scalar."""
    is_new = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    return not is_new and _PLAIN.fullmatch(line.lstrip(" ")) is not None


def _short(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise _OtherStyleError
    return text


def _quoted(value: str) -> str | None:
    if value in NULLS:
        return None
    mark = value[0]
    is_simple = mark == value[-1] and value.count(mark) == 2 and "\\" not in value
    if is_simple and mark in "'\"":  # as most are
        return value[1:-1]
    quoted = _SINGLE.match(value) or _DOUBLE.match(value)
    if quoted is None or _COMMENT.fullmatch(value, quoted.end()) is None:
        raise _OtherStyleError
    return quoted[1].replace("''", "'") if value[0] == "'" else _ESCAPED.sub(r"\1", quoted[1])


@lru_cache(maxsize=4096)
def _words(value: str) -> tuple[str, ...]:
    """Return the words of a list in flow style."""
    if value == "[]":
        return ()
    words = tuple(word.lstrip(" ") for word in value[1:-1].split(","))
    if value[-1] != "]" or len(words) > MAX_FIELDS or not all(map(_WORD.fullmatch, words)):
        raise _OtherStyleError
    return words


@lru_cache(maxsize=4096)
def _fields(value: str) -> dict[str, str]:
    """Return the fields of a mapping in flow style; the caller copies them."""
    pairs = [field.lstrip(" ").partition(": ") for field in value[1:-1].split(",")]
    fields = {key: word for key, _, word in pairs}
    if (
        value[-1] != "}"
        or not len(pairs) == len(fields) <= MAX_FIELDS
        or not all(_KEY.fullmatch(key) and _WORD.fullmatch(word) for key, word in fields.items())
    ):
        raise _OtherStyleError
    return fields
