"""The known word that is nearest to one that is not known."""

from collections.abc import Iterable
from heapq import nlargest

from claim_tracker.text.display import folded

_LONGEST_COMPARED = 100
_MOST_COMPARED = 5_000
_SHORTEST_SLIP = 3
_MOST_MEASURED = 100
_CUTOFF = 0.7


def nearest(word: str, known: Iterable[str], *, partial: bool = True) -> str | None:
    """The word of `known` that `word` most likely stands for, or None when none is near.

    Case, spaces, hyphens and underscores do not count as differences; with `partial`, a word
    that is part of a known one, or contains it, is near to it too. Words longer than 100
    characters are not compared, of `known` only the first 5,000 are, and of these only the 100
    that share the most letters in full, so that the answer is quick for any input.
    """
    wanted = letters_of(word)
    if len(word) > _LONGEST_COMPARED or not wanted:
        return None
    candidates: dict[str, str] = {}
    for candidate in known:
        if len(candidates) >= _MOST_COMPARED:
            break
        if abs(len(candidate) - len(word)) <= _LONGEST_COMPARED:
            candidates.setdefault(letters_of(candidate), candidate)
    if wanted in candidates:
        return candidates[wanted]
    slip = next((fold for fold in candidates if one_edit_apart(wanted, fold)), None)
    if slip is not None and len(wanted) >= _SHORTEST_SLIP:
        return candidates[slip]
    match = _closest(wanted, candidates)
    if match is not None or not partial:
        return candidates[match] if match is not None else None
    contained = [name for fold, name in candidates.items() if wanted in fold or fold in wanted]
    return min(contained, key=len) if contained and len(wanted) >= 4 else None


def _closest(word: str, known: Iterable[str]) -> str | None:
    """The known word with the most in common with a word, if that is enough (difflib's ratio)."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, "", word)
    letters: list[tuple[float, str]] = []
    for other in known:
        matcher.set_seq1(other)
        shared = matcher.quick_ratio() if matcher.real_quick_ratio() >= _CUTOFF else 0
        if shared >= _CUTOFF:
            letters.append((shared, other))
    measured: list[tuple[float, str]] = []
    for _, other in nlargest(_MOST_MEASURED, letters):
        matcher.set_seq1(other)
        measured.append((matcher.ratio(), other))
    return max((it for it in measured if it[0] >= _CUTOFF), default=(0, None))[1]


def slip_of(word: str, known: Iterable[str], *, letters: bool = True) -> str | None:
    """Return the only word of `known` that `word` is but for case, spaces, hyphens and underscores.

    Where there is none, and with `letters`, it is the only one that is one edit apart.
    """
    wanted = letters_of(word) if len(word) <= _LONGEST_COMPARED else ""
    folds = [(letters_of(other), other) for other in known] if wanted else []
    same = [other for fold, other in folds if fold == wanted]
    if not same and letters and wanted.replace("/", "").isalnum() and len(wanted) > 1:
        same = [other for fold, other in folds if one_edit_apart(wanted, fold)]
    return same[0] if len(same) == 1 else None


def by_letters(known: Iterable[str]) -> dict[str, str | None]:
    """Return the words of `known` by what `letters_of` says; None for several that are the same."""
    words: dict[str, str | None] = {}
    for word in known:
        letters = letters_of(word)
        words[letters] = None if letters in words else word
    return words


def most_advised(known: int) -> int:
    """Of how many words the nearest is looked for among so many known ones.

    It takes a second at most: of 500 known words for a hundred, of 5,000 for ten.
    """
    return max(10, min(100, 50_000 // max(known, 1)))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """“did you mean `x`?”, or None when nothing is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near is not None else None


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two that changed places, tell them apart.

    >>> one_edit_apart("deu", "due"), one_edit_apart("date", "due")
    (True, False)
    """
    differing = (
        index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]
    )
    start = next(differing, min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return one != other and (
        a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    )


def letters_of(word: str) -> str:
    """Return a word without what may differ: its case, spaces, hyphens and underscores."""
    return folded(word).translate(_JOINTS)


_JOINTS = str.maketrans("", "", " -_")
