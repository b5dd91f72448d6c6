"""What a page shows of a claim: texts that are ready, which a template only arranges."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation
from claim_tracker.claims.vocabulary import TONES, Status, Tone
from claim_tracker.render.labels import Labelled, labelled_fields
from claim_tracker.render.phrases import (
    comma,
    moved_words,
    source_parts,
    speaker_words,
    standing_parts,
)
from claim_tracker.render.publish.naming import iso_date
from claim_tracker.render.publish.page.time_chart import Axis, ChartBar, chart_words, shapes
from claim_tracker.render.update_phrases import update_history
from claim_tracker.render.wording import Wording
from claim_tracker.text.display import folded

_ABOVE = ("rating", "speaker", "organisation", "stated")
"""The fields that are shown before what is unfolded."""
OutcomeMark = Tone | Literal["overdue"]


class SourceView(NamedTuple):
    """The parts of a source in words, with the addresses of it and of its lasting copy."""

    parts: tuple[str, ...]
    url: str | None
    archived: str | None


class RelatedView(NamedTuple):
    """A related claim: its address, text and language, or its id alone where it is not shown."""

    id: str
    href: str | None
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
    mark: OutcomeMark | None
    standing: str
    rating: str | None
    remark: str | None
    byline: str | None
    stated: str
    contents: str
    has_outcome: bool
    has_times: bool
    shapes: tuple[ChartBar, ...]
    chart_words: str
    fields: tuple[Labelled, ...]
    related: tuple[RelatedView, ...]
    sources: tuple[SourceView, ...]
    events: tuple[EventView, ...]


class Others(NamedTuple):
    """The shown claims by id, and a function that gives the address of each."""

    states: Mapping[str, ClaimState]
    href_of: Callable[[str], str] = "#{}".format


def claim_view(
    state: ClaimState, axis: Axis, others: Others, without: Container[str], wording: Wording
) -> ClaimView:
    """Return the view of a claim.

    `others` are the claims that are shown, and `without` the fields that stand elsewhere on the
    page.
    """
    standing, by_first_deadline = standing_parts(state, wording)
    return ClaimView(
        id=state.claim.id,
        text=state.claim.claim,
        language=_language(state),
        status=state.status,
        mark=tone_of(state),
        standing=standing,
        rating=rating_of(state, wording),
        remark=_remark(state, by_first_deadline, wording),
        byline=speaker_words(state.claim, wording),
        stated=wording.date(state.entry.stated),
        contents=_contents(state, wording),
        has_outcome=state.outcome is not None,
        has_times=state.outcome is not None or state.due is not None,
        shapes=tuple(shapes(state, axis)),
        chart_words=chart_words(state, wording),
        fields=tuple(
            field
            for field in labelled_fields(state, wording)
            if field.name not in without and field.name not in _ABOVE
        ),
        related=tuple(_related(other, others) for other in state.related),
        sources=_sources(state.entry.citations(), wording),
        events=tuple(_events(state, wording)),
    )


def _remark(state: ClaimState, by_first_deadline: str | None, wording: Wording) -> str | None:
    """Return the remarks beside the status: the first deadline, the progress, what moved."""
    progress = state.progress if state.outcome is None else None
    return comma(
        by_first_deadline,
        wording.word(progress) if progress is not None else None,
        moved_words(state, wording),
        wording=wording,
    )


def _language(state: ClaimState) -> str | None:
    return state.entry.file.content.language


def tone_of(state: ClaimState) -> OutcomeMark | None:
    """Return the tone of an outcome, or that of being overdue."""
    if state.outcome is not None:
        return TONES[state.outcome]
    return "overdue" if state.status == "overdue" else None


def rating_of(state: ClaimState, wording: Wording) -> str | None:
    """Return the publisher's own word for the outcome, unless it is the word for its status."""
    rating = state.verdict.rating if state.verdict is not None else None
    is_same = rating is not None and folded(rating) == folded(wording.word(state.status))
    return None if is_same else rating


def _contents(state: ClaimState, wording: Wording) -> str:
    updates, sources = len(state.updates), len(state.sources)
    looked = wording.ngettext("%(number)s update", "%(number)s updates", updates)
    cited = wording.ngettext("%(number)s source", "%(number)s sources", sources)
    return wording.joined(looked, cited) if updates else cited


def _related(claim_id: str, others: Others) -> RelatedView:
    other = others.states.get(claim_id)
    if other is None:
        return RelatedView(claim_id, None, None, None)
    return RelatedView(claim_id, others.href_of(claim_id), other.claim.claim, _language(other))


def _sources(citations: Iterable[Citation], wording: Wording) -> tuple[SourceView, ...]:
    return tuple(
        SourceView(
            source_parts(source, at, wording) or (source.url or "",), source.url, source.archived
        )
        for _, source, at in citations
    )


def _events(state: ClaimState, wording: Wording) -> Iterator[EventView]:
    for learned in update_history(state, wording):
        says_nothing = not (learned.changes or learned.quote or learned.note)
        yield EventView(
            iso=iso_date(learned.known_since),
            date=wording.date(learned.known_since),
            changes=(wording.gettext("looked, nothing new"),) if says_nothing else learned.changes,
            quote=learned.quote,
            note=learned.note,
            sources=_sources(learned.citations, wording),
        )
