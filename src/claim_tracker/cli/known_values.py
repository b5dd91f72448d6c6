"""Values that the claims have, for completion and messages, read without checking the claims."""

import warnings
from collections.abc import Iterator
from typing import Any

from claim_tracker.cli.context import paths_of
from claim_tracker.io.files import STANDARD_INPUT, FileError, read_bytes
from claim_tracker.text.display import cut, one_line
from claim_tracker.text.names import common_spellings
from claim_tracker.yaml import mapping_or_empty, mappings_in, read

_FIELDS = {"place": "places", "tag": "tags"}
_NAMES = ("speaker", "organisation", "topic", "tag")
_SECTIONS = {"source key": "sources", "source": "sources", "place key": "places"}


def known_values(name: str, files: tuple[str, ...]) -> dict[str, str]:
    """Return the distinct values of a field of the claims, in file order, each with what it is.

    A name that is spelt in several ways is there in its most frequent spelling. An `id` is
    described by the text of its claim, other words by nothing. A `source key` and a `place key` are
    those of the sections, which a claim can refer to.

    Files that cannot be read have no values: who asks reports no error.
    """
    found = _keys if name in _SECTIONS else _values_in
    values = [each for root in _roots(files) for each in found(root, name)]
    common = common_spellings(word for word, _ in values) if name in _NAMES else {}
    described: dict[str, str] = {}
    for word, description in values:
        described.setdefault(common.get(word, word), description)
    return described


def claim_kind(claim_id: str, files: tuple[str, ...]) -> str | None:
    """Return the kind of a claim as its file has it; None where no file says it."""
    for root in _roots(files):
        for claim in _claims(root):
            if claim.get("id") == claim_id:
                kind = claim.get("kind")
                return kind if isinstance(kind, str) else None
    return None


def _roots(files: tuple[str, ...]) -> list[Any]:
    try:
        with warnings.catch_warnings(action="ignore"):
            paths = paths_of(files)
        return [read(path, read_bytes(path)).root for path in paths if path != STANDARD_INPUT]
    except FileError:
        return []


def _keys(root: Any, name: str) -> Iterator[tuple[str, str]]:
    section = mapping_or_empty(root).get(_SECTIONS[name])
    yield from ((key, "") for key in mapping_or_empty(section))


def _values_in(root: Any, name: str) -> Iterator[tuple[str, str]]:
    field = _FIELDS.get(name, name)
    for claim in _claims(root):
        value, text = claim.get(field), claim.get("claim")
        described = name == "id" and isinstance(text, str)
        for word in value if isinstance(value, list) else (value,):
            if isinstance(word, str):
                yield word, cut(one_line(text)) if described else ""


def _claims(root: Any) -> Iterator[dict[str, Any]]:
    root = mapping_or_empty(root)
    for _, claim in mappings_in(root.get("claims")):
        yield {**mapping_or_empty(root.get("defaults")), **claim}
