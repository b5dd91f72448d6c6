"""A period: the days that a date stands for."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from claim_tracker.dates.errors import DateError

_QUALIFIERS = {"~": (True, False), "?": (False, True), "%": (True, True)}
"""EDTF level 1, “Qualification of a date”: the sign, then (approximate, uncertain)."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `earliest` to `latest`, both included.

    `text` is the canonical form: `parse_period(text)` gives the same period again.
    `approximate` and `uncertain` are the EDTF qualifiers `~`, `?` and `%`; they leave the
    bounds as they are.
    """

    text: str
    earliest: date
    latest: date
    approximate: bool = False
    uncertain: bool = False

    @property
    def is_day(self) -> bool:
        """Whether the period is one single day."""
        return self.earliest == self.latest

    def same_days(self, other: "Period") -> bool:
        """Whether the other period has the same bounds, however it is written."""
        return (self.earliest, self.latest) == (other.earliest, other.latest)

    def qualified(self, sign: str) -> "Period":
        """Return the same days with an EDTF qualifier (`~`, `?` or `%`)."""
        approximate, uncertain = _QUALIFIERS[sign]
        return replace(self, text=self.text + sign, approximate=approximate, uncertain=uncertain)


def day(value: date) -> Period:
    """Return the period of one day."""
    return Period(value.isoformat(), value, value)


def month(year: int, number: int) -> Period:
    """Return the period of a calendar month; `number` is 1 to 12."""
    return Period(f"{year:04}-{number:02}", *months(year, number, number))


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """Return the first and the last day of the months `first` to `last`, both included.

    `last` may run past December, into the next year. Raises DateError where the calendar
    of Python ends, after 9999.
    """
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    try:
        end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    except ValueError as error:
        raise DateError("this period ends after the year 9999", "write an earlier year") from error
    return date(year, first, 1), end
