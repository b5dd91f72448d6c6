"""The git history of claims files, over renames, as the revisions of a claim's log."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from claim_tracker.compare.claim_log import Commit, Revision, RevisionFile
from claim_tracker.history.git import (
    PLAIN,
    TreeEntry,
    commit_of,
    entries_at,
    latest_commit,
    renamed_files,
    shallow_commits,
    tree_of,
)
from claim_tracker.history.moves import former_folder
from claim_tracker.history.paths import GitPath
from claim_tracker.history.revisions import HEAD
from claim_tracker.history.running import run_git, work_tree
from claim_tracker.history.tree import (
    FileReader,
    Found,
    Tree,
    blob_found,
    file_reader,
    is_in,
    named_on_disk,
)
from claim_tracker.history.two_states import Lookup
from claim_tracker.io.files import is_of_claims

_HEADER = "\x01"
_FORMAT = "--format=%x01%H%x00%as%x00%an%x00%s%x00%P%x00%ct"
_SAME_EVERYWHERE = (*PLAIN, "--no-notes", "--encoding=UTF-8", "-z")
_WHAT = ("-c", "-M", "--raw", "--topo-order", "--no-follow")
_TWO_PATHS = "RC"


@contextmanager
def history(
    paths: Sequence[str], since: date | str | None = None
) -> Iterator[tuple[Iterator[Revision], Callable[[str], bytes]]]:
    """Provide the revisions of some files and folders, the newest first, and a reader of content.

    What is not committed is the first revision. Those of several repositories are in the order of
    their times. With `since`, those are left out that are in that revision already, or in the last
    commit up to the end of that day (UTC). Raises FileError and GitError.
    """

    def commits(top: Path) -> tuple[str, str | None]:
        head = commit_of(top, HEAD)
        return head, None if work_tree(top) is not None else head

    with file_reader() as read:
        lookup = Lookup(commits, read)
        yield _revisions(lookup, paths, since, read), read


@contextmanager
def no_history(
    paths: Sequence[str],
) -> Iterator[tuple[Iterator[Revision], Callable[[str], bytes]]]:
    """Provide files that have no history as one revision without a parent, as `history` does.

    Raises FileError.
    """
    with file_reader() as read:
        yield iter([Revision(None, [], _files(named_on_disk(paths)))]), read


def _revisions(
    lookup: Lookup, paths: Sequence[str], since: date | str | None, read: FileReader
) -> Iterator[Revision]:
    old, new = lookup.files(paths)
    yield Revision(None, [_files(old)], _files(new))
    repositories: dict[Path, dict[str, GitPath]] = {}
    for location, name in lookup.locations(paths):
        repositories.setdefault(location.top, {})[name] = location
    logs = (
        _log(lookup, top, locations, _start(top, since), read)
        for top, locations in repositories.items()
    )
    for _, revision in merge(*logs, key=lambda it: -it[0]):
        yield revision


def _start(top: Path, since: date | str | None) -> str | None:
    """Return the commit after which a log begins; None for one that begins with the first."""
    if since is None:
        return None
    return commit_of(top, since) if isinstance(since, str) else latest_commit(top, since)


def _files(found: Iterable[Found]) -> list[RevisionFile]:
    return [(file.name, file.key) for file in found]


class _LoggedCommit(NamedTuple):
    """A commit of a log: its parents, its time, and the files that it changed, old and new."""

    commit: Commit
    parents: Sequence[str]
    time: int
    old: Sequence[Sequence[TreeEntry]]
    new: Sequence[TreeEntry]

    @property
    def entries(self) -> Iterator[TreeEntry]:
        """Yield all files that it changed, the new ones first."""
        yield from self.new
        yield from (entry for entries in self.old for entry in entries)


def _log(
    lookup: Lookup,
    top: Path,
    locations: Mapping[str, GitPath],
    start: str | None,
    read: FileReader,
) -> Iterator[tuple[int, Revision]]:
    """Yield the revisions of a repository, the newest first, each with its time.

    Those are left out that are in the commit `start`.
    """
    states = lookup.at(top)
    head = commit_of(top, HEAD)
    starts = {
        path
        for name, location in locations.items()
        for path in states.old_paths(location, name) or [location.path]
    }
    linked = {file.path for path in starts for file in states.old.files(path, path)}
    names = {name for path in starts | linked for name in _names(top, head, path)}
    limit = sorted(names) if "" not in names else []
    commits = [head, *([f"^{start}"] if start is not None else [])]
    printed = run_git(top, "log", *_SAME_EVERYWHERE, *_WHAT, _FORMAT, *commits, "--", *limit)
    cut = shallow_commits(top)
    for logged in _commits(printed.split("\0")):
        if any(not entry.is_file and _is_wanted(entry, names) for entry in logged.entries):
            old = [_whole(top, parent, names, read) for parent in logged.parents or [""]]
            new = _whole(top, logged.commit.id, names, read)
        else:
            old = [_wanted_files(top, entries, names) for entries in logged.old]
            new = _wanted_files(top, logged.new, names)
        yield logged.time, Revision(logged.commit, old, new, logged.commit.id in cut)


def _whole(top: Path, commit: str, names: Collection[str], read: FileReader) -> list[RevisionFile]:
    """Return all files of a commit, for one that changed a link or a submodule."""
    if not commit:
        return []
    tree = Tree(top, entries_at(top, commit), read)
    found = {file.path: file for name in sorted(names) for file in tree.files(name, name)}
    return _files(found.values())


def _wanted_files(
    top: Path, entries: Iterable[TreeEntry], names: Collection[str]
) -> list[RevisionFile]:
    files = (entry for entry in entries if entry.is_file and _is_wanted(entry, names))
    return _files(blob_found(entry.path, entry.id, top) for entry in files)


def _names(top: Path, commit: str, path: str) -> Iterator[str]:
    """Yield a path, and all former paths of the file or folder."""
    yield path
    if path and tree_of(top, commit, path) is None:
        yield from _former_files(top, commit, path)
    elif path:
        yield from _former_of_folder(top, commit, path)


def _former_files(top: Path, commit: str, path: str) -> Iterator[str]:
    """Yield the former paths of a file, up to where it was copied from another one."""
    what = (*_SAME_EVERYWHERE, "--follow", "-M", "--name-status", "--format=")
    words = iter(run_git(top, "log", *what, commit, "--", path).split("\0"))
    for status in filter(None, map(str.strip, words)):
        if status.startswith("C"):
            return
        yield from islice(words, 2 if status[0] in _TWO_PATHS else 1)


def _former_of_folder(top: Path, commit: str, path: str) -> Iterator[str]:
    """Yield the former paths of a folder, and of the files that were moved into it."""
    what = (*_SAME_EVERYWHERE, "--topo-order", "--diff-filter=A", "--no-renames", "--format=%H %P")
    added = [
        line for line in run_git(top, "log", *what, "-s", commit, "--", path).split("\0") if line
    ]
    first, *parents = added[-1].split() if added else [""]
    if not parents or tree_of(top, parents[0], path) is not None:
        return
    moves = {
        new: old for old, new in renamed_files(top, parents[0], first).items() if is_in(new, path)
    }
    folder = former_folder(path, moves)
    if folder is not None:
        yield from _names(top, parents[0], folder)
    for former in moves.values():
        if folder is None or not is_in(former, folder):
            yield from _names(top, parents[0], former)


def _is_wanted(entry: TreeEntry, names: Collection[str]) -> bool:
    if entry.path in names:
        return True
    folders = (name for name in names if is_in(entry.path, name))
    return any(
        entry.is_submodule or is_of_claims(entry.path.removeprefix(name).removeprefix("/"))
        for name in folders
    )


def _commits(words: Sequence[str]) -> Iterator[_LoggedCommit]:
    """Yield the commits of a log.

    The words are those of `git log -z --raw -c`: after a commit's own, each file's modes and
    ids, which begin with as many colons as there are parents, and then its path or paths.
    """
    rest = iter(words)
    word = _next(rest)
    while word:
        commit = Commit(word.removeprefix(_HEADER), next(rest), next(rest), next(rest))
        parents, time = next(rest).split(), next(rest)
        old: list[list[TreeEntry]] = [[]]
        new: list[TreeEntry] = []
        word = _next(rest)
        while word and not word.startswith(_HEADER):
            count = len(word) - len(word.lstrip(":"))
            fields = word.lstrip(":").split()
            modes, ids = fields[: count + 1], fields[count + 1 : -1]
            path = next(rest)
            now = next(rest) if count == 1 and fields[-1][0] in _TWO_PATHS else path
            old += [[] for _ in range(count - len(old))]
            for index in range(count):
                if int(modes[index]):
                    old[index].append(TreeEntry(path, ids[index], modes[index]))
            if int(modes[-1]):
                new.append(TreeEntry(now, ids[-1], modes[-1]))
            word = _next(rest)
        yield _LoggedCommit(commit, parents, int(time), old, new)


def _next(words: Iterator[str]) -> str:
    """Return the next word of a log that is not blank; an empty one at its end."""
    return next((word.lstrip("\n") for word in words if word.strip("\n")), "")
