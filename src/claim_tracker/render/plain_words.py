"""Dates and words of the format for readers who do not know it."""

import re
from collections.abc import Callable
from functools import lru_cache

from claim_tracker.claims.vocabulary import KINDS, OUTCOMES, PROGRESS, STATUSES
from claim_tracker.dates import Period
from claim_tracker.dates.words import MONTHS
from claim_tracker.render.phrases import Wording

_WORDS: dict[str, str] = {
    **{word: word.replace("-", " ") for word in (*STATUSES, *OUTCOMES, *PROGRESS, *KINDS)},
    "commitment": "a promise",
    "prediction": "a forecast",
    "fact": "a statement of fact",
}
_QUARTERS = ("first", "second", "third", "last")
_HALVES = ("first", "second")


def _month(number: str) -> str:
    return MONTHS[int(number) - 1][:3].capitalize()


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"(\d{4})-(\d\d)-(\d\d)"),
        lambda it: f"{int(it[3])} {_month(it[2])} {int(it[1])}",
    ),
    (re.compile(r"(\d{4})-(0\d|1[0-2])"), lambda it: f"{_month(it[2])} {int(it[1])}"),
    (re.compile(r"(\d{4})-Q(\d)"), lambda it: f"{_QUARTERS[int(it[2]) - 1]} quarter of {it[1]}"),
    (re.compile(r"(\d{4})-H(\d)"), lambda it: f"{_HALVES[int(it[2]) - 1]} half of {it[1]}"),
    (re.compile(r"(\d{3})X"), lambda it: f"the {it[1]}0s"),
    (
        re.compile(r"winter (\d{4})|(\d{4})-24"),
        lambda it: f"winter {it[1] or it[2]}/{(int(it[1] or it[2]) + 1) % 100:02}",
    ),
    (
        re.compile(r"(early |mid-|late )([a-z]{3})[a-z]* (\d{4})"),
        lambda it: f"{it[1]}{it[2].capitalize()} {it[3]}",
    ),
)
"""The canonical texts of dates, and what is said for each; any other says it itself."""


@lru_cache(maxsize=4096)
def date_words(period: Period) -> str:
    """Return a period in words: `30 Sep 2025`, `Sep 2025`, `third quarter of 2025`.

    >>> from claim_tracker.dates import parse_period
    >>> [date_words(parse_period(text)) for text in ("../2026-09", "2026~", "mid-March 2026")]
    ['by Sep 2026', 'about 2026', 'mid-Mar 2026']
    """
    start, slash, end = period.text.partition("/")
    if not slash:
        return _date(start)
    return f"by {_date(end)}" if start == ".." else f"{_date(start)} to {_date(end)}"


def _date(text: str) -> str:
    date, sign = (text[:-1], text[-1]) if text[-1] in "~?%" else (text, "")
    matches = ((form.fullmatch(date), said) for form, said in _FORMS)
    words = next((said(match) for match, said in matches if match is not None), date)
    about = "about " if sign in ("~", "%") else ""
    return f"{about}{words}{' (uncertain)' if sign in ('?', '%') else ''}"


PLAIN = Wording(date_words, lambda word: _WORDS.get(word, word), "{}", "{}")
"""One style of dates, and words without hyphens."""
