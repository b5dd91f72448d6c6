"""The calendar of open deadlines, read back by icalendar."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from claim_tracker.claims.report import Report, report
from claim_tracker.claims.vocabulary import KINDS, OUTCOMES_OF
from claim_tracker.dates import parse_within
from claim_tracker.render.publish.ics import calendar
from claim_tracker.text.display import one_line
from tests.builders import day, hostile, report_of, tracker_of, update
from tests.claims.strategies import History, as_of_days, histories
from tests.render.publish.strategies import hostile_texts
from tests.samples import another, claim, claims_file

WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//claim-tracker//tracker export ics//EN
NAME:Open deadlines
X-WR-CALNAME:Open deadlines
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
BEGIN:VEVENT
UID:7073fcb6-8016-582d-b6a3-17de4df33c65
DTSTAMP:20250901T000000Z
SEQUENCE:1
DTSTART;VALUE=DATE:20251001
DTEND;VALUE=DATE:20251101
SUMMARY:The base closes.
DESCRIPTION:The base closes.\\n\\nSaid by: A. Minister\\nStated: 2025-08-18\\n
 Deadline: about 2025-10\\, last day 31 Oct 2025\\nFirst set: 2025-09\\, moved
  once\\, +31 days\\nProgress: stalled\\nSource: 2025-08-18\\nhttps://example.o
 rg/report\\nClaim: base-closes
URL:https://example.org/report
STATUS:TENTATIVE
TRANSP:TRANSPARENT
CATEGORIES:Bases,x
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Deadline: The base closes.
TRIGGER;RELATED=END:-P7DT15H
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def events(found: Report, *alarms: str) -> dict[str, Any]:
    """The events of a calendar by their ids, each of which is there once."""
    spans = [span for alarm in alarms if (span := parse_within(f"within {alarm}")) is not None]
    assert len(spans) == len(alarms)
    read: Any = Calendar.from_ical(calendar(found, alarms=spans).encode())
    made = read.walk("VEVENT")
    assert not any(part.errors for part in read.walk())
    by_id = {str(each["UID"]): each for each in made}
    assert len(by_id) == len(made)
    return by_id


def event(found: Report, *alarms: str) -> Any:
    (only,) = events(found, *alarms).values()
    return only


def days(of: Any) -> tuple[date, date]:
    """The first day, and the day after the last."""
    return of["DTSTART"].dt, of["DTEND"].dt


def summaries(found: Report) -> list[str]:
    return [str(each["SUMMARY"]) for each in events(found).values()]


def test_the_whole_calendar_of_a_deadline_that_was_moved() -> None:
    moved = update("2025-09-01", due="2025-10~", progress="stalled")
    found = report_of(
        "2025-12-01", claim({"due": "2025-09", "topic": "Bases", "tags": "[x]"}, [moved])
    )
    span = parse_within("within a week")
    assert span is not None
    assert calendar(found, alarms=[span, span]) == WHOLE.replace("\n", "\r\n")


@pytest.mark.parametrize("as_of", ["2025-08-18", "2025-09-15", "2026-09-15"])
def test_a_deadline_is_in_it_before_during_and_after_its_period(as_of: str) -> None:
    only = event(report_of(as_of, claim({"due": "2025-09"})))
    assert days(only) == (date(2025, 9, 1), date(2025, 10, 1))


@pytest.mark.parametrize(
    ("kind", "outcome"), [(kind, word) for kind in KINDS for word in OUTCOMES_OF[kind]]
)
def test_a_deadline_whose_claim_has_an_outcome_is_left_out(kind: str, outcome: str) -> None:
    claim_text = claim({"kind": kind, "due": "2026-09"}, [update("2025-09-01", outcome=outcome)])
    assert len(events(report_of("2025-08-31", claim_text))) == 1
    assert len(events(report_of("2025-09-01", claim_text))) == (outcome == "open")


def test_events_are_in_the_order_of_the_deadlines() -> None:
    found = report_of(
        "2025-12-01",
        claim({"due": "2026-09"}),
        another({"due": "2025-10", "kind": "fact"}),
        claim({"id": "undated", "claim": "Sometime."}),
    )
    assert summaries(found) == ["The soldiers leave.", "The base closes."]


@pytest.mark.parametrize(
    ("due", "first", "after"),
    [
        ("2026-02-28", date(2026, 2, 28), date(2026, 3, 1)),
        ("../2026-09", date(2026, 9, 1), date(2026, 10, 1)),
        ("2025-12-30/2026-01-02", date(2025, 12, 30), date(2026, 1, 3)),
        ("within 90 days", date(2025, 11, 16), date(2025, 11, 17)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12-31", date(9999, 12, 30), date(9999, 12, 31)),
    ],
)
def test_an_event_is_over_the_whole_period(due: str, first: date, after: date) -> None:
    assert days(event(report_of("2025-12-01", claim({"due": due})))) == (first, after)


def test_an_id_follows_from_the_id_of_the_claim_only() -> None:
    first = claims_file(claim({"due": "2026-09"}), another({"due": "2026-09"}))
    later = claims_file(
        claim(
            {
                "due": "2026",
                "claim": "It closes.",
                "speaker": "B",
                "source": "{url: https://b.example/, published: 2025}",
            }
        ),
    )
    ids = [*events(report(tracker_of(first), day("2025-12-01")))]
    assert len(set(ids)) == 2
    moved = report(tracker_of(claims_file(), later), day("2025-12-01"))
    assert moved.claims[0].entry.file.name == "2.yaml"
    assert [*events(moved)] == ids[:1]


@given(histories(), as_of_days, as_of_days)
def test_the_sequence_rises_only_when_the_deadline_moves(
    history: History, one: date, other: date
) -> None:
    first, last = sorted((one, other))
    open_still = history.without("outcome").without("review")
    found = [open_still.state(on) for on in (first, last)]
    before, after = ([*events(Report(state.day, (), (state,))).values()] for state in found)
    assert len(before) <= len(after)
    if not before:
        return
    rise = after[0]["SEQUENCE"] - before[0]["SEQUENCE"]
    assert before[0]["UID"] == after[0]["UID"]
    assert rise > 0 or (rise == 0 and days(before[0]) == days(after[0]))
    between = [fields for on, fields in history.updates if first < on <= last]
    assert rise <= sum("due" in fields for fields in between)


def test_a_deadline_that_is_set_or_confirmed_was_not_moved() -> None:
    updates = [
        update("2025-09-01", due="2025-10"),
        update("2025-09-02", due="2025-10-01/2025-10-31"),
    ]
    assert event(report_of("2025-12-01", claim(updates=updates)))["SEQUENCE"] == 0


def test_the_day_on_which_it_is_written_changes_nothing() -> None:
    claim_text = claim({"due": "2025-09"}, [update("2025-09-01", progress="stalled")])
    texts = {
        calendar(report_of(on, claim_text)) for on in ("2025-09-01", "2025-09-30", "2026-01-01")
    }
    assert len(texts) == 1
    assert calendar(report_of("2025-08-31", claim_text)) not in texts


@pytest.mark.parametrize(
    ("due", "alarm", "rings"),
    [
        ("2026-09", "7 days", "2026-09-23"),
        ("2026-09-30", "0 days", "2026-09-30"),
        ("2026-03-31", "a month", "2026-02-28"),
        ("2028-02-29", "one year", "2027-02-28"),
        ("2026-09", "two weeks", "2026-09-16"),
    ],
)
def test_an_alarm_rings_at_nine_so_long_before_the_last_day(
    due: str, alarm: str, rings: str
) -> None:
    only = event(report_of("2026-12-01", claim({"due": due})), alarm)
    (made,) = only.walk("VALARM")
    assert made["TRIGGER"].params["RELATED"] == "END"
    assert made["ACTION"] == "DISPLAY"
    midnight = made["TRIGGER"].dt - timedelta(hours=9)
    assert days(only)[1] + midnight == day(rings)
    assert midnight % timedelta(days=1) == timedelta()


def test_there_is_an_alarm_for_each_span() -> None:
    found = report_of("2025-12-01", claim({"due": "2026-09"}))
    alarms = ("7 days", "999999 days", "999999 years", "1 month")
    assert len(event(found, *alarms).walk("VALARM")) == 2


def test_a_calendar_without_deadlines_still_has_a_component() -> None:
    text = calendar(report_of("2025-12-01", claim()))
    assert "\r\nBEGIN:VTIMEZONE\r\n" in text
    assert Calendar.from_ical(text).walk("VEVENT") == []


def test_an_address_is_written_in_ascii() -> None:
    source = "{url: 'https://例え.jp/ü;b,c', published: 2025}"
    only = event(report_of("2025-12-01", claim({"due": "2026", "source": source})))
    assert only["URL"] == "https://xn--r8jz45g.jp/%C3%BC;b,c"


@given(hostile_texts, st.sampled_from(["7 days", "2 months"]))
def test_any_text_is_read_back_on_one_line_and_adds_nothing(text: str, alarm: str) -> None:
    found = hostile(text, "2026-09")
    only = event(found, alarm)
    shown = one_line(text.strip())
    assert only["SUMMARY"] == shown
    assert str(only["DESCRIPTION"]).splitlines()[0] == shown
    assert only["CATEGORIES"].cats == [shown]
    assert list(only) == [
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL"),
        *("STATUS", "TRANSP", "CATEGORIES"),
    ]
    assert [part.name for part in only.subcomponents] == ["VALARM"]
    assert Calendar.from_ical(calendar(found, title=text))["NAME"] == shown


@given(hostile_texts)
def test_lines_end_with_crlf_and_have_at_most_75_octets(text: str) -> None:
    lines = calendar(hostile(text, "2026-09"), title=text).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert lines[-1] == b""


def test_a_day_to_look_again_is_an_event_of_its_own() -> None:
    kept = update("2025-09-01", outcome="kept", review="2025-12")
    found = events(report_of("2025-10-01", claim({"due": "2025-10"}, [kept])))
    (event,) = found.values()
    assert event["SUMMARY"] == "Look again: The base closes."
    assert days(event) == (date(2025, 12, 1), date(2026, 1, 1))


@pytest.mark.parametrize("letter", ["र्\u200dयो", "น้ำ", "ന്ദ്ര", "e\u0301", "ی\u200c"])
def test_a_line_is_folded_between_letters(letter: str) -> None:
    claims = [
        claim({"id": f"c-{n}", "claim": "a" * n + letter * 20, "due": "2026"}) for n in range(9)
    ]
    text = calendar(report_of("2025-12-01", *claims))
    assert text.replace("\r\n ", "").count(f"SUMMARY:a{letter * 20}\r\n") == 1
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    folded = [line.decode()[1:] for line in lines if line.startswith(b" ")]
    assert all(line.startswith((letter, "a")) or line[0].isascii() for line in folded)


def test_only_a_letter_longer_than_a_line_is_parted() -> None:
    letter = "e" + "\u0301" * 60
    text = calendar(report_of("2025-12-01", claim({"claim": f"{letter}.", "due": "2026"})))
    assert f"SUMMARY:{letter}.\r\n" in text.replace("\r\n ", "")
    assert max(map(len, text.encode().split(b"\r\n"))) <= 75
