"""The beginning of an update: where it is written, and what is left to the person."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lsprotocol import types

from claim_tracker.lsp.features.recording import Recording, record
from claim_tracker.lsp.refusal import RefusedError
from tests.lsp.editor import Editor
from tests.lsp.samples import FILE, after, text_in

NEW = "      - date: 2026-03-01\n        outcome: ''\n        source: ''\n"


def opened(folder: Path, text: str) -> Editor:
    return Editor(folder, {"a.yaml": text})


def recorded(editor: Editor, claim_id: str = "bridge-opens") -> tuple[str, Recording]:
    change = record(editor.view, claim_id)
    return after(editor, change.edit)["a.yaml"], change


def test_an_update_is_written_below_the_others(tmp_path: Path) -> None:
    text, change = recorded(opened(tmp_path, FILE))
    assert text == FILE.replace("  - {id: road", f"{NEW}  - {{id: road")
    assert text_in(text, change.selection) == "''"
    assert text.split("\n")[change.selection.start.line] == "        outcome: ''"
    assert change.label == "Record what became of `bridge-opens`"


def test_an_update_of_a_later_day_stays_behind_it(tmp_path: Path) -> None:
    later = FILE.replace("2026-01-20", "2026-04-20")
    text, _ = recorded(opened(tmp_path, later))
    assert text == later.replace("      - date: 2026-04", f"{NEW}      - date: 2026-04")


def test_a_claim_in_braces_has_its_update_there(tmp_path: Path) -> None:
    text, change = recorded(opened(tmp_path, FILE), "road-opens")
    update = ", updates: [{date: 2026-03-01, outcome: '', source: ''}]}\n"
    assert text == FILE.removesuffix("}\n") + update
    assert text_in(text, change.selection) == "''"


def test_line_ends_of_windows_are_kept(tmp_path: Path) -> None:
    text, _ = recorded(opened(tmp_path, FILE.replace("\n", "\r\n")))
    assert text == FILE.replace("  - {id: road", f"{NEW}  - {{id: road").replace("\n", "\r\n")


def test_the_update_says_nothing_until_it_is_filled_in(tmp_path: Path) -> None:
    editor = opened(tmp_path, FILE)
    text, _ = recorded(editor)
    findings = opened(tmp_path / "other", text).view.findings
    new = {(each.code, each.span.line) for each in findings}
    line = text[: text.index("outcome: ''")].count("\n") + 1
    assert new >= {("E110", line), ("E110", line + 1)}


def test_today_is_that_of_the_zone_of_the_file(tmp_path: Path) -> None:
    text = FILE.replace("version: 1\n", "version: 1\ntimezone: Asia/Baghdad\n")
    late = datetime(2026, 3, 1, 22, tzinfo=UTC)
    change = record(Editor(tmp_path, {"a.yaml": text}, late).view, "bridge-opens")
    (edits,) = (change.edit.changes or {}).values()
    assert "date: 2026-03-02\n" in "".join(
        each.new_text for each in edits if isinstance(each, types.TextEdit)
    )


@pytest.mark.parametrize(
    ("text", "claim_id", "message"),
    [
        (FILE, "road-shuts", "there is no claim `road-shuts` in `a.yaml`"),
        (FILE[:-40], "bridge-opens", "`a.yaml` has a fault on line 31: mend it first"),
        (FILE, 7, "name a file by its address, and a claim in it by its id"),
        ("claims: x", "a", "there is no claim `a`"),
        ("claims: [{id: a}, {id: b}, {id: ' a '}]", "a", "the id `a` is there 2 times"),
        ("claims: [{id: a, updates: x}]", "a", "no place for an update of `a` that is sure"),
        ("claims: [{id: a, updates: {b: c}}]", "a", "no place for an update of `a` that is sure"),
    ],
)
def test_what_cannot_be_written_is_refused(
    tmp_path: Path, text: str, claim_id: object, message: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        record(opened(tmp_path, text).view, claim_id)
    assert message in refused.value.message


@pytest.mark.parametrize("updates", ["[x]", "[{}]", "[{date: {}}]", "[{date: soon}]", "null", "[]"])
def test_updates_that_are_half_written_are_no_hindrance(tmp_path: Path, updates: str) -> None:
    text, _ = recorded(opened(tmp_path, f"claims: [{{id: a, updates: {updates}}}]\n"), "a")
    assert "{date: 2026-03-01, outcome: '', source: ''}]}]\n" in text
