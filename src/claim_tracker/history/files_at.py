"""The claims files as they were at a revision, to compare those of the working tree with."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claim_tracker.history.git import (
    Place,
    blobs_at,
    commit_of,
    object_of,
    reading,
    renamed,
    top_of,
)
from claim_tracker.history.revisions import HEAD, Version, claims_blobs
from claim_tracker.io.files import STANDARD_INPUT, FileError


@dataclass
class _Asked:
    """What is asked of one repository: files and folders by their paths from its top."""

    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)


def files_at(paths: Sequence[str], names: Iterable[str], revision: str) -> Iterator[Version]:
    """The files of a revision that correspond to those that are there now.

    `paths` are the files and folders that the user names, `names` the files that these now
    stand for. A file that the revision lacks is looked for by the name that it had there, as far
    as the renaming is staged or committed. What a folder had then and now lacks comes last. A
    `HEAD` without a commit has no files. Raises FileError and GitError.
    """
    if STANDARD_INPUT in paths:
        raise FileError("standard input is in no revision", "name a file with `-f`")
    for top, asked in _by_repository([*names, *paths]).items():
        if revision != HEAD or object_of(top, revision) is not None:
            yield from _in_commit(Place(top, ""), commit_of(top, revision), asked)


def _by_repository(names: Iterable[str]) -> dict[Path, _Asked]:
    """What is asked of each repository, by its top."""
    tops: dict[Path, Path] = {}
    asked: dict[Path, _Asked] = defaultdict(_Asked)
    for name in names:
        real = Path(os.path.realpath(name))
        folder = real if real.is_dir() else real.parent
        if folder not in tops:
            tops[folder] = top_of(folder)
        whole = asked[tops[folder]]
        same_kind = whole.folders if real == folder else whole.files
        same_kind.setdefault(os.path.relpath(real, tops[folder]), name)
    return asked


def _in_commit(top: Place, commit: str, asked: _Asked) -> Iterator[Version]:
    blobs = {blob.path: blob.id for blob in blobs_at(top, commit)}
    missing = asked.files.keys() - blobs.keys()
    names = renamed(top, commit, None) if missing else {}
    former = {path: names[path] for path in missing & names.keys()}
    found = {former.get(path, path): name for path, name in asked.files.items()}
    for below, folder in asked.folders.items():
        place = Place(top.folder, "" if below == "." else below)
        for name, blob in claims_blobs(place, commit, folder):
            found.setdefault(blob.path, name)
    with reading(top.folder) as read:
        for path, name in found.items():
            if path in blobs:
                yield Version(name, read(blobs[path]))
