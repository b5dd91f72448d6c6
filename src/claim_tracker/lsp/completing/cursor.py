"""A cursor: what may be written at a position of a file that is half written."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Path

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
