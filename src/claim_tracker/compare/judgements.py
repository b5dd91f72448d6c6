"""Judgements that a later update of the same claim took back or replaced."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from claim_tracker.claims.model import Update
from claim_tracker.claims.tracker import Entry
from claim_tracker.compare.changes import Change
from claim_tracker.compare.values import FieldValues, meaning_key, update_fields

_JUDGEMENT = ("outcome", "rating", "happened")


def revised_judgements(entry: Entry) -> Iterator[tuple[Update, tuple[Change, ...]]]:
    """Yield each update that revises the outcome in force until then, with what it says of it.

    That is another outcome, `open` (as None), another rating, or other days on which it happened
    than were given. The note of the update comes last.
    """
    in_force: Update | None = None
    for update in entry.claim.updates:
        if update.outcome is None:
            continue
        if in_force is not None and _revises(in_force, update):
            yield update, tuple(_changes(entry, in_force, update))
        in_force = update if update.outcome != "open" else None


def judgement_key(claim_id: str, update: Update) -> Hashable:
    """Return a key that is equal for the same judgement in two states of a claim."""
    return claim_id, meaning_key(update.date), update.outcome


class FirstJudgements:
    """What was judged of claims as the oldest of some commits found them."""

    def __init__(self) -> None:
        self._first: dict[str, Entry | None] = {}

    def follow(
        self, old: Iterable[Entry], new: Iterable[Entry], renamed: Mapping[str, str]
    ) -> None:
        """Keep what a commit found of each claim, unless an earlier one did.

        `renamed` has the former id of each claim that the commit renamed.
        """
        for entry in old:
            self._first.setdefault(entry.claim.id, entry)
        for claim_id, was in renamed.items():
            self._first.setdefault(claim_id, self._first.get(was))
        for entry in new:
            self._first.setdefault(entry.claim.id, None)

    def revisions(self) -> frozenset[Hashable]:
        """Return which judgements had been revised then, each by the id that a claim has now."""
        return frozenset(
            judgement_key(claim_id, update)
            for claim_id, entry in self._first.items()
            if entry is not None
            for update, _ in revised_judgements(entry)
        )


def _revises(old: Update, new: Update) -> bool:
    if old.outcome != new.outcome:
        return True
    if None not in (old.rating, new.rating) and meaning_key(old.rating) != meaning_key(new.rating):
        return True
    one, two = old.happened, new.happened
    if one is None or two is None:
        return False
    return one.latest < two.earliest or two.latest < one.earliest


def _changes(entry: Entry, old: Update, new: Update) -> Iterator[Change]:
    was, now = _values(entry, old), _values(entry, new)
    source = next((citation.source for citation in entry.citations(new)), None)
    for name in _JUDGEMENT:
        if name == "outcome" or now[name] is not None:
            is_same = name != "outcome" and meaning_key(was[name]) == meaning_key(now[name])
            yield Change(name, None if is_same else was[name], now[name], new.date, source)
    if new.note is not None:
        yield Change("note", None, new.note, new.date, source)


def _values(entry: Entry, update: Update) -> FieldValues:
    """Return the fields of an update; `open` is no outcome."""
    fields = update_fields(entry, update)
    return {**fields, "outcome": None} if update.outcome == "open" else fields
