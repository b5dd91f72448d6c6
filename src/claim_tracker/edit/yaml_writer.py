"""Values written as YAML, each text so that it is read back unchanged."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias, TypeGuard

from claim_tracker.text.display import escape, has_hidden, without_hidden
from claim_tracker.yaml.lines import NULLS
from claim_tracker.yaml.parser import compose

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
Fields: TypeAlias = "Mapping[str, Value]"
"""The fields of a claim, an update or a source, in the order in which they are written."""

WIDTH = 100
"""The column at which lines end where they can."""
STEP = 2
"""How far what belongs to a field is indented below it where nothing there tells."""
_SHORT = 40
_HISTORY = "updates"
"""A list whose items are in block style, however short they are."""
_OTHERS = "\xa1-\u167f\u1681-\u1fff\u200c\u200d\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3001-\ud7ff"
"""Characters outside of ASCII that mean nothing to YAML."""
_LETTERS = rf"A-Za-z0-9{_OTHERS}"
_FIRST = rf"(?:\.\./)?[{_LETTERS}]"
_SAFE_IN_FLOW = re.compile(rf"{_FIRST}(?:[{_LETTERS} .()/'%&+=_~-]|:(?=[^\s,]))*(?<! )")
"""Texts that are read back for sure as plain scalars in flow style."""
_SAFE_IN_BLOCK = re.compile(rf"{_FIRST}(?:[{_LETTERS} .()/'%&+=_~,;?!-]|:(?=\S))*(?<! )")
"""Texts that are read back for sure as plain scalars in block style."""
_SAFE_LINES = re.compile(rf"[!-~{_OTHERS}][\n -~{_OTHERS}]*")
"""Texts that are read back for sure as folded or literal scalars."""
_SAFE_IN_QUOTES = re.compile(rf"[ -~{_OTHERS}]*")
"""Texts that are read back for sure between single quotes."""
_NEVER_PLAIN = re.compile(r"^(?:[\s'\"#&*!|>%@`\[\]{},]|[-?:](?:\s|$))|:(?:\s|$)|\s(?:#|$)")
_IN_BLOCK = "- k: {0}\n- {0}\n"
_IN_FLOW = "[{{k: {0}}}, {0}]"


def block(fields: Fields, column: int) -> list[str]:
    """Return fields in block style: lines without their ends, indented to a column, from 0.

    A text longer than a line of 100 columns is folded, and one of several lines is literal.
    Texts hold no lone surrogates.
    """
    return [line for name, value in fields.items() for line in _field(name, value, column)]


def item(fields: Fields, dash: int, column: int) -> list[str]:
    """Return an item of a list in block style, its dash and its fields at columns, from 0."""
    first, *rest = block(fields, column)
    return [f"{' ' * dash}-{first[dash + 1 :]}", *rest]


def flow(value: Value, *, quoted: bool = False) -> str:
    """Return a value in flow style, on one line; with `quoted` as JSON."""
    if isinstance(value, str):
        return _double(value) if quoted else _plain_or_quoted(value, _IN_FLOW)
    if isinstance(value, Mapping):
        pairs = (
            f"{flow(name, quoted=quoted)}: {flow(each, quoted=quoted)}"
            for name, each in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(flow(each, quoted=quoted) for each in value)}]"


def _field(name: str, value: Value, column: int) -> list[str]:
    start = f"{' ' * column}{name}:"
    if isinstance(value, str):
        several = _several_lines(value, column + STEP) if "\n" in value else []
        line = "" if several else f"{start} {_plain_or_quoted(value, _IN_BLOCK)}"
        if len(line) > WIDTH and "\n" not in value:
            several = _several_lines(value, column + STEP)
        return [f"{start} {several[0]}", *several[1:]] if several else [line]
    if name == _HISTORY and _are_mappings(value):
        dash = column + STEP
        return [start, *(line for each in value for line in item(each, dash, dash + STEP))]
    line = f"{start} {flow(value)}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(value, Mapping):
        return [start, *block(value, column + STEP)]
    return [start, *(f"{' ' * (column + STEP)}- {flow(each)}" for each in value)]


def _are_mappings(value: Value) -> TypeGuard[Sequence[Fields]]:
    is_list = bool(value) and not isinstance(value, str | Mapping)
    return is_list and all(isinstance(each, Mapping) for each in value)


def _plain_or_quoted(text: str, sample: str) -> str:
    """Return a text as a plain scalar where it is read back, else in quotes."""
    # Names, words and dates are there again and again.
    return (_short_scalar if len(text) < _SHORT else _scalar)(text, sample)


def _scalar(text: str, sample: str) -> str:
    safe = _SAFE_IN_FLOW if sample is _IN_FLOW else _SAFE_IN_BLOCK
    if safe.fullmatch(text) is not None and text not in NULLS and _is_seen(text):
        return text
    single = "'" + text.replace("'", "''") + "'"
    if _NEVER_PLAIN.search(text) and _SAFE_IN_QUOTES.fullmatch(text) and _is_seen(text):
        return single
    ways = [text, single]
    if "\t" in text:
        ways = []  # a reader may refuse it, and nobody sees it
    elif "?" in text and sample is _IN_FLOW:
        ways = [single]  # where a reader may end a plain scalar
    return next((way for way in ways if _reads_back(sample.format(way), text)), None) or _double(
        text
    )


_short_scalar = lru_cache(maxsize=8192)(_scalar)


def _several_lines(text: str, column: int) -> list[str]:
    """Return a text as a folded scalar, or as a literal one where it has several lines.

    The lines but for the first are indented to a column. Empty for a text that would not be
    read back, or that fits on one line.
    """
    is_literal = "\n" in text
    is_safe = _SAFE_LINES.fullmatch(text) is not None and _is_seen(text)
    is_safe = is_safe and (not text.endswith("\n") if is_literal else "  " not in text)
    lines = text.split("\n") if is_literal else _folded(text, max(WIDTH - column, 1), is_safe)
    if len(lines) < 2:
        return []
    lead = " " * column
    head = "|-" if is_literal else ">-"
    written = [head, *[f"{lead}{line}" if line else "" for line in lines]]
    has_blank_ends = any(line != line.rstrip() for line in lines)
    if is_safe and not (is_literal and has_blank_ends):
        return written
    sample = "\n".join(written)
    is_read = not has_blank_ends and _reads_back(f"- k: {sample}\n- {sample}", text)
    return written if is_read else []


def _folded(text: str, width: int, is_safe: bool) -> list[str]:
    """Return a text of one line as lines of at most a width where they can be."""
    if is_safe:
        return _wrapped(text.split(" "), width)
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _wrapped(words: Sequence[str], width: int) -> list[str]:
    """Return words as lines of at most a width where they can be, as textwrap does but faster."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _reads_back(sample: str, text: str) -> bool:
    """Whether a sample is read as a mapping that holds the text, and the text as an item."""
    if has_hidden(text):
        return False
    composed = compose(sample)
    return composed.root == [{"k": text}, text] and not composed.problems


def _is_seen(text: str) -> bool:
    """Whether a text of the patterns above has no hidden character; in ASCII it has none."""
    return text.isascii() or not has_hidden(text)


def _double(text: str) -> str:
    """Return a text in double quotes, with the escapes that JSON and YAML share."""
    return without_hidden(json.dumps(text, ensure_ascii=False), escape)
