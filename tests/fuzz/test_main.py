"""The script that fuzzes, as far as it goes without the fuzzer."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz import __main__ as script
from tests.fuzz.targets import CORPUS, TARGETS


def _broken(data: bytes) -> None:
    raise ValueError(data.decode())


def test_an_input_that_holds_is_printed_with_its_time(capsys: pytest.CaptureFixture[str]) -> None:
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


@pytest.fixture
def fuzzer(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Let each target be fuzzed without the fuzzer, which finds one slow input; the commands."""
    commands: list[Sequence[str]] = []

    def run(command: Sequence[Any], **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append([*map(str, command)])
        prefix = str(command[1]).removeprefix("-artifact_prefix=")
        Path(f"{prefix}slow-unit-1").write_bytes(b"2025")
        return subprocess.CompletedProcess([*map(str, command)], 0)

    monkeypatch.setattr(script, "find_spec", lambda _: script)
    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_a_number_of_runs_counts_instead_of_seconds(
    fuzzer: list[Sequence[str]], tmp_path: Path
) -> None:
    assert script.main(["dates", "--runs", "10", "--seed", "1", "--artifacts", str(tmp_path)]) == 0
    (command,) = fuzzer
    assert {"-runs=10", "-seed=1"} <= {*command}
    assert not any("-max_total_time" in option for option in command)


def test_an_input_fails_as_slow_by_the_time_of_the_processor(
    fuzzer: list[Sequence[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert script.main(["dates", "--artifacts", str(tmp_path)]) == 0
    (tmp_path / "dates-slow-unit-1").unlink()
    seconds = iter((0.0, 6.0))
    monkeypatch.setattr(script, "process_time", lambda: next(seconds))
    assert script.main(["dates", "--artifacts", str(tmp_path)]) == 1
    assert len(fuzzer) == 2


def test_a_target_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        script.main(["loading"])
    assert ended.value.code == 2
    assert "load, dates, edit" in capsys.readouterr().err
