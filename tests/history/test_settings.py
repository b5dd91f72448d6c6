"""What the environment and the settings of git change: nothing of the answers."""

import os
from pathlib import Path

import pytest

from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

FILE = "data/é 'b'.yaml"
ONE = claims_file(claim())
TWO = claims_file(claim(), another())
COMMANDS = (
    *(
        ("diff", "-f", "data"),
        ("diff", "HEAD~2", "-f", "data"),
        ("diff", "first", "HEAD", "-f", FILE),
    ),
    *(("diff", "HEAD~1:data", "-f", "data"), ("diff", "--merge-base", "topic", "-f", "data")),
    *(("log", "base-closes", "-f", FILE), ("log", "soldiers-leave", "-f", "data")),
    ("corrections", "--since", "HEAD~1", "-f", "data"),
    ("check", "--changed-since", "HEAD~2", "-f", "data"),
)
SETTINGS = {
    **dict.fromkeys(("core.quotePath", "core.ignoreCase", "core.precomposeUnicode"), "true"),
    **dict.fromkeys(("core.autocrlf", "core.sparseCheckout", "core.untrackedCache"), "true"),
    **dict.fromkeys(("core.symlinks", "core.fileMode", "core.logAllRefUpdates"), "false"),
    **dict.fromkeys(("diff.noprefix", "diff.mnemonicPrefix", "diff.relative"), "true"),
    **dict.fromkeys(("log.showSignature", "log.mailmap", "log.follow", "log.abbrevCommit"), "true"),
    **dict.fromkeys(
        ("submodule.recurse", "status.short", "status.branch", "blame.showRoot"), "true"
    ),
    **dict.fromkeys(
        ("color.ui", "color.diff", "color.status", "color.branch", "color.grep"), "always"
    ),
    "core.abbrev": "4",
    "core.attributesFile": "{folder}/attributes",
    "core.bigFileThreshold": "1",
    "core.commentChar": "%",
    "core.compression": "0",
    "core.disambiguate": "blob",
    "core.eol": "crlf",
    "core.excludesFile": "{folder}/excludes",
    "core.packedGitLimit": "1k",
    "core.safecrlf": "true",
    "core.useReplaceRefs": "true",
    "core.warnAmbiguousRefs": "false",
    "core.whitespace": "tab-in-indent",
    "diff.algorithm": "histogram",
    "diff.context": "0",
    "diff.dirstat": "lines",
    "diff.ignoreSubmodules": "all",
    "diff.orderFile": "{folder}/order",
    "diff.renameLimit": "1",
    "diff.renames": "false",
    "diff.statGraphWidth": "1",
    "diff.submodule": "log",
    "diff.wsErrorHighlight": "all",
    "format.notes": "true",
    "format.pretty": "oneline",
    "grep.patternType": "perl",
    "i18n.commitEncoding": "latin1",
    "i18n.logOutputEncoding": "utf-16",
    "index.sparse": "true",
    "log.date": "relative",
    "log.decorate": "full",
    "log.diffMerges": "first-parent",
    "log.excludeDecoration": "*",
    "log.showRoot": "false",
    "mailmap.file": "{folder}/mailmap",
    "merge.renames": "false",
    "notes.displayRef": "refs/notes/*",
    "pager.diff": "true",
    "pager.log": "true",
    "push.default": "nothing",
    "status.relativePaths": "false",
    "status.renames": "false",
    "status.showUntrackedFiles": "no",
    "status.submoduleSummary": "true",
    "submodule.data/sub.ignore": "all",
    "transfer.hideRefs": "refs",
}
FILES = {
    "attributes": "*.yaml binary -diff -text working-tree-encoding=UTF-16 filter=x export-ignore\n",
    "excludes": "*\n",
    "order": "z*\n",
    "mailmap": "Somebody Else <else@example.org> <reporter@example.org>\n",
}
ODD = ("GLOB", "NOGLOB", "ICASE", "LITERAL")


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    """A moved file, a branch, and something that is not committed."""
    made = Repository(tracker.folder)
    made.commit("old.yaml", ONE)
    made.git("tag", "first")
    made.git("branch", "topic")
    (tracker.folder / "data").mkdir()
    made.git("mv", "old.yaml", FILE)
    made.git("commit", "--quiet", "--message=Möve it")
    made.commit(FILE, TWO)
    made.git("notes", "add", "--message=A note")
    tracker.file(FILE, TWO.replace("A. Minister", "B. Minister", 1))
    return made


def answers(tracker: CommandLine) -> list[tuple[int, str, str]]:
    """What each command comes to, but for the time that a check takes."""
    found = [tracker(*command) for command in COMMANDS]
    return [(ran.status, ran.out.rpartition(", ")[0] or ran.out, ran.err) for ran in found]


def odd_files(tracker: CommandLine) -> str:
    folder = tracker.folder.parent / f"{tracker.folder.name}-odd"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return str(folder)


@pytest.mark.parametrize("where", ["repository", "environment"])
def test_no_setting_of_git_changes_an_answer(
    tracker: CommandLine, repository: Repository, where: str
) -> None:
    before, folder = answers(tracker), odd_files(tracker)
    assert all(status == 0 for status, _, _ in before)
    values = {key: value.format(folder=folder) for key, value in SETTINGS.items()}
    if where == "repository":
        for key, value in values.items():
            repository.git("config", key, value)
    else:
        tracker.patch.setenv("GIT_CONFIG_COUNT", str(len(values)))
        for number, (key, value) in enumerate(values.items()):
            tracker.patch.setenv(f"GIT_CONFIG_KEY_{number}", key)
            tracker.patch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    assert answers(tracker) == before


def test_replaced_and_grafted_commits_are_as_they_were(
    tracker: CommandLine, repository: Repository
) -> None:
    before = answers(tracker)
    ids = repository.git("rev-list", "HEAD").split()
    repository.git("replace", ids[1], ids[2])
    (tracker.folder / ".git/info/grafts").write_text(f"{ids[0]}\n", "ascii")
    (tracker.folder / ".mailmap").write_text(FILES["mailmap"], "utf-8")
    assert answers(tracker) == before


@pytest.mark.usefixtures("repository")
def test_no_way_to_read_paths_changes_an_answer(tracker: CommandLine) -> None:
    before = answers(tracker)
    for name in ODD:
        tracker.patch.setenv(f"GIT_{name}_PATHSPECS", "1")
    others = {
        "GIT_NAMESPACE": "other",
        "GIT_PAGER_IN_USE": "true",
        "GIT_FLUSH": "0",
        "GIT_DIFF_OPTS": "-u0",
        "GIT_ATTR_SOURCE": "nowhere",
        "GIT_NO_REPLACE_OBJECTS": "0",
        "GIT_NOTES_REF": "refs/notes/none",
        "GIT_DEFAULT_HASH": "sha256",
        "GIT_REF_PARANOIA": "1",
        "GIT_ADVICE": "0",
    }
    for name, value in others.items():
        tracker.patch.setenv(name, value)
    assert answers(tracker) == before


@pytest.mark.parametrize(
    ("folder", "environ"),
    [
        (".", {"GIT_DIR": ".git"}),
        (".", {"GIT_DIR": ".git", "GIT_WORK_TREE": "."}),
        (".", {"GIT_WORK_TREE": "."}),
        ("data", {"GIT_DIR": "../.git"}),
        ("data", {"GIT_DIR": "../.git", "GIT_WORK_TREE": ".."}),
        ("data", {"GIT_WORK_TREE": ".."}),
        (".", {"GIT_INDEX_FILE": ".git/index"}),
        (".", {"GIT_OBJECT_DIRECTORY": ".git/objects"}),
        (".", {"GIT_COMMON_DIR": ".git", "GIT_DIR": ".git"}),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_repository_may_be_named_from_the_folder(
    tracker: CommandLine, folder: str, environ: dict[str, str]
) -> None:
    tracker.patch.chdir(folder)
    path = os.path.relpath(FILE, folder)
    before = tracker.done("diff", "-f", path), tracker.done("log", "base-closes", "-f", path)
    for name, value in environ.items():
        tracker.patch.setenv(name, value)
    after = tracker.done("diff", "-f", path), tracker.done("log", "base-closes", "-f", path)
    assert after == before


def test_a_repository_apart_from_its_files_is_named(
    tracker: CommandLine, repository: Repository
) -> None:
    before = tracker.done("diff", "-f", FILE)
    apart = tracker.folder.parent / f"{tracker.folder.name}.git"
    (tracker.folder / ".git").rename(apart)
    tracker.patch.setenv("GIT_CEILING_DIRECTORIES", str(tracker.folder.parent))
    assert "not a git repository" in tracker.fails("diff", "-f", FILE)
    tracker.patch.setenv("GIT_DIR", f"../{apart.name}")
    assert tracker.done("diff", "-f", FILE) == before
    assert "A. Reporter" in tracker.done("log", "base-closes", "-f", "data")
    tracker.patch.setenv("GIT_WORK_TREE", ".")
    assert tracker.done("diff", "-f", FILE) == before
    tracker.patch.chdir("data")
    tracker.patch.setenv("GIT_DIR", f"../../{apart.name}")
    tracker.patch.setenv("GIT_WORK_TREE", "..")
    assert tracker.done("diff", "-f", Path(FILE).name) == before
    assert repository.folder == tracker.folder


def test_objects_of_alternate_directories_are_read(
    tracker: CommandLine, repository: Repository
) -> None:
    before = answers(tracker)
    objects = tracker.folder / ".git/objects"
    objects.rename(tracker.folder / "elsewhere")
    objects.mkdir()
    for name in ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_OBJECT_DIRECTORY"):
        assert tracker("diff", "-f", "data").status != 0
        with tracker.patch.context() as patch:
            patch.setenv(name, "elsewhere")
            assert answers(tracker) == before
    assert repository.folder == tracker.folder


def test_an_index_of_its_own_is_read(tracker: CommandLine, repository: Repository) -> None:
    (tracker.folder / ".git/index").rename(tracker.folder / "own")
    tracker.patch.setenv("GIT_INDEX_FILE", "own")
    repository.git("update-index", "--skip-worktree", FILE)
    (tracker.folder / FILE).unlink()
    assert "No change" in tracker.done("diff", "-f", "data")
