"""What a person probably meant by a list or a mapping in brackets that cannot be read."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.field_names import FIELDS, TEXTS
from claim_tracker.yaml.quotes import (
    COMMENT,
    QUOTED,
    QUOTES,
    Meant,
    cannot_begin,
    quoted,
    second_field,
)

OPENERS = {"[": "]", "{": "}"}
_LAST_WORD = re.compile(r"[ \t]+(?P<word>[\w-]+)$")
_TEXT_END = re.compile(r",[ \t]*[\w-]+:[ \t]|[}\]][}\]\s]*$|[ \t]#|$")
_NAME = re.compile(r"(?P<name>\w+)[ \t]*:[ \t]*$")
_ITEM_END = re.compile(r"[,}\]]|$")
_CANNOT_BEGIN = "@`%&*!|>"


class _Sign(NamedTuple):
    """A sign of a value that is no part of a text, and the sign or letter before it.

    Of a quoted text it is the quote; `is_open` says that the text has no end.
    """

    sign: str
    at: int
    before: str
    is_open: bool = False


def flows_meant(value: str) -> Iterator[Meant]:
    """The values that one which begins with a bracket could stand for.

    One bracket, comma or quote is too much, too little or another in it.
    """
    signs = list(_signs(value))
    for each in signs:
        yield from _beside(value, each)
    yield from _colons(value, signs)
    yield from _brackets(value, signs)


def _signs(value: str) -> Iterator[_Sign]:
    before, index = "", 0
    while index < len(value):
        sign, start = value[index], index
        begins = before in ("", *"[{,:", *QUOTES)
        if sign in QUOTES and begins:
            whole = QUOTED.match(value, index)
            yield _Sign(sign, index, before, is_open=whole is None)
            if whole is None:
                return
            index = whole.end() - 1
        elif sign in "[]{}," or _is_colon(value, index) or (sign in _CANNOT_BEGIN and begins):
            yield _Sign(sign, index, before)
        if not value[start].isspace():
            before = sign
        index += 1


def _is_colon(value: str, index: int) -> bool:
    return value[index] == ":" and value[index + 1 : index + 2] in (" ", "\t", "")


def _beside(value: str, each: _Sign) -> Iterator[Meant]:
    """What is wrong with a sign by the one before it."""
    sign, index = each.sign, each.at
    if sign in QUOTES and each.before in QUOTES:
        new = f"{value[:index].rstrip()}, {value[index:]}"
        yield Meant(new, "a comma is missing before this quote", index, index + 1)
    if each.is_open:
        yield _closed_quote(value, index)
    if sign == "," and each.before == ",":
        new = f"{value[:index]}{value[index + 1 :]}"
        yield Meant(new, "a comma too many", index, index + 1)
    if sign in _CANNOT_BEGIN:
        yield _quoted_item(value, index, index, cannot_begin(sign))


def _colons(value: str, signs: Iterable[_Sign]) -> Iterator[Meant]:
    """A second colon in one item: a comma is missing, or it is part of a text."""
    field = -1
    for each in signs:
        if each.sign in "[]{},":
            field = -1
        elif each.sign == ":":
            if field >= 0:
                yield from _second_colon(value, field, each.at)
            field = each.at + 1


def _brackets(value: str, signs: Iterable[_Sign]) -> Iterator[Meant]:
    """A bracket that does not fit, what follows after the last, and those that are missing."""
    opened: list[_Sign] = []
    for each in signs:
        if each.sign in OPENERS:
            opened.append(each)
        elif each.sign in OPENERS.values():
            wanted = OPENERS[opened[-1].sign]
            if each.sign != wanted:
                new = f"{value[: each.at]}{wanted}{value[each.at + 1 :]}"
                message = f"`{each.sign}` cannot close the `{opened[-1].sign}`"
                yield Meant(new, message, each.at, each.at + 1)
            opened.pop()
            if not opened:
                yield from _after_the_end(value, each.at + 1)
                return
    text = COMMENT.sub("", value)
    closers = "".join(OPENERS[each.sign] for each in reversed(opened))
    last = opened[-1]
    message = f"this {'list' if last.sign == '[' else 'mapping'} is never closed"
    yield Meant(f"{text}{closers}{value[len(text) :]}", message, last.at, last.at + 1)


def _closed_quote(value: str, start: int) -> Meant:
    match = _TEXT_END.search(value, start + 1)
    end = match.start() if match is not None else len(value)
    new = f"{value[:end].rstrip()}{value[start]}{value[end:]}"
    return Meant(new, "this quote is never closed", start, start + 1)


def _after_the_end(value: str, end: int) -> Iterator[Meant]:
    rest = COMMENT.sub("", value[end:]).strip()
    if not rest:
        return
    stop = end + len(value[end:].rstrip())
    if not rest.strip("]} \t"):
        yield Meant(value[:end], f"`{rest}` closes nothing", stop - len(rest), stop)
    text = COMMENT.sub("", value)
    colon = text.find(": ", end)
    if colon >= 0:
        yield from second_field(text, colon)
    new = quoted(text) + value[len(text) :]
    yield Meant(new, cannot_begin(value[0]), 0, 1, is_text=True)


def _second_colon(value: str, field: int, colon: int) -> Iterator[Meant]:
    """A comma is missing before a field, or the colon is part of the text of the one before."""
    word = _LAST_WORD.search(value, field, colon)
    if word is not None and value[field : word.start()].strip():
        start = word.start("word")
        new = f"{value[: word.start()]}, {value[start:]}"
        yield Meant(new, f"a comma is missing before `{word['word']}`", start, colon)
    message = "a `: ` inside a text that is not quoted"
    yield _quoted_item(value, field, colon, message)


def _quoted_item(value: str, start: int, fault: int, message: str) -> Meant:
    start += len(value[start:]) - len(value[start:].lstrip())
    match = _ITEM_END.search(value, fault + 1)
    end = match.start() if match is not None else len(value)
    name = _NAME.search(value[:start])
    if name is not None and name["name"] in FIELDS - TEXTS:
        new = f"{value[:start]}{REPLACEMENT}{value[end:]}"
        return Meant(new, message, fault, fault + 1, "write the value without this")
    new = f"{value[:start]}{quoted(value[start:end].rstrip())}{value[end:]}"
    return Meant(new, message, fault, fault + 1)
