"""Workspace symbols: what is in all files, by name (`workspace/symbol`, LSP 3.17)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lsprotocol import types

from claim_tracker.lsp.features.symbols import CLAIM, PLACE, SOURCE
from claim_tracker.lsp.snapshot import Snapshot, View
from claim_tracker.text.display import cut, one_line
from claim_tracker.text.names import likeness
from claim_tracker.yaml import At, Path, mapping_or_empty, mappings_in

_MAX_SYMBOLS = 100
_MAX_LENGTH = 120


class _NamedPart(NamedTuple):
    """What has a name, another text that it is found by, and where the name stands."""

    name: str
    text: str
    kind: types.SymbolKind
    path: Path
    at: At = "key"


def workspace_symbols(
    snapshots: Iterable[Snapshot], params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """Return the first of the symbols of all files that have a text in their name or their text.

    Neither case nor accents nor spaces count.
    """
    wanted = likeness(params.query)
    found = (
        (view, each)
        for snapshot in snapshots
        for view in snapshot.views()
        for each in _named_parts(view)
        if wanted in likeness(each.name) or wanted in likeness(each.text)
    )
    return [_symbol(view, each) for view, each in islice(found, _MAX_SYMBOLS)]


def _symbol(view: View, each: _NamedPart) -> types.WorkspaceSymbol:
    """Return a symbol; its name has its text, since editors look for the query there once more."""
    span = view.document.span(each.path, each.at)
    return types.WorkspaceSymbol(
        location=view.snapshot.location(view.name, span),
        name=cut(one_line(f"{each.name}: {each.text}"), _MAX_LENGTH),
        kind=each.kind,
        container_name=str(each.path[0]),
    )


def _named_parts(view: View) -> Iterator[_NamedPart]:
    """Yield what has a name in a file, as it is written."""
    root = mapping_or_empty(view.document.root)
    for index, claim in mappings_in(root.get("claims")):
        claim_id, text = claim.get("id"), claim.get("claim")
        if isinstance(claim_id, str):
            words = text if isinstance(text, str) else ""
            yield _NamedPart(claim_id, words, CLAIM, ("claims", index, "id"), "value")
    for section, kind in (("sources", SOURCE), ("places", PLACE)):
        for key, entry in mapping_or_empty(root.get(section)).items():
            fields = mapping_or_empty(entry)
            named = fields.get("title") or fields.get("name")
            yield _NamedPart(key, named if isinstance(named, str) else "", kind, (section, key))
