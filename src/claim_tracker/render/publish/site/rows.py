"""Claims in a list: a row for each, with its deadline, how it stands, and a link to its page."""

from typing import NamedTuple

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.vocabulary import Status
from claim_tracker.render.phrases import standing_parts
from claim_tracker.render.publish.claim_view import Mark, mark_of, rating_of
from claim_tracker.render.publish.site.addresses import claim_path
from claim_tracker.render.wording import Wording


class Row(NamedTuple):
    """A claim as it is listed; `path` is where its page stands."""

    path: str
    text: str
    language: str | None
    speaker: str
    due: str | None
    status: Status
    mark: Mark | None
    standing: str
    rating: str | None


def row_of(state: ClaimState, wording: Wording) -> Row:
    """Return what a list shows of a claim."""
    standing, _ = standing_parts(state, wording)
    return Row(
        path=claim_path(state.claim.id),
        text=state.claim.claim,
        language=state.entry.file.content.language,
        speaker=state.claim.speaker,
        due=wording.date(state.due) if state.due is not None else None,
        status=state.status,
        mark=mark_of(state),
        standing=standing,
        rating=rating_of(state, standing),
    )
