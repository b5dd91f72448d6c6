"""The picture of `tracker timeline`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.report import Report
from claim_tracker.dates import parse_period
from claim_tracker.render.terminal.chart import ASCII, UNICODE
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.timeline import timeline_picture
from tests.builders import hostile, report_of, update, widest
from tests.samples import another, claim

CLAIMS = (
    claim(
        {"topic": "Bases", "due": "2025-10"},
        [update("2025-10-20", due="2025-12"), update("2025-10-21", progress="stalled")],
    ),
    another({"topic": "Bases", "due": "2025-09"}, [update("2025-11-20", outcome="kept")]),
    claim({"id": "two-bases", "claim": "There are two.", "kind": "fact"}),
)
IN_80_CELLS = """\
As of 1 Dec 2025: 3 claims, claims.yaml
1 Aug 2025 to 31 Dec 2025, a cell is about 3 days

                     2025
Claim                Aug       Sep       Oct       Nov       Dec         Status
                     ·         ·         ·         ·         │
Bases                                                        │
The base closes.          ○              ░░░░░░░░░░          │           due
                                               ↳             ▇▇▇▇▇▇▇▇▇▇
The soldiers leave.       ○    ▇▇▇▇▇▇▇▇▇▇┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄✓   │           kept
                     ·         ·         ·         ·         │
Without a topic                                              │
There are two.            ○                                  │           stated

✓ kept   ○ stated   ▇ deadline   ░ earlier deadline   ↳ the day it was moved
│ 1 Dec 2025   ┄ past the deadline
Where signs meet, the one that comes first here is shown.
"""
IN_AUTUMN = """\
As of 1 Dec 2025: 3 claims, claims.yaml
1 Sep 2025 to 31 Oct 2025, a cell is a day

                     2025
Claim                1 Sep  8 Sep  15 Sep 22 Sep 29 Sep 6 Oct  13 Oct 20 Oct        Status
"""


def shown(found: Report, width: int | None = 80, *, color: bool = False, **options: str) -> str:
    periods = {name: parse_period(text) for name, text in options.items()}
    lines = timeline_picture(found, Layout(width, color), **periods)
    return "".join(f"{line}\n" for line in lines)


def test_claims_stand_by_topic_with_a_row_for_each_deadline() -> None:
    assert shown(report_of("2025-12-01", *CLAIMS)) == IN_80_CELLS


def test_what_is_asked_for_is_shown_with_hints_at_the_rest() -> None:
    text = shown(report_of("2025-12-01", *CLAIMS), 100, start="2025-09", end="2025-10")
    assert text.startswith(IN_AUTUMN)
    assert "◂ more before" in text
    assert "▸ more after" in text
    assert text.endswith("1 claim has nothing to show, 1 Sep 2025 to 31 Oct 2025.\n")


def test_a_picture_without_claims_says_so() -> None:
    lines = shown(report_of("2025-12-01", *CLAIMS), start="2020", end="2020").splitlines()
    assert lines[1:] == ["3 claims have nothing to show, 1 Jan 2020 to 31 Dec 2020."]
    assert shown(report_of("2025-08-01", *CLAIMS)) == "As of 1 Aug 2025: no claim, claims.yaml\n"


def test_a_tall_picture_has_its_axis_above_and_below() -> None:
    many = [claim({"id": f"c-{index}", "claim": f"{index}."}) for index in range(31)]
    heads = [line for line in shown(report_of("2025-12-01", *many)).splitlines() if "Aug" in line]
    assert len([line for line in heads if line.startswith("Claim")]) == 2


def test_without_a_terminal_it_is_a_hundred_cells_wide() -> None:
    found = report_of("2025-12-01", *CLAIMS)
    assert shown(found, None) == shown(found, 100)


def test_colour_repeats_the_status() -> None:
    text = shown(report_of("2025-12-01", *CLAIMS), color=True)
    assert "\x1b[32mkept\x1b[0m" in text
    assert "\x1b[1;35m▇▇▇▇▇▇▇▇▇▇" in text


def test_plain_ascii_draws_the_same_picture() -> None:
    found = report_of("2025-12-01", *CLAIMS)
    plain = "\n".join(timeline_picture(found, Layout(80, encoding="ascii"))) + "\n"
    assert plain.isascii()
    signs = str.maketrans({UNICODE[sign]: ASCII[sign] for sign in UNICODE})
    assert plain == shown(found).translate(signs)


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_signs_differ_from_each_other(signs: dict[str, str]) -> None:
    assert len(set(signs.values())) == len(signs)
    assert all(len(sign) == 1 for sign in signs.values())


dates = st.sampled_from(["2025-09", "2026-Q3", "0001-01-01", "9999", "within 5 days", "../2026"])


@given(st.lists(dates, min_size=1, max_size=5), st.integers(40, 200))
def test_no_line_is_wider_than_the_terminal(dues: list[str], width: int) -> None:
    claims = [
        claim({"id": f"claim-{'long-' * index}{index}", "claim": f"{index}.", "due": due})
        for index, due in enumerate(dues)
    ]
    found = report_of("2026-12-01", *(each for each in claims if "0001" not in each))
    assert widest(shown(found, width).splitlines()) <= width


@pytest.mark.parametrize("width", [40, 80, 140])
def test_hostile_texts_are_visible_and_harmless(width: int) -> None:
    text = shown(hostile("[red]x[/red]\x1b[31m\u202e\nnext " * 9), width)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert widest(text.splitlines()) <= width
