"""The time that begins somewhere in a text, and the days that it comes to."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

from claim_tracker.dates import Period
from claim_tracker.dates.words import MONTH_NUMBERS, SEASONS, WEEKDAYS
from claim_tracker.drafting.days import resolving
from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.periods import Groups, says_next
from claim_tracker.drafting.days.time_forms import FORMS, PART_FORMS
from claim_tracker.drafting.patterns import Pattern


class Time(NamedTuple):
    """A time that a text names, from one character to another, the end exclusive.

    `period` is None where it cannot be worked out. `is_definite` tells that it has its year, or is
    counted from the publication, so that it does not depend on the verb beside it. `refers_back`
    tells that it is counted from what the text named before.
    """

    start: int
    end: int
    period: Period | None
    is_definite: bool = False
    refers_back: bool = False


def time_at(text: str, at: int, context: Context) -> Time | None:
    """Return the longest time that begins at a character of a text; None where there is none.

    >>> from datetime import date
    >>> time_at("the end of next year.", 0, Context(date(2025, 5, 14))).period.text
    '2026-12-31'
    """
    return _time_at(text, at, context, _MOST_PARTS)


_MOST_PARTS = 2
"""Parts of parts that are read: `late in the first part of next week`."""


def _time_at(text: str, at: int, context: Context, depth: int) -> Time | None:
    begins = _beginning(text, at)
    found: Time | None = None
    for form in _FORMS_BY_BEGINNING.get(begins, ()):
        match = form.pattern.match(text, at)
        if match is not None and (found is None or match.end() > found.end):
            groups = {name: it for name, it in match.groupdict().items() if it is not None}
            period = resolving.resolved(form.resolve, groups, context)
            is_definite = form.is_definite or _is_definite(groups)
            refers_back = form.resolve in (resolving.named_before, resolving.numbered_day)
            found = Time(at, match.end(), period, is_definite, refers_back)
    part = _part_at(text, at, context, depth) if depth else None
    if part is None or (found is not None and found.end >= part.end and found.period is not None):
        return found
    return part


def _part_at(text: str, at: int, context: Context, depth: int) -> Time | None:
    """Return the part of a time that begins at a character."""
    for form in _PARTS_BY_BEGINNING.get(_beginning(text, at), ()):
        match = form.pattern.match(text, at)
        whole = _time_at(text, match.end(), context, depth - 1) if match is not None else None
        if whole is not None:
            part = form.part_of(whole.period, context) if whole.period is not None else None
            return whole._replace(start=at, period=part)
    return None


def _is_definite(groups: Groups) -> bool:
    return (
        says_next(groups)
        or "year" in groups
        or "relative" in groups
        or groups.get("near", "").endswith("tomorrow")
    )


_FIRST_WORD = Pattern(r"(?:the )?(?:(?P<number>\d)|(?P<letter>[QH])\d|(?P<word>FY|[A-Za-z]+|'))")
_CLASSES = (
    {f"{name[0].upper()}{name[1:]}": "month" for name in MONTH_NUMBERS}
    | {it[:length]: "weekday" for it in WEEKDAYS for length in (3, 4, 5, None)}
    | dict.fromkeys(SEASONS, "season")
)
"""What a time begins with, by its first word."""


def _beginning(text: str, at: int) -> str:
    match = _FIRST_WORD.match(text, at)
    if match is None:
        return ""
    if match["number"]:
        return "number"
    word: str = match["letter"] or match["word"]
    return _CLASSES.get(word, word.lower())


class _HasBeginnings(Protocol):
    @property
    def begins(self) -> str: ...


_Form = TypeVar("_Form", bound=_HasBeginnings)


def _by_beginning(forms: Sequence[_Form]) -> dict[str, list[_Form]]:
    """Return the forms that may begin with a word, by the word."""
    words = {word for form in forms for word in form.begins.split()}
    return {word: [form for form in forms if word in form.begins.split()] for word in words}


_FORMS_BY_BEGINNING = _by_beginning(FORMS)
_PARTS_BY_BEGINNING = _by_beginning(PART_FORMS)
