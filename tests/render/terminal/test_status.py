"""The table of `tracker status`."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim_tracker import load
from claim_tracker.claims.model import Claim, ClaimsFile, Source
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
from claim_tracker.dates import parse_period
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.marks import ASCII, UNICODE
from claim_tracker.render.terminal.status import status_table
from tests.builders import DATA, day, report_of, update, widest
from tests.samples import another, claim

CLAIMS = (
    claim(
        {"topic": "Bases", "due": "2025-10"},
        [update("2025-09-01", due="2025-11"), update("2025-09-02", progress="stalled")],
    ),
    another(
        {"speaker": "B. General", "due": "2025-09"},
        [update("2025-10-20", outcome="kept", happened="2025-10-20")],
    ),
    claim({"id": "two-bases", "claim": "There are two.", "kind": "fact", "topic": "Bases"}),
)
AS_A_TABLE = """\
As of 1 Dec 2025: 3 claims, claims.yaml

Claim           Deadline  When                                    Status                Speaker\
      What is claimed

Bases
base-closes     2025-11   passed 1 day ago; moved once, +30 days  ! overdue, stalled    \
A. Minister  The base closes.
two-bases       -         105 days old                            · stated              \
A. Minister  There are two.

Without a topic
soldiers-leave  2025-09   passed 62 days ago                      ~ kept, 20 days late  \
B. General   The soldiers leave.

2 of 2 deadlines have passed, 1 of them without an outcome.
1 overdue, 1 stated, 1 kept (1 late); 1 stalled.
"""
IN_A_TERMINAL = """\
As of 1 Dec 2025: 3 claims, claims.yaml

Bases
! The base closes. A. Minister, base-closes  overdue 1 day,
                                             stalled; moved
                                             once, +30 days
                                             (2025-11)
· There are two.  A. Minister, two-bases     stated, 105
                                             days old
Without a topic
~ The soldiers leave. B. General,            kept, 20 days
  soldiers-leave                             late
                                             (due 2025-09)

2 of 2 deadlines have passed, 1 of them without an outcome.
1 overdue, 1 stated, 1 kept (1 late); 1 stalled.
"""
IN_ONE_LINE_EACH = """\
As of 1 Dec 2025: 3 claims, claims.yaml
Bases
! The base closes.  overdue 1 day
· There are two.    stated, 105 days old
Without a topic
~ The soldiers le…  kept, 20 days late

2 of 2 deadlines have passed, 1 of them
without an outcome.
1 overdue, 1 stated, 1 kept (1 late); 1
stalled.
"""
IN_ONE_LINE_EACH_WITH_IDS = """\
Bases
! The base closes.     overdue 1 day         base-closes
· There are two.       stated, 105 days old  two-bases
Without a topic
~ The soldiers leave.  kept, 20 days late    soldiers-leave
"""


def shown(
    found: Report,
    width: int | None = None,
    *,
    color: bool = False,
    short: bool = False,
    urgent_last: bool = False,
) -> str:
    layout = Layout(width, color)
    lines = status_table(found, layout, short=short, urgent_last=urgent_last)
    return "".join(f"{line}\n" for line in lines)


def test_claims_are_grouped_by_topic_with_the_sums_below() -> None:
    assert shown(report_of("2025-12-01", *CLAIMS)) == AS_A_TABLE


def test_in_a_terminal_the_status_stands_beside_each_text() -> None:
    assert shown(report_of("2025-12-01", *CLAIMS), 60) == IN_A_TERMINAL


def test_where_it_takes_fewer_lines_each_status_is_on_one() -> None:
    long = "The works on the bridge and on the road to it are finished, " * 2
    claims = [claim({"id": f"bridge-{number}", "due": "2025-11"}) for number in range(3)]
    claims.append(claim({"id": "works", "claim": long, "due": "2025-11"}))
    text = shown(report_of("2025-12-01", *claims), 120)
    assert text.count("overdue 1 day (2025-11)") == len(claims)
    assert len(text.splitlines()) == len(claims) + 6


def test_in_short_each_claim_is_one_line_of_the_terminal() -> None:
    assert shown(report_of("2025-12-01", *CLAIMS), 40, short=True) == IN_ONE_LINE_EACH


def test_in_short_nothing_is_cut_elsewhere_than_in_a_terminal() -> None:
    assert IN_ONE_LINE_EACH_WITH_IDS in shown(report_of("2025-12-01", *CLAIMS), short=True)


def test_in_short_a_wide_terminal_has_the_ids_too() -> None:
    assert IN_ONE_LINE_EACH_WITH_IDS in shown(report_of("2025-12-01", *CLAIMS), 60, short=True)


def test_the_most_urgent_can_come_last() -> None:
    found = report_of("2025-12-01", *CLAIMS)
    signs = "".join(line[0] for line in shown(found, 200).splitlines()[2:7])
    turned = "".join(line[0] for line in shown(found, 200, urgent_last=True).splitlines()[2:7])
    assert (signs, turned) == ("B!·W~", "W~B·!")


def test_claims_without_any_topic_have_no_headings() -> None:
    text = shown(report_of("2025-12-01", claim(), another()))
    assert "topic" not in text
    assert text.splitlines()[3:5] == [
        "base-closes     -         no deadline  · undated  A. Minister  The base closes.",
        "soldiers-leave  -         no deadline  · undated  A. Minister  The soldiers leave.",
    ]


def test_no_claim_is_one_line() -> None:
    assert shown(report_of("2025-08-17", *CLAIMS)) == "As of 17 Aug 2025: no claim, claims.yaml\n"


def test_many_files_are_counted() -> None:
    found = report_of("2025-12-01", claim())
    (file,) = found.tracked
    files = [file._replace(name=f"{number}.yaml") for number in range(1, 5)]
    three, four = (found._replace(tracked=tuple(files[:n])) for n in (3, 4))
    assert shown(three).startswith("As of 1 Dec 2025: 1 claim, 1.yaml, 2.yaml, 3.yaml\n")
    assert shown(four).startswith("As of 1 Dec 2025: 1 claim, 4 files\n")


@pytest.mark.parametrize(
    ("due", "outcome", "style", "sign", "words"),
    [
        ("2025-09", {}, "30;43", "!", "overdue 62 days"),
        ("2025-12", {}, "1;35", "▸", "due, 30 days left"),
        ("2026", {}, "", "○", "upcoming, in 13 months"),
        ("2026", {"outcome": "broken"}, "31", "✗", "broken"),
        ("2026", {"outcome": "kept"}, "32", "✓", "kept, on time"),
        ("2025-08", {"outcome": "kept", "happened": "2025-09-01"}, "94", "~", "kept, 1 day late"),
        ("2026", {"outcome": "partly-kept"}, "35", "◐", "partly-kept"),
    ],
)
def test_sign_and_colour_repeat_the_status(
    due: str, outcome: dict[str, str], style: str, sign: str, words: str
) -> None:
    updates = [update("2025-09-01", **outcome)] if outcome else []
    text = shown(report_of("2025-12-01", claim({"due": due}, updates)), 100, color=True)
    begin, end = (f"\x1b[{style}m", "\x1b[0m") if style else ("", "")
    assert f"\n{begin}{sign}{end} The base closes." in text
    assert f"  {begin}{words}{end} " in text


def test_signs_differ_where_the_terminal_has_ascii_alone() -> None:
    names = ("overdue", "due", "upcoming", "stated", "kept", "late", "partly-kept", "broken")
    assert "".join(ASCII.values()).isascii()
    assert len({ASCII[name] for name in names}) == len({UNICODE[name] for name in names}) == 8


def test_the_sums_have_the_colours_of_the_statuses() -> None:
    last = shown(report_of("2025-12-01", *CLAIMS), 80, color=True).splitlines()[-1]
    assert last == (
        "\x1b[30;43m1 overdue\x1b[0m, 1 stated, \x1b[32m1 kept\x1b[0m"
        " (\x1b[94m1 late\x1b[0m); 1 stalled."
    )


@pytest.mark.parametrize(
    ("updates", "words"),
    [
        (
            [],
            "2 of 2 claims have no outcome; nobody has looked at `base-closes`",
        ),
        (
            [update("2025-09-01", outcome="kept")],
            "1 of 2 claims has no outcome; nobody has looked at `soldiers-leave`",
        ),
    ],
)
def test_without_deadlines_the_sums_say_who_waits_longest(updates: list[str], words: str) -> None:
    lines = shown(report_of("2025-12-01", claim({}, updates), another())).splitlines()
    assert lines[-2] == f"{words} since 18 Aug 2025."


def test_nobody_is_said_to_have_looked_in_time_to_come() -> None:
    lines = shown(report_of("2025-12-10", claim({"stated": "2025"}))).splitlines()
    assert lines[-2].endswith("nobody has looked at `base-closes` since 10 Dec 2025.")


def test_without_deadlines_and_with_outcomes_nothing_waits() -> None:
    found = report_of("2025-12-01", claim({}, [update("2025-09-01", outcome="kept")]))
    assert "Every claim here has an outcome, and none has a deadline." in shown(found)


def hostile(text: str, width: int) -> str:
    """The table of a claim that has one text everywhere, unchecked."""
    source = Source(url="https://example.org/")
    made = Claim(id="c", claim=text, kind="commitment", topic=text, speaker=text, source=source)
    file = TrackedFile(text, ClaimsFile(version=1, claims=(made,)))
    entry = Entry(made, file, 1, parse_period("2025-08-18"))
    return shown(report(Tracker((file,), (entry,)), day("2025-12-01")), width)


def test_markup_and_escape_characters_are_visible_and_harmless() -> None:
    text = hostile("[red]x[/red] \x1b[31m\u202e\nnext", 200)
    assert "[red]x[/red] \\x1b[31m\\u202e next" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


names = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}", fullmatch=True)
texts = st.text(st.sampled_from("abc-é漢字🙂[]'\"/ \u200b\x1b"), min_size=1, max_size=60).filter(
    str.strip
)
deadlines = st.sampled_from([None, "2026-01", "2025-09-15/2025-10-15", "../2026-24%", "2027-H2"])


words = st.text(st.sampled_from("aแบÄ漢é-"), min_size=1, max_size=30)
sentences = st.one_of(texts, st.lists(words, min_size=1, max_size=30).map(" ".join))
drawn_claims = st.lists(
    st.tuples(names, sentences, texts, deadlines),
    min_size=1,
    max_size=4,
    unique_by=lambda it: it[0],
)


def report_drawn(drawn: list[tuple[str, str, str, str | None]]) -> Report:
    source = Source(url="https://example.org/")
    claims = [
        Claim(
            id=claim_id,
            claim=text,
            kind="commitment",
            topic=text[:9],
            speaker=speaker,
            due=parse_period(due) if due is not None else None,
            source=source,
        )
        for claim_id, text, speaker, due in drawn
    ]
    file = TrackedFile("data/claims.yaml", ClaimsFile(version=1, claims=tuple(claims)))
    entries = tuple(Entry(made, file, 1, parse_period("2025-08-18")) for made in claims)
    return report(Tracker((file,), entries), day("2025-12-01"))


@given(drawn_claims, st.integers(20, 200), st.booleans())
def test_no_line_is_wider_than_the_terminal(
    drawn: list[tuple[str, str, str, str | None]], width: int, short: bool
) -> None:
    assert widest(list(status_table(report_drawn(drawn), Layout(width), short=short))) <= width


@given(drawn_claims)
@settings(max_examples=30)
def test_a_wider_terminal_never_makes_it_longer(
    drawn: list[tuple[str, str, str, str | None]],
) -> None:
    found = report_drawn(drawn)
    lines = [len(shown(found, width).splitlines()) for width in range(40, 201)]
    assert lines == sorted(lines, reverse=True)


def test_a_wider_terminal_never_makes_real_claims_longer() -> None:
    loaded = load(DATA, today=day("2026-11-23"))
    assert loaded.tracker is not None
    found = report(loaded.tracker, day("2026-11-23"))
    lines = [len(shown(found, width).splitlines()) for width in range(40, 201)]
    assert lines == sorted(lines, reverse=True)
    assert lines[0] < 100


@given(drawn_claims, st.integers(40, 100))
def test_colour_changes_nothing_but_the_colour(
    drawn: list[tuple[str, str, str, str | None]], width: int
) -> None:
    found = report_drawn(drawn)
    assert re.sub("\x1b\\[[0-9;]*m", "", shown(found, width, color=True)) == shown(found, width)
