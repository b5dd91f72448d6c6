"""Dates as news uses them: periods with an earliest and a latest day.

>>> parse_period("Sept 2025").text
'2025-09'
>>> parse_deadline("within 90 days").after(parse_period("2025-08-18")).text
'2025-11-16'
"""

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.parse import (
    parse_day,
    parse_deadline,
    parse_period,
    period_or_none,
    read_deadline,
)
from claim_tracker.dates.period import Period
from claim_tracker.dates.within import Within, parse_within

__all__ = [
    "DateError",
    "Period",
    "Within",
    "parse_day",
    "parse_deadline",
    "parse_period",
    "parse_within",
    "period_or_none",
    "read_deadline",
]
