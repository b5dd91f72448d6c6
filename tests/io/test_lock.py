"""One writer of a file at a time, and a file that is whole at every moment."""

import errno
import fcntl
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from claim_tracker.io import lock
from claim_tracker.io.atomic_write import rewrite, write_file
from claim_tracker.io.files import FileError
from claim_tracker.io.lock import Waiting, locked
from tests.conftest import CommandLine
from tests.processes import process, processes
from tests.samples import claim, claims_file

AT_EVERY_STEP = """
import json, os, signal, sys
from pathlib import Path
from claim_tracker.io import atomic_write, lock

target, sign = Path("a.txt"), getattr(signal, sys.argv[1])
sources = (lock.__file__, atomic_write.__file__)

def child(last):
    steps = 0
    def trace(frame, event, _):
        nonlocal steps
        if frame.f_code.co_filename in sources:
            steps += 1
            if steps == last:
                os.kill(os.getpid(), sign)
        return trace
    sys.settrace(trace)
    with lock.locked("a.txt"):
        atomic_write.rewrite("a.txt", b"old", b"new")
    sys.settrace(None)
    os._exit(0)

results = []
for step in range(1, 1000):
    target.write_bytes(b"old")
    pid = os.fork()
    if not pid:
        child(step)
    _, status = os.waitpid(pid, 0)
    beside = [path for path in Path().iterdir() if path != target]
    results.append([target.read_text(), len(beside), os.WIFSIGNALED(status)])
    for path in beside:
        path.unlink()
    if not os.WIFSIGNALED(status):
        break
print(json.dumps(results))
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")
    return target


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("sign", ["SIGKILL", "SIGTERM", "SIGHUP"])
@pytest.mark.slow
def test_an_ended_writer_leaves_the_old_content_or_the_new(sign: str) -> None:
    ran = process("-c", AT_EVERY_STEP, sign)
    assert (ran.status, ran.err) == (0, "")
    *ended, done = json.loads(ran.out)
    contents = [content for content, _, _ in ended]
    assert len(ended) > 50
    assert contents == sorted(contents, reverse=True)
    assert set(contents) == {"old", "new"}
    assert done == ["new", 0, False]
    if sign != "SIGKILL":  # which lets nobody take the file beside away
        assert [beside for _, beside, _ in ended if beside] == []


def test_a_second_writer_waits_and_gives_up_in_the_end(path: Path) -> None:
    with (
        locked(str(path)),
        pytest.raises(FileError, match="another program"),
        locked("a.txt", wait=0),
    ):
        pass
    with locked(str(path), wait=0):
        assert [each.name for each in path.parent.iterdir()] == ["a.txt"]


def test_a_long_wait_is_reported_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_SILENT", 0)
    with (
        locked(str(path)),
        pytest.warns(Waiting, match="another program is writing to `a.txt`") as shown,
        pytest.raises(FileError),
        locked("a.txt", wait=0.2),
    ):
        pass
    assert len(shown) == 1


def test_who_waited_locks_the_file_that_has_taken_the_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_folders", lambda _: [])  # as where a folder cannot be locked
    with locked(str(path)):
        write_file(str(path), "new")
        with locked(str(path), wait=0), pytest.raises(FileError), locked(str(path), wait=0):
            pass


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (["all/1.yaml"], ["all/1.yaml"], True),
        (["all/1.yaml", "all"], ["all/2.yaml", "all"], True),
        (["all/1.yaml", "all"], ["all/2.yaml"], True),
        (["all/2.yaml"], ["all/1.yaml", "all"], True),
        (["all/1.yaml", "all"], ["all/in/3.yaml"], True),
        (["all/in/3.yaml"], ["all/1.yaml", "all"], True),
        (["all/in/3.yaml", "all"], ["all/1.yaml", "all/in/3.yaml"], True),
        (["all/1.yaml", "all/in/3.yaml"], ["all/in/3.yaml", "all/1.yaml"], True),
        (["all/in/3.yaml", "."], ["b/4.yaml"], True),
        (["b/4.yaml"], ["link.yaml"], True),
        (["all/1.yaml", *[f"{n}/5.yaml" for n in range(90)]], ["17/5.yaml"], True),
        (["all/1.yaml", "all"], ["b/4.yaml"], False),
        (["all/in/3.yaml"], ["b/4.yaml"], False),
    ],
)
def test_writers_meet_however_they_name_what_they_read(
    one: list[str], other: list[str], meet: bool
) -> None:
    for name in ("all/1.yaml", "all/2.yaml", "all/in/3.yaml", "b/4.yaml", "17/5.yaml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    Path("link.yaml").symlink_to("b/4.yaml")
    before = sorted(Path().rglob("*"))
    refused = pytest.raises(FileError) if meet else nullcontext()
    with locked(*one), refused, locked(*other, wait=0):
        pass
    assert sorted(Path().rglob("*")) == before


@pytest.mark.usefixtures("path")
@pytest.mark.slow
def test_writers_in_any_order_do_not_wait_for_one_another() -> None:
    for name in ("a/1.yaml", "b/2.yaml"):
        Path(name).parent.mkdir()
        Path(name).touch()
    code = (
        "import sys; from claim_tracker.io.lock import locked\n"
        "for _ in range(200):\n"
        "    with locked(*sys.argv[1:], wait=30): pass\n"
    )
    orders = [("a/1.yaml", "a", "b"), ("b/2.yaml", "b", "a"), ("a/1.yaml", "."), ("b/2.yaml",)]
    # On a busy machine one of them may say that it waits.
    ran = processes(*(("-W", "ignore", "-c", code, *names) for names in orders))
    assert [(each.status, each.err) for each in ran] == [(0, "")] * 4


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("error", [errno.EACCES, errno.ENOLCK, errno.ENOTSUP])
def test_where_a_folder_cannot_be_locked_the_file_is(
    monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refused(_: str) -> int:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(lock, "_opened_folder", refused)
    second = pytest.raises(FileError, match="another program")
    with locked("a.txt"), second, locked("a.txt", wait=0):
        pass


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF])
def test_where_there_are_no_locks_it_goes_on_and_warns(
    monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    monkeypatch.setattr(fcntl, "flock", failing(error))
    with pytest.warns(lock.Unlocked, match=os.strerror(error)) as warned, locked("a.txt", "."):
        pass
    assert len(warned) == 1


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("error", [errno.EIO, errno.ESTALE])
def test_another_error_of_a_lock_is_reported(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    monkeypatch.setattr(fcntl, "flock", failing(error))
    refused = pytest.raises(FileError, match=f"cannot lock `a.txt`: .*{os.strerror(error)}")
    with refused, locked("a.txt"):
        pass


def test_many_files_without_locks_are_reported_once(
    tracker: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        tracker.file(f"data/{number}.yaml", claims_file(claim({"id": f"claim-{number}"})))
    monkeypatch.setattr(fcntl, "flock", failing(errno.ENOLCK))
    ran = tracker("check", "--fix", "data")
    assert (ran.status, ran.err.count("Warning: nothing keeps other programs from")) == (0, 1)


def failing(error: int) -> Callable[[int, int], None]:
    def lock_no_file(_handle: int, _flags: int) -> None:
        raise OSError(error, os.strerror(error))

    return lock_no_file


@pytest.mark.usefixtures("path")
def test_where_no_folder_can_be_locked_all_writers_lock_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_CAN_LOCK_FOLDERS", False)  # as on Windows
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    Path("b.txt").touch()
    second = pytest.raises(FileError, match=r"another program is writing to `b\.txt`")
    with locked("a.txt"), second, locked("b.txt", wait=0):
        pass
    with locked("b.txt", wait=0):
        assert sorted(each.name for each in Path().iterdir()) == ["a.txt", "b.txt", "temporary"]
    (tmp_path / "temporary" / "claim-tracker.lock").unlink()
    (tmp_path / "temporary").rmdir()
    with pytest.warns(lock.Unlocked, match="No such file or directory"), locked("a.txt"):
        pass


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS])
def test_a_file_that_may_only_be_read_is_locked_too(
    monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    real = os.open

    def read_only(name: str, flags: int, *rest: int) -> int:
        if flags & os.O_RDWR:
            raise OSError(error, os.strerror(error))
        return real(name, flags, *rest)

    monkeypatch.setattr(os, "open", read_only)
    with locked("a.txt"), pytest.raises(FileError, match="another"), locked("a.txt", wait=0):
        pass


@pytest.mark.usefixtures("path")
def test_a_link_is_locked_as_its_target() -> None:
    Path("link").symlink_to("a.txt")
    with locked("link"), pytest.raises(FileError), locked("a.txt", wait=0):
        pass


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("name", ["missing", "pipe", ".", "a\0b"])
def test_only_a_file_that_is_there_is_locked(name: str) -> None:
    os.mkfifo("pipe")
    with pytest.raises(FileError, match="cannot lock"), locked(name):
        pass


def test_other_content_than_was_read_is_not_touched(path: Path) -> None:
    with pytest.raises(FileError, match="has been changed meanwhile"):
        rewrite("a.txt", b"older", b"new")
    assert path.read_text(encoding="utf-8") == "old"
    rewrite("a.txt", b"old", b"new")
    assert path.read_text(encoding="utf-8") == "new"
    assert [each.name for each in path.parent.iterdir()] == ["a.txt"]
