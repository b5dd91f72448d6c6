"""One claim whole, as `tracker show` prints it."""

import pytest

from claim_tracker.claims.model import Claim, ClaimsFile, Source, Update
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.claims.tracker import Entry, TrackedFile
from claim_tracker.dates import parse_period
from claim_tracker.render.terminal.card import card
from claim_tracker.render.terminal.layout import Layout
from tests.builders import DATA, day, state, tracker_of, update, widest

HEAD = """\
sources:
  paper:
    title: The Base Closes
    publisher: The Paper
    url: https://example.org/paper
    published: 2025-08-18
    archived: https://archive.example/paper
places:
  harbour: {name: Harbour Base, region: Coast, country: IQ}
"""
FIELDS = {
    "kind": "commitment",
    "topic": "Bases",
    "role": "minister of defence",
    "via": "Al Jazeera",
    "due": "2025-10",
    "quantity": "{value: 2500, unit: men, approximate: true}",
    "source": "paper",
    "places": "[harbour]",
    "tags": "[bases, withdrawal]",
    "related": "[base-closes]",
}
UPDATES = [
    "date: 2025-09-01, note: No news.",
    update("2025-09-02", due="2025-12", progress="stalled"),
    update("2025-11-20", outcome="kept", happened="2025-11", quantity="{value: 900, unit: men}"),
    "date: 2025-11-21, outcome: open, source: paper",
    update("2025-11-22", outcome="kept", happened="2025-11-22"),
]
WHOLE = """\
base-closes
The base closes.

Status      kept, on time; 22 days late by the first deadline
When        passed 1 day ago; moved once, +61 days
Deadline    2025-12, last day 31 Dec 2025
First set   2025-10
Happened    2025-11-22
Figure      900 men (-1,600 since the claim)
Kind        commitment
Said by     A. Minister, minister of defence
Told to     Al Jazeera
Stated      2025-08-18
Topic       Bases
Places      Harbour Base
Tags        bases, withdrawal
Related     base-closes
File        claims.yaml, line 12
Source      The Paper, 2025-08-18, The Base Closes
            https://example.org/paper
            https://archive.example/paper

History
2025-09-01  No news.
2025-09-02  progress: stalled
            deadline moved to 2025-12
            https://example.org/news
2025-11-20  outcome: kept, happened 2025-11
            figure: 900 men
            https://example.org/news
2025-11-21  outcome taken back: open again
            The Paper, 2025-08-18, The Base Closes
            https://example.org/paper
            https://archive.example/paper
2025-11-22  outcome: kept, happened 2025-11-22
            https://example.org/news
"""
MINIMAL = """\
base-closes
The base closes.

Status      undated
When        no deadline
Kind        commitment
Said by     A. Minister
Stated      2025-08-18
File        claims.yaml, line 3
Source      2025-08-18
            https://example.org/report

History
Nothing has been recorded.
"""
NARROW = """\
base-closes
The base closes.

Status      undated
When        no deadline
Kind        commitment
Said by     A minister whose name
            is long
Stated      2025-08-18
File        claims.yaml, line 3
Source      2025-08-18
            https://example.org/re
            port

History
2025-09-01  A note that is longer
            than the line.
            https://example.org/ne
            ws
"""


def shown(found: ClaimState, width: int | None = None, *, color: bool = False) -> str:
    return "".join(f"{line}\n" for line in card(found, Layout(width, color)))


def test_a_card_has_the_attribution_the_dates_and_the_history() -> None:
    assert shown(state("2026-01-01", FIELDS, UPDATES, HEAD)) == WHOLE


def test_a_card_has_no_line_for_what_is_not_known() -> None:
    assert shown(state("2025-09-01")) == MINIMAL


def test_a_card_of_an_earlier_day_has_nothing_of_later() -> None:
    text = shown(state("2025-09-01", FIELDS, UPDATES, HEAD))
    assert "When        in 60 days (31 Oct 2025)\n" in text
    assert "Figure      about 2,500 men\n" in text
    assert text.endswith("History\n2025-09-01  No news.\n")


def test_a_fact_says_the_day_it_holds_as_of() -> None:
    fields = {"kind": "fact", "as_of": "2025-08", "quantity": "{value: 5, unit: men}"}
    text = shown(state("2025-09-01", fields))
    assert "When        1 day old\n" in text
    assert "Holds as of 2025-08\n" in text
    assert "Figure      5 men\n" in text


def test_a_figure_that_nobody_has_looked_at_has_no_change() -> None:
    fields = {"kind": "fact", "quantity": "{value: 5, unit: men}"}
    refuted = update("2025-09-01", outcome="refuted")
    assert "Figure      5 men\n" in shown(state("2025-09-01", fields, [refuted]))
    same = update("2025-09-01", quantity="{value: 5, unit: men}")
    assert "Figure      5 men (+0 since the claim)\n" in shown(state("2025-09-01", fields, [same]))


def test_only_an_outcome_that_is_there_is_taken_back() -> None:
    text = shown(state("2025-09-01", updates=[update("2025-09-01", outcome="open")]))
    assert "2025-09-01  outcome: open\n" in text


def test_what_a_claim_has_from_the_defaults_is_marked() -> None:
    head = (
        "defaults: {source: s, speaker: A. Minister}\n"
        "sources: {s: {title: T, published: 2025-08}}\n"
    )
    text = shown(state("2025-09-01", {"source": None, "speaker": None}, head=head))
    assert "Said by     A. Minister (default)\n" in text
    assert "Source      2025-08, T (default)\n" in text
    assert "Kind        commitment\n" in text


def test_a_figure_in_another_unit_has_no_change() -> None:
    changed = update("2025-09-01", quantity="{value: 7, unit: bases}")
    fields = {"quantity": "{value: 5, unit: men}"}
    assert "Figure      7 bases (was 5 men, another unit)\n" in shown(
        state("2025-09-01", fields, [changed])
    )


def test_a_first_deadline_is_set_and_a_second_is_a_move() -> None:
    updates = [update("2025-09-01", due="2025-10-31"), update("2025-09-02", due="2025-11")]
    text = shown(state("2025-09-02", updates=updates))
    assert "2025-09-01  deadline set to 2025-10-31\n" in text
    assert "2025-09-02  deadline moved to 2025-11\n" in text
    assert "First set   2025-10-31\n" in text
    assert "Deadline    2025-11, last day 30 Nov 2025\n" in text
    day_only = shown(state("2025-09-01", updates=updates))
    assert "Deadline    2025-10-31\n" in day_only
    assert "First set" not in day_only


def test_an_update_that_says_nothing_says_so() -> None:
    assert "2025-09-01  looked, nothing new\n" in shown(
        state("2025-09-01", updates=["date: 2025-09-01"])
    )


def test_lines_are_wrapped_under_their_text() -> None:
    fields = {"speaker": "A minister whose name is long"}
    note = update("2025-09-01", note="A note that is longer than the line.")
    assert shown(state("2025-09-01", fields, [note]), 34) == NARROW


@pytest.mark.parametrize("width", range(40, 201, 20))
def test_the_cards_of_the_real_claims_fit_the_terminal(width: int) -> None:
    for entry in tracker_of(DATA.read_text(encoding="utf-8")):
        found = state_of(entry, day("2026-11-23"))
        assert found is not None
        assert widest(list(card(found, Layout(width)))) <= width


def test_colour_paints_the_status_and_links_addresses() -> None:
    text = shown(state("2025-12-01", {"due": "2025-09"}), 30, color=True)
    assert "Status      \x1b[30;43moverdue\x1b[0m\n" in text
    start, end = "\x1b]8;;https://example.org/report\x1b\\", "\x1b]8;;\x1b\\"
    assert f"            {start}https://example.or{end}\n            {start}g/report{end}\n" in text


def test_markup_and_escape_characters_are_visible_and_harmless() -> None:
    hostile = "[red]x[/red] \x1b[31m\u202e\nnext"
    source = Source(url="https://example.org/", title=hostile, publisher=hostile)
    made = Claim(
        id="c",
        claim=hostile,
        kind="commitment",
        topic=hostile,
        speaker=hostile,
        tags=(hostile,),
        source=source,
        updates=(Update(date=parse_period("2025-09-01"), note=hostile, source=source),),
    )
    file = TrackedFile(hostile, ClaimsFile(version=1, claims=(made,)))
    found = state_of(Entry(made, file, 1, parse_period("2025-08-18")), day("2025-12-01"))
    assert found is not None
    text = shown(found)
    assert text.count("[red]x[/red] \\x1b[31m\\u202e next") == 8
    assert "[red]x[/red] \\x1b[31m\\u202e\\x0anext, line 1\n" in text
    assert "[red]x[/red] \\x1b[31m\\u202e\n            next\n" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_card_names_the_line_of_its_claim() -> None:
    text = DATA.read_text(encoding="utf-8")
    entry = tracker_of(text).entries[0]
    found = state_of(entry, day("2026-11-23"))
    assert found is not None
    assert text.splitlines()[entry.line - 1] == "  - id: withdrawal-begins"
    assert f"File        claims.yaml, line {entry.line}\n" in shown(found)


def test_a_period_of_an_update_is_shown_as_such() -> None:
    dates = ("2025-H2", "2026-01-01/2026-01-15")
    text = shown(state("2026-02-01", updates=[update(date, note="N.") for date in dates]))
    assert "\n2025-H2     N.\n" in text
    assert "\n2026-01-01 to 2026-01-15\n            N.\n" in text
