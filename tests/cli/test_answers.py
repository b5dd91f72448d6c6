"""What `status` said of much data is said again, and of anything else it is worked out anew."""

import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.conftest import NOW, CommandLine
from tests.samples import claim, claims_file

MUCH = claims_file(claim({"due": "2026-12-31"}), head="# " + "x" * 1_000_000 + "\n")
DATA = "data/claims.yaml"


@pytest.fixture
def much(tracker: CommandLine, tmp_path: Path) -> CommandLine:
    tracker.patch.setenv("TRACKER_CACHE", str(tmp_path / "answers"))
    tracker.file(DATA, MUCH)
    return tracker


def kept(much: CommandLine) -> list[Path]:
    return sorted((much.folder / "answers").glob("*"))


def falsified(much: CommandLine) -> None:
    """Put another text into the answer that is kept, so that it shows where that is used."""
    (path,) = kept(much)
    facts = json.loads(path.read_bytes().partition(b"\n")[0])
    facts["digest"] = blake2b(b"kept\n", digest_size=20).hexdigest()
    path.write_text(f"{json.dumps(facts)}\nkept\n", encoding="utf-8")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_same_question_has_the_same_answer(much: CommandLine, form: str) -> None:
    first = much.done("status", "--format", form)
    assert much.done("status", "--format", form) == first
    falsified(much)
    assert much.done("status", "--format", form) == "kept\n"


def test_the_exit_status_is_kept(much: CommandLine) -> None:
    arguments = ("status", "--fail-on", "upcoming")
    assert [much(*arguments).status for _ in range(2)] == [1, 1]


@pytest.mark.parametrize(
    "change",
    [
        lambda much: much.file(DATA, MUCH.replace("2026-12-31", "2026-12-30")),
        lambda much: much.file(DATA, MUCH + "\n"),
        lambda much: much.terminal(80),
        lambda much: much.patch.setattr("claim_tracker.__version__", "0.0.0"),
        lambda much: much.patch.setenv("TRACKER_CACHE", ""),
        lambda much: much.patch.setenv("TRACKER_CACHE", "elsewhere"),
    ],
)
def test_what_differs_is_worked_out_anew(
    much: CommandLine, change: Callable[[CommandLine], object]
) -> None:
    much.done("status")
    falsified(much)
    change(much)
    assert "base-closes" in much.done("status")


@pytest.mark.parametrize("option", ["--as-of=2026-11-22", "--sort=id", "--kind=commitment"])
def test_another_question_has_another_answer(much: CommandLine, option: str) -> None:
    much.done("status")
    falsified(much)
    assert "base-closes" in much.done("status", option)


def test_an_answer_holds_for_the_day_in_the_zone_of_the_file(much: CommandLine) -> None:
    much.file(DATA, "timezone: Asia/Baghdad\n" + MUCH)
    evening = NOW.replace(hour=20, minute=59)
    much.done("status", now=evening)
    falsified(much)
    assert much.done("status", now=evening) == "kept\n"
    assert "24 Nov 2026" in much.done("status", now=evening + timedelta(minutes=1))


@pytest.mark.parametrize(
    "content", [b"", b"{}\n", b"[]\n", b"\xff\n", b'{"days": {"x": 1}}\n', None]
)
def test_a_damaged_answer_is_worked_out_anew(much: CommandLine, content: bytes | None) -> None:
    right = much.done("status")
    (path,) = kept(much)
    path.write_bytes(path.read_bytes()[:-1] if content is None else content)
    assert much.done("status") == right
    assert much.done("status") == right


@pytest.mark.parametrize("there", [True, False])
def test_a_link_among_the_answers_is_not_followed(much: CommandLine, there: bool) -> None:
    right = much.done("status")
    (path,) = kept(much)
    target = much.folder / "target"
    falsified(much)
    path.rename(target)
    content = target.read_bytes()
    if not there:
        target.unlink()
    path.symlink_to(target)
    assert much.done("status") == right
    assert target.exists() == there
    assert not there or target.read_bytes() == content
    assert not path.is_symlink()


def test_where_nothing_can_be_kept_the_answer_is_still_given(much: CommandLine) -> None:
    much.patch.setenv("TRACKER_CACHE", str(much.file("file", "")))
    assert "base-closes" in much.done("status")


def test_only_the_latest_answers_are_kept(much: CommandLine) -> None:
    for day in range(1, 12):
        much.done("status", f"--as-of=2026-11-{day:02}")
    assert len(kept(much)) == 8


def test_of_little_data_and_of_standard_input_nothing_is_kept(much: CommandLine) -> None:
    much.standard_input(MUCH)
    much.done("status", "-f", "-")
    much.file(DATA, claims_file(claim()))
    much.done("status")
    assert kept(much) == []


def test_invalid_data_is_not_kept(much: CommandLine) -> None:
    much.file(DATA, MUCH + "wrong: field\n")
    assert [much("status").status for _ in range(2)] == [1, 1]
    assert kept(much) == []
