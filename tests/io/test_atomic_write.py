"""Writing a file whole or not at all."""

import errno
import os
import stat
import struct
from contextlib import nullcontext
from pathlib import Path

import pytest

from claim_tracker.io.atomic_write import write_file
from claim_tracker.io.files import FileError


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_text_is_written_in_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a.txt"), "é漢\r\n\n")
    assert (tmp_path / "a.txt").read_bytes() == "é漢\r\n\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_has_no_utf8_is_escaped(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a.txt"), "a\udc80b")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "a\\udc80b"


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_the_rights_of_a_file_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(mode)
    write_file(str(path), "new")
    assert (path.read_text(encoding="utf-8"), mode_of(path)) == ("new", mode)


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_write_protected_file_is_not_touched(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a b.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(mode)
    with pytest.raises(FileError, match="is write-protected, and is not touched") as error:
        write_file(str(path), "new")
    assert error.value.help == f"`chmod u+w '{path}'` lets it be written"
    assert (path.read_text(encoding="utf-8"), mode_of(path)) == ("old", mode)
    assert [each.name for each in tmp_path.iterdir()] == ["a b.txt"]


@pytest.mark.parametrize("error", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_file_that_one_may_not_write_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    real = os.open

    def refused(name: object, flags: int, *rest: int) -> int:
        if str(name) == str(path):
            raise OSError(error, os.strerror(error))
        return real(str(name), flags, *rest)

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(FileError, match=os.strerror(error)):
        write_file(str(path), "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("index", [stat.ST_UID, stat.ST_GID])
@pytest.mark.parametrize("may", [True, False])
def test_a_file_that_cannot_keep_its_owner_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: int, *, may: bool
) -> None:
    given: list[tuple[int, int]] = []

    def chown(_: int, owner: int, group: int) -> None:
        given.append((owner, group))
        if not may:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    def of_another(handle: int) -> os.stat_result:
        values = list(real(handle))
        values[index] += 1
        return os.stat_result(values)

    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    was, real = path.stat(), os.fstat
    monkeypatch.setattr(os, "chown", chown)
    monkeypatch.setattr(os, "fstat", of_another)
    with nullcontext() if may else pytest.raises(FileError, match="is not touched: it belongs to"):
        write_file(str(path), "new")
    assert path.read_text(encoding="utf-8") == ("new" if may else "old")
    assert given == [(was.st_uid, was.st_gid)]
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_the_attributes_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    try:
        os.setxattr(path, "user.origin", b"a desk")
    except (OSError, AttributeError):
        return  # this file system has none
    write_file(str(path), "new")
    assert os.getxattr(path, "user.origin") == b"a desk"


def test_an_access_list_stays_and_none_is_added(tmp_path: Path) -> None:
    listed, plain = tmp_path / "listed.txt", tmp_path / "plain.txt"
    for path in (listed, plain):
        path.write_text("old", encoding="utf-8")
    try:
        os.setxattr(listed, "system.posix_acl_access", access_list(4711))
        os.setxattr(tmp_path, "system.posix_acl_default", access_list(4712))
    except (OSError, AttributeError):
        return  # this file system has none
    modes = mode_of(listed), mode_of(plain)
    for path in (listed, plain):
        write_file(str(path), "new")
    assert os.getxattr(listed, "system.posix_acl_access") == access_list(4711)
    assert "system.posix_acl_access" not in os.listxattr(plain)
    assert (mode_of(listed), mode_of(plain)) == modes


def access_list(user: int) -> bytes:
    """An access list that lets one more user read and write: the format of Linux."""
    entries = ((1, 6, -1), (2, 6, user), (4, 4, -1), (16, 6, -1), (32, 4, -1))
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)


@pytest.mark.parametrize(
    ("name", "is_refused"), [("user.origin", True), ("system.richacl", True), ("security.x", False)]
)
def test_a_file_that_would_lose_its_attributes_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, is_refused: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "listxattr", lambda at: [name] if at == path else [], raising=False)
    monkeypatch.setattr(os, "getxattr", lambda *_: b"a desk", raising=False)
    monkeypatch.setattr(os, "setxattr", refused, raising=False)
    messages = f"is not touched: its attribute `{name}` cannot be kept: No space left"
    with pytest.raises(FileError, match=messages) if is_refused else nullcontext():
        write_file(str(path), "new")
    assert path.read_text(encoding="utf-8") == ("old" if is_refused else "new")


def test_a_file_that_is_mounted_by_itself_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(FileError, match="mounted by itself") as error:
        write_file(str(path), "new")
    assert error.value.help == "mount the folder that it is in, and not the file alone"
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["a" * 255, "é" * 127])
def test_a_name_may_be_as_long_as_the_file_system_lets_it(tmp_path: Path, name: str) -> None:
    write_file(str(tmp_path / name), "old")
    write_file(str(tmp_path / name), "new")
    assert (tmp_path / name).read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("error", "help"),
    [
        (errno.ENOSPC, "free some space on that disk"),
        (errno.EDQUOT, "delete what you no longer need there, or ask for a larger quota"),
        (errno.EROFS, "choose a folder that can be written to, or mount this one for writing"),
        (errno.ENAMETOOLONG, "choose a shorter name, or go to a folder nearer to it"),
        (errno.ESTALE, "run the command again; if that does not help, mount the network drive"),
        (errno.EIO, "look whether the disk, or the network drive, is sound"),
        (errno.EFBIG, "raise the limit on the size of files"),
        (errno.EINVAL, "check the name, your rights and the free space"),
    ],
)
def test_each_error_of_the_disk_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, help: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def failing(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(FileError) as raised:
        write_file(str(path), "new")
    assert raised.value.message == f"cannot write `{path}`: {os.strerror(error)}"
    assert raised.value.help.startswith(help)
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "data" / "a.txt"
    with pytest.raises(FileError) as raised:
        write_file(str(path), "new")
    assert raised.value.message == f"cannot write `{path}`: there is no folder `{path.parent}`"
    assert raised.value.help == "make it first"


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_rights_that_the_mask_leaves(
    tmp_path: Path, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        write_file(str(tmp_path / "a.txt"), "new")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "a.txt") == mode


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path, there: bool) -> None:
    (tmp_path / "sub").mkdir()
    target, link = tmp_path / "sub" / "a.txt", tmp_path / "link"
    link.symlink_to(Path("sub") / "a.txt")
    if there:
        target.write_text("old", encoding="utf-8")
    write_file(str(link), "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["a.txt"]


@pytest.mark.parametrize(("owner", "step"), [(os, "fsync"), (Path, "chmod")])
def test_an_error_leaves_the_old_content_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, step: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(owner, step, full)
    with pytest.raises(FileError) as error:
        write_file(str(path), "new")
    assert error.value.message == f"cannot write `{path}`: No space left on device"
    assert error.value.help == "free some space on that disk"
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_an_interruption_leaves_only_the_old_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(str(path), "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["missing/a.txt", "a\0b", ".", "file/a.txt", "loop"])
def test_what_cannot_be_written_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("old", encoding="utf-8")
    Path("loop").symlink_to("loop")
    with pytest.raises(FileError, match="cannot write"):
        write_file(name, "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "loop"]


def test_a_pipe_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(str(pipe), "new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("device", [path for path in (Path("/dev/full"),) if path.exists()])
def test_a_full_device_is_an_error(device: Path) -> None:
    with pytest.raises(FileError, match="No space left"):
        write_file(str(device), "new")
