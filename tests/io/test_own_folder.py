"""A folder in which the tool writes many files, beside those of others."""

import errno
import json
import os
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from claim_tracker.io import atomic_write, own_folder
from claim_tracker.io.files import FileError
from claim_tracker.io.manifest import MANIFEST
from claim_tracker.io.own_folder import Changes, bring_up_to_date

OLD = {"index.html": b"old", "topics/a.html": b"a", "topics/b.html": b"b"}
NEW = {"index.html": b"new", "topics/a.html": b"a", "speakers/c.html": b"c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of `OLD`."""
    bring_up_to_date(str(tmp_path / "site"), OLD)
    return tmp_path / "site"


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert bring_up_to_date(str(tmp_path / "a" / "site"), OLD) == Changes(3, 0, 0)
    assert files(tmp_path / "a" / "site") == OLD


def test_what_changed_is_written_and_what_is_gone_is_removed(folder: Path) -> None:
    kept = (folder / "topics" / "a.html").stat().st_ino
    assert bring_up_to_date(str(folder), NEW) == Changes(2, 1, 1)
    assert files(folder) == NEW
    assert (folder / "topics" / "a.html").stat().st_ino == kept


def test_nothing_is_written_where_nothing_changed(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}
    assert bring_up_to_date(str(folder), OLD) == Changes(0, 3, 0)
    assert {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))} == before


def test_a_folder_that_is_empty_by_that_is_removed(folder: Path) -> None:
    assert bring_up_to_date(str(folder), {"index.html": b"old"}) == Changes(0, 1, 2)
    assert not (folder / "topics").exists()


def test_the_files_of_others_stay(folder: Path) -> None:
    (folder / "CNAME").write_bytes(b"news.example")
    (folder / "topics" / "photo.jpg").write_bytes(b"x")
    bring_up_to_date(str(folder), {})
    assert files(folder) == {"CNAME": b"news.example", "topics/photo.jpg": b"x"}


@pytest.mark.parametrize(
    ("wanted", "others", "message"),
    [
        (NEW, {"speakers/c.html": b"mine"}, "`{}/speakers/c.html` was not made by"),
        (NEW, {"speakers/c.html": b""}, "`{}/speakers/c.html` was not made by"),
        (NEW, {"index.html": b"mine"}, "`{}/index.html` was changed since by somebody else"),
        ({}, {"topics/b.html": b"mine"}, "`{}/topics/b.html` was changed since"),
        (NEW, {"speakers": b"mine"}, "`{}/speakers` was not made by"),
    ],
)
def test_no_file_of_others_is_replaced_or_removed(
    folder: Path, wanted: Mapping[str, bytes], others: Mapping[str, bytes], message: str
) -> None:
    for name, content in others.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    before = files(folder)
    with pytest.raises(FileError) as error:
        bring_up_to_date(str(folder), wanted)
    assert message.format(folder) in error.value.message
    assert error.value.message.endswith("; nothing was written")
    assert files(folder) == before


def test_both_kinds_are_named_and_of_many_the_first(folder: Path) -> None:
    for number in range(9):
        (folder / f"{number}.html").write_bytes(b"mine")
    (folder / "index.html").write_bytes(b"mine")
    with pytest.raises(FileError) as error:
        bring_up_to_date(str(folder), NEW | {f"{number}.html": b"" for number in range(9)})
    assert f"`{folder}/4.html` and 4 more were not made by" in error.value.message
    assert f", and `{folder}/index.html` was changed since" in error.value.message


def test_a_file_that_has_its_content_already_is_own(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    assert bring_up_to_date(str(folder), OLD) == Changes(0, 3, 0)
    assert bring_up_to_date(str(folder), NEW) == Changes(2, 1, 1)


def test_what_a_computer_that_stopped_has_left_empty_is_written_again(folder: Path) -> None:
    (folder / "topics" / "a.html").write_bytes(b"")
    assert bring_up_to_date(str(folder), OLD) == Changes(1, 2, 0)
    assert files(folder) == OLD


def test_a_file_that_is_gone_is_written_again_and_none_is_missed(folder: Path) -> None:
    (folder / "topics" / "a.html").unlink()
    (folder / "topics" / "b.html").unlink()
    assert bring_up_to_date(str(folder), NEW) == Changes(3, 0, 0)
    assert files(folder) == NEW


@pytest.mark.parametrize("name", ["speakers", "speakers/c.html", "topics"])
def test_no_link_leads_out_of_the_folder(folder: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "c.html").write_bytes(b"mine")
    target = outside / "c.html" if name.endswith("html") else outside
    if name == "topics":
        (folder / "topics").rename(tmp_path / "elsewhere")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(target)
    with pytest.raises(FileError, match="nothing was written"):
        bring_up_to_date(str(folder), NEW)
    assert files(outside) == {"c.html": b"mine"}


@pytest.mark.parametrize("name", ["topics", "topics/b.html"])
@pytest.mark.parametrize("kind", ["link", "other"])
def test_what_stands_in_the_place_of_what_is_gone_is_not_removed(
    folder: Path, tmp_path: Path, name: str, kind: str
) -> None:
    (folder / name).rename(tmp_path / "moved")
    if kind == "link":
        (folder / name).symlink_to(tmp_path / "moved")
    elif name == "topics":
        (folder / name).write_bytes(b"mine")
    else:
        (folder / name).mkdir()
    before = files(tmp_path)
    with pytest.raises(FileError, match="nothing was written"):
        bring_up_to_date(str(folder), {"index.html": b"new"})
    assert files(tmp_path) == before
    assert os.path.lexists(folder / name)


def test_a_folder_behind_a_link_is_the_one_that_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    bring_up_to_date(str(tmp_path / "link"), NEW)
    assert files(folder) == NEW


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"version": 0, "files": {}}', "\udcff", "[" * 9999),
        *('{"version": 1, "files": []}', '{"version": 1, "files": {"a.html": 1}}'),
        *('{"version": 1, "files": {"a.html": ["x"]}}', '{"version": 1, "files": {"a.html": [1]}}'),
        *(
            json.dumps({"version": 1, "files": {path: ["0" * 64]}})
            for path in ("../a", "/a", "a/../../b", "", ".", "C:a", "a\\b", "a//b", "a/.")
        ),
    ],
    ids=range(19),
)
def test_what_is_no_manifest_of_this_folder_is_not_believed(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(FileError, match="does not say which files are of the site"):
        bring_up_to_date(str(folder), NEW)
    assert files(folder) == OLD


def test_a_manifest_that_is_damaged_says_in_which_line(folder: Path) -> None:
    (folder / MANIFEST).write_text('{\n "version": 1,,\n')
    with pytest.raises(FileError, match=f"{MANIFEST}` is damaged in line 2 "):
        bring_up_to_date(str(folder), NEW)


def test_a_manifest_of_a_later_version_is_kept(folder: Path) -> None:
    (folder / MANIFEST).write_text('{"version": 2}')
    with pytest.raises(FileError, match="is of a later version of `tracker`; nothing was written"):
        bring_up_to_date(str(folder), NEW)
    assert files(folder) == OLD


def test_a_manifest_that_is_no_file_is_refused(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    (folder / MANIFEST).symlink_to(folder / "index.html")
    with pytest.raises(FileError, match="is not a file"):
        bring_up_to_date(str(folder), NEW)
    assert files(folder) == OLD


@pytest.mark.parametrize("name", ["file", "file/site"])
def test_what_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(FileError, match="is not a folder"):
        bring_up_to_date(str(tmp_path / name), NEW)
    assert files(tmp_path) == {"file": b"mine"}


def test_a_refusal_leaves_nothing_of_itself(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"mine")
    with pytest.raises(FileError):
        bring_up_to_date(str(tmp_path), NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_write_protected_file_is_not_touched(folder: Path) -> None:
    (folder / "index.html").chmod(0o444)
    with pytest.raises(FileError, match="is write-protected, and is not touched"):
        bring_up_to_date(str(folder), NEW)
    assert files(folder) == OLD


@pytest.mark.parametrize("protected", [".", "topics", "speakers"])
def test_a_folder_without_rights_leaves_each_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, protected: str
) -> None:
    (folder / "speakers").mkdir()
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path != folder / protected and access(path, mode)
    )
    with pytest.raises(FileError) as error:
        bring_up_to_date(str(folder), NEW)
    assert error.value.message == f"cannot write `{folder / protected}`: Permission denied"
    assert files(folder) == OLD


def test_a_full_disk_leaves_each_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chmod, written = Path.chmod, []

    def fills_up(path: Path, mode: int) -> None:
        written.append(path)
        if len(written) > 2:  # the manifest and one of the files
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", fills_up)
    with pytest.raises(FileError, match="No space left on device") as error:
        bring_up_to_date(str(folder), NEW)
    assert error.value.help == "free some space on that disk"
    assert files(folder) == OLD
    assert not (folder / "speakers").exists()
    monkeypatch.undo()
    assert bring_up_to_date(str(folder), NEW) == Changes(2, 1, 1)


def test_a_full_disk_leaves_nothing_of_a_first_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(own_folder, "write_all", full)
    with pytest.raises(FileError, match="No space left on device"):
        bring_up_to_date(str(tmp_path), NEW)
    assert [*tmp_path.iterdir()] == []


def test_a_first_site_that_was_written_can_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def fills_up(name: str, text: str) -> None:
        written.append(text)
        if len(written) > 1:  # that which has what is there alone
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        Path(name).write_text(text, encoding="utf-8")

    monkeypatch.setattr(own_folder, "write_file", fills_up)
    with pytest.raises(FileError, match="No space left on device"):
        bring_up_to_date(str(tmp_path), OLD)
    monkeypatch.undo()
    assert bring_up_to_date(str(tmp_path), NEW) == Changes(2, 1, 1)


def test_an_interruption_leaves_each_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(atomic_write, "_put_in_place", interrupted)
    monkeypatch.setattr(atomic_write, "_sync_folder", lambda _: None)
    monkeypatch.setattr(own_folder, "write_file", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        bring_up_to_date(str(folder), NEW)
    assert files(folder) == OLD


def test_what_a_process_left_that_was_ended_is_removed(folder: Path) -> None:
    (folder / ".tracker-site-new-x").mkdir()
    (folder / ".tracker-site-new-x" / "left").write_bytes(b"half")
    assert bring_up_to_date(str(folder), OLD) == Changes(0, 3, 0)
    assert files(folder) == OLD


def test_an_error_leaves_the_manifest_that_another_program_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made_by_another(path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")
        raise FileExistsError(path)

    monkeypatch.setattr(own_folder, "write_new", made_by_another)
    (tmp_path / "index.html").write_bytes(b"mine")
    with pytest.raises(FileError, match="was not made by"):
        bring_up_to_date(str(tmp_path), NEW)
    assert (tmp_path / MANIFEST).exists()


def test_what_was_begun_and_not_ended_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is killed after the files have their places, and before anything else."""

    def killed(*_: object) -> None:
        raise SystemExit

    monkeypatch.setattr(own_folder, "_remove", killed)
    with pytest.raises(SystemExit):
        bring_up_to_date(str(folder), NEW)
    monkeypatch.undo()
    (folder / ".tracker-site-new-x").mkdir()
    (folder / ".tracker-site-new-x" / "left").write_bytes(b"half")
    later = NEW | {"index.html": b"newer"}
    assert bring_up_to_date(str(folder), later) == Changes(1, 2, 1)
    assert files(folder) == later
