"""By what the items of a list are the same in three versions of it."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from claim_tracker.dates import DateError, parse_period
from claim_tracker.merge.order import in_merged_order, with_counts
from claim_tracker.text.display import cut, folded
from claim_tracker.text.renames import renames
from claim_tracker.text.sequence_diff import pairs


class Names(NamedTuple):
    """The names of the items of three versions, each of them once in a version."""

    base: Sequence[Hashable]
    ours: Sequence[Hashable]
    theirs: Sequence[Hashable]


NamesOf = Callable[[Sequence[Any], Sequence[Any], Sequence[Any]], Names]
"""Gives the items of three versions of a list the names by which they are the same."""


def named_by(name: Callable[[Any], Hashable]) -> NamesOf:
    """Return a naming of items each by itself, whatever the others are."""
    return lambda *versions: Names(*(with_counts(map(name, items)) for items in versions))


def claim_names(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> Names:
    """Return the ids of claims; a renamed one has the id of the base.

    An id that both sides have given anew is its own name, unless it is that of one renamed claim.
    """
    old, *new = map(_by_id, (base, ours, theirs))
    found = [_former_ids(old, side) for side in new]
    for own, (other, side) in zip(found, ((found[1], new[1]), (found[0], new[0])), strict=True):
        for name, was in tuple(own.items()):
            if name in side and other.get(name, name) != was:
                del own[name]
    return Names(
        with_counts(map(_id, base)),
        *(
            with_counts(was.get(_id(item), _id(item)) for item in items)
            for was, items in zip(found, (ours, theirs), strict=True)
        ),
    )


def update_names(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> Names:
    """Return a name for each update: of an edited one that of the base, else what it says."""
    return Names(list(range(len(base))), _updates(base, ours), _updates(base, theirs))


def names_in_order(names: Names, *_: Sequence[Any]) -> list[Hashable]:
    """Return the names of all items, in the order of ours and beside their neighbours."""
    return in_merged_order(*names)


def updates_in_order(names: Names, ours: Sequence[Any], theirs: Sequence[Any]) -> list[Hashable]:
    """Return the names of all updates; where both sides have new ones, by the days of these."""
    was, known = set(names.base), set(names.ours)
    of_others = was | known
    new = [name for name in names.theirs if name not in of_others]
    if not new or known <= was:
        return in_merged_order(*names)
    days = dict(zip(names.theirs, map(_day, theirs), strict=True))
    days |= zip(names.ours, map(_day, ours), strict=True)
    old = [name for name in names.theirs if name in of_others]
    found = in_merged_order(names.base, names.ours, old)
    listed = [days[name] for name in found]
    if "" in days.values() or any(later < earlier for earlier, later in pairwise(listed)):
        return in_merged_order(*names)
    for name in new:
        at = bisect_right(listed, days[name])
        listed.insert(at, days[name])
        found.insert(at, name)
    return found


def claim_name(claim: Mapping[str, Any]) -> str:
    """Return the name of a claim in messages: its id, or else the beginning of its text."""
    return str(claim.get("id") or cut(str(claim.get("claim") or ""))).strip()


def source_name(source: Any) -> str:
    """Return the key, the address or the title of a source."""
    if not isinstance(source, dict):
        return str(source)
    return str(next((source[name] for name in ("source", "url", "title") if name in source), ""))


def _id(claim: Any) -> str:
    return str(claim.get("id") if isinstance(claim, dict) else claim).strip()


def _by_id(claims: Iterable[Any]) -> dict[str, Any]:
    return {_id(claim): claim for claim in claims if isinstance(claim, dict)}


def _former_ids(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Return the id in the base of each claim that has another id now."""
    gone = {name: claim for name, claim in old.items() if name not in new}
    come = {name: claim for name, claim in new.items() if name not in old}
    likenesses: tuple[Callable[[Any], Hashable], ...] = (_content, _claim_text)
    return renames(gone, come, likenesses) if gone and come else {}


def _content(claim: Mapping[str, Any]) -> str:
    own = {name: value for name, value in claim.items() if name not in ("id", "related")}
    return _written(own)


def _claim_text(claim: Mapping[str, Any]) -> str:
    return folded(str(claim.get("claim")))


def _written(value: Any) -> str:
    return repr(sorted(value.items()) if isinstance(value, dict) else value)


def _updates(base: Sequence[Any], side: Sequence[Any]) -> list[Hashable]:
    if base == side:  # as of most claims
        return list(range(len(base)))
    one, two = list(map(_written, base)), list(map(_written, side))
    found = pairs(one, two, lambda at, other: _alike(base[at], side[other]))
    was = {other: at for at, other in found if at is not None and other is not None}
    new = iter(with_counts(text for at, text in enumerate(two) if at not in was))
    return [was[at] if at in was else next(new) for at in range(len(side))]


def _alike(old: Any, new: Any) -> bool:
    """Whether an update is an edited one: its date is the same, or only one field differs."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    differing = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return "date" not in differing or len(differing) == 1


def _day(update: Any) -> str:
    """Return the day from which an update counts, or an empty text if it has none."""
    try:
        return parse_period(str(update["date"])).latest.isoformat()
    except (DateError, TypeError, KeyError):
        return ""
