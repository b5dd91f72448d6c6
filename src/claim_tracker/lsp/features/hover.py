"""Hovers: what is known of the value at the cursor (`textDocument/hover`, LSP 3.17)."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice

from lsprotocol import types

from claim_tracker.checks.catalogue_pages import FAMILIES, entry
from claim_tracker.claims.fields import Part, fields_of, label_of
from claim_tracker.claims.vocabulary import MEANINGS, OUTCOMES_OF, RETIRED
from claim_tracker.lsp.features import hover_claims
from claim_tracker.lsp.features.diagnostics import page_uri
from claim_tracker.lsp.fields import Field, field_at
from claim_tracker.lsp.positions import Spot, is_in
from claim_tracker.lsp.snapshot import View
from claim_tracker.lsp.target import Target, target_at
from claim_tracker.render.data.escape import markdown_link
from claim_tracker.text.diagnostic import Finding
from claim_tracker.yaml import Path

_BETWEEN = "\n\n---\n\n"
_MAX_FINDINGS = 3
_SAMPLE = "\n\nWrong:"
_MARKUP = re.compile(
    r"""
      \\(?P<sign>[\\`*_{}\[\]<>\#|~&$])
    | \[(?P<text>(?:\\.|[^\\\[\]])*)\]\(<(?P<url>[^<>]*)>\)
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
    texts += dict.fromkeys(_finding_help(finding.code) for finding in found)
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
        yield _field_help(field.part, field.name, words)
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
        case _ if field.name == "ignore":
            yield from _code_help(text)
        case _ if text in field.type.words:
            yield _word_help(field.part, field.name, text)


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


def _field_help(part: type[Part], name: str, words: Sequence[str]) -> str:
    """Return what a field is for, which words it takes here, and examples."""
    info = fields_of(part)[name]
    need = "needed" if info.is_required() else "optional"
    lines = [f"**{name}** ({label_of(part, name)}, {need})", info.description or ""]
    lines += ["\n".join(f"- {_word(word)}" for word in words)] if words else []
    samples = [_sample(each) for each in info.examples or () if not isinstance(each, list | dict)]
    if samples and not words:
        lines.append(f"Such as {', '.join(samples)}")
    return "\n\n".join(lines)


def _word_help(part: type[Part], name: str, text: str) -> str:
    """Return what a word means that a field holds; of one without a meaning, what the field is."""
    meaning = MEANINGS.get(text) or fields_of(part)[name].description or ""
    return f"**{text}** ({label_of(part, name)})\n\n{meaning}"


def _finding_help(code: str) -> str:
    """Return what a finding of a code is about: its title, and the beginning of its page."""
    known = entry(code)
    return f"**{code}: {known.title}**\n\n{_paragraphs(known.page)[0]}\n\n{_link(code)}"


def _code_help(text: str) -> Iterator[str]:
    """Yield what findings a code or a family of codes is; nothing for another text."""
    if text in FAMILIES:
        yield f"**{text}: {FAMILIES[text]}**\n\nAll findings whose code begins with {text}."
    elif text in RETIRED:
        yield f"**{text}**\n\nThis is found no more."
    else:
        try:
            page = entry(text).page
        except KeyError:
            return
        yield "\n\n".join([f"**{text}: {entry(text).title}**", *_paragraphs(page), _link(text)])


def _paragraphs(page: str) -> list[str]:
    """Return what a page says before its samples."""
    return page.partition(_SAMPLE)[0].split("\n\n")[1:]


def _link(code: str) -> str:
    return markdown_link("The page of this finding", page_uri(code))


def _word(word: str) -> str:
    return f"`{word}`: {MEANINGS[word]}" if word in MEANINGS else f"`{word}`"


def _sample(value: object) -> str:
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def plain(markdown: str) -> str:
    """Return a text without the markup that hovers are made of; a link with its address behind."""
    return _MARKUP.sub(_unmarked, markdown)


def _unmarked(match: re.Match[str]) -> str:
    if match["sign"] is not None:
        return match["sign"]
    if match["text"] is not None:
        return f"{plain(match['text'])}: {unescape(match['url'])}"
    return ""
