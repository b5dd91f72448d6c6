"""What part of the format a path of a file leads to, and what field."""

from typing import NamedTuple

from claim_tracker.checks.paths import model_at
from claim_tracker.claims.fields import Part, ValueType, fields_of, value_type
from claim_tracker.claims.model import Claim, Defaults, Passage, Quantity, Source, Update
from claim_tracker.yaml import Path

_CITING = (Claim, Update, Defaults)
"""The parts that refer to sources, and say a figure."""


class Field(NamedTuple):
    """A field of a part of the format."""

    part: type[Part]
    name: str

    @property
    def type(self) -> ValueType:
        """Return what it holds."""
        return value_type(self.part, self.name)

    @property
    def is_date(self) -> bool:
        """Whether it holds a date or a deadline."""
        return self.type.shape in ("date", "deadline")


def part_at(path: Path) -> type[Part] | None:
    """Return the part of the format that a mapping at a path is; None where none can be.

    A source in a claim is a `Source`, though it may be a `Passage` too.
    """
    match path:
        case (
            ()
            | ("sources" | "places", str())
            | ("claims", int())
            | ("claims", int(), "updates", int())
            | ("defaults" | "publisher" | "checks",)
        ):
            return model_at(path)
        case (*holder, "source") | (*holder, "source", int()):
            return Source if part_at(tuple(holder)) in _CITING else None
        case (*holder, "quantity"):
            return Quantity if part_at(tuple(holder)) in _CITING else None
    return None


def field_at(path: Path) -> Field | None:
    """Return the field that a path leads to, or in whose list it ends, whether it is read or not.

    None for an entry, and for what the format does not know.
    """
    is_item = bool(path) and isinstance(path[-1], int)
    named = path[:-1] if is_item else path
    if not named or (is_item and named[-1] in ("claims", "updates")):
        return None
    *holder, name = named
    part = part_at(tuple(holder))
    if part is Source and holder[0] != "sources" and name in fields_of(Passage):
        part = Passage
    return Field(part, str(name)) if part is not None and name in fields_of(part) else None
