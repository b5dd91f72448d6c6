"""Text from others, made safe to print: what is hidden or would act on a terminal is shown."""

import re
from functools import lru_cache
from unicodedata import normalize

_HIDDEN_RANGES = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"  # control
    "\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u3164\\uffa0"  # invisible
    "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb"  # zero width, direction
    "\\u2028\\u2029\\ufffe\\uffff"  # line and paragraph separators, no characters
    "\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e007f"  # format, tags
)
HIDDEN = re.compile(f"[{_HIDDEN_RANGES}]")
"""One character that a reader cannot see, by Unicode's categories Cc, Cf, Zl and Zp; the tab,
the line feed and the carriage return are not among them."""
_ESCAPED = re.compile(f"[\r{_HIDDEN_RANGES}\\ud800-\\udfff]")


def visible(text: str) -> str:
    r"""`text` with every hidden character as its escape (`\u202e`); \t and \n stay.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    return _ESCAPED.sub(lambda match: escape(match[0]), text)


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """`text` on one line: visible, and each run of white space a single space."""
    return visible(" ".join(text.split()))


def folded(text: str) -> str:
    """The text as it is compared: no matter its case, white space and Unicode composition."""
    return " ".join(normalize("NFC", text).casefold().split())


def escape(character: str) -> str:
    """The escape of one character, as Python and YAML write it."""
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def cut(text: str, width: int) -> str:
    """`text`, or its beginning and an ellipsis when it has more than `width` characters."""
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"
