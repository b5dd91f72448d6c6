"""What is shown in an editor that knows no Markdown."""

from pathlib import Path

from lsprotocol import types

from claim_tracker.lsp.client import Client
from claim_tracker.lsp.hovering.plain import plain
from claim_tracker.render.data.escape import markdown_link, markdown_words
from tests.lsp.editor import Editor
from tests.lsp.features.test_hover import FILE

ODD = r"a\b *c* _d_ [e](<f>) **g** `h` & #i \* <j> {k} |l| ~m~ $n"


def test_a_text_of_others_is_as_it_was_written() -> None:
    assert plain(markdown_words(ODD)) == ODD


def test_a_link_is_its_text_and_its_address() -> None:
    address = "https://example.org/?a=1&b=<2>|3"
    assert plain(markdown_link(markdown_words(ODD), address)) == f"{ODD}: {address}"


def test_a_hover_without_markdown_has_no_signs_of_it(tmp_path: Path) -> None:
    editor = Editor(tmp_path, {"data/claims.yaml": FILE.replace("report:", "re‸port:", 1)})
    editor.workspace.client = Client(markdown=False)
    found = editor.at_cursor(types.TEXT_DOCUMENT_HOVER, types.HoverParams)
    assert found.contents == types.MarkupContent(
        types.MarkupKind.PlainText,
        "report: A *bold* headline: https://example.org/report\n\n"
        "- Published: The Paper, 2025-08-18\n"
        "- Address: https://example.org/report\n"
        "- Archived: copy: https://web.archive.org/web/20250818/https://example.org/report\n"
        "- Cited by: 2 claims (base-closes, fleet-stays)",
    )
