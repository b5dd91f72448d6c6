"""The claims files as they were at a revision, to compare those of the working tree with."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from claim_tracker.files import STANDARD_INPUT, FileError, is_of_claims
from claim_tracker.git import Place, blobs_at, commit_of, object_of, reading, renamed, top_of

_HEAD = "HEAD"


def files_at(
    paths: Sequence[str], names: Iterable[str], revision: str
) -> Iterator[tuple[str, bytes]]:
    """The files of a revision that correspond to those that are there now, and their content.

    `paths` are the files and folders that the user names, `names` the files that these now
    stand for. A file that the revision lacks is looked for by the name that it had there, as far
    as the renaming is staged or committed. What a folder had then and now lacks comes
    last. A `HEAD` without a commit has no files. Raises FileError and GitError.
    """
    if STANDARD_INPUT in paths:
        raise FileError("standard input is in no revision", "name a file with `-f`")
    folders = [path for path in paths if Path(path).is_dir()]
    for top, asked in _by_repository([*names, *folders]).items():
        if revision != _HEAD or object_of(top, revision) is not None:
            yield from _in_commit(top, commit_of(top, revision), asked)


def _by_repository(names: Iterable[str]) -> dict[Path, dict[str, str]]:
    """The names by the top of their repository and by their path from there."""
    tops: dict[Path, Path] = {}
    asked: dict[Path, dict[str, str]] = {}
    for name in names:
        real = Path(os.path.realpath(name))
        folder = real if real.is_dir() else real.parent
        if folder not in tops:
            tops[folder] = top_of(folder)
        below = real.relative_to(tops[folder]).as_posix()
        asked.setdefault(tops[folder], {})[below] = name
    return asked


def _in_commit(top: Path, commit: str, asked: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    place = Place(top, "")
    blobs = {blob.path: blob.id for blob in blobs_at(place, commit)}
    missing = asked.keys() - blobs.keys()
    former = renamed(place, commit, None) if missing else {}
    found = {former.get(path, path) if path in missing else path: asked[path] for path in asked}
    for path, below, folder in _below(blobs, asked):
        found.setdefault(path, str(Path(folder, below)))
    with reading(top) as read:
        for path, name in found.items():
            if path in blobs:
                yield name, read(blobs[path])


def _below(paths: Iterable[str], asked: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """The claims files in folders that are asked for: path, path from there, name of the folder."""
    for path in paths:
        if is_of_claims(path.rpartition("/")[2]):
            for folder in map(str, PurePosixPath(path).parents):
                below = path if folder == "." else path.removeprefix(f"{folder}/")
                if folder in asked and is_of_claims(below):
                    yield path, below, asked[folder]
