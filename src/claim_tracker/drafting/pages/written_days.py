"""The day of publication, as pages and texts write it."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from claim_tracker.dates import DateError, parse_period
from claim_tracker.dates.words import MONTH_NUMBERS

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_ISO = re.compile(r"(?P<year>[12]\d{3})([-/.]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
_CLOCK = re.compile(
    r"[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?\s?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
IN_WORDS = (
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?{_MONTH},? [12]\d{{3}}(?!\d)",
    rf"(?<![a-z]){_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? [12]\d{{3}}(?!\d)".replace(
        "<month>", "<mon>"
    ),
)
"""Patterns of a day with the name of its month: before it the number of the day, or behind it."""
IN_DIGITS = r"(?<![\d.])\d{1,2}[./]\d{1,2}[./][12]\d{3}(?!\d)"
"""The pattern of a day in digits whose year comes last."""
_IN_WORDS = re.compile("|".join(IN_WORDS), re.IGNORECASE)
_IN_DIGITS = re.compile(IN_DIGITS)
_BEFORE_THE_YEAR = re.compile(
    rf"(?<![a-z]){_MONTH} (?P<day>\d{{1,2}}) [\d:]+ (?:[A-Z]{{2,4}} )?(?P<year>[12]\d{{3}})",
    re.IGNORECASE,
)
"""As `Wed May 14 10:00:00 EDT 2025`."""
_NEVER = date(1970, 1, 1)
"""The day of an empty clock."""
_LONGEST = 100
_SAME = timedelta(minutes=2)
_A_DAY = timedelta(days=1)
_IN_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d)[/-](?P<day>\d\d)(?=[/-])")
_LONGEST_ADDRESS = 2_000


class Stamp(NamedTuple):
    """A day as it was written, with the moment in UTC where a time and its zone are written."""

    day: date
    moment: datetime | None = None
    is_utc: bool = False


def stamp_of(text: str) -> Stamp | None:
    """Return the day that a text names, as it is written there; None where it names none surely.

    >>> stamp_of("2025-05-14T23:30:00-04:00").day.isoformat()
    '2025-05-14'
    >>> stamp_of("Wednesday, May 14th, 2025 at 9:30am").day.isoformat()
    '2025-05-14'
    >>> stamp_of("05/06/2025")
    """
    text = " ".join(text[:_LONGEST].split())
    iso = _ISO.match(text)
    if iso is not None:
        day = _date(iso["year"], iso["month"], iso["day"])
        return None if day is None else _with_time(day, _CLOCK.match(text, iso.end()))
    day = _day_in_words(text)
    return None if day is None else Stamp(day)


def local_to_page(stamp: Stamp, others: Iterable[Stamp], shown: Iterable[date]) -> date:
    """Return the day of a stamp; of one in UTC the day that it was where the page is from.

    Content systems write UTC for programs. The day of the place is that of another stamp of the
    same moment in a time zone, or one that is shown and differs by a day at most.
    """
    if not stamp.is_utc or stamp.moment is None:
        return stamp.day
    for other in others:
        moment = None if other.is_utc else other.moment
        if moment is not None and abs(moment - stamp.moment) <= _SAME:
            return other.day
    return next((day for day in shown if abs(day - stamp.day) <= _A_DAY), stamp.day)


def day_in_address(address: str) -> date | None:
    """Return the day in the path of an address, as `/2025/05/14/`; None where there is none."""
    found = _IN_PATH.search(address[:_LONGEST_ADDRESS])
    return _date(found["year"], found["month"], found["day"]) if found is not None else None


def _with_time(day: date, clock: "re.Match[str] | None") -> Stamp:
    if clock is None or clock["zone"] is None:
        return Stamp(day)
    zone = clock["zone"].upper().replace(":", "")
    is_utc = zone in ("Z", "UTC", "GMT", "+0000", "-0000")
    offset = 0 if is_utc else int(zone[1:3]) * 60 + int(zone[3:5])
    shift = timedelta(minutes=-offset if zone.startswith("-") else offset)
    hour, minute = int(clock["hour"]), int(clock["minute"])
    if hour > 23 or minute > 59:
        return Stamp(day)
    return Stamp(day, datetime(day.year, day.month, day.day, hour, minute) - shift, is_utc)


def _day_in_words(text: str) -> date | None:
    odd = _BEFORE_THE_YEAR.search(text)
    if odd is not None:
        return _date(odd["year"], str(MONTH_NUMBERS[odd["month"].lower()]), odd["day"])
    found = _IN_WORDS.search(text) or _IN_DIGITS.search(text)
    if found is None:
        iso = _ISO.search(text)
        return _date(iso["year"], iso["month"], iso["day"]) if iso is not None and iso[2] else None
    try:
        period = parse_period(_plain(found[0]))
    except DateError:
        return None
    return _known(period.earliest) if period.is_day else None


def _plain(text: str) -> str:
    """Return a day in words as the product's own dates are: `14. May 2025` is `14 May 2025`."""
    return re.sub(r"(?<=[a-z])\.|(?<=\d)\.(?= )|\bof ", "", text, flags=re.IGNORECASE)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return _known(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _known(day: date) -> date | None:
    return None if day == _NEVER else day
