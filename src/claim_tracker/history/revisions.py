"""The claims files at a revision: of one for `check` and `log`, of two for `diff`.

A revision may lack a file because it had another path there. Such a file is found, as far as the
renaming is committed or staged, and bears the name that its user knows it by.
"""

import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from claim_tracker.history.git import (
    Blob,
    GitError,
    Kind,
    blobs_at,
    commit_of,
    git_path,
    is_in_work_tree,
    merge_base,
    object_of,
    reading,
    renamed,
)
from claim_tracker.io.files import (
    STANDARD_INPUT,
    FileError,
    expand,
    is_inside,
    is_of_claims,
    read_bytes,
)

HEAD = "HEAD"


class Version(NamedTuple):
    """The content of a file as it was, and its name."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Revision:
    """The files of a commit of the repository at `top`, by their paths from there.

    Renames are those between it and the commit `other`, or without one what is staged.
    """

    top: Path
    commit: str
    other: str | None = None

    @cached_property
    def _blobs(self) -> Mapping[str, Blob]:
        return {blob.path: blob for blob in blobs_at(self.top, self.commit)}

    @cached_property
    def _paths(self) -> Sequence[str]:
        return sorted(self._blobs)

    @cached_property
    def renames(self) -> Mapping[str, str]:
        """The other path of each file that was renamed, by either of the two."""
        return renamed(self.top, self.commit, self.other)

    def is_file(self, path: str) -> bool:
        """Whether the commit has a file at a path, and not a folder."""
        return path in self._blobs

    def path_of(self, path: str) -> str:
        """Return the path that a file or folder has in the commit; `path` where it is not there."""
        return path if any(self._at(path)) else self.renames.get(path, path)

    def files(self, path: str, name: str) -> Iterator[tuple[str, Blob]]:
        """Yield the file that is at `path`, or the files of claims in that folder.

        Each comes with the name that follows from `name`, by which the user knows the path.
        """
        here = self.path_of(path)
        for blob in self._at(here):
            below = blob.path.removeprefix(here).removeprefix("/")
            if not below:
                yield name, blob
            elif is_of_claims(below):
                yield str(Path(name) / below), blob

    def _at(self, path: str) -> Iterator[Blob]:
        """Yield the file at a path, or all files below it."""
        if path in self._blobs:
            yield self._blobs[path]
            return
        top = f"{path}/" if path else ""
        below = map(self._paths.__getitem__, range(bisect_left(self._paths, top), len(self._paths)))
        yield from (self._blobs[each] for each in takewhile(lambda it: it.startswith(top), below))


def files_since(paths: Sequence[str], names: Iterable[str], revision: str) -> Iterator[Version]:
    """Yield the files of a revision that correspond to those that are there now.

    `paths` are the files and folders that the user names, `names` the files that these now
    stand for. What a folder had then and now lacks comes last. A `HEAD` without a commit has no
    files. Raises FileError and GitError.
    """

    def at(top: Path) -> Revision | None:
        is_begun = revision != HEAD or object_of(top, revision) is not None
        return Revision(top, commit_of(top, revision)) if is_begun else None

    if STANDARD_INPUT in paths:
        raise FileError("standard input is in no revision", "name a file with `-f`")
    return _versions([*names, *paths], at)


def _versions(paths: Iterable[str], at: Callable[[Path], Revision | None]) -> Iterator[Version]:
    """Yield what the paths name at a revision, each file once.

    `at` gives the revision in the repository with a top; None where it has no files.
    """
    repositories: dict[Path, dict[str, str]] = {}
    for name in paths:
        place = git_path(name)
        repositories.setdefault(place.top, {}).setdefault(place.path, name)
    for top, named in repositories.items():
        revision = at(top)
        if revision is None:
            continue
        found: dict[str, tuple[str, Blob]] = {}
        for path, name in named.items():
            for file, blob in revision.files(path, name):
                found.setdefault(blob.path, (file, blob))
        with reading(top) as read:
            yield from (Version(file, read(blob.id)) for file, blob in found.values())


@dataclass(frozen=True)
class Operand:
    """What OLD or NEW of `diff` names: a revision, a file or folder, or one of a revision.

    `kind` is None for a file or folder, `id` the object of git for the others, in the repository
    of `folder`.
    """

    text: str
    kind: Kind | None = None
    id: str = ""
    folder: Path = Path()

    def versions(self) -> Iterator[Version]:
        """Yield the files of what is no commit: of a path, now or at a revision (`REV:path`)."""
        if self.kind is None:
            yield from _read([self.text])
            return
        with reading(self.folder) as read:
            if self.kind == "blob":
                yield Version(self.text, read(self.id))
                return
            for blob in blobs_at(self.folder, self.id):
                if is_of_claims(blob.path):
                    yield Version(f"{self.text.rstrip('/')}/{blob.path}", read(blob.id))


def operand(text: str, folder: Path | None) -> Operand:
    """Return what the user means by a text: a file or folder that is there, or else a revision.

    `folder` is where the claims are, for revisions of their repository; a path in a revision
    (`REV:path`) is of the repository of this folder. Raises GitError for what is both, and for
    what is neither.
    """
    is_path = text == STANDARD_INPUT or _exists(text)
    repository = Path.cwd() if ":" in text or folder is None else folder
    try:
        found = object_of(repository, text)
    except GitError as error:
        if is_path:
            return Operand(text)
        raise GitError(f"there is no file `{text}`; {error.message}", error.help) from error
    if is_path and found is not None and is_in_work_tree(repository):
        raise GitError(
            f"`{text}` is a file and a revision",
            f"write `./{text}` for the file, and `{text}~0` for the revision",
        )
    if found is not None:
        return Operand(text, found.kind, found.id, repository)
    if is_path:
        return Operand(text)
    try:
        commit_of(repository, text)
    except GitError as error:
        raise GitError(f"there is no file `{text}`, and {error.message}", error.help) from error
    raise GitError(f"`{text}` is no revision", "name a branch, a tag or a commit")


@dataclass(frozen=True)
class States:
    """Two states of the claims files at `paths`; `new` is None for the working tree.

    With `parted`, the older one is where the history of the two parted.
    """

    paths: Sequence[str]
    old: Operand
    new: Operand | None
    parted: bool = False

    @property
    def old_name(self) -> str:
        """How the older state is named to the user."""
        other = HEAD if self.new is None else self.new.text
        return f"the merge base of {self.old.text} and {other}" if self.parted else self.old.text

    def versions(self) -> tuple[list[Version], list[Version]]:
        """Return the files of both states, where one may have none of them.

        Raises FileError and GitError.
        """
        old = list(self._of(self.old, self.new))
        new = list(self._of(self.new, self.old) if self.new is not None else self._present())
        if not old and not new:
            raise FileError(
                f"neither of the two has `{self.paths[0] if self.paths else self.old.text}`",
                "check the name given to `-f`",
            )
        return old, new

    def _of(self, state: Operand, other: Operand | None) -> Iterator[Version]:
        if state.kind != "commit":
            return state.versions()
        if STANDARD_INPUT in self.paths:
            raise FileError("standard input is in no revision", "name a file with `-f`")
        compared = other if other is not None and other.kind == "commit" else None

        def at(top: Path) -> Revision:
            commit = self._commit(top, state)
            return Revision(top, commit, self._commit(top, compared) if compared else None)

        return _versions(self.paths, at)

    def _present(self) -> Iterator[Version]:
        """Yield the files of the working tree, also under a path that they have since OLD."""
        for path in self.paths:
            if path == STANDARD_INPUT or _exists(path) or self.old.kind != "commit":
                yield from _read([path])
                continue
            place = git_path(path)
            if not is_in_work_tree(place.top):
                raise GitError("there is no working tree here", "name a second revision")
            renames = Revision(place.top, self._commit(place.top, self.old)).renames
            if place.path in renames:
                yield from _inside(place.top, renames[place.path])

    def _commit(self, top: Path, state: Operand) -> str:
        """Return the commit of a state in a repository. Raises GitError."""
        commit = commit_of(top, state.text)
        if not self.parted or state is not self.old:
            return commit
        return merge_base(top, commit, commit_of(top, HEAD if self.new is None else self.new.text))


def _read(paths: Iterable[str]) -> Iterator[Version]:
    return (Version(name, read_bytes(name)) for name in expand(paths))


def _inside(top: Path, name: str) -> Iterator[Version]:
    """Yield the file of a repository, if it is there. Raises FileError for one behind a link."""
    path = os.path.relpath(top / name)
    if _exists(path):
        if not is_inside(Path(path), top):
            raise FileError(
                f"`{path}` is not read: it is a link that leads out of `{top}`",
                f"if that is meant, name it: `-f {path}`",
            )
        yield Version(path, read_bytes(path))


def _exists(path: str) -> bool:
    try:
        return path != "" and Path(path).exists()
    except (OSError, ValueError):
        return False
