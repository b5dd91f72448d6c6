"""The script that fuzzes, as far as it goes without the fuzzer."""

from pathlib import Path

import pytest

from tests.fuzz import __main__ as script
from tests.fuzz.targets import CORPUS, TARGETS


def _broken(data: bytes) -> None:
    raise ValueError(data.decode())


def test_an_input_that_holds_is_told_with_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["load", "edit", "--input", str(CORPUS / "load" / "history")]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["load", "edit"]


def test_an_input_that_fails_raises_its_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TARGETS, "load", _broken)
    path = tmp_path / "input"
    path.write_bytes(b"what is wrong")
    with pytest.raises(ValueError, match="what is wrong"):
        script.main(["load", "--input", str(path)])


def test_without_the_fuzzer_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "find_spec", lambda _: None)
    assert script.main(["load", "--seconds", "1"]) == 2
    assert "'.[fuzz]'" in capsys.readouterr().err


def test_a_target_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        script.main(["loading"])
    assert ended.value.code == 2
    assert "load, dates, edit" in capsys.readouterr().err
