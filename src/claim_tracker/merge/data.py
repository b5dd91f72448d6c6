"""The merge of the data of three versions of a file, without their texts."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Literal, TypeVar

from claim_tracker.merge.kinds import ABSENT, MergeKind
from claim_tracker.merge.names import Names, source_name

_T = TypeVar("_T")
_M = TypeVar("_M")
Side = Literal["ours", "theirs"]
SIDES: tuple[Side, Side] = ("ours", "theirs")


def merge_values(kind: MergeKind, base: Any, ours: Any, theirs: Any, side: Side) -> Any:
    """Return the merge of three versions of a value, each of which may be ABSENT.

    Where both sides have changed it differently, it is as one of the sides has it.
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    kind = resolve_kind(kind, base, ours, theirs)
    if not has_joint_members(kind, base, ours, theirs):
        return ours if side == "ours" else theirs
    values = (base, ours, theirs)
    found: list[tuple[Hashable, Any]] = []
    for name, old, our, their in align_members(kind, values, list(map(kind.items, values)), ABSENT):
        value = merge_values(kind.of(name), old, our, their, side)
        if value is not ABSENT:
            found.append((name, value))
    return dict(found) if kind.form == "mapping" else _as_list(kind, ours, found)


def has_joint_members(kind: MergeKind, base: Any, ours: Any, theirs: Any) -> bool:
    """Whether three versions of a value are merged by their fields or items."""
    if not (kind.holds(ours) and kind.holds(theirs)):
        return False
    if kind.may_be_single and not (isinstance(ours, list) or isinstance(theirs, list)):
        return False
    if base is not ABSENT:
        return kind.holds(base)
    return isinstance(ours, type(theirs)) and (kind.form == "list" or kind.same(ours, theirs))


def resolve_kind(kind: MergeKind, base: Any, ours: Any, theirs: Any) -> MergeKind:
    """Return the kind of an item where that stands for a list in each version of it."""
    present = [value for value in (base, ours, theirs) if value is not ABSENT]
    is_one = kind.may_be_single and all(isinstance(value, dict) for value in present)
    if not is_one or kind.item is None or len(set(map(source_name, present))) > 1:
        return kind
    return kind.item


def align_members(
    kind: MergeKind, values: Sequence[Any], items: Sequence[Sequence[_T]], missing: _M
) -> Iterator[tuple[Hashable, _T | _M, _T | _M, _T | _M]]:
    """Yield the name of each field or item that ours or theirs has, and it in each version.

    They come in the order of the result. `items` are those of the three values, or what stands
    for them; `missing` stands for one that a version does not have.
    """
    item_lists = list(map(kind.items, values))
    if kind.form == "mapping":
        names = Names(*(list(value) if value is not ABSENT else [] for value in values))
    else:
        names = kind.names(*item_lists)
    found = [dict(zip(each, them, strict=True)) for each, them in zip(names, items, strict=True)]
    for name in kind.order(names, item_lists[1], item_lists[2]):
        old, our, their = (each.get(name, missing) for each in found)
        yield name, old, our, their


def without_empty(value: Any) -> Any:
    """Return a value without what is empty, which means the same as what is absent."""
    if isinstance(value, dict):
        inner = {name: without_empty(each) for name, each in value.items()}
        return {name: each for name, each in inner.items() if each not in (None, [], {})}
    if isinstance(value, list):
        return [without_empty(each) for each in value]
    return value


def _as_list(kind: MergeKind, ours: Any, found: list[tuple[Hashable, Any]]) -> Any:
    values = [value for _, value in found]
    is_single = kind.may_be_single and len(values) == 1 and not isinstance(ours, list)
    return values[0] if is_single else values
