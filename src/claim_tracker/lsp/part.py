"""The parts of the format by their paths, and what a half-written one says already."""

from typing import Any

from claim_tracker.checks.checked_file import mapping_or_empty
from claim_tracker.checks.value_errors import model_at
from claim_tracker.claims.model import (
    Claim,
    Defaults,
    Part,
    Passage,
    Quantity,
    Source,
    Update,
    fields_of,
)
from claim_tracker.claims.vocabulary import KINDS, Kind
from claim_tracker.lsp.cursor import Cursor, Fields
from claim_tracker.lsp.fields import Field
from claim_tracker.lsp.snapshot import View
from claim_tracker.yaml import Path
from claim_tracker.yaml.parser import compose


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


_CITING = (Claim, Update, Defaults)


def model_of(path: Path, fields: Fields) -> type[Part] | None:
    """Return the part of the format that a mapping at a path is, by the fields that it has."""
    part = part_at(path)
    return Passage if part is Source and fields_of(Passage).keys() & fields.keys() else part


def field_to_write(path: Path) -> Field | None:
    """Return the field whose value, or an item of it, belongs at a path, read or not."""
    if path and path[-1] == 0:
        path = path[:-1]
    part = part_at(path[:-1]) if path else None
    name = str(path[-1]) if path else ""
    if part is Source and path[-2:-1] in (("source",), (0,)) and name in fields_of(Passage):
        part = Passage
    return Field(part, name) if part is not None and name in fields_of(part) else None


def written_in(fields: Fields, name: str) -> Any:
    """Return the value of a field as it is written; None where it has none, or cannot be read."""
    return mapping_or_empty(compose(fields[name]).root).get(name) if name in fields else None


def text_in(fields: Fields, name: str) -> str:
    """Return the text of a field, of a list the first; empty where there is none."""
    value = written_in(fields, name)
    while isinstance(value, list | dict):
        value = value[0] if isinstance(value, list) and value else None
    return value or ""


def kind_of(view: View, cursor: Cursor) -> Kind | None:
    """Return the kind of the claim at a position; None where it has none that is known."""
    written = text_in(cursor.claim, "kind") or view.file.defaults.get("kind")
    return next((kind for kind in KINDS if kind == written), None)
