"""`tracker show`."""

import json
from pathlib import Path

import pytest

from tests.builders import DATA, update, widest
from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file

BASE = """\
base-closes
The base closes.

Status      overdue
When        passed 419 days ago
Deadline    2025-09, last day 30 Sep 2025
Kind        commitment
Said by     A. Minister
Stated      2025-08-18
File        data/claims.yaml, line 3
Source      2025-08-18
            https://example.org/report

History
Nothing has been recorded.
"""


@pytest.fixture
def two(tracker: CommandLine) -> CommandLine:
    """Two claims, of which the second was stated later."""
    later = another({"stated": "2025-09-10"}, [update("2025-10-01", outcome="kept")])
    tracker.file("data/claims.yaml", claims_file(claim({"due": "2025-09"}), later))
    return tracker


def test_a_claim_is_shown_whole(two: CommandLine) -> None:
    assert two.done("show", "base-closes") == BASE


def test_several_claims_are_shown_in_file_order(two: CommandLine) -> None:
    text = two.done("show", "soldiers-leave", "BASE-closes")
    assert text.startswith(f"{BASE}\n\nsoldiers-leave\n")
    assert two.done("show", "*") == text


def test_json_has_the_same_shape_as_that_of_status(two: CommandLine) -> None:
    shown = json.loads(two.done("show", "base-*", "--format", "json"))
    assert shown == json.loads(two.done("status", "base-closes", "--format", "json"))
    assert [row["id"] for row in shown["claims"]] == ["base-closes"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_that_was_learned_later_is_shown(two: CommandLine, form: str) -> None:
    text = two.done("show", "soldiers-leave", "--as-of", "2025-09-30", "--format", form)
    assert "soldiers-leave" in text
    assert "kept" not in text
    assert "2025-10-01" not in text


def test_the_real_mission_as_of_earlier_has_nothing_of_2026(tracker: CommandLine) -> None:
    text = tracker.done("show", "mission-ends", "-f", DATA, "--as-of", "2025-09-15")
    assert "2026" not in text
    assert "due now, 15 days left" in text


def test_a_claim_that_was_not_stated_by_then_cannot_be_shown(two: CommandLine) -> None:
    assert two.fails("show", "soldiers-leave", "--as-of", "2025-09-09") == (
        "Error: `soldiers-leave` had not been stated by 2025-09-09\n"
        "Help: choose a later day with `--as-of`\n"
    )


def test_an_unknown_id_names_the_nearest(two: CommandLine) -> None:
    assert two.fails("show", "base-close", "base-closes") == (
        "Error: no claim has the id `base-close`\nHelp: did you mean `base-closes`?\n"
    )


def test_of_several_unknown_ids_each_names_its_nearest(two: CommandLine) -> None:
    assert two.fails("show", "base-close", "soldier-leave") == (
        "Error: no claim has the id `base-close`; no claim has the id `soldier-leave`\n"
        "Help: did you mean `base-closes` for `base-close`, `soldiers-leave` for `soldier-leave`?\n"
    )


def test_a_file_in_the_place_of_an_id_is_told_how_it_is_named(two: CommandLine) -> None:
    two.file("my claims.yaml", claims_file(claim()))
    assert two.fails("show", "my claims.yaml") == (
        "Error: no claim has the id `my claims.yaml`\n"
        "Help: write `-f 'my claims.yaml'` to read that file or folder\n"
    )


def test_a_file_that_is_named_like_a_claim_may_be_either(two: CommandLine) -> None:
    two.file("base-close", claims_file(claim()))
    assert two.fails("show", "base-close") == (
        "Error: no claim has the id `base-close`\n"
        "Help: write `-f base-close` to read that file or folder; did you mean `base-closes`?\n"
    )


def test_an_id_is_needed(two: CommandLine) -> None:
    assert "Missing argument" in two.fails("show")


def test_invalid_data_shows_its_errors_and_no_claim(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"kind": "promis"})))
    ran = tracker("show", "base-closes")
    assert (ran.status, ran.out) == (1, "")
    assert "error[E106]" in ran.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_claim_goes_to_a_file_as_to_standard_output(two: CommandLine, form: str) -> None:
    printed = two.done("show", "*", "--format", form)
    assert two.done("show", "*", "--format", form, "-o", "out") == ""
    assert Path("out").read_bytes() == printed.encode()


def test_a_terminal_gets_colour_links_and_lines_that_fit(two: CommandLine) -> None:
    two.terminal(60)
    text = two.done("show", "base-closes")
    assert "\x1b[30;43moverdue\x1b[0m" in text
    assert "\x1b]8;;https://example.org/report\x1b\\" in text
    plain = two.done("show", "*", "--color", "never")
    assert "\x1b" not in plain
    assert widest(plain.splitlines()) <= 60
