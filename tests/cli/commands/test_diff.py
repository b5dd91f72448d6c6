"""`tracker diff`: revisions, files, and what becomes of odd ones."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.builders import update, widest
from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import another, claim, claims_file

FILE = "data/claims.yaml"
ONE = claims_file(claim({"due": "2026-09"}))
TWO = claims_file(claim({"due": "2026-09"}), another())
MOVED = claims_file(claim({"due": "2026-09"}, [update("2025-09-01", due="2026-12")]), another())
EDITED = ONE.replace("2026-09", "2026-12")
TEXT = """\
From HEAD to the working tree

base-closes
The base closes.
2025-09-01   deadline moved from 2026-09 to 2026-12, +92 days
             new source
             https://example.org/news

soldiers-leave: added
The soldiers leave.
Said by      A. Minister
Source       2025-08-18
             https://example.org/report

1 claim added, 1 deadline moved, 1 new source.
"""


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    """One claim, committed as the first revision, and two, the second."""
    made = Repository(tracker.folder)
    made.commit(FILE, ONE)
    made.git("tag", "first")
    made.commit(FILE, TWO)
    return made


def fates(tracker: CommandLine, *arguments: str | Path) -> dict[str, str]:
    return {claim["id"]: claim["change"] for claim in document(tracker, *arguments)["claims"]}


def document(tracker: CommandLine, *arguments: str | Path) -> Any:
    return json.loads(tracker.done("diff", *arguments, "--format", "json"))


ADDED = {"soldiers-leave": "added"}
REMOVED = {"soldiers-leave": "removed"}
ALL_ADDED = {"base-closes": "added", **ADDED}


class TestRevisions:
    def test_without_any_the_working_tree_is_compared_with_head(self, tracker: CommandLine) -> None:
        Repository(tracker.folder).commit(FILE, ONE)
        tracker.file(FILE, MOVED)
        assert tracker.done("diff") == TEXT

    @pytest.mark.usefixtures("repository")
    def test_nothing_changed_is_one_line(self, tracker: CommandLine) -> None:
        text = tracker.done("diff", "HEAD")
        assert text == "No change for the claims from HEAD to the working tree.\n"

    @pytest.mark.parametrize(
        ("revisions", "expected"),
        [
            (["first"], ADDED),
            (["first", "HEAD"], ADDED),
            (["HEAD", "first"], REMOVED),
            (["HEAD~1", "main"], ADDED),
            (["first:data/claims.yaml"], ADDED),
            (["first:data"], ADDED),
            (["first:./data/claims.yaml", "HEAD:data"], ADDED),
            (["first", "data"], ADDED),
            (["data/claims.yaml", "first"], REMOVED),
            (["first", "-f", "data"], ADDED),
            (["first", "-f", "."], ADDED),
        ],
    )
    @pytest.mark.usefixtures("repository")
    def test_a_revision_a_path_in_one_and_a_file_can_be_compared(
        self,
        tracker: CommandLine,
        revisions: list[str],
        expected: dict[str, str],
    ) -> None:
        assert fates(tracker, *revisions) == expected

    @pytest.mark.usefixtures("repository")
    def test_it_works_in_a_folder_below(self, tracker: CommandLine) -> None:
        below = tracker.folder / "data" / "below"
        below.mkdir()
        tracker.patch.chdir(below)
        assert fates(tracker, "first") == ADDED
        assert fates(tracker, "first", "-f", "../claims.yaml") == ADDED
        assert fates(tracker, "first:../claims.yaml", "..") == ADDED

    @pytest.mark.parametrize(
        "text", ["--output=x", "-p", "--help", "HEAD~9", "first..HEAD", "nowhere", "", "a\nb", "^"]
    )
    @pytest.mark.usefixtures("repository")
    def test_an_unknown_revision_is_reported_and_not_run(
        self, tracker: CommandLine, text: str
    ) -> None:
        error = tracker.fails("diff", "--", text)
        assert "git knows no revision" in error
        assert not Path("x").exists()

    @pytest.mark.usefixtures("repository")
    def test_a_name_of_a_file_and_a_revision_is_refused(self, tracker: CommandLine) -> None:
        tracker.file("first", ONE)
        assert "`first` is a file and a revision" in tracker.fails("diff", "first")
        assert fates(tracker, "./first") == ADDED
        assert fates(tracker, "first~0") == ADDED

    def test_a_merge_base_leaves_out_what_the_old_one_has_had_since(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.git("checkout", "--quiet", "-b", "topic", "first")
        repository.commit(FILE, EDITED)
        assert fates(tracker, "main") == {"base-closes": "changed", **REMOVED}
        assert fates(tracker, "main", "--merge-base") == {"base-closes": "changed"}
        text = tracker.done("diff", "main", "topic", "--merge-base")
        assert text.startswith("From the merge base of main and topic to topic\n")
        assert "here is a file" in tracker.fails("diff", "--merge-base", FILE)
        repository.git("checkout", "--quiet", "--orphan", "alone")
        repository.commit(FILE, TWO)
        assert "no common past" in tracker.fails("diff", "--merge-base", "main")

    def test_a_shallow_clone_says_that_it_is_one(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        origin = (tracker.folder / ".git").as_uri()
        repository.git("clone", "--quiet", "--depth=1", origin, "clone")
        tracker.patch.chdir("clone")
        assert "shallow clone" in tracker.fails("diff", "HEAD~1")
        assert fates(tracker) == {}

    def test_a_bare_repository_has_revisions_and_no_working_tree(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        plain_folder = tracker.folder.with_suffix(".bare")
        repository.git("clone", "--quiet", "--bare", ".git", str(plain_folder))
        tracker.patch.chdir(plain_folder)
        assert "named by `GIT_DIR`" in tracker.fails("diff", "first", "HEAD", "-f", FILE)
        tracker.patch.setenv("GIT_DIR", ".")
        assert fates(tracker, "first", "HEAD", "-f", FILE) == ADDED
        assert "no working tree" in tracker.fails("diff", "first", "-f", FILE)

    def test_before_the_first_commit_there_is_nothing_to_compare(
        self, tracker: CommandLine
    ) -> None:
        Repository(tracker.folder)
        tracker.file(FILE, ONE)
        assert "there is no commit yet" in tracker.fails("diff")


class TestFiles:
    def test_two_files_need_no_repository_and_no_git(self, tracker: CommandLine) -> None:
        tracker.patch.setenv("PATH", os.devnull)
        tracker.file("old.yaml", ONE)
        tracker.file("new/a b.yaml", TWO)
        assert fates(tracker, "old.yaml", "new") == ADDED
        tracker.standard_input(ONE)
        assert fates(tracker, "new/a b.yaml", "-") == REMOVED

    def test_outside_of_a_repository_it_says_what_is_missing(self, tracker: CommandLine) -> None:
        tracker.patch.setenv("GIT_CEILING_DIRECTORIES", str(tracker.folder.parent))
        tracker.file(FILE, ONE)
        assert tracker.fails("diff").startswith("Error: git: not a git repository")
        assert "there is no file `nowhere`" in tracker.fails("diff", "nowhere", FILE)

    def test_without_git_it_says_what_is_missing(self, tracker: CommandLine) -> None:
        Repository(tracker.folder).commit(FILE, ONE)
        tracker.patch.setenv("PATH", os.devnull)
        assert "git cannot be run" in tracker.fails("diff")

    def test_options_that_mean_nothing_for_files_are_refused(self, tracker: CommandLine) -> None:
        tracker.file(FILE, ONE)
        assert "here is neither" in tracker.fails("diff", FILE, FILE, "-f", FILE)

    @pytest.mark.usefixtures("repository")
    def test_standard_input_is_in_no_revision(self, tracker: CommandLine) -> None:
        tracker.standard_input(TWO)
        assert "in no revision" in tracker.fails("diff", "-f", "-")

    @pytest.mark.parametrize(
        "name", ["-f.yaml", "a b.yaml", "é.yaml", ":a.yaml", "*.yaml", 'q".yaml', "a\nb.yaml"]
    )
    def test_any_name_of_a_file_is_only_a_name(
        self, tracker: CommandLine, repository: Repository, name: str
    ) -> None:
        repository.commit(name, ONE)
        tracker.file(name, TWO)
        assert fates(tracker, f"--file={name}") == ADDED

    def test_a_renamed_file_is_compared_with_what_it_was(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.git("mv", FILE, "moved.yaml")
        assert fates(tracker, "-f", "moved.yaml") == {}
        assert fates(tracker, "-f", FILE) == {}
        repository.git("commit", "--quiet", "--message=Move")
        for revisions in (["HEAD~1"], ["HEAD~1", "HEAD"]):
            assert fates(tracker, *revisions, "-f", "moved.yaml") == {}
            assert fates(tracker, *revisions, "-f", FILE) == {}

    def test_what_a_renamed_file_says_of_itself_is_compared(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("other.yaml", claims_file(claim({"id": "x", "claim": "Other."})))
        repository.git("mv", FILE, "moved.yaml")
        tracker.file("moved.yaml", f"timezone: Asia/Baghdad\n{TWO}")
        changed = document(tracker, "-f", "moved.yaml", "-f", "other.yaml")
        assert [table["field"] for table in changed["tables"]] == ["timezone"]

    def test_a_renamed_file_that_is_now_a_link_out_is_not_read(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        outside = tracker.folder.parent / f"{tracker.folder.name}.yaml"
        outside.write_text(TWO, encoding="utf-8")
        repository.git("mv", FILE, "moved.yaml")
        (tracker.folder / "moved.yaml").unlink()
        (tracker.folder / "moved.yaml").symlink_to(outside)
        assert fates(tracker, "-f", FILE) == dict.fromkeys(ALL_ADDED, "removed")

    @pytest.mark.usefixtures("repository")
    def test_of_a_folder_claims_are_compared_wherever_they_stand(
        self, tracker: CommandLine
    ) -> None:
        tracker.file(FILE, ONE)
        tracker.file("data/more/b.yml", claims_file(another()))
        tracker.file("data/.hidden.yaml", "nothing")
        tracker.file("data/note.txt", "nothing")
        assert fates(tracker, "-f", "data") == {}

    def test_hidden_files_of_a_revision_are_left_out(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("data/.old/c.yaml", "nothing")
        repository.commit("data/c.txt", "nothing")
        assert fates(tracker, "HEAD~2", "HEAD", "-f", "data") == {}

    @pytest.mark.usefixtures("repository")
    def test_a_new_or_gone_file_has_all_claims_added_or_removed(self, tracker: CommandLine) -> None:
        tracker.file("new.yaml", claims_file(claim({"id": "x", "claim": "Other."})))
        assert fates(tracker, "-f", "new.yaml") == {"x": "added"}
        (tracker.folder / FILE).unlink()
        removed = dict.fromkeys(ALL_ADDED, "removed")
        assert fates(tracker, "-f", FILE) == removed
        assert "neither of the two" in tracker.fails("diff", "-f", "nowhere.yaml")


class TestResult:
    @pytest.mark.parametrize(
        ("new", "word"),
        [(EDITED, "rewritten"), (EDITED, "moved"), (MOVED, "moved"), (claims_file(), "removed")],
    )
    @pytest.mark.usefixtures("repository")
    def test_fail_on_is_an_exit_status(self, tracker: CommandLine, new: str, word: str) -> None:
        tracker.file(FILE, new)
        words = {"rewritten", "moved", "removed"}
        ran = tracker("diff", "first", "--fail-on", word)
        assert (ran.status, ran.err) == (1, "")
        assert ran.out == tracker.done("diff", "first")
        others = words - {word} if new != EDITED else {"removed"}
        for other in others:
            tracker.done("diff", "first", "--fail-on", other)

    @pytest.mark.usefixtures("repository")
    def test_only_errors_of_the_new_one_are_an_exit_status(self, tracker: CommandLine) -> None:
        broken = TWO.replace("kind: commitment", "kind: promis", 1)
        tracker.file("broken.yaml", broken)
        ran = tracker("diff", "first", "broken.yaml")
        assert ran.status == 1
        assert ran.err.startswith("error[E106]: `promis` is not a word for `kind`\n")
        assert ran.err.endswith("1 error in 2 claims of 1 file: broken.yaml has errors.\n")
        assert "Not compared, for errors in broken.yaml: base-closes." in ran.out
        assert "soldiers-leave: added" in ran.out
        text = tracker.done("diff", "broken.yaml", "first")
        assert "Not compared, for errors in broken.yaml: base-closes." in text

    @pytest.mark.usefixtures("repository")
    def test_what_has_no_name_is_said_not_to_be_compared(self, tracker: CommandLine) -> None:
        tracker.file("broken.yaml", f"{TWO}  - {{claim: It has no id.}}\n")
        ran = tracker("diff", "first", "broken.yaml")
        assert "soldiers-leave: added" in ran.out
        assert "for errors in broken.yaml: the parts that cannot be read." in ran.out

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            (TWO.removeprefix("version: 1\n"), "E102"),
            (f"timezone: Nowhere\n{TWO}", "E106"),
            (TWO.replace("kind:", "due: 2025-01\n    kind:", 1), "E205"),
            (TWO.replace("2025-08-18", "2027-01-01", 1), "E206"),
            (TWO.replace("soldiers-leave", "base-closes"), "E201"),
            (claims_file(claim({}, ["date: 2025-09-01, outcome: kept"]), another()), "E211"),
        ],
    )
    def test_each_error_of_new_is_reported_with_status_1(
        self, tracker: CommandLine, repository: Repository, text: str, code: str
    ) -> None:
        tracker.file(FILE, text)
        repository.git("commit", "--quiet", "--all", "--message=Break it")
        for new, name in (([], "the working tree"), (["main"], "main")):
            ran = tracker("diff", "first", *new)
            assert ran.status == 1
            assert f"error[{code}]" in ran.err
            assert f"{name} has errors." in ran.err
        assert tracker("diff", "main", "first").status == 0

    @pytest.mark.parametrize("form", ["text", "json", "markdown"])
    @pytest.mark.usefixtures("repository")
    def test_what_goes_to_a_file_is_what_is_printed(self, tracker: CommandLine, form: str) -> None:
        printed = tracker.done("diff", "first", "--format", form)
        assert tracker.done("diff", "first", "--format", form, "-o", "out") == ""
        assert Path("out").read_bytes() == printed.encode()

    @pytest.mark.usefixtures("repository")
    def test_a_terminal_gets_colour_and_lines_that_fit(self, tracker: CommandLine) -> None:
        tracker.file(FILE, EDITED.replace("The base closes.", "The old base " + "closes " * 30))
        tracker.terminal(60)
        text = tracker.done("diff")
        assert "\x1b[1;31m" in text
        assert "\x1b[32m{+" in text
        plain = tracker.done("diff", "--color", "never")
        assert "\x1b" not in plain
        assert widest(plain.splitlines()) <= 60


def test_of_many_errors_of_the_newer_state_a_command_shows_all(tracker: CommandLine) -> None:
    many = json.dumps({"claims": [0] * 50})
    repository = Repository(tracker.folder)
    repository.commit("a.yaml", claims_file(claim()))
    repository.commit("a.yaml", many)
    tracker.file("a.yaml", f"{many}\n")
    for sides, command in (
        (("HEAD~1",), "`tracker check -f a.yaml`"),
        (("HEAD~1", "HEAD"), "`tracker check -f a.yaml` in a checkout of `HEAD`"),
    ):
        messages = tracker("diff", *sides, "-f", "a.yaml").err
        assert f"And 31 more errors; {command} shows all.\n" in messages
    messages = tracker("diff", "HEAD~1:a.yaml", "a.yaml").err
    assert "And 31 more errors; `tracker check -f a.yaml` shows all.\n" in messages


def test_since_needs_a_repository(tracker: CommandLine) -> None:
    tracker.file(FILE, ONE)
    assert "in a git repository" in tracker.fails("diff", "--since", "1 week")


def test_a_path_that_a_revision_lacks_is_named(tracker: CommandLine) -> None:
    Repository(tracker.folder).commit(FILE, ONE)
    assert "Error: `HEAD` has no `nowhere.yaml`" in tracker.fails("diff", "HEAD:nowhere.yaml")
    assert "git knows no revision `nowhere`" in tracker.fails("diff", f"nowhere:{FILE}")


def test_since_needs_a_file(tracker: CommandLine) -> None:
    Repository(tracker.folder)
    assert "data/claims.yaml" in tracker.fails("diff", "--since", "1 week")


class TestSince:
    @pytest.fixture(autouse=True)
    def dated(self, tracker: CommandLine) -> None:
        """Let there be commits of 1 and of 20 November 2026."""
        made = Repository(tracker.folder)
        for day, text in (("01", ONE), ("20", TWO)):
            for variable in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
                tracker.patch.setenv(variable, f"2026-11-{day}T12:00:00Z")
            made.commit(FILE, text)

    @pytest.mark.parametrize("since", ["1 week", "2026-11-01", "2026-11-19", "4 days ago"])
    def test_it_compares_with_the_commit_of_then(self, tracker: CommandLine, since: str) -> None:
        assert fates(tracker, "--since", since) == ADDED

    def test_a_commit_of_that_day_counts_as_known(self, tracker: CommandLine) -> None:
        assert fates(tracker, "--since", "2026-11-20") == {}

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--since", "2026-10-31"), "there is no commit of 2026-10-31 or before"),
            (("--since", "2026-10-31"), "` of 2026-11-01; name that commit, or a day from then on"),
            (("--since", "2026-12-31"), "--since 2026-12-31 is after 2026-11-23"),
            (("HEAD", "--since", "2026-11-20"), "--since stands for OLD"),
        ],
    )
    def test_what_it_cannot_compare_is_refused(
        self, tracker: CommandLine, arguments: tuple[str, ...], message: str
    ) -> None:
        assert message in tracker.fails("diff", *arguments)
