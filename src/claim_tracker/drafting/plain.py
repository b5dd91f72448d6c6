"""A text as the patterns read it: with straight signs, and small words in lower case."""

import re
from collections.abc import Iterable
from functools import lru_cache

from claim_tracker.dates.words import SEASONS
from claim_tracker.drafting.patterns import any_of

_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'"}
    | {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'}
    | {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-"}
    | {"\u00a0": " ", "\u202f": " ", "\u2009": " "}
)


def straight(text: str) -> str:
    """Return a text with straight quotation marks, hyphens for dashes and plain spaces.

    So is the full stop of a shortened month before its day (`Dec.5`). The text has the same length,
    so that a position in one is the same in the other.
    """
    return _DAY_CLOSE_BY.sub(" ", text.translate(_STRAIGHT))


_DAY_CLOSE_BY = re.compile(
    r"(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\.(?=[0-3]?\d\b)"
)


def blanked(text: str, parts: Iterable[tuple[int, int]]) -> str:
    """Return a text with spaces in the place of some of its characters, ends exclusive.

    So a position in one is the same in the other.

    >>> blanked("He said it opens.", [(0, 7)])
    '        it opens.'
    """
    for start, end in parts:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def stands_in(words: str, text: str) -> bool:
    """Whether some words stand in a text as whole words.

    >>> stands_in("may", "in may"), stands_in("may", "the mayor")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


_WORD = re.compile("[a-z]+(?:'[a-z]+)?")


@lru_cache(maxsize=16)  # several rules ask of the same sentence
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def uncapitalised(text: str) -> str:
    """Return a text with small words in lower case that begin a sentence or a quote, and seasons.

    >>> uncapitalised('By June, he said, "In May it will be done."')
    'by June, he said, "in May it will be done."'
    """
    return _BEGINNING.sub(lambda match: match[0].lower(), text)


_SMALL_WORDS = (
    "about around as at before beginning between by come during early effective eventually for "
    "from in late later mid next no not on once over shortly soon starting the this through "
    "throughout till today tomorrow tonight until up we'll they'll it'll he'll she'll within"
)
_CAPITALISED = any_of(" ".join(word[0].upper() + word[1:] for word in _SMALL_WORDS.split()))
_NAMED_SEASON = any_of(" ".join(it.capitalize() for it in SEASONS))
_BEGINNING = re.compile(
    rf"{_NAMED_SEASON}(?= (?:of )?(?:19|20)\d\d\b)|\b(?:TODAY|TONIGHT|TOMORROW)\b|"
    rf"(?:^|(?<=[\"'(:])|(?<=[-:\"] )){_CAPITALISED}(?![\w'])"
)
