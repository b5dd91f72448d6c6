"""The feed, read back by feedparser and by a parser of XML."""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given

from claim_tracker.claims.report import Report, report
from claim_tracker.render.publish.atom import FeedLinks, feed
from claim_tracker.text.display import one_line
from tests.builders import LATER, day, hostile, noted, report_of, tracker_of, update
from tests.claims.strategies import History, as_of_days, histories
from tests.render.publish.strategies import hostile_texts
from tests.samples import another, claim, claims_file

ATOM = "{http://www.w3.org/2005/Atom}"
PUBLISHER = "publisher: {name: Example News, url: https://news.example/claims}\n"
WHOLE = """\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:uuid:8f7394bb-2e49-55a1-bb1d-8c3c5219689e</id>
  <title>Claims</title>
  <updated>2025-10-02T00:00:00Z</updated>
  <author>
    <name>Example News</name>
  </author>
  <link rel="self" href="https://news.example/feed.xml" type="application/atom+xml" />
  <link rel="alternate" href="https://news.example/claims" />
  <generator>claim-tracker</generator>
  <entry>
    <id>urn:uuid:f8f84dc4-6713-5fa5-ae70-30d165532252</id>
    <title>Outcome: kept, happened 2025-10. The base closes.</title>
    <updated>2025-10-02T00:00:00Z</updated>
    <link rel="alternate" href="https://news.example/claims#base-closes" />
    <link rel="via" href="https://example.org/news" />
    <category term="Bases" />
    <category term="x" />
    <content type="text">It is shut.
Claim: The base closes.
Said by: A. Minister
Source: https://example.org/news</content>
  </entry>
  <entry>
    <id>urn:uuid:43b3bd29-9935-505b-a0ba-332cbc926335</id>
    <title>Deadline passed: 2025-09. The base closes.</title>
    <updated>2025-10-01T00:00:00Z</updated>
    <link rel="alternate" href="https://news.example/claims#base-closes" />
    <link rel="via" href="https://example.org/report" />
    <category term="Bases" />
    <category term="x" />
    <content type="text">The last day was 30 Sep 2025. Outcome by then: none.
Claim: The base closes.
Said by: A. Minister
Source: 2025-08-18, https://example.org/report</content>
  </entry>
</feed>
"""
Headline = tuple[str, str, str, str]


def entries(found: Report) -> list[Headline]:
    """Id, title, time and content of each entry, of which no two have one id."""
    root = ET.XML(feed(found))
    read = [
        (
            text_of(entry, "id"),
            text_of(entry, "title"),
            text_of(entry, "updated"),
            text_of(entry, "content"),
        )
        for entry in root.findall(f"{ATOM}entry")
    ]
    assert len({entry[0] for entry in read}) == len(read)
    return read


def text_of(element: ET.Element, name: str) -> str:
    return element.findtext(ATOM + name) or ""


def headlines(found: Report) -> list[str]:
    """The day and the title of each entry, without the claim."""
    return [
        f"{updated[:10]} {title.removesuffix('. The base closes.')}"
        for _, title, updated, _ in entries(found)
    ]


def report_with(due: str | None, *updates: str, as_of: str = "2025-12-31") -> Report:
    return report_of(as_of, claim({"due": due}, updates))


def test_the_whole_feed_of_a_deadline_and_an_update() -> None:
    kept = update("2025-10-02", outcome="kept", happened="2025-10", note="It is shut.")
    one = claim({"due": "2025-09", "topic": "Bases", "tags": "[x]"}, [kept])
    found = report_of("2025-12-31", one, head=PUBLISHER)
    assert feed(found, links=FeedLinks("https://news.example/feed.xml")) == WHOLE


def test_a_source_of_which_two_passages_are_cited_is_linked_once() -> None:
    head = "sources:\n  paper: {url: https://example.org/p, published: 2025-08-18}\n"
    passages = "[{source: paper, at: page 1}, {source: paper, at: page 2}]"
    found = report_of("2025-12-31", claim({"due": "2025-09", "source": passages}), head=head)
    (entry,) = ET.XML(feed(found)).findall(f"{ATOM}entry")
    assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == ["https://example.org/p"]
    assert text_of(entry, "content").count("page ") == 2


@pytest.mark.parametrize(
    ("due", "updates", "expected"),
    [
        ("2025-09", [], ["2025-10-01 Deadline passed: 2025-09"]),
        ("2025-12-31", [], []),
        ("2025-12-30", [], ["2025-12-31 Deadline passed: 2025-12-30"]),
        (
            "2025-09",
            [update("2025-09-30", due="2026-09")],
            ["2025-09-30 Deadline moved to 2026-09"],
        ),
        (
            "2025-09",
            [update("2025-10-01", due="2026-09")],
            ["2025-10-01 Deadline passed: 2025-09", "2025-10-01 Deadline moved to 2026-09"],
        ),
        (
            "2025-09",
            [update("2025-10-01", due="2025-10")],
            [
                "2025-11-01 Deadline passed: 2025-10",
                "2025-10-01 Deadline passed: 2025-09",
                "2025-10-01 Deadline moved to 2025-10",
            ],
        ),
        (
            None,
            [update("2025-10-05", due="2025-09-30")],
            ["2025-10-05 Deadline passed: 2025-09-30", "2025-10-05 Deadline set to 2025-09-30"],
        ),
    ],
)
def test_a_deadline_passes_on_the_day_after_its_last(
    due: str | None, updates: Sequence[str], expected: list[str]
) -> None:
    assert headlines(report_with(due, *updates)) == expected


@pytest.mark.parametrize(
    ("updates", "known"),
    [
        ([], "none"),
        ([update("2025-09-02", outcome="kept")], "kept, on time"),
        ([update("2025-10-02", outcome="kept")], "none"),
        ([update("2025-09-02", outcome="kept"), update("2025-09-03", outcome="open")], "none"),
    ],
)
def test_a_passed_deadline_says_what_was_known_then(updates: Sequence[str], known: str) -> None:
    (passed,) = (
        entry for entry in entries(report_with("2025-09", *updates)) if "passed" in entry[1]
    )
    assert f"Outcome by then: {known}." in passed[3]


def test_an_update_says_what_it_changed_or_noted() -> None:
    updates = (
        update("2025-09-01", progress="stalled", quantity="{value: 9, unit: US men}"),
        "date: 2025-09-02, note: So.",
        update("2025-09-03", outcome="kept"),
        update("2025-09-04", outcome="open"),
    )
    assert headlines(report_with(None, *updates)) == [
        "2025-09-04 Outcome taken back: open again",
        "2025-09-03 Outcome: kept",
        "2025-09-02 Noted",
        "2025-09-01 Progress: stalled; figure: 9 US men",
    ]


def test_an_update_without_a_source_links_to_the_claims() -> None:
    found = report_with(None, "date: 2025-09-02, note: So.")
    (entry,) = feedparser.parse(feed(found)).entries
    assert entry.link == "https://example.org/report"
    assert entry.content[0].value == "So.\nClaim: The base closes.\nSaid by: A. Minister"


@given(histories(), as_of_days, as_of_days)
def test_an_entry_of_a_feed_stays_the_same_later(history: History, one: date, other: date) -> None:
    first, last = sorted((one, other))
    before, after = (entries(Report(on, (), (history.state(on),))) for on in (first, last))
    assert [entry for entry in after if entry in before] == before
    assert [entry[2] for entry in after] == sorted((entry[2] for entry in after), reverse=True)


def test_an_id_stays_when_entries_are_added_or_mended() -> None:
    one, two = "date: 2025-09-02, note: One.", "date: 2025-09-02, note: Two."
    before = entries(report_with("2025-09", one))
    after = entries(
        report_with("2025-09", one.replace("One", "1"), two, "date: 2025-09-03, note: Z.")
    )
    assert {entry[0] for entry in before} < {entry[0] for entry in after}
    other_place = report(tracker_of(claims_file(), claims_file(claim(None, [one]))), LATER)
    assert entries(other_place)[0][0] in {entry[0] for entry in before}


def test_claims_of_one_history_have_entries_of_their_own() -> None:
    note = "date: 2025-09-02, note: One."
    both = (claim({"due": "2025-09"}, [note]), another({"due": "2025-09"}, [note]))
    assert len(entries(report_of("2025-12-31", *both))) == 4


@pytest.mark.parametrize(("limit", "left"), [(None, 3), (2, 2), (9, 3)])
def test_a_limit_keeps_the_newest(limit: int | None, left: int) -> None:
    notes = [f"date: 2025-09-0{number}, note: N." for number in (1, 2, 3)]
    found = report_with(None, *notes)
    read = feedparser.parse(feed(found, limit=limit))
    days = [entry.updated[:10] for entry in read.entries]
    assert days == ["2025-09-03", "2025-09-02", "2025-09-01"][:left]
    assert read.feed.updated == "2025-09-03T00:00:00Z"


def test_a_feed_without_entries_is_of_the_day_of_the_report() -> None:
    read = feedparser.parse(feed(report_with(None, as_of="2025-09-01")))
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "2025-09-01T00:00:00Z")


@pytest.mark.parametrize(
    ("heads", "publisher", "authors"),
    [
        (("", ""), None, ["Claims"]),
        ((PUBLISHER, ""), None, ["Example News"]),
        ((PUBLISHER, PUBLISHER), None, ["Example News"]),
        ((PUBLISHER, PUBLISHER.replace("Example", "Other")), None, ["Example News", "Other News"]),
        ((PUBLISHER, ""), "Mine", ["Mine"]),
    ],
)
def test_the_authors_are_those_who_publish(
    heads: tuple[str, str], publisher: str | None, authors: list[str]
) -> None:
    texts = (claims_file(claim(), head=heads[0]), claims_file(another(), head=heads[1]))
    read = feedparser.parse(feed(report(tracker_of(*texts), LATER), publisher=publisher))
    assert [author.name for author in read.feed.authors] == authors


def test_the_id_of_the_feed_is_of_its_address_or_title() -> None:
    found, later = report_with(None), report_with("2025-09")
    address = "https://é.example/feed"
    ids = [
        text_of(ET.XML(feed(of, title=title, links=FeedLinks(where))), "id")
        for of, title, where in (
            (found, "A", None),
            (later, "A", None),
            (found, "B", None),
            (found, "A", address),
            (later, "B", address),
        )
    ]
    assert ids[0] == ids[1]
    assert ids[3] == ids[4]
    assert len(set(ids)) == 3
    assert feedparser.parse(feed(found, links=FeedLinks(address))).feed.links[0].href == (
        "https://xn--9ca.example/feed"
    )


@given(hostile_texts)
def test_any_text_is_read_back_as_it_is_shown_and_adds_nothing(text: str) -> None:
    root = ET.XML(feed(hostile(text, "2025-09", [noted(text)]), title=text))
    shown = one_line(text.strip())
    assert [part.tag for part in root] == [
        ATOM + name
        for name in ("id", "title", "updated", "author", "link", "generator", "entry", "entry")
    ]
    assert text_of(root, "title") == shown
    assert text_of(root[3], "name") == shown
    for entry in root.findall(f"{ATOM}entry"):
        assert text_of(entry, "title").endswith(f". {shown}")
        assert [part.attrib["term"] for part in entry.findall(f"{ATOM}category")] == [shown]
        assert f"\nClaim: {shown}\nSaid by: {shown}, {shown}" in text_of(entry, "content")
        assert all(len(part) == 0 for part in entry)
    assert not feedparser.parse(feed(hostile(text, "2025-09", [noted(text)]))).bozo


def test_the_last_and_the_first_day_of_the_calendar() -> None:
    source = "{url: https://example.org/, published: 0001-01-01}"
    first = claim({"due": "0001-01-01", "source": source})
    found = report_of(day("9999-12-31"), first, another({"due": "9999-12-31"}))
    assert headlines(found) == ["0001-01-02 Deadline passed: 0001-01-01"]


def test_an_update_of_a_month_says_so() -> None:
    found = report_with(None, update("2025-09", note="N."), update("2025-10-01", note="M."))
    later, earlier = feedparser.parse(feed(found)).entries
    assert earlier.updated == "2025-09-30T00:00:00Z"
    assert "Known since: 2025-09\n" in earlier.content[0].value
    assert "Known since" not in later.content[0].value


def test_a_speaker_that_is_its_own_organisation_is_named_once() -> None:
    own = claim(
        {"speaker": "A Party", "organisation": "A Party"}, [update("2025-09-01", note="N.")]
    )
    assert "Said by: A Party\n" in feed(report_of("2025-12-31", own))
