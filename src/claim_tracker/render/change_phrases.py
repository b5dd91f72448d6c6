"""Changes of claims in words, the same in the terminal, in Markdown and in the log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claim_tracker.claims.model import (
    Claim,
    Part,
    Quantity,
    Source,
    Update,
    fields_of,
    label_of,
    use_of,
    words_of_name,
)
from claim_tracker.claims.state import state_of
from claim_tracker.claims.tracker import Citation
from claim_tracker.compare import Change, ClaimChange, Comparison, Rewriting, TableChange
from claim_tracker.compare.claim_log import Commit
from claim_tracker.compare.corrections import Correction
from claim_tracker.compare.values import FieldValue
from claim_tracker.compare.words import Piece, wordwise
from claim_tracker.dates import Period
from claim_tracker.render.phrases import (
    AS_WRITTEN,
    Wording,
    comma,
    count,
    deadline_words,
    signed,
    source_words,
    status_words,
    value_words,
)
from claim_tracker.text.display import one_line

_MOST_NAMED = 20
_SUMS = {
    "added": "claim added",
    "removed": "claim removed",
    "renamed": "claim renamed",
    "reworded": "claim reworded",
    "moved": "deadline moved",
    "outcomes_found": "outcome found",
    "outcomes_taken_back": "outcome taken back",
    "new_sources": "new source",
}
_OWN_WORDS = ("kind", "outcome", "progress")
"""The fields whose values are words of the format."""
_HOW = {
    "changed": "rewritten: this update was changed",
    "removed": "rewritten: this update was removed",
    "inserted": "rewritten: this update was put in before a later one",
}


@dataclass(frozen=True, slots=True)
class Sides:
    """The names of the two states that are compared; `new` is None for the working tree."""

    old: str
    new: str | None

    @property
    def new_words(self) -> str:
        """Return the name of the newer state."""
        return "the working tree" if self.new is None else self.new


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words, under its label or, without one, under the label above it.

    `alarm` marks a change that somebody has to review; `url` is the address of a source.
    """

    label: str
    pieces: tuple[Piece, ...]
    alarm: bool = False
    url: str | None = None


def sums_words(comparison: Comparison) -> str:
    """Return the counts: `2 claims added, 1 deadline moved; history rewritten in 1 claim`."""
    sums = comparison.sums
    parts = [_many(sums[name], words) for name, words in _SUMS.items() if sums[name]]
    if not parts and comparison.claims:
        parts = [f"{count(len(comparison.claims), 'claim')} changed"]
    if not parts and comparison.tables:
        parts = [f"{count(len(comparison.tables), 'detail')} changed"]
    rewritten = f"history rewritten in {count(sums['rewritten'], 'claim')}"
    texts = [", ".join(parts)] if parts else ["no change"]
    return "; ".join([*texts, rewritten] if sums["rewritten"] else texts)


def _many(number: int, words: str) -> str:
    """Return a number of what the words name: `2 claims added`."""
    first, _, rest = words.partition(" ")
    if first == "new":
        return count(number, words)
    return f"{count(number, first)} {rest}"


def lost_words(comparison: Comparison, sides: Sides) -> Iterator[str]:
    """Yield the claims that could not be compared, and the state with the errors."""
    old, new = (comparison.old_errors, sides.old), (comparison.new_errors, sides.new_words)
    for errors, side in (old, new):
        if errors is not None:
            yield one_line(f"not compared, for errors in {side}: {_named(errors.claims)}")


def _named(ids: Sequence[str]) -> str:
    """Return the ids of claims that cannot be read, of many the first."""
    named = [*ids[:_MOST_NAMED], *("…" for _ in ids[_MOST_NAMED:][:1])]
    return ", ".join(named) or "the parts that cannot be read"


def gap_words(correction: Correction) -> str | None:
    """Return what could not be compared at a commit, and why; None without such."""
    match correction.gap:
        case "cut":
            return "not compared: the history is cut here, in a shallow clone"
        case "no history":
            return "not compared with what was before: the files are in no git repository"
        case "errors":
            return one_line(f"not compared, for errors in the file: {_named(correction.lost)}")
    return None


def corrections_words(found: Sequence[Correction]) -> str:
    """Return how much was corrected: `3 corrections: 2 in one commit, 1 by a later update`."""
    numbers = [len(it.claims) for it in found if it.claims and isinstance(it.by, Commit)]
    updates = sum(isinstance(it.by, Update) for it in found)
    if not numbers and not updates:
        return "no correction"
    total = count(sum(numbers) + updates, "correction")
    in_commits = f"in {count(len(numbers), 'commit')}"
    by_updates = "by a later update" if updates == 1 else "by later updates"
    if not updates or not numbers:
        return f"{total} {by_updates if updates else in_commits}"
    return f"{total}: {sum(numbers)} {in_commits}, {updates} {by_updates}"


def fate_words(change: ClaimChange) -> str | None:
    """Return whether a claim was added, removed or renamed, in words; None if it only changed."""
    if change.fate == "renamed":
        return f"renamed, was {change.was}"
    return None if change.fate == "changed" else change.fate


def claim_lines(change: ClaimChange, wording: Wording = AS_WRITTEN) -> Iterator[Line]:
    """Yield what changed for a claim, or what an added or removed one says."""
    if change.fate in ("added", "removed"):
        yield from _summary(change, wording)
    for (on, _), group in groupby(change.changes, _origin):
        single = []
        for it in group:
            if isinstance(it, Rewriting):
                yield from _rewriting(it, wording)
            else:
                single.append(it)
        if on is None:
            yield from (_own(it, wording) for it in single)
        elif single:
            yield from _learned(on, single, wording)


def _origin(change: Change | Rewriting) -> tuple[Period | None, Source | None]:
    return change.on, change.source if isinstance(change, Change) else None


def table_line(change: TableChange) -> Line:
    """Return what changed for a source, a place or a file."""
    concerned = f", in {count(len(change.claims), 'claim')}" if change.claims else ""
    pieces = _edited(change, AS_WRITTEN)
    return Line(_label(change.field), (*pieces, Piece("", concerned)))


def _summary(change: ClaimChange, wording: Wording) -> Iterator[Line]:
    entry = change.entry
    state = state_of(entry, date.max)
    yield _line("Said by", comma(entry.claim.speaker, entry.claim.role) or "")
    if state is not None and state.due is not None:
        yield _line("Deadline", deadline_words(state, wording) or "")
    if state is not None and state.outcome is not None:
        yield _line("Outcome", status_words(state, wording))
    for index, citation in enumerate(entry.citations()):
        yield _cited("Source" if index == 0 else "", "", citation.source, wording)


def _own(change: Change, wording: Wording) -> Line:
    """Return a change of a field of the claim, or of a field in force after a rewriting."""
    lead = "rewritten: " if change.rewritten else ""
    if change.field == "due":
        return Line("Deadline", (Piece("", lead + _deadline(change, wording)),), change.rewritten)
    if _is_prose(change.field):
        return Line(_label(change.field), _reworded(change))
    pieces = _edited(change, wording)
    return Line(_label(change.field), (Piece("", lead), *pieces), change.rewritten)


def _rewriting(rewriting: Rewriting, wording: Wording) -> Iterator[Line]:
    yield Line(_day(rewriting.on, wording), (Piece("", _HOW[rewriting.how]),), alarm=True)
    for change in rewriting.fields:
        pieces = _reworded(change) if _is_prose(change.field) else _edited(change, wording)
        yield Line("", (Piece("", f"{_label(change.field).lower()}: "), *pieces))


def _learned(on: Period, changes: Sequence[Change], wording: Wording) -> Iterator[Line]:
    """Yield what a new update says, with its source last, marked where it is new."""
    label = _day(on, wording)
    for change in changes:
        if change.field != "source":
            yield _line(label, _update_text(change, wording))
            label = ""
    source = changes[-1].source
    found = [each.new for each in changes if each.field == "source" and each.new is not None]
    for index, each in enumerate(found or ([source] if source is not None else [])):
        if isinstance(each, Source):
            lead = "new source" if found else "source"
            yield _cited(label if index == 0 else "", lead, each, wording)


def _day(on: Period, wording: Wording) -> str:
    """Return the date of an update: as its file has it, for those who look it up there."""
    return on.text if wording is AS_WRITTEN else wording.date(on)


def _update_text(change: Change, wording: Wording) -> str:
    old, new = change.old, change.new
    was = f", was {_value(change.field, old, wording)}" if old is not None else ""
    match change.field:
        case "outcome":
            return _outcome(old, new, wording)
        case "happened":
            return f"happened {value_words(new, wording)}{was}"
        case "due":
            return f"deadline {_deadline(change, wording)}"
        case "note" if new is None:
            return "looked, nothing new"
        case "quantity" if isinstance(old, Quantity) and isinstance(new, Quantity):
            was += ", another unit" if old.unit != new.unit else ""
    return f"{_label(change.field).lower()}: {_value(change.field, new, wording)}{was}"


def _outcome(before: FieldValue, after: FieldValue, wording: Wording) -> str:
    old, new = (wording.word(value_words(each)) for each in (before, after))
    if after is None:
        return f"outcome taken back, was {old}" if before is not None else "outcome: open"
    if before is None:
        return f"outcome found: {new}"
    return f"outcome found again: {new}" if old == new else f"outcome: {new}, was {old}"


def _deadline(change: Change, wording: Wording) -> str:
    old, new = value_words(change.old, wording), value_words(change.new, wording)
    if change.old is None:
        return f"set to {new}"
    if change.new is None or change.days is None:
        return f"taken out, was {old}"
    unit = "day" if abs(change.days) == 1 else "days"
    verb = "moved " if change.moves else ""
    return f"{verb}from {old} to {new}, {signed(change.days)} {unit}"


def _edited(change: Change | TableChange, wording: Wording) -> tuple[Piece, ...]:
    gone, come = _items(change.old), _items(change.new)
    field = change.field
    pieces = (
        Piece("-", ", ".join(_value(field, it, wording) for it in gone if it not in come)),
        Piece("+", ", ".join(_value(field, it, wording) for it in come if it not in gone)),
    )
    return tuple(piece for piece in pieces if piece.text)


def _value(field: str, value: object, wording: Wording) -> str:
    """Return a value of a field in words."""
    words = value_words(value, wording)
    return wording.word(words) if field in _OWN_WORDS and words else words


def _items(value: FieldValue) -> tuple[object, ...]:
    """Return the items of a list, or the one value of what is none."""
    is_list = isinstance(value, tuple) and not isinstance(value, Citation)
    return tuple(value) if is_list and isinstance(value, tuple) else (value,)


def _reworded(change: Change) -> tuple[Piece, ...]:
    return tuple(wordwise(value_words(change.old), value_words(change.new)))


def _cited(label: str, lead: str, source: Source, wording: Wording) -> Line:
    words = ": ".join(part for part in (lead, source_words(source, wording=wording)) if part)
    url = one_line(source.url) if source.url is not None else None
    return Line(label, (Piece("", words),), url=url)


def _label(field: str) -> str:
    """Return the label of a field of a claim or an update, or the name of another as words."""
    owner = _owner(field)
    return label_of(owner, field) if owner is not None else words_of_name(field)


def _is_prose(field: str) -> bool:
    owner = _owner(field)
    return owner is not None and use_of(owner, field).prose


def _owner(field: str) -> type[Part] | None:
    """Return the part that has a field: labels of one name are the same in both."""
    return next((part for part in (Claim, Update) if field in fields_of(part)), None)


def _line(label: str, text: str) -> Line:
    return Line(label, (Piece("", text),))
