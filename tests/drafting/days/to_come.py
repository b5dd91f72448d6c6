"""Which times of a sentence are deadlines."""

from datetime import date

from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import deadlines_in
from claim_tracker.drafting.days.past import is_past, without_doubt

WEDNESDAY = date(2025, 5, 14)


def to_come(sentence: str, published: date | None = WEDNESDAY) -> list[str]:
    """The phrases of the sentence that are deadlines, and have their days if these are known."""
    found = deadlines_in(sentence, Context(published))
    return [
        it.phrase
        for it in found
        if not is_past(sentence, it, published)
        and (it.period is None or without_doubt(sentence, it, published).period is not None)
    ]
