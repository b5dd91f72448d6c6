"""What asks for a look at a claim, above it (section Code Lens Request)."""

from collections.abc import Iterator

from lsprotocol import types

from claim_tracker.claims.agenda import SOON, STALE, Reason, agenda
from claim_tracker.claims.model import Claim
from claim_tracker.dates.within import parse_within
from claim_tracker.lsp.commands import RECORD
from claim_tracker.lsp.extents import extents
from claim_tracker.lsp.snapshot import View
from claim_tracker.lsp.states import state_at, with_errors
from claim_tracker.render.agenda_words import short_words

_REASONS: tuple[Reason, ...] = ("overdue", "review", "ends-soon")
"""Those that a day of the claim sets; that nobody has looked for long is for the agenda alone."""


def code_lenses(view: View, _: types.CodeLensParams) -> list[types.CodeLens]:
    """Return a lens above each claim whose deadline has passed or is near, or to look at again."""
    return list(_lenses(view))


def _lenses(view: View) -> Iterator[types.CodeLens]:
    claims = view.file.content.claims
    dated = {
        at for at, each in zip(view.file.validated.indices, claims, strict=True) if _has_day(each)
    }
    if not dated:
        return
    faulty = with_errors(view)
    for path, span in extents(view.document):
        match path:
            case ("claims", int(index)) if index in dated:
                words = _words(view, index)
                claim = view.file.claim(index)
                if words is not None and claim is not None and claim.claim.id not in faulty:
                    command = types.Command(
                        f"{words} · record what became of it",
                        RECORD,
                        arguments=[view.uri, claim.claim.id],
                    )
                    first = span._replace(end_line=span.line, end_column=span.column)
                    yield types.CodeLens(view.positions.range(first), command)


def _has_day(claim: Claim) -> bool:
    """Whether a claim has a deadline or a day to look again: most have none, and need no state."""
    return (
        claim.due is not None
        or claim.review is not None
        or any(update.due or update.review for update in claim.updates)
    )


def _words(view: View, index: int) -> str | None:
    """Return why a claim has to be looked at; None where no day of it asks for that."""
    state = state_at(view.file, index)
    within, stale = parse_within(f"within {SOON}"), parse_within(f"within {STALE}")
    if state is None or within is None or stale is None:
        return None
    items = agenda([state], within, stale)
    return next((short_words(item) for item in items if item.reason in _REASONS), None)
