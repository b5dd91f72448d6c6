"""Files that were moved between two states of a repository."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product
from pathlib import Path

from claim_tracker.history.git import untracked_files
from claim_tracker.history.tree import Tree, WorkTree
from claim_tracker.io.files import FileError, read_bytes

Texts = Mapping[str, bytes]
Moves = Mapping[str, str]
"""The path that a file has in the other state, by the one that it has in this one."""
_MIN_IN_COMMON = 0.5
_MAX_READ = 1000
_MAX_COMPARED = 100


def moved_on_disk(top: Path, old: Tree, new: WorkTree) -> dict[str, str]:
    """Return the present path of each file of a commit that was moved, staged or not.

    As in git, a file has moved where it is gone and at least half of its lines are in a new one;
    of several such files it is the one that has most in common.
    """
    known = set(old.paths)
    gone = [path for path in old.paths if not new.has(path)]
    if not gone:
        return {}
    come = sorted({*new.index.tracked, *untracked_files(top)} - known)
    suffixes = {Path(path).suffix.lower() for path in gone}
    there = [
        path for path in come if Path(path).suffix.lower() in suffixes and _is_file(top / path)
    ]
    old_texts = {path: old.content(path) for path in gone[:_MAX_READ]}
    new_texts = dict(_contents(top, there[:_MAX_READ]))
    found = dict(_same(old_texts, new_texts))
    rest = {path: text for path, text in old_texts.items() if path not in found}
    others = {path: text for path, text in new_texts.items() if path not in found.values()}
    for _, one, two in sorted(_alike(rest, others), key=lambda it: (-it[0], it[1], it[2])):
        if one not in found and two not in found.values():
            found[one] = two
    return found


def former_folder(path: str, moves: Moves) -> str | None:
    """Return the path of a folder in the other state, by the files moved, or None if none were."""
    top = f"{path}/"
    folders: Counter[str] = Counter()
    for here, there in moves.items():
        below = here.removeprefix(top)
        if below != here and there.endswith(f"/{below}"):
            folders[there.removesuffix(f"/{below}")] += 1
    return folders.most_common(1)[0][0] if folders else None


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _contents(top: Path, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        try:
            yield path, read_bytes(os.fspath(top / path))
        except FileError:  # what cannot be read is no file that was moved
            continue


def _same(old: Texts, new: Texts) -> Iterator[tuple[str, str]]:
    """Yield the pairs of equal content, several such files in their order."""
    paths: dict[bytes, list[str]] = {}
    for path, text in reversed(list(new.items())):
        paths.setdefault(text, []).append(path)
    for path, text in old.items():
        if text and paths.get(text):
            yield path, paths[text].pop()


def _alike(old: Texts, new: Texts) -> Iterator[tuple[float, str, str]]:
    """Yield the pairs that have at least half in common, each after that share."""
    ours, theirs = (
        {path: _lines(text) for path, text in islice(texts.items(), _MAX_COMPARED)}
        for texts in (old, new)
    )
    for (one, one_lines), (two, two_lines) in product(ours.items(), theirs.items()):
        largest = max(_size(one_lines), _size(two_lines))
        common = _size(one_lines & two_lines)
        if largest and common >= _MIN_IN_COMMON * largest:
            yield common / largest, one, two


def _size(lines: Counter[bytes]) -> int:
    return sum(len(line) * number for line, number in lines.items())


def _lines(text: bytes) -> Counter[bytes]:
    return Counter(text.replace(b"\r\n", b"\n").splitlines(keepends=True))
