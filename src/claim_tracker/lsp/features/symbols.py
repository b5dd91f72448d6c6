"""Document symbols: the outline of a file (`textDocument/documentSymbol`, LSP 3.17)."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from lsprotocol import types
from lsprotocol.types import SymbolKind

from claim_tracker.lsp.extents import Extent, extents_without_claims
from claim_tracker.lsp.pieces import Json, MovableJson, Piece, json_list
from claim_tracker.lsp.snapshot import View, state_at
from claim_tracker.render.phrases import comma, count, standing_words
from claim_tracker.render.wording import period_words
from claim_tracker.text.diagnostic import Span
from claim_tracker.text.display import cut, one_line
from claim_tracker.text.names import likeness
from claim_tracker.yaml import Document, Mapping, mapping_or_empty, mappings_in
from claim_tracker.yaml.lines import indent_of, is_content

CLAIM, SOURCE, PLACE = SymbolKind.Object, SymbolKind.File, SymbolKind.Field
"""The kinds that an editor shows claims, sources and places as."""
_SECTION, _SETTING = SymbolKind.Module, SymbolKind.Property
_TOPIC, _UPDATE = SymbolKind.Namespace, SymbolKind.Event
_MIN_OF_A_TOPIC = 2
_MAX_LENGTH = 80


class _Node(NamedTuple):
    """A symbol before it is one for an editor; `mark` is the text to select.

    `sent` is what it is for the editor, where that is known already.
    """

    name: str
    detail: str | None
    kind: types.SymbolKind
    span: Span
    mark: str
    children: Sequence["_Node"] = ()
    topic: str = ""
    sent: str | None = None


def document_symbols(view: View, _: types.DocumentSymbolParams) -> Json:
    """Return the sections of a file, each with its entries, and the updates below their claim.

    Claims of one topic that stand next to each other are a group. Each range is inside of the one
    around it.
    """
    whole = Span(1, 1, len(view.document.lines), len(view.document.lines[-1]) + 1)
    return json_list(_json(view, node, whole) for node in _sections(view))


def _json(view: View, node: _Node, around: Span) -> str:
    """Return a symbol as it is sent, inside of what is around it (DocumentSymbol)."""
    if node.sent is not None:
        return node.sent
    return f"{{{_title_fields(node.name, node.detail)}, {_place_fields(view, node, around)}}}"


def _title_fields(name: str, detail: str | None) -> str:
    """Return the fields of a symbol that one reads."""
    title = f'"name": {json.dumps(cut(one_line(name), _MAX_LENGTH) or "?")}'
    if not detail:
        return title
    return f'{title}, "detail": {json.dumps(cut(one_line(detail), _MAX_LENGTH))}'


def _place_fields(view: View, node: _Node, around: Span) -> str:
    """Return the fields of a symbol that tell where it is, and what is in it."""
    span = _within(node.span, around)
    selection = _within(_span_of(view.document, span, node.mark), span)
    children = ", ".join([_json(view, child, span) for child in node.children])
    return (
        f'"kind": {node.kind.value}, "range": {view.positions.json(span)}, '
        f'"selectionRange": {view.positions.json(selection)}, "children": [{children}]'
    )


def _sections(view: View) -> Iterator[_Node]:
    """Yield the sections and settings; the claims alone of what could not be read to its end."""
    root = mapping_or_empty(view.document.root)
    found = extents_without_claims(view.document)
    heads = [extent for extent in found if not extent.path]
    names = iter(root) if view.document.complete else iter(("claims",))
    if not heads and view.pieces.claims:
        heads = [Extent((), view.pieces.claims[0].span)]
    for name, head in zip(names, heads, strict=False):
        children = _entries(view, name, found)
        end = children[-1].span if children else head.span
        span = head.span._replace(end_line=end.end_line, end_column=end.end_column)
        is_section = name in ("sources", "places", "claims")
        value = root.get(name)
        if is_section and isinstance(value, list | dict):
            detail: str | None = f"{len(value):,}"
        else:
            detail = value if isinstance(value, str) else None
        yield _Node(name, detail, _SECTION if is_section else _SETTING, span, name, children)


def _entries(view: View, section: str, found: Iterable[Extent]) -> list[_Node]:
    if section == "claims":
        return _by_topic([_claim(view, piece) for piece in view.pieces.claims])
    entries: Any = view.document.root[section]
    return [_entry(section, entries, each) for each in found if each.path[:1] == (section,)]


def _entry(section: str, entries: Any, extent: Extent) -> _Node:
    """Return a source or a place with the name that it has."""
    key = str(extent.path[-1])
    entry = mapping_or_empty(entries[key])
    title = entry.get("title") or entry.get("name") or entry.get("publisher")
    kind = SOURCE if section == "sources" else PLACE
    return _Node(key, title if isinstance(title, str) else None, kind, extent.span, key)


def _claim(view: View, piece: Piece) -> _Node:
    """Return a claim; only what has changed of it is made again."""
    title, topic = piece.of_state(_title_and_topic, view)
    placed = piece.of_lines(_lines_of, view).at_line(piece.line)
    sent = f"{{{title}, {placed}}}"
    return _Node(piece.name, None, CLAIM, piece.span, piece.name, (), topic, sent)


def _title_and_topic(view: View, piece: Piece) -> tuple[str, str]:
    """Return the title of a claim, with its status and deadline; and its topic."""
    written = mapping_or_empty(piece.written)
    topic = written.get("topic") or view.file.defaults.get("topic")
    state = state_at(view.file, piece.index)
    if state is not None:
        due = period_words(state.due) if state.due is not None else None
        detail = comma(standing_words(state), due)
    else:
        detail = written.get("due") if isinstance(written.get("due"), str) else None
    return _title_fields(piece.name, detail), topic.strip() if isinstance(topic, str) else ""


def _lines_of(view: View, piece: Piece) -> MovableJson:
    """Return the lines of a claim and of its updates."""
    updates, span = mapping_or_empty(piece.written).get("updates"), piece.span
    children = list(_updates(view.document, updates, span))
    node = _Node(piece.name, None, CLAIM, span, piece.name, children)
    return MovableJson(_place_fields(view, node, span), piece.line)


def _updates(document: Document, updates: Any, around: Span) -> Iterator[_Node]:
    """Yield the updates of a claim, each up to the next one, or to what is indented less."""
    known = [update for _, update in mappings_in(updates) if isinstance(update, Mapping)]
    starts = [update.line for update in known]
    ends = [*starts[1:], around.end_line + 1]
    for update, start, end in zip(known, starts, ends, strict=False):
        if around.line <= start <= around.end_line:
            date = update.get("date")
            name = date if isinstance(date, str) else "update"
            texts = (update.get(field) for field in ("outcome", "progress", "due", "note"))
            detail = next((text for text in texts if isinstance(text, str)), None)
            span = _with_deeper(document.lines, start, min(end, around.end_line + 1))
            yield _Node(name, detail, _UPDATE, span, name)


def _with_deeper(lines: Sequence[str], start: int, stop: int) -> Span:
    """Return a line with those below it, up to a line, that are indented deeper."""
    indent, end = indent_of(lines[start - 1]), start
    for number in range(start + 1, stop):
        if is_content(lines[number - 1]):
            if indent_of(lines[number - 1]) <= indent:
                break
            end = number
    return Span(start, indent + 1, end, len(lines[end - 1]) + 1)


def _by_topic(claims: Sequence[_Node]) -> list[_Node]:
    """Return the claims, those of one topic that stand next to each other in a group."""
    nodes: list[_Node] = []
    for topic, run in groupby(claims, key=lambda node: likeness(node.topic)):
        members = list(run)
        if not topic or len(members) < _MIN_OF_A_TOPIC:
            nodes += members
            continue
        first, last = members[0], members[-1].span
        span = first.span._replace(end_line=last.end_line, end_column=last.end_column)
        number = count(len(members), "claim")
        nodes.append(_Node(first.topic, number, _TOPIC, span, first.mark, members))
    return nodes


def _span_of(document: Document, span: Span, mark: str) -> Span:
    """Return where a text stands on the first line of a stretch, else the rest of that line."""
    line = document.lines[span.line - 1]
    at = line.find(mark, span.column - 1)
    if at >= 0 and mark:
        return Span(span.line, at + 1, span.line, at + len(mark) + 1)
    begin = max(span.column, indent_of(line) + 1)
    return Span(span.line, begin, span.line, max(len(line.rstrip()) + 1, begin))


def _within(span: Span, around: Span) -> Span:
    """Return the part of a span that is inside another one."""
    first, last = around[:2], around[2:]
    if first <= span[:2] and span[2:] <= last:
        return span
    start = min(max(span[:2], first), last)
    return Span(*start, *min(max(span[2:], start), last))
