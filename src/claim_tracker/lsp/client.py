"""What an editor can do with the answers to it (section Client Capabilities)."""

from typing import NamedTuple

from lsprotocol import types


class Client(NamedTuple):
    """An editor, as it says of itself when it starts the server.

    `markdown` is whether it shows that without its signs. `snippets` are texts with places to fill
    in, and `choices` those for one of some words: Helix passes over them. `insert_modes` is whether
    it lets a server say what becomes of the indentation of a completion of several lines, and
    `several_lines` whether it can write one at all: Neovim without snippets cannot. One that
    `takes_versions` gets each edit with the version of the text that it changes, and makes it in no
    other. One that `resolves_edits` asks what an action changes when that was chosen.
    """

    markdown: bool = True
    snippets: bool = False
    choices: bool = True
    insert_modes: bool = False
    several_lines: bool = True
    takes_versions: bool = False
    resolves_edits: bool = False


PLAIN = Client()
"""An editor of which nothing is known."""


def client_of(params: types.InitializeParams) -> Client:
    """Return what an editor can do, by its capabilities and its name."""
    capabilities, info = params.capabilities, params.client_info
    documents, workspace = capabilities.text_document, capabilities.workspace
    completion = documents.completion if documents is not None else None
    item = completion.completion_item if completion is not None else None
    edits = workspace.workspace_edit if workspace is not None else None
    snippets = item is not None and bool(item.snippet_support)
    name = info.name if info is not None else None
    hover = documents.hover if documents is not None else None
    formats = hover.content_format if hover is not None else None
    action = documents.code_action if documents is not None else None
    resolving = action.resolve_support if action is not None else None
    return Client(
        markdown=not formats or types.MarkupKind.Markdown in formats,
        snippets=snippets,
        choices=name != "helix",
        insert_modes=item is not None and item.insert_text_mode_support is not None,
        several_lines=snippets or name != "Neovim",
        takes_versions=edits is not None and bool(edits.document_changes),
        resolves_edits=resolving is not None and "edit" in resolving.properties,
    )
