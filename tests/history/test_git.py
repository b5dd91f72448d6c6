"""Revisions, and what is in them, by a real repository."""

import os
from pathlib import Path

import pytest

from claim_tracker.history.git import (
    commit_of,
    entries_at,
    object_of,
    reading,
)
from claim_tracker.history.git_errors import GitError
from tests.repository import Repository

TEXT = "".join(f"line {number}\n" for number in range(1, 11))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit("a.yaml", TEXT)
    return made


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "HEAD~9", "", "HEAD:a.yaml"])
def test_what_is_no_revision_is_an_error(repository: Repository, revision: str) -> None:
    with pytest.raises(GitError, match="no revision"):
        commit_of(repository.folder, revision)


def test_outside_of_a_repository_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="not a git repository"):
        commit_of(tmp_path, "HEAD")


def test_without_git_is_an_error(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(GitError, match="cannot be run"):
        commit_of(repository.folder, "HEAD")


def test_the_files_of_a_revision_have_no_links_among_them(repository: Repository) -> None:
    repository.commit("in/b\n.yaml", "b")
    (repository.folder / "link.yaml").symlink_to("a.yaml")
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=Link")
    found = entries_at(repository.folder, "HEAD")
    assert [blob.path for blob in found if blob.is_file] == ["a.yaml", "in/b\n.yaml"]


def test_contents_are_read_only_as_far_as_they_count(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claim_tracker.history.git.MAX_BYTES", 20)
    repository.commit("empty.yaml", "")
    blobs = {blob.path: blob.id for blob in entries_at(repository.folder, "HEAD")}
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


def test_a_path_in_a_revision_may_be_from_the_folder(repository: Repository) -> None:
    repository.commit("in/b.yaml", "b")
    below, content = repository.folder / "in", object_of(repository.folder, "HEAD:in/b.yaml")
    assert content is not None
    for folder, name in (
        (below, "HEAD:./b.yaml"),
        (below, "HEAD:../in/b.yaml"),
        (repository.folder, "HEAD:./in/b.yaml"),
    ):
        assert object_of(folder, name) == content
    assert object_of(below, "HEAD:./a.yaml") is None
    assert object_of(below, "HEAD:./..") == object_of(below, "HEAD:")


def test_a_staged_file_is_named_by_its_revision(repository: Repository) -> None:
    found = object_of(repository.folder, ":0:a.yaml")
    assert found == object_of(repository.folder, "HEAD:a.yaml")
