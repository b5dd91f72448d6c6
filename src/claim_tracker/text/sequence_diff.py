"""What becomes of one sequence to make another of it, in time that grows with their length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Step = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]
"""A tag, and from where to where in the one and in the other, as `difflib` has it."""

_MAX_PAIRS = 1_000_000
"""A stretch with more pairs to compare is replaced as a whole."""
_MAX_ALIKE = 100_000
"""In a gap with more pairs no item is taken for an edited one."""
Pair = tuple[int | None, int | None]


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Step]:
    """Yield the steps from one sequence to the other, in order, with those that are equal.

    What both begin and end with is equal, and so are the items that each has once, as far as
    they are in the same order (patience diff); between these, `difflib` compares.
    """
    for tag, run in groupby(_steps(old, new), key=lambda step: step[0]):
        first, *others = run
        last = others[-1] if others else first
        yield (tag, first[1], last[2], first[3], last[4])


def pairs(
    old: Sequence[Hashable], new: Sequence[Hashable], alike: Callable[[int, int], bool]
) -> Iterator[Pair]:
    """Yield the indices of the same items, and in the gaps of those alike, in order.

    `alike` takes an index of each sequence. What has no other stands beside None.
    """
    for tag, start, stop, new_start, new_stop in steps(old, new):
        left, right = range(start, stop), range(new_start, new_stop)
        if tag == "equal":
            yield from zip(left, right, strict=True)
        else:
            yield from _gap(left, right, alike)


def _gap(
    left: Sequence[int], right: Sequence[int], alike: Callable[[int, int], bool]
) -> Iterator[Pair]:
    few = len(left) * len(right) <= _MAX_ALIKE
    for one in left:
        match = next((two for two in right if few and alike(one, two)), None)
        if match is None:
            yield one, None
            continue
        yield from ((None, two) for two in right if two < match)
        yield one, match
        right = [two for two in right if two > match]
    yield from ((None, two) for two in right)


def _steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Step]:
    one = other = 0
    for start, new_start, length in _equal(old, new):
        for tag, a, b, c, d in _between(old[one:start], new[other:new_start]):
            yield (tag, one + a, one + b, other + c, other + d)
        one, other = start + length, new_start + length
        if length:
            yield ("equal", start, one, new_start, other)


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Yield the equal runs: where they begin in each sequence, and how long they are."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    yield (0, 0, head)
    end, new_end = len(old) - tail, len(new) - tail
    if end - head == new_end - head:
        yield from ((at, at, 1) for at in range(head, end) if old[at] == new[at])
    elif head < end and head < new_end:
        found = anchors(old[head:end], new[head:new_end])
        yield from ((head + at, head + new_at, 1) for at, new_at in found)
    yield (end, new_end, tail)


def anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the positions of the items that each has once: the most that are in one order."""
    once, new_once = Counter(old), Counter(new)
    where = {item: at for at, item in enumerate(new) if new_once[item] == 1}
    both = [(at, where[item]) for at, item in enumerate(old) if item in where and once[item] == 1]
    ends: list[int] = []
    last: list[int] = []
    previous: list[int | None] = []
    for number, (_, new_at) in enumerate(both):
        length = bisect_left(ends, new_at)
        previous.append(last[length - 1] if length else None)
        ends[length : length + 1] = [new_at]
        last[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    back = last[-1] if last else None
    while back is not None:
        found.append(both[back])
        back = previous[back]
    return found[::-1]


def _between(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Step]:
    if not old and not new:
        return
    if len(old) * len(new) > _MAX_PAIRS:
        yield ("replace", 0, len(old), 0, len(new))
    else:
        yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
