"""Arguments, names and output where the locale has no characters but ASCII."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import CommandLine, Ran
from tests.processes import process, tracker_at_a_terminal
from tests.repository import Repository
from tests.samples import claim, claims_file

pytestmark = pytest.mark.slow

NAME = "données/Привет.yaml"
GOOD = claims_file(claim({"speaker": "Ёж", "topic": "Тема 漢"}))
LOCALES = [
    {"LC_ALL": name, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} for name in ("C", "POSIX")
]
FIXED = ("--as-of", "2026-11-23")
NOTE = ("record", "base-closes", "--date", "2026-01-01", "--yes", "--note")
PIECE_BY_PIECE = """
import os, sys
arguments = [bytes.fromhex(each) for each in sys.argv[1:]]
os.execv(sys.executable, [os.fsencode(sys.executable), b"-m", b"claim_tracker", *arguments])
"""


@pytest.fixture
def environ(tracker: CommandLine) -> Mapping[str, str]:
    """A locale without characters, in a folder that has claims."""
    tracker.file(NAME, GOOD)
    return LOCALES[0]


def run(environ: Mapping[str, str], *arguments: str | bytes) -> Ran:
    """Run `tracker` with arguments of any bytes."""
    given = (each if isinstance(each, bytes) else each.encode() for each in arguments)
    ran = process("-c", PIECE_BY_PIECE, *(each.hex() for each in given), environ=environ)
    assert "Traceback" not in ran.err
    return ran


@pytest.mark.parametrize("environ", LOCALES)
def test_an_argument_is_read_as_utf8(tracker: CommandLine, environ: Mapping[str, str]) -> None:
    tracker.file(NAME, GOOD)
    ran = run(environ, *NOTE, "Привет, é 漢 😀", "-f", NAME)
    assert (ran.status, f"--- a/{NAME}\n" in ran.out) == (0, True)
    assert ran.err == f"Written to {NAME}, line 3: base-closes is undated\n"
    assert "note: Привет, é 漢 😀\n" in Path(NAME).read_text(encoding="utf-8")


def test_an_answer_is_read_as_utf8(environ: Mapping[str, str]) -> None:
    arguments = ("record", "base-closes", "-f", NAME, "--date", "2026-01-01")
    answers = "\n".join(("", "", "", "Привет", "", "y", ""))
    ran = tracker_at_a_terminal(*arguments, answers=answers, environ=environ)
    assert "Written to " in ran.out
    assert "note: Привет\n" in Path(NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_words_choose_and_are_shown_in_any_locale(environ: Mapping[str, str], form: str) -> None:
    arguments = ("status", "-f", NAME, "--topic", "Тема*", "--format", form, *FIXED)
    ran = run(environ, *arguments)
    assert ran == run({}, *arguments)
    assert (ran.status, "Ёж" in ran.out) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "-f", NAME, *FIXED),
        ("check", "données", "--format", "json"),
        ("check", NAME, "--format", "sarif"),
        ("show", "*", "-f", NAME, *FIXED),
        ("export", "html", "-f", NAME, "--title", "Обещания", *FIXED),
        ("status", "--нет"),
        ("status", "--speaker", "нет", "-f", NAME),
        ("status", "-f", "нет.yaml"),
        ("нет",),
    ],
)
def test_output_is_the_same_in_any_locale(
    environ: Mapping[str, str], arguments: tuple[str, ...]
) -> None:
    assert run(environ, *arguments) == run({}, *arguments)


def test_an_output_has_the_name_that_was_given(environ: Mapping[str, str]) -> None:
    assert run(environ, "status", "-f", NAME, "-o", "вывод.txt").status == 0
    assert Path("вывод.txt").read_text(encoding="utf-8").splitlines()[0].endswith(NAME)
    ran = run(environ, "status", "-f", NAME, "-o", f"./{NAME}")
    assert (ran.status, "choose another name" in ran.err) == (2, True)
    assert run(environ, "init", "новая").out.startswith("Made новая/data/claims.yaml\n")
    assert Path("новая/data/claims.yaml").is_file()
    assert run({**environ, "TRACKER_FILE": NAME}, "status").status == 0


def test_names_and_words_of_git_are_read_as_utf8(environ: Mapping[str, str]) -> None:
    repository = Repository(Path.cwd())
    repository.commit(NAME, GOOD)
    repository.git("branch", "ветка")
    repository.git("commit", "--quiet", "--allow-empty", "--amend", "--message", "Первый")
    assert run(environ, *NOTE, "Привет", "-f", NAME).status == 0
    for arguments in (
        ("diff", "ветка", "-f", NAME, "--format", "json"),
        ("diff", f"HEAD:{NAME}", NAME),
        ("check", "--changed-since", "ветка", "-f", NAME, "--format", "json"),
    ):
        ran = run(environ, *arguments)
        assert (ran.status, ran) == (0, run({}, *arguments))
    events = json.loads(run(environ, "log", "base-closes", "-f", NAME, "--format", "json").out)
    assert "Первый" in [event["subject"] for event in events["events"]]


@pytest.mark.parametrize(
    "arguments",
    [
        (*NOTE, b"\xff", "-f", NAME),
        (*NOTE, "Привет ".encode() + b"\xd0", "-f", NAME),
        ("export", "html", "-f", NAME, "--title", b"a\xe9"),
        ("status", "-f", NAME, "--speaker", b"\xff"),
        ("status", "-f", NAME, "--as-of", b"\xff"),
        ("check", NAME, "--explain", b"\xff"),
        ("show", b"\xff", "-f", NAME),
        ("diff", b"\xff", NAME),
        (b"\xff",),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_an_argument_that_is_not_utf8_is_refused(
    tracker: CommandLine, arguments: tuple[str | bytes, ...], strict: bool
) -> None:
    tracker.file(NAME, GOOD)
    ran = run(LOCALES[0] if strict else {}, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert Path(NAME).read_text(encoding="utf-8") == GOOD


def test_a_name_of_any_bytes_is_a_name(tracker: CommandLine) -> None:
    name = b"\xff \xd0\x9f.yaml"
    try:
        tracker.file(os.fsdecode(name), GOOD)
    except OSError:
        return  # this file system has none
    for environ in ({}, LOCALES[0]):
        ran = run(environ, "status", "-f", name, *FIXED)
        assert ran.out.startswith("As of 23 Nov 2026: 1 claim, \\udcff П.yaml\n")
