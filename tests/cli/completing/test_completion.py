"""Completion of commands, options and words in the shell."""

import pytest

from claim_tracker.claims.vocabulary import STATUSES
from claim_tracker.cli import known_values
from claim_tracker.cli.main import COMMANDS
from tests.builders import DATA
from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file

REAL = DATA.read_text(encoding="utf-8")


@pytest.fixture
def real(tracker: CommandLine) -> CommandLine:
    tracker.file("data/claims.yaml", REAL)
    return tracker


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tracker s", ["schema", "scorecard", "serve", "show", "sources", "status"]),
        ("tracker status --so", ["--source", "--sort"]),
        ("tracker status --status o", ["overdue"]),
        ("tracker status --kind ", ["commitment", "prediction", "fact"]),
        ("tracker status --fail-on pas", ["passed"]),
        ("tracker status mi", ["mission-ends"]),
        ("tracker show MISSION", ["mission-ends"]),
        ("tracker show mission-ends co", ["complete-withdrawal", "committee-formed"]),
        ("tracker status --topic the", ["The agreement"]),
        ("tracker status --speaker Hussein", ["Hussein Alawi"]),
        ("tracker status --place al-", ["al-harir"]),
        ("tracker status --tag t", ["trainers", "troops"]),
        ("tracker status --tag nothing", []),
        ("tracker check --format c", ["concise"]),
        ("tracker status --format js", ["json", "jsonl"]),
        ("tracker record three", ["three-bases"]),
        ("tracker record three-bases --source isw", ["iswnews-38320"]),
        ("tracker record three-bases --outcome conf", ["confirmed"]),
        ("tracker record three-bases --outcome p", ["partly-confirmed"]),
        ("tracker record three-bases --note n --outcome=p", ["--outcome=partly-confirmed"]),
        ("tracker record --outcome p", ["partly-kept", "partly-true", "partly-confirmed"]),
        ("tracker record xyz --outcome p", ["partly-kept", "partly-true", "partly-confirmed"]),
        ("tracker add --place vic", ["victory-base"]),
        ("tracker add --related three", ["three-bases"]),
        ("tracker check --explain e20", [f"E20{number}" for number in range(1, 10)]),
    ],
)
def test_words_are_offered(real: CommandLine, line: str, offered: list[str]) -> None:
    assert real.completed(line) == offered


@pytest.mark.parametrize(
    "command", ["draft", "import", "check", "diff", "diff old.yaml", "status -f"]
)
def test_the_shell_offers_files_where_one_may_be_named(tracker: CommandLine, command: str) -> None:
    assert tracker.completed(f"tracker {command} na") == ["na"]  # of the type `file`


def test_every_status_is_offered(real: CommandLine) -> None:
    assert real.completed("tracker status --status ") == list(STATUSES)


def test_words_come_from_the_file_that_is_named(tracker: CommandLine) -> None:
    tracker.file("my.yaml", claims_file(claim({"topic": "Bases", "tags": "[one, two]"})))
    assert tracker.completed("tracker show -f my.yaml ") == ["base-closes"]
    assert tracker.completed("tracker status -f my.yaml --tag ") == ["one", "two"]
    tracker.patch.setenv("TRACKER_FILE", "my.yaml")
    assert tracker.completed("tracker status --topic B") == ["Bases"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "claims: [",
        "[]",
        "claims: 1",
        "claims: [1, {id: [2]}, {id: {a: b}}, {id: null}]",
        "\x00",
    ],
)
def test_what_cannot_be_read_offers_nothing(tracker: CommandLine, text: str) -> None:
    assert tracker.completed("tracker show ") == []
    tracker.file("data/claims.yaml", text)
    assert set(tracker.completed("tracker show ")) <= {"2"}


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("fact", ["confirmed"]),
        (None, ["came-true", "confirmed"]),
        ("promis", ["came-true", "confirmed"]),
        ("[fact]", ["came-true", "confirmed"]),
    ],
)
def test_the_outcomes_of_the_claims_kind_are_offered(
    tracker: CommandLine, kind: str | None, offered: list[str]
) -> None:
    tracker.file("my.yaml", claims_file(another(), claim({"kind": kind})))
    line = "tracker record -f my.yaml base-closes --outcome "
    assert tracker.completed(f"{line}c") == offered


def test_a_command_is_described_by_its_line_in_the_help(tracker: CommandLine) -> None:
    tracker.patch.setenv("_TRACKER_COMPLETE", "fish_complete")
    tracker.patch.setenv("COMP_WORDS", "tracker\x1fdi")
    assert tracker.done() == f"plain,diff\t{COMMANDS['diff']}\n"


def test_invalid_claims_are_offered_all_the_same(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"kind": "promis"})))
    assert tracker.completed("tracker show b") == ["base-closes"]


def test_standard_input_is_not_read(tracker: CommandLine) -> None:
    tracker.standard_input(REAL)
    assert known_values.known_values("id", ("-",)) == {}


def test_after_a_command_that_there_is_not_nothing_is_offered(real: CommandLine) -> None:
    assert real.completed("tracker xyz mi") == []


def test_completion_gives_no_warning_of_a_link_left_out(real: CommandLine) -> None:
    (real.folder / "data" / "link.yaml").symlink_to("/dev/zero")
    assert real.completed("tracker show -f data mi") == ["mission-ends"]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tracker status --topic CAF", ["Café Union"]),
        ("tracker status --topic café", ["Café Union"]),
        ("tracker status --speaker على", []),
        ("tracker status --speaker علی", ["علي"]),
        ("tracker status --tag hosp", ["hospital"]),
    ],
)
def test_a_name_is_offered_once_in_its_common_spelling(
    tracker: CommandLine, line: str, offered: list[str]
) -> None:
    fields = {"topic": "Café Union", "speaker": "علي", "tags": "[Hospital, hospital]"}
    other = {
        "topic": "cafe union",
        "speaker": "علی",
        "tags": "[hospital]",
        "claim": "B.",
        "id": "b",
    }
    third = {"topic": "Café Union", "speaker": "علي", "claim": "C.", "id": "c"}
    tracker.file("data/claims.yaml", claims_file(*map(claim, (fields, other, third))))
    assert tracker.completed(line) == offered
