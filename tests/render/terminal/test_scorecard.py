"""The table of `tracker scorecard`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.choices import By
from claim_tracker.claims.fields import validated
from claim_tracker.claims.model import Claim, ClaimsFile, Source
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.scorecard import scorecard_of
from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
from claim_tracker.dates import parse_period
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.scorecard import scorecard_table
from tests.builders import day, report_of, update, widest
from tests.samples import claim


def claim_with(number: int, outcome: str | None = None, **fields: str) -> str:
    """A claim that was due on 2025-09-30, with an outcome on the day after."""
    own = {"id": f"c{number}", "claim": f"Claim {number}.", "due": "2025-09-30", **fields}
    return claim(
        own,
        [update("2025-10-01", outcome=outcome, happened="2025-10-01")]
        if outcome is not None
        else [],
    )


CLAIMS = (
    claim_with(1, "kept"),
    claim_with(2, "broken"),
    claim_with(3, "broken"),
    claim_with(4, speaker="B. General"),
    claim_with(5, "kept", speaker="B. General"),
)
AS_A_TABLE = """\
As of 1 Dec 2025: 5 claims, claims.yaml

Speaker      Claims  Kept on time  Kept late  Partly kept  Broken  Overdue  Still open  \
Kept of decided  Median days late
A. Minister       3             -          1            -       2        -           -  \
      33 % of 3                 1
B. General        2             -          1            -       -        1           -  \
         - of 1                 1
All claims        5             -          2            -       2        1           -  \
      50 % of 4                 1

Decided: kept, partly kept or broken; no share of fewer than 3.
"""
IN_A_NARROW_TERMINAL = """\
As of 1 Dec 2025: 5 claims, claims.yaml

Speaker      Claims  Kept  Broken  Overdue    Kept of  Median
                     late                     decided    days
                                                         late
A. Minister       3     1       2        -  33 % of 3       1
B. General        2     1       -        1     - of 1       1
All claims        5     2       2        1  50 % of 4       1

Left out, as nothing is in them: kept on time, partly kept, still
open.
Decided: kept, partly kept or broken; no share of fewer than 3.
"""
IN_TWO_TABLES = """\
As of 1 Dec 2025: 5 claims, claims.yaml

Speaker      Claims  Kept  Broken  Overdue
                     late
A. Minister       3     1       2        -
B. General        2     1       -        1
All claims        5     2       2        1

Speaker      Kept of decided  Median days
                                     late
A. Minister        33 % of 3            1
B. General            - of 1            1
All claims         50 % of 4            1

Left out, as nothing is in them: kept on
time, partly kept, still open.
Decided: kept, partly kept or broken; no
share of fewer than 3.
"""


def shown(
    found: Report, width: int | None = None, by: By = "speaker", *, color: bool = False
) -> str:
    lines = scorecard_table(scorecard_of(found, by), Layout(width, color))
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(
    ("width", "table"),
    [(None, AS_A_TABLE), (160, AS_A_TABLE), (66, IN_A_NARROW_TERMINAL), (42, IN_TWO_TABLES)],
)
def test_the_table_gives_way_to_the_width(width: int | None, table: str) -> None:
    assert shown(report_of("2025-12-01", *CLAIMS), width) == table


def test_no_claim_is_one_line() -> None:
    assert shown(report_of("2025-08-17", *CLAIMS)) == "As of 17 Aug 2025: no claim, claims.yaml\n"


def figure(text: str, heading: str) -> str:
    """What stands at the right end of the total, below the last heading."""
    lines = text.splitlines()
    assert lines[2].endswith(heading)
    total = next(line for line in lines if line.startswith("All claims"))
    return total.rpartition("  ")[2].strip()


@pytest.mark.parametrize(
    ("kept", "broken", "share"),
    [
        (0, 0, "-"),
        (1, 1, "- of 2"),
        (2, 1, "67 % of 3"),
        (1, 7, "13 % of 8"),
        (0, 3, "0 % of 3"),
        (3, 0, "100 % of 3"),
        (1, 299, "1 % of 300"),
        (299, 1, "99 % of 300"),
    ],
)
def test_a_share_has_its_count_and_is_none_below_three(kept: int, broken: int, share: str) -> None:
    words = ["confirmed"] * kept + ["refuted"] * broken + ["disputed"]
    claims = [claim_with(n, word, kind="fact") for n, word in enumerate(words)]
    assert figure(shown(report_of("2025-12-01", *claims)), "Kept of decided") == share


def test_the_slip_has_the_number_of_deadlines_that_were_moved() -> None:
    moved = [
        claim(
            {"id": f"c{n}", "claim": f"{n}.", "due": "2025-09-30"},
            [update("2025-09-01", due=f"2025-10-{days:02}")],
        )
        for n, days in enumerate((1, 2))
    ]
    text = shown(report_of("2025-12-01", *moved))
    assert figure(text, "Median days moved") == "+1.5 of 2"
    assert "On time and late are by the deadline in force when" in text


@pytest.mark.parametrize(
    ("claims", "note"),
    [
        (
            [claim_with(1, tags="[x, y]")],
            "A claim counts under each of its tags, and once in the total.",
        ),
        ([claim_with(1, "failed", kind="prediction")], "and one that failed as broken."),
        ([claim_with(1, "refuted", kind="fact")], "and one that was refuted as broken."),
        ([claim_with(1, "confirmed", kind="fact")], "Kept untimed: without a deadline, or"),
        ([claim_with(1, "disputed")], "Unsettled: withdrawn, unverifiable or disputed."),
        ([claim_with(1, kind="fact")], "Stated: facts without an outcome."),
    ],
)
def test_a_figure_that_needs_a_note_has_one_and_no_other_has(claims: list[str], note: str) -> None:
    assert note in shown(report_of("2025-12-01", *claims), by="tag")
    assert note not in shown(report_of("2025-12-01", claim_with(1)), by="tag")


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("topic", "Without a topic"),
        ("place", "Without a place"),
        ("tag", "Without a tag"),
        ("organisation", "Without an organisation"),
    ],
)
def test_claims_without_a_value_have_a_name(by: By, name: str) -> None:
    assert f"\n{name}  " in shown(report_of("2025-12-01", claim_with(1)), by=by)


def test_colour_repeats_the_heading_and_nothing_is_quiet() -> None:
    text = shown(report_of("2025-12-01", *CLAIMS), color=True)
    assert "\x1b[94m1\x1b[0m" in text
    assert "\x1b[31m2\x1b[0m" in text
    assert "\x1b[30;43m1\x1b[0m" in text
    assert "\x1b[2m- of 1\x1b[0m" in text
    assert "\x1b[1mAll claims\x1b[0m" in text


def spoken(names: list[str], words: list[str | None]) -> Report:
    """A report of claims by these speakers, unchecked."""
    source = Source(url="https://example.org/")
    claims = [
        validated(
            Claim,
            {"id": "c", "claim": "C.", "kind": "commitment", "speaker": name, "source": source}
            | {"due": "2025-09", "tags": (name, "x")}
            | {"updates": ({"date": "2025-10-01", "outcome": word, "due": "2025-10"},)},
        )
        for name, word in zip(names, words, strict=True)
    ]
    file = TrackedFile("claims.yaml", ClaimsFile(version=1, claims=tuple(claims)))
    entries = tuple(Entry(each, file, 1, parse_period("2025-08-18")) for each in claims)
    return report(Tracker((file,), entries), day("2025-12-01"))


def test_markup_and_escape_characters_are_visible_and_harmless() -> None:
    text = shown(spoken(["[red]x[/red] \x1b[31m\u202e\nnext"], [None]))
    assert "\n[red]x[/red] \\x1b[31m\\u202e next  " in text
    assert "\x1b" not in text


names = st.text(st.sampled_from("abc-é漢字🙂[]'\"/ \u200b\x1b"), min_size=1, max_size=60).filter(
    str.strip
)
outcomes = st.sampled_from([None, "kept", "partly-kept", "broken", "withdrawn"])


@given(
    st.lists(st.tuples(names, outcomes), max_size=6),
    st.integers(40, 200),
    st.sampled_from(["speaker", "tag"]),
)
def test_no_line_is_wider_than_the_terminal(
    drawn: list[tuple[str, str | None]], width: int, by: By
) -> None:
    found = spoken([name for name, _ in drawn], [word for _, word in drawn])
    assert widest(shown(found, width, by).splitlines()) <= width
