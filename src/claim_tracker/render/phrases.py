"""Deadlines, outcomes, speakers and sources in words: the same words in every view.

How a claim stands is said at several lengths: `status_words` (`overdue, stalled`), `standing_words`
with the clock (`overdue 419 days`), `whole_standing_words` with progress and moves too, and
`clock_words` and `when_words` of the clock alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.filters import by_topic
from claim_tracker.claims.model import Claim, Quantity, Source
from claim_tracker.claims.report import Report, Summary
from claim_tracker.claims.state import ClaimState, Timing
from claim_tracker.claims.tracker import Citation
from claim_tracker.dates import Period
from claim_tracker.render.wording import AS_WRITTEN, Wording, day_words, message
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import one_line, path_words

WITHOUT_TOPIC = message("row", "Without a topic")
_DAYS_A_MONTH = 30.44
_MAX_DAYS = 60
_MAX_MONTHS = 24
_MAX_FILES_NAMED = 3


def comma(*parts: str | None, wording: Wording = AS_WRITTEN) -> str | None:
    """Return the parts other than None, each on one line, joined by commas; None for no part."""
    return wording.joined(*(one_line(part) for part in parts if part is not None)) or None


def under_headings(
    states: Iterable[ClaimState], wording: Wording = AS_WRITTEN
) -> list[tuple[str | None, Sequence[ClaimState]]]:
    """Return the claims of each topic under a heading; under none where no claim has a topic."""
    topics = by_topic(states)
    without = wording.pgettext("row", WITHOUT_TOPIC) if len(topics) > 1 else None
    return [(without if topic is None else topic, states) for topic, states in topics]


def count(number: int, unit: str) -> str:
    """Return a number with its unit: `1 day`, `1,200 days`."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def file_options(files: Iterable[str]) -> list[str]:
    """Return the options by which a command names files: `-f`, `a.yaml`, `-f`, `b.yaml`."""
    return [part for name in files for part in ("-f", name)]


def finding_counts(findings: Sequence[Finding], files: int, claims: int) -> str:
    """Return the counts in words: `1 error and 2 warnings in 13 claims of 1 file`."""
    errors = sum(finding.severity == "error" for finding in findings)
    numbers = {"error": errors, "warning": len(findings) - errors}
    found = [count(number, word) for word, number in numbers.items() if number]
    return (
        f"{' and '.join(found) or 'No findings'} in {count(claims, 'claim')} "
        f"of {count(files, 'file')}"
    )


def signed_days(days: int, wording: Wording) -> str:
    """Return by how many days something was moved: `+92 days`, `-1 day`."""
    return wording.ngettext("%(signed)s day", "%(signed)s days", days, signed=wording.signed(days))


def report_words(report: Report) -> str:
    """Return the day of a report and what is in it: `As of 1 Dec 2025: 3 claims, claims.yaml`."""
    names = ", ".join(map(path_words, report.files))
    files = names if len(report.files) <= _MAX_FILES_NAMED else f"{len(report.files):,} files"
    claims = count(len(report.claims), "claim") if report.claims else "no claim"
    return f"As of {day_words(report.as_of)}: {claims}, {files}"


def clock_words(state: ClaimState) -> str:
    """Return the time to or from the deadline: `passed 419 days ago`, `due now, 6 days left`, …

    A fact without a deadline has its age instead.
    """
    due, left = state.due, state.days_left
    if due is None or left is None:
        return _age_words(state)
    if left < 0:
        return f"passed {count(-left, 'day')} ago"
    if due.earliest <= state.day:
        return left_words(left) if state.outcome is not None else f"due now, {left_words(left)}"
    return f"{_ahead_words(left)} ({day_words(due.latest)})"


def standing_words(state: ClaimState) -> str:
    """Return the status with what the clock says: `overdue 419 days`, `due, 6 days left`, …

    Of a claim with an outcome, what its status says: `kept, 110 days late`.
    """
    standing, by_first = standing_parts(state, AS_WRITTEN)
    return standing if by_first is None else AS_WRITTEN.following(standing, by_first)


def standing_parts(state: ClaimState, wording: Wording) -> tuple[str, str | None]:
    """Return `standing_words` in two: the timing by the first deadline apart, if it is another."""
    left, status = state.days_left or 0, wording.word(state.status)
    match state.status:
        case "overdue":
            days = wording.ngettext("overdue %(number)s day", "overdue %(number)s days", -left)
            return days, None
        case "due":
            return wording.joined(status, left_words(left, wording)), None
        case "upcoming":
            return wording.joined(status, _ahead_words(left, wording)), None
        case "stated":
            return wording.joined(status, _age_words(state, wording)), None
        case "undated":
            return status, None
    return _status_parts(state, wording)


def whole_standing_words(state: ClaimState) -> str:
    """Return `standing_words` with the progress, and how the deadline was moved."""
    progress = state.progress if state.outcome is None else None
    moved = moved_words(state)
    words = comma(standing_words(state), progress) or ""
    return words + (f"; {moved}" if moved is not None else "")


def deadline_words(state: ClaimState, wording: Wording = AS_WRITTEN) -> str | None:
    """Return the deadline in force and its last day: `2025-09, last day 30 Sep 2025`."""
    if state.due is None:
        return None
    due = wording.date(state.due)
    if state.due.is_day:
        return due
    return wording.gettext(
        "%(date)s, last day %(day)s", date=due, day=wording.day(state.due.latest)
    )


def moved_words(state: ClaimState, wording: Wording = AS_WRITTEN) -> str | None:
    """Return how the deadline moved: `moved twice, +92 days`; None for one that never did."""
    if len(state.dues) < 2 or not state.times_moved or state.slip_days is None:
        return None
    days = signed_days(state.slip_days, wording)
    match state.times_moved:
        case 1:
            return wording.gettext("moved once, %(days)s", days=days)
        case 2:
            return wording.gettext("moved twice, %(days)s", days=days)
    return wording.ngettext(
        "moved %(number)s time, %(days)s",
        "moved %(number)s times, %(days)s",
        state.times_moved,
        days=days,
    )


def when_words(state: ClaimState) -> str:
    """Return the time to or from the deadline, and how far it was moved."""
    moved = moved_words(state)
    return clock_words(state) + (f"; {moved}" if moved is not None else "")


def passed_words(summary: Summary, wording: Wording = AS_WRITTEN) -> str:
    """Return how many of the deadlines have passed, and how many of those have no outcome."""
    total, passed = summary.with_deadline, summary.deadlines_passed
    if not total:
        return wording.gettext("No claim here has a deadline.")
    words = _of_deadlines(passed, total, wording)
    if not passed:
        return wording.gettext("%(passed)s.", passed=words)
    if not summary.passed_without_outcome:
        return wording.gettext("%(passed)s, none of them without an outcome.", passed=words)
    return wording.ngettext(
        "%(passed)s, %(number)s of them without an outcome.",
        "%(passed)s, %(number)s of them without an outcome.",
        summary.passed_without_outcome,
        passed=words,
    )


def _of_deadlines(passed: int, total: int, wording: Wording) -> str:
    number = wording.number(total)
    if total == 1:
        return wording.ngettext(
            "%(number)s of %(total)s deadline has passed",
            "%(number)s of %(total)s deadline has passed",
            passed,
            total=number,
        )
    return wording.ngettext(
        "%(number)s of %(total)s deadlines has passed",
        "%(number)s of %(total)s deadlines have passed",
        passed,
        total=number,
    )


def open_words(states: Sequence[ClaimState]) -> str:
    """Return how many claims have no outcome, and which of them was looked at the longest ago."""
    unsettled = [state for state in states if state.outcome is None]
    if not unsettled:
        return "Every claim here has an outcome, and none has a deadline."
    oldest = min(unsettled, key=lambda state: (state.last_looked.latest, state.claim.id))
    number = f"{len(unsettled):,} of {count(len(states), 'claim')}"
    verb = "has" if len(unsettled) == 1 else "have"
    looked = day_words(min(oldest.last_looked.latest, oldest.day))
    return f"{number} {verb} no outcome; nobody has looked at `{oldest.claim.id}` since {looked}."


def status_words(state: ClaimState, wording: Wording = AS_WRITTEN) -> str:
    """Return the status with its timing or progress: `kept, 110 days late`, `overdue, stalled`.

    For a deadline that was moved the timing by the first one follows.
    """
    status, by_first = _status_parts(state, wording)
    return status if by_first is None else wording.following(status, by_first)


def _status_parts(state: ClaimState, wording: Wording) -> tuple[str, str | None]:
    status = wording.word(state.status)
    if state.timing is None:
        progress = state.progress if state.verdict is None else None
        words = status if progress is None else wording.joined(status, wording.word(progress))
        return words, None
    words = wording.joined(status, timing_words(state.timing, state.happened, wording))
    if state.first_timing is None or state.first_timing == state.timing:
        return words, None
    first = timing_words(state.first_timing, state.happened, wording)
    return words, wording.gettext("%(timing)s by the first deadline", timing=first)


def timing_words(timing: Timing, happened: Period | None, wording: Wording = AS_WRITTEN) -> str:
    """Return `on time`, `110 days late`, `at least 32 days late` or `timing unclear`."""
    if happened is not None and timing.days_late is not None:
        if happened.is_day:
            return wording.ngettext("%(number)s day late", "%(number)s days late", timing.days_late)
        return wording.ngettext(
            "at least %(number)s day late", "at least %(number)s days late", timing.days_late
        )
    if timing.timeliness == "on-time":
        return wording.gettext("on time")
    return wording.gettext("timing unclear")


def value_words(value: object, wording: Wording = AS_WRITTEN) -> str:
    """Return the value of a field on one line; an empty text for None and for false."""
    match value:
        case None:
            return ""
        case Period():
            return wording.date(value)
        case Quantity():
            return one_line(_quantity_words(value, wording))
        case Citation():
            return _source_with_url(value.source, value.at, wording)
        case Source():
            return _source_with_url(value, None, wording)
        case Part():
            return wording.joined(*_part_words(value, wording))
        case tuple():
            return wording.joined(*(value_words(each, wording) for each in value))
        case bool():
            return wording.gettext("yes") if value else ""
    return one_line(str(value))


def _source_with_url(source: Source, at: str | None, wording: Wording) -> str:
    return comma(source_words(source, at, wording), source.url, wording=wording) or ""


def _part_words(part: Part, wording: Wording) -> Iterator[str]:
    """Yield the values of a part; an optional one with a default has its name, if it differs."""
    for name, field in fields_of(type(part)).items():
        value = getattr(part, name)
        label = "" if field.is_required() or field.default is None else f"{name} "
        if value not in (None, field.default):
            yield label + value_words(value, wording)


def _quantity_words(quantity: Quantity, wording: Wording) -> str:
    """Return a figure: `about 2,500 US troops`."""
    figure = f"{wording.number(quantity.value)} {quantity.unit}"
    return wording.gettext("about %(figure)s", figure=figure) if quantity.approximate else figure


def speaker_words(claim: Claim, wording: Wording = AS_WRITTEN) -> str | None:
    """Return who said it, in which office and for whom; no name twice."""
    organisation = None if claim.organisation == claim.speaker else claim.organisation
    return comma(claim.speaker, claim.role, organisation, wording=wording)


def source_words(
    source: Source, at: str | None = None, wording: Wording = AS_WRITTEN
) -> str | None:
    """Return publisher, date and headline of a report, and a passage of it; None for nothing."""
    return comma(*source_parts(source, at, wording), wording=wording)


def source_parts(
    source: Source, at: str | None = None, wording: Wording = AS_WRITTEN
) -> tuple[str, ...]:
    """Return publisher, date and headline of a report, and a passage of it, as far as known."""
    published = wording.date(source.published) if source.published is not None else None
    parts = (source.publisher, published, source.title, at)
    return tuple(part for part in parts if part is not None)


def days_words(period: Period) -> str:
    """Return the days of a period: `30 Sep 2026`, `1 Sep 2026 to 30 Sep 2026`."""
    first, last = day_words(period.earliest), day_words(period.latest)
    return first if period.is_day else f"{first} to {last}"


def distance_words(period: Period, day: date) -> str:
    """Return how far a period is from a day: `today`, `in 3 days`, `begins in 3 days`, …"""
    first, last = (period.earliest - day).days, (period.latest - day).days
    if period.is_day:
        return days_away(first)
    if last < 0:
        return f"ended {days_away(last)}"
    begins = f"{'begins' if first >= 0 else 'began'} {days_away(first)}"
    return f"{begins}, ends {days_away(last)}"


def left_words(days: int, wording: Wording = AS_WRITTEN) -> str:
    """Return the days up to the last one of a deadline: `6 days left`, `last day`."""
    if not days:
        return wording.gettext("last day")
    return wording.ngettext("%(number)s day left", "%(number)s days left", days)


def _age_words(state: ClaimState, wording: Wording = AS_WRITTEN) -> str:
    as_of, age = state.as_of, state.age_days
    if as_of is None or age is None:
        return wording.gettext("no deadline")
    if age > 0:
        return wording.ngettext("%(number)s day old", "%(number)s days old", age)
    if age == 0:
        return wording.gettext("of today")
    return wording.gettext("as of %(date)s", date=wording.date(as_of))


def _ahead_words(days: int, wording: Wording = AS_WRITTEN) -> str:
    """Return how far a day is: `in 6 days`, `in 3 months`, `in 2 years`."""
    if days <= _MAX_DAYS:
        return wording.ngettext("in %(number)s day", "in %(number)s days", days)
    months = round(days / _DAYS_A_MONTH)
    if months < _MAX_MONTHS:
        return wording.ngettext("in %(number)s month", "in %(number)s months", months)
    return wording.ngettext("in %(number)s year", "in %(number)s years", round(months / 12))


def days_away(days: int) -> str:
    """Return how far a day is: `in 3 days`, `today`, `3 days ago`."""
    if days < 0:
        return f"{count(-days, 'day')} ago"
    return f"in {count(days, 'day')}" if days else "today"
