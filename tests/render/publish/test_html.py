"""The page of claims, as text: what is in it, and what can never be."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.render.publish.html import page
from claim_tracker.render.publish.page.share_bar import GROUPS
from tests.builders import hostile, noted, report_of, update
from tests.markup import Reading, words
from tests.samples import another, claim

CLAIMS = (
    claim(
        {"topic": "Bases", "due": "2025-10", "related": "[soldiers-leave]"},
        [update("2025-09-01", due="2025-11", note="It takes longer.")],
    ),
    another(
        {"due": "2025-09"},
        [update("2025-10-20", outcome="kept", happened="2025-10-20", note="They left.")],
    ),
)


@pytest.fixture(scope="module")
def made() -> str:
    return page(report_of("2025-12-01", *CLAIMS), "Bases & soldiers")


def test_it_says_of_which_day_it_is_and_what_has_passed(made: str) -> None:
    shown = words(made)
    assert "Bases & soldiers As of 1 Dec 2025 , 2 claims." in shown
    assert "2 of 2 deadlines have passed, 1 of them without an outcome." in shown


def test_statuses_are_counted_in_groups_with_what_came_late(made: str) -> None:
    shown = words(made)
    assert "With an outcome 1 1 kept 1 of them late Still open 1 1 overdue What" in shown
    fact = page(report_of("2025-12-01", claim({"kind": "fact"})), "T")
    assert "Statements of fact without an outcome 1 1 stated What" in words(fact)


def test_every_status_is_in_one_group() -> None:
    signs = [sign for group in GROUPS.values() for sign in group]
    assert sorted(signs) == sorted([*STATUSES, "late"])


def test_the_bar_has_a_part_for_each_status_and_a_gap_between_groups(made: str) -> None:
    bar = made.partition('<svg class="bar"')[2].partition("</svg>")[0]
    assert re.findall('class="([^"]*)" x="([^"]*)" width="([^"]*)"', bar) == [
        ("is-late", "0.0%", "49.5%"),
        ("is-overdue", "50.5%", "49.5%"),
    ]


def test_each_claim_is_one_entry_that_an_address_can_name(made: str) -> None:
    assert Reading(made).all("article", "id") == ["base-closes", "soldiers-leave"]
    shown = words(made)
    assert "The base closes. overdue 1 day moved once, +30 days A. Minister · 18 Aug 2025" in shown
    assert "The soldiers leave. kept, 20 days late A. Minister · 18 Aug 2025" in shown
    assert shown.count("The base closes.") == 1


def test_what_became_of_a_claim_is_in_plain_words(made: str) -> None:
    shown = words(made)
    assert "Deadline Nov 2025, last day 30 Nov 2025 First set Oct 2025 Kind a promise" in shown
    assert "1 Sep 2025 deadline moved to Nov 2025 It takes longer." in shown
    assert "20 Oct 2025 kept, happened 20 Oct 2025 They left." in shown
    noted = claim(updates=["date: 2025-09-01, progress: off-track", "date: 2025-09-02"])
    shown = words(page(report_of("2025-12-01", noted), "T"))
    assert "1 Sep 2025 off track 2 Sep 2025 looked, nothing new" in shown


def test_a_related_claim_is_a_link_with_its_text(made: str) -> None:
    assert '<dd dir="auto"><a href="#soldiers-leave">The soldiers leave.</a></dd>' in made
    chosen = report_of("2025-12-01", *CLAIMS)
    assert '<dd class="quiet">soldiers-leave</dd>' in page(chosen.of(chosen.claims[:1]), "One")


def test_a_rating_stands_beside_the_outcome_unless_it_is_the_same() -> None:
    def rated(rating: str, due: str | None = None) -> str:
        verdict = update("2025-10-20", outcome="kept", rating=rating)
        return words(page(report_of("2025-12-01", claim({"due": due}, [verdict])), "T"))

    assert "The base closes. kept Mostly kept A. Minister" in rated("Mostly kept")
    assert "The base closes. kept A. Minister" in rated("Kept")
    assert "The base closes. kept, on time A. Minister" in rated("Kept", due="2025-12")


def test_the_publisher_is_named_with_its_page() -> None:
    head = "language: th\npublisher: {name: News & Co, url: https://news.example/claims}\n"
    made = page(report_of("2025-12-01", claim(), head=head), "T")
    assert (
        '<p class="publisher" dir="auto" lang="th">'
        '<a href="https://news.example/claims" rel="noreferrer">News &amp; Co</a></p>'
    ) in made
    assert '<meta name="author" content="News &amp; Co">' in made
    assert "Published by News & Co . Made with" in words(made)


def test_claims_are_counted_by_speaker_organisation_and_topic() -> None:
    claims = (
        claim(
            {"organisation": "Ministry", "topic": "Bases"}, [update("2025-09-01", outcome="kept")]
        ),
        another({"topic": "Bases"}),
        claim({"id": "c", "claim": "C."}, [update("2025-09-01", outcome="broken")]),
        claim({"id": "d", "claim": "D."}, [update("2025-09-01", outcome="kept")]),
    )
    shown = words(page(report_of("2025-12-01", *claims), "T"))
    assert "By speaker 1" in shown
    assert "A. Minister 4 2 1 1 67 % of 3 All claims 4 2 1 1 67 % of 3" in shown
    assert "Ministry 1 1 - - - of 1 Without an organisation 3 1 1 1 - of 2" in shown
    assert "Bases 2 1 - 1 - of 1 Without a topic 2 1 1 - - of 2" in shown
    assert "Decided: kept, partly kept or broken; no share of fewer than 3." in shown


def test_a_field_that_no_claim_has_has_no_table(made: str) -> None:
    assert re.findall("<h3>(By [a-z]*)</h3>", made) == ["By speaker", "By topic"]


def test_topics_are_listed_and_lead_to_the_next() -> None:
    claims = [claim({"id": f"c{n}", "claim": f"C{n}.", "topic": f"T{n}"}) for n in range(3)]
    reading = Reading(page(report_of("2025-12-01", *claims), "T"))
    jumps = [link for link in reading.all("a", "href") if link and link.startswith("#_topic")]
    topics = ["#_topic-1", "#_topic-2", "#_topic-3"]
    assert jumps == [*topics, "#_topic-2", "#_topic-3"]
    assert reading.all("a", "href").count("#_contents") == 3
    one = Reading(page(report_of("2025-12-01", claims[0]), "T"))
    assert not {"#_topic-1", "#_contents"} & {*one.all("a", "href")}


def test_headings_are_in_order(made: str) -> None:
    levels = [int(tag[1]) for tag, _ in Reading(made).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_is_long_is_folded() -> None:
    def opened(number: int) -> int:
        claims = [
            claim({"id": f"c{n}", "claim": f"C{n}.", "topic": f"T{n}", "speaker": f"S{n}"})
            for n in range(number)
        ]
        return len(Reading(page(report_of("2025-12-01", *claims), "T")).all("details", "open"))

    assert opened(12) == 2
    assert opened(13) == 0


def test_every_link_within_the_page_leads_somewhere(made: str) -> None:
    reading = Reading(made)
    ids = {attrs["id"] for _, attrs in reading.elements if attrs.get("id")}
    links = [link for tag in ("a", "use") for link in reading.all(tag, "href") if link]
    within = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert {"base-closes", "soldiers-leave"} <= within <= ids
    chosen = report_of("2025-12-01", *CLAIMS)
    single = Reading(page(chosen.of(chosen.claims[:1]), "One"))
    assert "#soldiers-leave" not in single.all("a", "href")


def test_nothing_later_than_its_day_is_in_it() -> None:
    made = page(report_of("2025-08-31", *CLAIMS), "Claims")
    assert re.findall("Nov 2025|takes longer|They left|20 Oct 2025|of them late", made) == []


def test_the_page_does_not_depend_on_the_name_of_the_file(made: str) -> None:
    found = report_of("2025-12-01", *CLAIMS)
    moved = tuple(file._replace(name="elsewhere/c.yaml") for file in found.tracked)
    assert page(found._replace(tracked=moved), "Bases & soldiers") == made
    assert "claims.yaml" not in made


def test_only_its_own_style_and_script_may_run(made: str) -> None:
    reading = Reading(made)
    policy = next(attrs["content"] for _, attrs in reading.elements if attrs.get("http-equiv"))
    hashes = {
        name: f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for name, text in reading.raw.items()
    }
    assert policy == (
        f"default-src 'none'; style-src {hashes['style']}; script-src {hashes['script']}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    names = {name for _, attrs in reading.elements for name in attrs}
    assert not any(name.startswith("on") or name == "style" for name in names)


def test_nothing_is_fetched(made: str) -> None:
    reading = Reading(made)
    assert not any("src" in attrs for _, attrs in reading.elements)
    assert reading.all("link", "href") == ["data:,"]
    assert re.findall(r"@import|url\(|fetch\(|XMLHttpRequest|import\(", made) == []


def test_a_reader_can_choose_by_the_words_that_claims_have(made: str) -> None:
    reading = Reading(made)
    assert reading.all("option", "value") == [
        *("", "overdue", "kept", "late"),
        *("", "Bases"),
        *("", "A. Minister"),
    ]
    first = json.loads(str(reading.all("article", "data-words")[0]))
    assert first == {
        "status": ["overdue"],
        "topic": ["Bases"],
        "speaker": ["A. Minister"],
        "organisation": [],
        "place": [],
    }


def test_a_name_in_several_spellings_is_one_choice() -> None:
    spelt = {"topic": "Café Union", "speaker": "علي"}, {"topic": "cafe union", "speaker": "علی"}
    messages = (claim(spelt[0]), another(spelt[1]), another(spelt[1] | {"id": "c", "claim": "C."}))
    reading = Reading(page(report_of("2025-12-01", *messages), "Spellings"))
    assert reading.all("option", "value") == ["", "undated", "", "cafe union", "", "علی"]
    cards = [json.loads(str(card)) for card in reading.all("article", "data-words")]
    assert {(*card["topic"], *card["speaker"]) for card in cards} == {("cafe union", "علی")}


def test_a_page_without_claims_says_so_and_has_no_script() -> None:
    made = page(report_of("2025-08-17", *CLAIMS), "Nothing")
    assert "0 claims" in words(made)
    assert "No claim here has a deadline." in words(made)
    assert "There are no claims yet." in words(made)
    assert "<script" not in made
    assert "_claims" in Reading(made).all("h2", "id")


@given(st.text(min_size=1).filter(str.strip))
@pytest.mark.slow
def test_no_text_can_leave_its_place(text: str) -> None:
    plain = re.sub(r"[^\n]+", "x", text.strip())  # the lines of a note stay
    made, expected = (
        Reading(page(hostile(each, "2025-09", [noted(each)]), each)) for each in (text, plain)
    )
    shape, wanted = ([(tag, [*attrs]) for tag, attrs in r.elements] for r in (made, expected))
    assert shape == wanted
    assert made.raw == expected.raw


def test_notes_keep_their_lines_and_their_addresses_are_links() -> None:
    note = '"- one\\n- two, see https://example.org/a.\\n\\nEnd."'
    made = page(report_of("2025-12-01", claim({"note": note})), "Notes")
    assert (
        '- one<br>- two, see <a href="https://example.org/a" rel="noreferrer">'
        "https://example.org/a</a>.<br><br>End."
    ) in made


@pytest.mark.parametrize("note", ["(see {}).", "见{}。然后", "{}’s"])
def test_an_address_in_a_note_is_linked_without_what_is_around_it(note: str) -> None:
    address = "https://example.org/wiki/Mercury_(planet)"
    made = page(report_of("2025-12-01", claim({"note": f'"{note.format(address)}"'})), "Notes")
    assert note.format(f'<a href="{address}" rel="noreferrer">{address}</a>') in made


def test_what_cannot_be_opened_is_no_link() -> None:
    note = '"https://, https://somebody:secret@example.org/"'
    made = page(report_of("2025-12-01", claim({"note": note})), "Notes")
    assert f">{note[1:-1]}</dd>" in made


def test_the_introduction_and_the_language_of_a_file_are_on_the_page() -> None:
    head = "language: fa\ntitle: T\nabout: About them.\n"
    made = page(report_of("2025-12-01", claim(), head=head), "T")
    assert '<p class="about" dir="auto" lang="fa">About them.</p>' in made
    assert '<h4 dir="auto" lang="fa">The base closes.</h4>' in made


def test_a_period_of_an_update_is_no_day() -> None:
    dates = ("2025-09", "2025-Q4", "2026-01-05")
    made = page(report_of("2026-02-01", claim(updates=[update(date) for date in dates])), "T")
    assert '<time datetime="2025-09">Sep 2025</time>' in made
    assert '<span class="time">last quarter of 2025</span>' in made
    assert '<time datetime="2026-01-05">5 Jan 2026</time>' in made


def test_the_indentation_of_a_list_is_seen() -> None:
    made = page(report_of("2026-02-01", claim({"note": '"A list:\\n\\n  - one"'})), "T")
    assert "A list:<br><br>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}- one" in made
