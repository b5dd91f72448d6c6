"""A cursor: what may be written at a position of a half-written file, and what stands around it."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Passage, Source
from claim_tracker.claims.vocabulary import KINDS, Kind
from claim_tracker.lsp.fields import part_at
from claim_tracker.lsp.snapshot import View
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Path, mapping_or_empty
from claim_tracker.yaml.parser import compose

CLAIM: Path = ("claims", 0)
"""Where a claim is, as cursors have it."""
Expected = Literal["key", "value", "item", "first"]
Fields = Mapping[str, str]
"""The fields of a mapping by their names, each as it is written: `name: value`."""
_NO_FIELDS: Fields = MappingProxyType({})


class TypedWord(NamedTuple):
    """What is typed up to a position, and the span of the whole word.

    `quote` is that of the quotes which it is in, and not in the span; `is_closed` tells whether
    they end. `has_colon` is whether it is a key with its colon.
    """

    typed: str
    span: Span
    quote: str = ""
    is_closed: bool = True
    has_colon: bool = False


class Cursor(NamedTuple):
    """What may be written at a position, in the place of the word there.

    Expected is a `key` of the mapping at the path; the `value` at the path; an `item` of a list,
    at a path that ends with 0; or the `first` of what is to be below a key. In paths each item of
    a list is 0. `lead` has to be written before it. `column`, from 0, is that of the keys of the
    mapping, or of the dash of the item; in brackets that of the line. `is_followed` tells that a
    comma has to be written behind it. `fields` are those of the mapping besides, `items` the texts
    of the list besides, and `claim` the fields of the claim around.
    """

    path: Path
    expected: Expected
    word: TypedWord
    column: int
    lead: str = ""
    is_flow: bool = False
    is_followed: bool = False
    fields: Fields = _NO_FIELDS
    claim: Fields = _NO_FIELDS
    items: Collection[str] = ()


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


def claim_kind(view: View, cursor: Cursor) -> Kind | None:
    """Return the kind of the claim at a position; None where it has none that is known."""
    written = text_in(cursor.claim, "kind") or view.file.defaults.get("kind")
    return next((kind for kind in KINDS if kind == written), None)
