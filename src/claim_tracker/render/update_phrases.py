"""The history of a claim in words: what each update says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claim_tracker.claims.model import Update, fields_of, label_of
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation, deadline
from claim_tracker.dates import Period
from claim_tracker.render.phrases import AS_WRITTEN, Wording, value_words
from claim_tracker.text.display import one_line, several_lines

_NAMED = (
    *("date", "outcome", "rating", "happened", "progress", "due", "quantity", "quote", "note"),
    "source",
)
_OTHERS = tuple(name for name in fields_of(Update) if name not in _NAMED)


@dataclass(frozen=True, slots=True)
class Learned:
    """One update: its changes in words, its quote, its note and its sources.

    Quote and note keep their lines.
    """

    known_since: Period
    changes: tuple[str, ...]
    quote: str | None
    note: str | None
    citations: tuple[Citation, ...]

    @property
    def day(self) -> date:
        """Return the day from which it counts."""
        return self.known_since.latest


def history(state: ClaimState, wording: Wording = AS_WRITTEN) -> Iterator[Learned]:
    """Yield the updates of a claim up to the day of its state, oldest first."""
    due = state.entry.due
    has_outcome = False
    for update in state.updates:
        moved = state.entry.moved_due(update)
        yield Learned(
            known_since=update.date,
            changes=tuple(_changes(update, moved, wording, first=due is None, reopens=has_outcome)),
            quote=several_lines(update.quote) if update.quote is not None else None,
            note=several_lines(update.note) if update.note is not None else None,
            citations=state.entry.citations(update),
        )
        due = moved or due
        has_outcome = update.outcome != "open" if update.outcome is not None else has_outcome


def _changes(
    update: Update, due: Period | None, wording: Wording, *, first: bool, reopens: bool
) -> Iterator[str]:
    if update.outcome == "open":
        yield "outcome taken back: open again" if reopens else wording.outcome.format("open")
    elif update.outcome is not None:
        happened = f", happened {wording.date(update.happened)}" if update.happened else ""
        rating = f" ({one_line(update.rating)})" if update.rating is not None else ""
        yield wording.outcome.format(f"{wording.word(update.outcome)}{rating}{happened}")
    if update.progress is not None:
        yield wording.progress.format(wording.word(update.progress))
    if due is not None:
        yield f"deadline {'set' if first else 'moved'} to {wording.date(due)}"
    if update.quantity is not None:
        yield f"figure: {value_words(update.quantity)}"
    for name in _OTHERS:
        words = value_words(deadline(getattr(update, name), update.counts_from), wording)
        if words:
            yield f"{label_of(Update, name).lower()}: {words}"
