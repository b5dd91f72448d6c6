"""What an editor can do with the answers to it (`ClientCapabilities`, LSP 3.17)."""

from typing import Any, NamedTuple

from lsprotocol import types
from pygls.capabilities import get_capability

from claim_tracker.lsp.positions import Encoding


class Client(NamedTuple):
    """An editor, as it says of itself when it starts the server.

    It counts positions within a line in units of an `encoding`. `markdown` is whether it shows that
    without its signs. `snippets` are texts with places to fill in, and `choices` those for one of
    some words: Helix passes over them. `insert_modes` is whether it lets a server say what becomes
    of the indentation of a completion of several lines, and `several_lines` whether it can write
    one at all: Neovim without snippets cannot. One that `takes_versions` gets each edit with the
    version of the text that it changes, and makes it in no other. One that `resolves_edits` asks
    what an action changes when that was chosen.
    """

    encoding: Encoding = types.PositionEncodingKind.Utf16
    markdown: bool = True
    snippets: bool = False
    choices: bool = True
    insert_modes: bool = False
    several_lines: bool = True
    takes_versions: bool = False
    resolves_edits: bool = False


PLAIN = Client()
"""An editor of which nothing is known."""


def client_of(params: types.InitializeParams, encoding: Encoding = PLAIN.encoding) -> Client:
    """Return what an editor can do, by its capabilities, its name and the agreed encoding."""
    name = params.client_info.name if params.client_info is not None else None

    def can(what: str) -> Any:
        return get_capability(params.capabilities, what)

    item, formats = "text_document.completion.completion_item", "text_document.hover.content_format"
    resolving = "text_document.code_action.resolve_support.properties"
    snippets = bool(can(f"{item}.snippet_support"))
    return Client(
        encoding=encoding,
        markdown=types.MarkupKind.Markdown in (can(formats) or [types.MarkupKind.Markdown]),
        snippets=snippets,
        choices=name != "helix",
        insert_modes=can(f"{item}.insert_text_mode_support") is not None,
        several_lines=snippets or name != "Neovim",
        takes_versions=bool(can("workspace.workspace_edit.document_changes")),
        resolves_edits="edit" in (can(resolving) or ()),
    )
