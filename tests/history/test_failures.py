"""What is said where git cannot answer: each failure in its own words, by real repositories."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claim_tracker.history.running import GIT_ENVIRONMENT
from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import another, claim, claims_file

FILE = "data/claims.yaml"
COMMANDS = (
    *(("diff", "HEAD~1"), ("diff", "HEAD~1", "HEAD"), ("log", "base-closes")),
    ("corrections",),
    ("check", "--changed-since", "HEAD~1"),
)
DAMAGED = "`git fsck` names what is damaged"


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    made = Repository(tracker.folder)
    made.commit(FILE, claims_file(claim()))
    made.commit(FILE, claims_file(claim(), another()))
    return made


def stored(repository: Repository, name: str) -> Path:
    """The file in which git keeps an object."""
    known = repository.git("rev-parse", name).strip()
    return repository.folder / ".git/objects" / known[:2] / known[2:]


def damage(path: Path, text: str = "damaged\n") -> None:
    path.chmod(0o644)
    path.write_text(text, "utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


FAULTS: dict[str, tuple[Callable[[Repository], object], str, str]] = {
    "damaged commit": (lambda it: damage(stored(it, "HEAD~1")), "is corrupt", DAMAGED),
    "empty commit": (lambda it: damage(stored(it, "HEAD"), ""), "is corrupt", DAMAGED),
    "damaged tree": (lambda it: damage(stored(it, "HEAD~1:data")), "is corrupt", DAMAGED),
    "damaged file": (lambda it: damage(stored(it, f"HEAD~1:{FILE}")), "has no content", DAMAGED),
    "absent file": (lambda it: stored(it, f"HEAD~1:{FILE}").unlink(), "has no content", DAMAGED),
    "absent HEAD": (lambda it: stored(it, "HEAD").unlink(), "git", DAMAGED),
    "bad branch": (lambda it: damage(it.folder / ".git/refs/heads/main"), "broken ref", DAMAGED),
    "bad HEAD": (lambda it: damage(it.folder / ".git/HEAD"), "not a git repo", "`.git` is damaged"),
    "bad line": (
        lambda it: append(it.folder / ".git/config", "[x"),
        "bad config",
        "mend that line",
    ),
    "bad value": (
        lambda it: append(it.folder / ".git/config", "[core]\nbare = maybe\n"),
        "bad boolean config value",
        "mend that line",
    ),
    "new format": (
        lambda it: append(it.folder / ".git/config", "[core]\nrepositoryFormatVersion = 9\n"),
        "Expected git repo version <= 1, found 9",
        "newer git",
    ),
    "new extension": (
        lambda it: append(
            it.folder / ".git/config",
            "[core]\nrepositoryFormatVersion = 1\n[extensions]\nfancy = 1\n",
        ),
        "unknown repository extension found: fancy",
        "newer git",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_repository_is_reported_in_gits_words(
    tracker: CommandLine, repository: Repository, fault: str
) -> None:
    make, words, advice = FAULTS[fault]
    make(repository)
    for command in COMMANDS:
        error = tracker.fails(*command)
        assert words in error
        assert advice in error
        assert "no commit yet" not in error


def test_a_damaged_index_is_reported_where_it_is_read(
    tracker: CommandLine, repository: Repository
) -> None:
    damage(repository.folder / ".git/index")
    assert "`git reset` writes it anew" in tracker.fails("diff")
    assert tracker("diff", "HEAD~1", "HEAD").status == 0


def test_a_repository_of_another_user_tells_how_to_trust_it(
    tracker: CommandLine, repository: Repository
) -> None:
    tracker.patch.setitem(GIT_ENVIRONMENT, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for command in COMMANDS:
        error = tracker.fails(*command)
        assert "belongs to another user" in error
        assert f"`git config --global --add safe.directory {repository.folder}`" in error


def test_a_linked_work_tree_that_was_moved_tells_how_to_mend_it(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.git("worktree", "add", "--quiet", "linked")
    (tracker.folder / ".git/worktrees").rename(tracker.folder / ".git/gone")
    tracker.patch.chdir("linked")
    assert "`git worktree repair`" in tracker.fails("diff")


def test_git_dir_without_a_repository_is_reported(
    tracker: CommandLine, repository: Repository
) -> None:
    tracker.patch.setenv("GIT_DIR", str(repository.folder / "nowhere"))
    assert "`GIT_DIR` has to name a repository" in tracker.fails("diff")


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("nowhere", "name a branch, a tag or a commit"),
        ("HEAD..HEAD", "name the two revisions one after the other"),
        ("main@{upstream}", "no upstream configured for branch 'main'"),
        ("nowhere@{upstream}", "name the branch itself"),
        ("HEAD@{9}", "log for 'HEAD' only has 2 entries"),
        ("HEAD:data", "name a branch"),
        ("origin/main", "name a branch"),
        ("mine/topic", "`git fetch mine topic` brings it"),
        ("1" * 40, "git knows no revision"),
    ],
)
def test_an_unknown_revision_is_reported_with_help(
    tracker: CommandLine, repository: Repository, revision: str, words: str
) -> None:
    repository.git("remote", "add", "mine", "/nowhere")
    error = tracker.fails("check", "--changed-since", revision)
    assert words in error
    assert "there is no file" not in error


@pytest.mark.parametrize("branch", [None, "HEAD~1", "nowhere"])
def test_a_repository_without_a_commit_says_so(tracker: CommandLine, branch: str | None) -> None:
    Repository(tracker.folder)
    tracker.file(FILE, claims_file(claim()))
    assert "there is no commit yet" in tracker.fails("diff", *([branch] if branch else []))
    assert "there is no commit yet" in tracker.fails("log", "base-closes")


class TestTimes:
    @pytest.mark.parametrize("text", ["HEAD@{2001-01-01}", "main@{25 years ago}"])
    @pytest.mark.usefixtures("repository")
    def test_a_time_before_gits_log_is_no_revision(self, tracker: CommandLine, text: str) -> None:
        time = text.partition("{")[2].removesuffix("}")
        commands = (("diff", text), ("diff", text, "HEAD"), ("diff", "HEAD", text))
        more = (("diff", f"{text}:data"), ("check", "--changed-since", text))
        for command in (*commands, *more, ("diff", "--merge-base", text)):
            error = tracker.fails(*command)
            assert " only goes back to " in error
            assert f"`git log -1 --before='{time}'`" in error
            assert "there is no file" not in error

    @pytest.mark.usefixtures("repository")
    def test_an_entry_of_gits_log_is_a_revision(self, tracker: CommandLine) -> None:
        assert "soldiers-leave: added" in tracker.done("diff", "HEAD@{1}")


def test_commits_without_a_common_past_name_what_is_left(
    tracker: CommandLine, repository: Repository
) -> None:
    repository.git("checkout", "--quiet", "--orphan", "alone")
    repository.commit(FILE, claims_file(another()))
    assert "compare without `--merge-base`" in tracker.fails("diff", "--merge-base", "main")
