"""The history of a claim in words: what each update says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claim_tracker.claims.fields import fields_of, label_of
from claim_tracker.claims.model import Update
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation, deadline
from claim_tracker.dates import Period
from claim_tracker.render.phrases import value_words
from claim_tracker.render.wording import AS_WRITTEN, Wording
from claim_tracker.text.display import one_line, several_lines

_NAMED = "date outcome rating happened progress due quantity quote note source".split()
_OTHERS = tuple(name for name in fields_of(Update) if name not in _NAMED)


@dataclass(frozen=True, slots=True)
class UpdatePhrases:
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


def update_history(state: ClaimState, wording: Wording = AS_WRITTEN) -> Iterator[UpdatePhrases]:
    """Yield the updates of a claim up to the day of its state, oldest first."""
    due = state.entry.due
    has_outcome = False
    for update in state.updates:
        moved = state.entry.moved_due(update)
        yield UpdatePhrases(
            known_since=update.date,
            changes=tuple(_changes(update, moved, wording, first=due is None, reopens=has_outcome)),
            quote=several_lines(update.quote) if update.quote is not None else None,
            note=several_lines(update.note) if update.note is not None else None,
            citations=state.entry.citations(update),
        )
        due = moved or due
        has_outcome = update.outcome != "open" if update.outcome is not None else has_outcome


def _changes(
    update: Update, moved: Period | None, wording: Wording, *, first: bool, reopens: bool
) -> Iterator[str]:
    if update.outcome == "open" and reopens:
        yield wording.gettext("outcome taken back: open again")
    elif update.outcome is not None:
        yield _outcome(update, wording)
    if update.progress is not None:
        progress = wording.word(update.progress)
        yield (
            wording.gettext("progress: %(progress)s", progress=progress)
            if wording.names_fields
            else progress
        )
    if moved is not None:
        words = wording.date(moved)
        yield (
            wording.gettext("deadline set to %(date)s", date=words)
            if first
            else wording.gettext("deadline moved to %(date)s", date=words)
        )
    if update.quantity is not None:
        figure = value_words(update.quantity, wording)
        yield wording.gettext("figure: %(figure)s", figure=figure)
    for name in _OTHERS:
        words = value_words(deadline(getattr(update, name), update.counts_from), wording)
        if words:
            yield wording.named(phrase_word(label_of(Update, name), wording), words)


def _outcome(update: Update, wording: Wording) -> str:
    """Return the outcome of an update, with its rating and when it happened."""
    outcome = wording.word(update.outcome or "open")
    if update.rating is not None:
        outcome = f"{outcome} ({one_line(update.rating)})"
    if update.happened is not None:
        happened = wording.gettext("happened %(date)s", date=wording.date(update.happened))
        outcome = wording.joined(outcome, happened)
    if wording.names_fields:
        return wording.gettext("outcome: %(outcome)s", outcome=outcome)
    return outcome


def phrase_word(label: str, wording: Wording) -> str:
    """Return the label of a field as it stands within a phrase: `look again`."""
    return wording.pgettext("within a phrase", label.lower())
