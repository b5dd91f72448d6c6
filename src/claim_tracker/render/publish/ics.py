"""The open deadlines and the days to look again as a calendar, to subscribe to or to import.

The sections in the docstrings are those of RFC 5545. What an event says does not depend on the
day on which it is written, but on what is known of the claim.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneStandard, vDuration

from claim_tracker.claims.fields import label_of
from claim_tracker.claims.filters import ordered
from claim_tracker.claims.model import Claim, Update
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.dates import Period, Within
from claim_tracker.render.phrases import (
    deadline_words,
    moved_words,
    source_words,
    speaker_words,
)
from claim_tracker.render.publish.languages import language_of_all, wording_of
from claim_tracker.render.publish.naming import common_text, stable_id, uri
from claim_tracker.render.wording import AS_WRITTEN, Wording, message
from claim_tracker.text.ci_commands import defused
from claim_tracker.text.clusters import clusters
from claim_tracker.text.display import one_line

_TITLE = message("title", "Open deadlines")
_MAX_LINE_LENGTH = 75
"""Octets, without the end of the line (3.1)."""
_DAY = timedelta(days=1)
_LAST_THAT_ENDS = date.max - _DAY
"""The last day with a day after it, on which its event ends."""
_MIDNIGHT_TO_NINE = timedelta(hours=9)


class _Words(NamedTuple):
    """The wording of a calendar, and the parameter that says in which language its texts are."""

    wording: Wording
    parameters: dict[str, str]


def calendar(report: Report, *, title: str | None = None, alarms: Sequence[Within] = ()) -> str:
    """Return a calendar of all-day events: the open deadlines, and the days to look again.

    A deadline is open whose claim has no outcome. Lines end with CRLF (3.1). `alarms` are how long
    before a deadline's last day to remind of it, at nine o'clock of the reader's time. The words
    are in the language of the claims, as those of a page are.
    """
    language = common_text(report, "language")
    wording = wording_of(language, AS_WRITTEN)
    spoken = language_of_all(language, wording)
    words = _Words(wording, {"LANGUAGE": spoken} if spoken is not None else {})
    title = title or wording.pgettext("title", _TITLE)
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//claim-tracker//tracker export ics//EN")
    made.add("name", one_line(title))  # RFC 7986; the next one is what calendars read before it
    made.add("x-wr-calname", one_line(title))
    made.add("refresh-interval", vDuration(_DAY), {"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(_DAY))
    for state in ordered(report.claims, "due"):
        if state.due is not None and state.outcome is None:
            made.add_component(_deadline(state, state.due, dict.fromkeys(alarms), words))
    for state in report.claims:
        if state.review is not None:
            made.add_component(_review(state, state.review, words))
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
    lines, room = [""], _MAX_LINE_LENGTH
    for letter in clusters(folded.replace("\r\n ", "")):
        is_long = len(letter.encode()) >= _MAX_LINE_LENGTH
        for part in letter if is_long else (letter,):
            octets = len(part.encode())
            if octets > room:
                lines.append("")
                room = _MAX_LINE_LENGTH - 1
            lines[-1] += part
            room -= octets
    return "\r\n ".join(lines)


def _deadline(state: ClaimState, due: Period, alarms: dict[Within, None], words: _Words) -> Event:
    event = _event("deadline", state, due, one_line(state.claim.claim), words)
    event["sequence"] = state.times_moved
    last = min(due.latest, _LAST_THAT_ENDS)
    for rings in (span.before(last) for span in alarms):
        if rings > date.min:  # where the calendar begins; a longer span comes to that day too
            event.add_component(_alarm(state.claim.claim, (last - rings).days, words))
    return event


def _review(state: ClaimState, review: Period, words: _Words) -> Event:
    claim = one_line(state.claim.claim)
    summary = words.wording.gettext("Look again: %(claim)s", claim=claim)
    return _event("review", state, review, summary, words)


def _event(what: str, state: ClaimState, days: Period, summary: str, words: _Words) -> Event:
    """Return the event on some days; its permanent id follows from what it is and the claim."""
    claim, event = state.claim, Event()
    last = min(days.latest, _LAST_THAT_ENDS)
    url = state.entry.citation.source.url
    event.add("uid", str(stable_id(what, claim.id)))
    event.add("dtstamp", _last_change(state))
    event.add("sequence", 0)
    event.add("dtstart", min(days.earliest, last))
    event.add("dtend", last + _DAY)  # exclusive (3.6.1)
    event.add("summary", summary, words.parameters)
    description = "\n".join(_description(state, words.wording))
    event.add("description", description, words.parameters)
    if url is not None:
        event.add("url", uri(url))
    event.add("status", "TENTATIVE" if days.approximate or days.uncertain else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    categories = [one_line(word) for word in (claim.topic, *claim.tags) if word is not None]
    if categories:
        event.add("categories", list(dict.fromkeys(categories)))
    return event


def _last_change(state: ClaimState) -> datetime:
    """Return when the state of the claim last changed (DTSTAMP, 3.8.7.2)."""
    updates = state.updates
    last = updates[-1].date.latest if updates else state.entry.stated.earliest
    return datetime.combine(last, time(), UTC)


def _description(state: ClaimState, wording: Wording) -> Iterator[str]:
    """Yield the known fields of the claim, one a line, in words that never go out of date."""
    claim = state.claim
    fields = {
        label_of(Claim, "speaker"): speaker_words(claim, wording),
        label_of(Claim, "stated"): wording.date(state.entry.stated),
        label_of(Claim, "due"): deadline_words(state, wording),
        message("label", "First set"): _first_set(state, wording),
        label_of(Update, "progress"): wording.word(state.progress) if state.progress else None,
    }
    yield one_line(claim.claim)
    yield ""
    for label, text in fields.items():
        if text is not None:
            yield wording.named(wording.pgettext("label", label), text)
    for _, source, at in state.entry.citations():
        words = source_words(source, at, wording)
        if words is not None:
            yield wording.named(wording.pgettext("label", label_of(Claim, "source")), words)
        yield from [uri(source.url)] if source.url is not None else []
    yield wording.named(wording.pgettext("label", label_of(Claim, "claim")), claim.id)


def _first_set(state: ClaimState, wording: Wording) -> str | None:
    moved = moved_words(state, wording)
    if moved is None:
        return None
    return wording.joined(wording.date(state.dues[0].due), moved)


def _alarm(claim: str, days: int, words: _Words) -> Alarm:
    """Return an alarm so many days before the last, counted from the event's end (3.8.6.3)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    deadline = words.wording.pgettext("label", label_of(Claim, "due"))
    alarm.add("description", words.wording.named(deadline, one_line(claim)), words.parameters)
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
