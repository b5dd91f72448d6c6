"""A table beside the claims that a file has already: what is new in it, and what differs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from claim_tracker.claims.fields import fields_of, written_fields
from claim_tracker.claims.figure import plain_number
from claim_tracker.claims.model import DATE_FIELDS, Claim, Quantity, Update
from claim_tracker.claims.state import ClaimState, state_of
from claim_tracker.claims.tracker import Citation, Entry, Tracker
from claim_tracker.dates import Period, Within, parse_deadline
from claim_tracker.tables.rows.claims import NOBODY
from claim_tracker.tables.rows.imported import (
    AlreadyTracked,
    Imported,
    ImportedClaim,
    ImportedUpdate,
)
from claim_tracker.text.display import folded

_MOVING = ("due", "quantity", "review")
"""The fields that updates may have moved on from what the claim says."""
_STANDING = ("outcome", "progress", "happened", "due", "quantity")
"""The fields of updates whose last value is in force for the claim."""
_ABOUT = "about "
_DATES = frozenset((*DATE_FIELDS[Claim], *DATE_FIELDS[Update]))
_COMPARED = tuple(
    name
    for name in fields_of(Claim)
    if name not in ("id", "source", "updates", "places", "related")
)
_Identity = tuple[tuple[str, str], ...]
"""A key that is equal for updates that say the same: the names and the texts of their fields."""


class Difference(NamedTuple):
    """A field of a claim that is another in the table than in the file; None for absent."""

    id: str
    field: str
    file: str | None
    table: str | None


class News(NamedTuple):
    """What a table has that a file does not: claims, updates by their claims, and differences."""

    claims: tuple[ImportedClaim, ...]
    updates: Mapping[str, Sequence[ImportedUpdate]]
    differences: tuple[Difference, ...]
    same: int
    absent: tuple[str, ...] = ()
    """The ids of claims that only the file has."""


def already_tracked(tracker: Tracker) -> AlreadyTracked:
    """Index the claims of the one file of a tracker: by text and speaker, by id, and its places."""
    claims: dict[tuple[str, str], list[str]] = {}
    for entry in tracker:
        words = folded(entry.claim.claim), folded(entry.claim.speaker)
        claims.setdefault(words, []).append(entry.claim.id)
    places = {key: place.name for key, place in tracker.files[0].content.places.items()}
    return AlreadyTracked(claims, {entry.claim.id: entry for entry in tracker}, places)


def news_of(imported: Imported, entries: Sequence[Entry], today: date) -> News:
    """Return the news in what was imported, beside the claims that there are."""
    known = {entry.claim.id: entry for entry in entries}
    claims = tuple(claim for claim in imported.claims if claim.id not in known)
    beside: dict[str, list[ImportedClaim]] = {}
    for claim in imported.claims:
        if claim.id in known:
            beside.setdefault(claim.id, []).append(claim)
    learned = {name: _updates_of(found) for name, found in beside.items()} | imported.others
    updates: dict[str, Sequence[ImportedUpdate]] = {}
    differences: list[Difference] = []
    for name, found in learned.items():
        entry = known[name]
        updates[name], differing = _new_updates(found, entry, today)
        differences += differing
        for claim in beside.get(name, ()):
            differences += _differences(claim, entry, state_of(entry, today))
    same = sum(not new for new in updates.values())
    updates = {name: new for name, new in updates.items() if new}
    absent = [name for name in known if imported.claims and name not in learned]
    return News(claims, updates, tuple(differences), same, tuple(absent))


def _updates_of(claims: Sequence[ImportedClaim]) -> list[ImportedUpdate]:
    """Return the updates of the rows of one claim, in their order."""
    found = chain.from_iterable(claim.updates for claim in claims)
    return sorted(found, key=lambda update: update.day.latest)


def _new_updates(
    learned: Sequence[ImportedUpdate], entry: Entry, today: date
) -> tuple[list[ImportedUpdate], list[Difference]]:
    """Return the updates that a claim does not have, and those that its outcome speaks against."""
    known = _Known(entry, state_of(entry, today))
    new: list[ImportedUpdate] = []
    differing: list[Difference] = []
    added: _Identity | None = None
    for update in learned:
        identity = _identity(update.fields)
        if identity == added or known.has(update, identity):
            continue
        against = known.against(update)
        if against is not None:
            differing.append(against)
            continue
        new.append(update)
        added = identity
    return new, differing


class _Known:
    """What a claim of the file says already, and its updates by their days."""

    def __init__(self, entry: Entry, state: ClaimState | None) -> None:
        self._entry = entry
        self._state = state
        updates = entry.claim.updates
        self._identities = {_identity(written_fields(update)) for update in updates}
        self._notes = {folded(update.note) for update in updates if update.note is not None}
        self._of_days: dict[tuple[date, date], list[Update]] = {}
        for update in updates:
            days = update.date.earliest, update.date.latest
            self._of_days.setdefault(days, []).append(update)

    def has(self, update: ImportedUpdate, identity: _Identity) -> bool:
        """Whether the claim says already what an update does, or has the same.

        One whose date no cell says is known by what it says, since the day is that of the import.
        """
        if identity in self._identities:
            return True
        note = update.fields.get("note")
        if note is not None and folded(note) not in self._notes:
            return False
        if update.dated:
            of_day = self._of_days.get((update.day.earliest, update.day.latest), ())
            return any(_covers(there, update.fields) for there in of_day)
        state = self._state
        return state is not None and all(
            _says(getattr(state, name), state.entry.stated, value, name)
            if name in _STANDING
            else any(_covers(there, {name: value}) for there in self._entry.claim.updates)
            for name, value in update.fields.items()
            if name not in ("date", "rating", "note")
        )

    def against(self, update: ImportedUpdate) -> Difference | None:
        """Return the difference that speaks against an update; None where it can be added."""
        claim_id, fields, state = self._entry.claim.id, update.fields, self._state
        progress = None if "outcome" in fields else fields.get("progress")
        if not update.dated and progress and state and state.outcome:
            return Difference(claim_id, "outcome", state.outcome, progress)
        stated = self._entry.stated
        days = map(parse_deadline, filter(None, map(fields.get, ("date", "due"))))
        for day in days:
            if isinstance(day, Period) and day.latest < stated.earliest:
                return Difference(claim_id, "stated", stated.text, day.text)
        return None


def _covers(there: Update, fields: Mapping[str, Any]) -> bool:
    return all(
        _says(getattr(there, name), there.counts_from, value, name)
        for name, value in fields.items()
        if name != "date"
    )


def _says(there: Any, counted_from: Period, here: Any, name: str) -> bool:
    """Whether a value of a file says what one of a table does.

    A table may have the day that a span comes to, and a figure without that it is about right.
    """
    written = _table_text(here, name)
    if isinstance(there, Within) and written == there.after(counted_from).text:
        return True
    found = _file_text(there)
    return written == found or (
        isinstance(there, Quantity) and written == (found or "").removeprefix(_ABOUT)
    )


def _identity(fields: Mapping[str, Any]) -> _Identity:
    return tuple(
        (name, text)
        for name in fields_of(Update)
        if name in fields and (text := _table_text(fields[name], name)) is not None
    )


def _differences(
    claim: ImportedClaim, entry: Entry, state: ClaimState | None
) -> Iterator[Difference]:
    """Yield the fields that a table has otherwise than a claim; not what it does not say."""
    for name in _COMPARED:
        if name not in claim.fields or (name == "stated" and claim.is_stated_open):
            continue
        if name == "speaker" and claim.fields[name] == NOBODY:
            continue
        there, here = getattr(entry.claim, name), claim.fields[name]
        if name == "stated" and there is None:
            there = entry.stated
        now = getattr(state, name) if name in _MOVING and state is not None else there
        if not any(_says(value, entry.stated, here, name) for value in (there, now)):
            yield Difference(claim.id, name, _file_text(now), _table_text(here, name))
    cited = [_names(each) for each in entry.citations()]
    in_file = ", ".join(names[0] for names in cited) or None
    for source in () if claim.cites_table else claim.sources:
        named = {text for name, text in source.fields if name in ("url", "title", "archived")}
        if named.isdisjoint(chain.from_iterable(cited)):
            yield Difference(claim.id, "source", in_file, source.url or min(named))


def _names(citation: Citation) -> list[str]:
    """Return the names of a source: its key if it has one, its addresses and its title."""
    source = citation.source
    names = (citation.key, source.url, source.title, source.archived)
    return [str(name) for name in names if name is not None]


def _file_text(value: Any) -> str | None:
    """Return a value of the model as it is compared."""
    if value is None or value == () or value is False:
        return None
    if isinstance(value, Period | Within):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Quantity):
        about = _ABOUT if value.approximate else ""
        return f"{about}{value.value} {value.unit}"
    return " ".join(str(value).split())


def _table_text(value: Any, name: str) -> str | None:
    """Return a value that is to be written as it is compared."""
    if isinstance(value, Mapping):
        about = _ABOUT if value.get("approximate") else ""
        return f"{about}{plain_number(float(value['value']))} {value['unit']}"
    if isinstance(value, list):
        return ", ".join(value)
    if name in _DATES:
        return parse_deadline(value).text
    return " ".join(str(value).split()) or None
