"""References: what declares a name, and all its uses.

These are `textDocument/definition` and `references` of LSP 3.17.
"""

from collections.abc import Sequence

from lsprotocol import types

from claim_tracker.lsp.names import Name, name_at, uses_in
from claim_tracker.lsp.occurrences import spans_of
from claim_tracker.lsp.snapshot import View
from claim_tracker.text.diagnostic import Span
from claim_tracker.yaml import Document


def references(view: View, params: types.ReferenceParams) -> list[types.Location]:
    """Return where the source, the place, the claim or the name at a position is named."""
    found = name_at(view.document, view.positions.spot(params.position))
    if found is None:
        return []
    name, _ = found
    own = locations(view, name, declarations=True) if params.context.include_declaration else []
    return [*own, *locations(view, name, declarations=False)]


def definition(view: View, params: types.DefinitionParams) -> list[types.Location]:
    """Return where the source, the place or the claim that is named at a position stands."""
    found = name_at(view.document, view.positions.spot(params.position))
    if found is None or not found[0].is_declared:
        return []
    return locations(view, found[0], declarations=True)


def locations(view: View, name: Name, *, declarations: bool) -> list[types.Location]:
    """Return where a name stands in the files: where others refer to, or all the other uses."""
    return [
        view.snapshot.location(document.name, span)
        for document in documents_of(view, name)
        for span in _spans_in(document, name, declarations=declarations)
    ]


def documents_of(view: View, name: Name) -> Sequence[Document]:
    """Return the files in which a name of one of them counts: for a key its own alone."""
    return view.snapshot.documents if name.section is None else (view.document,)


def _spans_in(document: Document, name: Name, *, declarations: bool) -> list[Span]:
    """Return where a name stands in a file: where others refer to, or all the other uses."""
    uses = uses_in(document, name)
    return spans_of(document, (use for use in uses if use.is_declaration == declarations))
