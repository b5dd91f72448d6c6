"""Changes of what claims refer to: the fields of sources, of places, and of their files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from claim_tracker.checks.readable import Readable
from claim_tracker.claims.model import ClaimsFile, Part, fields_of
from claim_tracker.claims.tracker import Cites, Entry, TrackedFile, Tracker
from claim_tracker.compare.changes import TableChange
from claim_tracker.compare.values import FieldValue, meaning

_CONTENTS = ("version", "sources", "places", "claims")
_SETTINGS = tuple(name for name in fields_of(ClaimsFile) if name not in _CONTENTS)
"""The fields of a file other than its sections."""


@dataclass(slots=True)
class _Details:
    """The values of each field of one source or place, and the claims that refer to it."""

    values: dict[str, list[FieldValue]] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)


def table_changes(old: Readable, new: Readable) -> Iterator[TableChange]:
    """Yield the fields that differ of sources and places that claims of both states refer to."""
    yield from _differing("source", _sources(old.tracker), _sources(new.tracker))
    yield from _differing("place", _places(old.tracker), _places(new.tracker))
    yield from _settings(old, new)


def _differing(
    table: Literal["source", "place"], old: Mapping[str, _Details], new: Mapping[str, _Details]
) -> Iterator[TableChange]:
    for name, now in new.items():
        if name not in old:
            continue
        for detail in now.values:
            one, two = old[name].values[detail], now.values[detail]
            gone, come = _without(one, two), _without(two, one)
            if gone or come:
                was, is_now = (gone or [None])[0], (come or [None])[0]
                yield TableChange(table, name, detail, was, is_now, tuple(now.claims))


def _without(values: list[FieldValue], others: list[FieldValue]) -> list[FieldValue]:
    known = set(map(meaning, others))
    return [value for value in values if meaning(value) not in known]


def _sources(tracker: Tracker) -> Mapping[str, _Details]:
    """Return the sources that are cited, by address."""
    found: dict[str, _Details] = {}
    for entry in tracker:
        parts: tuple[Cites, ...] = (entry.claim, *entry.claim.updates)
        for part in parts:
            for _, source, _ in entry.citations(part):
                _note(found.setdefault(source.identity, _Details()), entry, source, "url")
    return found


def _places(tracker: Tracker) -> Mapping[str, _Details]:
    """Return the places that claims are about, by name."""
    found: dict[str, _Details] = {}
    for entry in tracker:
        for place in entry.places:
            _note(found.setdefault(place.name, _Details()), entry, place, "name")
    return found


def _note(known: _Details, entry: Entry, part: Part, key: str) -> None:
    """Add the fields of a claim's source or place, without the key field, to what is known."""
    known.claims[entry.claim.id] = None
    for name in fields_of(type(part)):
        if name == key:
            continue
        values, value = known.values.setdefault(name, []), getattr(part, name)
        if value is not None and value not in values:
            values.append(value)


def _settings(old: Readable, new: Readable) -> Iterator[TableChange]:
    """Yield the settings that differ between files of one name, or between the only ones."""
    old_files = {file.name: file for file in old.tracker.files}
    if len(old.tracker.files) == len(new.tracker.files) == 1:
        old_files = {new.tracker.files[0].name: old.tracker.files[0]}
    for file in new.tracker.files:
        was = old_files.get(file.name, file)
        for name in _SETTINGS:
            one, two = _setting(was, name), _setting(file, name)
            is_known = (was.name, name) not in old.unread and (file.name, name) not in new.unread
            if is_known and meaning(one) != meaning(two):
                yield TableChange("file", file.name, name, one, two)


def _setting(file: TrackedFile, name: str) -> FieldValue:
    """Return a setting of a file; None for a part that equals its default."""
    value: FieldValue = getattr(file.content, name)
    return (
        None if value == fields_of(ClaimsFile)[name].default and isinstance(value, Part) else value
    )
