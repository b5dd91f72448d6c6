"""Two texts word by word: what is gone, what is new, and what stayed."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Chinese and Japanese, which have no spaces between words: each character is one."""
_WORD = re.compile(rf"(?:[{_UNSPACED}]|[^\s{_UNSPACED}]+)\s?")
_LEAST_IN_COMMON = 0.3
_MOST_PAIRS = 1_000_000

Mark = Literal["", "-", "+"]


class Piece(NamedTuple):
    """A stretch of text that is gone (`-`), new (`+`) or neither."""

    mark: Mark
    text: str


def wordwise(old: str, new: str) -> Iterator[Piece]:
    """The pieces of two texts on one line each; with little in common they are two pieces."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    for tag, start, stop, new_start, new_stop in _steps(_bare(before), _bare(after)):
        gone, come = before[start:stop], after[new_start:new_stop]
        if tag == "equal":
            yield Piece("", "".join(max(pair, key=len) for pair in zip(gone, come, strict=True)))
            continue
        one, two = "".join(gone), "".join(come)
        if one:
            yield Piece("-", one.rstrip())
        if two:
            yield Piece("+", two.rstrip())
        if (two or one).endswith(" "):
            yield Piece("", " ")


def _steps(before: Sequence[str], after: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    whole = [("replace", 0, len(before), 0, len(after))]
    if len(before) * len(after) > _MOST_PAIRS:
        return whole
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.get_opcodes() if matcher.ratio() >= _LEAST_IN_COMMON else whole


def _bare(words: Sequence[str]) -> list[str]:
    return [word.rstrip() for word in words]
