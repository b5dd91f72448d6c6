"""The words of a text in any script, in Latin letters without accents."""

import re
from collections.abc import Iterator
from unicodedata import category, normalize

_JOINTS = re.compile("['`\u2019]|(?<=\\b[a-z])[.](?=[a-z]\\b)")
"""What stands inside a word: an apostrophe, and the full stops of `U.S.`"""
_WORD = re.compile("[A-Z]?[a-z0-9]+|[A-Z]+")
"""A word; a capital is there where a letter of a script without spaces begins one."""


def latin_words(text: str) -> list[str]:
    """Return the words of a text in a to z and digits; what no letter is known for is left out.

    >>> latin_words("U.S. troops leave Łódź")
    ['us', 'troops', 'leave', 'lodz']
    """
    latin = _latin(text.casefold())
    return [word.lower() for word in _WORD.findall(_JOINTS.sub("", latin))]


def slug(text: str) -> str:
    """Return the words of a text in a to z and digits with hyphens between them, as ids have.

    >>> slug("U.S. troops leave Łódź")
    'us-troops-leave-lodz'
    """
    return "-".join(latin_words(text))


def _latin(text: str) -> str:
    """Return a text in ASCII, without pictures; what no letter is known for is left out."""
    if text.isascii():
        return text
    from anyascii import anyascii  # its tables are for texts that need them

    return anyascii("".join(_parted(normalize("NFKC", text))))


def _parted(text: str) -> Iterator[str]:
    """Yield a text without its pictures, with a space where a script without cases meets others."""
    previous = ""
    for character in text:
        kind = category(character)
        if kind == "So":
            continue
        if kind[0] in "LN":
            if previous and (kind == "Lo") != (previous == "Lo"):
                yield " "
            previous = kind
        elif kind[0] != "M":
            previous = ""
        yield character
