"""`tracker scorecard`."""

import csv
import io
import json

import pytest

from tests.builders import widest
from tests.conftest import CommandLine

SCORECARD_FORMATS = ("table", "json", "jsonl", "csv", "markdown")
AT_80_COLUMNS = """\
As of 23 Nov 2026: 13 claims, claims.yaml

Speaker              Claims  Kept  Kept  Overdue  Still  Stated  Kept of  Median
                               on  late            open          decided    days
                             time                                           late
Hussein Alawi             5     -     1        1      2       1   - of 1     110
ISWNews                   4     -     -        -      -       4        -       -
An unnamed Iraqi          2     -     -        -      1       1        -       -
official
Iraqi government          2     1     -        1      -       -   - of 1       -
sources
All claims               13     1     1        2      3       6   - of 2     110

Left out, as nothing is in them: partly kept, broken.
Decided: kept, partly kept or broken; no share of fewer than 3.
Stated: facts without an outcome.
"""


def names(tracker: CommandLine, *arguments: str) -> list[str]:
    out = tracker.done("scorecard", "--format", "csv", *arguments)
    return [row["name"] for row in csv.DictReader(io.StringIO(out))]


def test_the_real_claims_in_a_terminal(real: CommandLine) -> None:
    real.terminal(80)
    assert real.done("scorecard", "--color", "never") == AT_80_COLUMNS


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["Hussein Alawi", "ISWNews", "An unnamed Iraqi official", "Iraqi government sources"]),
        (["--by", "source"], ["ISWNews"]),
        (["--by", "topic", "--status", "kept"], ["First phase"]),
        (["--by", "kind", "--sort", "name"], ["commitment", "fact"]),
        (["--by", "tag", "--tag", "troops"], ["troops", "bases"]),
        (["--by", "place", "complete-withdrawal"], [""]),
        (
            ["--sort", "name", "--tag", "withdrawal", "--status", "kept"],
            ["Hussein Alawi", "Iraqi government sources"],
        ),
        (["--status", "disputed"], []),
    ],
)
def test_options_choose_and_group_claims(
    real: CommandLine, options: list[str], found: list[str]
) -> None:
    assert names(real, *options) == found


def test_as_of_counts_what_could_be_known_on_that_day(real: CommandLine) -> None:
    def total(as_of: str) -> dict[str, int]:
        found = json.loads(real.done("scorecard", "--format", "json", "--as-of", as_of))["total"]
        return {name: found[name] for name in ("claims", "kept", "overdue", "open")}

    assert total("2025-08-17") == {"claims": 0, "kept": 0, "overdue": 0, "open": 0}
    assert total("2025-09-15") == {"claims": 13, "kept": 1, "overdue": 0, "open": 6}
    assert total("2026-11-23") == {"claims": 13, "kept": 2, "overdue": 2, "open": 3}


@pytest.mark.parametrize("form", SCORECARD_FORMATS)
def test_the_output_is_the_same_in_a_file(real: CommandLine, form: str) -> None:
    printed = real.done("scorecard", "--format", form)
    assert real.done("scorecard", "--format", form, "-o", "out.txt") == ""
    assert (real.folder / "out.txt").read_bytes() == printed.encode()
    assert real.done("scorecard", "--format", form, "-o", "-") == printed


@pytest.mark.parametrize("width", [40, 100, 140])
def test_a_terminal_gets_lines_that_fit(real: CommandLine, width: int) -> None:
    real.terminal(width)
    assert widest(real.done("scorecard", "--by", "place", "--color", "never").splitlines()) <= width


def test_colour_is_only_where_it_is_wanted(real: CommandLine) -> None:
    assert "\x1b" not in real.done("scorecard")
    assert "\x1b[30;43m1\x1b[0m" in real.done("scorecard", "--color", "always")


@pytest.mark.parametrize(
    ("options", "near"),
    [
        (["--by", "speeker"], "`speaker`"),
        (["--sort", "claim"], "`claims`"),
        (["--speaker", "husein alawi"], "`Hussein Alawi`"),
        (["--format", "jsn"], "`json`"),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest(
    real: CommandLine, options: list[str], near: str
) -> None:
    assert near in real.fails("scorecard", *options)


@pytest.mark.parametrize("form", SCORECARD_FORMATS)
def test_invalid_data_shows_its_errors_and_no_count(tracker: CommandLine, form: str) -> None:
    tracker.file("data/claims.yaml", "version: 1\nclaims: 1\n")
    ran = tracker("scorecard", "--format", form)
    assert (ran.status, ran.out) == (1, "")
    assert "error[" in ran.err
