"""Deadlines counted from a statement: “within 90 days”, “within two years”."""

import re
from dataclasses import dataclass

from claim_tracker.dates.errors import DateError
from claim_tracker.dates.period import Period, day

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = (
    {word: value for value, word in enumerate(_SMALL)}
    | {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {
        f"{tens}-{unit}": value + extra
        for value, tens in zip(range(20, 100, 10), _TENS, strict=True)
        for extra, unit in enumerate(_SMALL[1:10], start=1)
    }
    | {"a": 1, "an": 1}
)
_WITHIN = re.compile(
    r"within (?P<count>[0-9]{1,6}|[a-z]+(?:-[a-z]+)?) (?P<unit>day|week|month|year)s?"
)


@dataclass(frozen=True, slots=True)
class Within:
    """A span of time whose start is the day a statement was made.

    `text` is what was written, in lower case; `days` and `months` are its length, one of
    them zero.
    """

    text: str
    days: int
    months: int

    def after(self, stated: Period) -> Period:
        """The one day that lies this span after the earliest day of `stated`.

        Months and years keep the day of the month, or take the month's last day where it
        has no such day. Raises DateError when that day is after the year 9999.
        """
        from dateutil.relativedelta import relativedelta

        try:
            return day(stated.earliest + relativedelta(days=self.days, months=self.months))
        except (ValueError, OverflowError) as error:
            raise DateError(
                f"`{self.text}` from {stated.earliest} is after the year 9999",
                "write the day itself, such as `2026-09-30`",
            ) from error


def parse_within(text: str) -> Within | None:
    """`within N days|weeks|months|years` as a Within, or None when the text is no such form.

    N is written in digits (up to six) or in words up to ninety-nine.
    """
    match = _WITHIN.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    word, unit = match["count"], match["unit"]
    count = int(word) if word[0].isdigit() else _NUMBERS.get(word)
    if count is None:
        return None
    return Within(match[0], count * _DAYS.get(unit, 0), count * _MONTHS.get(unit, 0))
