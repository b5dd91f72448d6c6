"""What an editor says that it can do."""

import pytest
from lsprotocol import types

from claim_tracker.lsp.client import PLAIN, Client, client_of


@pytest.mark.parametrize(
    ("formats", "is_markdown"),
    [
        (None, True),
        ([], True),
        ([types.MarkupKind.PlainText, types.MarkupKind.Markdown], True),
        ([types.MarkupKind.PlainText], False),
    ],
)
def test_an_editor_says_whether_it_shows_markdown(
    formats: list[types.MarkupKind] | None, *, is_markdown: bool
) -> None:
    hover = types.HoverClientCapabilities(content_format=formats)
    documents = types.TextDocumentClientCapabilities(hover=hover)
    params = types.InitializeParams(types.ClientCapabilities(text_document=documents))
    assert client_of(params).markdown == is_markdown


def test_a_client_says_whether_it_knows_snippets() -> None:
    item = types.ClientCompletionItemOptions(snippet_support=True)
    knows = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            completion=types.CompletionClientCapabilities(completion_item=item)
        )
    )
    neovim, emacs, helix = (types.ClientInfo(name) for name in ("Neovim", "Emacs", "helix"))
    assert _client(knows) == _client(knows, neovim) == Client(snippets=True)
    assert _client(knows, helix) == Client(snippets=True, choices=False)
    assert _client(types.ClientCapabilities()) == PLAIN
    assert _client(types.ClientCapabilities(), emacs) == PLAIN
    assert _client(types.ClientCapabilities(), neovim) == Client(several_lines=False)


@pytest.mark.parametrize(("properties", "asks"), [(["edit"], True), (["command"], False)])
def test_a_client_says_whether_it_asks_for_edits_later(
    properties: list[str], *, asks: bool
) -> None:
    support = types.ClientCodeActionResolveOptions(properties)
    action = types.CodeActionClientCapabilities(resolve_support=support)
    documents = types.TextDocumentClientCapabilities(code_action=action)
    client = _client(types.ClientCapabilities(text_document=documents))
    assert client == Client(resolves_edits=asks)


def _client(capabilities: types.ClientCapabilities, info: types.ClientInfo | None = None) -> Client:
    return client_of(types.InitializeParams(capabilities, client_info=info))
