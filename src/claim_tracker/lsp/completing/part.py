"""What a half-written part of the format is, and what it says already."""

from typing import Any

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Passage, Source
from claim_tracker.claims.vocabulary import KINDS, Kind
from claim_tracker.lsp.completing.cursor import Cursor, Fields
from claim_tracker.lsp.fields import part_at
from claim_tracker.lsp.snapshot import View
from claim_tracker.yaml import Path, mapping_or_empty
from claim_tracker.yaml.parser import compose


def model_of(path: Path, fields: Fields) -> type[Part] | None:
    """Return the part of the format that a mapping at a path is, by the fields that it has."""
    part = part_at(path)
    return Passage if part is Source and fields_of(Passage).keys() & fields.keys() else part


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
