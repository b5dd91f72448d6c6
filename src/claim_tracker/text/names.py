"""Spellings of one name: which belong together, and which of them is the most frequent."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from unicodedata import combining, normalize

from claim_tracker.text.display import folded

_ACCENTS = frozenset((*range(10, 37), *range(200, 241)))
"""Canonical combining classes: points of Hebrew and Arabic, and marks around a letter."""
WITHOUT_ACCENTS = re.compile(
    "[\\0-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u060f\u0620-\u064a\u0660-\u066f\u0671-\u06d5"
    "\u0904-\u0950\u0955-\u09fd\u09ff-\u0d7f\u0e00-\u0e7f\u1100-\u11ff\u3030-\u9fff]*"
)
"""A decomposed text in scripts of which no character has one of these classes: most texts."""
_LETTERS = frozenset({"\u0438\u0306", "\u0443\u0306", "\u0456\u0308"})
"""Cyrillic letters of their own that Unicode decomposes: short i, short u and yi."""


@lru_cache(maxsize=4096)
def likeness(name: str) -> str:
    """Return the key that is equal for the spellings of a name: `unaccented`, without spaces.

    >>> likeness("Café  Union")
    'cafeunion'
    """
    return unaccented(_joined(name))


def unaccented(text: str) -> str:
    """Return the text `folded`, without accents.

    Accents are the marks above and below letters, and the points of Hebrew and Arabic; not the
    vowel signs and the marks of other sounds that most scripts write as marks.

    >>> unaccented("Café  Union")
    'cafe union'
    """
    text = folded(text)
    if text.isascii() or WITHOUT_ACCENTS.fullmatch(normalize("NFD", text)) is not None:
        return text
    return normalize("NFC", "".join(letter for letter, _ in _letters(text)))


def is_same_name(one: str, other: str) -> bool:
    """Whether two texts are spellings of one name.

    They differ only in case, white space, accents that one of them leaves out, characters that
    nobody sees, or the variants of quotes and Arabic letters that `folded` knows.
    """
    return likeness(one) == likeness(other) and _is_one_name((one, other))


def spellings(counts: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """Yield the spellings of each name, with how often each occurs, in the order of the counts.

    Where two have different accents on the same letter (`Hà`, `Hạ`), the accents distinguish all.
    """
    groups: dict[str, dict[str, int]] = {}
    for name, number in counts.items():
        groups.setdefault(likeness(name), {})[name] = number
    for group in groups.values():
        if _is_one_name(group):
            yield group
        else:
            yield from _by_accents(group)


def common_spellings(names: Iterable[str]) -> dict[str, str]:
    """Return the most frequent spelling of each name; of equally frequent ones the first by code.

    >>> common_spellings(["Hospital", "hospital", "hospital"])
    {'Hospital': 'hospital', 'hospital': 'hospital'}
    """
    common: dict[str, str] = {}
    for group in spellings(Counter(names)):
        common |= dict.fromkeys(group, min(group, key=lambda name: (-group[name], name)))
    return common


def _is_one_name(alike: Iterable[str]) -> bool:
    """Whether names of one likeness have, on each letter, the same accents or none."""
    accents = [
        [marks for _, marks in _letters(_joined(name))] for name in alike if not name.isascii()
    ]
    return all(len({*marks} - {""}) < 2 for marks in zip(*accents, strict=True))


def _by_accents(group: dict[str, int]) -> Iterable[dict[str, int]]:
    parts: dict[tuple[tuple[str, str], ...], dict[str, int]] = {}
    for name, number in group.items():
        parts.setdefault(tuple(_letters(_joined(name))), {})[name] = number
    return parts.values()


def _letters(text: str) -> list[tuple[str, str]]:
    """Return the characters of a `folded` text, each with its accents."""
    letters: list[tuple[str, str]] = []
    for character in normalize("NFD", text):
        letter, marks = letters[-1] if letters else ("", "")
        if combining(character) not in _ACCENTS or letter + character in _LETTERS:
            letters.append((character, ""))
        elif letters:
            letters[-1] = (letter, marks + character)
    return letters


def _joined(name: str) -> str:
    """Return a name `folded` and without spaces."""
    return "".join(folded(name).split())
