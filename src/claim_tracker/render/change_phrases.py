"""Changes of claims in words, the same in the terminal, in Markdown and in the log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeGuard

from claim_tracker.claims.fields import Part, fields_of, label_of, use_of, value_type, words_of_name
from claim_tracker.claims.model import Claim, Quantity, Source, Update
from claim_tracker.claims.state import state_of
from claim_tracker.claims.tracker import Citation
from claim_tracker.compare import Change, ClaimChange, Comparison, Rewriting, TableChange
from claim_tracker.compare.corrections import Correction
from claim_tracker.compare.values import FieldValue
from claim_tracker.compare.words import TextPiece, wordwise
from claim_tracker.dates import Period
from claim_tracker.render.phrases import (
    comma,
    count,
    deadline_words,
    signed_days,
    source_parts,
    status_words,
    value_words,
)
from claim_tracker.render.update_phrases import phrase_word
from claim_tracker.render.wording import AS_WRITTEN, Wording, message
from claim_tracker.text.display import one_line

_MAX_NAMED = 20
CUT_HERE = "the history is cut here, in a shallow clone"
"""Why what was before a commit is not known."""
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
_HOW = {
    "changed": message("rewriting", "rewritten: this update was changed"),
    "removed": message("rewriting", "rewritten: this update was removed"),
    "inserted": message("rewriting", "rewritten: this update was put in before a later one"),
}
_NEW_SOURCE = message("within a phrase", "new source")
_FATES = {"added": message("fate", "added"), "removed": message("fate", "removed")}


@dataclass(frozen=True, slots=True)
class Sides:
    """The names of the two states that are compared; `new` is None for the working tree."""

    old: str
    new: str | None

    @property
    def new_words(self) -> str:
        """Return the name of the newer state."""
        return "the working tree" if self.new is None else self.new


class FieldName(NamedTuple):
    """A field of an update as a label, and as it stands within a phrase."""

    label: str
    in_phrase: str


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words, under its label or, without one, under the label above it.

    `alarm` marks a change that somebody has to review; `url` is the address of a source. `field` is
    the one of an update that it is of, unless the pieces say so. `parts` are those of a source in
    the pieces, for pages that keep them in order among words of any direction.
    """

    label: str
    pieces: tuple[TextPiece, ...]
    alarm: bool = False
    url: str | None = None
    field: FieldName | None = None
    parts: tuple[str, ...] = ()

    def phrase(self, wording: Wording = AS_WRITTEN) -> tuple[TextPiece, ...]:
        """Return the change with its field, if any, in front: `note: It closed.`"""
        if self.field is None:
            return self.pieces
        name = self.field.in_phrase
        return TextPiece("", wording.named(name, "") if self.pieces else name), *self.pieces


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
            yield one_line(f"not compared, for errors in {side}: {_ids_words(errors.claims)}")


def _ids_words(ids: Sequence[str]) -> str:
    """Return the ids of claims that cannot be read, of many the first."""
    named = [*ids[:_MAX_NAMED], *("…" for _ in ids[_MAX_NAMED:][:1])]
    return ", ".join(named) or "the parts that cannot be read"


def gap_words(correction: Correction) -> str | None:
    """Return the sentence on what could not be compared at a commit, and why; None without such."""
    match correction.gap:
        case "cut":
            return f"not compared: {CUT_HERE}"
        case "no history":
            return "not compared with what was before: the files have no git history"
        case "errors":
            return one_line(f"not compared, for errors in the file: {_ids_words(correction.lost)}")
    return None


def corrections_words(found: Sequence[Correction]) -> str:
    """Return how much was corrected: `3 corrections`, `no correction`."""
    number = sum(len(each.claims) for each in found)
    return count(number, "correction") if number else "no correction"


def fate_words(change: ClaimChange, wording: Wording = AS_WRITTEN) -> str | None:
    """Return whether a claim was added, removed or renamed, in words; None if it only changed."""
    if change.fate == "renamed":
        return wording.gettext("renamed, was %(id)s", id=change.was)
    return wording.pgettext("fate", _FATES[change.fate]) if change.fate in _FATES else None


def claim_lines(change: ClaimChange, wording: Wording = AS_WRITTEN) -> Iterator[Line]:
    """Yield the lines on the changes of a claim, or on what an added or removed one says."""
    if change.fate in ("added", "removed"):
        yield from _summary(change, wording)
    for (on, _), group in groupby(change.changes, _origin):
        single = []
        for part in group:
            if isinstance(part, Rewriting):
                yield from _rewriting(part, wording)
            else:
                single.append(part)
        if on is None:
            yield from (_field_line(change, wording) for change in single)
        elif single:
            yield from _update_lines(on, single, wording)


def _origin(change: Change | Rewriting) -> tuple[Period | None, Source | None]:
    return change.on, change.source if isinstance(change, Change) else None


def table_line(change: TableChange) -> Line:
    """Return the line on a change of a source, a place or a file."""
    concerned = f", in {count(len(change.claims), 'claim')}" if change.claims else ""
    pieces = _item_pieces(change, AS_WRITTEN)
    return Line(_label(change.field, AS_WRITTEN), (*pieces, TextPiece("", concerned)))


def _summary(change: ClaimChange, wording: Wording) -> Iterator[Line]:
    entry = change.entry
    state = state_of(entry, date.max)
    said_by = comma(entry.claim.speaker, entry.claim.role, wording=wording)
    yield _line(_label("speaker", wording), said_by or "")
    if state is not None and state.due is not None:
        yield _line(_label("due", wording), deadline_words(state, wording) or "")
    if state is not None and state.outcome is not None:
        yield _line(_label("outcome", wording), status_words(state, wording))
    for index, citation in enumerate(entry.citations()):
        label = _label("source", wording) if index == 0 else ""
        yield _source_line(label, None, citation.source, wording)


def _field_line(change: Change, wording: Wording) -> Line:
    """Return a change of a field of the claim, or of a field in force after a rewriting."""
    label = _label(change.field, wording)
    lead = wording.gettext("rewritten: ") if change.rewritten else ""
    if change.field == "due":
        return Line(label, (TextPiece("", lead + _deadline(change, wording)),), change.rewritten)
    if _is_prose(change.field):
        return Line(label, _text_pieces(change))
    return Line(label, (TextPiece("", lead), *_item_pieces(change, wording)), change.rewritten)


def _rewriting(rewriting: Rewriting, wording: Wording) -> Iterator[Line]:
    how = wording.pgettext("rewriting", _HOW[rewriting.how])
    yield Line(_date_label(rewriting.on, wording), (TextPiece("", how),), alarm=True)
    for change in rewriting.fields:
        pieces = _text_pieces(change) if _is_prose(change.field) else _item_pieces(change, wording)
        yield Line("", pieces, field=_field_name(change.field, wording))


def _update_lines(on: Period, changes: Sequence[Change], wording: Wording) -> Iterator[Line]:
    """Yield the lines of a new update, with its source last, marked where it is new."""
    label = _date_label(on, wording)
    for change in changes:
        if change.field != "source":
            yield _said_by_update(label, change, wording)
            label = ""
    source = changes[-1].source
    found = [each.new for each in changes if each.field == "source" and each.new is not None]
    field = _field_name("source", wording)
    if found:
        field = field._replace(in_phrase=wording.pgettext("within a phrase", _NEW_SOURCE))
    for index, each in enumerate(found or ([source] if source is not None else [])):
        if isinstance(each, Source):
            yield _source_line(label if index == 0 else "", field, each, wording)


def _date_label(on: Period, wording: Wording) -> str:
    """Return the date of an update: as its file has it, for those who look it up there."""
    return on.text if wording is AS_WRITTEN else wording.date(on)


def _said_by_update(label: str, change: Change, wording: Wording) -> Line:
    match change.field:
        case "outcome":
            return _line(label, _outcome(change.old, change.new, wording))
        case "happened":
            happened = wording.gettext("happened %(date)s", date=_new_value_words(change, wording))
            return _line(label, happened)
        case "due":
            due = wording.gettext("deadline %(change)s", change=_deadline(change, wording))
            return _line(label, due)
        case "note" if change.new is None:
            return _line(label, wording.gettext("looked, nothing new"))
    pieces = (TextPiece("", _new_value_words(change, wording)),)
    return Line(label, pieces, field=_field_name(change.field, wording))


def _new_value_words(change: Change, wording: Wording) -> str:
    """Return the new value of a field, and the old one if there was one."""
    old, new = change.old, change.new
    value = _value_words(change.field, new, wording)
    if old is None:
        return value
    was = _value_words(change.field, old, wording)
    if isinstance(old, Quantity) and isinstance(new, Quantity) and old.unit != new.unit:
        return wording.gettext("%(new)s, was %(old)s, another unit", new=value, old=was)
    return wording.gettext("%(new)s, was %(old)s", new=value, old=was)


def _outcome(before: FieldValue, after: FieldValue, wording: Wording) -> str:
    old, new = (wording.word(str(each)) for each in (before, after))
    if after is None and before is None:
        return wording.gettext("outcome: %(outcome)s", outcome=wording.word("open"))
    if after is None:
        return wording.gettext("outcome taken back, was %(old)s", old=old)
    if before is None:
        return wording.gettext("outcome found: %(new)s", new=new)
    if before == after:
        return wording.gettext("outcome found again: %(new)s", new=new)
    changed = wording.gettext("%(new)s, was %(old)s", new=new, old=old)
    return wording.gettext("outcome: %(outcome)s", outcome=changed)


def _deadline(change: Change, wording: Wording) -> str:
    old, new = value_words(change.old, wording), value_words(change.new, wording)
    if change.old is None:
        return wording.gettext("set to %(new)s", new=new)
    if change.new is None or change.days is None:
        return wording.gettext("taken out, was %(old)s", old=old)
    days = signed_days(change.days, wording)
    if change.moves:
        return wording.gettext(
            "moved from %(old)s to %(new)s, %(days)s", old=old, new=new, days=days
        )
    return wording.gettext("from %(old)s to %(new)s, %(days)s", old=old, new=new, days=days)


def _item_pieces(change: Change | TableChange, wording: Wording) -> tuple[TextPiece, ...]:
    gone, come = dict.fromkeys(_items(change.old)), dict.fromkeys(_items(change.new))
    removed = tuple(value for value in gone if value not in come)
    added = tuple(value for value in come if value not in gone)
    pieces = (
        TextPiece("-", _value_words(change.field, removed, wording)),
        TextPiece("+", _value_words(change.field, added, wording)),
    )
    return tuple(piece for piece in pieces if piece.text)


def _items(value: object) -> tuple[object, ...]:
    """Return the items of a list, or the one value of what is none."""
    return value if _is_list(value) else (value,)


def _is_list(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple) and not isinstance(value, Citation)


def _value_words(field: str, value: object, wording: Wording) -> str:
    """Return the value of a field in words, or each of its values; a word of the format too."""
    if _is_list(value):
        return wording.joined(*(_value_words(field, each, wording) for each in value))
    return value_words(wording.word(value) if _is_choice(value, field) else value, wording)


def _text_pieces(change: Change) -> tuple[TextPiece, ...]:
    return tuple(wordwise(value_words(change.old), value_words(change.new)))


def _source_line(label: str, field: FieldName | None, source: Source, wording: Wording) -> Line:
    parts = source_parts(source, wording=wording)
    words = comma(*parts, wording=wording)
    pieces = (TextPiece("", words),) if words is not None else ()
    url = one_line(source.url) if source.url is not None else None
    return Line(label, pieces, url=url, field=field, parts=parts)


def _label(field: str, wording: Wording) -> str:
    return wording.pgettext("label", _english_label(field))


def _field_name(field: str, wording: Wording) -> FieldName:
    return FieldName(_label(field, wording), phrase_word(_english_label(field), wording))


def _english_label(field: str) -> str:
    """Return the label of a field of a claim or an update, or the name of another as words."""
    owner = _owner(field)
    return label_of(owner, field) if owner is not None else words_of_name(field)


def _is_prose(field: str) -> bool:
    owner = _owner(field)
    return owner is not None and use_of(owner, field).prose


def _is_choice(value: object, field: str) -> TypeGuard[str]:
    owner = _owner(field)
    return isinstance(value, str) and owner is not None and bool(value_type(owner, field).words)


def _owner(field: str) -> type[Part] | None:
    """Return the part that has a field: labels of one name are the same in both."""
    return next((part for part in (Claim, Update) if field in fields_of(part)), None)


def _line(label: str, text: str) -> Line:
    return Line(label, (TextPiece("", text),))
