"""Things that were renamed: the same under another name."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

_Thing = TypeVar("_Thing")


def renames(
    gone: Mapping[str, _Thing],
    new: Mapping[str, _Thing],
    likenesses: Iterable[Callable[[_Thing], Hashable]],
) -> dict[str, str]:
    """Return the old name, by the new one, of each thing that is among those that are gone.

    It is the same thing where the first likeness agrees, or else the next one. An ambiguous match
    counts as none.

    >>> renames({"a": "Road", "b": "Base"}, {"c": "road", "d": "Port"}, (str, str.lower))
    {'c': 'a'}
    """
    found: dict[str, str] = {}
    for likeness in likenesses:
        known = set(found.values())
        old = _single({name: thing for name, thing in gone.items() if name not in known}, likeness)
        now = _single({name: thing for name, thing in new.items() if name not in found}, likeness)
        found |= {now[key]: old[key] for key in now if key in old}
    return found


def _single(
    things: Mapping[str, _Thing], likeness: Callable[[_Thing], Hashable]
) -> dict[Hashable, str]:
    """Return the name of each thing whose likeness is unique."""
    names: dict[Hashable, list[str]] = {}
    for name, thing in things.items():
        names.setdefault(likeness(thing), []).append(name)
    return {key: alike[0] for key, alike in names.items() if len(alike) == 1}
