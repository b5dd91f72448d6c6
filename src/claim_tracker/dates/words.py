"""The words of dates in English, and a date's text as the forms read it."""

import re
from functools import lru_cache

MONTHS = (
    "january february march april may june july august september october november december"
).split()
MONTH_NUMBERS = {
    name: number
    for number, month in enumerate(MONTHS, start=1)
    for name in (month, month[:3], *(("sept",) if month == "september" else ()))
}
"""1 to 12 by the names of months and their abbreviations (sep, sept)."""
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The EDTF codes of the northern seasons by their names."""
THIRDS = ("early", "mid", "late")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = (
    {word: value for value, word in enumerate(_SMALL)}
    | {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {"a": 1, "an": 1}
)

DASH = "[-\u2010-\u2015\u2212]"
"""A pattern for a hyphen and what is pasted for it, such as an en dash."""
TYPESET_DASH = "[\u2012-\u2015\u2212]"
"""A pattern for a dash that no hyphen is: of figures, en, em, horizontal bar, minus."""
_SHORT_YEARS = re.compile(
    rf"(?<![\w-])(?<!(?i:winter) )(?P<year>[0-9]{{4}})\s?{TYPESET_DASH}\s?(?P<second>[0-9]{{2}})"
    rf"(?![0-9]|\s?{DASH}\s?[0-9])"
)
NUMBER = (
    f"([0-9]{{1,6}}|({'|'.join(_TENS)})(( |-)({'|'.join(_SMALL[1:10])}))?|{'|'.join(_SMALL)}|an?)"
)
"""A pattern for a number in digits, or in words up to ninety-nine."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIME_OF_DAY = (
    r"(?:[Tt]| at |,? )[0-9]{1,2}(?: ?(?:[Zz]|[AaPp]\.?[Mm]\.?)"
    r"|(?::[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?|\.[0-9]{2})"
    r"(?: ?(?:[A-Za-z.]{1,4}|[+-][0-9]{2}:?[0-9]{2}))?)"
)
"""A pattern for the time of a day after its date, and nothing more than that."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text in lower case, with single spaces and a hyphen for each dash."""
    return re.sub(DASH, "-", " ".join(text.lower().split()))


def short_years_in(text: str) -> re.Match[str] | None:
    """Return what may be years in the text of a date: `2020-21`, but with a dash of typesetters.

    The match is in the text with single spaces. A month in digits and a code of EDTF have a hyphen.
    A month after a dash is taken for one unless its number is the next year too. `winter 2025-26`
    is a form of its own.
    """
    if text.isascii():  # as nearly all are
        return None
    for match in _SHORT_YEARS.finditer(" ".join(text.split())):
        second, following = int(match["second"]), (int(match["year"]) + 1) % 100
        if second > 12 or second == following:
            return match
    return None


def full_year(digits: str) -> str:
    """Return a year in four digits; of two, those from 69 on are of the 20th century (POSIX)."""
    if len(digits) == 4:
        return digits
    return f"{'19' if digits >= '69' else '20'}{digits}"


def number_of(words: str) -> int:
    """Return the number that a text of the pattern NUMBER is."""
    if words[0].isdigit():
        return int(words)
    return sum(_NUMBERS[word] for word in words.replace("-", " ").split())
