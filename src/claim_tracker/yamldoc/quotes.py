"""What a person probably meant by a text that cannot be read: likeliest first."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claim_tracker.yamldoc.names import FIELDS

QUOTES = ("'", '"')
COMMENT = re.compile(r"[ \t]+#.*$")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_UNKNOWN_ESCAPE = re.compile(r"(?:\\[0abt\tnvfre \"/\\N_LPxuU]|[^\\])*+(?P<escape>\\)")
_CANNOT_BEGIN = "@`%&*!|>[]{}#,"
_BLOCK = re.compile(r"(?P<sign>[|>][+-]?) *(?P<text>\S.*)$")
_COLON = re.compile(r":(?=[ \t]|$)")
_SECOND_FIELD = re.compile(r",?[ \t]*\b(?P<field>(?P<name>[a-z_]+):.*)$")


class Meant(NamedTuple):
    """A value anew, what is wrong with the one that stands there, and in which of its columns.

    `help` is given where another mend than this value is as likely. `is_text` says that the value
    is right if it is to be a free text.
    """

    value: str
    message: str
    start: int
    stop: int
    help: str | None = None
    is_text: bool = False


def texts_meant(value: str) -> Iterator[Meant]:
    """The texts that one could stand for, in quotes or without any."""
    if value.startswith(QUOTES):
        yield from _quoted(value)
    else:
        yield from _plain(value)


def cannot_begin(sign: str) -> str:
    """What is said of a text that begins with a sign of YAML's."""
    return f"a text cannot begin with {'a backquote' if sign == '`' else f'`{sign}`'}"


def quoted(text: str) -> str:
    """A text in quotes, in those that need no change to it where there are such."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _quoted(value: str) -> Iterator[Meant]:
    """A text in quotes: the closing one is missing, or one or an escape is inside of it."""
    quote, inner = value[0], value[1:]
    whole = QUOTED.match(value)
    escape = _UNKNOWN_ESCAPE.match(value) if quote == '"' else None
    if escape is not None and inner.endswith(quote):
        start = escape.start("escape")
        message = "this is no escape that YAML knows"
        yield Meant(quoted(inner[:-1]), message, start, start + 2)
    if whole is not None and quote in inner[:-1]:
        text = inner[:-1] if inner.endswith(quote) else value
        end = whole.end() - 1
        yield Meant(quoted(text), "a quote inside the text ends it here", end, end + 1)
    body = COMMENT.sub("", inner)
    other = next(each for each in QUOTES if each != quote)
    for text in dict.fromkeys((body.removesuffix(other), body, inner)):
        yield Meant(f"{quote}{text}{quote}", "this quote is never closed", 0, 1)


def _plain(value: str) -> Iterator[Meant]:
    """A text without quotes that needs some."""
    text = COMMENT.sub("", value)
    comment = value[len(text) :]
    block = _BLOCK.match(text)
    if block is not None:
        message = f"a text on the line of its `{block['sign']}`"
        yield Meant(
            quoted(block["text"]) + comment, message, 0, len(block["sign"]), None, is_text=True
        )
    begins = Meant(quoted(text) + comment, cannot_begin(text[0]), 0, 1, None, is_text=True)
    if text[0] in _CANNOT_BEGIN:
        yield begins
    colon = _COLON.search(text)
    if colon is not None:
        second = _SECOND_FIELD.search(text)
        advice = None
        if second is not None and second["name"] in FIELDS:
            advice = f"write `{second['field']}` on a line of its own, or quote the whole text"
        message, start = "a `: ` inside a text that is not quoted", colon.start()
        yield Meant(quoted(text) + comment, message, start, start + 1, advice, is_text=True)
    yield begins
