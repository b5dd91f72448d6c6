"""The merge of the data of three versions of a file, without their texts."""

from collections.abc import Hashable, Iterator
from typing import Any, Literal, NamedTuple

from claim_tracker.merge.kinds import ABSENT, Kind
from claim_tracker.merge.names import Names, source_name

Side = Literal["ours", "theirs"]
SIDES: tuple[Side, Side] = ("ours", "theirs")


class Triple(NamedTuple):
    """A field or an item of a merged value, and where each version has it; None for nowhere."""

    name: Hashable
    base: int | None
    ours: int | None
    theirs: int | None


def merged(kind: Kind, base: Any, ours: Any, theirs: Any, side: Side) -> Any:
    """Return the merge of three versions of a value, each of which may be ABSENT.

    Where both sides have changed it differently, it is as one of the sides has it.
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    kind = resolved(kind, base, ours, theirs)
    if not is_joined(kind, base, ours, theirs):
        return ours if side == "ours" else theirs
    values = [kind.members(value) for value in (base, ours, theirs)]
    found: list[tuple[Hashable, Any]] = []
    for triple in triples(kind, base, ours, theirs):
        places = (triple.base, triple.ours, triple.theirs)
        old, own, other = (
            members[at][1] if at is not None else ABSENT
            for members, at in zip(values, places, strict=True)
        )
        value = merged(kind.of(triple.name), old, own, other, side)
        if value is not ABSENT:
            found.append((triple.name, value))
    return dict(found) if kind.form == "mapping" else _listed(kind, ours, found)


def is_joined(kind: Kind, base: Any, ours: Any, theirs: Any) -> bool:
    """Whether three versions of a value are merged by their fields or items."""
    if not (kind.holds(ours) and kind.holds(theirs)):
        return False
    if kind.may_be_single and not (isinstance(ours, list) or isinstance(theirs, list)):
        return False
    if base is not ABSENT:
        return kind.holds(base)
    return isinstance(ours, type(theirs)) and (kind.form == "list" or kind.same(ours, theirs))


def resolved(kind: Kind, base: Any, ours: Any, theirs: Any) -> Kind:
    """Return the kind of an item where that stands for a list in each version of it."""
    present = [value for value in (base, ours, theirs) if value is not ABSENT]
    is_one = kind.may_be_single and all(isinstance(value, dict) for value in present)
    if not is_one or kind.item is None or len(set(map(source_name, present))) > 1:
        return kind
    return kind.item


def triples(kind: Kind, base: Any, ours: Any, theirs: Any) -> Iterator[Triple]:
    """Yield what ours or theirs has, in the order of the result."""
    members = [kind.members(value) for value in (base, ours, theirs)]
    items = [[value for _, value in each] for each in members]
    if kind.form == "mapping":
        names = Names(*([name for name, _ in each] for each in members))
    else:
        names = kind.names(*items)
    at = [{name: index for index, name in enumerate(each)} for each in names]
    for name in kind.order(names, items[1], items[2]):
        yield Triple(name, *(each.get(name) for each in at))


def without_empty(value: Any) -> Any:
    """Return a value without what is empty, which means the same as what is absent."""
    if isinstance(value, dict):
        inner = {name: without_empty(each) for name, each in value.items()}
        return {name: each for name, each in inner.items() if each not in (None, [], {})}
    if isinstance(value, list):
        return [without_empty(each) for each in value]
    return value


def _listed(kind: Kind, ours: Any, found: list[tuple[Hashable, Any]]) -> Any:
    values = [value for _, value in found]
    is_single = kind.may_be_single and len(values) == 1 and not isinstance(ours, list)
    return values[0] if is_single else values
