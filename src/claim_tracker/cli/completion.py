"""Words for the shell to complete, read from the claims without checking them."""

import warnings
from collections.abc import Iterator
from typing import Any

from claim_tracker.cli.context import paths_of
from claim_tracker.io.files import FileError, read_bytes
from claim_tracker.text.names import common_spellings
from claim_tracker.yaml import read

_FIELDS = {"place": "places", "tag": "tags"}
_NAMES = ("speaker", "topic", "tag")
_SECTIONS = {"source key": "sources", "place key": "places"}


def words(name: str, files: tuple[str, ...]) -> list[str]:
    """Return the distinct values of a field of the claims, in file order.

    A name that is spelt in several ways is there in its most frequent spelling. A `source key` and
    a `place key` are those of the sections, which a claim can refer to.

    What cannot be read has no words: completion is no place for an error message.
    """
    try:
        with warnings.catch_warnings(action="ignore"):
            paths = paths_of(files)
        roots = [read(path, read_bytes(path)).root for path in paths if path != "-"]
    except FileError:
        return []
    found = _keys if name in _SECTIONS else _words
    values = [word for root in roots for word in found(root, name)]
    common = common_spellings(values) if name in _NAMES else {}
    return list(dict.fromkeys(common.get(word, word) for word in values))


def _keys(root: Any, name: str) -> Iterator[str]:
    section = root.get(_SECTIONS[name]) if isinstance(root, dict) else None
    yield from section if isinstance(section, dict) else ()


def _words(root: Any, name: str) -> Iterator[str]:
    field = _FIELDS.get(name, name)
    claims = root.get("claims") if isinstance(root, dict) else None
    for claim in claims if isinstance(claims, list) else ():
        value = claim.get(field) if isinstance(claim, dict) else None
        for word in value if isinstance(value, list) else (value,):
            if isinstance(word, str):
                yield word
