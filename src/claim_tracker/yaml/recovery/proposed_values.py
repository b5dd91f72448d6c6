"""What to write for a value that cannot be read: a text, a list or a mapping."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claim_tracker.yaml.decode import REPLACEMENT
from claim_tracker.yaml.field_names import COLLECTIONS, FIELDS, LISTS, TEXTS
from claim_tracker.yaml.lines import CANNOT_BEGIN, COLON, COMMENT, OPENERS, QUOTES, quoted
from claim_tracker.yaml.outline import BLOCK_HEADER

_COLON_IN_TEXT = "a `: ` inside a text that is not quoted"
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_UNKNOWN_ESCAPE = re.compile(r"(?:\\[0abt\tnvfre \"/\\N_LPxuU]|[^\\])*+(?P<escape>\\)")
_AFTER_A_PART = re.compile(r"[\s,.;:!?)]")
_MAX_NAME_LENGTH = 40
_BLOCK = re.compile(r"(?P<sign>[|>][+-]?) *(?P<text>\S.*)$")
_SECOND_FIELD = re.compile(
    r"[ \t,;]+(?P<field>(?:- )?(?P<mark>[\"'])?(?P<name>[a-z][\w.-]*)(?(mark)(?P=mark)):(?: .*)?)$"
)
_LAST_WORD = re.compile(r"[ \t]+(?P<word>[\"']?[\w-]+[\"']?)$")
_TEXT_END = re.compile(r",[ \t]*[\w-]+:[ \t]|[}\]][}\]\s]*$|[ \t]#")
_NAME = re.compile(r"(?P<name>\w+)[ \t]*:[ \t]*$")
_WORD = re.compile(r"\w\S+")
_ITEM_END = re.compile(r"[,}\]]")
_ITEM_START = re.compile(r"[\[{,]|:(?=[ \t])")
_NUMBER_SIGN = re.compile(r"(?<=[\[{, \t])#(?=[^\s,}\]])(?=.*[}\]])")
_COMMENT_IN_TEXT = "a `#` begins a comment here"
_TOO_MANY = "a quote too many"


class ProposedValue(NamedTuple):
    """A value to write, and what is wrong with the written one, with its columns.

    `second` is a field that goes from its end to a line of its own. `is_text` is whether the
    value is right for a free text only; for another field `unquoted` is, if there is one.
    """

    text: str
    message: str
    start: int
    stop: int
    second: str | None = None
    is_text: bool = False
    unquoted: str | None = None


def proposed_values(name: str | None, value: str) -> Iterator[ProposedValue]:
    """Yield proposals for the value of a field, or for an item, likeliest first."""
    if name in (*LISTS, "source") and value.startswith("- "):
        yield ProposedValue(f"[{value[2:].strip()}]", "an item on the line of its list", 0, 1)
    if value[0] in OPENERS and name not in FIELDS - COLLECTIONS:
        yield from _flows(value)
    elif value.startswith(QUOTES):
        is_flow = value[1:2] in (*OPENERS,) and name not in FIELDS - COLLECTIONS
        if is_flow or BLOCK_HEADER.fullmatch(value, 1):
            text = value[1:].removesuffix(value[0])
            yield ProposedValue(text, _TOO_MANY, 0, 1)
            if name in COLLECTIONS - TEXTS and text.rstrip(",")[-1:] == OPENERS.get(text[0]):
                return
        yield from _quoted_texts(value)
    else:
        yield from _plain_texts(value)


def _cannot_begin(sign: str) -> str:
    return f"a text cannot begin with {'a backquote' if sign == '`' else f'`{sign}`'}"


def _quoted_texts(value: str) -> Iterator[ProposedValue]:
    """Yield a text with its closing quote, or with a quote or an escape inside that can be read."""
    quote, inner = value[0], value[1:]
    whole = _QUOTED.match(value)
    escape = _UNKNOWN_ESCAPE.match(value) if quote == '"' else None
    if escape is not None and inner.endswith(quote):
        start = escape.start("escape")
        message = "this is not an escape that YAML knows"
        yield ProposedValue(quoted(inner[:-1]), message, start, start + 2)
    if whole is not None and whole[0] == 2 * quote and _is_quoted(value[1:]):
        yield ProposedValue(value[1:], _TOO_MANY, 0, 1)
        return
    if whole is not None and COMMENT.sub("", value[whole.end() :]) == quote:
        end = whole.end()
        yield ProposedValue(value[:end] + value[end + 1 :], _TOO_MANY, end, end + 1)
        return
    if whole is not None:
        yield from _after_the_quote(value, whole.end())
    if whole is not None and quote in inner[:-1]:
        is_around = inner.endswith(quote) and not _are_of_parts(value, whole.end())
        text = value[: whole.end()] + COMMENT.sub("", value[whole.end() :])
        around = inner[:-1].replace("''", "'") if quote == "'" else inner[:-1]
        written = quoted(around) if is_around else quoted(text) + value[len(text) :]
        end = whole.end() - 1
        yield ProposedValue(written, "a quote inside the text ends it here", end, end + 1)
    body = COMMENT.sub("", inner)
    other = next(each for each in QUOTES if each != quote)
    for text in dict.fromkeys((body.removesuffix(other), body, inner)):
        yield ProposedValue(f"{quote}{text}{quote}", "this quote is never closed", 0, 1)


def _is_quoted(value: str) -> bool:
    """Whether a value is a text in quotes, with nothing but a comment after it."""
    whole = _QUOTED.match(COMMENT.sub("", value))
    return whole is not None and not COMMENT.sub("", value[whole.end() :]).strip()


def _are_of_parts(value: str, end: int) -> bool:
    """Whether the quotes at both ends are those of two parts, the first of which ends there."""
    is_closed = value[end - 2] != " " and _AFTER_A_PART.match(value, end) is not None
    return is_closed and value.count(value[0]) % 2 == 0


def _after_the_quote(value: str, end: int) -> Iterator[ProposedValue]:
    """Yield a quoted text without what stands after it."""
    text = COMMENT.sub("", value)
    rest = text[end:]
    if rest and not re.search(r"\w|[\"']", rest):
        yield ProposedValue(
            value[:end], "nothing can stand after the closing quote", end, len(text)
        )
    colon = COLON.search(text, end)
    if colon is not None:
        yield from _second_field(text, colon.start(), end)


def _plain_texts(value: str) -> Iterator[ProposedValue]:
    """Yield a text without quotes that needs some."""
    text = COMMENT.sub("", value)
    comment = value[len(text) :]
    opened = text[-1:] + text
    if text[-1:] in QUOTES and text.count(text[-1]) == 1 and _is_quoted(opened):
        end = len(text)
        yield ProposedValue(opened + comment, "this quote is never opened", end - 1, end)
        if text[-1] == '"':
            return
    block = _BLOCK.match(text)
    if block is not None and not re.search(r"\w", block["text"]):
        start = block.start("text")
        message = f"nothing can stand after the `{block['sign']}`"
        yield ProposedValue(block["sign"] + comment, message, start, len(text))
    elif block is not None:
        sign, below = block["sign"], block["text"]
        message = f"a text on the line of its `{sign}`"
        yield ProposedValue(sign, message, 0, len(sign), second=below, is_text=True)
        yield ProposedValue(quoted(below) + comment, message, 0, len(sign), is_text=True)
    begins = ProposedValue(
        quoted(text) + comment,
        _cannot_begin(text[0]),
        0,
        1,
        is_text=True,
        unquoted=text[1:] if _WORD.fullmatch(text, 1) else None,
    )
    if text[0] in CANNOT_BEGIN or text[0] in "[]{}#,":
        yield begins
    colon = COLON.search(text)
    if colon is not None:
        yield from _second_field(text, colon.start())
        start = colon.start()
        yield ProposedValue(quoted(text) + comment, _COLON_IN_TEXT, start, start + 1, is_text=True)
    yield begins


def _second_field(text: str, colon: int, end: int = 0) -> Iterator[ProposedValue]:
    """Yield the value of a field up to another field on its line, which begins after `end`."""
    second = _SECOND_FIELD.search(text, max(colon - _MAX_NAME_LENGTH, end))
    if second is not None:
        field, start = second["field"].rstrip(",;"), second.start("field")
        message, stop = "a second field on this line", second.end("name")
        yield ProposedValue(text[: second.start()], message, start, stop, second=field)


class _Sign(NamedTuple):
    """A sign of a value that is no part of a text, and the sign or letter that precedes it.

    Of a quoted text it is the quote; `is_open` is whether the text has no end.
    """

    sign: str
    at: int
    previous: str
    is_open: bool = False


def _flows(value: str) -> Iterator[ProposedValue]:
    """Yield a list or a mapping in which one sign, such as a bracket, is wrong."""
    yield from _number_signs(value)
    signs = list(_signs(value))
    for each in signs:
        yield from _at_sign(value, each)
    yield from _colons(value, signs)
    yield from _brackets(value, signs)


def _number_signs(value: str) -> Iterator[ProposedValue]:
    """Yield the value with each item in quotes in which a `#` would begin a comment."""
    quotes = [whole.span() for whole in _QUOTED.finditer(value)]
    first: dict[int, int] = {}
    for sign in _NUMBER_SIGN.finditer(value):
        at = sign.start()
        if not any(start < at < end for start, end in quotes):
            first.setdefault(max(it.end() for it in _ITEM_START.finditer(value, 0, at)), at)
    text = value
    for start, at in reversed(first.items()):
        text = _with_quoted_item(text, start, at, _COMMENT_IN_TEXT).text
    if first:
        at = min(first.values())
        yield ProposedValue(text, _COMMENT_IN_TEXT, at, at + 1)


def _signs(value: str) -> Iterator[_Sign]:
    previous, index = "", 0
    while index < len(value):
        sign, start = value[index], index
        begins = previous in ("", *"[{,:", *QUOTES)
        if sign in QUOTES and begins:
            whole = _QUOTED.match(value, index)
            yield _Sign(sign, index, previous, is_open=whole is None)
            if whole is None:
                return
            index = whole.end() - 1
        elif sign in "[]{}," or _is_colon(value, index) or (sign in CANNOT_BEGIN and begins):
            yield _Sign(sign, index, previous)
        if not value[start].isspace():
            previous = sign
        index += 1


def _is_colon(value: str, index: int) -> bool:
    return value[index] == ":" and value[index + 1 : index + 2] in (" ", "\t", "")


def _at_sign(value: str, each: _Sign) -> Iterator[ProposedValue]:
    """Yield the value without what is wrong with a sign by the previous one."""
    sign, index = each.sign, each.at
    if sign in QUOTES and each.previous in QUOTES:
        text = f"{value[:index].rstrip()}, {value[index:]}"
        yield ProposedValue(text, "a comma is missing before this quote", index, index + 1)
    if sign in QUOTES and re.match(r"([\"'])\1\w", value[index:]):
        yield ProposedValue(f"{value[:index]}{value[index + 1 :]}", _TOO_MANY, index, index + 1)
    if each.is_open:
        end = _start_of(_TEXT_END, value, index + 1)
        text = f"{value[:end].rstrip()}{sign}{value[end:]}"
        yield ProposedValue(text, "this quote is never closed", index, index + 1)
    if sign == "," and each.previous == ",":
        yield ProposedValue(
            f"{value[:index]}{value[index + 1 :]}", "a comma too many", index, index + 1
        )
    if sign in CANNOT_BEGIN:
        yield _with_quoted_item(value, index, index, _cannot_begin(sign))


def _colons(value: str, signs: Iterable[_Sign]) -> Iterator[ProposedValue]:
    """Yield the value without a second colon in one item: with a comma, or as part of a text."""
    field = -1
    for each in signs:
        if each.sign in "[]{},":
            field = -1
        elif each.sign == ":":
            if field >= 0:
                yield from _second_colon(value, field, each.at)
            field = each.at + 1


def _second_colon(value: str, field: int, colon: int) -> Iterator[ProposedValue]:
    """Yield the value with a comma between two fields, and with the colon in a quoted text."""
    word = _LAST_WORD.search(value, field, colon)
    if word is not None and value[field : word.start()].strip():
        start = word.start("word")
        text = f"{value[: word.start()]}, {value[start:]}"
        yield ProposedValue(text, f"a comma is missing before `{word['word']}`", start, colon)
    yield _with_quoted_item(value, field, colon, _COLON_IN_TEXT)


def _brackets(value: str, signs: Iterable[_Sign]) -> Iterator[ProposedValue]:
    """Yield the value with another bracket, without what follows the last, and with all closed."""
    opened: list[_Sign] = []
    for each in signs:
        if each.sign in OPENERS:
            opened.append(each)
        elif each.sign in OPENERS.values():
            first = opened.pop()
            if each.sign != OPENERS[first.sign]:
                sign = "{" if COLON.search(value, first.at, each.at) else "["
                inner = value[first.at + 1 : each.at]
                text = f"{value[: first.at]}{sign}{inner}{OPENERS[sign]}{value[each.at + 1 :]}"
                message = f"`{each.sign}` cannot close the `{first.sign}`"
                at = first.at if sign != first.sign else each.at
                yield ProposedValue(text, message, at, at + 1)
            if not opened:
                yield from _after_the_bracket(value, each.at + 1)
                return
    text = COMMENT.sub("", value)
    closers = "".join(OPENERS[each.sign] for each in reversed(opened))
    last = opened[-1]
    message = f"this {'list' if last.sign == '[' else 'mapping'} is never closed"
    yield ProposedValue(f"{text}{closers}{value[len(text) :]}", message, last.at, last.at + 1)


def _after_the_bracket(value: str, end: int) -> Iterator[ProposedValue]:
    rest = COMMENT.sub("", value[end:]).strip()
    if not rest:
        return
    stop = end + len(value[end:].rstrip())
    if not rest.strip("]},; \t"):
        yield ProposedValue(value[:end], f"`{rest}` closes nothing", stop - len(rest), stop)
    text = COMMENT.sub("", value)
    colon = text.find(": ", end)
    if colon >= 0:
        yield from _second_field(text, colon, end)
    yield ProposedValue(
        quoted(text) + value[len(text) :], _cannot_begin(value[0]), 0, 1, is_text=True
    )


def _start_of(pattern: re.Pattern[str], value: str, after: int) -> int:
    """Return where a pattern begins in a value from an index on, else where the value ends."""
    return next((it.start() for it in pattern.finditer(value, after)), len(value))


def _with_quoted_item(value: str, start: int, fault: int, message: str) -> ProposedValue:
    """Return the value with the text of an item in quotes, or without it where it is no text."""
    start += len(value[start:]) - len(value[start:].lstrip())
    end = _start_of(_ITEM_END, value, fault + 1)
    name = _NAME.search(value[:start])
    item = quoted(value[start:end].rstrip())
    if name is not None and name["name"] in FIELDS - TEXTS:
        item = REPLACEMENT
    return ProposedValue(f"{value[:start]}{item}{value[end:]}", message, fault, fault + 1)
