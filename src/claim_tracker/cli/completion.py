"""Words for the shell to complete, read from the claims without checking them."""

import warnings
from collections.abc import Iterator
from typing import Any

from claim_tracker.cli.context import paths_of
from claim_tracker.io.files import FileError, read_bytes
from claim_tracker.yaml import read

_FIELDS = {"place": "places", "tag": "tags"}
_SECTIONS = {"source key": "sources", "place key": "places"}


def words(name: str, files: tuple[str, ...]) -> list[str]:
    """Return the distinct values of a field of the claims, in file order.

    A `source key` and a `place key` are keys of the sections. A file that cannot be read has no
    words, and no error message.
    """
    try:
        with warnings.catch_warnings(action="ignore"):
            paths = paths_of(files)
        roots = [read(path, read_bytes(path)).root for path in paths if path != "-"]
    except FileError:
        return []
    found = _keys if name in _SECTIONS else _words
    return list(dict.fromkeys(word for root in roots for word in found(root, name)))


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
