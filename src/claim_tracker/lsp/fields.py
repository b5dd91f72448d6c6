"""What field of the format a path of a file leads to."""

from typing import Any, NamedTuple

from claim_tracker.checks.value_errors import model_at
from claim_tracker.claims.model import ClaimsFile, Part, ValueType, fields_of, value_type
from claim_tracker.yaml import Path


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


def entry_key(path: Path) -> tuple[str, str] | None:
    """Return the section and the key where a path is that of a source or a place of the file."""
    match path:
        case (("sources" | "places") as section, str(key)):
            return section, key
    return None


def field_at(root: Any, path: Path) -> Field | None:
    """Return the field that a path leads to, or in whose list it ends.

    None for an entry, and for what the format does not know.
    """
    is_item = bool(path) and isinstance(path[-1], int)
    named = path[:-1] if is_item else path
    if not named or entry_key(path) is not None:
        return None
    *holder, name = named
    if is_item and name in ("claims", "updates"):
        return None
    part = model_at(tuple(holder), root)
    is_known = name in fields_of(part) and (part is not ClaimsFile or not holder)
    return Field(part, str(name)) if is_known else None


def source_key(field: Field, value: object) -> str | None:
    """Return the key of the source that a value of a field names; None where it names none."""
    return value.strip() if field.name == "source" and isinstance(value, str) else None
