"""Which files are of the data at a revision and in the work tree, by real repositories."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CommandLine
from tests.repository import Repository
from tests.samples import another, claim, claims_file

pytestmark = pytest.mark.slow

ONE, TWO = claims_file(claim()), claims_file(another())
EDITED = ONE.replace("A. Minister", "B. Minister")
THIRD = claims_file(claim({"id": "third", "claim": "A third one holds."}))


@pytest.fixture
def repository(tracker: CommandLine) -> Repository:
    return Repository(tracker.folder)


def fates(tracker: CommandLine, *arguments: str) -> dict[str, str]:
    """What `diff` says of each claim."""
    found: Any = json.loads(tracker.done("diff", *arguments, "--format", "json"))
    return {it["id"]: it["change"] for it in found["claims"]}


def life(tracker: CommandLine, claim_id: str, *arguments: str) -> list[str]:
    """What each event of `log` did, the newest first; in brackets what is not committed."""
    found: Any = json.loads(tracker.done("log", claim_id, *arguments, "--format", "json"))
    words = (
        (it, it["gap"] or (it["claim"] or {"change": "tables"})["change"]) for it in found["events"]
    )
    return [word if it["commit"] is not None else f"({word})" for it, word in words]


def unchanged(tracker: CommandLine, path: str = "data", *revisions: str) -> bool:
    """Whether no command finds that a claim of these files was touched since the last commit."""
    checked = json.loads(
        tracker("check", "--changed-since", "HEAD", "-f", path, "--format", "json").out
    )
    return (
        fates(tracker, *revisions, "-f", path) == {}
        and life(tracker, "base-closes", "-f", path) == ["added"]
        and checked["findings"] == []
    )


def commit(repository: Repository, message: str = "Change") -> None:
    repository.git("add", "--all")
    repository.git("commit", "--quiet", f"--message={message}")


def submodule(repository: Repository, origin: Path, path: str) -> Repository:
    """Add a repository with one claim as a submodule."""
    origin.mkdir()
    inner = Repository(origin)
    inner.commit("claims.yaml", ONE)
    repository.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(origin), path
    )
    commit(repository, "Submodule")
    return Repository(repository.folder / path)


class TestLinks:
    @pytest.mark.parametrize(
        ("link", "target"),
        [
            ("data/b.yaml", "a.txt"),
            ("data/b.yaml", "in/a.txt"),
            ("data/b.yaml", "../data/in/a.txt"),
            ("data/more/b.yaml", "../in/a.txt"),
            ("data/b.yaml", "way/a.txt"),
        ],
    )
    def test_a_link_in_a_folder_is_the_file_it_leads_to(
        self, tracker: CommandLine, repository: Repository, link: str, target: str
    ) -> None:
        for name in ("data/a.txt", "data/in/a.txt", "data/other.yaml"):
            repository.commit(name, ONE if name.endswith(".txt") else TWO)
        (tracker.folder / "data/way").symlink_to("in")
        (tracker.folder / link).parent.mkdir(exist_ok=True)
        (tracker.folder / link).symlink_to(target)
        commit(repository, "Link")
        assert unchanged(tracker)
        assert fates(tracker, "HEAD~1", "HEAD", "-f", "data") == {"base-closes": "added"}
        edited = (tracker.folder / link).resolve()
        edited.write_text(EDITED, "utf-8")
        assert fates(tracker, "-f", "data") == {"base-closes": "changed"}
        commit(repository, "Edit")
        assert life(tracker, "base-closes", "-f", "data") == ["changed", "added"]

    def test_a_link_with_another_target_is_a_change(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("2025.yaml", ONE)
        repository.commit("2026.yaml", claims_file(claim(), another()))
        now = tracker.folder / "now.yaml"
        now.symlink_to("2025.yaml")
        commit(repository, "Link")
        assert unchanged(tracker, "now.yaml")
        now.unlink()
        now.symlink_to("2026.yaml")
        assert fates(tracker, "-f", "now.yaml") == {"soldiers-leave": "added"}
        commit(repository, "Link")
        assert fates(tracker, "HEAD~1", "HEAD", "-f", "now.yaml") == {"soldiers-leave": "added"}

    def test_a_link_of_a_revision_is_named(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("data/in/a.txt", ONE)
        (tracker.folder / "data/b.yaml").symlink_to("in/a.txt")
        (tracker.folder / "now").symlink_to("data")
        commit(repository, "Link")
        tracker.file("new.yaml", EDITED)
        tracker.patch.chdir("data")
        for name in ("HEAD:data/b.yaml", "HEAD:./b.yaml", "HEAD:data", "HEAD:now", "HEAD:./../now"):
            assert fates(tracker, name, "../new.yaml") == {"base-closes": "changed"}

    def test_a_named_link_out_of_a_revision_is_reported(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        (tracker.folder / "b.yaml").symlink_to("/etc/passwd")
        commit(repository, "Link")
        tracker.file("new.yaml", EDITED)
        error = tracker.fails("diff", "HEAD:b.yaml", "new.yaml")
        assert "`HEAD:b.yaml` is a link to no file of that revision" in error

    @pytest.mark.parametrize(
        ("target", "fault"),
        [
            ("../secret.yaml", "a link that leads out of `data`"),
            ("/etc/passwd", "a link that leads out of `data`"),
            ("../..", "a link that leads out of `data`"),
            ("b.yaml", "a link that leads back to itself"),
            ("gone.txt", "a link to `gone.txt`, which is not there"),
            ("in/../gone.txt", "a link to `gone.txt`, which is not there"),
            (".draft.yaml", "a link to `.draft.yaml`, and what begins with a dot is left out"),
        ],
    )
    def test_a_link_of_a_revision_leads_to_nothing_else(
        self, tracker: CommandLine, repository: Repository, target: str, fault: str
    ) -> None:
        repository.commit("secret.yaml", THIRD)
        repository.commit("data/.draft.yaml", THIRD)
        repository.commit("data/a.yaml", ONE)
        (tracker.folder / "data/b.yaml").symlink_to(target)
        commit(repository, "Link")
        if "out of" not in fault:
            assert f"`data/b.yaml`: it is {fault}" in tracker.fails("check", "-f", "data")
        (tracker.folder / "data/b.yaml").unlink()
        ran = tracker("diff", "HEAD", "-f", "data")
        assert (ran.status, "No change" in ran.out) == (0, True)
        assert ran.err.count(f"`data/b.yaml` is left out: it is {fault}") == 1

    @pytest.mark.parametrize(
        ("name", "target", "is_reported"),
        [
            ("more", "gone", True),
            ("more", ".hidden", True),
            ("more", "../other", True),
            ("more", "in", False),
            ("more", ".", False),
            ("notes.txt", "gone", False),
            ("notes", "a.yaml", False),
            (".later", "gone", False),
        ],
    )
    def test_a_link_to_a_folder_is_reported_alike_in_both_states(
        self,
        tracker: CommandLine,
        repository: Repository,
        name: str,
        target: str,
        *,
        is_reported: bool,
    ) -> None:
        for path, text in (("a.yaml", ONE), ("in/b.yaml", TWO), (".hidden/c.yaml", THIRD)):
            repository.commit(f"data/{path}", text)
        repository.commit("other/d.yaml", THIRD)
        (tracker.folder / "data" / name).symlink_to(target)
        commit(repository, "Link")
        assert (f"`data/{name}`" in tracker("check", "-f", "data").err) == is_reported
        (tracker.folder / "data" / name).unlink()
        ran = tracker("diff", "HEAD", "-f", "data")
        assert (ran.status, "No change" in ran.out) == (0, True)
        assert (f"`data/{name}` is left out" in ran.err) == is_reported


class TestSubmodules:
    def test_a_submodule_has_the_files_of_its_commit(
        self, tracker: CommandLine, repository: Repository, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        repository.commit("data/other.yaml", TWO)
        inner = submodule(repository, tmp_path_factory.mktemp("in") / "x", "data/sub")
        assert unchanged(tracker)
        assert fates(tracker, "HEAD~1", "-f", "data") == {"base-closes": "added"}
        assert fates(tracker, "HEAD~1", "HEAD", "-f", "data") == {"base-closes": "added"}
        inner.commit("claims.yaml", EDITED)
        assert fates(tracker, "-f", "data") == {"base-closes": "changed"}
        commit(repository, "Bump")
        assert fates(tracker, "HEAD~1", "HEAD", "-f", "data") == {"base-closes": "changed"}
        assert life(tracker, "base-closes", "-f", "data") == ["changed", "added"]
        assert life(tracker, "base-closes", "-f", "data/sub") == ["changed", "added"]
        (tracker.folder / "data/link.yaml").symlink_to("sub/claims.yaml")
        commit(repository, "Link")
        assert fates(tracker, "-f", "data") == fates(tracker, "HEAD~1", "-f", "data") == {}

    def test_a_submodule_without_its_commit_is_reported(
        self, tracker: CommandLine, repository: Repository, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        repository.commit("data/other.yaml", TWO)
        submodule(repository, tmp_path_factory.mktemp("in") / "x", "data/sub")
        absent = f"160000,{'1' * 40},data/sub"
        repository.git("update-index", "--cacheinfo", absent)
        repository.git("commit", "--quiet", "--message=Bump")
        assert "the submodule `data/sub` lacks its commit 1111111111" in tracker.fails(
            "diff", "-f", "data"
        )

    def test_a_submodule_that_is_not_checked_out_has_no_files(
        self, tracker: CommandLine, repository: Repository, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        repository.commit("data/a.yaml", ONE)
        submodule(repository, tmp_path_factory.mktemp("in") / "x", "data/sub")
        repository.git("submodule", "--quiet", "deinit", "--force", "data/sub")
        assert fates(tracker, "-f", "data") == {}

    def test_a_repository_that_is_no_submodule_has_its_own_revisions(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("data/other.yaml", TWO)
        (tracker.folder / "data/inner").mkdir()
        inner = Repository(tracker.folder / "data/inner")
        inner.commit("a.yaml", ONE)
        assert unchanged(tracker)
        inner.commit("a.yaml", EDITED)
        assert life(tracker, "base-closes", "-f", "data") == ["changed", "added"]
        assert life(tracker, "soldiers-leave", "-f", "data") == ["added"]


class TestMoved:
    @pytest.mark.parametrize("staged", [False, True])
    @pytest.mark.parametrize("edited", [False, True])
    def test_a_file_that_was_moved_has_the_same_claims(
        self, tracker: CommandLine, repository: Repository, *, staged: bool, edited: bool
    ) -> None:
        repository.commit("data/a.yaml", claims_file(claim(), another()))
        repository.commit("data/c.yaml", THIRD)
        (tracker.folder / "a.yaml").parent.mkdir(exist_ok=True)
        (tracker.folder / "data/a.yaml").rename("moved.yaml")
        if edited:
            tracker.file("moved.yaml", claims_file(claim({"topic": "Bases"}), another()))
        if staged:
            repository.git("add", "--all")
        expected = {"base-closes": "changed"} if edited else {}
        for name in ("moved.yaml", "data/a.yaml"):
            assert fates(tracker, "-f", name) == expected
        assert life(tracker, "base-closes", "-f", "moved.yaml")[-1] == "added"
        assert len(life(tracker, "base-closes", "-f", "moved.yaml")) == (2 if edited else 1)
        assert edited or unchanged(tracker, "moved.yaml")

    def test_of_several_files_each_is_the_one_it_was(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        texts = [
            claims_file(claim({"id": f"c-{number}", "topic": f"T {number}"})) for number in range(3)
        ]
        for number, text in enumerate(texts):
            repository.commit(f"{number}.yaml", text)
        for number in range(3):
            (tracker.folder / f"{number}.yaml").rename(f"new-{2 - number}.yaml")
        tracker.file("new-3.yaml", texts[0].replace("T 0", "T 9").replace("base", "house"))
        for number in range(3):
            assert fates(tracker, "-f", f"new-{2 - number}.yaml") == {}
        assert fates(tracker, "-f", "new-3.yaml") == {"c-0": "added"}

    @pytest.mark.parametrize("how", ["moved", "staged", "committed"])
    def test_a_folder_that_was_renamed_has_the_same_claims(
        self, tracker: CommandLine, repository: Repository, how: str
    ) -> None:
        for name, text in (("a.yaml", ONE), ("in/b.yml", TWO), ("c.yaml", THIRD)):
            repository.commit(f"data/{name}", text)
        (tracker.folder / "data").rename("claims")
        if how != "moved":
            repository.git("add", "--all")
        revisions = ["HEAD"]
        if how == "committed":
            repository.git("commit", "--quiet", "--message=Move")
            revisions = ["HEAD~1", "HEAD"]
        assert fates(tracker, *revisions[:1], "-f", "claims") == {}
        if how == "committed":
            assert fates(tracker, *revisions, "-f", "claims") == {}
        assert fates(tracker, *revisions[:1], "-f", "data") == {}
        assert life(tracker, "base-closes", "-f", "claims") == ["added"]
        (tracker.folder / "claims/c.yaml").unlink()
        assert fates(tracker, revisions[0], "-f", "claims") == {"third": "removed"}

    def test_a_folder_is_followed_over_several_names(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("one/a.yaml", ONE)
        for old, new in (("one", "two"), ("two", "in/three"), ("in", "data")):
            (tracker.folder / "in").mkdir(exist_ok=True)
            (tracker.folder / old).rename(new) if new != "data" else None
            commit(repository, new) if new != "data" else None
        repository.commit("in/three/a.yaml", EDITED)
        assert life(tracker, "base-closes", "-f", "in/three") == ["changed", "added"]

    def test_files_added_to_or_removed_from_a_folder_are_changes(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("data/a.yaml", ONE)
        repository.commit("drafts/b.yaml", TWO)
        repository.git("mv", "drafts/b.yaml", "data/b.yaml")
        assert fates(tracker, "-f", "data") == {"soldiers-leave": "added"}
        commit(repository)
        assert fates(tracker, "HEAD~1", "HEAD", "-f", "data") == {"soldiers-leave": "added"}
        assert fates(tracker, "HEAD", "HEAD~1", "-f", "data") == {"soldiers-leave": "removed"}
        assert life(tracker, "soldiers-leave", "-f", "data") == ["added"]

    def test_an_empty_folder_has_all_its_claims_removed(
        self, tracker: CommandLine, repository: Repository
    ) -> None:
        repository.commit("data/a.yaml", ONE)
        (tracker.folder / "data/a.yaml").unlink()
        assert fates(tracker, "-f", "data") == {"base-closes": "removed"}
        assert life(tracker, "base-closes", "-f", "data") == ["(removed)", "added"]


class TestSparse:
    @pytest.mark.parametrize("options", [["--cone"], ["--cone", "--sparse-index"], ["--no-cone"]])
    def test_what_a_sparse_checkout_leaves_out_is_there(
        self, tracker: CommandLine, repository: Repository, options: list[str]
    ) -> None:
        repository.commit("data/in/a.yaml", ONE)
        repository.commit("data/out/b.yaml", TWO)
        repository.git("sparse-checkout", "set", *options, "data/in")
        assert not (tracker.folder / "data/out").exists()
        for path in ("data", "data/out", "data/out/b.yaml", "."):
            assert fates(tracker, "-f", path) == {}
        assert unchanged(tracker)
        assert fates(tracker, "HEAD~1", "-f", "data") == {"soldiers-leave": "added"}
        tracker.file("data/out/b.yaml", TWO.replace("A. Minister", "B."))
        assert fates(tracker, "-f", "data") == {"soldiers-leave": "changed"}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "a b.yaml",
            "é.yaml",
            "e\u0301.yaml",
            'q".yaml',
            "q'.yaml",
            "a\nb.yaml",
            "a\tb.yaml",
            "*.yaml",
        ),
        *(":a.yaml", ":(top)a.yaml", "a\\b.yaml", "C:\\a.yaml", "CON.yaml", "a:b.yaml", "-f.yaml"),
        *("[a].yaml", "漢.yaml", "a .yaml", "!a.yaml", "#a.yaml", "A.YAML", "\x01.yaml"),
    ],
)
def test_any_name_is_found_in_both_states(
    tracker: CommandLine, repository: Repository, name: str
) -> None:
    repository.commit(f"data/{name}", ONE)
    for path in ("data", f"data/{name}", f"./data/../data/{name}"):
        assert unchanged(tracker, path)
    Path(f"data/{name}").rename(f"data/new {name}")
    for path in ("data", f"data/{name}", f"data/new {name}"):
        assert fates(tracker, "-f", path) == {}
    commit(repository)
    assert life(tracker, "base-closes", "-f", f"data/new {name}") == ["added"]
    assert fates(tracker, "HEAD~1", "HEAD", "-f", f"data/new {name}") == {}
