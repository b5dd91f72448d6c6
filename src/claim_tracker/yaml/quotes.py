"""What a person probably meant by a text that cannot be read: likeliest first."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claim_tracker.yaml.field_names import FIELDS

QUOTES = ("'", '"')
COMMENT = re.compile(r"[ \t]+#.*$")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_UNKNOWN_ESCAPE = re.compile(r"(?:\\[0abt\tnvfre \"/\\N_LPxuU]|[^\\])*+(?P<escape>\\)")
_LONGEST_NAME = 20
_CANNOT_BEGIN = "@`%&*!|>[]{}#,"
_BLOCK = re.compile(r"(?P<sign>[|>][+-]?) *(?P<text>\S.*)$")
_COLON = re.compile(r":(?=[ \t]|$)")
_SECOND_FIELD = re.compile(r"[ \t,;]+(?P<field>(?P<name>[a-z_]+):(?: .*)?)$")


class Meant(NamedTuple):
    """A value anew, what is wrong with the one that stands there, and in which of its columns.

    `help` is given where the value is not all that is to be written. `is_text` says that the value
    is right if it is to be a free text, and `loses` that a field which stands there is not in it.
    """

    value: str
    message: str
    start: int
    stop: int
    help: str | None = None
    is_text: bool = False
    loses: bool = False


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
    if whole is not None:
        yield from _after_the_end(value, whole.end())
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
        yield from second_field(text, colon.start())
        message, start = "a `: ` inside a text that is not quoted", colon.start()
        yield Meant(quoted(text) + comment, message, start, start + 1, None, is_text=True)
    yield begins


def second_field(text: str, colon: int) -> Iterator[Meant]:
    """The value of a field after which another one stands on the line, up to its colon."""
    second = _SECOND_FIELD.search(text, max(colon - _LONGEST_NAME, 0))
    if second is not None and second["name"] in FIELDS:
        start = second.start("field")
        message, advice = (
            "a second field on this line",
            f"write `{second['field'].rstrip(',;')}` on the next line",
        )
        stop = second.end("name")
        yield Meant(text[: second.start()], message, start, stop, advice, loses=True)


def _after_the_end(value: str, end: int) -> Iterator[Meant]:
    """A quoted text without what stands after it."""
    text = COMMENT.sub("", value)
    rest = text[end:]
    if rest and not re.search(r"\w|[\"']", rest):
        message = "nothing can stand after the closing quote"
        yield Meant(value[:end], message, end, len(text))
    colon = _COLON.search(text, end)
    if colon is not None:
        yield from second_field(text, colon.start())
