"""The claims files of two states: of a git revision, of the working tree, or of a path."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claim_tracker.history.git import (
    Blob,
    GitError,
    Kind,
    Place,
    blobs_at,
    commit_of,
    is_in_work_tree,
    merge_base,
    object_of,
    place_of,
    reading,
    renamed,
    top_of,
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
class Named:
    """What OLD or NEW names: a revision, a file or folder, or one of a revision (`REV:path`).

    `kind` is None for a file or folder, `id` the object of git for the others.
    """

    text: str
    kind: Kind | None = None
    id: str = ""
    folder: Path = Path()


def named(text: str, folder: Path | None) -> Named:
    """What the user means by a text: a file or folder that is there, or else a revision.

    `folder` is where the claims are, for revisions of their repository; a path in a revision
    (`REV:path`) is of the repository of this folder. Raises GitError for what is both, and for
    what is neither.
    """
    is_path = text == STANDARD_INPUT or _exists(text)
    place = Path.cwd() if ":" in text or folder is None else folder
    try:
        found = object_of(place, text)
    except GitError as error:
        if is_path:
            return Named(text)
        raise GitError(f"there is no file `{text}`; {error.message}", error.help) from error
    if is_path and found is not None and is_in_work_tree(place):
        raise GitError(
            f"`{text}` is a file and a revision",
            f"write `./{text}` for the file, and `{text}~0` for the revision",
        )
    if found is not None:
        return Named(text, found.kind, found.id, place)
    if is_path:
        return Named(text)
    try:
        commit_of(place, text)
    except GitError as error:
        raise GitError(f"there is no file `{text}`, and {error.message}", error.help) from error
    raise GitError(f"`{text}` is no revision", "name a branch, a tag or a commit")


@dataclass(frozen=True)
class States:
    """Two states of the claims files at `paths`; `new` is None for the working tree.

    With `parted`, the older one is where the history of the two parted.
    """

    paths: Sequence[str]
    old: Named
    new: Named | None
    parted: bool = False

    @property
    def old_name(self) -> str:
        """How the older state is named to the user."""
        other = HEAD if self.new is None else self.new.text
        return f"the merge base of {self.old.text} and {other}" if self.parted else self.old.text

    def versions(self) -> tuple[list[Version], list[Version]]:
        """The files of both states, where one may have none of them.

        A file that one of them lacks is looked for there by the name that it had, or has since.
        Raises FileError and GitError.
        """
        old, new = self._of(self.old, self.new), self._of(self.new, self.old)
        if not old and not new:
            raise FileError(
                f"neither of the two has `{self.paths[0] if self.paths else self.old.text}`",
                "check the name given to `-f`",
            )
        return old, new

    def _of(self, state: Named | None, other: Named | None) -> list[Version]:
        if state is not None and state.kind != "commit":
            return list(_named_alone(state))
        return [version for path in self.paths for version in self._at(path, state, other)]

    def _at(self, path: str, state: Named | None, other: Named | None) -> list[Version]:
        in_history = other is None or other.kind == "commit"
        if state is None:
            if _exists(path) or path == STANDARD_INPUT or not in_history:
                return [Version(name, read_bytes(name)) for name in expand([path])]
        elif path == STANDARD_INPUT:
            raise FileError("standard input is in no revision", "name a file with `-f`")
        place = place_of(path)
        if state is None and not is_in_work_tree(place.folder):
            raise GitError("there is no working tree here", "name a second revision")
        commit = self._commit(place, state)
        found = _in_commit(place, commit, path) if commit is not None else []
        if not found and in_history:
            old, new = self._commit(place, self.old), self._commit(place, self.new)
            name = renamed(place, old, new).get(place.path) if old is not None else None
            return list(_under_name(place, commit, name)) if name is not None else []
        return found

    def _commit(self, place: Place, state: Named | None) -> str | None:
        """The commit of a state in the repository of a place; None for the working tree."""
        if state is None:
            return None
        commit = commit_of(place.folder, state.text)
        if not self.parted or state is not self.old:
            return commit
        other = commit_of(place.folder, HEAD if self.new is None else self.new.text)
        return merge_base(place.folder, commit, other)


def _named_alone(state: Named) -> Iterator[Version]:
    """The files of what is named without regard to any other path."""
    if state.kind is None:
        yield from (Version(name, read_bytes(name)) for name in expand([state.text]))
        return
    with reading(state.folder) as read:
        if state.kind == "blob":
            yield Version(state.text, read(state.id))
            return
        for blob in blobs_at(Place(state.folder, ""), state.id):
            if is_of_claims(blob.path):
                yield Version(f"{state.text.rstrip('/')}/{blob.path}", read(blob.id))


def _in_commit(place: Place, commit: str, path: str) -> list[Version]:
    with reading(place.folder) as read:
        return [Version(name, read(blob.id)) for name, blob in claims_blobs(place, commit, path)]


def claims_blobs(place: Place, commit: str, path: str) -> Iterator[tuple[str, Blob]]:
    """The file at a path, or the files of claims in that folder, in a commit, each with its name.

    `path` is how the user names the place.
    """
    top = f"{place.path}/" if place.path else ""
    for blob in blobs_at(place, commit):
        below = blob.path.removeprefix(top)
        if blob.path == place.path:
            yield path, blob
        elif is_of_claims(below):
            yield str(Path(path) / below), blob


def _under_name(place: Place, commit: str | None, name: str) -> Iterator[Version]:
    """The file under another path, from the top of the repository. Raises FileError."""
    if commit is not None:
        yield from _in_commit(Place(place.folder, name), commit, name)
        return
    top = top_of(place.folder)
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
