"""From a reference to what it refers to (section Goto Definition Request)."""

from lsprotocol import types

from claim_tracker.lsp.features.references import locations
from claim_tracker.lsp.names import name_at
from claim_tracker.lsp.snapshot import View


def definition(view: View, params: types.DefinitionParams) -> list[types.Location]:
    """Return where the source, the place or the claim that is named at a position stands."""
    found = name_at(view.document, view.positions.spot(params.position))
    if found is None or not found[0].is_declared:
        return []
    return locations(view, found[0], declarations=True)
