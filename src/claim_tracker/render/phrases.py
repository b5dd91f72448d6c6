"""Dates, deadlines and outcomes in words: the same words in every view."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claim_tracker.claims.model import Claim, Part, Quantity, Source, fields_of
from claim_tracker.claims.report import Report, Summary
from claim_tracker.claims.state import ClaimState, Timing
from claim_tracker.claims.tracker import Citation
from claim_tracker.dates import Period
from claim_tracker.text.diagnostic import Finding
from claim_tracker.text.display import one_line

if TYPE_CHECKING:
    from claim_tracker.render.timeline.axis import TickStep

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS_A_MONTH = 30.44
_LONGEST_IN_DAYS = 60
_LONGEST_IN_MONTHS = 24
_MOST_FILES_NAMED = 3
_TIMES = {1: "once", 2: "twice"}


@lru_cache(maxsize=4096)
def day_words(day: date) -> str:
    """Return a day as `30 Nov 2026`, in every locale."""
    return f"{day_of_year_words(day)} {day.year}"


def day_of_year_words(day: date) -> str:
    """Return a day without its year: `30 Nov`."""
    return f"{day.day} {month_words(day)}"


def month_words(day: date) -> str:
    """Return the month of a day: `Nov`."""
    return _MONTHS[day.month - 1]


def period_words(period: Period) -> str:
    """Return a period as text, its qualifiers as words: `about 2026-09`, `spring 2026`."""
    start, slash, end = period.text.partition("/")
    if not slash:
        return _date_words(start)
    return (
        f"by {_date_words(end)}" if start == ".." else f"{_date_words(start)} to {_date_words(end)}"
    )


@lru_cache(maxsize=4096)
def _date_words(text: str) -> str:
    sign = text[-1] if text[-1] in "~?%" else ""
    unqualified = text.removesuffix(sign)
    winter = re.fullmatch(
        r"(\d{4})-24", unqualified
    )  # so written before `/`, where it has two years
    words = f"winter {winter[1]}" if winter else unqualified
    about = "about " if sign in ("~", "%") else ""
    return f"{about}{words}{' (uncertain)' if sign in ('?', '%') else ''}"


class Wording(NamedTuple):
    """How dates and words of the format are put into phrases.

    `outcome` and `progress` are what the history says of such a word, in place of `{}`.
    """

    date: Callable[[Period], str]
    word: Callable[[str], str]
    outcome: str
    progress: str


AS_WRITTEN = Wording(period_words, str, "outcome: {}", "progress: {}")
"""The dates and words as people write them in a file, for those who write one."""


def tick_words(step: "TickStep", day: date) -> str:
    """Return the name of a tick of an axis by its first day: `18 Aug 2025`, `Sep 2025`, `2025`."""
    if step.unit in ("day", "week"):
        return day_words(day)
    return str(day.year) if step.unit == "year" else f"{month_words(day)} {day.year}"


def comma(*parts: str | None) -> str | None:
    """Return the parts other than None, each on one line, joined by commas; None for no part."""
    return ", ".join(one_line(part) for part in parts if part is not None) or None


def count(number: int, unit: str) -> str:
    """Return a number with its unit: `1 day`, `1,200 days`."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def finding_counts(findings: Sequence[Finding], files: int, claims: int) -> str:
    """Return the counts in words: `1 error and 2 warnings in 13 claims of 1 file`."""
    errors = sum(finding.severity == "error" for finding in findings)
    numbers = {"error": errors, "warning": len(findings) - errors}
    found = [count(number, word) for word, number in numbers.items() if number]
    return (
        f"{' and '.join(found) or 'No findings'} in {count(claims, 'claim')} "
        f"of {count(files, 'file')}"
    )


def signed(number: float) -> str:
    """Return a number with its sign: `+92`, `-1,600`, `+0`."""
    return f"{number:+,}"


def report_words(report: Report) -> str:
    """Return the day of a report and what is in it: `As of 1 Dec 2025: 3 claims, claims.yaml`."""
    names = ", ".join(one_line(name) for name in report.files)
    files = names if len(report.files) <= _MOST_FILES_NAMED else f"{len(report.files):,} files"
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
    return f"in {_distance(left)} ({day_words(due.latest)})"


def standing_words(state: ClaimState, wording: Wording = AS_WRITTEN) -> str:
    """Return the status with what the clock says: `overdue 419 days`, `due, 6 days left`, …

    Of a claim with an outcome, what its status says: `kept, 110 days late`.
    """
    left, status = state.days_left or 0, wording.word(state.status)
    match state.status:
        case "overdue":
            return f"{status} {count(-left, 'day')}"
        case "due":
            return f"{status}, {left_words(left)}"
        case "upcoming":
            return f"{status}, in {_distance(left)}"
        case "stated":
            return comma(status, _age_words(state) or None) or ""
        case "undated":
            return status
    return status_words(state, wording)


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
    last = "" if state.due.is_day else f", last day {day_words(state.due.latest)}"
    return wording.date(state.due) + last


def moved_words(state: ClaimState) -> str | None:
    """Return how the deadline moved: `moved twice, +92 days`; None for one that never did."""
    if len(state.dues) < 2 or not state.times_moved or state.slip_days is None:
        return None
    times = _TIMES.get(state.times_moved, f"{state.times_moved} times")
    unit = "day" if abs(state.slip_days) == 1 else "days"
    return f"moved {times}, {signed(state.slip_days)} {unit}"


def when_words(state: ClaimState) -> str:
    """Return the time to or from the deadline, and how far it was moved."""
    moved = moved_words(state)
    return clock_words(state) + (f"; {moved}" if moved is not None else "")


def passed_words(summary: Summary) -> str:
    """Return how many of the deadlines have passed, and how many of those have no outcome."""
    total, passed = summary.with_deadline, summary.deadlines_passed
    if not total:
        return "No claim here has a deadline."
    verb = "has" if 1 in (passed, total) else "have"
    unsettled = f"{summary.passed_without_outcome:,}" if summary.passed_without_outcome else "none"
    rest = f", {unsettled} of them without an outcome"
    return f"{passed:,} of {count(total, 'deadline')} {verb} passed{rest if passed else ''}."


def open_words(states: Sequence[ClaimState]) -> str:
    """Return how many claims have no outcome, and which of them was looked at the longest ago."""
    unsettled = [state for state in states if state.outcome is None]
    if not unsettled:
        return "Every claim here has an outcome, and none has a deadline."
    oldest = min(unsettled, key=lambda state: (state.last_looked.latest, state.claim.id))
    number = f"{len(unsettled):,} of {count(len(states), 'claim')}"
    verb = "has" if len(unsettled) == 1 else "have"
    looked = day_words(oldest.last_looked.latest)
    return f"{number} {verb} no outcome; nobody has looked at `{oldest.claim.id}` since {looked}."


def status_words(state: ClaimState, wording: Wording = AS_WRITTEN) -> str:
    """Return the status with its timing or progress: `kept, 110 days late`, `overdue, stalled`.

    For a deadline that was moved the timing by the first one follows.
    """
    status = wording.word(state.status)
    if state.timing is None:
        progress = state.progress if state.verdict is None else None
        return status if progress is None else f"{status}, {wording.word(progress)}"
    words = f"{status}, {timing_words(state.timing, state.happened)}"
    if state.first_timing is None or state.first_timing == state.timing:
        return words
    return f"{words}; {timing_words(state.first_timing, state.happened)} by the first deadline"


def timing_words(timing: Timing, happened: Period | None) -> str:
    """Return `on time`, `110 days late`, `at least 32 days late` or `timing unclear`."""
    if happened is not None and timing.days_late is not None:
        least = "" if happened.is_day else "at least "
        return f"{least}{count(timing.days_late, 'day')} late"
    return "on time" if timing.timeliness == "on-time" else "timing unclear"


def value_words(value: object, wording: Wording = AS_WRITTEN) -> str:
    """Return the value of a field on one line; an empty text for None and for false."""
    match value:
        case None:
            return ""
        case Period():
            return wording.date(value)
        case Quantity():
            return one_line(quantity_words(value))
        case Citation():
            return comma(source_words(value.source, value.at, wording), value.source.url) or ""
        case Source():
            return comma(source_words(value, wording=wording), value.url) or ""
        case Part():
            return ", ".join(_part_words(value, wording))
        case tuple():
            return ", ".join(value_words(each, wording) for each in value)
        case bool():
            return "yes" if value else ""
    return one_line(str(value))


def _part_words(part: Part, wording: Wording) -> Iterator[str]:
    """Yield the values of a part; an optional one with a default has its name, if it differs."""
    for name, field in fields_of(type(part)).items():
        value = getattr(part, name)
        label = "" if field.is_required() or field.default is None else f"{name} "
        if value not in (None, field.default):
            yield label + value_words(value, wording)


def quantity_words(quantity: Quantity) -> str:
    """Return a figure: `about 2,500 US troops`."""
    about = "about " if quantity.approximate else ""
    return f"{about}{quantity.value:,} {quantity.unit}"


def speaker_words(claim: Claim) -> str | None:
    """Return who said it, in which office and for whom; no name twice."""
    is_own = claim.organisation == claim.speaker
    return comma(claim.speaker, claim.role, None if is_own else claim.organisation)


def source_words(
    source: Source, at: str | None = None, wording: Wording = AS_WRITTEN
) -> str | None:
    """Return publisher, date and headline of a report, and a place in it; None for none of them."""
    published = wording.date(source.published) if source.published is not None else None
    return comma(source.publisher, published, source.title, at)


def days_words(period: Period) -> str:
    """Return the days of a period: `30 Sep 2026`, `1 Sep 2026 to 30 Sep 2026`."""
    first, last = day_words(period.earliest), day_words(period.latest)
    return first if period.is_day else f"{first} to {last}"


def distance_words(period: Period, day: date) -> str:
    """Return how far a period is from a day: `today`, `in 3 days`, `begins in 3 days`, …"""
    first, last = (period.earliest - day).days, (period.latest - day).days
    if period.is_day:
        return _days_away(first)
    if last < 0:
        return f"ended {_days_away(last)}"
    begins = f"{'begins' if first >= 0 else 'began'} {_days_away(first)}"
    return f"{begins}, ends {_days_away(last)}"


def left_words(days: int) -> str:
    """Return the days up to the last one of a deadline: `6 days left`, `last day`."""
    return f"{count(days, 'day')} left" if days else "last day"


def _age_words(state: ClaimState) -> str:
    age = state.age_days
    if age is None:
        return "no deadline"
    if age < 0:
        return f"as of {period_words(state.as_of)}" if state.as_of is not None else ""
    return f"{count(age, 'day')} old" if age else "of today"


def _distance(days: int) -> str:
    if days <= _LONGEST_IN_DAYS:
        return count(days, "day")
    months = round(days / _DAYS_A_MONTH)
    if months < _LONGEST_IN_MONTHS:
        return count(months, "month")
    return count(round(months / 12), "year")


def _days_away(days: int) -> str:
    if days < 0:
        return f"{count(-days, 'day')} ago"
    return f"in {count(days, 'day')}" if days else "today"
