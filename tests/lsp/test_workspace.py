"""Which files are checked together, and with which text."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lsprotocol import types

from claim_tracker.checks.rechecking import Rechecking
from claim_tracker.checks.run import Examined
from claim_tracker.claims.tracker import Moment
from claim_tracker.lsp.workspace import Workspace

TODAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLAIM = """\
version: 1
claims:
  - id: {id}
    claim: The bridge {id} opens.
    kind: commitment
    speaker: A. Minister
    due: 2026-02
    source: {{url: https://example.org/{id}, published: 2026-01-10}}
"""


def written(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def claim(claim_id: str) -> str:
    return CLAIM.format(id=claim_id)


def workspace(*folders: Path, **environ: str) -> Workspace:
    return Workspace(environ, lambda: TODAY, folders=list(folders))


def opened(files: Workspace, uri: str, text: str) -> None:
    files.open(types.TextDocumentItem(uri, "yaml", 1, text))


def changed(files: Workspace, uri: str, text: str) -> None:
    """Replace the text of an open file."""
    document = types.VersionedTextDocumentIdentifier(2, uri)
    change = types.TextDocumentContentChangeWholeDocument(text)
    files.change(types.DidChangeTextDocumentParams(document, [change]))


def together(files: Workspace) -> list[list[str]]:
    """The names of the files that are checked together."""
    return [
        sorted(Path(each.name).name for each in snapshot.documents)
        for snapshot in files.snapshots()
    ]


def codes(files: Workspace) -> list[str]:
    return [finding.code for snapshot in files.snapshots() for finding in snapshot.findings]


def test_the_default_file_of_a_folder_is_its_claims(tmp_path: Path) -> None:
    written(tmp_path / "data" / "claims.yaml", claim("a"))
    written(tmp_path / "tests" / "b.yaml", claim("a"))
    assert together(workspace(tmp_path)) == [["claims.yaml"]]


def test_without_one_all_files_with_claims_are_checked_together(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yml", "c/d.yaml", "node_modules/e.yaml", ".git/f.yaml"):
        written(tmp_path / name, claim("a"))
    written(tmp_path / "compose.yaml", "services: {}\n")
    files = workspace(tmp_path)
    assert together(files) == [["a.yaml", "b.yml", "d.yaml"]]
    assert codes(files).count("E201") == 2


@pytest.mark.parametrize(
    "written",
    [
        "\ufeffclaims: []\nversion: 1\n",
        "version: 1\rclaims: []\r",
        "version: 1\r\n'claims' : []\r\n",
        '"claims": []\n',
    ],
)
def test_claims_are_known_by_a_line_of_any_file(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.yaml").write_text(written, encoding="utf-8", newline="")
    assert together(workspace(tmp_path)) == [["a.yaml"]]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    here = tmp_path / "here"
    written(tmp_path / "there.yaml", claim("a"))
    written(here / "b.yaml", claim("b"))
    written(here / ".hidden" / "c.yaml", claim("c"))
    for name, target in (("out", "../there"), ("in", "b"), ("hidden", ".hidden/c")):
        (here / f"{name}.yaml").symlink_to(f"{target}.yaml")
    files = workspace(here)
    assert together(files) == [["b.yaml"]]
    files.settings = ("out.yaml",)
    files.look_again()
    assert together(files) == [["there.yaml"]]


def test_a_default_file_that_leads_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    written(tmp_path / "there.yaml", claim("a"))
    path = tmp_path / "here" / "data" / "claims.yaml"
    path.parent.mkdir(parents=True)
    path.symlink_to("../../there.yaml")
    files = workspace(tmp_path / "here")
    assert together(files) == []
    (fault,) = files.faults
    assert fault == (
        f"`{path}` is not read: it is a link that leads out of `{tmp_path / 'here'}`, "
        f"to `{tmp_path / 'there.yaml'}`; if that is meant, name it in `files` in the settings of "
        "the editor"
    )
    assert not files.has_changed()
    path.unlink()
    written(path, claim("a"))
    assert files.has_changed()
    files.look_again()
    assert together(files) == [["claims.yaml"]]


def test_files_that_are_set_come_before_the_variable(tmp_path: Path) -> None:
    for name in ("a", "b", "data/claims"):
        written(tmp_path / f"{name}.yaml", claim(Path(name).name))
    files = workspace(tmp_path, TRACKER_FILE="b.yaml")
    assert together(files) == [["b.yaml"]]
    files.settings = ("a.yaml", "data")
    files.look_again()
    assert together(files) == [["a.yaml", "claims.yaml"]]


def test_each_folder_is_checked_by_itself(tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(tmp_path / name / "data" / "claims.yaml", claim("a"))
    files = workspace(tmp_path / "one", tmp_path / "two")
    assert together(files) == [["claims.yaml"], ["claims.yaml"]]
    assert codes(files) == []


def test_an_open_file_from_elsewhere_is_checked_by_itself(tmp_path: Path) -> None:
    written(tmp_path / "here" / "data" / "claims.yaml", claim("a"))
    uri = written(tmp_path / "there.yaml", claim("a"))
    files = workspace(tmp_path / "here")
    opened(files, uri, claim("a"))
    assert together(files) == [["claims.yaml"], ["there.yaml"]]
    files.close(uri)
    assert together(files) == [["claims.yaml"]]


def test_an_open_file_without_claims_is_none(tmp_path: Path) -> None:
    uri = written(tmp_path / "compose.yaml", "services: {}\n")
    files = workspace()
    opened(files, uri, "services: {}\n")
    assert together(files) == []
    assert files.view(uri) is None


def test_a_file_that_was_never_saved_is_checked(tmp_path: Path) -> None:
    files = workspace(tmp_path)
    opened(files, "untitled:Untitled-1", claim("a").replace("commitment", "promise"))
    assert codes(files) == ["E106"]


@pytest.mark.parametrize("name", ["untitled:Untitled-1", "new.yaml"])
def test_claims_that_are_typed_into_an_empty_file_are_checked(tmp_path: Path, name: str) -> None:
    uri = name if ":" in name else (tmp_path / name).as_uri()
    files = workspace(tmp_path)
    opened(files, uri, "")
    assert together(files) == []
    changed(files, uri, claim("a").replace("commitment", "promise"))
    assert codes(files) == ["E106"]


def test_a_file_may_be_open_by_its_name_and_by_a_link(tmp_path: Path) -> None:
    own = written(tmp_path / "data" / "claims.yaml", claim("a"))
    (tmp_path / "link.yaml").symlink_to("data/claims.yaml")
    link = (tmp_path / "link.yaml").as_uri()
    files = workspace(tmp_path)
    opened(files, own, claim("a"))
    opened(files, link, claim("a"))
    changed(files, link, claim("a").replace("commitment", "promise"))
    assert codes(files) == ["E106"]
    changed(files, own, claim("a"))
    assert codes(files) == []
    files.close(own)
    assert codes(files) == ["E106"]
    files.close(link)
    assert codes(files) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    writer = os.open(tmp_path / "a.yaml", os.O_RDWR)
    os.write(writer, claim("a").encode())
    files = workspace(tmp_path)
    assert (together(files), files.has_changed()) == ([], False)
    os.close(writer)


def test_a_name_that_is_no_text_hides_no_other(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff.yaml")
    odd.write_text(claim("one"), encoding="utf-8")
    written(tmp_path / "b.yaml", claim("one"))
    files = workspace(tmp_path)
    assert codes(files) == ["E201"]
    (snapshot,) = files.snapshots()
    assert sorted(Path(uri).name for uri in snapshot.uris.values()) == ["%FF.yaml", "b.yaml"]


def test_the_text_of_the_editor_comes_before_that_of_the_disk(tmp_path: Path) -> None:
    uri = written(tmp_path / "data" / "claims.yaml", claim("a"))
    files = workspace(tmp_path)
    opened(files, uri, claim("a").replace("commitment", "promise"))
    assert codes(files) == ["E106"]
    files.close(uri)
    assert codes(files) == []


def test_what_another_program_changes_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "data" / "claims.yaml"
    written(path, claim("a"))
    files = workspace(tmp_path)
    assert (codes(files), files.has_changed()) == ([], False)
    written(path, claim("a").replace("commitment", "promises"))
    assert files.has_changed()
    files.look_again()
    assert codes(files) == ["E106"]
    path.unlink()
    assert files.has_changed()
    files.look_again()
    assert together(files) == []


def looked_at(files: Workspace, folder: Path) -> list[list[str]]:
    """The names of the files now; what is changed after that has another time."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (0, 0))
    files.look_again()
    found = together(files)
    assert not files.has_changed()
    return found


def test_a_new_file_is_seen(tmp_path: Path) -> None:
    written(tmp_path / "a.yaml", claim("a"))
    written(tmp_path / "more" / "notes.yaml", "notes: []\n")
    files = workspace(tmp_path)
    assert looked_at(files, tmp_path) == [["a.yaml"]]
    for name in ("more/b", "new/deep/c", "more/notes"):
        written(tmp_path / f"{name}.yaml", claim(Path(name).name))
        assert files.has_changed()
        (found,) = looked_at(files, tmp_path)
        assert f"{Path(name).name}.yaml" in found
    (tmp_path / "more" / "b.yaml").rename(tmp_path / "b.txt")
    assert files.has_changed()
    assert looked_at(files, tmp_path) == [["a.yaml", "c.yaml", "notes.yaml"]]
    written(tmp_path / "data" / "claims.yaml", claim("e"))
    assert files.has_changed()
    assert looked_at(files, tmp_path) == [["claims.yaml"]]


def test_a_new_file_is_seen_where_files_are_named(tmp_path: Path) -> None:
    files = workspace(tmp_path)
    files.settings = ("one.yaml", "all", "no\0name/x")
    assert looked_at(files, tmp_path) == []
    for name in ("one", "all/a", "all/b"):
        written(tmp_path / f"{name}.yaml", claim(Path(name).name))
        assert files.has_changed()
        looked_at(files, tmp_path)
    files.settings = files.settings[:2]
    assert looked_at(files, tmp_path) == [["a.yaml", "b.yaml", "one.yaml"]]


def test_a_folder_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    files = workspace(tmp_path)
    files.settings = ("nothing.yaml",)
    assert together(files) == []
    (fault,) = files.faults
    assert "nothing.yaml" in fault
    assert fault.endswith("; check `files` in the settings of the editor")
    files = workspace(tmp_path, TRACKER_FILE="nothing.yaml")
    assert together(files) == []
    assert [fault.endswith("; check TRACKER_FILE") for fault in files.faults] == [True]


def test_a_new_day_brings_its_findings(tmp_path: Path) -> None:
    now = [datetime(2026, 1, 9, 12, tzinfo=UTC)]
    uri = written(tmp_path / "data" / "claims.yaml", claim("a"))
    files = Workspace({}, lambda: now[0], folders=[tmp_path])
    opened(files, uri, claim("a"))
    assert codes(files) == ["E206"]
    now[0] = datetime(2026, 1, 9, 22, tzinfo=UTC)
    assert not files.has_changed()
    now[0] = datetime(2026, 1, 10, tzinfo=UTC)
    assert files.has_changed()
    assert codes(files) == []
    assert not files.has_changed()


@pytest.mark.parametrize("uri", ["file:///", "untitled:x", "git:/a.yaml?x", "", "file:///%00"])
def test_any_address_can_be_asked_for(tmp_path: Path, uri: str) -> None:
    assert workspace(tmp_path).view(uri) is None


def test_a_fault_in_one_folder_leaves_the_others_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("one", "other"):
        written(tmp_path / name / "claims.yaml", claim(name))
    files = workspace(tmp_path / "one", tmp_path / "other")
    check = Rechecking.check

    def failing(self: Rechecking, contents: Mapping[str, str | bytes], as_of: Moment) -> Examined:
        if any("one" in Path(name).parts for name in contents):
            raise ValueError("a fault of the server")
        return check(self, contents, as_of)

    monkeypatch.setattr(Rechecking, "check", failing)
    (snapshot,) = files.snapshots()
    assert [Path(each.name).parts[-2] for each in snapshot.documents] == ["other"]
    assert "ValueError: a fault of the server" in caplog.text
    monkeypatch.undo()
    assert len(list(files.snapshots())) == 2
