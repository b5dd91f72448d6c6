"""The page of one claim: how it stands, its time, its facts and sources, and its history."""

from collections.abc import Iterator, Mapping
from typing import Any

from claim_tracker.claims.state import ClaimState
from claim_tracker.render.phrases import comma
from claim_tracker.render.publish.claimreview import review
from claim_tracker.render.publish.page.claim_view import ClaimView, Others, claim_view
from claim_tracker.render.publish.page.time_chart import axis_of, labels
from claim_tracker.render.publish.site.corrections import Corrected
from claim_tracker.render.publish.site.frame import Frame, Head, bytes_of, in_parts, policy
from claim_tracker.render.publish.site.paths import claim_path, root_of
from claim_tracker.render.wording import Wording
from claim_tracker.text.display import capitalized

_ROOM = 50_000
"""The bytes of the history on one page."""
_ABOVE = ("topic", "role")
"""The fields that have a place of their own on the page."""


def claim_pages(
    frame: Frame,
    state: ClaimState,
    others: Mapping[str, ClaimState],
    corrected: Corrected | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield the page of a claim with its path; a long history goes on on others.

    `corrected` tells when the claim was corrected, if it was.
    The latest updates are on the first page, and on each the oldest comes first.
    """
    claim, path = state.claim, claim_path(state.claim.id)
    axis = axis_of([state], state.day)
    root = root_of(path)
    shown = Others(others, lambda claim_id: f"{root}{claim_path(claim_id)}")
    view = claim_view(state, axis, shown, _ABOVE, frame.wording)
    groups = {by: each.of_claim.get(claim.id) for by, each in frame.groups.items()}
    url = frame.home.url_of(path)
    document = review(state, url) if url is not None else None
    values: dict[str, Any] = {
        "claim": view,
        "role": claim.role,
        "topic": groups["topic"],
        "speaker": groups["speaker"],
        "organisation": groups["organisation"] if claim.organisation != claim.speaker else None,
        "updates": frame.wording.ngettext(
            "%(number)s update", "%(number)s updates", len(view.events)
        ),
        "labels": labels(axis, state.day, frame.wording),
        "signs": frozenset(shape.sign for shape in view.shapes),
        "corrected": corrected,
    }
    first = {"review": document, "policy": policy(document)} if document is not None else {}
    event = frame.macro("claim.html", "event")
    events = (event(each, view.language) for each in reversed(view.events))
    description = _description(view, frame.wording)
    for part in in_parts(path, events, _ROOM, bytes_of):
        head = Head(part.path, claim.claim, view.language, description, "article", part.number)
        values["events"] = part.items[::-1]
        extra = first if part.number == 1 else {}
        yield part.path, frame.page("claim.html", head, part=part, **values, **extra)


def _description(view: ClaimView, wording: Wording) -> str:
    """Return the status of a claim, who said it and when, as a search engine shows it."""
    standing = capitalized(view.standing)
    said = comma(view.byline, view.stated, wording=wording)
    return wording.gettext("%(standing)s. %(said)s.", standing=standing, said=said)
