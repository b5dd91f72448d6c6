"""The git history of claims files, over renames, as the steps of which a claim's life is told."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from claim_tracker.compare.claim_log import Commit, Part, Step
from claim_tracker.history.git import (
    FILE_MODE,
    NO_PROGRAMS,
    Blob,
    Place,
    blobs_at,
    commit_of,
    is_in_work_tree,
    place_of,
    reading,
    renamed,
    run_git,
    shallow_commits,
)
from claim_tracker.history.revisions import HEAD, claims_blobs
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
    places = [place_of(path) for path in paths]
    folder = places[0].folder
    if len({place.folder for place in places}) > 1:
        raise FileError("the files are in several repositories", "name those of one with `-f`")
    head = commit_of(folder, HEAD)
    with reading(folder) as read_blob:

        def read(key: str) -> bytes:
            if key.startswith(_UNCOMMITTED):
                return read_bytes(key.removeprefix(_UNCOMMITTED))
            return read_blob(key)

        yield _steps(paths, places, head), read


def _steps(paths: Sequence[str], places: Sequence[Place], head: str) -> Iterator[Step]:
    top = places[0].folder
    known = [_committed(place, head) for place in places]
    if is_in_work_tree(top):
        yield _uncommitted(paths, known, head)
    names = {name for place in known for name in _names(top, place, head)}
    limit = sorted(names) if "" not in names else []
    said = run_git(top, "log", *_SAME_EVERYWHERE, *_WHAT, _FORMAT, head, "--", *limit)
    cut = shallow_commits(top)
    for commit, before, after in _commits(said.split("\0")):
        old = [[blob for blob in blobs if _is_wanted(blob, names)] for blobs in before]
        new = [blob for blob in after if _is_wanted(blob, names)]
        yield Step(commit, old, new, commit.id in cut)


def _committed(place: Place, head: str) -> Place:
    """The place, or where its file is in the last commit when it was renamed since."""
    if blobs_at(place, head):
        return place
    return Place(place.folder, renamed(place, head, None).get(place.path, place.path))


def _uncommitted(paths: Sequence[str], known: Sequence[Place], head: str) -> Step:
    """What differs in the working tree from the last commit."""
    before: list[Part] = [blob for place in known for blob in _of_claims(place, head)]
    after: list[Part] = []
    for path in paths:
        if Path(path).exists():
            after += ((place_of(it).path, f"{_UNCOMMITTED}{it}") for it in expand([path]))
    return Step(None, [before], after)


def _of_claims(place: Place, head: str) -> Iterator[Blob]:
    return (blob for _, blob in claims_blobs(place, head, place.path))


def _names(top: Path, place: Place, head: str) -> Iterator[str]:
    """The path of a place, and of a file all that it had before."""
    yield place.path
    if [blob.path for blob in blobs_at(place, head)] != [place.path]:
        return
    what = ("--follow", "-M", "--name-status", "--format=")
    words = iter(run_git(top, "log", *_SAME_EVERYWHERE, *what, head, "--", place.path).split("\0"))
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
    """The commits of a log: of each the files that it changed, as each parent and as it has them.

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
    """The next word of a log that is not blank; the empty one at its end."""
    return next((word.lstrip("\n") for word in words if word.strip("\n")), "")
