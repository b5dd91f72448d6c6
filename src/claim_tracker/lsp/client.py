"""What an editor can do with the answers to it (section Client Capabilities)."""

from typing import NamedTuple

from lsprotocol import types


class Client(NamedTuple):
    """An editor, as it says of itself when it starts the server.

    `snippets` are texts with places to fill in; `insert_modes` is whether it lets a server say
    what becomes of the indentation of a completion of several lines. One that `takes_versions`
    gets each edit with the version of the text that it changes, and makes it in no other.
    """

    snippets: bool = False
    insert_modes: bool = False
    takes_versions: bool = False


PLAIN = Client()
"""An editor of which nothing is known."""


def client_of(capabilities: types.ClientCapabilities) -> Client:
    """Return what an editor can do, by its capabilities."""
    documents, workspace = capabilities.text_document, capabilities.workspace
    completion = documents.completion if documents is not None else None
    item = completion.completion_item if completion is not None else None
    edits = workspace.workspace_edit if workspace is not None else None
    return Client(
        snippets=item is not None and bool(item.snippet_support),
        insert_modes=item is not None and item.insert_text_mode_support is not None,
        takes_versions=edits is not None and bool(edits.document_changes),
    )
