"""Completion: what may be written at the cursor (`textDocument/completion`, LSP 3.17)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from claim_tracker.checks.synonyms import proposed_fields
from claim_tracker.claims.fields import Part, fields_of, use_of, value_type
from claim_tracker.claims.model import Claim, Passage, Quantity, Source, Update
from claim_tracker.edit.yaml_writer import block, flow
from claim_tracker.lsp.completing.block_cursor import cursors_at
from claim_tracker.lsp.completing.cursor import Cursor, claim_kind, model_of
from claim_tracker.lsp.completing.new_parts import new_claim, new_entry, new_field, new_update
from claim_tracker.lsp.completing.template import Hole, Template, plain_text, snippet
from claim_tracker.lsp.completing.value_offers import MAX_OFFERS, value_offers
from claim_tracker.lsp.fields import field_at, part_at
from claim_tracker.lsp.snapshot import View
from claim_tracker.yaml.field_names import MAPPINGS
from claim_tracker.yaml.lines import indent_of

TRIGGERS = (" ", ":", "-", "[", "{", ",", '"', "'")
"""What, when it is typed, lets an editor ask."""
_FIRST = {Claim: "id", Update: "date"}
"""The field by which a new item of a list is known."""
_NEW = {"claims": "claim", "updates": "update", "sources": "source", "places": "place"}


class _Offer(NamedTuple):
    """What may be written, under a label; `words` is by what an editor finds it.

    What is only for the word that is typed is asked for again when that changes.
    """

    label: str
    text: Template
    kind: types.CompletionItemKind
    detail: str = ""
    documentation: str = ""
    words: str = ""
    is_for_word: bool = False


def completion(view: View, params: types.CompletionParams) -> types.CompletionList | None:
    """Return what may be written at a position; None where nothing is known."""
    lines = view.document.lines
    if params.position.line >= len(lines):
        return None
    at = cursors_at(lines, view.positions.spot(params.position))
    cursors = [way for cursor in at for way in _ways(cursor)]
    offers = [(cursor, offer) for cursor in cursors for offer in _offers(view, cursor)]
    if not offers:
        return None
    typed = offers[0][0].word.typed.strip().casefold()
    is_complete = len(offers) <= MAX_OFFERS
    if not is_complete:
        offers = [
            (cursor, offer)
            for cursor, offer in offers
            if typed in f"{offer.label} {offer.words}".casefold()
        ]
    is_complete = is_complete and not any(offer.is_for_word for _, offer in offers)
    items = [
        _item(view, cursor, offer, number)
        for number, (cursor, offer) in enumerate(offers[:MAX_OFFERS])
    ]
    return types.CompletionList(is_incomplete=not is_complete, items=items)


def _item(view: View, cursor: Cursor, offer: _Offer, number: int) -> types.CompletionItem:
    client, word = view.snapshot.client, cursor.word
    has_holes = any(isinstance(part, Hole) for part in offer.text)
    is_snippet = client.snippets and has_holes
    text = (
        snippet(offer.text, with_choices=client.choices) if is_snippet else plain_text(offer.text)
    )
    if not client.several_lines:
        text = text.partition("\n")[0]
    # Editors indent the lines of a snippet as the line it goes to, and leave other texts alone.
    line = view.document.lines[word.span.line - 1]
    above = indent_of(line[: word.span.column - 1]) if is_snippet else 0
    inner = word.span.column - 1 + len(cursor.lead) - above
    several = "\n" in text
    text = text.replace("\n", _line_end(view) + " " * inner) if several else text
    form, mode = types.InsertTextFormat, types.InsertTextMode
    return types.CompletionItem(
        label=offer.label,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=offer.documentation or None,
        sort_text=f"{number:04}",
        filter_text=offer.words or offer.label,
        insert_text_format=form.Snippet if is_snippet else form.PlainText,
        insert_text_mode=(mode.AdjustIndentation if is_snippet else mode.AsIs)
        if client.insert_modes and several
        else None,
        text_edit=view.positions.edit(word.span, cursor.lead + text),
    )


def _line_end(view: View) -> str:
    """Return what ends the lines of the file."""
    first, newline, _ = view.document.text.written.partition("\n")
    return "\r\n" if newline and first.endswith("\r") else "\n"


def _offers(view: View, cursor: Cursor) -> Iterator[_Offer]:
    if cursor.expected in ("key", "item"):
        yield from _new_offers(view, cursor)
    if cursor.expected in ("value", "item") and part_at(cursor.path) in (None, Source, Quantity):
        yield from _value_offers(view, cursor)
    if cursor.expected in ("key", "item"):
        yield from _key_offers(view, cursor)


def _ways(cursor: Cursor) -> Iterator[Cursor]:
    """Yield a cursor; for the first thing below a key, as an item behind a dash and as a field."""
    if cursor.expected != "first":
        yield cursor
        return
    field = field_at(cursor.path)
    if field is not None and (value_type(*field).is_list or use_of(*field).known == "sources"):
        yield cursor._replace(expected="item", path=(*cursor.path, 0), lead="- ")
    yield cursor._replace(expected="key")


def _new_offers(view: View, cursor: Cursor) -> Iterator[_Offer]:
    """Yield a whole new claim, update, source or place, where one can begin."""
    if not view.snapshot.client.several_lines:
        return
    is_new = not cursor.fields and not cursor.word.has_colon and not cursor.is_flow
    match cursor.path:
        case ("claims", 0) if cursor.expected == "item" and is_new:
            yield _new("claims", new_claim(view, cursor), Claim)
        case ("claims", 0, "updates", 0) if cursor.expected == "item" and is_new:
            yield _new("updates", new_update(view, claim_kind(view, cursor)), Update)
        case (str(section),) if section in MAPPINGS and not cursor.word.has_colon:
            if not cursor.is_flow:
                yield _new(section, new_entry(view, section), part_at((section, "")))


def _new(section: str, text: Template, part: type[Part] | None) -> _Offer:
    documentation = (part.__doc__ or "") if part is not None else ""
    kind = types.CompletionItemKind.Snippet
    return _Offer(f"new {_NEW[section]}", text, kind, documentation=documentation)


def _value_offers(view: View, cursor: Cursor) -> Iterator[_Offer]:
    """Yield the values of the field at a cursor, and for a quantity what to fill in."""
    field = field_at(cursor.path)
    if field is None:
        return
    held = value_type(*field)
    if held.type is Quantity:
        if cursor.expected == "value" and not cursor.word.typed:
            text: Template = ["{value: ", Hole(), ", unit: ", Hole(), "}", _tail(cursor)]
            yield _Offer("{value, unit}", text, types.CompletionItemKind.Snippet)
        return
    if cursor.expected == "item" and field_at(cursor.path[:-1]) is None:
        return
    is_several = held.is_list and cursor.path[-1] != 0
    if is_several and (cursor.word.quote or held.type in (Claim, Update)):
        return
    kind = types.CompletionItemKind.EnumMember if held.words else types.CompletionItemKind.Value
    if use_of(*field).known is not None and not held.words:
        kind = types.CompletionItemKind.Reference
    typed = cursor.word.typed.strip()
    for known in value_offers(view, cursor, field):
        if known.value in cursor.items:
            continue
        written = flow(known.value) if is_several else _written(known.value, cursor)
        value = f"[{written}]" if is_several else written
        words = typed if known.is_for_word else f"{known.value} {known.words}".strip()
        yield _Offer(
            label=known.value,
            text=[value + _tail(cursor)],
            kind=kind,
            detail=known.detail,
            documentation=known.documentation,
            words=words,
            is_for_word=known.is_for_word,
        )


def _written(value: str, cursor: Cursor) -> str:
    """Return a value as it has to be written at a position."""
    word = cursor.word
    if word.quote:
        text = flow(value, quoted=True)[1:-1] if word.quote == '"' else value.replace("'", "''")
        return text if word.is_closed else text + word.quote
    if cursor.is_flow:
        return flow(value)
    line, *more = block({"": value}, 0)
    return flow(value) if more else line[2:]


def _tail(cursor: Cursor) -> str:
    return ", " if cursor.is_followed else ""


def _key_offers(view: View, cursor: Cursor) -> Iterator[_Offer]:
    part = model_of(cursor.path, cursor.fields)
    if part is None or cursor.lead.endswith("- "):
        return
    kind = claim_kind(view, cursor)
    typed = cursor.word.typed.strip()
    likely = proposed_fields(part, typed) if typed else ()
    for owner, name, is_needed in _missing(view, cursor, part):
        if name == "as_of" and kind not in (None, "fact"):
            continue
        yield _Offer(
            label=name,
            text=_key_text(view, cursor, owner, name),
            kind=types.CompletionItemKind.Field,
            detail="needed" if is_needed else "",
            documentation=fields_of(owner)[name].description or "",
            words=typed if name in likely else "",
        )


def _missing(
    view: View, cursor: Cursor, part: type[Part]
) -> Sequence[tuple[type[Part], str, bool]]:
    """Return the fields that a mapping lacks, those that it needs first, each with its part."""
    found = [(part, name, _is_needed(view, cursor, part, name)) for name in fields_of(part)]
    if part is Source and cursor.path[0] != "sources" and not cursor.fields:
        found += [(Passage, name, False) for name in fields_of(Passage)]
    if cursor.expected == "item" and not cursor.fields and part in _FIRST:
        found = [field for field in found if field[1] == _FIRST[part]]
    missing = [field for field in found if field[1] not in cursor.fields]
    return sorted(missing, key=lambda it: not it[2])


def _is_needed(view: View, cursor: Cursor, part: type[Part], name: str) -> bool:
    if part is Source:
        return name == "url" and "title" not in cursor.fields
    if part is Update and name == "source":
        known = (field for field in cursor.fields if field in fields_of(part))
        return any(use_of(part, field).sourced for field in known)
    is_given = part is Claim and name in view.file.defaults
    return fields_of(part)[name].is_required() and not is_given


def _key_text(view: View, cursor: Cursor, part: type[Part], name: str) -> Template:
    word = cursor.word
    end = "" if word.is_closed else word.quote
    if word.has_colon or (word.quote and word.is_closed):
        return [name + end]
    if word.quote:
        return [f"{name}{end}: "]
    return [*new_field(view, cursor, part, name), _tail(cursor)]
