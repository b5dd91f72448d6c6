"""Writing a file whole or not at all."""

import os
import stat
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


def test_the_owner_of_a_file_stays_where_one_may_give_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []

    def chown(_: int, owner: int, group: int) -> None:
        given.append((owner, group))
        raise PermissionError

    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    real = os.fstat
    monkeypatch.setattr(os, "chown", chown)
    monkeypatch.setattr(os, "fstat", lambda handle: _of_another(real(handle)))
    write_file(str(path), "new")
    was = path.stat()
    assert path.read_text(encoding="utf-8") == "new"
    assert given == [(-1, was.st_gid), (was.st_uid, -1)]


def _of_another(status: os.stat_result) -> os.stat_result:
    """The status of a file as if another user owned it."""
    values = list(status)
    values[stat.ST_UID] += 1
    return os.stat_result(values)


def test_the_attributes_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    try:
        os.setxattr(path, "user.origin", b"a desk")
    except (OSError, AttributeError):
        return  # this file system has none
    write_file(str(path), "new")
    assert os.getxattr(path, "user.origin") == b"a desk"


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


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_an_error_leaves_the_old_content_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(FileError) as error:
        write_file(str(path), "new")
    assert error.value.message == f"cannot write `{path}`: No space left on device"
    assert "free space" in error.value.help
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_an_interruption_leaves_the_old_content_and_nothing_beside_it(
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
