"""`tracker log`: a claim's life over the commits of its file."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.builders import update
from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

FILE = "data/claims.yaml"
KEPT = update("2025-09-01", outcome="kept")
ONE = claims_file(claim(), another())
TWO = claims_file(claim({}, [KEPT]), another())
OTHER = claims_file(claim({}, [KEPT]), another({"topic": "Men"}))
THREE = claims_file(claim({"id": "base-shut"}, [KEPT]), another({"topic": "Men"}))


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    made = Repository(tracker.folder)
    for text in (ONE, TWO, OTHER, THREE):
        made.commit(FILE, text)
    return made


def events(tracker: CommandLine, *arguments: str | Path) -> list[Any]:
    found: list[Any] = json.loads(tracker.done("log", *arguments, "--format", "json"))["events"]
    return found


def fates(tracker: CommandLine, *arguments: str | Path) -> list[str]:
    """What each event did to the claim; in brackets what is not committed."""
    words = []
    for event in events(tracker, *arguments):
        word = event["gap"] or (event["claim"] or {"change": "tables"})["change"]
        words.append(word if event["commit"] is not None else f"({word})")
    return words


def test_only_commits_that_changed_the_claim_are_listed(
    tracker: CommandLine, repository: Repository
) -> None:
    ids = repository.git("log", "--format=%h", "--abbrev=10").split()
    date = repository.git("log", "-1", "--format=%as").strip()
    head = f"{date}  A. Reporter: Write {FILE}"
    assert tracker.done("log", "base-shut") == (
        f"{ids[0]}  {head}\n"
        "base-shut: renamed, was base-closes\n"
        "\n"
        f"{ids[2]}  {head}\n"
        "2025-09-01   outcome found: kept\n"
        "             new source\n"
        "             https://example.org/news\n"
        "\n"
        f"{ids[3]}  {head}\n"
        "base-closes: added\n"
        "The base closes.\n"
        "Said by      A. Minister\n"
        "Source       2025-08-18\n"
        "             https://example.org/report\n"
    )
    assert fates(tracker, "soldiers-leave") == ["changed", "added"]


@pytest.mark.usefixtures("repository")
def test_a_former_id_tells_how_it_ended(tracker: CommandLine) -> None:
    assert fates(tracker, "base-closes") == ["renamed", "changed", "added"]
    assert events(tracker, "base-closes")[0]["claim"]["id"] == "base-shut"


@pytest.mark.usefixtures("repository")
def test_reverse_begins_with_the_oldest(tracker: CommandLine) -> None:
    assert fates(tracker, "base-shut", "--reverse") == ["added", "changed", "renamed"]


@pytest.mark.usefixtures("repository")
def test_what_is_not_committed_comes_first(tracker: CommandLine) -> None:
    tracker.file(FILE, THREE.replace("base closes", "base shuts"))
    assert fates(tracker, "base-shut")[0] == "(changed)"
    assert tracker.done("log", "base-shut").startswith(
        "not committed\nClaim        The base [-closes.-]{+shuts.+}\n"
    )
    tracker.file(FILE, claims_file(another({"topic": "Men"}), claim({"id": "new", "claim": "N."})))
    assert fates(tracker, "base-shut")[0] == "(removed)"
    assert fates(tracker, "new") == ["(added)"]


def test_a_claim_is_followed_over_renamed_files(
    tracker: CommandLine, repository: Repository
) -> None:
    life = fates(tracker, "base-shut")
    repository.git("mv", FILE, "moved.yaml")
    assert fates(tracker, "base-shut", "-f", "moved.yaml")[-1] == "added"
    repository.git("commit", "--quiet", "--message=Move")
    assert fates(tracker, "base-shut", "-f", "moved.yaml") == life
    repository.commit("moved.yaml", THREE.replace("A. Minister", "B."))
    assert fates(tracker, "base-shut", "-f", "moved.yaml") == ["changed", *life]


def test_a_claim_is_followed_from_file_to_file_of_a_folder(
    tracker: CommandLine, repository: Repository
) -> None:
    life = fates(tracker, "base-shut", "-f", "data")
    tracker.file("data/two.yaml", claims_file(claim({"id": "base-shut"}, [KEPT])))
    tracker.file(FILE, claims_file(another({"topic": "Men"})))
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=Split")
    assert fates(tracker, "base-shut", "-f", "data") == life


def test_a_claim_that_comes_back_is_removed_and_added(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.commit(FILE, claims_file(another({"topic": "Men"})))
    repository.commit(FILE, THREE)
    assert fates(tracker, "base-shut")[:3] == ["added", "removed", "renamed"]


def test_a_commit_with_errors_is_a_line_and_not_the_end(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.commit(FILE, THREE.replace("kind: commitment", "kind: promis"))
    repository.commit(FILE, '{"base-shut": \n')
    repository.commit(FILE, THREE.replace("A. Minister", "B."))
    assert fates(tracker, "base-shut")[:4] == ["changed", "errors", "errors", "renamed"]
    first = events(tracker, "base-shut")[0]["claim"]["changes"]
    assert [(it["field"], it["before"], it["after"]) for it in first] == [
        ("speaker", "A. Minister", "B.")
    ]
    assert "the file has errors" in tracker.done("log", "base-shut")


def test_a_merge_is_listed_where_it_changed_the_claim_itself(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.git("checkout", "--quiet", "-b", "topic", "HEAD~1")
    repository.commit(FILE, OTHER.replace("A. Minister", "B."))
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--strategy=ours", "--no-commit", "topic")
    repository.git("commit", "--quiet", "--message=Merge")
    life = fates(tracker, "base-shut")
    assert life == ["renamed", "changed", "added"]
    tracker.file(FILE, THREE.replace("A. Minister", "C."))
    repository.git("commit", "--quiet", "--all", "--amend", "--message=Merge")
    assert fates(tracker, "base-shut") == ["changed", *life]
    assert events(tracker, "base-shut")[0]["subject"] == "Merge"


def test_a_shallow_clone_says_where_the_history_is_cut(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.commit(FILE, THREE.replace("A. Minister", "B."))
    origin = (tracker.folder / ".git").as_uri()
    repository.git("clone", "--quiet", "--depth=2", origin, "clone")
    tracker.patch.chdir("clone")
    assert fates(tracker, "base-shut") == ["changed", "cut"]
    assert "the history is cut here" in tracker.done("log", "base-shut")


def test_changed_details_of_its_sources_are_listed(tracker: CommandLine) -> None:
    repository = Repository(tracker.folder)
    head = "sources:\n  paper: {url: https://example.org/p, published: 2025-08-18%s}\n"
    cites = claim({"source": "paper"})
    repository.commit(FILE, claims_file(cites, another(), head=head % ""))
    archived = head % ", archived: https://web.archive.org/x"
    repository.commit(FILE, claims_file(cites, another(), head=archived))
    assert fates(tracker, "base-closes") == ["tables", "added"]
    assert fates(tracker, "soldiers-leave") == ["added"]
    assert "Archived     {+https://web.archive.org/x+}" in tracker.done("log", "base-closes")


def test_date_and_name_are_those_of_the_author(
    tracker: CommandLine, repository: Repository
) -> None:
    author = "--author=A\u202eB \x1b[31m <a@example.org>"
    date = "--date=2026-01-17T23:30:00-0800"
    repository.git("commit", "--quiet", "--amend", author, date, "--message=\u202eOdd\n\nBody")
    text = tracker.done("log", "base-shut").splitlines()[0]
    assert text[10:] == "  2026-01-17  A\\u202eB \\x1b[31m: \\u202eOdd"


@pytest.mark.parametrize("setting", ["log.showSignature", "log.follow", "color.ui"])
def test_the_users_settings_change_nothing(
    tracker: CommandLine, repository: Repository, setting: str
) -> None:
    before = tracker.done("log", "base-shut")
    repository.git("config", setting, "always" if setting == "color.ui" else "true")
    assert tracker.done("log", "base-shut") == before


def test_a_bare_repository_has_a_history(tracker: CommandLine, repository: Repository) -> None:
    plain_folder = tracker.folder.with_suffix(".bare")
    repository.git("clone", "--quiet", "--bare", ".git", str(plain_folder))
    tracker.patch.chdir(plain_folder)
    tracker.patch.setenv("GIT_DIR", str(plain_folder))
    assert fates(tracker, "base-shut", "-f", FILE) == ["renamed", "changed", "added"]


@pytest.mark.usefixtures("repository")
def test_it_works_in_a_folder_below(tracker: CommandLine) -> None:
    tracker.patch.chdir(tracker.folder / "data")
    assert fates(tracker, "base-shut") == ["renamed", "changed", "added"]


@pytest.mark.usefixtures("repository")
def test_an_unknown_id_names_the_nearest(tracker: CommandLine) -> None:
    assert tracker.fails("log", "base-shu") == (
        "Error: no claim has had the id `base-shu`\nHelp: did you mean `base-shut`?\n"
    )


def test_without_a_history_it_says_so(tracker: CommandLine) -> None:
    tracker.patch.setenv("GIT_CEILING_DIRECTORIES", str(tracker.folder.parent))
    tracker.file(FILE, ONE)
    assert "not a git repository" in tracker.fails("log", "base-closes")
    Repository(tracker.folder)
    assert "there is no commit yet" in tracker.fails("log", "base-closes")
    tracker.patch.setenv("PATH", os.devnull)
    assert "git cannot be run" in tracker.fails("log", "base-closes")


@pytest.mark.usefixtures("repository")
def test_files_of_several_repositories_have_one_log(tracker: CommandLine) -> None:
    (tracker.folder / "other").mkdir()
    lone = claims_file(claim({"id": "lone", "claim": "It stands alone."}))
    other = Repository(tracker.folder / "other")
    for text in (lone, lone.replace("A. Minister", "B.")):
        other.commit("a.yaml", text)
    life = ["renamed", "changed", "added"]
    for files in (("-f", FILE, "-f", "other/a.yaml"), ("-f", ".")):
        assert fates(tracker, "base-shut", *files) == life
        assert fates(tracker, "lone", *files) == ["changed", "added"]
