"""ClaimReview, held against what Google and schema.org document."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given

from claim_tracker.claims.model import Update
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF, Kind, Outcome
from claim_tracker.dates import parse_day
from claim_tracker.render.publish.claimreview import NoPublisherError, reviews
from claim_tracker.text.display import one_line, several_lines
from tests.builders import LATER, hostile, report_of, tracker_of, update
from tests.render.publish.strategies import hostile_texts
from tests.samples import another, claim, claims_file

HEAD = """\
publisher: {name: Example News, url: "https://news.example/claims#top"}
sources:
  paper: {url: "https://example.org/p", title: T, publisher: A Paper, published: 2025-08, archived: "https://a.example/"}
"""
OUTCOMES = [(kind, word) for kind in KINDS for word in OUTCOMES_OF[kind] if word != "open"]
FIELDS = {
    "ClaimReview": {
        *("url", "claimReviewed", "datePublished", "author", "reviewRating", "itemReviewed"),
        "citation",
    },
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Claim": {"author", "datePublished", "appearance"},
    "CreativeWork": {"url", "headline", "publisher", "datePublished", "archivedAt"},
    "Organization": {"name", "url"},
    "Person": {"name", "jobTitle"},
}
"""The fields of schema.org that each type may have here."""
REQUIRED = {
    "ClaimReview": {"url", "claimReviewed", "reviewRating", "author", "itemReviewed"},
    "Rating": {"alternateName"},
    "CreativeWork": {"url"},
    "Organization": {"name"},
    "Person": {"name"},
}
"""What Google requires of them, and what the tracker always has."""


def graph(found: Report, name: str | None = None, page: str | None = None) -> list[dict[str, Any]]:
    """The reviews of a document, which has the form that Google documents."""
    document = json.loads(reviews(found, name=name, page=page))
    assert list(document) == ["@context", "@graph"]
    assert document["@context"] == "https://schema.org"
    assert all(each["@type"] == "ClaimReview" for each in document["@graph"])
    for each in document["@graph"]:
        assert_form(each)
    return list(document["@graph"])


def assert_form(node: dict[str, Any]) -> None:
    kind, fields = node["@type"], set(node) - {"@type"}
    assert REQUIRED.get(kind, set()) <= fields <= FIELDS[kind]
    for value in node.values():
        if isinstance(value, dict):
            assert_form(value)
        else:
            assert isinstance(value, int) or (isinstance(value, str) and value)
    if "ratingValue" in node:
        assert node["worstRating"] == 1 <= node["ratingValue"] <= node["bestRating"] == 5


def judged(kind: str, outcome: str, **fields: str) -> dict[str, Any]:
    due = {"due": fields.pop("due")} if "due" in fields else {}
    moved = [update("2025-08-20", due=fields.pop("moved"))] if "moved" in fields else []
    one = claim({"kind": kind, **due}, [*moved, update("2025-10-02", outcome=outcome, **fields)])
    (review,) = graph(report_of("2025-12-31", one, head=HEAD))
    return review


def test_a_whole_review() -> None:
    one = claim(
        {"role": "minister", "due": "2025-09", "source": "paper"},
        [update("2025-10-02", outcome="kept", happened="2025-09", note="It is shut.")],
    )
    assert graph(report_of("2025-12-31", one, head=HEAD)) == [
        {
            "@type": "ClaimReview",
            "url": "https://news.example/claims#base-closes",
            "claimReviewed": "The base closes.",
            "datePublished": "2025-10-02",
            "author": {
                "@type": "Organization",
                "name": "Example News",
                "url": "https://news.example/claims#top",
            },
            "reviewRating": {
                "@type": "Rating",
                "alternateName": "Kept, on time",
                "ratingValue": 5,
                "bestRating": 5,
                "worstRating": 1,
                "ratingExplanation": "It is shut.",
            },
            "itemReviewed": {
                "@type": "Claim",
                "author": {"@type": "Person", "name": "A. Minister", "jobTitle": "minister"},
                "datePublished": "2025-08",
                "appearance": {
                    "@type": "CreativeWork",
                    "url": "https://example.org/p",
                    "headline": "T",
                    "publisher": {"@type": "Organization", "name": "A Paper"},
                    "datePublished": "2025-08",
                    "archivedAt": "https://a.example/",
                },
            },
            "citation": {"@type": "CreativeWork", "url": "https://example.org/news"},
        }
    ]


def test_a_source_of_which_two_passages_are_cited_is_one_work() -> None:
    passages = "[{source: paper, at: page 1}, {source: paper, at: page 2}]"
    one = claim({"source": passages}, ["date: 2025-10-02, outcome: kept, source: " + passages])
    (review,) = graph(report_of("2025-12-31", one, head=HEAD))
    assert review["citation"] == review["itemReviewed"]["appearance"]
    assert review["citation"]["url"] == "https://example.org/p"


@pytest.mark.parametrize(("kind", "outcome"), OUTCOMES)
def test_each_outcome_has_words_and_a_fitting_number(kind: Kind, outcome: Outcome) -> None:
    rating = judged(kind, outcome)["reviewRating"]
    assert rating["alternateName"] == outcome.replace("-", " ").capitalize()
    position = OUTCOMES_OF[kind].index(outcome)
    assert rating.get("ratingValue") == (5, 3, 1, None, None, None)[position]


@pytest.mark.parametrize(
    ("fields", "words", "value"),
    [
        ({"due": "2025-10"}, "Kept, on time", 5),
        ({"due": "2025-09"}, "Kept, timing unclear", None),
        ({"due": "2025-09", "happened": "2025-10-02"}, "Kept, 2 days late", 4),
        ({"due": "2025-09", "happened": "2025"}, "Kept, timing unclear", None),
        (
            {"due": "2025-09", "moved": "2025-10", "happened": "2025-10-02"},
            "Kept, on time; 2 days late by the first deadline",
            4,
        ),
    ],
)
def test_the_number_says_what_is_known_of_the_timing(
    fields: dict[str, str], words: str, value: int | None
) -> None:
    rating = judged("commitment", "kept", **fields)["reviewRating"]
    assert (rating["alternateName"], rating.get("ratingValue")) == (words, value)


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2025-09-01", []),
        ("2025-09-02", ["Broken"]),
        ("2025-09-03", []),
        ("2025-09-04", ["Disputed"]),
        ("2025-09-30", ["Disputed"]),
    ],
)
def test_a_review_is_of_the_outcome_in_force_as_of_the_day(as_of: str, words: list[str]) -> None:
    updates = (
        update("2025-09-02", outcome="broken"),
        update("2025-09-03", outcome="open"),
        update("2025-09-04", outcome="disputed"),
        update("2025-09-05", progress="stalled"),
    )
    found = graph(report_of(as_of, claim(updates=updates), head=HEAD))
    assert [each["reviewRating"]["alternateName"] for each in found] == words
    if words:
        assert (
            found[0]["datePublished"]
            == {"Broken": "2025-09-02", "Disputed": "2025-09-04"}[words[0]]
        )


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        ("2025-09-01", "2025-09-01"),
        ("end of 2024", "2024-12-31"),
        ("2025-09", "2025-09"),
        ("2025", "2025"),
        ("0001", "0001"),
        ("2025-09-01~", None),
        ("2025?", None),
        ("2025-Q3", None),
        ("2025-21", None),
        ("early 2025", None),
        ("../2025-09", None),
        ("2025-09-01/2025-09-03", None),
    ],
)
def test_a_date_is_written_in_iso_8601_or_left_out(stated: str, written: str | None) -> None:
    one = claim({"stated": stated}, [update("2025-10-02", outcome="kept")])
    (review,) = graph(report_of("2025-12-31", one, head=HEAD))
    assert review["itemReviewed"].get("datePublished") == written


@pytest.mark.parametrize(
    ("speaker", "as_of", "kind"),
    [
        ("A. Minister", "2025-10-01", "Person"),
        ("A Paper", "2025-10-01", "Organization"),
        ("Another Paper", "2025-10-01", "Person"),
        ("Another Paper", "2025-10-02", "Organization"),
    ],
)
def test_a_speaker_is_a_person_unless_a_known_publisher(
    speaker: str, as_of: str, kind: str
) -> None:
    later = "date: 2025-10-02, source: {url: https://example.org/a, publisher: Another Paper}"
    updates = [update("2025-10-01", outcome="kept"), f"{later}, note: So."]
    one = claim({"speaker": speaker, "source": "paper"}, updates)
    (review,) = graph(report_of(as_of, one, head=HEAD))
    assert review["itemReviewed"]["author"] == {"@type": kind, "name": speaker}


KEPT = [update("2025-10-02", outcome="kept")]
OWN = "publisher: {{name: {0}, url: https://{0}.example/}}\n"


@pytest.mark.parametrize(
    ("name", "page", "found"),
    [
        (None, None, [("a", "https://a.example/"), ("b", "https://b.example/")]),
        ("Me", None, [("Me", "https://a.example/"), ("Me", "https://b.example/")]),
        (None, "https://me.example/p?q=1", [(who, "https://me.example/p?q=1") for who in "ab"]),
        ("Me", "https://me.example/p", [("Me", "https://me.example/p")] * 2),
    ],
)
def test_a_claim_has_the_publisher_of_its_file_or_the_given_one(
    name: str | None, page: str | None, found: list[tuple[str, str]]
) -> None:
    files = (
        claims_file(claim(updates=KEPT), head=OWN.format("a")),
        claims_file(another(updates=KEPT), head=OWN.format("b")),
    )
    read = graph(report(tracker_of(*files), LATER), name, page)
    assert [(each["author"]["name"], each["author"]["url"]) for each in read] == found
    assert [each["url"] for each in read] == [
        f"{url}#{claim_id}"
        for (_, url), claim_id in zip(found, ("base-closes", "soldiers-leave"), strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "page"), [(None, None), ("Me", None), (None, "https://a.example/")]
)
def test_without_a_publisher_there_is_no_review(name: str | None, page: str | None) -> None:
    files = (claims_file(head=OWN.format("a")), claims_file(claim(updates=KEPT)))
    with pytest.raises(NoPublisherError) as raised:
        reviews(report(tracker_of(*files), LATER), name=name, page=page)
    assert raised.value.file == "2.yaml"
    assert graph(report_of("2025-12-31", claim()), name, page) == []


class Page(HTMLParser):
    """What stands in the elements of a page, and what they are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(hostile_texts)
def test_any_text_is_read_back_from_a_script_of_a_page(text: str) -> None:
    source = hostile(text).claims[0].claim.source
    refuted = Update(date=parse_day("2025-09-01"), outcome="refuted", note=text, source=source)
    found = hostile(text, updates=[refuted])
    page = Page(f'<script type="application/ld+json">{reviews(found)}</script>')
    assert page.tags == [("script", [("type", "application/ld+json")])]
    (review,) = json.loads(page.text)["@graph"]
    assert_form(review)
    shown = one_line(text.strip())
    assert review["claimReviewed"] == review["author"]["name"] == shown
    assert review["reviewRating"]["ratingExplanation"] == several_lines(text)
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": shown}
    assert review["citation"]["headline"] == review["citation"]["publisher"]["name"] == shown
    assert not set("<>&") & set(reviews(found))
