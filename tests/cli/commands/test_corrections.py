"""`tracker corrections`: what the commits of a repository rewrote."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from tests.builders import update
from tests.conftest import CommandLine
from tests.github import Page, rendered
from tests.repository import Repository
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

FILE = "data/claims.yaml"
MOVED_AGAIN = update("2026-02-01", due="2027-01")
UPDATE_SAYS = ["outcome", "note"]
HEAD = "title: Bases\npublisher: {name: Example News, url: https://news.example/claims}\n"
KEPT = update("2025-09-01", outcome="kept")
BROKEN = KEPT.replace("kept", "broken")
MOVED = {"due": "2026-10"}
STATES = (
    claims_file(claim({"due": "2026-09"}), another(), head=HEAD),
    claims_file(claim({"due": "2026-09"}, [KEPT]), another(), head=HEAD),
    claims_file(claim(MOVED, [KEPT]), another(), head=HEAD),
    claims_file(claim(MOVED, [BROKEN]), another({"topic": "Men"}), head=HEAD),
    claims_file(claim(MOVED, [BROKEN]), head=HEAD),
)
DAY = "2026-01-17"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "\u202e<b>&amp; ]]> [l](http://x) @you \x1b[31m"


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        tracker.patch.setenv(name, f"{DAY}T12:00:00Z")
    made = Repository(tracker.folder)
    for text in STATES:
        made.commit(FILE, text)
    return made


def found(tracker: CommandLine, *arguments: str | Path) -> list[tuple[str, str, list[str]]]:
    """Each correction: the claim, what became of it, and the fields or updates of it."""
    document: Any = json.loads(tracker.done("corrections", *arguments, "--format", "json"))
    claims = [it["claim"] for it in document["corrections"]]
    return [
        (it["id"], it["change"], [each.get("how", each.get("field")) for each in it["changes"]])
        for it in claims
    ]


def gaps(tracker: CommandLine, *arguments: str | Path) -> list[tuple[str, list[str]]]:
    document: Any = json.loads(tracker.done("corrections", *arguments, "--format", "json"))
    return [(it["gap"], it["claims"]) for it in document["gaps"]]


REMOVED: tuple[str, str, list[str]] = ("soldiers-leave", "removed", [])
UPDATED = ("base-closes", "changed", ["changed", "outcome"])
DUE = ("base-closes", "changed", ["due"])


def test_each_is_shown_under_its_commit(tracker: CommandLine, repository: Repository) -> None:
    ids = repository.git("log", "--format=%h", "--abbrev=10").split()
    assert tracker.done("corrections") == (
        f"{ids[0]}  {DAY}  Write {FILE}\n"
        "soldiers-leave: removed\n"
        "The soldiers leave.\n"
        "Said by      A. Minister\n"
        "Source       2025-08-18\n"
        "             https://example.org/report\n"
        "\n"
        f"{ids[1]}  {DAY}  Write {FILE}\n"
        "base-closes\n"
        "The base closes.\n"
        "2025-09-01   rewritten: this update was changed\n"
        "             outcome: [-kept-]{+broken+}\n"
        "Outcome      rewritten: [-kept-]{+broken+}\n"
        "\n"
        f"{ids[2]}  {DAY}  Write {FILE}\n"
        "base-closes\n"
        "The base closes.\n"
        "Deadline     rewritten: moved from 2026-09 to 2026-10, +31 days\n"
        "\n"
        "3 corrections.\n"
    )


@pytest.mark.usefixtures("repository")
def test_claims_can_be_chosen_by_id(tracker: CommandLine) -> None:
    assert found(tracker) == [REMOVED, UPDATED, DUE]
    assert found(tracker, "base-closes") == [UPDATED, DUE]
    assert found(tracker, "soldiers-leave") == [REMOVED]
    assert tracker.fails("corrections", "base-close") == (
        "Error: no claim has had the id `base-close`\nHelp: did you mean `base-closes`?\n"
    )


def test_since_names_a_revision_a_date_or_a_span(
    tracker: CommandLine, repository: Repository
) -> None:
    assert found(tracker, "--since", "HEAD~1") == [REMOVED]
    assert found(tracker, "--since", "HEAD", "base-closes") == []
    assert found(tracker, "--since", "2026-01-16") == [REMOVED, UPDATED, DUE]
    assert tracker.done("corrections", "--since", DAY) == "No correction.\n"
    tracker.patch.setenv("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")
    repository.commit(FILE, STATES[-1].replace("A. Minister", "B."))
    assert found(tracker, "--since", "1 week") == [("base-closes", "changed", ["speaker"])]
    assert "git knows no revision `nowhere`" in tracker.fails("corrections", "--since", "nowhere")
    assert "or a span such as `1 week`" in tracker.fails("corrections", "--since", "1 wek")
    assert found(tracker, "--since", "HEAD^{/Write data}") == found(tracker, "--since", "HEAD")
    assert "is after 2026-11-23" in tracker.fails("corrections", "--since", "2027-01-01")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026", "write a day from `2026-01-01` to `2026-12-31`"),
        ("2026-11", "write a day from `2026-11-01` to `2026-11-30`"),
        ("20261101", "write `2026-11-01`"),
        ("yesterday", "write one day, such as `2025-09-30`"),
    ],
)
def test_what_is_neither_a_day_nor_a_revision_is_told_what_to_write(
    tracker: CommandLine, text: str, date: str
) -> None:
    assert tracker.fails("corrections", "--since", text) == (
        f"Error: git knows no revision `{text}`\n"
        f"Help: name a branch, a tag or a commit; or {date}, or a span such as `1 week`\n"
    )


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", ["HEAD~99", "main^2", "HEAD@{99}"])
def test_what_is_no_date_by_its_signs_is_told_of_revisions_alone(
    tracker: CommandLine, text: str
) -> None:
    assert "day" not in tracker.fails("corrections", "--since", text)


def test_a_year_that_names_a_tag_is_a_revision(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.git("tag", "2026", "HEAD~1")
    assert found(tracker, "--since", "2026") == [REMOVED]


@pytest.mark.usefixtures("repository")
def test_what_is_not_committed_is_none(tracker: CommandLine) -> None:
    tracker.file(FILE, STATES[-1].replace("A. Minister", "B."))
    assert found(tracker) == [REMOVED, UPDATED, DUE]


def test_a_merge_counts_once(tracker: CommandLine, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "topic")
    repository.commit(FILE, STATES[-1].replace("A. Minister", "B."))
    repository.git("checkout", "--quiet", "main")
    repository.commit(FILE, STATES[-1].replace("version: 1", "version: 1\nlanguage: en"))
    repository.git("merge", "--quiet", "topic", "--message=Merge")
    assert found(tracker)[0] == ("base-closes", "changed", ["speaker"])
    assert found(tracker)[1:] == [REMOVED, UPDATED, DUE]
    text = (tracker.folder / FILE).read_text("utf-8")
    tracker.file(FILE, text.replace("B.", "C."))
    repository.git("commit", "--quiet", "--all", "--amend", "--message=Merge")
    assert [it[2] for it in found(tracker)[:2]] == [["speaker"], ["speaker"]]


def test_a_renamed_or_split_file_is_none(tracker: CommandLine, repository: Repository) -> None:
    repository.git("mv", FILE, "data/moved.yaml")
    repository.git("commit", "--quiet", "--message=Move")
    tracker.file("data/two.yaml", STATES[-1].replace("base-closes", "base-shut"))
    tracker.file("data/moved.yaml", claims_file(head=HEAD))
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=Split")
    assert found(tracker, "-f", "data") == [REMOVED, UPDATED, DUE]
    assert found(tracker, "-f", "data", "base-shut") == [UPDATED, DUE]
    assert found(tracker, "-f", "data/moved.yaml")[0][:2] == ("base-closes", "removed")


def test_errors_in_an_old_state_are_said(tracker: CommandLine, repository: Repository) -> None:
    repository.commit(FILE, STATES[-1].replace("kind: commitment", "kind: promis"))
    assert gaps(tracker) == [("errors", ["base-closes"])]
    text = tracker.done("corrections")
    assert "Not compared, for errors in the file: base-closes.\n" in text
    repository.commit(FILE, STATES[-1].replace("A. Minister", "B."))
    assert found(tracker)[0] == ("base-closes", "changed", ["speaker"])
    assert gaps(tracker, "soldiers-leave") == []
    assert gaps(tracker, "--since", "HEAD~1") == [("errors", ["base-closes"])]


@pytest.mark.usefixtures("repository")
def test_a_shallow_clone_says_where_the_history_is_cut(tracker: CommandLine) -> None:
    origin = (tracker.folder / ".git").as_uri()
    Repository(tracker.folder / "data").git("clone", "--quiet", "--depth=2", origin, "clone")
    tracker.patch.chdir("data/clone")
    assert found(tracker) == [REMOVED]
    assert gaps(tracker) == [("cut", [])]
    for form in ("text", "markdown"):
        assert "the history is cut here" in tracker.done("corrections", "--format", form)


@pytest.mark.usefixtures("repository")
def test_the_author_is_named_only_on_request(tracker: CommandLine) -> None:
    for form in ("text", "json", "markdown", "atom"):
        assert "A. Reporter" not in tracker.done("corrections", "--format", form)
        assert "A. Reporter" in tracker.done("corrections", "--format", form, "--author")


@pytest.mark.usefixtures("repository")
def test_the_feed_is_read_back(tracker: CommandLine) -> None:
    written = tracker.done("corrections", "--format", "atom", "--url", "https://news.example/c.xml")
    feed = feedparser.parse(written.encode())
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.author) == ("Corrections: Bases", "Example News")
    assert feed.feed.updated == f"{DAY}T00:00:00Z"
    assert [it.title for it in feed.entries] == [
        "Removed: The soldiers leave.",
        "Corrected: The base closes.",
        "Corrected: The base closes.",
    ]
    assert [it.link for it in feed.entries] == [
        "https://news.example/claims",
        *["https://news.example/claims#base-closes"] * 2,
    ]
    assert len({it.id for it in feed.entries}) == 3
    assert "<p>outcome: <del>kept</del> <ins>broken</ins></p>" in feed.entries[1].summary


def test_an_entry_keeps_its_id(tracker: CommandLine, repository: Repository) -> None:
    def ids() -> list[str | None]:
        root = ET.fromstring(tracker.done("corrections", "--format", "atom"))  # noqa: S314 - ours
        return [it.findtext(f"{ATOM}id") for it in root.iter(f"{ATOM}entry")]

    before = ids()
    repository.commit(FILE, STATES[-1].replace("id: base-closes", "id: base-shut"))
    assert ids() == before
    repository.commit(FILE, STATES[-1].replace("A. Minister", "B."))
    assert ids()[1:] == before


@pytest.mark.usefixtures("repository")
def test_the_options_of_the_feed_are_for_the_feed(tracker: CommandLine) -> None:
    assert "--limit is for --format atom" in tracker.fails("corrections", "--limit", "1")
    options = ("--title", "T", "--publisher", "P", "--limit", "1")
    feed = feedparser.parse(tracker.done("corrections", "--format", "atom", *options).encode())
    assert (feed.feed.title, feed.feed.author, len(feed.entries)) == ("T", "P", 1)


def test_a_feed_without_corrections_is_of_today(tracker: CommandLine) -> None:
    Repository(tracker.folder).commit(FILE, STATES[0])
    feed = feedparser.parse(tracker.done("corrections", "--format", "atom").encode())
    assert (feed.feed.title, feed.feed.updated) == ("Corrections", "2026-11-23T00:00:00Z")
    assert feed.entries == []


def test_hostile_names_and_messages_do_no_harm(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.commit(FILE, STATES[-1].replace("A. Minister", f"'{HOSTILE[1:-6]}'"))
    repository.git(
        *("commit", "--quiet", "--amend", f"--author={HOSTILE} <a@example.org>"),
        f"--message={HOSTILE}",
    )
    for form in ("text", "json", "markdown", "atom"):
        out = tracker.done("corrections", "--format", form, "--author")
        assert not {"\u202e", "\x1b"} & set(out)
    page = Page(rendered(tracker.done("corrections", "--format", "markdown", "--author")))
    assert (page.links, page.found) == (["https://example.org/report"], [])
    feed = feedparser.parse(tracker.done("corrections", "--format", "atom").encode())
    assert not feed.bozo
    assert "<b>" not in feed.entries[0].summary


@pytest.mark.usefixtures("repository")
def test_markdown_is_a_list_for_each_commit(tracker: CommandLine) -> None:
    text = tracker.done("corrections", "base-closes", "--format", "markdown")
    assert text == (
        "2 corrections.\n"
        "\n"
        f"### {DAY}: Write {FILE}\n"
        "\n"
        "- **`base-closes`**: The base closes.\n"
        "  - 2025-09-01: **rewritten: this update was changed**<br>"
        "outcome: <del>kept</del> <ins>broken</ins>\n"
        "  - Outcome: **rewritten: <del>kept</del> <ins>broken</ins>**\n"
        "\n"
        f"### {DAY}: Write {FILE}\n"
        "\n"
        "- **`base-closes`**: The base closes.\n"
        "  - Deadline: **rewritten: moved from 2026-09 to 2026-10, +31 days**\n"
    )


REVISED = claims_file(
    claim(
        {"due": "2026-09"},
        [KEPT, update("2026-01", outcome="open", note="It was another base."), MOVED_AGAIN],
    ),
    another(updates=[KEPT, BROKEN.replace("09-01", "12-01")]),
    head=HEAD,
)
NO_HISTORY = "Not compared with what was before: the files have no git history.\n"


@pytest.fixture
def revised(tracker: CommandLine) -> CommandLine:
    """A folder in no repository, with judgements that later updates revise."""
    tracker.patch.setenv("GIT_CEILING_DIRECTORIES", str(tracker.folder.parent))
    tracker.file(FILE, REVISED)
    return tracker


def test_without_a_history_it_says_so_and_shows_what_updates_revise(revised: CommandLine) -> None:
    assert revised.done("corrections") == (
        "update      2026-01\n"
        "base-closes\n"
        "The base closes.\n"
        "2026-01      outcome taken back, was kept\n"
        "             note: It was another base.\n"
        "             source\n"
        "             https://example.org/news\n"
        "\n"
        "update      2025-12-01\n"
        "soldiers-leave\n"
        "The soldiers leave.\n"
        "2025-12-01   outcome: broken, was kept\n"
        "             source\n"
        "             https://example.org/news\n"
        "\n"
        f"{NO_HISTORY}"
        "\n"
        "2 corrections.\n"
    )
    assert gaps(revised) == [("no history", [])]


def test_without_a_history_a_day_counts_and_a_revision_is_refused(revised: CommandLine) -> None:
    assert found(revised, "--since", "2026-01-30") == [("base-closes", "changed", UPDATE_SAYS)]
    assert found(revised, "--since", "2026-01-31") == []
    assert found(revised, "base-closes") == [("base-closes", "changed", UPDATE_SAYS)]
    assert "not a git repository" in revised.fails("corrections", "--since", "HEAD~1")


def test_a_repository_without_a_commit_has_no_history(revised: CommandLine) -> None:
    without = revised.done("corrections")
    Repository(revised.folder)
    assert revised.done("corrections") == without
    assert found(revised, "--since", "2026-01-30") == [("base-closes", "changed", UPDATE_SAYS)]
    assert "there is no commit yet" in revised.fails("corrections", "--since", "HEAD")


def test_standard_input_has_no_history(revised: CommandLine) -> None:
    without = revised.done("corrections")
    revised.standard_input(REVISED)
    assert revised.done("corrections", "-f", "-") == without
    revised.standard_input(REVISED)
    assert "is in no revision" in revised.fails("corrections", "-f", "-", "--since", "HEAD")


def test_updates_revise_and_commits_rewrite(tracker: CommandLine, repository: Repository) -> None:
    repository.commit(FILE, REVISED)
    document: Any = json.loads(tracker.done("corrections", "--format", "json"))
    assert [(it["by"], it["date"], it["subject"]) for it in document["corrections"]] == [
        ("update", "2026-01-31", None),
        *[("commit", DAY, f"Write {FILE}")] * 4,
        ("update", "2025-12-01", None),
    ]
    assert "6 corrections.\n" in tracker.done("corrections")
    assert [it[0] for it in found(tracker, "--since", "HEAD~1")] == [
        *["base-closes"] * 2,
        "soldiers-leave",
    ]
    assert found(tracker, "--since", "HEAD") == []


def test_a_page_and_a_feed_have_what_updates_revise(revised: CommandLine) -> None:
    text = revised.done("corrections", "soldiers-leave", "--format", "markdown")
    assert text == (
        "1 correction.\n"
        "\n"
        "### 2025-12-01: by a later update\n"
        "\n"
        "- **`soldiers-leave`**: The soldiers leave.\n"
        "  - 2025-12-01: outcome: broken, was kept<br>[source](<https://example.org/news>)\n"
        "\n"
        f"- {NO_HISTORY[0].lower()}{NO_HISTORY[1:-2]}\n"
    )
    for options in ((), ("--author",)):
        written = revised.done("corrections", "--format", "atom", *options)
        feed = feedparser.parse(written.encode())
        assert not feed.bozo
        assert [it.updated[:10] for it in feed.entries] == ["2026-01-31", "2025-12-01"]
        assert "<p>note: It was another base.</p>" in feed.entries[0].summary


def test_an_entry_of_an_update_keeps_its_id_when_its_note_is_mended(revised: CommandLine) -> None:
    def ids() -> list[str]:
        written = revised.done("corrections", "--format", "atom")
        return [it.id for it in feedparser.parse(written.encode()).entries]

    before = ids()
    revised.file(FILE, REVISED.replace("It was another base.", "It was another."))
    assert ids() == before


def test_entries_of_several_updates_of_a_day_have_ids_of_their_own(revised: CommandLine) -> None:
    revised.file(FILE, claims_file(claim(updates=[KEPT, BROKEN, KEPT, BROKEN])))
    feed = feedparser.parse(revised.done("corrections", "--format", "atom").encode())
    assert len({it.id for it in feed.entries}) == 3
