"""The id of a claim, made from its text."""

import re
from collections.abc import Collection
from itertools import count
from unicodedata import combining, normalize

_LENGTH = 40
_SMALL = frozenset(
    "a an and are as at be by for from has have in into is it its of on or that the their there "
    "this to was were will with".split()
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)
_JOINTS = "['\u2019]|(?<=\\b[a-z])[.](?=[a-z]\\b)"
"""What stands inside a word: an apostrophe, and the full stops of `U.S.`"""


def made_id(text: str, taken: Collection[str]) -> str:
    """Return the first words of a text that carry meaning, as an id of about 40 characters.

    Letters lose their accents. A number is added to an id that is `taken`; a text without Latin
    letters and digits gives `claim`.

    >>> made_id("The coalition completes its withdrawal from Iraq.", ["iraq"])
    'coalition-completes-withdrawal-iraq'
    """
    plain = normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in plain if not combining(letter))
    words = re.findall("[a-z0-9]+", re.sub(_JOINTS, "", plain))
    significant = [word for word in words if word not in _SMALL] or words
    name = significant[0][:_LENGTH] if significant else "claim"
    for word in significant[1:]:
        if len(name) + 1 + len(word) > _LENGTH:
            break
        name += f"-{word}"
    numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(each for each in numbered if each not in taken)
