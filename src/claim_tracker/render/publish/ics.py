"""The open deadlines and the days to look again as a calendar, to subscribe to or to import.

The sections in the docstrings are those of RFC 5545. What an event says does not depend on the
day on which it is written, but on what is known of the claim.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneStandard, vDuration

from claim_tracker.claims.filters import ordered
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.dates import Period, Within
from claim_tracker.render.phrases import (
    deadline_words,
    moved_words,
    period_words,
    source_words,
    speaker_words,
)
from claim_tracker.render.publish.naming import stable_id, uri
from claim_tracker.text.ci_commands import defused
from claim_tracker.text.clusters import clusters
from claim_tracker.text.display import one_line

TITLE = "Open deadlines"
_LONGEST_LINE = 75
"""Octets, without the end of the line (3.1)."""
_DAY = timedelta(days=1)
_LAST_THAT_ENDS = date.max - _DAY
"""The last day with a day after it, on which its event ends."""
_MIDNIGHT_TO_NINE = timedelta(hours=9)


def calendar(report: Report, *, title: str = TITLE, alarms: Sequence[Within] = ()) -> str:
    """Return a calendar of all-day events: the open deadlines, and the days to look again.

    A deadline is open whose claim has no outcome. Lines end with CRLF (3.1). `alarms` are how long
    before a deadline's last day to remind of it, at nine o'clock of the reader's time.
    """
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//claim-tracker//tracker export ics//EN")
    made.add("name", one_line(title))  # RFC 7986; the next one is what calendars read before it
    made.add("x-wr-calname", one_line(title))
    made.add("refresh-interval", vDuration(_DAY), {"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(_DAY))
    for state in ordered(report.claims, "due"):
        if state.due is not None and state.outcome is None:
            made.add_component(_deadline(state, state.due, dict.fromkeys(alarms)))
    for state in report.claims:
        if state.review is not None:
            made.add_component(_review(state, state.review))
    if not made.subcomponents:
        made.add_component(_utc())
    written: bytes = made.to_ical(sorted=False)
    lines = "\r\n".join(map(_with_whole_letters, re.split(r"\r\n(?! )", written.decode())))
    # A line may be folded between any two characters (3.1).
    return defused(lines, "\r\n {}".format)


def _with_whole_letters(folded: str) -> str:
    """Return a folded line, folded anew so that no letter is in two of its lines (3.1).

    Only a letter that is longer than a line, by many marks on it, is parted.
    """
    if folded.isascii():
        return folded
    lines, room = [""], _LONGEST_LINE
    for letter in clusters(folded.replace("\r\n ", "")):
        is_long = len(letter.encode()) >= _LONGEST_LINE
        for part in letter if is_long else (letter,):
            octets = len(part.encode())
            if octets > room:
                lines.append("")
                room = _LONGEST_LINE - 1
            lines[-1] += part
            room -= octets
    return "\r\n ".join(lines)


def _deadline(state: ClaimState, due: Period, alarms: dict[Within, None]) -> Event:
    event = _event("deadline", state, due, one_line(state.claim.claim))
    event["sequence"] = state.times_moved
    for span in alarms:
        days = _days_before(min(due.latest, _LAST_THAT_ENDS), span)
        if days is not None:
            event.add_component(_alarm(state.claim.claim, days))
    return event


def _review(state: ClaimState, review: Period) -> Event:
    return _event("review", state, review, f"Look again: {one_line(state.claim.claim)}")


def _event(what: str, state: ClaimState, days: Period, summary: str) -> Event:
    """Return the event on some days; its permanent id follows from what it is and the claim."""
    claim, event = state.claim, Event()
    last = min(days.latest, _LAST_THAT_ENDS)
    address = state.entry.citation.source.url
    event.add("uid", str(stable_id(what, claim.id)))
    event.add("dtstamp", _changed(state))
    event.add("sequence", 0)
    event.add("dtstart", min(days.earliest, last))
    event.add("dtend", last + _DAY)  # exclusive (3.6.1)
    event.add("summary", summary)
    event.add("description", "\n".join(_description(state)))
    if address is not None:
        event.add("url", uri(address))
    event.add("status", "TENTATIVE" if days.approximate or days.uncertain else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    categories = [one_line(word) for word in (claim.topic, *claim.tags) if word is not None]
    if categories:
        event.add("categories", list(dict.fromkeys(categories)))
    return event


def _changed(state: ClaimState) -> datetime:
    """Return when the state of the claim last changed (DTSTAMP, 3.8.7.2)."""
    updates = state.updates
    last = updates[-1].date.latest if updates else state.entry.stated.earliest
    return datetime.combine(last, time(), UTC)


def _description(state: ClaimState) -> Iterator[str]:
    """Yield the known fields of the claim, one a line, in words that never go out of date."""
    claim = state.claim
    fields = {
        "Said by": speaker_words(claim),
        "Stated": period_words(state.entry.stated),
        "Deadline": deadline_words(state),
        "First set": _first_set(state),
        "Progress": state.progress,
    }
    yield one_line(claim.claim)
    yield ""
    yield from (f"{label}: {text}" for label, text in fields.items() if text is not None)
    for _, source, at in state.entry.citations():
        words = source_words(source, at)
        yield from [f"Source: {words}"] if words is not None else []
        yield from [uri(source.url)] if source.url is not None else []
    yield f"Claim: {claim.id}"


def _first_set(state: ClaimState) -> str | None:
    moved = moved_words(state)
    return f"{period_words(state.dues[0].due)}, {moved}" if moved is not None else None


def _days_before(last: date, span: Within) -> int | None:
    """Return how many days a span before the last day of a deadline is; None before the year 1."""
    try:
        return (last - (last - relativedelta(days=span.days, months=span.months))).days
    except (ValueError, OverflowError):
        return None


def _alarm(claim: str, days: int) -> Alarm:
    """Return an alarm so many days before the last, counted from the event's end (3.8.6.3)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Deadline: {one_line(claim)}")
    alarm.add("trigger", _MIDNIGHT_TO_NINE - (days + 1) * _DAY, {"RELATED": "END"})
    return alarm


def _utc() -> Component:
    """Return the zone UTC: a calendar without events has to have some component (3.6)."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone = Timezone()
    zone.add("tzid", "UTC")
    zone.add_component(standard)
    return zone
