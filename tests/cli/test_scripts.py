"""Claims in many scripts go through every command as they are written."""

import csv
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from claim_tracker.cli.prompts.prompt import ask
from claim_tracker.cli.prompts.question import Choice, Question
from claim_tracker.yaml import read
from tests.builders import widest
from tests.conftest import CommandLine
from tests.formats import WITH_EACH_TEXT
from tests.repository import Repository
from tests.samples import claim, claims_file

TEXTS = {
    "Persian": "دولت می\u200cگوید خانه\u200cها تا پایان سال ساخته می\u200cشوند.",
    "Nepali": "सरकारले श्रीमान्\u200cको सडक पूरा गर्ने बताएको छ।",
    "Thai": "รัฐบาล\u200bจะเปิดสะพานใหม่",
    "Malayalam": "അവന്\u200d പാലം പണിയുമെന്ന് പറഞ്ഞു.",
    "Ukrainian": unicodedata.normalize("NFD", "Київ відкриє новий міст."),
}
SHOWN = (
    ("show", "base-closes"),
    ("status", "--format", "json"),
    ("status", "--format", "jsonl"),
    ("status", "--format", "csv"),
    ("status", "--format", "markdown"),
    *(("export", form) for form in WITH_EACH_TEXT),
)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_shown_and_exported_as_it_is_written(tracker: CommandLine, text: str) -> None:
    head = "publisher: {name: Claims, url: https://example.org/}\n"
    outcome = "date: 2025-09-01, outcome: kept, source: {url: https://example.org/b}"
    tracker.file(
        "a.yaml", claims_file(claim({"claim": text, "speaker": text}, [outcome]), head=head)
    )
    for arguments in SHOWN:
        out = tracker.done(*arguments, "-f", "a.yaml")
        assert text in out or json.dumps(text)[1:-1] in out, arguments


SAME_BUT_FOR_JOINTS = (
    (("show", "Base_Closes-2"), "base-closes-2"),
    (("status", "BASE CLOSES 2"), "base-closes-2"),
    (("record", "Base_Closes-2", "--note", "N.", "--yes"), "base-closes-2"),
    (("record", "base-closes-1", "--outcome", "kept", "--source", "Paper_2"), "paper-2"),
    (("status", "--topic", "Phase_2"), "phase-2"),
    (("status", "--speaker", "A. Minister_2"), "A. Minister-2"),
    (("status", "--tag", "Troops 2"), "troops-2"),
    (("status", "--place", "Place_2"), "place-2"),
    (("timeline", "--tag", "Troops 2"), "troops-2"),
    (("scorecard", "--speaker", "a.minister 2"), "A. Minister-2"),
    (("export", "html", "--topic", "phase 2"), "phase-2"),
    (("status", "--format", "JSON_L"), "jsonl"),
    (("status", "--status", "partly kept"), "partly-kept"),
    (("record", "base-closes-1", "--progress", "On_Track"), "on-track"),
    (("check", "--explain", "e-203"), "E203"),
    (("Score_Card",), "scorecard"),
)


@pytest.fixture
def numbered(tracker: CommandLine) -> CommandLine:
    """Three of each word, one digit apart."""
    numbers = (1, 2, 3)
    claims = [
        claim(
            {
                "id": f"base-closes-{n}",
                "claim": f"{n}.",
                "topic": f"phase-{n}",
                "speaker": f"A. Minister-{n}",
                "tags": f"[troops-{n}]",
                "places": f"[place-{n}]",
            }
        )
        for n in numbers
    ]
    source = "{url: https://example.org/%s, published: 2025-08-18}"
    head = "".join(
        (
            "sources:\n",
            *(f"  paper-{n}: {source % n}\n" for n in numbers),
            "places:\n",
            *(f"  place-{n}: {{name: Harbour {n}}}\n" for n in numbers),
        )
    )
    tracker.file("data/claims.yaml", claims_file(*claims, head=head))
    return tracker


@pytest.mark.parametrize(("arguments", "near"), SAME_BUT_FOR_JOINTS)
def test_a_word_that_differs_in_joints_is_the_nearest(
    numbered: CommandLine, arguments: tuple[str, ...], near: str
) -> None:
    ran = numbered(*arguments)
    assert ran.status == 2
    assert f"did you mean `{near}`" in ran.err.lower().replace(near.lower(), near)


def test_log_names_the_id_that_differs_in_joints(numbered: CommandLine) -> None:
    text = (numbered.folder / "data/claims.yaml").read_text("utf-8")
    Repository(numbered.folder).commit("data/claims.yaml", text)
    assert "did you mean `base-closes-2`" in numbered.fails("log", "Base_Closes-2")


def test_add_asks_about_words_that_differ_in_joints(numbered: CommandLine) -> None:
    words = ("--topic", "Phase 2", "--speaker", "a.minister_3", "--tag", "TROOPS_1")
    given = ("--claim", "A base opens.", "--kind", "commitment", "--source", "paper-1")
    messages = numbered("add", *given, *words, "--yes").err
    near = ("phase-2", "A. Minister-3", "troops-1")
    assert [f"did you mean `{word}`" in messages for word in near] == [True] * 3


@pytest.mark.parametrize(
    ("field", "written", "near"),
    [
        ("related: [base-closes-1]", "related: [Base_Closes-2]", "base-closes-2"),
        ("places: [place-1]", "places: [PLACE_2]", "place-2"),
        ("version: 1", "version: 1\ntimezone: america/new-york", "America/New_York"),
        ("version: 1", "version: 1\ntimezone: asia/ho chi minh", "Asia/Ho_Chi_Minh"),
        ("version: 1", "version: 1\ntimezone: utc", "UTC"),
        ("kind: commitment", "kind: Commit-ment", "commitment"),
    ],
)
def test_a_value_that_differs_in_joints_is_the_nearest(
    numbered: CommandLine, field: str, written: str, near: str
) -> None:
    path = numbered.folder / "data/claims.yaml"
    text = path.read_text("utf-8")
    if field not in text:
        text = text.replace("places: [place-1]", f"{field}\n    places: [place-1]")
    numbered.file("data/claims.yaml", text.replace(field, written, 1))
    assert f"did you mean `{near}`" in numbered("check").out


@pytest.mark.parametrize(
    ("answer", "near"),
    [("Phase 2", "phase-2"), ("PHASE_3", "phase-3"), ("phase1", "phase-1")],
)
def test_an_answer_that_differs_in_joints_is_asked_about(
    numbered: CommandLine, answer: str, near: str
) -> None:
    question = Question(
        label="Topic", choices=[Choice(word) for word in ("phase-1", "phase-2", "phase-3")]
    )
    numbered.answers(answer, "y")
    assert ask(question) == near
    assert f"Do you mean `{near}`?" in numbered.capture.readouterr().err


DATA = Path(__file__).parents[1] / "data"
SCRIPTS = ("malayalam", "nepali", "persian", "thai", "ukrainian")
IDS = [f"claim-{number}" for number in range(1, 11)]
JOINERS = "\u200b\u200c\u200d"


class Ten:
    """A file of ten claims in one script, and its texts as they were written.

    Each claim has the defaults that it does not replace.
    """

    def __init__(self, script: str) -> None:
        self.text = (DATA / f"{script}.yaml").read_text(encoding="utf-8")
        self.root: Any = read(script, self.text.encode()).root
        defaults = self.root["defaults"]
        self.claims: list[dict[str, Any]] = [{**defaults, **claim} for claim in self.root["claims"]]

    def of(self, *names: str) -> list[str]:
        """The texts of some fields of the claims, each once."""
        values = [claim.get(name) for claim in self.claims for name in names]
        return list(dict.fromkeys(_texts(values)))

    def reported(self) -> list[str]:
        """The texts that somebody reads of a claim: all in the script but those of regions."""
        places = [{"name": place["name"]} for place in self.root["places"].values()]
        texts = dict.fromkeys(_texts([self.root["sources"], places, self.claims]))
        return [text for text in texts if not text.isascii()]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else ():
        yield from _texts(each)
    for each in value if isinstance(value, list) else ():
        yield from _texts(each)


@pytest.fixture(params=SCRIPTS)
def ten(tracker: CommandLine, request: pytest.FixtureRequest) -> Ten:
    made = Ten(request.param)
    tracker.file("data/claims.yaml", made.text)
    return made


def missing(texts: list[str], out: str) -> list[str]:
    return [text for text in texts if text not in out]


def graphemes_are_whole(lines: list[str]) -> bool:
    """Whether no line begins with a mark or a joiner."""
    first = [line.lstrip(" ")[:1] for line in lines]
    return not any(it in JOINERS or unicodedata.category(it)[0] == "M" for it in first if it)


@pytest.mark.slow
class TestTenClaims:
    def test_they_are_valid(self, tracker: CommandLine, ten: Ten) -> None:
        assert ten.of("id") == IDS
        assert "No findings in 10 claims" in tracker.done("check", "--strict")

    def test_show_has_every_text(self, tracker: CommandLine, ten: Ten) -> None:
        lines = "\n".join(ten.reported()).splitlines()
        assert missing(lines, tracker.done("show", *IDS)) == []
        rows = json.loads(tracker.done("show", *IDS, "--format", "json"))
        places = [it["name"] for it in ten.root["places"].values()]
        shown = {*_texts(rows), *places}
        assert [text for text in ten.reported() if text not in shown] == []

    def test_status_has_the_texts_of_each_format(self, tracker: CommandLine, ten: Ten) -> None:
        rows = json.loads(tracker.done("status", "--format", "json"))["claims"]
        lines = tracker.done("status", "--format", "jsonl").splitlines()
        assert [json.loads(line) for line in lines] == rows
        table = list(csv.DictReader(tracker.done("status", "--format", "csv").splitlines()))
        for name in ("claim", "topic", "speaker", "role", "via"):
            written = {claim["id"]: claim.get(name) for claim in ten.claims}
            assert {row["id"]: row[name] for row in rows} == written
            assert {row["id"]: row[name] or None for row in table} == written
        tags = {claim["id"]: claim["tags"] for claim in ten.claims}
        assert {row["id"]: row["tags"] for row in rows} == tags
        assert {row["id"]: row["tags"].split("; ") for row in table} == tags
        assert missing(ten.of("topic", "speaker"), tracker.done("status")) == []
        markdown = tracker.done("status", "--format", "markdown")
        assert missing(ten.of("claim", "speaker"), markdown) == []

    @pytest.mark.parametrize("width", [40, 60, 80])
    def test_a_terminal_is_kept_to_and_no_letter_is_parted(
        self, tracker: CommandLine, ten: Ten, width: int
    ) -> None:
        commands = (("show", *IDS), ("status",), ("timeline",), ("scorecard",))
        for command in commands:
            tracker.terminal(width)
            out = tracker(*command, "--color", "never").out
            assert widest(out.splitlines()) <= width, command
            assert graphemes_are_whole(out.splitlines()), command
        cards = "".join(tracker("show", *IDS, "--color", "never").out.split())
        assert missing(["".join(text.split()) for text in ten.of("claim")], cards) == []

    def test_the_timeline_and_the_scorecard_have_the_names(
        self, tracker: CommandLine, ten: Ten
    ) -> None:
        assert missing(ten.of("topic"), tracker.done("timeline")) == []
        for form in ("table", "json", "csv", "markdown"):
            out = tracker.done("scorecard", "--format", form)
            assert missing(ten.of("speaker"), out) == [], form

    def test_a_page_a_feed_and_reviews_have_the_texts(self, tracker: CommandLine, ten: Ten) -> None:
        page = html.unescape(re.sub("<[^>]*>", "\n", tracker.done("export", "html")))
        head = [ten.root["title"], *filter(None, ten.root["about"].splitlines())]
        assert missing([*ten.reported(), *head], page) == []
        feed = "\n".join(ET.XML(tracker.done("export", "atom")).itertext())
        known = [claim["id"] for claim in ten.claims if claim.get("updates")]
        notes = [update["note"] for claim in ten.claims for update in claim.get("updates", [])]
        claims = [claim["claim"] for claim in ten.claims if claim["id"] in known]
        names = (ten.root["publisher"]["name"], ten.root["title"])
        assert missing([*notes, *claims, *names], feed) == []
        reviews = list(_texts(json.loads(tracker.done("export", "claimreview"))))
        judged = [c for c in ten.claims if any("outcome" in u for u in c.get("updates", []))]
        assert [c["claim"] for c in judged if c["claim"] not in reviews] == []
        assert [c["speaker"] for c in judged if c["speaker"] not in reviews] == []

    def test_the_agenda_has_what_is_to_be_looked_at(self, tracker: CommandLine, ten: Ten) -> None:
        items = json.loads(tracker.done("agenda", "--format", "json"))["items"]
        wanted = {item["claim"]["id"] for item in items}
        texts = [claim["claim"] for claim in ten.claims if claim["id"] in wanted]
        assert texts
        for form in ("text", "jsonl", "csv", "markdown"):
            assert missing(texts, tracker.done("agenda", "--format", form)) == [], form

    def test_each_text_of_the_page_is_marked_with_its_language(
        self, tracker: CommandLine, ten: Ten
    ) -> None:
        language = ten.root["language"]
        page = tracker.done("export", "html")
        marked = re.findall(rf"<[^>]* lang=\"{language}\"[^>]*>([^<]*)", page)
        texts = ten.of("claim", "topic", "criteria", "quote", "organisation", "tags")
        notes = [update["note"] for claim in ten.claims for update in claim.get("updates", [])]
        assert missing([*texts, *notes], html.unescape("\n".join(marked))) == []

    def test_what_defaults_say_is_marked_and_chosen_by(
        self, tracker: CommandLine, ten: Ten
    ) -> None:
        assert "commitment (default)" in tracker.done("show", "claim-1")
        rows = json.loads(tracker.done("status", "--kind", "commitment", "--format", "json"))
        wanted = [claim["id"] for claim in ten.claims if claim["kind"] == "commitment"]
        assert sorted(row["id"] for row in rows["claims"]) == sorted(wanted)

    def test_a_calendar_has_the_texts_and_whole_letters(
        self, tracker: CommandLine, ten: Ten
    ) -> None:
        out = tracker.done("export", "ics", "--alarm", "7 days")
        lines = out.encode().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        folded = [line.decode()[1:] for line in lines if line.startswith(b" ")]
        assert graphemes_are_whole(folded)
        unfolded = re.sub(r"\\([\\;,])", r"\1", out.replace("\r\n ", ""))
        open_ones = [
            c for c in ten.claims if c["id"] in ("claim-2", "claim-6", "claim-7", "claim-8")
        ]
        texts = [c[name] for c in open_ones for name in ("claim", "speaker", "role", "topic")]
        assert missing(texts, unfolded) == []

    def test_a_difference_and_the_log_have_old_and_new(
        self, tracker: CommandLine, ten: Ten
    ) -> None:
        repository = Repository(tracker.folder)
        repository.commit("data/claims.yaml", ten.text)
        first, second, *_ = ten.of("claim")
        note = ten.claims[6]["updates"][0]["note"]
        changed = ten.text.replace(first, second[:-1] + " " + first).replace(note, first)
        tracker.file("data/claims.yaml", changed)
        for form in ("text", "json", "markdown"):
            out = tracker.done("diff", "--format", form)
            if form == "json":
                out = "\n".join(_texts(json.loads(out)))
            assert missing([first, note, second[:-1]], out) == [], form
        repository.commit("data/claims.yaml", changed)
        assert note in tracker.done("log", "claim-7")
        assert first in tracker.done("log", "claim-7", "--format", "json")

    def test_what_is_recorded_and_added_is_as_it_was_given(
        self, tracker: CommandLine, ten: Ten
    ) -> None:
        first = ten.claims[0]
        note, title = first["updates"][0]["note"], ten.root["sources"]["paper-1"]["title"]
        address = "https://paper.example/9"
        source = ("--source-url", address, "--source-title", title)
        tracker("record", "claim-7", "--progress", "on-track", "--note", note, *source, "--yes")
        fields = ("claim", "speaker", "role", "topic")
        given = {name: first[name] for name in fields} | {"claim": title}
        options = [part for name in fields for part in (f"--{name}", given[name])]
        tags = [part for tag in first["tags"] for part in ("--tag", tag)]
        kind = ("--kind", "commitment", "--source", "paper-1", "--id", "claim-11")
        assert tracker("add", *options, *tags, *kind, "--yes").status == 0
        *_, seventh, _, _, _, added = read(
            "", (tracker.folder / "data/claims.yaml").read_bytes()
        ).root["claims"]
        assert added | given | {"tags": first["tags"]} == added
        assert seventh["updates"][-1] | {"note": note} == seventh["updates"][-1]
        assert seventh["updates"][-1]["source"] == {"url": address, "title": title}

    def test_every_spelling_finds_the_claim(self, tracker: CommandLine, ten: Ten) -> None:
        for each in ten.claims:
            for text in {*_spellings(each["claim"]), *_spellings(each["claim"][3:12])}:
                rows = json.loads(tracker.done("status", "--search", text, "--format", "json"))
                assert each["id"] in [row["id"] for row in rows["claims"]], text
        for option, names in (("topic", ten.of("topic")), ("speaker", ten.of("speaker"))):
            for name in names:
                for text in _spellings(name):
                    assert name in tracker.done("status", f"--{option}", text), text
        for tag in ten.of("tags"):
            for text in _spellings(tag):
                rows = json.loads(tracker.done("status", "--tag", text, "--format", "json"))
                assert all(tag in row["tags"] for row in rows["claims"]), text

    def test_ids_and_names_are_completed(self, tracker: CommandLine, ten: Ten) -> None:
        assert tracker.completed("tracker show claim-") == IDS
        for tag in ten.of("tags"):
            assert tag in tracker.completed(f"tracker status --tag {tag[:2]}")


def _spellings(text: str) -> set[str]:
    """The text as others may type it: without joiners, decomposed, in capitals."""
    without = "".join(each for each in text if each not in JOINERS)
    arabic = text.replace("\u06cc", "\u064a").replace("\u06a9", "\u0643")
    return {text, without, unicodedata.normalize("NFD", text), text.upper(), arabic}
