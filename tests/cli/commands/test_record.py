"""`tracker record`: an update from options."""

import pytest

from tests.conftest import NOW, CommandLine
from tests.processes import trackers
from tests.samples import NEWS, another, assert_valid, claim, claims_file

NAME = "data/claims.yaml"
HEAD = """\
# All of them.
sources:
  iswnews: {url: https://example.org/report, published: 2025-08-18}
"""
OTHER = "{url: https://example.org/other, published: 2025-08-18}"
CLAIMS = claims_file(
    claim({"source": "iswnews", "due": "2025-09"}), another({"source": OTHER}), head=HEAD
)
KEPT = ("--outcome", "kept", "--source", "iswnews")
REPORT = "https://example.org/report"
LATE = "base-closes is kept, at least 1 day late"


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file(NAME, CLAIMS)
    return tracker


def content(tracker: CommandLine) -> str:
    return (tracker.folder / NAME).read_bytes().decode()


def assert_done(claims: CommandLine, *arguments: str) -> None:
    assert claims(*arguments).status == 0


def with_update(*lines: str) -> str:
    """The file with an update of the first claim."""
    update = "\n        ".join(lines)
    return CLAIMS.replace("due: 2025-09\n", f"due: 2025-09\n    updates:\n      - {update}\n")


def test_an_update_is_written_and_all_else_stays(claims: CommandLine) -> None:
    arguments = ("--happened", "Oct 2025", "--note", "So: it is.")
    ran = claims("record", "base-closes", *KEPT, *arguments, "--yes")
    assert (ran.status, ran.err) == (0, f"Written to {NAME}, line 6: {LATE}\n")
    assert content(claims) == with_update(
        "date: 2026-11-23",
        "outcome: kept",
        "happened: 2025-10",
        "note: 'So: it is.'",
        "source: iswnews",
    )
    assert_valid(content(claims), today=NOW.date())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_byte_order_mark_and_the_line_ends_stay(tracker: CommandLine, end: str) -> None:
    tracker.file(NAME, f"\ufeff{CLAIMS}".replace("\n", end))
    tracker("record", "base-closes", "--note", "n", "--yes")
    new = with_update("date: 2026-11-23", "note: n")
    assert content(tracker) == f"\ufeff{new}".replace("\n", end)


def test_an_unsure_insertion_is_left_to_be_written_by_hand(tracker: CommandLine) -> None:
    odd = claims_file(
        f"  - {{id: a, claim: b, kind: fact, speaker: c, source: {NEWS}, stated: 2025, updates}}\n"
    )
    tracker.file(NAME, odd)
    err = tracker.fails("record", "a", "--note", "n", "--yes")
    assert err.endswith("write it there by hand:\ndate: 2026-11-23\nnote: n\n")
    assert content(tracker) == odd


def test_each_field_of_an_update_has_an_option(claims: CommandLine) -> None:
    arguments = (
        "--progress",
        "stalled",
        "--due",
        "within 90 days",
        "--quantity",
        "about 2,500 US troops",
    )
    source = ("--source-url", "https://example.org/x", "--source-published", "1 Oct 2026")
    claims.done("record", "base-closes", *arguments, *source, "--date", "3 Oct 2026", "--diff")
    claims("record", "base-closes", *arguments, *source, "--date", "3 Oct 2026", "--yes")
    assert content(claims) == with_update(
        "date: 2026-10-03",
        "progress: stalled",
        "due: within 90 days",
        "quantity: {value: 2500, unit: US troops, approximate: true}",
        "source: {url: 'https://example.org/x', published: 2026-10-01}",
    ).replace("'https://example.org/x'", "https://example.org/x")


def test_the_day_is_that_of_the_zone_of_the_file(tracker: CommandLine) -> None:
    tracker.file(NAME, CLAIMS.replace("version: 1\n", "version: 1\ntimezone: Asia/Tokyo\n"))
    late = NOW.replace(hour=23)
    tracker("record", "base-closes", "--note", "n", "--yes", now=late)
    assert "date: 2026-11-24" in content(tracker)


def test_updates_stay_in_the_order_of_their_dates(claims: CommandLine) -> None:
    for day in ("2026-03-01", "2026-01-01", "2026-02-01", "2026-02-01"):
        claims("record", "base-closes", "--note", f"of {day}", "--date", day, "--yes")
    days = [line.split()[-1] for line in content(claims).splitlines() if " date: " in line]
    assert days == ["2026-01-01", "2026-02-01", "2026-02-01", "2026-03-01"]


def test_a_known_address_is_written_as_its_key(claims: CommandLine) -> None:
    kept = ("--outcome", "kept", "--date", "2026-01-01", "--yes")
    for source in (("--source-url", REPORT), ("--source", REPORT)):
        claims("record", "base-closes", *kept, *source, "--source-published", "18 Aug 2025")
    assert content(claims).count("source: iswnews") == 3
    other = ("--source", REPORT, "--source-published", "2025-08-19")
    assert "as `iswnews`, with another `published`" in claims.fails(
        "record", "base-closes", *kept, *other
    )


def test_the_change_is_shown(claims: CommandLine) -> None:
    ran = claims("record", "base-closes", "--note", "n", "--yes")
    assert ran.out.splitlines()[0] == f"--- a/{NAME}"
    assert "+        note: n" in ran.out.splitlines()
    claims.terminal(80)
    shown = claims("record", "base-closes", "--note", "m", "--diff")
    assert "\x1b[32m+        note: m\x1b[0m" in shown.out
    assert "note: m" not in content(claims)


def test_without_an_answer_nothing_is_written(claims: CommandLine) -> None:
    ran = claims("record", "base-closes", "--note", "n")
    assert ran.status == 2
    assert "no terminal to ask on\nHelp: use `--yes`" in ran.err
    assert content(claims) == CLAIMS


@pytest.mark.parametrize("answer", ["n", None])
def test_who_does_not_agree_writes_nothing(claims: CommandLine, answer: str | None) -> None:
    claims.answers(*([answer] if answer is not None else []))
    ran = claims("record", "base-closes", "--note", "n")
    assert ran.status == (0 if answer is not None else 130)
    assert content(claims) == CLAIMS


@pytest.mark.parametrize("answer", ["y", "", "1"])
def test_who_agrees_writes(claims: CommandLine, answer: str) -> None:
    claims.answers(answer)
    ran = claims("record", "base-closes", "--note", "n")
    assert (ran.status, "Write this? [yes]" in ran.err) == (0, True)
    assert content(claims) == with_update("date: 2026-11-23", "note: n")


def test_a_file_changed_during_the_question_is_asked_again(claims: CommandLine) -> None:
    claims.answers("yes", "no", meanwhile=lambda: claims.file(NAME, CLAIMS + "# more\n"))
    ran = claims("record", "base-closes", "--note", "n")
    assert "has changed meanwhile" in ran.err
    assert "Nothing was written." in ran.err
    assert content(claims) == CLAIMS + "# more\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "nothing to record; use --outcome"),
        (("--date", "2026-01-01"), "nothing to record; use --outcome"),
        (("--outcome", "kpt"), "Did you mean `kept`?"),
        (("--progress", "delayed"), "Did you mean `off-track`?"),
        (("--outcome", "kept"), "--outcome needs a source"),
        (("--due", "2027"), "--due needs a source"),
        (("--quantity", "9 men"), "--quantity needs a source"),
        (("--outcome", "came-true", "--source", "iswnews"), "did you mean `kept`?"),
        (
            ("--outcome", "kept", "--source", "iswnew"),
            "unknown source `iswnew`; did you mean `iswnews`?",
        ),
        ((*KEPT, "--happened", "2026-12"), "`--happened` is `2026-12`, after its update"),
        ((*KEPT, "--happened", "soon"), "`soon` is not a date"),
        ((*KEPT, "--date", "within 3 days"), "no day to count from here"),
        ((*KEPT, "--date", "2026-12-01"), "and today is 2026-11-23"),
        ((*KEPT, "--date", "2025-01-01"), "is older than its claim"),
        ((*KEPT, "--quantity", "many"), "is not a number and what it counts"),
        ((*KEPT, "--quantity", f"{'9' * 16} men"), "is not a number"),
        (("--note", "n", "--source-published", "2025"), "use --source-url as well"),
        (("--note", "n", "--source-url", "a.org"), "does not begin with https://"),
        (("--note", "a\u202eb"), "hidden character \\u202e"),
        (("--note", "a\udc80b"), "not UTF-8"),
        (("--note", " "), "`note` is empty"),
    ],
)
def test_what_would_not_be_valid_is_refused(
    claims: CommandLine, options: tuple[str, ...], message: str
) -> None:
    err = claims.fails("record", "base-closes", *options, "--yes")
    assert message in " ".join(err.split())
    assert content(claims) == CLAIMS


def test_an_unknown_id_is_reported_with_the_nearest(claims: CommandLine) -> None:
    assert "did you mean `base-closes`?" in claims.fails(
        "record", "base-close", "--note", "n", "-y"
    )


def test_a_file_with_errors_is_not_touched(tracker: CommandLine) -> None:
    wrong = CLAIMS.replace("commitment", "promise")
    tracker.file(NAME, wrong)
    ran = tracker("record", "base-closes", "--note", "n", "--yes")
    assert (ran.status, ran.out, content(tracker)) == (1, "", wrong)
    assert "E106" in ran.err
    assert "nothing is written" in ran.err


def test_of_several_files_the_one_with_the_claim_is_written(tracker: CommandLine) -> None:
    tracker.file("a.yaml", claims_file(claim()))
    tracker.file("b.yaml", claims_file(another()))
    tracker("record", "-f", "a.yaml", "-f", "b.yaml", "soldiers-leave", "--note", "n", "--yes")
    assert (tracker.folder / "a.yaml").read_text(encoding="utf-8") == claims_file(claim())
    assert "note: n" in (tracker.folder / "b.yaml").read_text(encoding="utf-8")


def test_standard_input_is_not_written_to(tracker: CommandLine) -> None:
    tracker.standard_input(CLAIMS)
    err = tracker.fails("record", "-f", "-", "base-closes", "--note", "n", "--yes")
    assert "standard input cannot be written to" in err


def test_a_new_warning_is_shown(tracker: CommandLine) -> None:
    tracker.file(NAME, CLAIMS.replace("claims:", "checks: {archived: required}\nclaims:"))
    ran = tracker("record", "base-closes", *KEPT, "--yes")
    assert "Warning: the source of this outcome has no archived copy" in ran.err


@pytest.mark.slow
def test_eight_writers_at_once_all_land(tracker: CommandLine) -> None:
    old = {"stated": "2001-01-01", "source": NEWS}
    tracker.file(NAME, claims_file(claim(old), another(old)))
    targets = {
        f"note {number}": (("soldiers-leave", "base-closes")[number % 2], f"2001-02-0{9 - number}")
        for number in range(1, 9)
    }
    ran = trackers(
        *(
            ("record", claim_id, "--note", note, "--date", day, "--yes")
            for note, (claim_id, day) in targets.items()
        )
    )
    assert [each.status for each in ran] == [0] * 8, ran
    assert_valid(content(tracker))
    notes = [line.split()[-1] for line in content(tracker).splitlines() if " note: " in line]
    assert notes == ["7", "5", "3", "1", "8", "6", "4", "2"]
    assert [path.name for path in (tracker.folder / "data").iterdir()] == ["claims.yaml"]


def test_that_there_was_nothing_new_is_an_update_of_a_day(claims: CommandLine) -> None:
    assert_done(claims, "record", "base-closes", "--nothing-new", "--review", "2027-01", "--yes")
    assert content(claims) == with_update("date: 2026-11-23", "review: 2027-01")
    assert_done(claims, "record", "base-closes", "--nothing-new", "--date", "2026-11-23", "--yes")
    assert content(claims).count("- date: 2026-11-23") == 2


def test_nothing_new_and_something_exclude_each_other(claims: CommandLine) -> None:
    err = claims.fails("record", "base-closes", "--nothing-new", "--note", "n", "--yes")
    assert "--nothing-new records that there was nothing else to record." in err
    assert content(claims) == CLAIMS


def test_several_sources_are_a_list_the_main_one_first(claims: CommandLine) -> None:
    assert_done(claims, "record", "base-closes", *KEPT, "--source", "https://a.example/x", "--yes")
    assert "source: [iswnews, {url: https://a.example/x}]" in content(claims)


def test_a_warning_that_another_claim_has_already_is_said_again(tracker: CommandLine) -> None:
    head = f"checks: {{archived: required}}\n{HEAD}"
    source = {"source": "iswnews"}
    tracker.file(NAME, claims_file(claim(source), another(source), head=head))
    for claim_id in ("base-closes", "soldiers-leave"):
        ran = tracker("record", claim_id, *KEPT, "--yes")
        assert "Warning: the source of this outcome has no archived copy" in ran.err


@pytest.mark.parametrize(
    ("head", "due"), [("", "within 90 days"), ("checks: {dates: canonical}\n", "2026-04-10")]
)
def test_a_span_is_a_day_where_dates_are_to_be_canonical(
    tracker: CommandLine, head: str, due: str
) -> None:
    tracker.file(NAME, claims_file(claim(), head=head))
    options = ("--due", "within 90 days", "--date", "2026-01-10", "--source", "https://a.org")
    ran = tracker("record", "base-closes", *options, "--yes")
    assert "Warning" not in ran.err
    assert f"        due: {due}\n" in content(tracker)


@pytest.mark.parametrize("source", ["iswnews", REPORT])
def test_a_span_of_an_update_counts_from_the_day_that_is_written(
    tracker: CommandLine, source: str
) -> None:
    head = f"checks: {{dates: canonical}}\n{HEAD.partition(chr(10))[2]}"
    tracker.file(NAME, claims_file(claim({"source": "iswnews"}), head=head))
    tracker("record", "base-closes", "--due", "within 90 days", "--source", source, "--yes")
    written = "      - date: 2026-11-23\n        due: 2027-02-21\n        source: iswnews\n"
    assert written in content(tracker)


def test_without_claims_there_is_none_to_choose(tracker: CommandLine) -> None:
    tracker.file(NAME, claims_file())
    tracker.answers()
    assert "there is no claim yet" in tracker.fails("record")


def test_without_a_terminal_the_id_is_needed(claims: CommandLine) -> None:
    assert "Missing argument 'ID'; `tracker agenda` shows" in claims.fails("record", "--note", "n")
