"""Which times of a sentence are deadlines."""

from datetime import date

from claim_tracker.drafting.days.context import Context
from claim_tracker.drafting.days.deadlines import deadlines_in
from claim_tracker.drafting.days.past import judged

WEDNESDAY = date(2025, 5, 14)


def to_come(sentence: str, published: date | None = WEDNESDAY) -> list[str]:
    """The phrases of the sentence that are deadlines, and have their days if these are known."""
    found = deadlines_in(sentence, Context(published))
    settled = [(it, judged(sentence, it, published)) for it in found]
    return [
        it.phrase
        for it, deadline in settled
        if deadline is not None and (it.period is None or deadline.period is not None)
    ]
