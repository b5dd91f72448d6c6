"""Reading, checking and linking in one call."""

import gc
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import claim_tracker
from claim_tracker import FileError, load
from tests.builders import DATA
from tests.processes import process
from tests.samples import another, claim, claims_file

GOOD = claims_file(claim())


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_real_claims_are_valid_and_without_findings() -> None:
    loaded = load(DATA, today=date(2026, 11, 23))
    assert loaded.findings == ()
    assert loaded.tracker is not None
    assert loaded.claims == len(loaded.tracker) == 13
    assert [document.name for document in loaded.documents] == [str(DATA)]


def test_data_with_an_error_has_findings_and_no_tracker(tmp_path: Path) -> None:
    bad = claims_file(claim({"kind": "promis"}), another())
    loaded = load(write(tmp_path / "a.yaml", bad), today=date(2026, 1, 1))
    assert loaded.tracker is None
    assert [finding.code for finding in loaded.findings] == ["E106"]
    assert loaded.claims == 2


def test_a_warning_leaves_the_tracker(tmp_path: Path) -> None:
    text = claims_file(claim({"due": "September 2026"}), head="checks: {dates: canonical}\n")
    path = write(tmp_path / "a.yaml", text)
    loaded = load(path, today=date(2026, 1, 1))
    assert loaded.tracker is not None
    assert [finding.severity for finding in loaded.findings] == ["warning"]


def test_several_files_are_checked_as_one(tmp_path: Path) -> None:
    one = write(tmp_path / "1.yaml", claims_file(claim({"related": "[soldiers-leave]"})))
    two = write(tmp_path / "2.yaml", claims_file(another()))
    both = load(one, str(two), today=date(2026, 1, 1))
    assert both.tracker is not None
    assert both.tracker == load(tmp_path, today=date(2026, 1, 1)).tracker
    assert [finding.code for finding in load(one, today=date(2026, 1, 1)).findings] == ["E204"]
    assert load(one, one, today=date(2026, 1, 1)).claims == 1


def test_nothing_is_known_after_today_in_the_zone_of_the_file(tmp_path: Path) -> None:
    content = claims_file(claim({"stated": "2026-11-24"}), head="timezone: Asia/Baghdad\n")
    path = write(tmp_path / "a.yaml", content)
    early, late = (datetime(2026, 11, 23, hour, 59, tzinfo=UTC) for hour in (20, 21))
    assert [finding.code for finding in load(path, today=early).findings] == ["E206"]
    assert load(path, today=late).findings == ()


def test_without_a_day_today_is_the_clock_s(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", GOOD)
    write(tmp_path / "b.yaml", claims_file(another({"stated": "9999-12-30"})))
    assert load(tmp_path / "a.yaml").tracker is not None
    assert load(tmp_path / "b.yaml").tracker is None


def test_a_file_that_is_not_there_is_raised() -> None:
    with pytest.raises(FileError):
        load("missing.yaml")


@pytest.mark.slow
@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, enabled: bool) -> None:
    path = write(tmp_path / "a.yaml", GOOD)
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load(path, today=date(2026, 1, 1))
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_every_public_name_is_there_and_others_are_not() -> None:
    for name in claim_tracker.__all__:
        assert getattr(claim_tracker, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = claim_tracker.nothing


def test_a_public_name_is_imported_when_it_is_used() -> None:
    code = "import sys, claim_tracker as c; print('pydantic' in sys.modules, c.load.__name__)"
    assert process("-c", code).out == "False load\n"
