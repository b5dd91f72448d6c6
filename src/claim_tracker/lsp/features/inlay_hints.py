"""Inlay hints: what follows from a claim, beside it (`textDocument/inlayHint`, LSP 3.17).

Beside a deadline stands its last day, and how far that is where it is in force and nothing has
come of the claim yet; beside the id how the claim stands.
"""

from collections.abc import Iterator
from itertools import islice

from lsprotocol import types

from claim_tracker.checks.readable import entry_at
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.dates import Period, Within
from claim_tracker.lsp.extents import claims_on_lines
from claim_tracker.lsp.positions import Spot
from claim_tracker.lsp.snapshot import View
from claim_tracker.render.phrases import count, left_words, standing_words
from claim_tracker.render.wording import day_words
from claim_tracker.yaml import Path

_MAX_HINTS = 200
"""So many claims at most have hints in one answer: an editor may ask for those of all lines."""


def inlay_hints(view: View, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Return the hints of the claims that have a part in a range; none where one has an error."""
    span = view.positions.span(params.range)
    faulty = view.with_errors
    indices = islice(claims_on_lines(view.document, span.line, span.end_line), _MAX_HINTS)
    hints = [hint for index in indices for hint in _of_claim(view, index, faulty)]
    start, end = params.range.start, params.range.end
    return [hint for hint in hints if start <= hint.position <= end]


def _of_claim(view: View, index: int, faulty: frozenset[str]) -> Iterator[types.InlayHint]:
    entry = entry_at(view.file, index)
    if entry is None or entry.claim.id in faulty:
        return
    state = state_of(entry, view.file.today)
    if state is None:
        return
    path: Path = ("claims", index)
    yield from _hint(view, (*path, "id"), standing_words(state))
    updates = [each for each in enumerate(entry.claim.updates) if each[1].due is not None]
    in_force = [number for number, update in updates if update in state.updates]
    latest = in_force[-1] if in_force else None
    if entry.due is not None:
        words = _hint_text(entry.claim.due, entry.due, state if latest is None else None)
        yield from _hint(view, (*path, "due"), words)
    for number, update in updates:
        moved = entry.moved_due(update)
        if moved is not None:
            words = _hint_text(update.due, moved, state if number == latest else None)
            yield from _hint(view, (*path, "updates", number, "due"), words)


def _hint_text(written: Period | Within | None, due: Period, state: ClaimState | None) -> str:
    """Return the last day of a deadline, unless that is written, and how far it is.

    The state is there where the deadline is in force.
    """
    is_written = isinstance(written, Period) and written.is_day
    words = [] if is_written else [day_words(due.latest)]
    left = state.days_left if state is not None and state.outcome is None else None
    if left is not None:
        words.append(left_words(left) if left >= 0 else f"passed {count(-left, 'day')} ago")
    return " · ".join(words)


def _hint(view: View, path: Path, words: str) -> Iterator[types.InlayHint]:
    """Yield a hint behind the value at a path; nothing where the file has none there."""
    file = view.file
    path = file.path_in_file(path)
    span = view.document.span(path)
    if words and path[0] == "claims":
        end = view.positions.position(Spot(span.end_line, span.end_column))
        yield types.InlayHint(end, words, padding_left=True)
