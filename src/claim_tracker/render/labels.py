"""The known fields of a claim as labelled texts, the same in the terminal and on a page."""

from collections.abc import Iterator

from claim_tracker.claims.model import Claim, fields_of, label_of
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import deadline
from claim_tracker.render.phrases import (
    comma,
    deadline_words,
    signed,
    value_words,
)

_FIRST = ("kind", "speaker", "via", "stated", "as_of", "topic")
_WITHOUT_LABEL = ("id", "claim", "role", "due", "quantity", "source", "related", "updates")
_ATTRIBUTION = tuple(
    name for name in dict.fromkeys((*_FIRST, *fields_of(Claim))) if name not in _WITHOUT_LABEL
)
"""The fields of a claim that are shown with their labels, below its deadline."""


def labelled(state: ClaimState) -> Iterator[tuple[str, str]]:
    """Yield label and text of each known field, first those of the deadline."""
    for label, text in (*_standing(state), *_attribution(state)):
        if text:
            yield label, text


def _standing(state: ClaimState) -> Iterator[tuple[str, str | None]]:
    yield label_of(Claim, "due"), deadline_words(state)
    if state.times_moved:
        yield "First set", value_words(state.first_due)
    yield "Happened", value_words(state.happened)
    yield label_of(Claim, "quantity"), _figure(state)


def _attribution(state: ClaimState) -> Iterator[tuple[str, str | None]]:
    claim, entry = state.claim, state.entry
    known = {
        "speaker": comma(claim.speaker, claim.role),
        "stated": value_words(entry.stated),
        "as_of": value_words(state.as_of),
        "places": value_words(tuple(place.name for place in entry.places)),
    }
    for name in _ATTRIBUTION:
        own = deadline(getattr(claim, name), entry.stated)
        yield label_of(Claim, name), known[name] if name in known else value_words(own)


def _figure(state: ClaimState) -> str:
    words, change = value_words(state.quantity), state.quantity_change
    if not state.updates or change is None:
        return words
    return f"{words} ({signed(change)} since the claim)"
