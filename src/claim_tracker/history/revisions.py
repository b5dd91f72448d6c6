"""The claims files at a revision, for `check`, and in two states of them, for `diff`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claim_tracker.history.git import (
    ObjectKind,
    commit_of,
    entries_at,
    merge_base,
    object_of,
    revision_and_path,
)
from claim_tracker.history.git_errors import GitError, NoRepositoryError
from claim_tracker.history.paths import git_path
from claim_tracker.history.running import work_tree
from claim_tracker.history.tree import (
    FileReader,
    Found,
    Tree,
    blob_found,
    exists,
    file_reader,
    named_on_disk,
)
from claim_tracker.history.two_states import Lookup
from claim_tracker.io.files import CHECK_NAME, STANDARD_INPUT, FileError

HEAD = "HEAD"


class FileVersion(NamedTuple):
    """A file at a revision: its name and its content."""

    name: str
    content: bytes


def files_at(paths: Sequence[str], revision: str) -> list[FileVersion]:
    """Return the files of a revision that correspond to those that the paths name now.

    A `HEAD` without a commit has no files. Raises FileError and GitError.
    """

    def commits(top: Path) -> tuple[str | None, None]:
        is_begun = revision != HEAD or object_of(top, revision) is not None
        return commit_of(top, revision) if is_begun else None, None

    with file_reader() as read:
        old, _ = Lookup(commits, read).files(paths)
        return _versions(old, read)


def _versions(found: Sequence[Found], read: FileReader) -> list[FileVersion]:
    return [FileVersion(file.name, read(file.key)) for file in found]


@dataclass(frozen=True)
class Operand:
    """What OLD or NEW of `diff` names: a revision, a file or folder, or one of a revision.

    `kind` is None for a file or folder, `id` the object of git for the others, in the repository
    of `folder`.
    """

    text: str
    kind: ObjectKind | None = None
    id: str = ""
    folder: Path = Path()

    def files(self, contents: FileReader) -> list[Found]:
        """Return the files of a path, on disk or at a revision (`REV:path`)."""
        if self.kind is None:
            return named_on_disk([self.text])
        parts = revision_and_path(self.folder, self.text)
        if parts is None and self.kind == "blob":
            return [blob_found(self.text, self.id, self.folder)]
        revision, path = parts if parts is not None else (self.id, "")
        top = git_path(str(self.folder)).top
        found = Tree(top, entries_at(top, revision), contents).files(path, self.text.rstrip("/"))
        if not found and self.kind == "blob":
            raise FileError(
                f"`{self.text}` is a link to no file of that revision",
                "name the file that is meant",
            )
        return found


def operand(text: str, folder: Path | None) -> Operand:
    """Return the operand that a text names: an existing file or folder, or else a revision.

    `folder` is where the claims are, for revisions of their repository; a path in a revision
    (`REV:path`) is of the repository of this folder. Raises GitError for a text that names both
    or neither.
    """
    is_path = text == STANDARD_INPUT or exists(text)
    repository = Path.cwd() if ":" in text or folder is None else folder
    try:
        found = object_of(repository, text)
    except GitError as error:
        if is_path:
            return Operand(text)
        if not isinstance(error, NoRepositoryError):
            raise
        raise GitError(f"there is no file `{text}`; {error.message}", error.help) from error
    if is_path and found is not None and work_tree(repository) is not None:
        raise GitError(
            f"`{text}` is a file and a revision",
            f"write `./{text}` for the file, and `{text}~0` for the revision",
        )
    if found is not None:
        return Operand(text, found.kind, found.id, repository)
    if is_path:
        return Operand(text)
    revision, colon, path = text.partition(":")
    try:
        commit_of(repository, revision if path else text)
    except GitError as error:
        raise GitError(f"there is no file `{text}`, and {error.message}", error.help) from error
    if colon and path:
        raise GitError(f"`{revision}` has no `{path}`", CHECK_NAME)
    raise GitError(f"`{text}` is not a revision", "name a branch, a tag or a commit")


@dataclass(frozen=True)
class States:
    """Two states of the claims files at `paths`; `new` is None for the working tree.

    With `parted`, the older one is the merge base of the two.
    """

    paths: Sequence[str]
    old: Operand
    new: Operand | None
    parted: bool = False

    @property
    def old_name(self) -> str:
        """Return the name of the older state for the user."""
        other = HEAD if self.new is None else self.new.text
        return f"the merge base of {self.old.text} and {other}" if self.parted else self.old.text

    def versions(self) -> tuple[list[FileVersion], list[FileVersion]]:
        """Return the files of both states, where one may have none of them.

        Raises FileError and GitError.
        """
        with file_reader() as read:
            old, new = self._files(read)
            if not old and not new:
                raise FileError(
                    f"neither of the two has `{self.paths[0] if self.paths else self.old.text}`",
                    CHECK_NAME,
                )
            return _versions(old, read), _versions(new, read)

    def _files(self, read: FileReader) -> tuple[list[Found], list[Found]]:
        by_path = self._named_commits
        first, second = Lookup(self._commits, read).files(self.paths) if by_path else ([], [])
        if len(by_path) > 1:
            return first, second
        old = first if self.old in by_path else self.old.files(read)
        if self.new is None:
            return old, second if by_path else named_on_disk(self.paths)
        return old, first if self.new in by_path else self.new.files(read)

    @property
    def _named_commits(self) -> list[Operand]:
        """Return those of the two states that are commits."""
        return [side for side in (self.old, self.new) if side and side.kind == "commit"]

    def _commits(self, top: Path) -> tuple[str, str | None]:
        """Return the commits that are compared in a repository, None for its work tree.

        With a single commit, the paths are those of its files in the work tree.
        """
        commits = [self._commit(top, side) for side in self._named_commits]
        if len(commits) > 1:
            return commits[0], commits[1]
        (first,) = commits
        if work_tree(top) is not None:
            return first, None
        if self.new is None:
            raise GitError("there is no working tree here", "name a second revision")
        return first, first

    def _commit(self, top: Path, state: Operand) -> str:
        """Return the commit of a state in a repository. Raises GitError."""
        commit = commit_of(top, state.text)
        if not self.parted or state is not self.old:
            return commit
        return merge_base(top, commit, commit_of(top, HEAD if self.new is None else self.new.text))
