"""Drafts as the fields of claims, and as a file of claims that is valid."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from claim_tracker.claims.archives import host_of
from claim_tracker.claims.figure import plain_number
from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.beside_tracker import PlacedDraft
from claim_tracker.drafting.drafts import DraftedQuantity
from claim_tracker.edit.ids import made_key
from claim_tracker.edit.whole_file import file_text
from claim_tracker.edit.yaml_writer import Fields

_HEAD = """\
# Drafted from an article: each claim has the sentence that it stands in as its quote.
# Decide on each, and write it in your own words.
"""


def source_fields(source: ArticleSource, name: str) -> dict[str, str]:
    """Return the source of an article as the format writes it.

    The title of what has neither one nor an address is `name`, without a folder.
    """
    published = source.published.isoformat() if source.published is not None else None
    fields = {
        "title": source.title or (None if source.url else PurePath(name).name),
        "publisher": source.publisher,
        "url": source.url,
        "published": published,
    }
    return {name: value for name, value in fields.items() if value}


def claim_fields(placed: PlacedDraft, source: ArticleSource, name: str) -> dict[str, Any]:
    """Return a draft as the fields of a claim, but for its source.

    Where nobody is named the article says it, by its publisher, else the host of its address, its
    title, or `name` without a folder and a suffix.
    """
    draft = placed.draft
    fields = {
        "id": placed.id,
        "claim": draft.claim,
        "quote": draft.sentence,
        "kind": draft.kind,
        "speaker": draft.speaker or _publisher(source, name),
        "role": draft.role,
        "organisation": draft.organisation,
        "via": draft.via,
        "due": draft.due if draft.kind != "fact" else None,
        "quantity": quantity_fields(draft.quantity) if draft.quantity is not None else None,
        "places": list(placed.places),
        "note": _unresolved(placed),
    }
    return {field: value for field, value in fields.items() if value}


def _publisher(source: ArticleSource, name: str) -> str:
    host = host_of(source.url) if source.url is not None else None
    return source.publisher or host or source.title or PurePath(name).stem


def _unresolved(placed: PlacedDraft) -> str | None:
    """Return a note of the phrase that says by when, where no days come of it."""
    draft = placed.draft
    if draft.due_phrase is None or (draft.due is not None and draft.kind != "fact"):
        return None
    return f"By when, in the words of the source: “{draft.due_phrase}”."


def quantity_fields(quantity: DraftedQuantity) -> dict[str, str]:
    """Return a figure as the format writes it."""
    fields = {"value": repr(plain_number(quantity.value)), "unit": quantity.unit}
    return fields | {"approximate": "true"} if quantity.approximate else fields


def claims_file(articles: Sequence[tuple[ArticleSource, str, Sequence[PlacedDraft]]]) -> str:
    """Return the file of the drafts of some articles, each with its source and its name.

    Each article has to have a day of publication, from which its claims count. What a draft before
    says is not written again, nor an article of which that is all.
    """
    sources: dict[str, dict[str, str]] = {}
    claims: list[Fields] = []
    for source, name, drafts in articles:
        new = [placed for placed in drafts if placed.repeated is None]
        if drafts and not new:
            continue
        fields = source_fields(source, name)
        key = next((key for key, it in sources.items() if it == fields), None)
        if key is None:
            key = made_key(fields, sources)
            sources[key] = fields
        for placed in new:
            of_claim = claim_fields(placed, source, name)
            of_claim.pop("places", None)  # they are keys of another file
            claims.append({**of_claim, "source": key})
    return _HEAD + file_text(claims, {"sources": sources})
