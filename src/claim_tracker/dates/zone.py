"""The calendar day of a moment in a time zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day_in(zone: str, moment: datetime) -> date:
    """Return the day of an aware datetime in an IANA time zone. Raises ValueError, KeyError.

    Where the calendar of Python ends, it is the day that the moment itself names.
    """
    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except OverflowError:
        return moment.date()
