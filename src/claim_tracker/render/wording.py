"""How dates, numbers and words of the format are put into phrases: in English as people write
them in a file, unless another wording says otherwise.
"""

import datetime as dt
import re
from functools import lru_cache
from gettext import NullTranslations
from typing import Literal

from claim_tracker.dates import Period

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@lru_cache(maxsize=4096)
def day_words(day: dt.date) -> str:
    """Return a day as `30 Nov 2026`, in every locale."""
    return f"{day_of_year_words(day)} {day.year}"


def day_of_year_words(day: dt.date) -> str:
    """Return a day without its year: `30 Nov`."""
    return f"{day.day} {month_words(day)}"


def month_words(day: dt.date) -> str:
    """Return the month of a day: `Nov`."""
    return _MONTHS[day.month - 1]


def message(_context: str, text: str) -> str:
    """Return a text as it is: where it is shown it is translated, in this context."""
    return text


class Wording:
    """The words of a language. Here they are English, with dates as people write them in a file.

    `language` is the BCP 47 tag of the words, and `direction` that of their script.
    `names_fields` tells that the history of a claim says of which field a word is: `outcome: kept`.
    """

    language = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    names_fields = True

    def __init__(self, translations: NullTranslations | None = None) -> None:
        self.translations = translations or NullTranslations()

    def gettext(self, text: str, **values: object) -> str:
        """Return the translation of a text with values in the place of its `%(name)s`."""
        return self.translations.gettext(text) % values

    def pgettext(self, context: str, text: str) -> str:
        """Return the translation of a word, which the context tells from others that are alike."""
        return self.translations.pgettext(context, text)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the translation in the plural form of a number, which is its `%(number)s`."""
        words = self.translations.ngettext(one, many, abs(number))
        return words % {"number": self.number(number), **values}

    def date(self, period: Period) -> str:
        """Return a period in words: `2026-09`, `by 2026-09`, `2025-09-15 to 2025-10-15`."""
        start, slash, end = period.text.partition("/")
        if not slash:
            return self._qualified(start)
        if start == "..":
            return self.gettext("by %(date)s", date=self._qualified(end))
        return self.gettext(
            "%(start)s to %(end)s", start=self._qualified(start), end=self._qualified(end)
        )

    def _qualified(self, text: str) -> str:
        """Return a date in words, its EDTF qualifier too."""
        match text[-1]:
            case "~":
                return self.gettext("about %(date)s", date=self._simple(text[:-1]))
            case "?":
                return self.gettext("%(date)s (uncertain)", date=self._simple(text[:-1]))
            case "%":
                return self.gettext("about %(date)s (uncertain)", date=self._simple(text[:-1]))
        return self._simple(text)

    def _simple(self, text: str) -> str:
        """Return a date without a qualifier in words."""
        winter = re.fullmatch(r"(\d{4})-24", text)  # so written before `/`, where it has two years
        return f"winter {winter[1]}" if winter else text

    def day(self, day: dt.date) -> str:
        """Return a day: `30 Sep 2025`."""
        return day_words(day)

    def month(self, day: dt.date) -> str:
        """Return a month by one of its days: `Sep 2025`."""
        return f"{month_words(day)} {day.year}"

    def year(self, year: int) -> str:
        """Return a year: `2025`."""
        return str(year)

    def number(self, number: float) -> str:
        """Return a number: `1,200`."""
        return f"{number:,}"

    def signed(self, number: float) -> str:
        """Return a number with its sign: `+92`, `-1,600`, `+0`."""
        return f"{number:+,}"

    def word(self, word: str) -> str:
        """Return a word of the format: `partly-kept`."""
        return word

    def joined(self, *parts: str) -> str:
        """Return parts of a phrase with a comma between each two."""
        return self.pgettext("between parts", ", ").join(parts)

    def named(self, label: str, value: str) -> str:
        """Return a value after its label: `Said by: A. Minister`."""
        return self.gettext("%(label)s: %(value)s", label=label, value=value)

    def following(self, *parts: str) -> str:
        """Return phrases with a semicolon between each two."""
        return self.pgettext("between phrases", "; ").join(parts)


AS_WRITTEN = Wording()
"""The dates and words as people write them in a file, for those who write one."""


@lru_cache(maxsize=4096)
def period_words(period: Period) -> str:
    """Return a period as text, its qualifiers as words: `about 2026-09`, `spring 2026`."""
    return AS_WRITTEN.date(period)
