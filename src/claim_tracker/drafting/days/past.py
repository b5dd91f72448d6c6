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
from claim_tracker.drafting.days.signs.sign import Surroundings
from claim_tracker.drafting.patterns import Pattern
from claim_tracker.drafting.words import AN_EVENT_SET, DATE

SIGNS = (
    *saying.SIGNS,
    *history.SIGNS,
    *deeds.SIGNS,
    *just_over.SIGNS,
    *names.SIGNS,
    *comparisons.SIGNS,
    *habits.SIGNS,
    *plans.SIGNS,
)


def judged(text: str, deadline: Deadline, published: date | None) -> Deadline | None:
    """Return a time as the deadline that it is; None where it is over, or that of another thing.

    It has no days where no verb tells that it is to come. `text` is the sentence without what
    says who said it.
    """
    period, before = deadline.period, text[: deadline.start]
    place = Surroundings(before, text[deadline.end :], clauses_of(before)[-1], deadline, published)
    if any(it.is_in(place) for it in SIGNS if it.is_of_any or period is not None):
        return None
    if period is None:
        return deadline
    if published is not None and period.latest < published:
        return None
    if _sets_event(place):
        return deadline
    outlook = outlook_of(text, deadline, has_begun=place.has_begun)
    if outlook is Outlook.OVER:
        return None
    is_unsure = outlook is Outlook.UNSURE or any(it.is_in(place) for it in doubts.SIGNS)
    return deadline._replace(period=None) if is_unsure else deadline


def _sets_event(place: Surroundings) -> bool:
    """Whether an event was announced for a day of a month, not long before it."""
    return (
        0 < (place.days_away or 0) < _SOON
        and _SETS_EVENT.is_in(place.before)
        and _DAY_OF_MONTH.is_in(place.deadline.phrase)
    )


_SETS_EVENT = Pattern(
    rf"\b(?:announced|declared|called|proclaimed)(?={AN_EVENT_SET})"
    r"(?:(?!\b(?:after|before|since|when|that|which|who)\b)[^,;.])*$"
)
"""Who set what for the day after it: `They announced a ceasefire across the land on April 10`."""
_DAY_OF_MONTH = Pattern(DATE)
_SOON = 120
"""Days, beyond which the next day of a name may be rather the last one."""
