"""The claims of valid files, as they are imported."""

from collections.abc import Iterator
from typing import Any

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Source
from claim_tracker.claims.tracker import Cites, Entry, Tracker
from claim_tracker.dates import Period, Within
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import Imported, ImportedClaim, ImportedUpdate


def imported_of_tracker(tracker: Tracker) -> Imported:
    """Return the claims of valid files, each with what it has from the defaults of its file."""
    imported = Imported(claims=[*map(_claim, tracker)], rows=len(tracker.entries))
    for file in tracker.files:
        for key, source in file.content.sources.items():
            imported.sources.setdefault(key, _cited(source, key))
        for key, place in file.content.places.items():
            imported.places.setdefault(key, written_fields(place))
    return imported


def _claim(entry: Entry) -> ImportedClaim:
    updates = [
        ImportedUpdate(
            written_fields(update), list(_citations(entry, update)), dated=True, row=entry.line
        )
        for update in entry.claim.updates
    ]
    fields = written_fields(entry.claim)
    return ImportedClaim(fields, list(_citations(entry, entry.claim)), updates, entry.line)


def _citations(entry: Entry, part: Cites) -> Iterator[Cited]:
    for citation in entry.citations(part) if part.source is not None else ():
        yield _cited(citation.source, citation.key, citation.at)


def _cited(source: Source, key: str | None, at: str | None = None) -> Cited:
    return Cited(tuple(written_fields(source).items()), at, key)


def written_fields(part: Part) -> dict[str, Any]:
    """Return the fields of a part but its sources and updates, as they are written."""
    found = {
        name: _written(getattr(part, name))
        for name in fields_of(type(part))
        if name not in ("source", "updates")
    }
    return {name: value for name, value in found.items() if value}


def _written(value: Any) -> Any:
    if isinstance(value, Period | Within):
        return value.text
    if isinstance(value, tuple):
        return [*map(str, value)]
    if isinstance(value, Part):
        return written_fields(value)
    if isinstance(value, bool):
        return "true" if value else None
    return None if value is None else str(value)
