"""Signs that a time without its year was over shortly before the publication, or long ago."""

from claim_tracker.drafting.days.signs.sign import (
    ON_WEEKDAY,
    SAYING,
    WILL,
    WILL_OPEN,
    Sign,
    Surroundings,
    begins_with,
    followed_by,
)
from claim_tracker.drafting.tense import AS_THE_DAY, HAS_VERB, MODAL, NEAR, tells_past
from claim_tracker.drafting.words import (
    FORETELLS,
    MODALS,
    MONTH,
    PLANS,
    TO_VERB,
    YEAR,
    Pattern,
    any_of,
    word_pattern,
)

_FRAME_WORDS = (
    "by in on at until till through before for from over during to into within no not around about"
)
_LAST = Pattern(r"\b(?:[Ll]ast|[Pp]revious|[Pp]ast) $")
_A_PART = Pattern(rf"\b(?:{MONTH}|quarter|half)")
_DECIDED_BEFORE = Pattern(
    r"\b(?:(?:agreed|decided|voted|resolved) (?:not )?to [^,;.]*|"
    r"[Pp]er (?:[\w'.-]+ ){1,4}|(?:agreement|deal|decision) )$"
)


def _is_weekday_of_publication(place: Surroundings) -> bool:
    """Whether a weekday is that of the publication, on which what is told was done."""
    period, phrase = place.deadline.period, place.deadline.phrase
    is_weekday = ON_WEEKDAY.match(phrase) is not None and not place.deadline.is_limit
    return is_weekday and period is not None and period.earliest == place.published


_JUST_OVER = 240
"""Days, beyond which the next day or month of a name is rather the last one, just over."""
_WAS = word_pattern("was were had would")
_WAS_NOT = word_pattern("was were had")
_DEED_TO = Pattern(rf"\b{any_of('decision refusal failure attempt bid move')} to [^,;.]*$")
"""What may be done already: `its decision to close in April`."""
_MEASURES = Pattern(r"\b(?:put|puts|peg|pegs) [^,;.]*$")
"""What tells of a figure that was measured: `The bank puts output in April at 3%`."""


def _is_just_over(place: Surroundings) -> bool:
    """Whether a day or month without its year was over shortly before the publication."""
    period, published = place.deadline.period, place.published
    is_named = _A_PART.search(place.deadline.phrase) is not None
    if period is None or published is None or place.deadline.is_ahead or not is_named:
        return False
    return (period.earliest - published).days > _JUST_OVER


def _has_future(place: Surroundings) -> bool:
    """Whether what stands beside a time tells that it is to come."""
    was = _WAS if SAYING.search(place.before + place.after) is None else _WAS_NOT
    if was.search(place.clause) is not None or place.after.startswith("'s"):
        return False
    if _COMPARED.match(place.after) is not None:
        return False
    is_limit = place.deadline.is_limit and not place.deadline.phrase.startswith("through ")
    if is_limit or AS_THE_DAY.match(place.after) is not None:
        return True
    if _DEED_TO.search(place.clause) is not None or _MEASURES.search(place.clause) is not None:
        return False
    if WILL.search(place.clause) is not None:
        return True
    if HAS_VERB.search(place.before + place.after) is None:
        return True
    opens = not place.before.strip() or place.clause.strip() in ("In", "On")
    return opens and WILL_OPEN.match(place.after) is not None


_YEAR_TO = Pattern(
    r"(?:in|over|for|during) the (?:[a-z]+ )*?(?:year|[\w-]+ months) (?:to|through|ending)\b"
)
_FORESEEN = word_pattern(
    f"{MODALS} {FORETELLS} {PLANS} {TO_VERB} expecting expected seen due likely"
)
_YEAR_JUST_OVER = 300
"""Days, beyond which the next such months are rather the last ones, just over."""


def _is_year_just_over(place: Surroundings) -> bool:
    """Whether the months up to one without its year were over shortly before the publication."""
    period, published = place.deadline.period, place.published
    if period is None or published is None or place.deadline.is_ahead:
        return False
    is_year = _YEAR_TO.match(place.deadline.phrase.lower()) is not None
    is_over = is_year and (period.latest - published).days > _YEAR_JUST_OVER
    return is_over and _FORESEEN.search(place.before) is None


_COMPARED = Pattern(
    rf",? {any_of('down up unchanged compared versus against after higher lower')}\b"
    r"(?: (?:from|with|to|on|than|an?)\b)?"
)
"""What tells after a month that its figure is known or due: `3.4% in April, down from 3.5%`."""
_PAST_YEAR = Pattern(
    rf"(?:[A-Z][^,]{{2,20}}, |Back )?[Ii]n (?:(?:both|early|late|mid) ?-?)?(?P<year>{YEAR})\b"
)


def _is_of_past_year(place: Surroundings) -> bool:
    """Whether a day without its year stands in a sentence that a past year opens."""
    opening = _PAST_YEAR.match(place.before)
    if opening is None or place.published is None or place.deadline.is_ahead:
        return False
    return int(opening["year"]) < place.published.year and tells_past(place.clause)


SIGNS = (
    Sign(
        "It fell last Friday.",
        lambda place: (
            _LAST.search(place.before[-NEAR:]) is not None
            and not begins_with(rf"{any_of(_FRAME_WORDS)}\b")(place)
        ),
        is_of_any=True,
    ),
    Sign(
        "The talks touted in April go on.",
        lambda place: _is_just_over(place) and not _has_future(place),
    ),
    Sign("For one, in 2013 it was extended to June 30.", _is_of_past_year),
    Sign("Prices are up by 2% in the year to April.", _is_year_just_over),
    Sign(
        "It raised its outlook for the third quarter, ended April 30.",
        followed_by(r",? (?:which |that )?ended\b"),
        is_of_any=True,
    ),
    Sign(
        "They agreed to cut output on Wednesday in a deal.",
        lambda place: (
            _is_weekday_of_publication(place)
            and _DECIDED_BEFORE.search(place.before) is not None
            and MODAL.search(place.clause) is None
        ),
    ),
)
