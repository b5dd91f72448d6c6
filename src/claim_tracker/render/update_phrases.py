"""The history of a claim in words: what each update says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claim_tracker.claims.model import Source, Update, fields_of, label_of
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import deadline
from claim_tracker.dates import Period
from claim_tracker.render.phrases import period_words, value_words

_NAMED = ("date", "outcome", "happened", "progress", "due", "quantity", "note", "source")
_OTHERS = tuple(name for name in fields_of(Update) if name not in _NAMED)


@dataclass(frozen=True, slots=True)
class Learned:
    """One update: its changes in words, its note and its source."""

    day: date
    changes: tuple[str, ...]
    note: str | None
    source: Source | None


def history(state: ClaimState) -> Iterator[Learned]:
    """Yield the updates of a claim up to the day of its state, oldest first."""
    due = state.entry.due
    for update in state.updates:
        moved = state.entry.moved_due(update)
        reference = update.source
        yield Learned(
            day=update.date.latest,
            changes=tuple(_changes(update, moved, first=due is None)),
            note=update.note,
            source=state.entry.file.cite(reference).source if reference is not None else None,
        )
        due = moved or due


def _changes(update: Update, due: Period | None, *, first: bool) -> Iterator[str]:
    if update.outcome == "open":
        yield "outcome taken back: open again"
    elif update.outcome is not None:
        happened = f", happened {period_words(update.happened)}" if update.happened else ""
        yield f"outcome: {update.outcome}{happened}"
    if update.progress is not None:
        yield f"progress: {update.progress}"
    if due is not None:
        yield f"deadline {'set' if first else 'moved'} to {period_words(due)}"
    if update.quantity is not None:
        yield f"figure: {value_words(update.quantity)}"
    for name in _OTHERS:
        words = value_words(deadline(getattr(update, name), update.counts_from))
        if words:
            yield f"{label_of(Update, name).lower()}: {words}"
