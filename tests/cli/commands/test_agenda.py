"""`tracker agenda`."""

import csv
import io
import json

import pytest

from tests.conftest import CommandLine
from tests.samples import another, claim, claims_file

CLAIMS = claims_file(
    claim({"due": "2026-09", "speaker": "A. Minister"}, ["date: 2026-09-01, progress: stalled"]),
    another({"review": "2026-11-23", "source": "{title: A speech, published: 2026-11-01}"}),
)
TEXT = """\
As of 23 Nov 2026: 2 claims to look at

The deadline has passed, and there is no outcome (1)

! The base closes.
  passed 54 days ago; A. Minister, 2026-09, last day 30 Sep 2026, stalled
  2025-08-18
  https://example.org/report
  tracker record base-closes -f claims.yaml

The day to look again has come (1)

· The soldiers leave.
  today; A. Minister, look again 2026-11-23
  2026-11-01, A speech
  tracker record soldiers-leave -f claims.yaml
"""


@pytest.fixture
def claims(tracker: CommandLine) -> CommandLine:
    tracker.file("claims.yaml", CLAIMS)
    return tracker


def test_it_says_what_why_how_long_where_and_how(claims: CommandLine) -> None:
    assert claims.done("agenda", "-f", "claims.yaml") == TEXT


def test_nothing_to_look_at_is_said(claims: CommandLine) -> None:
    output = claims.done("agenda", "-f", "claims.yaml", "--as-of", "2025-09-01")
    assert output == "As of 1 Sep 2025: nothing to look at\n"


def test_the_spans_can_be_chosen(claims: CommandLine) -> None:
    near = ("agenda", "-f", "claims.yaml", "--as-of", "2026-08-01", "--format", "jsonl")
    assert [json.loads(line)["reason"] for line in claims.done(*near).splitlines()] == [
        "not-looked-at"
    ]
    found = claims.done(*near, "--within", "2 months", "--stale", "2 years")
    assert [json.loads(line)["reason"] for line in found.splitlines()] == ["ends-soon"]


def test_claims_are_chosen_as_in_status(claims: CommandLine) -> None:
    output = claims.done("agenda", "-f", "claims.yaml", "soldiers-*")
    assert "The base closes." not in output
    assert "1 claim to look at" in output


@pytest.mark.parametrize(
    ("words", "status"),
    [((), 0), (("any",), 1), (("overdue",), 1), (("review",), 1), (("overdue", "review"), 1)],
)
def test_the_exit_status_says_what_was_found(
    claims: CommandLine, words: tuple[str, ...], status: int
) -> None:
    options = [part for word in words for part in ("--fail-on", word)]
    assert claims("agenda", "-f", "claims.yaml", *options).status == status
    quiet = ("--as-of", "2025-09-01")
    assert claims("agenda", "-f", "claims.yaml", *options, *quiet).status == 0


def test_json_has_the_reason_the_day_and_the_claim(claims: CommandLine) -> None:
    found = json.loads(claims.done("agenda", "-f", "claims.yaml", "--format", "json"))
    assert found["summary"] == {"overdue": 1, "review": 1, "ends-soon": 0, "not-looked-at": 0}
    first = found["items"][0]
    assert (first["reason"], first["day"], first["days"]) == ("overdue", "2026-09-30", 54)
    assert first["claim"]["id"] == "base-closes"


def test_csv_has_the_columns_of_status_after_its_own(claims: CommandLine) -> None:
    written = claims.done("agenda", "-f", "claims.yaml", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [(row["reason"], row["days"], row["id"]) for row in rows] == [
        ("overdue", "54", "base-closes"),
        ("review", "0", "soldiers-leave"),
    ]


def test_markdown_has_a_box_for_each_claim(claims: CommandLine) -> None:
    written = claims.done("agenda", "-f", "claims.yaml", "--format", "markdown")
    assert written.count("\n- [ ] **") == 2
    assert "### The day to look again has come\n" in written
    assert "`tracker record base-closes -f claims.yaml`" in written


def test_markdown_fits_into_an_issue(tracker: CommandLine) -> None:
    text = "x" * 2000
    many = (claim({"id": f"c-{n}", "claim": f"{text} {n}", "due": "2026"}) for n in range(80))
    tracker.file("claims.yaml", claims_file(*many))
    written = tracker.done(
        *("agenda", "-f", "claims.yaml", "--format", "markdown", "--as-of", "2027-02-01")
    )
    assert len(written) < 65_536
    assert "more: see `tracker agenda`." in written
