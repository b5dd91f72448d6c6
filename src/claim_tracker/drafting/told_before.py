"""Whether what a sentence tells was said some time before its article."""

from datetime import date

from claim_tracker.drafting.days.periods import month_number
from claim_tracker.drafting.patterns import Pattern
from claim_tracker.drafting.readings import Reading
from claim_tracker.drafting.words import MONTH

_TOLD_BEFORE = Pattern(
    r"\bhad (?:[a-z]+ly |earlier |also )?"
    r"(?:said|told|warned|announced|declared|stated|suggested|hinted|argued)\b|"
    r"\btold (?:him|her|them)\b|"
    rf"\b(?:[Aa]t the time|[Ii]n (?:an? )?(?:{MONTH} )?(?P<year>(?:19|20)\d\d)|"
    r"(?:[Yy]ears?|[Mm]onths?|[Dd]ecades?) ago|^(?:[A-Z][a-z]+ )?[Ll]ast year(?!'))\b"
)
_ASIDE = Pattern(r",? (?:who|which) [^,]*,|, (?:first )?(?:[a-z]+ed|born|built) [^,]*,| \([^()]*\)")
_BEFORE_SAYING, _AFTER_SAYING = 20, 8
"""Characters about who said it in which the year of that may stand."""
_DAY_OF_SAYING = Pattern(rf"\b(?P<month>{MONTH}) (?P<day>\d\d?)\b")
_MONTH, _FRESH = 30, 14
"""Days of a month, and those after which what was said may be superseded."""


def is_told_before(reading: Reading, published: date | None) -> bool:
    """Whether a sentence tells what somebody had said before, or in a year that is over.

    What it tells without a year is counted from then.
    """
    text = reading.sentence.text
    for first, last in reading.said_parts:
        start = first if first > _BEFORE_SAYING else 0
        told = _TOLD_BEFORE.search(_ASIDE.sub(",", text[start : last + _AFTER_SAYING]))
        if told is not None and told["year"] is not None:
            return published is not None and int(told["year"]) < published.year
        if told is not None:
            return True
    return False


def is_told_weeks_ago(reading: Reading, published: date | None) -> bool:
    """Whether what says who said a sentence has a day that is long over: `On Dec. 1 she said`."""
    said = _DAY_OF_SAYING.search(reading.said)
    if said is None or published is None:
        return False
    months = (published.month - month_number(said["month"])) % 12
    return months * _MONTH + published.day - int(said["day"]) > _FRESH
