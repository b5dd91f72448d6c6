"""Drafts of claims for programs, as one JSON object: the contract is in docs/json.md."""

from collections.abc import Sequence
from typing import Any

from claim_tracker.claims.figure import plain_number
from claim_tracker.drafting.article import ArticleSource
from claim_tracker.drafting.beside_tracker import PlacedDraft
from claim_tracker.drafting.drafts import DraftedQuantity
from claim_tracker.render.data.rows import json_document


def drafts_json(articles: Sequence[tuple[ArticleSource, Sequence[PlacedDraft]]]) -> str:
    """Return the source of an article, and the drafts of its claims, as one JSON object.

    Of several articles it is a list of such objects.
    """
    documents = [_article(source, drafts) for source, drafts in articles]
    return json_document(documents[0] if len(documents) == 1 else documents)


def _article(source: ArticleSource, drafts: Sequence[PlacedDraft]) -> dict[str, Any]:
    published = source.published.isoformat() if source.published is not None else None
    return {
        "source": source._asdict() | {"published": published},
        "drafts": [_draft(each) for each in drafts],
    }


def _draft(placed: PlacedDraft) -> dict[str, Any]:
    draft = placed.draft
    fields = draft._asdict()
    for name in ("earliest", "latest"):
        fields[name] = fields[name].isoformat() if fields[name] is not None else None
    fields["quantity"] = _quantity(draft.quantity) if draft.quantity is not None else None
    why = fields.pop("why")
    return {
        **fields,
        "places": [*placed.places],
        "id": placed.id,
        "why": why,
        "known": placed.known or placed.repeated,
    }


def _quantity(quantity: DraftedQuantity) -> dict[str, Any]:
    return quantity._asdict() | {"value": plain_number(quantity.value)}
