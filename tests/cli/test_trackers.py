"""What public trackers hold goes through every command and comes out as it went in."""

import csv
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from claim_tracker.dates import parse_period
from claim_tracker.render.plain_words import PLAIN
from claim_tracker.yaml import read
from tests.conftest import CommandLine
from tests.formats import EXPORTING
from tests.repository import Repository
from tests.validators import accepts

pytestmark = pytest.mark.slow
DATA = Path(__file__).parents[1] / "data"
FILE = "data/claims.yaml"
OF_CLAIMS = frozenset(
    "claim quote criteria note topic speaker role organisation via rating at title publisher unit "
    "url archived".split()
)
"""The fields with texts, and those with addresses."""


class Kept:
    """The data of a tracker in its file, each claim with the defaults that it does not replace."""

    def __init__(self, name: str) -> None:
        self.text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
        self.root: Any = read(name, self.text.encode()).root
        defaults = self.root["defaults"]
        self.claims = [
            {**defaults, **{key: value for key, value in claim.items() if value is not None}}
            for claim in self.root["claims"]
        ]

    def cited(self, part: dict[str, Any]) -> list[dict[str, Any]]:
        """The sources of a claim or an update, each with its key and its place."""
        named = part.get("source")
        return [
            self._cited(each) for each in (named if isinstance(named, list) else [named]) if each
        ]

    def _cited(self, source: Any) -> dict[str, Any]:
        if isinstance(source, str):
            return {"key": source, **self.root["sources"][source], "at": None}
        if "source" in source:
            key = source["source"]
            return {"key": key, **self.root["sources"][key], "at": source["at"]}
        return {"key": None, **source, "at": None}

    def parts(self) -> Iterator[dict[str, Any]]:
        """The claims and their updates."""
        for claim in self.claims:
            yield claim
            yield from claim.get("updates", ())

    def texts(self) -> list[str]:
        """The texts and addresses of the claims and of the sources that they cite."""
        values = [[part, *self.cited(part)] for part in self.parts()]
        return list(dict.fromkeys(_texts(values)))


def _texts(value: Any, *, wanted: bool = False) -> Iterator[str]:
    if isinstance(value, str) and wanted:
        yield value
    for name, each in value.items() if isinstance(value, dict) else ():
        yield from _texts(each, wanted=name in OF_CLAIMS and not isinstance(each, list))
    for each in value if isinstance(value, list) else ():
        yield from _texts(each)


def missing(texts: list[str], out: str) -> list[str]:
    return [text for text in texts if text not in out]


def page_of(tracker: CommandLine) -> str:
    """The text of the page, its addresses behind what they are of."""
    page = re.sub('<a href="([^"]*)"[^>]*>', r"\1 ", tracker.done("export", "html"))
    text = html.unescape(re.sub("<(?!br>)[^>]*>", "", page).replace("<br>", "\n"))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def words_of(cited: dict[str, Any]) -> str:
    """The title of a source and the place in it, as they stand beside each other."""
    return ", ".join(text for name in ("title", "at") if (text := cited.get(name)))


@pytest.fixture(params=["promises", "evidence"])
def kept(tracker: CommandLine, request: pytest.FixtureRequest) -> Kept:
    made = Kept(request.param)
    tracker.file(FILE, made.text)
    return made


def without_margin(shown: str) -> str:
    return re.sub("^ {12}", "", shown, flags=re.MULTILINE)


def test_a_tracker_is_valid_and_of_the_schema(tracker: CommandLine, kept: Kept) -> None:
    assert "No findings" in tracker.done("check", "--strict")
    assert accepts(kept.root)


def test_show_and_the_page_have_each_text_with_its_lines(tracker: CommandLine, kept: Kept) -> None:
    card = without_margin(tracker.done("show", "*"))
    assert missing([text for text in kept.texts() if "\n" not in text], card) == []
    whole = [text for text in kept.texts() if "\n" in text]
    assert whole
    for text in whole:
        first, *rest = text.split("\n")
        assert first in card
        assert "\n".join(rest) in card
    page = page_of(tracker)
    # What is a link stands behind its own address.
    page = re.sub(r"(https?://\S+) \1", r"\1", page)
    assert missing([*kept.texts(), kept.root["about"], kept.root["title"]], page) == []


def test_json_has_each_value_as_it_was_written(tracker: CommandLine, kept: Kept) -> None:
    rows = json.loads(tracker.done("show", "*", "--format", "json"))["claims"]
    assert [row["id"] for row in rows] == [claim["id"] for claim in kept.claims]
    for row, claim in zip(rows, kept.claims, strict=True):
        names = ("claim", "quote", "criteria", "note", "topic", "speaker", "role", "organisation")
        assert {name: row[name] for name in names} == {name: claim.get(name) for name in names}
        updates = claim.get("updates", [])
        for found, update in zip(row["updates"], updates, strict=True):
            own = ("outcome", "rating", "progress", "quote", "note")
            assert {name: found[name] for name in own} == {name: update.get(name) for name in own}
            assert _cited(found["sources"]) == _of_data(kept.cited(update))
        assert _cited(row["sources"])[: len(kept.cited(claim))] == _of_data(kept.cited(claim))


def test_a_period_of_an_update_is_no_day_anywhere(tracker: CommandLine, kept: Kept) -> None:
    rows = json.loads(tracker.done("show", "*", "--format", "json"))["claims"]
    dates = [update["date"]["text"] for row in rows for update in row["updates"]]
    written = [update["date"] for c in kept.claims for update in c.get("updates", [])]
    same = {"winter 2024/25": "winter 2024", "mid-September 2025": "mid-september 2025"}
    assert dates == [same.get(date, date) for date in written]
    card, page = tracker.done("show", "*"), page_of(tracker)
    feed = tracker.done("export", "atom")
    for date in set(dates):
        if re.fullmatch("[0-9-]{10}", date) is None:
            words = date.replace("/", " to ")
            assert re.search(f"^{words}( |$)", card, re.MULTILINE)
            assert f"\n{PLAIN.date(parse_period(date))}\n" in page
            assert f"Known since: {words}\n" in feed


FIELDS_OF_SOURCES = ("key", "title", "publisher", "url", "archived", "at")


def _cited(sources: list[dict[str, Any]]) -> list[tuple[str | None, ...]]:
    return [tuple(each[name] for name in FIELDS_OF_SOURCES) for each in sources]


def _of_data(sources: list[dict[str, Any]]) -> list[tuple[str | None, ...]]:
    return [tuple(each.get(name) for name in FIELDS_OF_SOURCES) for each in sources]


def test_status_has_the_same_claims_in_each_format(tracker: CommandLine, kept: Kept) -> None:
    whole = json.loads(tracker.done("status", "--format", "json"))["claims"]
    lines = tracker.done("status", "--format", "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == whole
    table = list(csv.DictReader(tracker.done("status", "--format", "csv").splitlines()))
    assert [row["id"] for row in table] == [row["id"] for row in whole]
    for name in ("claim", "topic", "speaker", "role", "organisation", "via"):
        assert [row[name] or None for row in table] == [row[name] for row in whole]
    for name in ("quote", "criteria", "note"):
        flat = [" ".join(row[name].split()) if row[name] else "" for row in whole]
        assert [row[name] for row in table] == flat
    names = [claim[name] for claim in kept.claims for name in ("claim", "speaker")]
    assert missing(names, tracker.done("status", "--format", "markdown")) == []
    assert missing([claim["id"] for claim in kept.claims], tracker.done("status")) == []


@pytest.mark.usefixtures("kept")
def test_the_agenda_names_the_same_claims_in_each_format(tracker: CommandLine) -> None:
    items = json.loads(tracker.done("agenda", "--format", "json"))["items"]
    assert {item["reason"] for item in items} >= {"review", "not-looked-at"}
    lines = tracker.done("agenda", "--format", "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == items
    table = csv.DictReader(tracker.done("agenda", "--format", "csv").splitlines())
    found = [(item["reason"], item["day"], item["claim"]["id"]) for item in items]
    assert [(row["reason"], row["day"], row["id"]) for row in table] == found
    claims = [item["claim"]["claim"] for item in items]
    for form in ("text", "markdown"):
        assert missing(claims, tracker.done("agenda", "--format", form)) == []


def test_a_timeline_and_scorecards_have_each_name(tracker: CommandLine, kept: Kept) -> None:
    assert missing([claim["claim"][:9] for claim in kept.claims], tracker.done("timeline")) == []
    for form in ("table", "json", "csv", "markdown"):
        out = tracker.done("scorecard", "--by", "organisation", "--format", form)
        named = [name for claim in kept.claims if (name := claim.get("organisation"))]
        assert missing(named, out) == []
        out = tracker.done("scorecard", "--by", "source", "--format", form)
        main = [kept.cited(claim)[0] for claim in kept.claims]
        published = [each["publisher"] for each in main if "publisher" in each]
        assert missing(published, out.replace("&#39;", "'")) == []


def test_feed_and_calendar_have_each_source_with_its_place(
    tracker: CommandLine, kept: Kept
) -> None:
    feed = "\n".join(ET.XML(tracker.done("export", "atom")).itertext())
    updates = [u for claim in kept.claims for u in claim.get("updates", [])]
    cited = [source for update in updates for source in kept.cited(update)]
    assert missing([words_of(source) for source in cited], feed) == []
    assert missing([source["url"] for source in cited if "url" in source], feed) == []
    texts = [update[name] for update in updates for name in ("quote", "note") if name in update]
    assert missing(texts, feed) == []
    out = tracker.done("export", "ics").replace("\r\n ", "")
    unfolded = re.sub(r"\\([\\;,])", r"\1", out)
    events = set(re.findall("Claim: ([a-z0-9-]+)", unfolded))
    assert events
    for claim in kept.claims:
        if claim["id"] in events:
            assert missing([words_of(source) for source in kept.cited(claim)], unfolded) == []


def test_no_name_is_said_twice(tracker: CommandLine, kept: Kept) -> None:
    own = [c["speaker"] for c in kept.claims if c["speaker"] == c.get("organisation")]
    assert own
    feed = tracker.done("export", "atom")
    calendar = tracker.done("export", "ics").replace("\r\n ", "").replace("\\,", ",")
    assert not re.search(rf"({'|'.join(own)}), \1", feed + calendar)


def test_reviews_have_the_ratings_and_who_speaks(tracker: CommandLine, kept: Kept) -> None:
    graph = json.loads(tracker.done("export", "claimreview"))["@graph"]
    by_claim = {review["claimReviewed"]: review for review in graph}
    judged = 0
    for claim in kept.claims:
        outcomes = [u for u in claim.get("updates", []) if "outcome" in u]
        if not outcomes or outcomes[-1]["outcome"] == "open":
            assert claim["claim"] not in by_claim
            continue
        judged += 1
        review, last = by_claim[claim["claim"]], outcomes[-1]
        assert review["reviewRating"]["alternateName"] == last["rating"]
        assert review["reviewRating"].get("ratingExplanation") == last.get("note")
        author = review["itemReviewed"]["author"]
        is_own = claim["speaker"] == claim.get("organisation")
        assert author["@type"] == ("Organization" if is_own else "Person")
        assert author["name"] == claim["speaker"]
        if not is_own and "organisation" in claim:
            assert author["worksFor"]["name"] == claim["organisation"]
        day = last["date"]
        assert review.get("datePublished") == (day if re.fullmatch("[0-9-]*", day) else None)
    assert judged == len(graph)


CHANGES = (
    ("organisation: Progress Party\n", "organisation: Progress Alliance\n"),
    ("rating: Mostly kept", "rating: Kept"),
    ("No child of this town", "No pupil of this town"),
    ("and it is free.", "and free it is."),
    ("Homes count that are let", "Homes count when they are let"),
    ("Two things were left open", "Two points were left open"),
    ("review: 2027-02", "review: 2027-03"),
    ("review: 2026-09-01", "review: 2026-10-01"),
    ("- date: 2025-H2", "- date: 2025-Q4"),
    ("at: 'page 3'", "at: 'page 4'"),
    ("at: annex C", "at: annex D"),
    ("title: Poster in bus 14", "title: Poster in bus 15"),
    ("language: en-GB", "language: en"),
    ("title: 'Promises of the", "title: 'The promises of the"),
    ("Twelve promises that", "A dozen promises that"),
    ("tags: [manifesto-2024]", "tags: [the-manifesto]"),
    ("due: none", "due: 2027"),
)


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_change_of_each_field_is_reported(tracker: CommandLine, old: str, new: str) -> None:
    kept = Kept("promises")
    Repository(tracker.folder).commit(FILE, kept.text)
    assert kept.text.count(old) == 1
    tracker.file(FILE, kept.text.replace(old, new))
    reported = json.loads(tracker.done("diff", "--format", "json"))
    assert reported["claims"] or reported["tables"]
    shared = re.sub(r"^.*?: *'?|[\n']", "", new) if ": " in new else new
    for form in ("text", "markdown"):
        out = tracker.done("diff", "--format", form)
        plain = re.sub(r"</?(?:del|ins)>|[*{}\[\]\\]", "", out).replace("{+", "").replace("+}", "")
        assert any(word in plain for word in shared.strip("[]").split()[:2]), (form, out)


def test_what_is_recorded_and_added_leaves_every_other_byte(
    tracker: CommandLine, kept: Kept
) -> None:
    repository = Repository(tracker.folder)
    repository.commit(FILE, kept.text)
    first = kept.claims[0]
    note = "Looked.\n\n- one\n- two"
    assert tracker("record", first["id"], "--note", note, "--date", "2026-10", "--yes").status == 0
    added = ("--claim", "A new one.", "--id", "a-new-one", "--yes")
    given = {"kind": "commitment", "speaker": "X. Y.", "source": next(iter(kept.root["sources"]))}
    options = [
        part
        for name, value in given.items()
        if name not in kept.root["defaults"]
        for part in (f"--{name}", value)
    ]
    ran = tracker("add", *added, *options)
    assert (ran.status, ran.err) == (0, ran.err)
    after: Any = read(FILE, (tracker.folder / FILE).read_bytes()).root
    assert after["claims"][-1]["claim"] == "A new one."
    assert after["claims"][0]["updates"][-1] == {"date": "2026-10", "note": note}
    lines = (tracker.folder / FILE).read_text("utf-8").splitlines()
    left = iter(lines)
    assert all(line in left for line in kept.text.splitlines())
    repository.commit(FILE, "\n".join(lines) + "\n")
    assert "Looked." in tracker.done("log", first["id"])
    assert "No findings" in tracker.done("check", "--strict")


def test_a_claim_is_found_by_each_of_its_texts(tracker: CommandLine, kept: Kept) -> None:
    for claim in kept.claims:
        parts = [claim, *claim.get("updates", [])]
        cited = [source for part in parts for source in kept.cited(part)]
        words = [text for source in cited for text in _at(source)]
        copies = {source.get("archived") for source in cited}
        texts = [*(text for text in _texts(parts) if text not in copies), *words]
        for text in texts:
            for line in filter(None, text.split("\n")):
                assert claim["id"] in _ids(tracker, "--search", line.strip()), line


def _at(cited: dict[str, Any]) -> list[str]:
    return [cited[name] for name in ("title", "at", "publisher") if cited.get(name)]


def _ids(tracker: CommandLine, *options: str) -> list[str]:
    out = tracker.done("status", *options, "--format", "json")
    return [row["id"] for row in json.loads(out)["claims"]]


@pytest.mark.parametrize("option", ["topic", "speaker", "organisation", "kind"])
def test_a_filter_chooses_by_what_defaults_say_too(
    tracker: CommandLine, kept: Kept, option: str
) -> None:
    values = {claim[option] for claim in kept.claims if option in claim}
    assert values
    for value in values:
        wanted = {claim["id"] for claim in kept.claims if claim.get(option) == value}
        assert set(_ids(tracker, f"--{option}", value)) == wanted


def test_a_filter_by_source_chooses_by_any_of_them(tracker: CommandLine, kept: Kept) -> None:
    for key in kept.root["sources"]:
        wanted = {
            claim["id"]
            for claim in kept.claims
            if key
            in {it["key"] for p in (claim, *claim.get("updates", [])) for it in kept.cited(p)}
        }
        if wanted:
            assert set(_ids(tracker, "--source", key)) == wanted


EVERY = (
    *(("status", "--format", form) for form in ("table", "json", "jsonl", "csv", "markdown")),
    *(("agenda", "--format", form) for form in ("text", "json", "csv", "markdown")),
    *(
        ("show", "*"),
        ("show", "*", "--format", "json"),
        ("timeline",),
        ("scorecard",),
        ("sources",),
    ),
    *EXPORTING,
)


@pytest.mark.parametrize("as_of", ["2024-06-29", "2025-01-15", "2025-12-30", "2026-02-28"])
def test_nothing_that_was_learned_later_is_in_any_format(
    tracker: CommandLine, kept: Kept, as_of: str
) -> None:
    """A file that lacks the later updates says the same of an earlier day."""
    whole = [tracker.done(*command, "--as-of", as_of) for command in EVERY]
    found = json.loads(tracker.done("show", "*", "--format", "json"))["claims"]
    lines = kept.text.split("\n")
    for claim in found:
        start = claim["line"] - 1
        after = [n for n in range(start + 1, len(lines)) if lines[n].startswith("  - id:")]
        end = after[0] if after else len(lines) - 1
        starts = [n for n in range(start, end) if lines[n].startswith("      - date:")]
        for at, stop, update in zip(starts, [*starts[1:], end], claim["updates"], strict=False):
            if update["date"]["latest"] > as_of:
                lines[at:stop] = ["#"] * (stop - at)
        if starts and all(update["date"]["latest"] > as_of for update in claim["updates"]):
            lines[starts[0] - 1] = "#"
    tracker.file(FILE, "\n".join(lines))
    for command, before in zip(EVERY, whole, strict=True):
        assert tracker.done(*command, "--as-of", as_of) == before
