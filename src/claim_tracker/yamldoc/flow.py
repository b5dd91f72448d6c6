"""What a person probably meant by a list or a mapping in brackets that cannot be read."""

import re
from collections.abc import Iterator

from claim_tracker.yamldoc.quotes import COMMENT, QUOTED, QUOTES, Meant, cannot_begin, quoted

OPENERS = {"[": "]", "{": "}"}
_LAST_WORD = re.compile(r"[ \t]+(?P<word>[\w-]+)$")
_TEXT_END = re.compile(r",[ \t]*[\w-]+:[ \t]|[}\]][}\]\s]*$|[ \t]#|$")
_ITEM_END = re.compile(r"[,}\]]|$")
_CANNOT_BEGIN = "@`%&*!|>"
_CLOSES_NOTHING = "`{}` closes nothing"


def flows_meant(value: str) -> Iterator[Meant]:
    """The values that one which begins with a bracket could stand for.

    One bracket, comma or quote is too much, too little or another in it.
    """
    open_ = ""
    at: list[int] = []
    before, field = "", -1
    index = 0
    while index < len(value):
        sign = value[index]
        if sign in QUOTES and before in ("", *"[{,:", *QUOTES):
            if before in QUOTES:
                yield _inserted(value, index, "a comma is missing before this quote")
            whole = QUOTED.match(value, index)
            if whole is None:
                yield from _closed_quote(value, index)
                break
            index = whole.end() - 1
        elif sign in OPENERS:
            open_, field = open_ + sign, -1
            at.append(index)
        elif sign in OPENERS.values():
            wanted = OPENERS[open_[-1]]
            if sign != wanted:
                new = f"{value[:index]}{wanted}{value[index + 1 :]}"
                message = f"`{sign}` cannot close the `{open_[-1]}`"
                yield Meant(new, message, index, index + 1)
            open_, field = open_[:-1], -1
            at.pop()
            if not open_:
                yield from _after_the_end(value, index + 1)
                return
        elif sign == ",":
            field = -1
            if before == ",":
                new = f"{value[:index]}{value[index + 1 :]}"
                yield Meant(new, "a comma too many", index, index + 1)
        elif sign == ":" and value[index + 1 : index + 2] in (" ", "\t", ""):
            if field >= 0:
                yield from _second_colon(value, field, index)
            field = index + 1
        elif sign in _CANNOT_BEGIN and before in ("[", ",", ":"):
            yield _quoted_item(value, index, index, cannot_begin(sign))
        if not sign.isspace():
            before = sign
        index += 1
    text = COMMENT.sub("", value)
    if at:
        closers = "".join(OPENERS[each] for each in reversed(open_))
        what = "list" if open_[-1] == "[" else "mapping"
        message = f"this {what} is never closed"
        yield Meant(f"{text}{closers}{value[len(text) :]}", message, at[-1], at[-1] + 1)


def _inserted(value: str, index: int, message: str) -> Meant:
    return Meant(f"{value[:index].rstrip()}, {value[index:]}", message, index, index + 1)


def _closed_quote(value: str, start: int) -> Iterator[Meant]:
    match = _TEXT_END.search(value, start + 1)
    end = match.start() if match is not None else len(value)
    new = f"{value[:end].rstrip()}{value[start]}{value[end:]}"
    yield Meant(new, "this quote is never closed", start, start + 1)


def _after_the_end(value: str, end: int) -> Iterator[Meant]:
    rest = COMMENT.sub("", value[end:]).strip()
    if not rest:
        return
    stop = end + len(value[end:].rstrip())
    if not rest.strip("]} \t"):
        yield Meant(value[:end], _CLOSES_NOTHING.format(rest), stop - len(rest), stop)
    text = COMMENT.sub("", value)
    yield Meant(quoted(text) + value[len(text) :], cannot_begin(value[0]), 0, 1)


def _second_colon(value: str, field: int, colon: int) -> Iterator[Meant]:
    """A comma is missing before a field, or the colon is part of the text of the one before."""
    word = _LAST_WORD.search(value, field, colon)
    if word is not None and value[field : word.start()].strip():
        start = word.start("word")
        new = f"{value[: word.start()]}, {value[start:]}"
        yield Meant(new, f"a comma is missing before `{word['word']}`", start, colon)
    message = "a `: ` inside a text that is not quoted"
    meant = _quoted_item(value, field, colon, message)
    yield meant


def _quoted_item(value: str, start: int, fault: int, message: str) -> Meant:
    start += len(value[start:]) - len(value[start:].lstrip())
    match = _ITEM_END.search(value, fault + 1)
    end = match.start() if match is not None else len(value)
    text = value[start:end].rstrip()
    new = f"{value[:start]}{quoted(text)}{value[end:]}"
    return Meant(new, message, fault, fault + 1)
