"""What stands at a position of a file: the value, or the key of one, that a cursor is in."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from claim_tracker.checks.locate import parts_of
from claim_tracker.lsp.positions import Spot, is_in, start_of
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import At, Document, Path, value_at


class Target(NamedTuple):
    """The path of a value in a file, and whether the cursor is in the value or in its key.

    `value` is what is written there: a text, a list, a mapping or None.
    """

    path: Path
    at: At
    value: Any


def target_at(document: Document, spot: Spot) -> Target | None:
    """Return the innermost value or key at a position; None between the values."""
    path = parts_of(document).path_at(Span(*spot, *spot))
    value: Any = value_at(document.root, path) if document.root is not None else None
    while True:
        for at in ("key", "value"):
            if path and is_in(spot, document.span(path, at)):
                known: At = "key" if at == "key" and not _is_item(path) else "value"
                if known == "key" or not isinstance(value, dict | list):
                    return Target(path, known, value)
        child = _last_before(document, path, value, spot)
        if child is None:
            return None
        path, value = child, value[child[-1]]


def _last_before(document: Document, path: Path, value: Any, spot: Spot) -> Path | None:
    """Return the last of the values in a value that begins at a position or before it."""
    keys: Sequence[Any] = ()
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = range(len(value))
    end = bisect_right(keys, spot, key=lambda it: start_of(document.span((*path, it), "key")))
    return (*path, keys[end - 1]) if end else None


def _is_item(path: Path) -> bool:
    return isinstance(path[-1], int)
