"""Revisions and errors of git, by a real repository."""

import os
from pathlib import Path

import pytest

from claim_tracker.git import GitError, commit_of
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit("a.yaml", "a\n")
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
