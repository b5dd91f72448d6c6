"""The claims files of a revision, by a real repository."""

from pathlib import Path

import pytest

from claim_tracker.history.revisions import files_at
from claim_tracker.io.files import FileError
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    return Repository(tmp_path)


def at(*paths: str, revision: str = "HEAD") -> list[tuple[str, bytes]]:
    """The files of a revision, where those that the paths name now are there."""
    return list(files_at(paths, revision))


def write(name: str, text: str = "new") -> None:
    """Write a file and leave it uncommitted."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["-f.yaml", "a b.yaml", "é.yaml", ":a.yaml", "*.yaml", "in/b.txt"])
def test_a_file_is_as_it_was_whatever_its_name(repository: Repository, name: str) -> None:
    repository.commit(name, "old")
    write(name)
    assert at(name) == [(name, b"old")]


def test_a_file_is_as_git_keeps_it_whatever_its_attributes(repository: Repository) -> None:
    repository.commit(".gitattributes", "*.yaml -diff -text\n")
    repository.commit("a.yaml", "one\r\n")
    repository.commit("a.yaml", "two\r\n")
    assert at("a.yaml", revision="HEAD~1") == [("a.yaml", b"one\r\n")]


def test_a_folder_has_what_was_in_it(repository: Repository) -> None:
    for name in ("data/a.yaml", "data/in/b.YML", "data/.c.yaml", "data/.d/d.yaml", "data.yaml"):
        repository.commit(name, name)
    Path("data/a.yaml").unlink()
    write("data/e.yaml")
    expected = {("data/a.yaml", b"data/a.yaml"), ("data/in/b.YML", b"data/in/b.YML")}
    assert set(at("data")) == expected
    assert set(at("data", "data/in/b.YML")) == expected
    assert {Path(name).as_posix() for name, _ in at(".")} == {name for name, _ in expected} | {
        "data.yaml"
    }


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("in", ["in/b\n.yaml"]),
        ("in.yaml", ["in.yaml"]),
        ("i", []),
        (".", ["a.yaml", "in.yaml", "in/b\n.yaml"]),
    ],
)
def test_a_path_stands_for_a_file_or_for_a_folder_of_them(
    repository: Repository, path: str, names: list[str]
) -> None:
    for name in ("a.yaml", "in/b\n.yaml", "in.yaml"):
        repository.commit(name, name)
    found = files_at([path], "HEAD")
    assert sorted(Path(name).as_posix() for name, _ in found) == names


def test_a_renamed_file_is_found_by_its_former_name(repository: Repository) -> None:
    repository.commit("data/a.yaml", "old\n" * 9)
    repository.git("mv", "data/a.yaml", "b.yaml")
    assert at("b.yaml") == [("b.yaml", b"old\n" * 9)]
    repository.git("commit", "--quiet", "--message", "Move it")
    assert at("b.yaml", revision="HEAD~1") == [("b.yaml", b"old\n" * 9)]


def test_a_new_file_was_not_there(repository: Repository) -> None:
    repository.commit("a.yaml", "old")
    write("b.yaml")
    assert at("a.yaml", "b.yaml") == [("a.yaml", b"old")]


def test_a_link_is_what_it_leads_to(repository: Repository) -> None:
    repository.commit("real/a.yaml", "old")
    Path("b.yaml").symlink_to("real/a.yaml")
    assert at("b.yaml") == [("b.yaml", b"old")]
    assert at(".") == [("real/a.yaml", b"old")]


def test_each_file_is_looked_for_in_its_own_repository(repository: Repository) -> None:
    repository.commit("data/a.yaml", "outer")
    inner = repository.folder / "data" / "inner"
    inner.mkdir()
    Repository(inner).commit("b.yaml", "inner")
    assert set(at("data")) == {("data/a.yaml", b"outer"), ("data/inner/b.yaml", b"inner")}


def test_a_hook_in_a_linked_working_tree_is_not_misled(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("data/a.yaml", "old")
    repository.git("worktree", "add", "--quiet", "linked")
    monkeypatch.chdir("linked")
    monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git" / "worktrees" / "linked"))
    assert at("data/a.yaml") == [("data/a.yaml", b"old")]


@pytest.mark.usefixtures("repository")
def test_before_the_first_commit_head_has_nothing() -> None:
    write("a.yaml")
    assert at("a.yaml") == []
    with pytest.raises(FileError, match="no revision `main`"):
        at("a.yaml", revision="main")


def test_a_shallow_clone_tells_how_to_get_the_rest(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("a.yaml", "old")
    repository.commit("a.yaml", "new")
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), "shallow")
    monkeypatch.chdir("shallow")
    with pytest.raises(FileError, match="no revision `HEAD~1`") as raised:
        at("a.yaml", revision="HEAD~1")
    assert "unshallow" in raised.value.help


@pytest.mark.usefixtures("repository")
def test_standard_input_is_in_no_revision() -> None:
    with pytest.raises(FileError, match="standard input"):
        at("-")
