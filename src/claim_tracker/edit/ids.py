"""The id of a claim, made from its text."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import Any
from unicodedata import category, normalize

_LENGTH = 40
_SMALL = frozenset(
    "a an and are as at be by for from has have in into is it its of on or that the their there "
    "this to was were will with".split()
)
_JOINTS = re.compile("['`\u2019]|(?<=\\b[a-z])[.](?=[a-z]\\b)")
"""What stands inside a word: an apostrophe, and the full stops of `U.S.`"""
_WORD = re.compile("[A-Z]?[a-z0-9]+|[A-Z]+")
"""A word; a capital is there where a letter of a script without spaces begins one."""


def made_id(claim: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return the first telling words of a claim's text as an id of about 40 characters at most.

    Letters of other scripts are written in Latin ones, without accents. A number makes it differ
    from those that are taken. A text without letters and digits gives way to the topic, or else
    to the key of the source, with a number; without any it is `claim`.

    >>> made_id({"claim": "The coalition completes its withdrawal from Iraq."}, ["iraq"])
    'coalition-completes-withdrawal-iraq'
    >>> made_id({"claim": "รัฐบาลประกาศ"}, ())
    'rathbalprakas'
    """
    name = _name(claim["claim"])
    if not name:
        others = (claim.get(field) for field in ("topic", "source"))
        other = next(filter(None, (_name(it) for it in others if isinstance(it, str))), None)
        if other is not None:
            return _first_free(other, 1, taken)
        name = "claim"
    return name if name not in taken else _first_free(name, 2, taken)


def _name(text: str) -> str:
    """Return the words of a text that fit, with hyphens between them; empty for no words."""
    words = [word.lower() for word in _WORD.findall(_JOINTS.sub("", _latin(text.casefold())))]
    telling = [word for word in words if word not in _SMALL] or words
    name = telling[0][:_LENGTH] if telling else ""
    for word in telling[1:]:
        if len(name) + 1 + len(word) > _LENGTH:
            break
        name += f"-{word}"
    return name


def _latin(text: str) -> str:
    """Return a text in ASCII, without pictures; what no letter is known for is left out."""
    if text.isascii():
        return text
    from anyascii import anyascii  # its tables are for texts that need them

    return anyascii("".join(_parted(normalize("NFKC", text))))


def _parted(text: str) -> Iterator[str]:
    """Yield a text without its pictures, with a space where a script without cases meets others."""
    before = ""
    for character in text:
        kind = category(character)
        if kind == "So":
            continue
        if kind[0] in "LN":
            if before and (kind == "Lo") != (before == "Lo"):
                yield " "
            before = kind
        elif kind[0] != "M":
            before = ""
        yield character


def _first_free(name: str, first: int, taken: Collection[str]) -> str:
    numbered = (f"{name}-{number}" for number in count(first))
    return next(each for each in numbered if each not in taken)
