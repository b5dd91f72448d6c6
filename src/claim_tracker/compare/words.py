"""The difference of two texts word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Chinese and Japanese, which have no spaces between words: each character is one."""
_WORD = re.compile(rf"(?:[{_UNSPACED}]|[^\s{_UNSPACED}]+)\s?")
_MIN_IN_COMMON = 0.3
_MAX_PAIRS = 1_000_000

DiffMark = Literal["", "-", "+"]


class TextPiece(NamedTuple):
    """A stretch of text that is removed (`-`), added (`+`) or kept."""

    mark: DiffMark
    text: str


def wordwise(old: str, new: str) -> Iterator[TextPiece]:
    """Yield the pieces of the difference of two one-line texts: two where they share little."""
    old_words, new_words = _WORD.findall(old), _WORD.findall(new)
    for tag, start, stop, new_start, new_stop in _steps(_stripped(old_words), _stripped(new_words)):
        gone, come = old_words[start:stop], new_words[new_start:new_stop]
        if tag == "equal":
            yield TextPiece(
                "", "".join(max(pair, key=len) for pair in zip(gone, come, strict=True))
            )
            continue
        one, two = "".join(gone), "".join(come)
        if one:
            yield TextPiece("-", one.rstrip())
        if two:
            yield TextPiece("+", two.rstrip())
        if (two or one).endswith(" "):
            yield TextPiece("", " ")


def with_spaces(pieces: Sequence[TextPiece]) -> Iterator[TextPiece]:
    """Yield the pieces with a space between two that are marked, for where marks may be lost."""
    for previous, piece in zip([None, *pieces], pieces, strict=False):
        if previous is not None and previous.mark and piece.mark:
            yield TextPiece("", " ")
        yield piece


def _steps(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    whole = [("replace", 0, len(old), 0, len(new))]
    if len(old) * len(new) > _MAX_PAIRS:
        return whole
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.get_opcodes() if matcher.ratio() >= _MIN_IN_COMMON else whole


def _stripped(words: Sequence[str]) -> list[str]:
    return [word.rstrip() for word in words]
