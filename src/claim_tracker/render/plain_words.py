"""Dates and words of the format for readers who do not know it."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, PROGRESS, STATUSES
from claim_tracker.dates.words import MONTHS
from claim_tracker.render.wording import Wording

_WORDS: dict[str, str] = {
    **{word: word.replace("-", " ") for word in (*STATUSES, *OUTCOMES, *PROGRESS, *KINDS)},
    "commitment": "a promise",
    "prediction": "a forecast",
    "fact": "a statement of fact",
}
_QUARTERS = ("first", "second", "third", "last")


class PlainWording(Wording):
    """English, with one style of dates, and words without hyphens."""

    names_fields = False

    def _simple(self, text: str) -> str:
        return _date_words(self, text)

    def quarter(self, year: int, number: int) -> str:
        """Return a quarter: `third quarter of 2025`."""
        return f"{_QUARTERS[number - 1]} quarter of {self.year(year)}"

    def half(self, year: int, number: int) -> str:
        """Return a half: `second half of 2025`."""
        if number == 1:
            return self.gettext("first half of %(year)s", year=self.year(year))
        return self.gettext("second half of %(year)s", year=self.year(year))

    def decade(self, year: int) -> str:
        """Return a decade by its first year: `the 2020s`."""
        return self.gettext("the %(year)ss", year=self.year(year))

    def season(self, name: str, year: int) -> str:
        """Return a season: `spring 2026`; a winter has both of its years: `winter 2025/26`."""
        match name:
            case "spring":
                return self.gettext("spring %(year)s", year=self.year(year))
            case "summer":
                return self.gettext("summer %(year)s", year=self.year(year))
            case "autumn":
                return self.gettext("autumn %(year)s", year=self.year(year))
        years = f"{self.year(year)}/{self.year(year + 1)[-2:]}"
        return self.gettext("winter %(years)s", years=years)

    def third(self, which: str, period: str) -> str:
        """Return a third of a year or a month that is in words: `early 2026`, `mid-Sep 2025`."""
        match which:
            case "early":
                return self.gettext("early %(period)s", period=period)
            case "mid":
                return self.gettext("mid-%(period)s", period=period)
        return self.gettext("late %(period)s", period=period)

    def word(self, word: str) -> str:
        """Return a word of the format: `partly kept`, `a promise`."""
        return _WORDS.get(word, word)


PLAIN = PlainWording()
"""One style of dates, and words without hyphens."""

_FORMS: tuple[tuple[re.Pattern[str], Callable[[PlainWording, re.Match[str]], str]], ...] = (
    (
        re.compile(r"(\d{4})-(\d\d)-(\d\d)"),
        lambda words, it: words.day(date(int(it[1]), int(it[2]), int(it[3]))),
    ),
    (
        re.compile(r"(\d{4})-(0\d|1[0-2])"),
        lambda words, it: words.month(date(int(it[1]), int(it[2]), 1)),
    ),
    (re.compile(r"(\d{4})"), lambda words, it: words.year(int(it[1]))),
    (re.compile(r"(\d{4})-Q(\d)"), lambda words, it: words.quarter(int(it[1]), int(it[2]))),
    (re.compile(r"(\d{4})-H(\d)"), lambda words, it: words.half(int(it[1]), int(it[2]))),
    (re.compile(r"(\d{3})X"), lambda words, it: words.decade(int(it[1]) * 10)),
    (
        re.compile(r"(spring|summer|autumn|winter) (\d{4})"),
        lambda words, it: words.season(it[1], int(it[2])),
    ),
    (re.compile(r"(\d{4})-24"), lambda words, it: words.season("winter", int(it[1]))),
    (
        re.compile(r"(early|mid|late)[ -](\d{4})"),
        lambda words, it: words.third(it[1], words.year(int(it[2]))),
    ),
    (
        re.compile(r"(early|mid|late)[ -]([a-z]+) (\d{4})"),
        lambda words, it: words.third(
            it[1], words.month(date(int(it[3]), _month_number(it[2]), 1))
        ),
    ),
)
"""The canonical texts of dates, and what is said for each."""


@lru_cache(maxsize=4096)
def _date_words(wording: PlainWording, text: str) -> str:
    """Return a date without a qualifier in words; on a page of claims most stand many times."""
    matches = ((form.fullmatch(text), words) for form, words in _FORMS)
    return next((words(wording, match) for match, words in matches if match is not None), text)


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))
