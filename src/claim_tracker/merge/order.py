"""The order of what two versions have, from that of their common base."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from claim_tracker.text.sequence_diff import anchors

_Name = TypeVar("_Name", bound=Hashable)


def in_merged_order(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[Hashable]:
    """Return all that ours or theirs has, in the order of ours.

    What only theirs has, or has moved, stands after what precedes it there, and after what ours
    has added there. What both have moved is where ours has it.

    >>> in_merged_order("ab", "aoxb", "atb")
    ['a', 'o', 'x', 't', 'b']
    >>> in_merged_order("abc", "abcd", "cab")
    ['c', 'a', 'b', 'd']
    """
    known, was = set(ours), set(base)
    moved = (_moved_names(base, theirs) - _moved_names(base, ours)) & known
    placed = moved | (set(theirs) - known)
    kept = [name for name in ours if name not in placed]
    anchor: Hashable = None
    after: dict[Hashable, list[Hashable]] = {}
    for name in theirs:
        if name in placed:
            after.setdefault(anchor, []).append(name)
        elif name in known:
            anchor = name
    found: list[Hashable] = []
    pending = after.get(None, [])
    for name in kept:
        if name in was:
            found += pending
            pending = []
        found.append(name)
        pending = [*pending, *after.get(name, ())]
    return [*found, *pending]


def with_counts(names: Iterable[_Name]) -> list[tuple[_Name, int]]:
    """Return each of some names with how often it was there before, so that each is there once.

    >>> with_counts("aba")
    [('a', 0), ('b', 0), ('a', 1)]
    """
    seen: Counter[_Name] = Counter()
    found: list[tuple[_Name, int]] = []
    for name in names:
        found.append((name, seen[name]))
        seen[name] += 1
    return found


def _moved_names(base: Sequence[Hashable], side: Sequence[Hashable]) -> set[Hashable]:
    """Return the names that a side has in another order than the base."""
    common = set(base) & set(side)
    one, other = ([name for name in names if name in common] for names in (base, side))
    if one == other:
        return set()
    return common - {other[at] for _, at in anchors(one, other)}
