"""The page of claims, as text: what is in it, and what can never be."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.model import Claim, ClaimsFile, Place, Source, Update
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
from claim_tracker.dates import parse_period
from claim_tracker.render.publish.html import page
from claim_tracker.render.publish.time_chart import is_tight
from tests.builders import day, report_of, update
from tests.samples import another, claim

OPEN = set("area base br col embed hr img input link meta source track wbr path rect line".split())


class Reading(HTMLParser):
    """The elements of a page with their attributes, and the text that is shown."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.within: list[str] = []
        self.shown = ""
        self.raw: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in OPEN:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPEN:
            assert self.within.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.within[-1:] in (["style"], ["script"]):
            self.raw[self.within[-1]] = data
        else:
            self.shown += f" {data}"

    def all(self, tag: str, name: str) -> list[str | None]:
        """The values of an attribute of all elements of one kind that have it."""
        return [attrs[name] for found, attrs in self.elements if found == tag and name in attrs]


def words(text: str) -> str:
    return " ".join(Reading(text).shown.split())


CLAIMS = (
    claim(
        {"topic": "Bases", "due": "2025-10", "related": "[soldiers-leave]"},
        [update("2025-09-01", due="2025-11", note="It takes longer.")],
    ),
    another({"due": "2025-09"}, [update("2025-10-20", outcome="kept", note="They left.")]),
)


@pytest.fixture(scope="module")
def made() -> str:
    return page(report_of("2025-12-01", *CLAIMS), "Bases & soldiers")


def test_it_says_of_which_day_it_is_and_what_has_passed(made: str) -> None:
    shown = words(made)
    assert "Bases & soldiers As of 1 Dec 2025 , 2 claims." in shown
    assert "2 of 2 deadlines have passed, 1 of them without an outcome." in shown
    assert "1 overdue 1 kept" in shown


def test_each_claim_has_a_card_that_an_address_can_name(made: str) -> None:
    assert Reading(made).all("article", "id") == ["base-closes", "soldiers-leave"]
    shown = words(made)
    assert "The base closes. overdue passed 1 day ago; moved once, +30 days base-closes" in shown
    assert "1 Sep 2025 deadline moved to 2025-11 It takes longer." in shown
    assert "20 Oct 2025 outcome: kept They left." in shown


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
    assert re.findall("2025-11|takes longer|They left|2025-10-20|outcome: ", made) == []


def test_the_page_does_not_depend_on_the_name_of_the_file(made: str) -> None:
    found = report_of("2025-12-01", *CLAIMS)
    states = found.claims
    moved = Report(found.as_of, ("elsewhere/c.yaml",), states)
    assert page(moved, "Bases & soldiers") == made
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
        *("", "overdue", "kept"),
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


def test_a_page_without_claims_has_no_timeline_and_no_script() -> None:
    made = page(report_of("2025-08-17", *CLAIMS), "Nothing")
    assert "0 claims" in words(made)
    assert "No claim here has a deadline." in words(made)
    assert "<script" not in made


@given(st.text(min_size=1).filter(str.strip))
@pytest.mark.slow
def test_no_text_can_leave_its_place(text: str) -> None:
    plain = re.sub(r"[^\n]+", "x", text.strip())  # the lines of a note stay
    made, expected = (Reading(page(report_with(each), each)) for each in (text, plain))
    shape, wanted = ([(tag, [*attrs]) for tag, attrs in r.elements] for r in (made, expected))
    assert shape == wanted
    assert made.raw == expected.raw


def report_with(text: str) -> Report:
    """The report of one claim that has a text wherever one can be."""
    source = Source(url="https://example.org/?a=1&b='2'", title=text, publisher=text)
    learned = Update(date=parse_period("2025-09-01"), note=text, source=source)
    made = Claim(
        id="c",
        claim=text,
        kind="commitment",
        topic=text,
        speaker=text,
        role=text,
        source=source,
        places=("p",),
        updates=(learned,),
    )
    file = TrackedFile("f", ClaimsFile(version=1, places={"p": Place(name=text)}, claims=(made,)))
    entry = Entry(made, file, 1, parse_period("2025-08-18"))
    return report(Tracker((file,), (entry,)), day("2025-12-01"))


def test_notes_keep_their_lines_and_their_addresses_are_links() -> None:
    note = '"- one\\n- two, see https://example.org/a.\\n\\nEnd."'
    made = page(report_of("2025-12-01", claim({"note": note})), "Notes")
    assert (
        '- one<br>- two, see <a href="https://example.org/a" rel="noreferrer">'
        "https://example.org/a</a>.<br><br>End."
    ) in made


def test_the_introduction_and_the_language_of_a_file_are_on_the_page() -> None:
    head = "language: fa\ntitle: T\nabout: About them.\n"
    made = page(report_of("2025-12-01", claim(), head=head), "T")
    assert '<p class="about" dir="auto" lang="fa">About them.</p>' in made
    assert '<h4 dir="auto" lang="fa">The base closes.</h4>' in made


def test_a_period_of_an_update_is_no_day() -> None:
    dates = ("2025-09", "2025-Q4", "2026-01-05")
    made = page(report_of("2026-02-01", claim(updates=[update(date) for date in dates])), "T")
    assert '<time datetime="2025-09">2025-09</time>' in made
    assert "<span>2025-Q4</span>" in made
    assert '<time datetime="2026-01-05">5 Jan 2026</time>' in made


def test_the_indentation_of_a_list_is_seen() -> None:
    made = page(report_of("2026-02-01", claim({"note": '"A list:\\n\\n  - one"'})), "T")
    assert "A list:<br><br>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}- one" in made


@pytest.mark.parametrize(
    ("words", "x", "today", "tight"),
    [
        ("Oct 2026", 50, 90, False),
        ("Oct 2026", 85, 99, True),
        ("2026", 85, 99, False),
        ("Oct 2026", 50, 60, True),
        ("Oct 2026", 50, 40, False),
    ],
)
def test_a_tick_without_room_has_no_name_in_a_narrow_chart(
    words: str, x: float, today: float, tight: bool
) -> None:
    assert is_tight(words, x, today) is tight
