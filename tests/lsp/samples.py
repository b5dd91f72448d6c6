"""Files of claims for the tests of what has a name, and what stands at ranges of them."""

from lsprotocol import types

from tests.lsp.editor import Editor, applied

FILE = """\
version: 1
defaults:
  source: harbour
  speaker: "وزیر 🌉"
  places: [port]
  tags:
    - works
sources:
  harbour: {url: 'https://example.org/harbour', published: 2026-01-10}
  "gate: 2":
    title: The gate
places:
  port: {name: The port}
claims:
  - id: bridge-opens
    claim: The 🌉 of the harbour, harbour, opens.
    kind: commitment
    speaker: 'A. O''Brien'
    source:
      - harbour
      - {source: "harbour", at: page 1}  # harbour
      - "gate: 2"
    places: [port, 'port']
    related: [road-opens, "bridge-closes"]
    tags: [works, "🌉"]
    updates:
      - date: 2026-01-20
        progress: stalled
        source: harbour
  - {id: road-opens, claim: It opens., kind: commitment, due: 2026-02, source: {source: harbour,
     at: page 2}, related: ['bridge-opens'], organisation: Harbour works}
"""
"""A file in block and flow style, with quotes, wide characters and texts from right to left."""
OTHER = """\
version: 1
sources:
  harbour:
    title: Another one
claims:
  - id: bridge-closes
    claim: It closes.
    kind: commitment
    speaker: >-
      A. O'Brien
    due: 2026-02
    topic: works
    source: harbour
    related:
      - bridge-opens
"""
"""A second file, with a source of the same key."""
HEAD = """\
version: 1
sources:
  harbour-2026:
    url: https://example.org/harbour
    published: 2026-01-10
claims:
  - id: bridge-opens
    claim: The 🌉 bridge opens.
    kind: commitment
    speaker: A. Minister
"""
VALID = HEAD + "    due: 2026-02\n    source: harbour-2026\n"
"""A file of one claim without a fault."""


def named_at(editor: Editor, found: list[types.Location]) -> list[str]:
    """The name of the file, the line from 1, and the text of each location."""
    return [
        f"{each.uri.rsplit('/', 1)[1]}:{each.range.start.line + 1}:"
        f"{text_in(_text(editor, each.uri), each.range)}"
        for each in found
    ]


def text_in(text: str, of: types.Range) -> str:
    """What stands in a text at a range of one line."""
    assert of.start.line == of.end.line
    line = text.split("\n")[of.start.line].encode("utf-16-le")
    return line[of.start.character * 2 : of.end.character * 2].decode("utf-16-le")


def after(editor: Editor, edit: types.WorkspaceEdit) -> dict[str, str]:
    """The new texts of the files that an edit changes, by their names."""
    return {
        uri.rsplit("/", 1)[1]: applied(_text(editor, uri), list(edits))
        for uri, edits in (edit.changes or {}).items()
    }


def _text(editor: Editor, uri: str) -> str:
    view = editor.workspace.view(uri)
    assert view is not None
    return view.document.text.written
