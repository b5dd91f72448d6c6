"""The table of `tracker status`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.claims.model import Claim, ClaimsFile, Source
from claim_tracker.claims.report import Report, report
from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
from claim_tracker.dates import parse_period
from claim_tracker.render.terminal.layout import Layout
from claim_tracker.render.terminal.status import status_table
from tests.builders import day, report_of, update, widest
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

Claim           Deadline  When                                    Status              Speaker

Bases
base-closes     2025-11   passed 1 day ago; moved once, +30 days  overdue, stalled    A. Minister
two-bases       -         105 days old                            stated              A. Minister

Without a topic
soldiers-leave  2025-09   passed 62 days ago                      kept, 20 days late  B. General

2 of 2 deadlines have passed, 1 of them without an outcome.
1 overdue, 1 stated, 1 kept.
"""
IN_A_NARROW_TERMINAL = """\
As of 1 Dec 2025: 3 claims, claims.yaml

Claim           Deadline  When                   Status              Speaker

Bases
base-closes     2025-11   passed 1 day ago;      overdue, stalled    A. Minister
                          moved once, +30 days
two-bases       -         105 days old           stated              A. Minister

Without a topic
soldiers-leave  2025-09   passed 62 days ago     kept, 20 days late  B. General

2 of 2 deadlines have passed, 1 of them without an outcome.
1 overdue, 1 stated, 1 kept.
"""


def shown(found: Report, width: int | None = None, *, color: bool = False) -> str:
    return "".join(f"{line}\n" for line in status_table(found, Layout(width, color)))


def test_claims_are_grouped_by_topic_with_the_sums_below() -> None:
    assert shown(report_of("2025-12-01", *CLAIMS)) == AS_A_TABLE


def test_on_a_narrow_terminal_cells_are_wrapped() -> None:
    assert shown(report_of("2025-12-01", *CLAIMS), 80) == IN_A_NARROW_TERMINAL


def test_on_a_wide_terminal_the_text_of_each_claim_is_shown() -> None:
    wide, narrow = (shown(report_of("2025-12-01", *CLAIMS), width) for width in (140, 139))
    assert "What is claimed" in wide
    assert "The soldiers leave." in wide
    assert "What is claimed" not in narrow
    assert "What is claimed" not in shown(report_of("2025-12-01", *CLAIMS))


def test_claims_without_any_topic_have_no_headings() -> None:
    text = shown(report_of("2025-12-01", claim(), another()))
    assert "topic" not in text
    assert text.splitlines()[3:5] == [
        "base-closes     -         no deadline  undated  A. Minister",
        "soldiers-leave  -         no deadline  undated  A. Minister",
    ]


def test_no_claim_is_one_line() -> None:
    assert shown(report_of("2025-08-17", *CLAIMS)) == "As of 17 Aug 2025: no claim, claims.yaml\n"


def test_many_files_are_counted() -> None:
    found = report_of("2025-12-01", claim())
    names = tuple(f"{number}.yaml" for number in range(1, 5))
    three, four = (Report(found.as_of, names[:n], found.claims) for n in (3, 4))
    assert shown(three).startswith("As of 1 Dec 2025: 1 claim, 1.yaml, 2.yaml, 3.yaml\n")
    assert shown(four).startswith("As of 1 Dec 2025: 1 claim, 4 files\n")


@pytest.mark.parametrize(
    ("due", "outcome", "painted"),
    [
        ("2025-09", None, "\x1b[1;31moverdue\x1b[0m"),
        ("2025-12", None, "\x1b[1;35mdue\x1b[0m"),
        ("2026", None, "\x1b[36mupcoming\x1b[0m"),
        ("2026", "broken", "\x1b[31mbroken\x1b[0m"),
        ("2026", "kept", "\x1b[32mkept, on time\x1b[0m"),
        ("2026", "partly-kept", "\x1b[35mpartly-kept\x1b[0m"),
    ],
)
def test_colour_repeats_the_status(due: str, outcome: str | None, painted: str) -> None:
    updates = [update("2025-09-01", outcome=outcome)] if outcome is not None else []
    assert painted in shown(report_of("2025-12-01", claim({"due": due}, updates)), color=True)


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


@given(
    st.lists(st.tuples(names, texts, texts, deadlines), min_size=1, max_size=4),
    st.integers(40, 200),
)
def test_no_line_is_wider_than_the_terminal(
    drawn: list[tuple[str, str, str, str | None]], width: int
) -> None:
    source = Source(url="https://example.org/")
    claims = [
        Claim(
            id=claim_id,
            claim=text,
            kind="commitment",
            topic=text,
            speaker=speaker,
            due=parse_period(due) if due is not None else None,
            source=source,
        )
        for claim_id, text, speaker, due in drawn
    ]
    file = TrackedFile("data/claims.yaml", ClaimsFile(version=1, claims=tuple(claims)))
    entries = tuple(Entry(made, file, 1, parse_period("2025-08-18")) for made in claims)
    found = report(Tracker((file,), entries), day("2025-12-01"))
    assert widest(list(status_table(found, Layout(width)))) <= width
