"""By what the items of three versions are the same, and in which order they come."""

from collections.abc import Iterable

from claim_tracker.merge.names import Names, updates_in_order

DAY = {"date": "2025-10-01"}


class Counted:
    """A name that counts how often it is compared with another one."""

    compared = 0

    def __init__(self, number: int) -> None:
        self.number = number

    def __hash__(self) -> int:
        return hash(self.number)

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return isinstance(other, Counted) and self.number == other.number


def comparisons(number: int) -> int:
    """How many comparisons it takes to order so many updates, of which each side has a new one."""
    base = range(number)
    names = Names(*(list(map(Counted, it)) for it in (base, [*base, -1], [*base, -2])))
    updates = [DAY] * (number + 1)
    before = Counted.compared
    found = updates_in_order(names, updates, updates)
    assert numbers(found) == [*base, -1, -2]
    return Counted.compared - before


def numbers(names: Iterable[object]) -> list[int]:
    return [name.number for name in names if isinstance(name, Counted)]


def test_updates_are_compared_in_proportion_to_their_number() -> None:
    assert comparisons(200) <= 2.5 * comparisons(100)
