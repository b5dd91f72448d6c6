"""The known word that is nearest to one that is not known."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nlargest
from itertools import islice

from claim_tracker.text.display import folded

_MAX_COMPARED_LENGTH = 100
_MAX_COMPARED = 5_000
_MIN_SLIP_LENGTH = 3
_MAX_MEASURED = 100
_MIN_PART_LENGTH = 4
_CUTOFF = 0.7
_JOINT = re.compile("[ _-]+")
_WITHOUT_JOINTS = str.maketrans("", "", " -_")
_NEGATIONS = frozenset(
    "not no non never nor neither without hardly barely un dis anti longer".split()
)
_NOT = re.compile(r"\w+n['\u2019]?t")
_NEGATED = re.compile(r"(?:un|in|im|ir|il|dis|mis|non?|not|never|anti|counter)(?=\w{3})")


def nearest(word: str, known: Iterable[str], *, partial: bool = True) -> str | None:
    """Return the word of `known` that `word` most likely stands for, or None when none is near.

    Case, spaces, hyphens and underscores do not count as differences; with `partial`, a word
    that is part of a known one, or contains it, is near to it too. A word is never near to one
    that it negates, or that negates it. Words longer than 100 characters are not compared, of
    `known` only the first 5,000 are, and of these only 100 in full: the first that are one edit
    apart, or those that share the most letters. This bounds the time for any input.
    """
    wanted = letters_of(word)
    if len(word) > _MAX_COMPARED_LENGTH or not wanted:
        return None
    candidates: dict[str, str] = {}
    for candidate in known:
        if len(candidates) >= _MAX_COMPARED:
            break
        if abs(len(candidate) - len(word)) <= _MAX_COMPARED_LENGTH:
            candidates.setdefault(letters_of(candidate), candidate)
    if wanted in candidates:
        return candidates[wanted]
    apart = (fold for fold in candidates if one_edit_apart(wanted, fold))
    slips = list(islice(apart, _MAX_MEASURED))
    if slips and len(wanted) >= _MIN_SLIP_LENGTH:
        slips.sort(key=lambda fold: -_likeness(fold, wanted))
        return _first_not_opposite(word, map(candidates.__getitem__, slips))
    closest = _by_likeness(wanted, candidates)
    near = _first_not_opposite(word, map(candidates.__getitem__, closest))
    if near is not None or not partial or len(wanted) < _MIN_PART_LENGTH:
        return near
    contained = [name for fold, name in candidates.items() if wanted in fold or fold in wanted]
    return _first_not_opposite(word, sorted(contained, key=len))


def _first_not_opposite(word: str, known: Iterable[str]) -> str | None:
    return next((other for other in known if not _are_opposite(word, other)), None)


def _are_opposite(one: str, other: str) -> bool:
    """Whether one of two words negates the other: it is nearer to that without its negation.

    >>> _are_opposite("not kept", "kept"), _are_opposite("verified", "unverifiable")
    (True, True)
    >>> _are_opposite("unverifable", "unverifiable"), _are_opposite("progress", "in-progress")
    (False, False)
    """
    pairs = ((one, other), (other, one))
    return any(
        _likeness(rest, letters_of(positive)) > _likeness(letters_of(negated), letters_of(positive))
        for negated, positive in pairs
        for rest in _without_negation(negated)
    )


def _without_negation(text: str) -> Iterator[str]:
    """Yield the letters of a text without each word or beginning of a word that may negate it."""
    words = _JOINT.split(folded(text).strip())
    positive = [word for word in words if word not in _NEGATIONS and not _NOT.fullmatch(word)]
    if len(positive) < len(words):
        yield letters_of("".join(positive))
    for index, word in enumerate(words):
        beginning = _NEGATED.match(word)
        if beginning is not None:
            yield letters_of(
                "".join((*words[:index], word[beginning.end() :], *words[index + 1 :]))
            )


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()


def _by_likeness(wanted: str, known: Iterable[str]) -> list[str]:
    """Return the words like enough to the wanted one (difflib's ratio), the most like first."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, "", wanted)
    letters: list[tuple[float, str]] = []
    for other in known:
        matcher.set_seq1(other)
        shared = matcher.quick_ratio() if matcher.real_quick_ratio() >= _CUTOFF else 0
        if shared >= _CUTOFF:
            letters.append((shared, other))
    measured: list[tuple[float, str]] = []
    for _, other in nlargest(_MAX_MEASURED, letters):
        matcher.set_seq1(other)
        measured.append((matcher.ratio(), other))
    return [other for ratio, other in sorted(measured, reverse=True) if ratio >= _CUTOFF]


def slip_of(word: str, known: Iterable[str], *, letters: bool = True) -> str | None:
    """Return the only word of `known` that `word` is but for case, spaces, hyphens and underscores.

    Where there is none, and with `letters`, it is the only one that is one edit apart.
    """
    return (
        _slip_of(word, tuple(known), letters=letters) if len(word) <= _MAX_COMPARED_LENGTH else None
    )


@lru_cache(maxsize=256)
def _slip_of(word: str, known: tuple[str, ...], *, letters: bool) -> str | None:
    """Return the only near word; kept, as a slip that is made once is made again and again."""
    wanted = letters_of(word)
    folds = _folds(known) if wanted else ()
    same = [other for fold, other in folds if fold == wanted]
    if not same and letters and wanted.replace("/", "").isalnum() and len(wanted) > 1:
        same = [other for fold, other in folds if one_edit_apart(wanted, fold)]
    return same[0] if len(same) == 1 else None


@lru_cache(maxsize=256)
def _folds(known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return words with their letters; kept, as many faults are compared to the same words."""
    return tuple((letters_of(word), word) for word in known)


def by_letters(known: Iterable[str]) -> dict[str, str | None]:
    """Return the words of `known` by what `letters_of` says; None for several that are the same."""
    words: dict[str, str | None] = {}
    for word in known:
        letters = letters_of(word)
        words[letters] = None if letters in words else word
    return words


def most_advised(known: int) -> int:
    """Return for how many words the nearest is looked for among so many known ones.

    It takes a second at most: of 500 known words for a hundred, of 5,000 for ten.
    """
    return max(10, min(100, 50_000 // max(known, 1)))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return “did you mean `x`?”, or None when nothing is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near is not None else None


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two that changed places, tell them apart.

    >>> one_edit_apart("deu", "due"), one_edit_apart("date", "due")
    (True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
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
    return folded(word).translate(_WITHOUT_JOINTS)
