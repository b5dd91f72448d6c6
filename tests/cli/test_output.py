"""Where a command meets the world: what it prints, whatever stands in the data."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from claim_tracker.render.terminal.layout import cell_len
from claim_tracker.text.display import one_line
from tests.conftest import CommandLine
from tests.formats import EXPORTING
from tests.processes import process
from tests.repository import Repository
from tests.runners import commanding, obeyed
from tests.samples import claim, claims_file

NAME = "data/claims.yaml"
READING = [
    *(("status", *more) for more in ([], ["--color", "always"])),
    *(("status", "--format", form) for form in ("json", "jsonl", "csv", "markdown")),
    *(("show", "*", *more) for more in ([], ["--color", "always"])),
    ("timeline",),
    *(("scorecard", "--by", by) for by in ("speaker", "topic", "place", "source")),
    *(("scorecard", "--format", form) for form in ("json", "jsonl", "csv", "markdown")),
    *(("check", "--strict", "--format", form) for form in ("text", "json", "sarif", "junit")),
    ("check", "--fix", "--diff"),
    *EXPORTING,
    ("record", "base-closes", "--date", "2026-01-01", "--note", "New.", "--diff"),
]
"""Command lines that show what stands in the data."""
untimed = settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def hostile(text: str) -> str:
    """A valid file in which a claim, its update and its source say the text wherever they can."""
    escaped = json.dumps(one_line(text), ensure_ascii=False)
    source = f"{{url: https://example.org/, title: {escaped}, publisher: {escaped}}}"
    fields = ("claim", "topic", "speaker", "role")
    written = {**dict.fromkeys(fields, escaped), "due": "September 2025", "stated": "2025-08-18"}
    learned = f"date: 2025-09-01, outcome: kept, note: {escaped}, source: paper"
    head = (
        f"sources:\n  paper: {source}\nplaces:\n  harbour: {{name: {escaped}}}\n"
        f"publisher: {{name: {escaped}, url: https://news.example/}}\n"
    )
    # In a block the text begins a line of the file, and so of a diff.
    block = f">-\n      {one_line(text)}"
    more = {"source": "paper", "places": "[harbour]", "tags": f"[{escaped}]", "via": block}
    return claims_file(claim({**written, **more}, [learned]), head=head)


@pytest.mark.slow
@untimed
@given(commanding)
def test_no_command_prints_what_a_ci_service_obeys(tracker: CommandLine, text: str) -> None:
    tracker.file(NAME, hostile(text))
    for arguments in READING:
        ran = tracker(*arguments)
        assert ran.status in (0, 1), ran.err
        assert obeyed(ran.out) == [], arguments
        assert obeyed(ran.err) == [], arguments


def test_no_command_prints_a_name_or_an_argument_that_is_obeyed(tracker: CommandLine) -> None:
    word = "::error::x ##vso[a.b]c"
    tracker.file(NAME, claims_file(claim({"source": '"::s::"'})))
    tracker.file(f"{word}.yaml", claims_file(claim({"speaker": None})))
    for arguments in (
        *(("show", f"x\n{word}"), ("show", f"--{word}"), ("status", "-f", f"x\n{word}")),
        *((command, "-f", f"{word}.yaml") for command in ("check", "status", "show")),
        *(("status", "--sort", f"x\n{word}"), ("status", "--as-of", f"x\n{word}"), (f"x\n{word}",)),
        *(("diff", f"x\n{word}"), ("log", f"x\n{word}"), ("record", f"x\n{word}")),
        *(("export", "html", "-o", f"no\n{word}/x"), ("check",)),
    ):
        ran = tracker(*arguments)
        assert ran.status in (1, 2), arguments
        assert obeyed(ran.out) == obeyed(ran.err) == [], arguments


def test_no_history_is_obeyed(tracker: CommandLine) -> None:
    repository = Repository(tracker.folder)
    repository.commit(NAME, claims_file(claim()))
    repository.commit(NAME, hostile("::error::x ##vso[a.b]c"))
    tracker.file(NAME, hostile("--- ::error::x ##[error]c"))
    for form in ("text", "json", "markdown"):
        assert obeyed(tracker.done("diff", "--format", form)) == []
    for form in ("text", "json"):
        assert obeyed(tracker.done("log", "base-closes", "--format", form)) == []
    repository.git("commit", "--quiet", "--all", "--message=::error::x ##vso[a.b]c")
    for form in ("text", "json", "markdown", "atom"):
        assert obeyed(tracker.done("corrections", "--format", form)) == []
    assert obeyed(tracker.done("diff", "HEAD~1", "HEAD", "--color", "always")) == []


def test_what_would_be_obeyed_is_shown_with_a_mark(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file(claim({"topic": '"::error::x ##vso[a.b]c"'})))
    assert ":\\:error::x #\\#vso[a.b]c\n" in tracker.done("status")


def test_a_file_gets_the_text_without_marks(tracker: CommandLine) -> None:
    tracker.file(NAME, hostile("::error::x ##vso[a.b]c"))
    for form, name in (("csv", "out.csv"), ("table", "out.txt")):
        tracker.done("status", "--format", form, "-o", name)
        assert "::error::x ##vso[a.b]c" in (tracker.folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("output", ["/dev/stdout", "/dev/stderr", "/dev/fd/1"])
def test_a_log_under_another_name_gets_the_text_with_marks(
    tracker: CommandLine, output: str
) -> None:
    tracker.file(NAME, hostile("##vso[a.b]c"))
    ran = process("-m", "claim_tracker", "status", "--format", "csv", "-o", output)
    assert "#\\#vso[a.b]c" in ran.out + ran.err
    assert obeyed(ran.out + ran.err) == []


@untimed
@given(commanding)
def test_the_annotations_of_a_check_are_all_that_github_obeys(
    tracker: CommandLine, text: str
) -> None:
    escaped = json.dumps(one_line(text), ensure_ascii=False)
    tracker.file(NAME, claims_file(claim({"kind": escaped, "due": escaped, "place": escaped})))
    lines = tracker("check", "--format", "github").out.splitlines()
    assert lines
    for line in lines:
        assert line.startswith(("::error file=data/claims.yaml,", "::warning file="))
        assert obeyed(line[2:]) == []


@pytest.mark.parametrize("name", ["thai", "persian", "promises"])
@pytest.mark.parametrize(
    "command",
    [
        *(("status",), ("status", "--short"), ("status", "--since", "2025-12-01"), ("show", "*")),
        *(("agenda",), ("timeline",), ("scorecard",), ("scorecard", "--by", "topic")),
    ],
    ids=" ".join,
)
def test_nothing_runs_past_the_edge_of_a_narrow_terminal(
    tracker: CommandLine, name: str, command: tuple[str, ...]
) -> None:
    data = Path(__file__).parents[1] / "data" / f"{name}.yaml"
    tracker.file("data/claims.yaml", data.read_text(encoding="utf-8"))
    for width in (20, 23, 27, 34, 39, 40):
        tracker.terminal(width)
        lines = tracker.done(*command, "--color", "never").splitlines()
        assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize(
    "command",
    [
        ("show", "no-claim-has-this-id-however-long"),
        ("status", "--kind", "a-promise-of-somebody"),
        ("record", "base-closes", "--progress", "stalled", "--date", "2025-12-01", "--yes"),
        ("add", "--claim", "C.", "--kind", "fact", "--speaker", "S", "--source", "no-source", "-y"),
        ("check", "--strict", "bad.yaml"),
        ("import", "table.csv", "-o", "new.yaml"),
    ],
    ids=" ".join,
)
def test_a_message_is_broken_between_words_at_the_edge_of_a_terminal(
    tracker: CommandLine, command: tuple[str, ...]
) -> None:
    tracker.file(NAME, claims_file(claim()))
    tracker.file("bad.yaml", claims_file(claim({"stated": "the third of all days there are"})))
    tracker.file("table.csv", "Promise,Due,Note of all that is left\nOpen,in the end,N\n")
    wide = tracker(*command)
    tracker.file(NAME, claims_file(claim()))
    tracker.terminal(44)
    narrow = tracker(*command, "--color", "never")
    lines = narrow.err.splitlines() + (narrow.out.splitlines() if command[0] == "check" else [])
    assert [line for line in lines if cell_len(line) > 44] == []
    assert set(narrow.err.split()) == set(wide.err.split())


def test_the_spaces_of_a_path_are_all_shown(tracker: CommandLine) -> None:
    name = "two  spaces.yaml"
    tracker.file(name, claims_file(claim({"spekaer": "S"})))
    assert f" {name}:" in tracker("check", name).out
    assert tracker("check", name, "--format", "concise").out.startswith(f"{name}:")
    tracker.file(name, claims_file(claim()))
    assert tracker.done("status", "-f", name).splitlines()[0].endswith(f", {name}")
    assert f" {name}, line " in tracker.done("show", "base-closes", "-f", name)
    ran = tracker("record", "base-closes", "-f", name, "--progress", "stalled", "--yes")
    assert f"Written to {name}, line " in ran.err


def test_the_spaces_of_a_path_are_all_shown_where_its_message_is_broken(
    tracker: CommandLine,
) -> None:
    missing, name = "no  file with  spaces in  the name.yaml", "dir  x/two  spaces.yaml"
    tracker.file(name, claims_file(claim()))
    tracker.terminal(50)
    assert "`no  file with  spaces in\nthe name.yaml`" in tracker("status", "-f", missing).err
    tracker.terminal(60)
    ran = tracker("record", "base-closes", "-f", name, "--progress", "stalled", "--yes")
    assert f"Written to {name}, line " in ran.err
