"""What is known of a claim as labelled texts, the same in the terminal and on a page."""

from collections.abc import Iterator

from claim_tracker.claims.state import ClaimState
from claim_tracker.dates import Period
from claim_tracker.render.phrases import (
    comma,
    deadline_words,
    period_words,
    quantity_words,
    signed,
)
from claim_tracker.text.display import one_line


def facts(state: ClaimState) -> Iterator[tuple[str, str]]:
    """Label and text of each thing that is known: how matters stand, then who said it."""
    for label, text in (*_standing(state), *_attribution(state)):
        if text is not None:
            yield label, text


def _standing(state: ClaimState) -> Iterator[tuple[str, str | None]]:
    yield "Deadline", deadline_words(state)
    if state.times_moved and state.first_due is not None:
        yield "First set", period_words(state.first_due)
    yield "Happened", _period(state.happened)
    yield "Figure", _figure(state)


def _attribution(state: ClaimState) -> Iterator[tuple[str, str | None]]:
    claim = state.claim
    yield "Kind", claim.kind
    yield "Said by", comma(claim.speaker, claim.role)
    yield "Told to", comma(claim.via)
    yield "Stated", _period(state.entry.stated)
    yield "Holds as of", _period(state.as_of)
    yield "Topic", comma(claim.topic)
    yield "Places", comma(*(place.name for place in state.entry.places))
    yield "Tags", comma(*claim.tags)


def _period(period: Period | None) -> str | None:
    return period_words(period) if period is not None else None


def _figure(state: ClaimState) -> str | None:
    if state.quantity is None:
        return None
    change = state.quantity_change
    words = quantity_words(state.quantity)
    if not state.updates or change is None:
        return one_line(words)
    return one_line(f"{words} ({signed(change)} since the claim)")
