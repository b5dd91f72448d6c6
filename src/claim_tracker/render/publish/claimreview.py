"""Outcomes of claims as schema.org ClaimReview, in JSON-LD.

The fields are those that Google documents in “Fact check (ClaimReview) structured data”
(https://developers.google.com/search/docs/appearance/structured-data/factcheck), and a few more
of https://schema.org/ClaimReview. What the data do not say is left out.
"""

import re
from collections.abc import Mapping, Sequence

from claim_tracker.claims.model import Publisher, Source, Update
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation
from claim_tracker.claims.vocabulary import Outcome
from claim_tracker.render.data.rows import JsonObject, dumps
from claim_tracker.render.phrases import status_words
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.render.publish.languages import wording_of
from claim_tracker.render.publish.naming import anchor, iso_date, uri
from claim_tracker.text.display import capitalized, one_line, several_lines

_BEST, _LATE, _PARTLY, _WORST = 5, 4, 3, 1
_RATINGS: Mapping[Outcome, int] = {
    **dict.fromkeys(("kept", "came-true", "confirmed"), _BEST),
    **dict.fromkeys(("partly-kept", "partly-true", "partly-confirmed"), _PARTLY),
    **dict.fromkeys(("broken", "failed", "refuted"), _WORST),
}
"""How true a claim is by its outcome; other outcomes have words and no number."""


class NoPublisherError(Exception):
    """The publisher of the claims of `file`, or the page on which they stand, is unknown."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def reviews(report: Report, *, name: str | None = None, page: str | None = None) -> str:
    """Return one JSON-LD document with a ClaimReview for each claim that has an outcome.

    `name` is who publishes the claims and `page` the address of the page on which they stand;
    where one is None, it is that of the claim's file. The text can stand in a `script` element
    of HTML as it is. Raises NoPublisherError.
    """
    found = []
    for state in report.claims:
        if state.verdict is not None:
            publisher = _publisher(state, name, page)
            url = anchor(publisher.url, state.claim.id)
            found.append(_review(state, state.verdict, publisher, url))
    return _document({"@graph": found})


def review(state: ClaimState, url: str) -> str | None:
    """Return the JSON-LD document of the ClaimReview of a claim that has a page of its own.

    `url` is that of the page. None where the claim has no outcome, or its file no publisher.
    """
    publisher = state.entry.file.content.publisher
    if state.verdict is None or publisher is None:
        return None
    return _document(_review(state, state.verdict, publisher, url))


def _document(fields: JsonObject) -> str:
    text = dumps({"@context": "https://schema.org"} | fields, indent=2)
    return re.sub("[<>&]", lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _publisher(state: ClaimState, name: str | None, page: str | None) -> Publisher:
    of_file = state.entry.file.content.publisher
    if of_file is not None:
        name, page = name or of_file.name, page or of_file.url
    if name is None or page is None:
        raise NoPublisherError(state.entry.file.name)
    return Publisher(name=name, url=page)


def _review(state: ClaimState, verdict: Update, publisher: Publisher, url: str) -> JsonObject:
    return _node(
        "ClaimReview",
        inLanguage=state.entry.file.content.language,
        url=url,
        claimReviewed=one_line(state.claim.claim),
        datePublished=iso_date(verdict.date),
        author=_node("Organization", name=one_line(publisher.name), url=uri(publisher.url)),
        reviewRating=_rating(state, verdict),
        itemReviewed=_claim(state),
        citation=_works(state.entry.citations(verdict)),
    )


def _rating(state: ClaimState, verdict: Update) -> JsonObject:
    value = _rating_value(state)
    wording = wording_of(state.entry.file.content.language, PLAIN)
    words = verdict.rating or capitalized(status_words(state, wording))
    return _node(
        "Rating",
        alternateName=one_line(words),
        ratingValue=value,
        bestRating=_BEST if value is not None else None,
        worstRating=_WORST if value is not None else None,
        ratingExplanation=several_lines(verdict.note) if verdict.note is not None else None,
    )


def _rating_value(state: ClaimState) -> int | None:
    """Return the rating of the outcome, or of a late one; None where the time is unclear."""
    timings = [
        timing.timeliness for timing in (state.timing, state.first_timing) if timing is not None
    ]
    if "late" in timings:
        return _LATE
    if state.outcome is None or "unclear" in timings:
        return None
    return _RATINGS.get(state.outcome)


def _claim(state: ClaimState) -> JsonObject:
    return _node(
        "Claim",
        author=_speaker(state),
        datePublished=iso_date(state.entry.stated),
        appearance=_works(state.entry.citations()),
    )


def _speaker(state: ClaimState) -> JsonObject:
    """Return who made the claim: an organisation or a person; Google knows no third.

    It is an organisation where it speaks for itself, or published a source of the claim.
    """
    claim = state.claim
    name, role = one_line(claim.speaker), claim.role
    publishers = (citation.source.publisher for citation in state.sources)
    if claim.speaker == claim.organisation or claim.speaker in publishers:
        return _node("Organization", name=name)
    organisation = _organisation(claim.organisation)
    title = one_line(role) if role is not None else None
    return _node("Person", name=name, jobTitle=title, worksFor=organisation)


def _organisation(name: str | None) -> JsonObject | None:
    return _node("Organization", name=one_line(name)) if name is not None else None


def _works(citations: Sequence[Citation]) -> JsonObject | list[JsonObject] | None:
    """Return the works that are cited, whatever passages of them; one alone is in no list."""
    works = [_work(source) for source in dict.fromkeys(citation.source for citation in citations)]
    return works if len(works) > 1 else next(iter(works), None)


def _work(source: Source) -> JsonObject:
    return _node(
        "CreativeWork",
        url=uri(source.url) if source.url is not None else None,
        headline=one_line(source.title) if source.title is not None else None,
        publisher=_organisation(source.publisher),
        datePublished=iso_date(source.published) if source.published is not None else None,
        archivedAt=uri(source.archived) if source.archived is not None else None,
    )


def _node(kind: str, **fields: object) -> JsonObject:
    """Return a node of a type, with the fields that have a value."""
    return {"@type": kind} | {name: value for name, value in fields.items() if value is not None}
