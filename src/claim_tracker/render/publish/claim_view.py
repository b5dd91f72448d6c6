"""What a page shows of a claim: texts that are ready, which a template only arranges."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation
from claim_tracker.claims.vocabulary import TONES, Status, Tone
from claim_tracker.render.labels import Labelled, labelled
from claim_tracker.render.phrases import (
    comma,
    count,
    moved_words,
    source_words,
    speaker_words,
    standing_words,
)
from claim_tracker.render.plain_words import PLAIN, date_words
from claim_tracker.render.publish.naming import iso_date
from claim_tracker.render.publish.time_chart import Axis, Shape, chart_words, shapes
from claim_tracker.render.update_phrases import history
from claim_tracker.text.display import folded

_ABOVE = ("rating", "speaker", "organisation", "stated")
"""The fields that are shown before what is unfolded."""
Mark = Tone | Literal["overdue"]
_NOTHING_NEW = "looked, nothing new"


class SourceView(NamedTuple):
    """A source in words, with the addresses of it and of its lasting copy."""

    words: str
    url: str | None
    archived: str | None


class RelatedView(NamedTuple):
    """A related claim: its address, text and language, or its id alone where it is not shown."""

    id: str
    address: str | None
    text: str | None
    language: str | None


class EventView(NamedTuple):
    """What was learned on a day or in a period; `iso` is that in ISO 8601 where it has a form."""

    iso: str | None
    date: str
    changes: tuple[str, ...]
    quote: str | None
    note: str | None
    sources: tuple[SourceView, ...]


class ClaimView(NamedTuple):
    """A claim as it is shown.

    `status` gives its colour, `mark` is the sign of its outcome or of being overdue, `standing`
    its status in words, `rating` the publisher's own word for it, and `remark` the rest of how
    it stands. `byline` says who claimed it, `stated` when, and `contents` what there is to
    unfold. `has_times` tells that there is more on the axis than the day on which it was stated.
    """

    id: str
    text: str
    language: str | None
    status: Status
    mark: Mark | None
    standing: str
    rating: str | None
    remark: str | None
    byline: str | None
    stated: str
    contents: str
    has_outcome: bool
    has_times: bool
    shapes: tuple[Shape, ...]
    chart_words: str
    fields: tuple[Labelled, ...]
    related: tuple[RelatedView, ...]
    sources: tuple[SourceView, ...]
    events: tuple[EventView, ...]


def claim_view(
    state: ClaimState,
    axis: Axis,
    others: Mapping[str, ClaimState],
    without: Container[str] = (),
    address_of: Callable[[str], str] = "#{}".format,
) -> ClaimView:
    """Return what is shown of a claim.

    `others` are the claims that are shown by their ids, `without` the fields that stand
    elsewhere on the page, and `address_of` gives where a claim of an id is shown.
    """
    standing, _, by_first_deadline = standing_words(state, PLAIN).partition("; ")
    progress = state.progress if state.outcome is None else None
    return ClaimView(
        id=state.claim.id,
        text=state.claim.claim,
        language=_language(state),
        status=state.status,
        mark=mark_of(state),
        standing=standing,
        rating=rating_of(state, standing),
        remark=comma(
            by_first_deadline or None,
            PLAIN.word(progress) if progress is not None else None,
            moved_words(state),
        ),
        byline=speaker_words(state.claim),
        stated=date_words(state.entry.stated),
        contents=_contents(state),
        has_outcome=state.outcome is not None,
        has_times=state.outcome is not None or state.due is not None,
        shapes=tuple(shapes(state, axis)),
        chart_words=chart_words(state),
        fields=tuple(
            field
            for field in labelled(state, PLAIN)
            if field.name not in without and field.name not in _ABOVE
        ),
        related=tuple(_related(other, others, address_of) for other in state.related),
        sources=_sources(state.entry.citations()),
        events=tuple(_events(state)),
    )


def _language(state: ClaimState) -> str | None:
    return state.entry.file.content.language


def mark_of(state: ClaimState) -> Mark | None:
    """Return the sign of an outcome, or of being overdue."""
    if state.outcome is not None:
        return TONES[state.outcome]
    return "overdue" if state.status == "overdue" else None


def rating_of(state: ClaimState, standing: str) -> str | None:
    """Return the publisher's own word for the outcome, unless it is the word for its status."""
    rating = state.verdict.rating if state.verdict is not None else None
    return rating if rating is not None and folded(rating) != standing else None


def _contents(state: ClaimState) -> str:
    updates = count(len(state.updates), "update") if state.updates else None
    return comma(updates, count(len(state.sources), "source")) or ""


def _related(
    claim_id: str, others: Mapping[str, ClaimState], address_of: Callable[[str], str]
) -> RelatedView:
    other = others.get(claim_id)
    if other is None:
        return RelatedView(claim_id, None, None, None)
    return RelatedView(claim_id, address_of(claim_id), other.claim.claim, _language(other))


def _sources(citations: Iterable[Citation]) -> tuple[SourceView, ...]:
    return tuple(
        SourceView(source_words(source, at, PLAIN) or source.url or "", source.url, source.archived)
        for _, source, at in citations
    )


def _events(state: ClaimState) -> Iterator[EventView]:
    for learned in history(state, PLAIN):
        says_nothing = not (learned.changes or learned.quote or learned.note)
        yield EventView(
            iso_date(learned.known_since),
            date_words(learned.known_since),
            (_NOTHING_NEW,) if says_nothing else learned.changes,
            learned.quote,
            learned.note,
            _sources(learned.citations),
        )
