"""The files of a site: that each refers to files that are there, and says what it has to."""

import json
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.data import claims_file as many_claims
from claim_tracker import load
from claim_tracker.claims.report import Report, report
from claim_tracker.compare.claim_log import Commit, Revision
from claim_tracker.compare.corrections import Correction, corrections_of
from tests.builders import day, hostile, noted, report_of, tracker_of, update
from tests.markup import Reading, words
from tests.render.publish.sites import pages, site
from tests.samples import another, claim, claims_file

MAX_BYTES = 100_000
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
    assert set(pages(made)) == set(
        (
            "404.html index.html claims.html outcomes.html topics.html speakers.html "
            "organisations.html organisations/army.html claims/base-closes.html "
            "claims/soldiers-leave.html topics/bases.html topics/without-a-topic.html "
            "speakers/a-minister.html speakers/a-general.html status/overdue.html "
            "status/kept.html status/late.html"
        ).split()
    )


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


KEPT = update("2025-11-20", outcome="kept")
TAKEN_BACK = update("2025-11-20", outcome="open", note="They are still there.")


def corrected(number: int = 1) -> tuple[Report, Sequence[Correction]]:
    """Some claims, one of them corrected again and again, and their corrections."""
    file = claims_file(CLAIMS[0], another(updates=[KEPT, TAKEN_BACK] * number), head=HEAD)
    revision = Revision(None, [], [("claims.yaml", file)])
    found = corrections_of([revision], str.encode).found
    return report(tracker_of(file), day("2025-12-01")), found


def test_corrections_have_a_page_and_a_feed_to_which_each_page_leads() -> None:
    claims, found = corrected()
    files = site(claims, base_url=HOME, corrections=found)
    for path, text in pages(files).items():
        links = [to for to in Reading(text).all("a", "href") if to and "corrections.html" in to]
        assert len([to for to in links if "#" not in to]) == 2, path
    feed = feedparser.parse(files["corrections.xml"].encode())
    assert (feed.feed.title, feed.feed.link) == (
        "Corrections: The bases",
        f"{HOME}corrections.html",
    )
    assert [it.link for it in feed.entries] == [f"{HOME}claims/soldiers-leave.html"]
    assert f"<loc>{HOME}corrections.html</loc>" in files["sitemap.xml"]
    shown = words(files["corrections.html"])
    assert "20 Nov 2025 The soldiers leave. outcome taken back, was kept" in shown
    assert "the files have no git history" in shown


def test_a_claim_that_was_corrected_says_when_and_leads_to_it() -> None:
    claims, found = corrected()
    files = site(claims, corrections=found)
    page = Reading(files["claims/soldiers-leave.html"])
    assert "Corrected on 20 Nov 2025" in words(files["claims/soldiers-leave.html"])
    assert "../corrections.html#_corrected-soldiers-leave" in page.all("a", "href")
    assert 'id="_corrected-soldiers-leave"' in files["corrections.html"]
    assert "Corrected on" not in files["claims/base-closes.html"]
    assert not set(files) - set(site(claims)) - {"corrections.html", "corrections.xml"}


def test_many_corrections_go_on_on_further_pages() -> None:
    claims, found = corrected(500)
    files = site(claims, corrections=found)
    assert {"corrections.html", "corrections_2.html"} <= set(files)
    assert 'href="corrections_2.html"' in files["corrections.html"]
    assert all(len(files[path].encode()) <= MAX_BYTES for path in files if "corrections" in path)
    assert feedparser.parse(files["corrections.xml"].encode()).entries[99:]


def test_an_entry_of_a_removed_claim_leads_to_the_page_of_corrections() -> None:
    old, new = ([("claims.yaml", claims_file(*it, head=HEAD))] for it in (CLAIMS, CLAIMS[:1]))
    commit = Commit("1", "2025-11-30", "A.", "S.")
    found = corrections_of([Revision(commit, [old], new)], str.encode).found
    files = site(BOTH.of(BOTH.claims[:1]), base_url=HOME, corrections=found)
    feed = feedparser.parse(files["corrections.xml"].encode())
    assert [it.link for it in feed.entries] == [f"{HOME}corrections.html"]


def test_a_related_claim_is_a_link_to_its_page(made: Mapping[str, str]) -> None:
    link = '<a href="../claims/soldiers-leave.html">The soldiers leave.</a>'
    assert link in made["claims/base-closes.html"]


def test_the_first_page_has_what_is_pressing_and_new_and_each_topic() -> None:
    coming = claim({"id": "later", "claim": "It opens.", "due": "2026", "topic": "Roads"})
    shown = words(site(report_of("2025-12-01", *CLAIMS, coming, head=HEAD))["index.html"])
    assert "Overdue The base closes. A. Minister Deadline Nov 2025 overdue 1 day" in shown
    assert "The next deadlines It opens. A. Minister Deadline 2026 upcoming, in 13 months" in shown
    assert "Lately found out The soldiers leave. A general Deadline Sep 2025 kept, 20 days" in shown
    assert "The claims Bases 1 The base closes." in shown
    assert "Roads 1 It opens. A. Minister" in shown
    assert "Without a topic 1 The soldiers leave." in shown


def test_a_topic_named_like_the_group_without_one_is_another() -> None:
    named = claim({"topic": "Without a topic"})
    files = site(report_of("2025-12-01", named, another(), head=HEAD))
    for path, shown in (("", "The base closes."), ("-2", "The soldiers leave.")):
        listed = words(files[f"topics/without-a-topic{path}.html"])
        assert re.findall(r"The \w+ \w+\.", listed) == [shown]
        assert f'href="topics/without-a-topic{path}.html"' in files["index.html"]
    assert "Without a topic 1" in words(files["topics.html"])


def test_the_data_names_files_by_what_tells_them_apart(tmp_path: Path) -> None:
    files = {"da/claims.yaml": claim(), "db/claims.yaml": another(), "db/others.yaml": ""}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(claims_file(*filter(None, [text])))
    loaded = load(*(tmp_path / name for name in files), today=day("2025-12-01"))
    assert loaded.tracker is not None
    made = json.loads(site(report(loaded.tracker, day("2025-12-01")))["claims.json"])
    assert made["files"] == ["da/claims.yaml", "db/claims.yaml", "others.yaml"]
    assert [it["file"] for it in made["claims"]] == ["da/claims.yaml", "db/claims.yaml"]


def test_a_site_without_claims_has_the_title_and_the_language_of_its_file() -> None:
    head = "title: Die Stützpunkte\nlanguage: de\n"
    made = site(report_of("2025-08-17", *CLAIMS, head=head))["index.html"]
    assert "<title>Die Stützpunkte</title>" in made
    assert '<html lang="de"' in made


def test_a_list_has_the_rating_of_the_publisher() -> None:
    rated = claim(updates=[update("2025-10-20", outcome="kept", rating="Mostly kept")])
    shown = words(site(report_of("2025-12-01", rated))["outcomes.html"])
    assert "The base closes. A. Minister kept Mostly kept" in shown


def test_of_a_long_list_the_first_page_has_the_first() -> None:
    many = [claim({"id": f"c-{n}", "due": "2025-10", "topic": f"T{n}"}) for n in range(14)]
    reading = Reading(site(report_of("2025-12-01", *many))["index.html"])
    assert reading.all("a", "href").count("status/overdue.html") == 2
    assert "All 14" in reading.shown
    assert "All 14 topics" in reading.shown


LONG = "x" * 999


@pytest.mark.parametrize(
    ("number", "topic", "shown"),
    [
        (99, lambda _: None, "Claim 0 x"),
        (99, lambda number: f"Topic {number}", "Topic 98 1"),
        (99, lambda number: f"{LONG} {number}", "All 99 topics"),
    ],
    ids=["none", "some", "long"],
)
def test_the_first_page_leads_to_what_it_has_no_room_for(
    number: int, topic: Callable[[int], str | None], shown: str
) -> None:
    many = [
        claim({"id": f"c-{each}", "claim": f"Claim {each} {LONG}.", "topic": topic(each)})
        for each in range(number)
    ]
    page = site(report_of("2025-12-01", *many))["index.html"]
    listed = words(page).split("The claims", 1)[1]
    assert shown in listed
    assert "All 99 claims" in listed
    assert len(page.encode()) <= MAX_BYTES


@pytest.mark.slow
@pytest.mark.parametrize("number", [13, 300])
def test_no_page_is_longer_than_a_hundred_thousand_bytes(number: int) -> None:
    files = site(report(tracker_of(many_claims(number)), day("2026-11-23")))
    longest = max(pages(files).items(), key=lambda page: len(page[1].encode()))
    assert len(longest[1].encode()) <= MAX_BYTES, longest[0]


@pytest.mark.slow
def test_a_long_history_is_on_several_pages_the_latest_first() -> None:
    noted = [f"date: 2025-09-01, note: Note {number} {'x' * 99}." for number in range(4000)]
    files = site(report_of("2025-12-01", claim(updates=noted)))
    history = {path: text for path, text in files.items() if path.startswith("claims/base-closes")}
    found = re.findall(r"Note (\d+) ", "".join(words(text) for text in [*history.values()][::-1]))
    assert found == [str(number) for number in range(4000)]
    assert "Note 3999 " in history["claims/base-closes.html"]
    assert "4,000 updates, the latest on the first page." in words(
        history["claims/base-closes.html"]
    )
    assert all(len(text.encode()) <= MAX_BYTES for text in history.values())


def test_no_page_runs_or_fetches_anything_but_the_style(made: Mapping[str, str]) -> None:
    for path, text in pages(made).items():
        reading = Reading(text)
        policy = next(attrs["content"] for _, attrs in reading.elements if attrs.get("http-equiv"))
        assert policy is not None
        assert re.sub("script-src 'sha256-[^']+'; ", "", policy) == (
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
            "form-action 'none'"
        )
        names = {name for _, attrs in reading.elements for name in attrs}
        assert not any(name.startswith("on") or name in ("style", "src") for name in names), path
        styles = [
            attrs["href"] for _, attrs in reading.elements if attrs.get("rel") == "stylesheet"
        ]
        assert [str(style).rpartition("/")[2] for style in styles] == ["style.css"]
        assert reading.all("script", "type") in ([], ["application/ld+json"])
    assert re.findall(r"@import|url\(", made["style.css"]) == []


@given(st.text(min_size=1).filter(str.strip))
@pytest.mark.slow
def test_no_text_can_leave_its_place(text: str) -> None:
    plain = re.sub(r"[^\n]+", "x", text.strip())  # the lines of a note stay
    made, expected = (
        [Reading(page) for page in pages(site(hostile(each, "2025-09", [noted(each)]))).values()]
        for each in (text, plain)
    )
    shape, wanted = (
        [(tag, [*attrs]) for reading in readings for tag, attrs in reading.elements]
        for readings in (made, expected)
    )
    assert shape == wanted
