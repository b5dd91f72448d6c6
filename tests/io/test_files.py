"""Finding and reading claims files."""

import errno
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from claim_tracker.io import files
from claim_tracker.io.files import FileError, LeftOut, default_paths, expand, read_bytes
from claim_tracker.yaml.limits import MAX_BYTES


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("version: 1\n", encoding="utf-8")


def test_the_variable_names_the_files(tmp_path: Path) -> None:
    named = os.pathsep.join(["a.yaml", "b.yaml", ""])
    assert default_paths({"TRACKER_FILE": named}, tmp_path) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("below", [".", "x", "x/y", "data"])
def test_the_claims_of_the_nearest_folder_are_found(tmp_path: Path, below: str) -> None:
    claims, folder = tmp_path / "data" / "claims.yaml", tmp_path / below
    touch(claims)
    folder.mkdir(parents=True, exist_ok=True)
    [found] = default_paths({"TRACKER_FILE": ""}, folder)
    assert found == os.path.relpath(claims, folder)
    nearer = folder / "data" / "claims.yaml"
    touch(nearer)
    assert default_paths({}, folder) == [str(Path("data") / "claims.yaml")]


def test_nothing_found_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(FileError) as error:
        default_paths({}, tmp_path)
    assert str(tmp_path) in error.value.message
    assert "claims.yaml" in error.value.message
    assert "TRACKER_FILE" in error.value.message
    assert "-f" in error.value.help


@pytest.mark.parametrize("named", [os.pathsep, os.pathsep * 3])
def test_a_variable_that_names_nothing_is_as_if_it_were_not_set(tmp_path: Path, named: str) -> None:
    touch(tmp_path / "data" / "claims.yaml")
    assert default_paths({"TRACKER_FILE": named}, tmp_path) == [str(Path("data") / "claims.yaml")]


def test_a_folder_stands_for_its_claims_files(tmp_path: Path) -> None:
    names = ("b.yaml", "a.yml", "sub/c.YAML", ".hidden.yaml", ".git/d.yaml", "e.txt", "f.yaml.bak")
    touch(*(tmp_path / name for name in names))
    (tmp_path / "folder.yaml").mkdir()
    assert expand([str(tmp_path)]) == [
        str(tmp_path / name) for name in ("a.yml", "b.yaml", "sub/c.YAML")
    ]


def test_a_file_is_taken_once_under_its_first_name(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "link.txt"
    touch(path)
    link.symlink_to(path)
    other = f"{tmp_path}/./a.yaml"
    assert expand([str(path), other, str(link), str(tmp_path)]) == [str(path)]
    assert expand([other, str(path)]) == [other]
    assert expand(["-", "-"]) == ["-"]


@pytest.mark.parametrize("target", ["sub/a.yaml", "sub", ".", "notes.txt", "../in", "back/sub"])
def test_a_link_inside_a_folder_stands_for_what_it_leads_to(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "in"
    touch(folder / "sub" / "a.yaml", folder / "notes.txt")
    (folder / "back").symlink_to(".")
    for name in ("0.yaml", "linked"):
        (folder / name).symlink_to(target)
    found = {"sub/a.yaml"} | ({target} & {"notes.txt"})
    assert expand([str(folder)]) == sorted(str(folder / name) for name in found)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("../outside.yaml", "is a link that leads out of"),
        ("..", "is a link that leads out of"),
        ("/dev/zero", "is a link that leads out of"),
        ("way/outside.yaml", "is a link that leads out of"),
        ("../missing", "is a link that leads out of"),
    ],
)
def test_links_out_of_a_folder_are_left_out_and_named(
    tmp_path: Path, target: str, why: str
) -> None:
    folder = tmp_path / "in"
    touch(folder / "a.yaml", tmp_path / "outside.yaml")
    (folder / "way").symlink_to("..")
    (folder / "link.yaml").symlink_to(target)
    with pytest.warns(LeftOut) as warned:
        assert expand([str(folder)]) == [str(folder / "a.yaml")]
    messages = [str(warning.message) for warning in warned]
    assert [name in text for name, text in zip(("link.yaml", "way"), messages, strict=True)] == [
        True
    ] * 2
    assert why in messages[0]


def test_a_link_to_a_folder_outside_is_left_out_and_reported(tmp_path: Path) -> None:
    touch(tmp_path / "in" / "a.yaml", tmp_path / "out" / "b.yaml")
    (tmp_path / "in" / "more").symlink_to("../out")
    with pytest.warns(LeftOut, match="more` is left out: it is a link that leads out of"):
        assert expand([str(tmp_path / "in")]) == [str(tmp_path / "in" / "a.yaml")]


@pytest.mark.parametrize(
    ("name", "target", "why"),
    [
        ("link.yaml", ".git/config", "a link to `.git/config`, and what begins with a dot is"),
        ("link", ".git", "a link to `.git`, and what begins with a dot is left out"),
        ("link.yaml", "missing", "a link to `missing`, which is not there"),
        ("link.YML", "missing/a.yaml", "a link to `missing/a.yaml`, which is not there"),
        ("link", "missing", "a link to `missing`, which is not there"),
        ("link.yaml", "link.yaml", "a link that leads back to itself"),
        ("link", "link", "a link that leads back to itself"),
        ("link.yaml", "pipe", "a link to a pipe"),
        ("link.yaml", "socket", "a link to a socket"),
        ("pipe.yaml", None, "a pipe"),
        ("socket.yaml", None, "a socket"),
    ],
)
def test_what_cannot_be_read_in_a_folder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, target: str | None, why: str
) -> None:
    touch(tmp_path / "a.yaml", tmp_path / "sub" / "b.yaml", tmp_path / ".git" / "config")
    monkeypatch.chdir(tmp_path / "sub")
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as other:
        server.bind("socket")
        if target is not None:
            Path(name).symlink_to(f"../{target}" if target.startswith(".git") else target)
        elif name == "pipe.yaml":
            os.mkfifo(name)
        else:
            other.bind(name)
    with pytest.raises(FileError, match=r"cannot read `.*/sub/(link|pipe|socket)") as error:
        expand([str(tmp_path)])
    assert f"`: it is {why}" in error.value.message.replace("sub/", "")
    assert "-f" in error.value.help


def test_up_to_twenty_unreadable_files_of_a_folder_are_named(tmp_path: Path) -> None:
    touch(tmp_path / "a.yaml")
    for number in range(20):
        (tmp_path / f"link-{number:02}.yaml").symlink_to("missing")
    with pytest.raises(FileError) as few:
        expand([str(tmp_path)])
    lines = few.value.message.split("\n")
    assert [f"link-{number:02}.yaml`: it is a link" in lines[number] for number in range(20)] == [
        True
    ] * 20
    assert (len(lines), few.value.help.count("take it away")) == (20, 1)
    for number in range(20, 23):
        (tmp_path / f"link-{number:02}.yaml").symlink_to("missing")
    with pytest.raises(FileError) as many:
        expand([str(tmp_path)])
    assert many.value.message.split("\n") == [*lines, "and 3 more in the same folder"]


@pytest.mark.parametrize("name", ["notes.txt", ".#a.yaml", ".later"])
def test_a_link_to_nothing_that_is_none_of_claims_is_left_out(tmp_path: Path, name: str) -> None:
    touch(tmp_path / "a.yaml")
    (tmp_path / name).symlink_to("missing")
    assert expand([str(tmp_path)]) == [str(tmp_path / "a.yaml")]


def test_a_file_that_is_gone_by_the_time_it_is_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path / "a.yaml")
    monkeypatch.setattr(
        files, "_entries", lambda top, _: [Path(top, "a.yaml"), Path(top, "b.yaml")]
    )
    with pytest.raises(FileError, match=r"cannot read `.*/b\.yaml`: No such file"):
        expand([str(tmp_path)])


@pytest.mark.parametrize("error", [errno.EACCES, errno.ESTALE, errno.ENAMETOOLONG, errno.EIO])
def test_a_file_that_stat_refuses_is_not_called_missing(
    monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "stat", refused)
    for read in (lambda: expand(["a.yaml"]), lambda: read_bytes("a.yaml")):
        with pytest.raises(FileError) as raised:
            read()
        assert raised.value.message == f"cannot read `a.yaml`: {os.strerror(error)}"
        assert raised.value.help != "take it away, or name the files to read themselves with `-f`"


@pytest.mark.parametrize("name", ["file.yaml", "folder"])
def test_a_link_that_is_named_is_followed(tmp_path: Path, name: str) -> None:
    touch(tmp_path / "out" / "a.yaml")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file.yaml").symlink_to("../out/a.yaml")
    (tmp_path / "in" / "folder").symlink_to("../out")
    (found,) = expand([str(tmp_path / "in" / name)])
    assert os.path.realpath(found) == os.path.realpath(tmp_path / "out" / "a.yaml")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("data", "../out"),
        ("data/claims.yaml", "../../out/claims.yaml"),
        ("data/claims.yaml", "../../out/missing"),
        ("data/claims.yaml", "../.git/config"),
        ("data/claims.yaml", "missing"),
        ("data/claims.yaml", "/dev/zero"),
    ],
)
def test_a_default_file_that_is_a_link_out_has_to_be_named(
    tmp_path: Path, link: str, target: str
) -> None:
    project = tmp_path / "project"
    touch(tmp_path / "out" / "claims.yaml", project / ".git" / "config")
    (project / link).parent.mkdir(exist_ok=True)
    (project / link).symlink_to(target)
    touch(tmp_path / "data" / "claims.yaml")  # which is not meant where a nearer one is
    with pytest.raises(FileError, match=r"claims\.yaml` is not read: it is") as error:
        default_paths({}, project)
    assert error.value.help == "if that is meant, name it: `-f data/claims.yaml`"


def test_a_default_file_can_be_a_link_inside_its_project(tmp_path: Path) -> None:
    touch(tmp_path / "all" / "2025.yaml")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").symlink_to("../all/2025.yaml")
    assert default_paths({}, tmp_path / "data") == [str(Path("..", "all", "2025.yaml"))]


@pytest.mark.parametrize("path", ["missing.yaml", "missing/a.yaml", "a\0b", ""])
def test_a_file_that_is_not_there_is_an_error(path: str) -> None:
    with pytest.raises(FileError) as error:
        expand([path])
    assert error.value.message == str(error.value) == f"there is no file `{path}`"


def test_a_folder_without_claims_files_is_an_error(tmp_path: Path) -> None:
    touch(tmp_path / "a.txt")
    with pytest.raises(FileError, match=r"holds no \*\.yaml"):
        expand([str(tmp_path)])


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot read"):
        read_bytes(str(tmp_path))
    with pytest.raises(FileError, match="cannot read"):
        read_bytes("a\0b")


def test_of_a_file_too_large_only_so_much_is_read_that_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 10)
    assert len(read_bytes(str(path))) == MAX_BYTES + 1


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"version: 1\n")))
    assert read_bytes("-") == b"version: 1\n"


def test_standard_input_that_is_closed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(FileError):
        read_bytes("-")
