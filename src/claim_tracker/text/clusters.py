"""The letters of a text as they are seen: a base with all that is written on it."""

from collections.abc import Iterator
from unicodedata import category, combining

_VIRAMA = 9
_SARA_AM = "\u0e33\u0eb3"
"""The vowels of Thai and Lao that stand partly above the letter before them."""
_JOINERS = "\u200c\u200d"
_ON_THE_BASE = ("Mn", "Mc", "Me")


def clusters(text: str) -> Iterator[str]:
    """Yield the parts of a text between which it may be broken.

    They are the grapheme clusters of Unicode (UAX #29), with the consonants that a virama joins.
    A run of flags is one.
    """
    start = 0
    for at in range(1, len(text)):
        if may_break(text, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def may_break(text: str, at: int) -> bool:
    """Whether no letter is parted by a break before the character at an index, which is not 0."""
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        return (before, after) != ("\r", "\n")
    if after in _JOINERS or after in _SARA_AM or category(after) in _ON_THE_BASE:
        return False
    if before == "\u200d":
        return category(after)[0] in "ZC"  # separators and controls
    if combining(before) == _VIRAMA:
        return category(after) != "Lo"
    return not _goes_on(before, after)


def _goes_on(before: str, after: str) -> bool:
    """Whether a character is part of an emoji or of a syllable of Hangul that has begun."""
    return (
        "\U0001f3fb" <= after <= "\U0001f3ff"  # the colour of a skin
        or "\U000e0020" <= after <= "\U000e007f"  # the flag of a region
        or ("\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff")
        or "\u1160" <= after <= "\u11ff"
        or "\ud7b0" <= after <= "\ud7fb"
    )
