"""The lines that have changed since a revision, by a real repository."""

import os
from pathlib import Path

import pytest

from claim_tracker.git import GitError, blobs_at, changed_lines, object_of, place_of, reading
from tests.repository import Repository

TEXT = "".join(f"line {number}\n" for number in range(1, 11))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit("a.yaml", TEXT)
    return made


def _changed(repository: Repository, text: str) -> list[range]:
    path = repository.folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    lines = changed_lines(str(path), "HEAD")
    assert lines is not None
    return list(lines)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("line 3\n", "line three\n", [range(3, 4)]),
        ("line 3\nline 4\n", "x\ny\n", [range(3, 5)]),
        ("line 3\n", "line 3\nadded\n", [range(4, 5)]),
        ("line 3\n", "", [range(2, 4)]),
        ("", "", []),
    ],
    ids=["one", "two", "added", "deleted", "none"],
)
def test_lines_are_those_of_the_working_tree(
    repository: Repository, old: str, new: str, lines: list[range]
) -> None:
    assert _changed(repository, TEXT.replace(old, new, 1)) == lines


def test_all_of_a_new_file_has_changed(repository: Repository) -> None:
    path = repository.folder / "new.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert changed_lines(str(path), "HEAD") is None


@pytest.mark.parametrize(
    "name", ["-f.yaml", "a b.yaml", "é.yaml", ":a.yaml", "*.yaml", "in/b.yaml"]
)
def test_any_name_of_a_file_is_only_a_name(repository: Repository, name: str) -> None:
    repository.commit(name, TEXT)
    path = repository.folder / name
    path.write_text(TEXT.replace("line 9", "nine"), encoding="utf-8")
    assert changed_lines(str(path), "HEAD") == [range(9, 10)]


def test_an_older_revision_is_compared_with_the_working_tree(repository: Repository) -> None:
    repository.commit("a.yaml", TEXT.replace("line 1\n", "one\n"))
    assert changed_lines(str(repository.folder / "a.yaml"), "HEAD~1") == [range(1, 2)]


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "HEAD~9", "", "HEAD:a.yaml"])
def test_what_is_no_revision_is_an_error(repository: Repository, revision: str) -> None:
    with pytest.raises(GitError, match="no revision"):
        changed_lines(str(repository.folder / "a.yaml"), revision)


def test_outside_of_a_repository_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    with pytest.raises(GitError, match="not a git repository"):
        changed_lines(str(tmp_path / "a.yaml"), "HEAD")


def test_without_git_is_an_error(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(GitError, match="cannot be run"):
        changed_lines(str(repository.folder / "a.yaml"), "HEAD")


def test_a_place_is_a_path_from_the_top_whether_it_is_there_or_not(repository: Repository) -> None:
    below = repository.folder / "in" / "it"
    below.mkdir(parents=True)
    for path, name in (("a.yaml", "a.yaml"), (".", ""), ("in/it", "in/it"), ("in/no/x", "in/no/x")):
        place = place_of(str(repository.folder / path))
        assert (place.folder.is_dir(), place.path) == (True, name)


def test_the_files_of_a_revision_are_those_of_a_folder_or_the_one(repository: Repository) -> None:
    repository.commit("in/b\n.yaml", "b")
    repository.commit("in.yaml", "c")
    (repository.folder / "link.yaml").symlink_to("a.yaml")
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=Link")
    for path, names in (
        ("in", ["in/b\n.yaml"]),
        ("in.yaml", ["in.yaml"]),
        ("i", []),
        (".", ["a.yaml", "in.yaml", "in/b\n.yaml"]),
    ):
        place = place_of(str(repository.folder / path))
        assert [blob.path for blob in blobs_at(place, "HEAD")] == names


def test_contents_are_read_one_after_the_other_and_only_as_far_as_they_count(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claim_tracker.git.MAX_BYTES", 20)
    repository.commit("empty.yaml", "")
    blobs = {blob.path: blob.id for blob in blobs_at(place_of(str(repository.folder)), "HEAD")}
    with reading(repository.folder) as read:
        assert [read(blobs[name]) for name in ("a.yaml", "empty.yaml", "a.yaml")] == [
            TEXT.encode()[:21],
            b"",
            TEXT.encode()[:21],
        ]
        with pytest.raises(GitError, match="no content"):
            read("0" * 40)


@pytest.mark.parametrize(
    ("revision", "kind"),
    [
        ("HEAD", "commit"),
        ("named", "commit"),
        ("HEAD:a.yaml", "blob"),
        ("HEAD:", "tree"),
        ("nowhere", None),
        ("--all", None),
        ("HEAD..HEAD", None),
    ],
)
def test_a_revision_names_a_commit_a_file_a_folder_or_nothing(
    repository: Repository, revision: str, kind: str | None
) -> None:
    repository.git("tag", "--annotate", "--message=Named", "named")
    found = object_of(repository.folder, revision)
    assert (found.kind if found is not None else None) == kind
