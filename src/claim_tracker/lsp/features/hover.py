"""Hovers: what is known of the value at the cursor (`textDocument/hover`, LSP 3.17)."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice

from lsprotocol import types

from claim_tracker.claims.vocabulary import OUTCOMES_OF
from claim_tracker.lsp.fields import Field, field_at
from claim_tracker.lsp.hovering import hover_claims, hover_words
from claim_tracker.lsp.positions import Spot, is_in
from claim_tracker.lsp.snapshot import View
from claim_tracker.lsp.target import Target, target_at
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import Path

_BETWEEN = "\n\n---\n\n"
_MAX_FINDINGS = 3
_COUNTED = ("speaker", "organisation", "topic")
_MARKUP = re.compile(
    r"""
      \\(?P<sign>[\\`*_{}\[\]<>\#|~&$])
    | \[(?P<text>(?:\\.|[^\\\[\]])*)\]\(<(?P<address>[^<>]*)>\)
    | \n-{3}\n\n
    | \*\*
    """,
    re.VERBOSE,
)


def hover(view: View, params: types.HoverParams) -> types.Hover | None:
    """Return what is known of the value or the field at a position, and of what is wrong there."""
    spot = view.positions.spot(params.position)
    target = target_at(view.document, spot)
    found = [*_findings_at(view, spot)]
    texts = list(_of_target(view, target)) if target is not None else []
    texts += dict.fromkeys(hover_words.finding_help(finding.code) for finding in found)
    if not texts:
        return None
    known = view.document.span(target.path, target.at) if target is not None else found[0].span
    return types.Hover(_contents(view, _BETWEEN.join(texts)), view.positions.range(known))


def _contents(view: View, text: str) -> types.MarkupContent:
    """Return a text of Markdown as the editor shows it."""
    if view.snapshot.client.markdown:
        return types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.MarkupContent(types.MarkupKind.PlainText, plain(text))


def _of_target(view: View, target: Target) -> Iterator[str]:
    """Yield what is known of a value or a field; nothing where that is nothing."""
    match target.path:
        case (("sources" | "places") as section, str(key)):
            yield from _of_entry(view, section, key)
            return
    field = field_at(target.path)
    if field is None:
        return
    if target.at == "key":
        words = _words_here(view, target.path, field)
        yield hover_words.field_help(field.part, field.name, words)
    elif isinstance(target.value, str):
        yield from _of_value(view, target.path, field, target.value.strip())


def _words_here(view: View, path: Path, field: Field) -> Sequence[str]:
    """Return the words that a field takes: of the outcomes those of the kind of its claim."""
    match path:
        case ("claims", int(index), "updates", int(), "outcome"):
            claim = view.file.claim(index)
            return OUTCOMES_OF[claim.model.kind] if claim is not None else field.type.words
    return field.type.words


def _of_value(view: View, path: Path, field: Field, text: str) -> Iterator[str]:
    """Yield what is known of a text that stands in a field."""
    match path:
        case ("claims", int(index), "id" | "claim"):
            yield from hover_claims.claim_help(view.file, index)
        case _ if field.name == "related":
            yield from hover_claims.claims_with_id(view.snapshot, text)
        case _ if field.is_date:
            yield from hover_claims.date_in(view.file, path, field, text)
        case _ if field.name == "source":
            yield from _of_entry(view, "sources", text)
        case _ if field.name == "places":
            yield from _of_entry(view, "places", text)
        case _ if field.name in _COUNTED:
            yield from hover_claims.claims_with_name(view.snapshot, field.name, text)
        case _ if field.name == "ignore":
            yield from hover_words.code_help(text)
        case _ if text in field.type.words:
            yield hover_words.word_help(field.part, field.name, text)


def _of_entry(view: View, section: str, key: str) -> Iterator[str]:
    """Yield what is known of a source or a place of the file."""
    content = view.file.content
    if section == "sources" and (source := content.sources.get(key)) is not None:
        yield hover_claims.source_help(view.file, key, source)
    elif section == "places" and (place := content.places.get(key)) is not None:
        yield hover_claims.place_help(view.file, key, place)


def _findings_at(view: View, spot: Spot) -> Iterator[Finding]:
    """Return the first findings of a file at a position."""
    found = (finding for finding in view.findings if is_in(spot, finding.span))
    return islice(found, _MAX_FINDINGS)


def plain(markdown: str) -> str:
    """Return a text without the markup that hovers are made of; a link with its address behind."""
    return _MARKUP.sub(_unmarked, markdown)


def _unmarked(match: re.Match[str]) -> str:
    if match["sign"] is not None:
        return match["sign"]
    if match["text"] is not None:
        return f"{plain(match['text'])}: {unescape(match['address'])}"
    return ""
