"""Whether a time in a sentence is a deadline, or that of something past or of another thing."""

from datetime import date

from claim_tracker.drafting.clauses import clauses_of
from claim_tracker.drafting.days.deadlines import Deadline
from claim_tracker.drafting.days.outlook import Outlook, outlook_of
from claim_tracker.drafting.days.signs import (
    comparisons,
    deeds,
    doubts,
    habits,
    history,
    just_over,
    names,
    plans,
    saying,
)
from claim_tracker.drafting.days.signs.sign import Surroundings, has_date
from claim_tracker.drafting.patterns import Pattern
from claim_tracker.drafting.words import AN_EVENT_SET

SIGNS = (
    *saying.SIGNS,
    *history.SIGNS,
    *deeds.SIGNS,
    *just_over.SIGNS,
    *names.SIGNS,
    *comparisons.SIGNS,
    *habits.SIGNS,
    *plans.SIGNS,
    *doubts.SIGNS,
)


def judged(text: str, deadline: Deadline, published: date | None) -> Deadline | None:
    """Return a time as the deadline that it is; None where it is over, or that of another thing.

    It has no days where nothing tells that it is to come. `text` is the sentence without what says
    who said it.
    """
    before = text[: deadline.start]
    around = Surroundings(before, text[deadline.end :], clauses_of(before)[-1], deadline, published)
    outlook = _outlook(text, around)
    if outlook is Outlook.OVER:
        return None
    return deadline if outlook is Outlook.TO_COME else deadline._replace(period=None)


def _outlook(text: str, around: Surroundings) -> Outlook:
    """Return whether a time is to come: by its signs, of which the first counts, or by its verb."""
    period, published = around.deadline.period, around.published
    if period is not None and published is not None and period.latest < published:
        return Outlook.OVER
    signs = (it for it in SIGNS if (it.of_any or period is not None) and it.is_in(around))
    sign = next(signs, None)
    told = sign.verdict if sign is not None else Outlook.TO_COME
    if period is None or told is Outlook.OVER:
        return told
    if _sets_event(around):
        return Outlook.TO_COME
    by_verb = outlook_of(text, around.deadline, has_begun=around.has_begun)
    return told if by_verb is Outlook.TO_COME else by_verb


def _sets_event(around: Surroundings) -> bool:
    """Whether an event was announced for a day of a month, not long before it."""
    return (
        0 < (around.days_away or 0) < _SOON
        and _SETS_EVENT.is_in(around.before)
        and has_date(around)
    )


_SETS_EVENT = Pattern(
    rf"\b(?:announced|declared|called|proclaimed)(?={AN_EVENT_SET})"
    r"(?:(?!\b(?:after|before|since|when|that|which|who)\b)[^,;.])*$"
)
"""Who set what for the day after it: `They announced a ceasefire across the land on April 10`."""
_SOON = 120
"""Days, beyond which the next day of a name may be rather the last one."""
