"""How each part of a file is merged: as one value, field by field, or item by item."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from claim_tracker.merge.names import (
    Names,
    NamesOf,
    claim_names,
    named_by,
    names_in_order,
    source_name,
    update_names,
    updates_in_order,
)
from claim_tracker.text.display import folded
from claim_tracker.yaml.field_names import LISTS

_BY_TEXT = named_by(repr)
ABSENT: Any = object()
"""What stands for a field or an item that a version of the file does not have."""

ItemOrder = Callable[[Names, Sequence[Any], Sequence[Any]], list[Hashable]]
"""The names of all items in the order of the result, from the names and the items of both sides."""


@dataclass(frozen=True, eq=False)
class MergeKind:
    """How a value is merged.

    A `mapping` has its kind for each of its `fields`, and `item` for any other; a `list` has
    `item` for all. `names` are those of the items of the three versions of a list, by which they
    are the same. With `may_be_single` one item may stand for the list. `same` says whether two
    values that both sides added under one name are versions of one thing.
    """

    form: Literal["whole", "mapping", "list"] = "whole"
    fields: Mapping[str, "MergeKind"] = field(default_factory=dict)
    item: "MergeKind | None" = None
    names: NamesOf = _BY_TEXT
    order: ItemOrder = names_in_order
    may_be_single: bool = False
    same: Callable[[Any, Any], bool] = lambda _one, _other: True

    def of(self, name: object) -> "MergeKind":
        """Return the kind of a field, or of an item."""
        return self.fields.get(str(name)) or self.item or WHOLE

    def holds(self, value: Any) -> bool:
        """Whether a value can be merged by its fields or items."""
        if self.form == "whole":
            return False
        if self.form == "mapping":
            return isinstance(value, dict)
        single = self.may_be_single and isinstance(value, (str, dict))
        return value is None or single or isinstance(value, list)

    def items(self, value: Any) -> list[Any]:
        """Return the values of the fields of a value, or its items."""
        if value is ABSENT or value is None:
            return []
        if isinstance(value, dict) and self.form == "mapping":
            return list(value.values())
        return value if isinstance(value, list) else [value]


def _has_same(*names: str) -> Callable[[Any, Any], bool]:
    """Return whether two mappings agree in the first of the fields that either of them has."""

    def same(one: Any, other: Any) -> bool:
        name = next((name for name in names if name in one or name in other), None)
        return name is None or _text(one.get(name)) == _text(other.get(name))

    return same


def _text(value: Any) -> str:
    return folded(str(value))


WHOLE = MergeKind()
_TEXTS = MergeKind("list")
_SOURCE = MergeKind("mapping", same=_has_same("url", "title"))
_SOURCES = MergeKind("list", item=_SOURCE, names=named_by(source_name), may_be_single=True)
_UPDATE = MergeKind("mapping", {"source": _SOURCES})
_UPDATES = MergeKind("list", item=_UPDATE, names=update_names, order=updates_in_order)
_OF_CLAIMS = {"source": _SOURCES, **dict.fromkeys(LISTS, _TEXTS)}
_CLAIM = MergeKind("mapping", {**_OF_CLAIMS, "updates": _UPDATES}, same=_has_same("claim"))
FILE = MergeKind(
    "mapping",
    {
        "publisher": MergeKind("mapping"),
        "checks": MergeKind("mapping", {"ignore": _TEXTS}),
        "defaults": MergeKind("mapping", _OF_CLAIMS),
        "sources": MergeKind("mapping", item=_SOURCE),
        "places": MergeKind("mapping", item=MergeKind("mapping", same=_has_same("name"))),
        "claims": MergeKind("list", item=_CLAIM, names=claim_names),
    },
)
