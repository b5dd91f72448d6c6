"""`tracker draft`."""

import json
import os
import select
import sys
from pathlib import Path
from shlex import quote

import pytest

from claim_tracker.cli.context import Failure
from tests.conftest import CommandLine
from tests.samples import claim, claims_file

ROOT = Path(__file__).parents[3]

TEXT = """\
Port to open

Published 14 May 2025

The port of Calder will open its terminal by 30 June 2025, Lena Harwick said on Tuesday.
About 300 workers will be hired by the end of the year.
"""
SENTENCE = "About 300 workers will be hired by the end of the year."
MORE = "The bridge will be closed until 1 August 2025."
OTHER = f"Bridge to close\n\nPublished 14 May 2025\n\n{MORE}\n"
NOTHING = "Nothing.\n\nPublished 14 May 2025\n"
NOTHING_SAID = "no sentence says, in English, what will happen or how things stand"
NAME = "data/claims.yaml"
PATIENCE = 30.0
"""Seconds."""


@pytest.fixture
def article(tracker: CommandLine) -> Path:
    return tracker.file("port.txt", TEXT)


def drafts(tracker: CommandLine, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        tracker.done("draft", *arguments, "--format", "json")
    )["drafts"]
    return found


class TestWithoutATerminal:
    def test_a_valid_claims_file_is_written(self, tracker: CommandLine, article: Path) -> None:
        tracker.file(NAME, tracker.done("draft", article, "--publisher", "Norda News"))
        assert tracker("check", "--strict").status == 0
        assert "300 workers" in tracker.done("status", "--as-of", "2025-05-20")

    def test_the_example_of_the_docs_is_what_is_written(self, tracker: CommandLine) -> None:
        page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("## Drafts")[2]
        article = ROOT / "docs" / "examples" / "harbour.txt"
        written = tracker.done("draft", article, "--publisher", "Norda News", "--format", "json")
        shown, whole = (json.loads(text) for text in (page.split("```")[1][4:], written))
        assert shown == {**whole, "drafts": whole["drafts"][:1]}

    def test_json_has_the_source_and_the_drafts(self, tracker: CommandLine, article: Path) -> None:
        printed = json.loads(
            tracker.done("draft", article, "--format", "json", "--url", "https://example.org/a")
        )
        assert printed["source"] == {
            "title": "Port to open",
            "publisher": None,
            "url": "https://example.org/a",
            "published": "2025-05-14",
        }
        first, second = printed["drafts"]
        assert (first["due"], first["speaker"]) == ("2025-06-30", "Lena Harwick")
        assert second["sentence"] == SENTENCE
        assert second["quantity"] == {"value": 300, "unit": "workers", "approximate": True}
        assert TEXT[second["start"] : second["end"]] == SENTENCE
        assert list(first)[-4:] == ["places", "id", "why", "known"]

    def test_several_articles_are_a_list(self, tracker: CommandLine, article: Path) -> None:
        printed = json.loads(tracker.done("draft", article, article, "--format", "json"))
        assert [len(each["drafts"]) for each in printed] == [2, 2]

    def test_standard_input_is_an_article(self, tracker: CommandLine) -> None:
        tracker.standard_input(TEXT)
        assert len(drafts(tracker, "-")) == 2

    def test_an_output_is_written(self, tracker: CommandLine, article: Path) -> None:
        assert tracker.done("draft", article, "-o", "new.yaml") == ""
        assert tracker("check", "new.yaml").status == 0

    def test_the_file_of_two_articles_is_valid(self, tracker: CommandLine, article: Path) -> None:
        other = tracker.file("b.txt", OTHER)
        tracker.done("draft", article, other, "-o", "new.yaml")
        assert tracker("check", "new.yaml", "--strict").status == 0

    def test_an_article_that_is_given_twice_is_written_once(
        self, tracker: CommandLine, article: Path
    ) -> None:
        once = tracker.done("draft", article)
        assert tracker.done("draft", article, article) == once
        first, second = json.loads(tracker.done("draft", article, article, "--format", "json"))
        ids = [draft["id"] for draft in first["drafts"]]
        assert [draft["known"] for draft in first["drafts"]] == [None, None]
        assert [draft["known"] for draft in second["drafts"]] == ids
        assert not {*ids} & {draft["id"] for draft in second["drafts"]}

    def test_what_another_article_says_too_is_written_once(
        self, tracker: CommandLine, article: Path
    ) -> None:
        page = "".join(f"<p>{line}</p>" for line in TEXT.splitlines()[4:])
        day = '<meta property="article:published_time" content="2025-05-14">'
        tracker.file("a.html", f"<html><head>{day}</head><body>{page}<p>{MORE}</p></body></html>")
        tracker.done("draft", article, "a.html", "-o", "new.yaml")
        text = tracker.folder.joinpath("new.yaml").read_text("utf-8")
        assert text.count("quote:") == 3
        assert text.count("title:") == 2
        assert tracker("check", "new.yaml", "--strict").status == 0

    @pytest.mark.parametrize(
        ("old", "new"), [("Lena Harwick", "Tom Bell"), ("Friday", "Monday"), ("14 May", "14 June")]
    )
    def test_another_speaker_or_day_is_another_claim(
        self, tracker: CommandLine, old: str, new: str
    ) -> None:
        text = "Published 14 May 2025\n\nThe port will open by Friday, Lena Harwick said.\n"
        tracker.file("a.txt", text)
        tracker.file("b.txt", text.replace(old, new))
        assert tracker.done("draft", "a.txt", "b.txt").count("quote:") == 2

    @pytest.mark.parametrize(
        ("given", "speaker"),
        [
            (
                {"title": "A port", "url": "https://www.example.org/a", "publisher": "Norda"},
                "Norda",
            ),
            ({"title": "A port", "url": "https://www.example.org/a"}, "example.org"),
            ({"title": "A port"}, "A port"),
            ({}, "new.port"),
        ],
    )
    def test_what_nobody_says_the_article_says(
        self, tracker: CommandLine, given: dict[str, str], speaker: str
    ) -> None:
        tracker.file("articles/new.port.txt", "Published 14 May 2025\n\nIt will open by June.\n")
        options = [part for name, text in given.items() for part in (f"--{name}", text)]
        printed = tracker.done("draft", "articles/new.port.txt", *options)
        assert f"    speaker: {speaker}\n" in printed
        assert "articles" not in printed

    def test_without_its_day_there_is_no_claims_file(self, tracker: CommandLine) -> None:
        tracker.file("a.txt", "The port will open by June.")
        assert tracker.fails("draft", "a.txt") == (
            "Error: it is not known when `a.txt` was published, and its claims count from that "
            "day\nHelp: give it with `--published DATE`\n"
        )
        ran = tracker("draft", "a.txt", "--format", "json")
        assert ran.err == "a.txt: no publication day was found: give --published DATE\n"
        assert json.loads(ran.out)["drafts"][0]["due"] is None
        assert drafts(tracker, "a.txt", "--published", "2025-05-14")[0]["due"] == "2025-06"

    def test_what_the_file_says_is_known(self, tracker: CommandLine, article: Path) -> None:
        tracker.file(NAME, claims_file(claim({"claim": SENTENCE, "due": "2025-12-31"})))
        assert [it["known"] for it in drafts(tracker, str(article))] == [None, "base-closes"]

    @pytest.mark.parametrize("form", ["yaml", "json"])
    def test_an_article_without_claims_is_named(
        self, tracker: CommandLine, article: Path, form: str
    ) -> None:
        tracker.file("a.txt", NOTHING)
        ran = tracker("draft", "a.txt", article, "--format", form)
        assert (ran.status, ran.err) == (0, f"a.txt: {NOTHING_SAID}\n")
        assert SENTENCE in ran.out

    def test_a_file_that_is_not_there_is_named(self, tracker: CommandLine) -> None:
        assert "`none.txt`" in tracker.fails("draft", "none.txt")

    @pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///a.txt"])
    def test_an_address_that_is_not_fetched_is_named(
        self, tracker: CommandLine, address: str
    ) -> None:
        assert f"`{address}` is not an http or https address" in tracker.fails("draft", address)

    def test_a_title_is_of_one_article(self, tracker: CommandLine, article: Path) -> None:
        assert "several are named" in tracker.fails("draft", article, article, "--title", "T")

    @pytest.mark.parametrize("option", [(), ("--format", "yaml"), ("-o", "new.yaml")])
    def test_a_file_to_add_to_is_refused_where_nobody_is_asked(
        self, tracker: CommandLine, option: tuple[str, ...]
    ) -> None:
        tracker.file("a.txt", "The port will open by June 2027.")
        options = ("--published", "2026-05-14", "--to", "claims.yaml", *option)
        assert "--to is for drafts that" in tracker.fails("draft", "a.txt", *options)
        assert not (tracker.folder / "new.yaml").exists()


@pytest.mark.usefixtures("article")
class TestAtATerminal:
    @pytest.fixture(autouse=True)
    def claims(self, tracker: CommandLine) -> Path:
        tracker.patch.setenv("TERM", "dumb")
        return tracker.file(NAME, claims_file(claim()))

    def test_a_draft_is_added_with_its_quote(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        tracker.answers("skip", "add")
        ran = tracker("draft", article, "--url", "https://example.org/a")
        text = claims.read_text("utf-8")
        assert ran.status == 0
        assert "1 of 2 drafts added." in ran.err
        assert f"    quote: {SENTENCE}\n" in text
        assert "url: https://example.org/a" in text
        assert text.startswith("version: 1\nsources:\n")
        assert tracker("check", "--strict").status == 0

    def test_two_drafts_have_one_source(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        tracker.answers("a", "a")
        assert tracker("draft", article).status == 0
        assert claims.read_text("utf-8").count("title: Port to open") == 1

    def test_the_key_of_its_address_is_written_however_that_is_spelt(
        self, tracker: CommandLine, article: Path
    ) -> None:
        known = "sources:\n  port:\n    url: HTTPS://Example.org:443/a\n    published: 2025-05-14\n"
        claims = tracker.file(NAME, claims_file(claim(), head=known))
        tracker.answers("add", "quit")
        ran = tracker("draft", article, "--url", "https://example.org/a")
        assert "1 of 2 drafts added." in ran.err
        assert "    source: port\n" in claims.read_text("utf-8")

    def test_one_can_go_back_and_quit(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        before = claims.read_text("utf-8")
        tracker.answers("skip", "back", "quit")
        ran = tracker("draft", article)
        assert ran.err.count("Draft 1 of 2") == 2
        assert "0 of 2 drafts added." in ran.err
        assert claims.read_text("utf-8") == before

    def test_what_is_known_is_said(self, tracker: CommandLine, article: Path) -> None:
        tracker.file(NAME, claims_file(claim({"claim": SENTENCE, "due": "2025-12-31"})))
        tracker.answers("", "")
        ran = tracker("draft", article)
        assert "(`base-closes` says it already)" in ran.err
        assert "1 of 2 drafts added." in ran.err

    def test_what_a_draft_before_says_is_said(self, tracker: CommandLine, article: Path) -> None:
        tracker.answers("", "", "", "")
        ran = tracker("draft", article.name, article.name)
        assert "Draft 4 of 4, port.txt, line 6 (draft `about-300-workers-hired" in ran.err
        assert "2 of 4 drafts added." in ran.err

    def test_of_several_articles_each_is_named(self, tracker: CommandLine, article: Path) -> None:
        tracker.file("b.txt", OTHER)
        tracker.answers("skip", "skip", "skip")
        ran = tracker("draft", article.name, "b.txt")
        assert "Draft 2 of 3, port.txt, line 6\n" in ran.err
        assert "Draft 3 of 3, b.txt, line 5\n" in ran.err

    def test_leaving_keeps_what_was_added(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        tracker.answers("add")
        ran = tracker("draft", article)
        assert ran.status == 130
        assert ran.err.endswith("\n1 of 2 drafts added.\n")
        assert "30 June 2025" in claims.read_text("utf-8")

    def test_what_was_added_is_not_added_again(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        tracker.answers("add", "back", "", "quit")
        ran = tracker("draft", article)
        assert ran.status == 0
        assert "1 of 2 drafts added." in ran.err
        assert claims.read_text("utf-8").count("quote:") == 1

    def test_an_article_that_is_named_twice_has_free_ids(
        self, tracker: CommandLine, article: Path
    ) -> None:
        tracker.answers("add", "skip", "add", "quit")
        assert "2 of 4 drafts added." in tracker("draft", article, article).err
        assert tracker("check").status == 0

    def test_a_draft_that_cannot_be_added_stays(self, tracker: CommandLine, article: Path) -> None:
        def refused(*_: object) -> None:
            raise Failure("the disk is full")

        tracker.patch.setattr("claim_tracker.cli.editing.draft_review.add_claim", refused)
        tracker.answers("add", "quit")
        ran = tracker("draft", article)
        assert "Error: the disk is full\n" in ran.err
        assert ran.err.count("Draft 1 of 2") == 2
        assert "0 of 2 drafts added." in ran.err

    def test_of_several_files_one_is_chosen_first(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        other = tracker.file("b.yaml", "version: 1\nclaims: []\n")
        tracker.answers("b.yaml", "add", "add")
        assert tracker("draft", article, "-f", claims, "-f", "b.yaml").status == 0
        assert other.read_text("utf-8").count("quote:") == 2

    def test_without_a_claims_file_nothing_is_asked(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        claims.unlink()
        tracker.answers()
        said = tracker.fails("draft", article)
        assert "Draft 1" not in said
        assert "`tracker init`" in said
        assert "`-o FILE`" in said

    def test_an_article_without_its_day_is_reported_first(self, tracker: CommandLine) -> None:
        tracker.file("a.txt", "The port will open by June.")
        tracker.answers()
        assert "give it with `--published DATE`" in tracker.fails("draft", "a.txt")

    def test_an_article_without_claims_says_so(self, tracker: CommandLine) -> None:
        tracker.file("a.txt", NOTHING)
        tracker.answers()
        ran = tracker("draft", "a.txt")
        assert (ran.status, ran.err) == (0, f"a.txt: {NOTHING_SAID}\n")

    def test_a_draft_is_changed_by_the_questions_of_add(
        self, tracker: CommandLine, article: Path, claims: Path
    ) -> None:
        tracker.answers("edit", "The port opens.", *[""] * 20)
        assert "2 of 2 drafts added." in tracker("draft", article).err
        assert "    claim: The port opens.\n" in claims.read_text("utf-8")
        assert tracker("check", "--strict").status == 0

    @pytest.mark.usefixtures("claims")
    def test_an_article_of_the_same_title_is_another_source(self, tracker: CommandLine) -> None:
        for day in ("2025-05-14", "2025-06-14"):
            tracker.file("b.txt", f"The port will open by {day[:4]}-12-01, Lena said on {day}.")
            tracker.answers("add")
            tracker("draft", "b.txt", "--published", day)
        found = tracker.done("sources", "--format", "csv")
        assert [f"{day}" in found for day in ("2025-05-14", "2025-06-14")] == [True, True]

    def test_an_article_without_title_and_address_is_named_by_its_file(
        self, tracker: CommandLine, claims: Path
    ) -> None:
        tracker.file("b.txt", "The port will open by June 2025.")
        tracker.answers("add")
        assert tracker("draft", "b.txt", "--published", "2025-05-14").status == 0
        assert "title: b.txt" in claims.read_text("utf-8")


class TestWithAProgram:
    def program(self, tracker: CommandLine, code: str) -> str:
        path = tracker.file("program.py", f"import json, sys\n{code}\n")
        return f"{quote(sys.executable)} {quote(str(path))}"

    def test_its_drafts_are_proven(self, tracker: CommandLine, article: Path) -> None:
        true = {"sentence": SENTENCE, "claim": "300 workers hired.", "kind": "commitment"}
        answer = json.dumps({"drafts": [true, {"sentence": "The port will burn."}]})
        program = self.program(tracker, f"assert 'Calder' in sys.stdin.read()\nprint({answer!r})")
        ran = tracker("draft", article, "--with", program, "--format", "json")
        (draft,) = json.loads(ran.out)["drafts"]
        assert draft["claim"] == "300 workers hired."
        assert ran.err == (
            "Draft 2: left out, since its sentence does not stand in the article: The port will "
            "burn.\n"
        )

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("print('no')", "it wrote no JSON, but `no`"),
            ("sys.exit(3)", "ended with status 3"),
            ("print('x' * 5_000_000)", "wrote more than 4 MB"),
            ("while True: print('x' * 1000)", "wrote more than 4 MB"),
            ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "ended with status -9"),
            ("sys.stdout.buffer.write(b'\\xff')", "it wrote no JSON"),
        ],
    )
    def test_a_program_that_fails_is_reported(
        self, tracker: CommandLine, article: Path, code: str, said: str
    ) -> None:
        assert said in tracker.fails("draft", article, "--with", self.program(tracker, code))

    def test_an_article_of_which_nothing_is_proven_is_named(
        self, tracker: CommandLine, article: Path
    ) -> None:
        program = self.program(tracker, "print('[]')")
        ran = tracker("draft", article, "--with", program, "--format", "json")
        assert json.loads(ran.out)["drafts"] == []
        assert ran.status == 0
        assert f"nothing that `{program}` proposed is proven" in " ".join(ran.err.split())

    @pytest.mark.slow
    def test_what_a_program_leaves_running_is_not_waited_for(
        self, tracker: CommandLine, article: Path
    ) -> None:
        tracker.patch.setattr("claim_tracker.io.program.MAX_SECONDS", 30)
        os.mkfifo("held")
        left = "open('held').read()"
        program = self.program(
            tracker,
            f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {left!r}])\n"
            f"print({json.dumps([{'sentence': SENTENCE}])!r})",
        )
        held = os.open("held", os.O_RDWR)  # which waits for nobody
        try:
            ran = tracker("draft", article, "--with", program)
        finally:
            os.close(held)  # which ends it
        assert ran.status == 0
        assert SENTENCE in ran.out

    @pytest.mark.slow
    def test_a_program_without_an_answer_is_ended_with_all_it_started(
        self, tracker: CommandLine, article: Path
    ) -> None:
        tracker.patch.setattr("claim_tracker.io.program.MAX_SECONDS", 3)
        os.mkfifo("held")
        left = "import time; held = open('held', 'w'); time.sleep(60); held.write('is alive')"
        program = self.program(
            tracker,
            f"import subprocess\nsubprocess.run([sys.executable, '-c', {left!r}])",
        )
        held = os.open("held", os.O_RDONLY | os.O_NONBLOCK)  # which waits for nobody
        said = tracker.fails("draft", article, "--with", program)
        assert "and was ended with all that it started\n" in said
        select.select([held], [], [], PATIENCE)
        assert os.read(held, 100) == b""  # as nobody has it open for writing
        os.close(held)

    def test_half_a_character_is_no_fault_of_the_tool(
        self, tracker: CommandLine, article: Path
    ) -> None:
        half = {"sentence": SENTENCE, "claim": "300 workers \ud800 hired.", "speaker": "\udfff"}
        program = self.program(tracker, f"print({json.dumps({'drafts': [half]})!r})")
        assert "300 workers ? hired." in tracker("draft", article, "--with", program).out

    @pytest.mark.parametrize("command", ["no-such-program", "'", " "])
    def test_what_cannot_be_run_is_reported(
        self, tracker: CommandLine, article: Path, command: str
    ) -> None:
        assert tracker.fails("draft", article, "--with", command).startswith("Error: ")
