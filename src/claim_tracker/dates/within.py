"""Deadlines counted from a statement: “within 90 days”, “in one to two years”."""

import re
from dataclasses import dataclass
from datetime import date

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.period import Period, day
from claim_tracker.dates.words import NUMBER, number_of, plain

_UNIT = "(?P<unit>hour|day|week|month|year)s?"
SPANS = (
    rf"within ((the )?(next|coming) )?(?P<last>{NUMBER}) {_UNIT}",
    rf"in (?P<first>[0-9]{{1,6}}) ?- ?(?P<last>[0-9]{{1,6}}) {_UNIT}",
    rf"in (?P<first>{NUMBER}) to (?P<last>{NUMBER}) {_UNIT}",
)
"""The forms of a span, as patterns of lower-case words."""
_HOURS_A_DAY = 24
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Within:
    """A span of time that starts on the day of a statement.

    `text` is what was written, in lower case; `days` and `months` are its length, one of
    them zero. What is to be in one to two years has the shorter span as its `first`.
    """

    text: str
    days: int
    months: int
    first: "Within | None" = None

    def end_from(self, start: date) -> date:
        """Return the day this span after another, at most the last day of the calendar."""
        return self._away(start, 1) or date.max

    def before(self, end: date) -> date:
        """Return the day this span before another, at least the first day of the calendar."""
        return self._away(end, -1) or date.min

    def after(self, stated: Period) -> Period:
        """Return the day this span after the earliest day of `stated`, or the days from `first`.

        Months and years keep the day of the month, or take the month's last day where it
        has no such day. Raises DateError when that day is after the year 9999.
        """
        last = self._away(stated.earliest, 1)
        if last is None:
            raise DateError(
                f"`{self.text}` from {stated.earliest} is after the year 9999",
                "write the day itself, such as `2026-09-30`",
            )
        end = day(last)
        start = self.first.after(stated) if self.first is not None else end
        if start == end:
            return end
        return Period(f"{start.text}/{end.text}", start.earliest, end.latest)

    def _away(self, start: date, times: int) -> date | None:
        """Return the day so many times this span after another; None outside of the calendar."""
        from dateutil.relativedelta import relativedelta

        try:
            return start + relativedelta(days=times * self.days, months=times * self.months)
        except (ValueError, OverflowError):
            return None


def parse_within(text: str) -> Within | None:
    """Return `within N units` or `in N to N units` as a Within; None for any other text.

    Units are hours, days, weeks, months and years; begun days count in full. N is written in
    digits (up to six) or in words up to ninety-nine. Raises DateError where the second number is
    the smaller one.
    """
    words = plain(text)
    if not words.startswith(("within ", "in ")):
        return None  # most texts are dates, and the patterns are long
    for pattern in SPANS:
        match = re.fullmatch(pattern, words)
        if match is not None:
            return _span(words, **match.groupdict())
    return None


def _span(text: str, last: str, unit: str, first: str | None = None) -> Within:
    if first is None:
        return _length(text, number_of(last), unit)
    shorter, longer = number_of(first), number_of(last)
    if shorter > longer:
        raise DateError(f"`{text}` ends before it begins", f"write `in {last} to {first} {unit}s`")
    return _length(text, longer, unit, _length(text, shorter, unit))


def _length(text: str, count: int, unit: str, first: Within | None = None) -> Within:
    days = -(-count // _HOURS_A_DAY) if unit == "hour" else count * _DAYS.get(unit, 0)
    return Within(text, days, count * _MONTHS.get(unit, 0), first)
