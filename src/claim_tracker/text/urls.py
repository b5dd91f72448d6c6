"""Addresses of the web within a text, told from the signs of the text around them."""

import re
from collections.abc import Iterator
from unicodedata import category

_URL = re.compile(
    "https?://"
    r"(?:[^\s<>\"`{}|\\^"
    "\xab\xbb\u2039\u203a\u2018-\u201f"  # quotation marks
    "\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65"  # of Chinese and Japanese
    r"]|\u2019(?=\w)(?!s\b))+",  # an apostrophe within a word is a part of it
    re.IGNORECASE,
)
"""What ends at a sign that no address has, as no space need follow it."""
_NOT_AT_END = frozenset(".,;:!?'*_~")
"""What ends a sentence or a value, and no address."""
_BRACKETS = {")": "(", "]": "["}


def urls_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each address of http or https begins in a text, and the address.

    What follows it is no part of it: the end of a sentence, and a bracket that it does not open.

    >>> [address for _, address in urls_in("(see https://example.org/a_(b)).")]
    ['https://example.org/a_(b)']
    """
    return ((match.start(), _trim(match[0])) for match in _URL.finditer(text))


def _trim(url: str) -> str:
    unopened = {end: url.count(end) - url.count(start) for end, start in _BRACKETS.items()}
    for stop in range(len(url), 0, -1):
        last = url[stop - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif not _is_punctuation(last):
            return url[:stop]
    return ""


def _is_punctuation(end: str) -> bool:
    """Whether a character at the end of an address belongs to the text around it."""
    return end in _NOT_AT_END or (not end.isascii() and category(end).startswith("P"))
