"""The files of a site: that each refers to files that are there, and says what it has to."""

import json
import posixpath
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from benchmarks.data import claims_file as many_claims
from claim_tracker.claims.report import report
from claim_tracker.render.publish.site import Extra, site
from tests.builders import day, report_of, tracker_of, update
from tests.markup import Reading, words
from tests.samples import another, claim

MOST = 100_000
"""Bytes of a page."""
HOME = "https://news.example/claims/"
HEAD = (
    "title: The bases\nabout: What was promised.\n"
    "publisher: {name: Example News, url: https://news.example/}\n"
)
CLAIMS = (
    claim(
        {"topic": "Bases", "due": "2025-10", "related": "[soldiers-leave]"},
        [update("2025-09-01", due="2025-11", note="It takes longer.")],
    ),
    another(
        {"due": "2025-09", "speaker": "A general", "organisation": "Army"},
        [update("2025-10-20", outcome="kept", happened="2025-10-20", note="They left.")],
    ),
)
BOTH = report_of("2025-12-01", *CLAIMS, head=HEAD)


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return site(BOTH, base_url=HOME)


def pages(files: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".html")}


def test_each_link_leads_to_a_file_of_the_site() -> None:
    files = site(BOTH)
    for path, text in pages(files).items():
        reading = Reading(text)
        for to in (*reading.all("a", "href"), *reading.all("link", "href")):
            assert to is not None
            if not to.startswith(("https:", "#", "data:")):
                there = posixpath.normpath(posixpath.join(posixpath.dirname(path), to))
                assert there in files, (path, to)


def test_each_claim_speaker_organisation_and_topic_has_a_page(made: Mapping[str, str]) -> None:
    assert set(pages(made)) == {
        *("404.html", "index.html", "claims.html", "outcomes.html", "topics.html", "speakers.html"),
        *("organisations.html", "organisations/army.html"),
        *("claims/base-closes.html", "claims/soldiers-leave.html"),
        *("topics/bases.html", "topics/without-a-topic.html"),
        *("speakers/a-minister.html", "speakers/a-general.html"),
        *("status/overdue.html", "status/kept.html", "status/late.html"),
    }


def test_the_same_report_gives_the_same_files(made: Mapping[str, str]) -> None:
    assert site(BOTH, base_url=HOME.rstrip("/")) == made


def test_a_claim_has_its_whole_history_on_its_own_page_alone(made: Mapping[str, str]) -> None:
    assert "It takes longer." in words(made["claims/base-closes.html"])
    assert [path for path, text in pages(made).items() if "It takes longer." in text] == [
        "claims/base-closes.html"
    ]


def test_a_claim_with_an_outcome_has_its_review_at_its_address(made: Mapping[str, str]) -> None:
    review = json.loads(Reading(made["claims/soldiers-leave.html"]).raw["script"])
    assert review["@type"] == "ClaimReview"
    assert review["url"] == f"{HOME}claims/soldiers-leave.html"
    assert "script" not in Reading(made["claims/base-closes.html"]).raw


def test_addresses_are_whole_where_the_address_of_the_site_is_known(
    made: Mapping[str, str],
) -> None:
    reading = Reading(made["claims/base-closes.html"])
    canonical = [a["href"] for tag, a in reading.elements if a.get("rel") == "canonical"]
    assert canonical == [f"{HOME}claims/base-closes.html"]
    located = [each.text for each in ET.XML(made["sitemap.xml"].encode()).iter() if each.text]
    assert HOME in located
    assert f"{HOME}claims/base-closes.html" in located
    assert f'href="{HOME}claims/base-closes.html"' in made["feed.xml"]
    without = site(BOTH)
    assert "sitemap.xml" not in without
    assert "canonical" not in without["index.html"]


def test_a_page_of_others_has_the_frame_of_the_site() -> None:
    body = Markup("<h2>1 Dec 2025</h2>")
    files = site(BOTH, extras=[Extra("corrections.html", "Corrections", body, "corrections.xml")])
    assert "<h1>Corrections</h1>" in files["corrections.html"]
    assert "<h2>1 Dec 2025</h2>" in files["corrections.html"]
    assert '<a href="../corrections.html">Corrections</a>' in files["topics/bases.html"]
    assert 'href="corrections.xml"' in files["index.html"]


@pytest.mark.parametrize("number", [13, 300])
def test_no_page_is_longer_than_a_hundred_thousand_bytes(number: int) -> None:
    files = site(report(tracker_of(many_claims(number)), day("2026-11-23")))
    longest = max(pages(files).items(), key=lambda page: len(page[1].encode()))
    assert len(longest[1].encode()) <= MOST, longest[0]
