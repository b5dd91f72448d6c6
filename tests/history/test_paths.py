"""Where paths are in a real repository."""

from pathlib import Path

import pytest

from claim_tracker.history.git_errors import GitError
from claim_tracker.history.paths import git_path, paths_from_top
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit("a.yaml", "a")
    return made


def test_a_git_path_is_from_the_top_whether_it_is_there_or_not(repository: Repository) -> None:
    below = repository.folder / "in" / "it"
    below.mkdir(parents=True)
    for path, name in (("a.yaml", "a.yaml"), (".", ""), ("in/it", "in/it"), ("in/no/x", "in/no/x")):
        place = git_path(str(repository.folder / path))
        assert (place.top.is_dir(), place.path) == (True, name)


def test_a_path_outside_of_a_named_work_tree_is_reported(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("GIT_WORK_TREE", ".")
    with pytest.raises(GitError, match="is not in"):
        git_path("../elsewhere.yaml")


def test_paths_begin_at_the_top_of_the_work_tree_that_is_named(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "in").mkdir()
    monkeypatch.chdir(repository.folder / "in")
    assert paths_from_top(["../a.yaml", "b.yaml"]) == {"../a.yaml": "a.yaml", "b.yaml": "in/b.yaml"}
    monkeypatch.setenv("GIT_WORK_TREE", ".")
    outside = str(repository.folder / "a.yaml")
    assert paths_from_top(["../a.yaml", "b.yaml"]) == {"../a.yaml": outside, "b.yaml": "b.yaml"}


def test_paths_in_a_submodule_begin_at_the_top_of_the_whole(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "part").mkdir()
    (repository.folder / "part" / ".git").write_text("gitdir: ../.git/modules/part\n", "utf-8")
    monkeypatch.chdir(repository.folder)
    assert paths_from_top(["part/a.yaml"]) == {"part/a.yaml": "part/a.yaml"}
    monkeypatch.chdir(repository.folder / "part")
    assert paths_from_top(["a.yaml"]) == {"a.yaml": "a.yaml"}
