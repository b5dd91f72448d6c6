"""The git history of claims files, over renames, as the steps of which a claim's life is told."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from claim_tracker.compare.claim_log import Commit, Part, Step
from claim_tracker.history.git import (
    FILE_MODE,
    NO_PROGRAMS,
    Blob,
    commit_of,
    git_path,
    is_in_work_tree,
    reading,
    run_git,
    shallow_commits,
)
from claim_tracker.history.revisions import HEAD, Revision
from claim_tracker.io.files import FileError, expand, is_of_claims, read_bytes

_UNCOMMITTED = "file:"
_HEADER = "\x01"
_FORMAT = "--format=%x01%H%x00%as%x00%an%x00%s"
_SAME_EVERYWHERE = (*NO_PROGRAMS, "--no-color", "--no-notes", "--encoding=UTF-8", "-z")
_WHAT = ("-c", "-M", "--raw", "--no-abbrev", "--topo-order", "--no-follow")
_TWO_PATHS = "RC"


@contextmanager
def history(paths: Sequence[str]) -> Iterator[tuple[Iterator[Step], Callable[[str], bytes]]]:
    """The steps of some files and folders, the newest first, and how their content is read.

    What is not committed is the first step. Raises FileError and GitError.
    """
    places = [git_path(path) for path in paths]
    top = places[0].top
    if len({place.top for place in places}) > 1:
        raise FileError("the files are in several repositories", "name those of one with `-f`")
    head = Revision(top, commit_of(top, HEAD))
    committed = [head.path_of(place.path) for place in places]
    with reading(top) as read_blob:

        def read(key: str) -> bytes:
            if key.startswith(_UNCOMMITTED):
                return read_bytes(key.removeprefix(_UNCOMMITTED))
            return read_blob(key)

        yield _steps(paths, committed, head), read


def _steps(paths: Sequence[str], committed: Sequence[str], head: Revision) -> Iterator[Step]:
    if is_in_work_tree(head.top):
        yield _uncommitted(paths, committed, head)
    names = {name for path in committed for name in _names(head, path)}
    limit = sorted(names) if "" not in names else []
    what = (*_SAME_EVERYWHERE, *_WHAT, _FORMAT)
    printed = run_git(head.top, "log", *what, head.commit, "--", *limit)
    cut = shallow_commits(head.top)
    for commit, before, after in _commits(printed.split("\0")):
        old = [[blob for blob in blobs if _is_wanted(blob, names)] for blobs in before]
        new = [blob for blob in after if _is_wanted(blob, names)]
        yield Step(commit, old, new, commit.id in cut)


def _uncommitted(paths: Sequence[str], committed: Sequence[str], head: Revision) -> Step:
    """Return what differs in the working tree from the last commit."""
    before: list[Part] = [blob for path in committed for _, blob in head.files(path, path)]
    after: list[Part] = []
    for path in paths:
        if Path(path).exists():
            after += ((git_path(it).path, f"{_UNCOMMITTED}{it}") for it in expand([path]))
    return Step(None, [before], after)


def _names(head: Revision, path: str) -> Iterator[str]:
    """Yield a path, and of a file all that it had before."""
    yield path
    if not head.is_file(path):
        return
    what = (*_SAME_EVERYWHERE, "--follow", "-M", "--name-status", "--format=")
    words = iter(run_git(head.top, "log", *what, head.commit, "--", path).split("\0"))
    for word in words:
        if word.strip():
            yield from (next(words) for _ in range(2 if word.strip()[0] in _TWO_PATHS else 1))


def _is_wanted(blob: Blob, names: Collection[str]) -> bool:
    if blob.path in names:
        return True
    folders = (f"{name}/" if name else "" for name in names)
    return any(
        blob.path.startswith(folder) and is_of_claims(blob.path.removeprefix(folder))
        for folder in folders
    )


def _commits(words: Sequence[str]) -> Iterator[tuple[Commit, list[list[Blob]], list[Blob]]]:
    """Yield the commits of a log: of each the files that it changed, before and after.

    The words are those of `git log -z --raw -c`: after a commit's own, each file's modes and
    ids, which begin with as many colons as there are parents, and then its path or paths.
    """
    rest = iter(words)
    word = _next(rest)
    while word:
        commit = Commit(word.removeprefix(_HEADER), next(rest), next(rest), next(rest))
        before: list[list[Blob]] = [[]]
        after: list[Blob] = []
        word = _next(rest)
        while word and not word.startswith(_HEADER):
            parents = len(word) - len(word.lstrip(":"))
            fields = word.lstrip(":").split()
            modes, ids = fields[: parents + 1], fields[parents + 1 : -1]
            path = next(rest)
            now = next(rest) if parents == 1 and fields[-1][0] in _TWO_PATHS else path
            before += [[] for _ in range(parents - len(before))]
            for index in range(parents):
                if modes[index].startswith(FILE_MODE):
                    before[index].append(Blob(path, ids[index]))
            if modes[-1].startswith(FILE_MODE):
                after.append(Blob(now, ids[-1]))
            word = _next(rest)
        yield commit, before, after


def _next(words: Iterator[str]) -> str:
    """Return the next word of a log that is not blank; the empty one at its end."""
    return next((word.lstrip("\n") for word in words if word.strip("\n")), "")
