"""What an editor shows beside the text of a claim."""

from pathlib import Path

from lsprotocol import types

from tests.lsp.editor import Editor
from tests.samples import NEWS, another, claim, claims_file

WHOLE = types.Range(types.Position(0, 0), types.Position(10_000, 0))


def hints(folder: Path, text: str, of: types.Range = WHOLE) -> list[str]:
    """The lines that have a hint, up to it, and with it behind a bar."""
    editor = Editor(folder, {"data/claims.yaml": text})
    found: list[types.InlayHint] = editor.whole(
        types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintParams, range=of
    )
    lines = editor.view.document.lines
    return [f"{_before(lines, each.position)}|{each.label}" for each in found]


def _before(lines: list[str], at: types.Position) -> str:
    units = lines[at.line].encode("utf-16-le")[: at.character * 2]
    return units.decode("utf-16-le").strip()


def test_a_deadline_has_its_last_day_and_the_days_left(tmp_path: Path) -> None:
    assert hints(tmp_path, claims_file(claim({"due": "2026-09  # soon"}))) == [
        "- id: base-closes|upcoming, in 7 months",
        "due: 2026-09|30 Sep 2026 · 213 days left",
    ]


def test_a_day_is_not_said_again(tmp_path: Path) -> None:
    assert hints(tmp_path, claims_file(claim({"due": "2026-03-05"})))[1:] == [
        "due: 2026-03-05|4 days left"
    ]


def test_a_span_has_the_day_that_it_comes_to(tmp_path: Path) -> None:
    assert hints(tmp_path, claims_file(claim({"due": '"within 90 days"'})))[1:] == [
        'due: "within 90 days"|16 Nov 2025 · passed 105 days ago'
    ]


def test_only_the_deadline_in_force_counts_the_days(tmp_path: Path) -> None:
    text = claims_file(
        claim({"due": "2025-09"}, [f"date: 2025-09-30, due: 2026-03, source: {NEWS}"])
    )
    assert hints(tmp_path, text)[1:] == [
        "due: 2025-09|30 Sep 2025",
        "- {date: 2025-09-30, due: 2026-03|31 Mar 2026 · 30 days left",
    ]


def test_what_has_an_outcome_counts_no_days(tmp_path: Path) -> None:
    text = claims_file(
        claim({"due": "2025-09"}, [f"date: 2025-09-30, outcome: kept, source: {NEWS}"])
    )
    assert hints(tmp_path, text) == [
        "- id: base-closes|kept, on time",
        "due: 2025-09|30 Sep 2025",
    ]


def test_a_claim_with_an_error_has_no_hint(tmp_path: Path) -> None:
    broken = claim({"due": "2025-09", "source": "nowhere"})
    assert hints(tmp_path, claims_file(broken, another())) == ["- id: soldiers-leave|undated"]


def test_a_claim_with_a_fault_of_syntax_has_no_hint(tmp_path: Path) -> None:
    broken = claim({"due": "2025-09", "speaker": '"A. Minister'})
    assert hints(tmp_path, claims_file(broken, another())) == ["- id: soldiers-leave|undated"]


def test_only_the_lines_asked_for_have_hints(tmp_path: Path) -> None:
    text = claims_file(claim({"due": "2025-09"}), another({"due": "2026-09"}))
    line = text.split("\n").index("    due: 2026-09")
    asked = types.Range(types.Position(line, 0), types.Position(line + 1, 0))
    assert hints(tmp_path, text, asked) == ["due: 2026-09|30 Sep 2026 · 213 days left"]


def test_a_deadline_of_the_defaults_has_no_hint(tmp_path: Path) -> None:
    text = claims_file(claim(), head="defaults: {due: 2026-09}\n")
    assert hints(tmp_path, text) == ["- id: base-closes|upcoming, in 7 months"]


def test_a_hint_stands_behind_wide_characters(tmp_path: Path) -> None:
    text = claims_file(
        "  - {claim: 🌉 سلام, due: 2026-09, id: base-closes, kind: commitment, "
        f"speaker: A. Minister, source: {NEWS}, stated: 2025-01-01}}\n"
    )
    assert hints(tmp_path, text) == [
        "- {claim: 🌉 سلام, due: 2026-09, id: base-closes|upcoming, in 7 months",
        "- {claim: 🌉 سلام, due: 2026-09|30 Sep 2026 · 213 days left",
    ]
