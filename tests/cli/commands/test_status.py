"""`tracker status`."""

import csv
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import update, widest
from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file

STATUS_FORMATS = ("table", "json", "jsonl", "csv", "markdown")
PHASE_ONE = """\
As of 23 Nov 2026: 3 claims, claims.yaml

First phase
! In the first phase the US forces at Baghdad Airport and at the Joint        overdue 419 days,
  Operations Command move to Erbil. Iraqi government sources, move-to-erbil   in-progress (2025-09)
~ The coalition's mission in Baghdad and at Ain al-Asad ends. Hussein Alawi,  kept, 110 days late
  mission-ends                                                                (due 2025-09)
✓ The US-led coalition begins to withdraw from Baghdad and Ain al-Asad, as a  kept, on time
  first phase. Iraqi government sources, withdrawal-begins                    (due 2025-09)

3 of 3 deadlines have passed, 1 of them without an outcome.
1 overdue, 2 kept (1 late); 1 in-progress.
"""
MOVED = claims_file(
    claim(
        {"due": "2025-08-31"},
        [update("2025-09-01", due="2025-10-31"), update("2025-10-31", due="2025-12-01")],
    ),
    another({"due": "2026-11-29/2026-11-29"}),
    claim({"id": "long-moved", "claim": "It moves.", "due": "2026-11"}),
)


def claims(tracker: CommandLine, *arguments: str | Path) -> dict[str, dict[str, object]]:
    document = json.loads(tracker.done("status", "--format", "json", *arguments))
    return {row["id"]: row for row in document["claims"]}


def ids(tracker: CommandLine, *arguments: str | Path) -> list[str]:
    lines = tracker.done("status", "--format", "csv", *arguments).splitlines()
    return [line.split(",")[0] for line in lines[1:]]


def test_the_table_has_the_most_urgent_first_and_the_sums_last(real: CommandLine) -> None:
    real.terminal(100)
    assert real.done("status", "--topic", "first phase", "--color", "never") == PHASE_ONE


def test_the_real_claims_today(real: CommandLine) -> None:
    found = claims(real)
    assert len(found) == 13
    withdrawal, mission = found["complete-withdrawal"], found["mission-ends"]
    assert (withdrawal["status"], withdrawal["days_left"]) == ("overdue", -54)
    assert (mission["status"], mission["timeliness"], mission["days_late"]) == ("kept", "late", 110)


@pytest.mark.parametrize(
    ("as_of", "status", "days_left"),
    [("2025-09-15", "due", 15), ("15 Sep 2025", "due", 15), ("2025-12-01", "overdue", -62)],
)
def test_as_of_shows_what_could_be_known_on_that_day(
    real: CommandLine, as_of: str, status: str, days_left: int
) -> None:
    mission = claims(real, "--as-of", as_of)["mission-ends"]
    assert (mission["status"], mission["days_left"]) == (status, days_left)


@pytest.mark.parametrize("form", STATUS_FORMATS)
def test_nothing_that_was_learned_later_shows_in_any_format(real: CommandLine, form: str) -> None:
    text = real.done("status", "--as-of", "2025-09-15", "--format", form)
    assert "mission-ends" in text
    assert re.findall("2025-1[012]|2026-0[1-8]|2026-1|Rudaw|Devdiscourse|, late", text) == []
    assert "2026-09" in text


@pytest.mark.parametrize("form", STATUS_FORMATS)
def test_there_are_no_claims_before_the_first_was_stated(real: CommandLine, form: str) -> None:
    text = real.done("status", "--as-of", "2025-08-17", "--format", form)
    assert "mission-ends" not in text
    if form == "table":
        assert text == "As of 17 Aug 2025: no claim, claims.yaml\n"


def test_as_of_may_be_after_today(real: CommandLine) -> None:
    real.file("claims.yaml", claims_file(claim({"stated": "2026-12-01", "due": "2027-01"})))
    assert real("status").status == 1
    assert claims(real, "--as-of", "2027-02-01")["base-closes"]["status"] == "overdue"


def test_today_is_the_day_in_the_time_zone_of_each_file(tracker: CommandLine) -> None:
    due = {"due": "2026-11-23"}
    baghdad, here = (
        tracker.file("a.yaml", claims_file(claim(due), head="timezone: Asia/Baghdad\n")),
        tracker.file("b.yaml", claims_file(another(due))),
    )
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    out = tracker.done("status", "-f", here, "-f", baghdad, "--format", "jsonl", now=late)
    statuses = {row["id"]: row["status"] for row in map(json.loads, out.splitlines())}
    assert statuses == {"base-closes": "overdue", "soldiers-leave": "due"}


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2027-01-24", "passed 419 days ago; moved twice, +92 days"),
        ("2026-11-24", "due now, 6 days left"),
        ("2026-08-31", "in 3 months (30 Nov 2026)"),
    ],
)
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_the_clock_in_words(tracker: CommandLine, as_of: str, words: str, form: str) -> None:
    tracker.file("data/claims.yaml", MOVED)
    assert f" {words} " in tracker.done("status", "--as-of", as_of, "--format", form)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["mission-ends"], "mission-ends"),
        (["m*"], "move-to-erbil mission-ends"),
        (["--status", "overdue"], "move-to-erbil complete-withdrawal"),
        (["--status", "kept", "--speaker", "hussein alawi"], "mission-ends"),
        (["--kind", "fact", "--topic", "doubts"], "plan-unclear promised-before"),
        (["--place", "Al-Harir base"], "three-bases"),
        (["--tag", "trainers", "--tag", "bases"], "trainers-stay three-bases"),
        (["--search", "stable bilateral"], "stable-partnerships"),
        (["--passed", "--status", "overdue", "--due-before", "2026"], "move-to-erbil"),
        (["--not-passed", "--kind", "commitment", "--tag", "trainers"], "trainers-stay"),
        (["--due-within", "30 days"], ""),
        (["--as-of", "2026-09-01", "--due-within", "within 29 days"], "complete-withdrawal"),
        (["--as-of", "2026-09-01", "--due-within", "Four Weeks"], ""),
        (["--tag", "phase-one", "--sort", "id"], "mission-ends move-to-erbil withdrawal-begins"),
        (["--status", "disputed"], ""),
    ],
)
def test_options_choose_and_order_claims(real: CommandLine, options: list[str], found: str) -> None:
    assert ids(real, *options) == found.split()


@pytest.mark.parametrize(
    ("options", "near"),
    [
        (["mision-ends"], "`mission-ends`"),
        (["--topic", "frist phase"], "`First phase`"),
        (["--speaker", "husein alawi"], "`Hussein Alawi`"),
        (["--place", "al-harrir"], "`al-harir`"),
        (["--tag", "trops"], "`troops`"),
        (["x", "mision-ends"], "`mission-ends`"),
        (["--status", "overdeu"], "overdue"),
        (["--kind", "facts"], "fact"),
        (["--sort", "urgent"], "urgency"),
        (["--format", "jsn"], "json"),
        (["--fail-on", "pased"], "passed"),
        (["--staus", "due"], "--status"),
        (["--as-of", "2026-09"], "2026-09-01"),
        (["--as-of", "2026-02-30"], "2026-02-28"),
        (["--due-before", "someday"], "2025-09-30"),
        (["--due-within", "soon"], "30 days"),
    ],
)
def test_an_unknown_word_is_refused_with_what_to_write(
    real: CommandLine, options: list[str], near: str
) -> None:
    assert near in real.fails("status", *options)


SINCE = """\
As of 1 Feb 2026: 2 claims, claims.yaml

Found out
~ The coalition's mission in Baghdad and at Ain al-Asad ends. Hussein Alawi,  kept, 110 days late
  mission-ends                                                                (due 2025-09)
Deadline passed
! In the first phase the US forces at Baghdad Airport and at the Joint        overdue 124 days,
  Operations Command move to Erbil. Iraqi government sources, move-to-erbil   in-progress (2025-09)
~ The coalition's mission in Baghdad and at Ain al-Asad ends. Hussein Alawi,  kept, 110 days late
  mission-ends                                                                (due 2025-09)

Since 20 Sep 2025: 1 found out, 2 deadlines passed.
"""


def test_since_shows_what_happened_after_a_day(real: CommandLine) -> None:
    real.terminal(100)
    chosen = ("m*", "--as-of", "2026-02-01", "--color", "never")
    assert real.done("status", *chosen, "--since", "2025-09-20") == SINCE
    assert real.done("status", *chosen, "--since", "134 days") == SINCE
    assert real.done("status", *chosen, "--since", "134 days ago") == SINCE


def test_since_says_when_nothing_happened(real: CommandLine) -> None:
    assert real.done("status", "--since", "one week") == (
        "As of 23 Nov 2026: no claim, claims.yaml\n"
        "Since 16 Nov 2026 nothing was found out or added, and no deadline moved or passed.\n"
    )


def test_since_chooses_the_claims_of_data_too(real: CommandLine) -> None:
    since = ("--since", "2025-12-01", "--as-of", "2026-02-01")
    assert ids(real, *since) == ["mission-ends"]
    assert list(claims(real, *since)) == ["mission-ends"]
    assert real("status", *since, "--fail-on", "overdue").status == 0
    assert "mission-ends  2025-09" in real.done("status", *since)
    short = real.done("status", *since, "--short")
    assert "mission-ends  2025-09" not in short
    assert [line for line in short.splitlines() if "mission-ends" in line]


def test_since_has_to_be_a_day_or_a_span_before(real: CommandLine) -> None:
    assert "--since 2026-12-01 is after 2026-11-23" in real.fails("status", "--since", "2026-12-01")
    assert "or a span such as `1 week`" in real.fails("status", "--since", "soon")


def test_an_unknown_word_that_resembles_none_says_where_to_look(real: CommandLine) -> None:
    assert real.fails("status", "xyz") == (
        "Error: no claim has the id `xyz`\nHelp: `tracker status` shows what there is\n"
    )
    assert "Help: `tracker sources` shows" in real.fails("status", "--source", "xyz")
    for name in ("topic", "speaker", "organisation", "place", "tag"):
        shown = f"Help: `tracker scorecard --by {name}` shows what there is\n"
        assert shown in real.fails("status", f"--{name}", "xyz")
    assert "x" * 81 not in real.fails("status", "x" * 200)


@pytest.mark.parametrize(
    ("words", "chosen", "status"),
    [
        (["overdue"], [], 1),
        (["disputed"], [], 0),
        (["disputed", "kept"], [], 1),
        (["passed"], [], 1),
        (["passed"], ["--not-passed"], 0),
        (["passed"], ["--status", "kept"], 1),
        (["overdue"], ["--status", "kept"], 0),
        (["overdue"], ["--as-of", "2025-09-15"], 0),
    ],
)
@pytest.mark.parametrize("form", STATUS_FORMATS)
def test_fail_on_sets_the_exit_status_and_keeps_the_output(
    real: CommandLine, words: list[str], chosen: list[str], status: int, form: str
) -> None:
    fail_on = [argument for word in words for argument in ("--fail-on", word)]
    ran = real("status", *fail_on, *chosen, "--format", form)
    assert (ran.status, ran.err) == (status, "")
    assert ran.out == real.done("status", *chosen, "--format", form)


@pytest.mark.parametrize("form", STATUS_FORMATS)
def test_invalid_data_shows_its_errors_and_no_claim(tracker: CommandLine, form: str) -> None:
    bad = claims_file(claim({"kind": "promis", "due": "September 2026"}), another())
    tracker.file("data/claims.yaml", bad)
    ran = tracker("status", "--format", form, "--as-of", "2026-01-01")
    assert (ran.status, ran.out) == (1, "")
    assert "error[E106]" in ran.err
    assert "warning" not in ran.err
    assert ran.err.endswith("\n1 error in 2 claims of 1 file: no claim is shown.\n")


def test_data_with_warnings_is_shown_without_a_word(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"due": "September 2026"})))
    assert "2026-09 " in tracker.done("status")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_data_goes_to_a_file_as_it_would_to_standard_output(real: CommandLine, form: str) -> None:
    printed = real.done("status", "--format", form)
    assert real.done("status", "--format", form, "-o", "out.txt") == ""
    assert (real.folder / "out.txt").read_bytes() == printed.encode()
    assert real.done("status", "--format", form, "-o", "-") == printed


def test_a_file_gets_no_colour_and_no_wrapping(real: CommandLine) -> None:
    printed = real.done("status")
    real.terminal(60)
    real.done("status", "-o", "out.txt")
    assert (real.folder / "out.txt").read_text(encoding="utf-8") == printed


def test_the_old_content_stays_when_nothing_can_be_written(real: CommandLine) -> None:
    out = real.file("out.txt", "old")
    for arguments in (["--status", "overdeu"], ["xyz"], ["-f", "missing.yaml"]):
        real.fails("status", *arguments, "-o", out)
    assert "cannot write `missing/out.txt`" in real.fails("status", "-o", "missing/out.txt")
    real.file("claims.yaml", "claims: [")
    assert real("status", "-o", out).status == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in real.folder.iterdir()) == ["claims.yaml", "out.txt"]


def test_csv_can_be_read_as_csv(real: CommandLine) -> None:
    rows = list(csv.DictReader(io.StringIO(real.done("status", "--format", "csv"))))
    assert len(rows) == 13
    assert {row["file"] for row in rows} == {"claims.yaml"}


@pytest.mark.parametrize("width", [80, 100, 140, 200])
def test_a_terminal_gets_lines_that_fit(real: CommandLine, width: int) -> None:
    real.terminal(width)
    text = real.done("status", "--color", "never")
    assert widest(text.splitlines()) <= width
    assert "stronger-armed-forces" in text
    assert "What is claimed" not in text


def test_in_short_each_claim_is_one_line(real: CommandLine) -> None:
    real.terminal(80)
    lines = real.done("status", "--short", "--color", "never").splitlines()
    assert sum(line[:2] in ("! ", "~ ", "✓ ", "· ") for line in lines) == 13
    assert len(lines) == 23


def test_what_claims_hold_is_shown_as_it_is_written(tracker: CommandLine) -> None:
    tracker.file("data/claims.yaml", claims_file(claim({"speaker": "'[red]A[/red] | =1+1'"})))
    assert "[red]A[/red] | =1+1" in tracker.done("status", "--color", "always")
    assert r"\[red\]A\[/red\] \| =1+1" in tracker.done("status", "--format", "markdown")
