"""Commands that show claims show the errors of invalid ones instead, as far as there is room."""

import json

import pytest

from tests.conftest import CommandLine

NAME = "data/claims.yaml"


@pytest.mark.parametrize(
    "command",
    [("status",), ("show", "c"), ("scorecard",), ("record", "c", "--note", "Looked.")],
    ids=" ".join,
)
@pytest.mark.slow
def test_of_many_errors_the_first_are_shown_and_what_shows_all(
    tracker: CommandLine, command: tuple[str, ...]
) -> None:
    tracker.file("not mine.json", json.dumps({"claims": [{"name": n} for n in range(3000)]}))
    ran = tracker(*command, "-f", "not mine.json")
    all_shown = tracker("check", "not mine.json").out.count("error[")
    assert (ran.status, ran.out, ran.err.count("error[")) == (1, "", 20)
    more = f"And {all_shown - 20:,} more errors; `tracker check -f 'not mine.json'` shows all."
    *_, rest, last = ran.err.splitlines()
    assert rest == more
    assert last.startswith(f"{all_shown:,} errors in 3,000 claims of 1 file: no")


def test_few_errors_are_all_shown(tracker: CommandLine) -> None:
    for number, shown in ((20, 20), (21, 20)):
        tracker.file(NAME, json.dumps({"claims": [0] * (number - 1)}))
        ran = tracker("status")
        assert ran.err.count("error[") == shown
        assert ("And 1 more error; `tracker check` shows all.\n" in ran.err) == (number == 21)
