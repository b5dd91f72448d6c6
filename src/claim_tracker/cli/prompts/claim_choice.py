"""The claim that a command is about: by its id, or chosen from the agenda."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claim_tracker.cli.context import Failure
from claim_tracker.cli.options.filter_options import unmatched_failure
from claim_tracker.cli.prompts.prompt import ask, can_ask, confirm
from claim_tracker.cli.prompts.question import Choice, Question

if TYPE_CHECKING:
    from claim_tracker.claims.tracker import Moment, Tracker


def claim_named(claim_id: str, ids: Sequence[str]) -> str:
    """Return the id of a claim, or the near one that a person says it is. Raises Failure."""
    from claim_tracker.claims.filters import Unmatched
    from claim_tracker.text.suggest import nearest

    if claim_id in ids:
        return claim_id
    near = nearest(claim_id, ids)
    if near is not None and can_ask() and confirm(f"Do you mean `{near}`?", default=True):
        return near
    raise unmatched_failure([Unmatched("ids", claim_id, near)])


def claim_chosen(tracker: "Tracker", as_of: "Moment") -> str:
    """Return the id of a claim that a person chooses: of the agenda, or any other.

    Raises Failure where there is none.
    """
    from claim_tracker.claims.agenda import SOON, STALE, agenda_of
    from claim_tracker.claims.report import report
    from claim_tracker.render.agenda_words import short_words

    if not tracker.entries:
        raise Failure("there is no claim yet", "`tracker add` adds one")
    items = agenda_of(report(tracker, as_of).claims, SOON, STALE)
    pressing = {
        item.state.claim.id: Choice(
            item.state.claim.id,
            f"{short_words(item)}: {item.state.claim.claim}",
            (item.state.claim.claim,),
        )
        for item in items
    }
    others = [
        Choice(claim.id, claim.claim, (claim.claim,))
        for claim in (entry.claim for entry in reversed(tracker.entries))
        if claim.id not in pressing
    ]
    question = Question(
        label="Claim",
        what="claim",
        choices=[*pressing.values(), *others],
        is_closed=True,
        needed=True,
        default=next(iter(pressing), None),
    )
    chosen: str = ask(question)
    return chosen
