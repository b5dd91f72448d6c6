"""The known word that is nearest to one that is not known."""

from collections.abc import Iterable

_LONGEST_COMPARED = 100
_MOST_COMPARED = 5_000
_SHORTEST_SLIP = 3


def nearest(word: str, known: Iterable[str], *, partial: bool = True) -> str | None:
    """The word of `known` that `word` most likely stands for, or None when none is near.

    Case, spaces, hyphens and underscores do not count as differences; with `partial`, a word
    that is part of a known one, or contains it, is near to it too. Words longer than 100
    characters are not compared, and of `known` only the first 5,000, so that the answer is
    quick for any input.
    """
    from difflib import get_close_matches

    folded = _folded(word)
    if len(word) > _LONGEST_COMPARED or not folded:
        return None
    candidates: dict[str, str] = {}
    for candidate in known:
        if len(candidates) >= _MOST_COMPARED:
            break
        if abs(len(candidate) - len(word)) <= _LONGEST_COMPARED:
            candidates.setdefault(_folded(candidate), candidate)
    slip = next((fold for fold in candidates if one_edit_apart(folded, fold)), None)
    if slip is not None and len(folded) >= _SHORTEST_SLIP:
        return candidates[slip]
    matches = get_close_matches(folded, candidates, n=1, cutoff=0.7)
    if matches or not partial:
        return candidates[matches[0]] if matches else None
    contained = [name for fold, name in candidates.items() if folded in fold or fold in folded]
    return min(contained, key=len) if contained and len(folded) >= 4 else None


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


def _folded(word: str) -> str:
    return word.casefold().translate(_JOINTS)


_JOINTS = str.maketrans("", "", " -_")
