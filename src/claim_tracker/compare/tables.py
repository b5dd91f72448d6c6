"""Changes of what claims refer to: the fields of sources, of places, and of their files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from claim_tracker.checks.readable import Readable
from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import ClaimsFile, Defaults, SourceReference, references_in
from claim_tracker.claims.tracker import Entry, TrackedFile, Tracker
from claim_tracker.compare.changes import TableChange
from claim_tracker.compare.values import FieldValue, meaning_key, source_value

_CONTENTS = ("version", "defaults", "sources", "places", "claims")
_SETTINGS = tuple(name for name in fields_of(ClaimsFile) if name not in _CONTENTS)
"""The fields of a file other than its sections and its defaults."""


@dataclass(slots=True)
class _Details:
    """The values of each field of one source or place, and the claims that refer to it."""

    values: dict[str, list[FieldValue]] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)


def table_changes(old: Readable, new: Readable) -> Iterator[TableChange]:
    """Yield the fields that differ of what claims refer to, of files, and of their defaults."""
    yield from _differing("source", _sources(old.tracker), _sources(new.tracker))
    yield from _differing("place", _places(old.tracker), _places(new.tracker))
    yield from _settings(old, new)
    yield from _defaults(old, new)


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
    known = set(map(meaning_key, others))
    return [value for value in values if meaning_key(value) not in known]


def _sources(tracker: Tracker) -> Mapping[str, _Details]:
    """Return the sources that are cited, by address."""
    found: dict[str, _Details] = {}
    for entry in tracker:
        for _, source, _ in entry.citations_with(entry.claim.updates):
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
    """Yield the settings that differ between two states of a file."""
    for was, file in _pairs(old, new):
        for name in _SETTINGS:
            one, two = _setting(was, name), _setting(file, name)
            is_known = (was.name, name) not in old.unread and (file.name, name) not in new.unread
            if is_known and meaning_key(one) != meaning_key(two):
                yield TableChange("file", file.name, name, one, two)


def _defaults(old: Readable, new: Readable) -> Iterator[TableChange]:
    """Yield the defaults that differ between two states of a file, and the claims with them."""
    for was, file in _pairs(old, new):
        unread = ((was.name, "defaults") in old.unread, (file.name, "defaults") in new.unread)
        before, after = _default_values(was), _default_values(file)
        if any(unread) or before == after:
            continue
        for name in fields_of(Defaults):
            one, two = before.get(name), after.get(name)
            if meaning_key(one) != meaning_key(two):
                entries = (entry for entry in new.tracker if entry.file is file)
                ids = tuple(entry.claim.id for entry in entries if name in entry.defaulted)
                yield TableChange("defaults", file.name, name, one, two, ids)


def _default_values(file: TrackedFile) -> dict[str, FieldValue]:
    """Return the defaults of a file that have a value."""
    defaults = file.content.defaults
    if defaults is None:
        return {}
    values = {name: getattr(defaults, name) for name in fields_of(Defaults)}
    values |= {
        "due": getattr(values["due"], "text", None),
        "source": _default_sources(file, references_in(values["source"])),
    }
    return {name: value for name, value in values.items() if value is not None}


def _default_sources(file: TrackedFile, references: Iterable[SourceReference]) -> FieldValue:
    """Return the sources of the defaults; None where a key is unknown, as in older states."""
    try:
        return source_value([file.cite(each) for each in references])
    except KeyError:
        return None


def _pairs(old: Readable, new: Readable) -> Iterator[tuple[TrackedFile, TrackedFile]]:
    """Yield the two states of each file of the same name, or of the only ones."""
    files = {file.name: file for file in old.tracker.files}
    if len(old.tracker.files) == len(new.tracker.files) == 1:
        files = {new.tracker.files[0].name: old.tracker.files[0]}
    return ((files[file.name], file) for file in new.tracker.files if file.name in files)


def _setting(file: TrackedFile, name: str) -> FieldValue:
    """Return a setting of a file; None for a part that equals its default."""
    value: FieldValue = getattr(file.content, name)
    return (
        None if value == fields_of(ClaimsFile)[name].default and isinstance(value, Part) else value
    )
