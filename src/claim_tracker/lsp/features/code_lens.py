"""Code lenses: why a claim needs attention (`textDocument/codeLens`, LSP 3.17)."""

from lsprotocol import types

from claim_tracker.claims.agenda import SOON, STALE, Reason, agenda_of
from claim_tracker.claims.model import Claim
from claim_tracker.lsp.features.recording import RECORD
from claim_tracker.lsp.pieces import Json, MovableJson, Piece, encode_parts, json_list
from claim_tracker.lsp.snapshot import View, state_at
from claim_tracker.render.agenda_words import short_words

_REASONS: tuple[Reason, ...] = ("overdue", "review", "ends-soon")
"""Those that a day of the claim sets; that nobody has looked for long is for the agenda alone."""


def code_lenses(view: View, _: types.CodeLensParams) -> Json:
    """Return a lens above each claim whose deadline has passed or is near, or to look at again.

    There is none above one with an error.
    """
    faulty = view.with_errors
    return json_list(
        piece.of_state(_lens, view).at_line(piece.line)
        for piece in view.pieces.claims
        if piece.claim is not None and piece.claim.id not in faulty
    )


def _lens(view: View, piece: Piece) -> MovableJson:
    """Return the lens above a claim, where it has one."""
    claim = piece.claim
    if claim is None or (words := _reason_to_look(view, piece.index, claim)) is None:
        return MovableJson("", piece.line)
    line = piece.span.line
    command = types.Command(
        f"{words} · record what became of it", RECORD, arguments=[view.uri, claim.id]
    )
    start = view.positions.range(piece.span._replace(end_line=line, end_column=piece.span.column))
    return MovableJson(encode_parts([types.CodeLens(start, command)]), piece.line)


def _has_day(claim: Claim) -> bool:
    """Whether a claim has a deadline or a day to look again: most have none, and need no state."""
    return (
        claim.due is not None
        or claim.review is not None
        or any(update.due or update.review for update in claim.updates)
    )


def _reason_to_look(view: View, index: int, claim: Claim) -> str | None:
    """Return why a claim has to be looked at; None where no day of it asks for that."""
    state = state_at(view.file, index) if _has_day(claim) else None
    items = agenda_of([state], SOON, STALE) if state is not None else []
    return next((short_words(item) for item in items if item.reason in _REASONS), None)
