"""The claims of valid files, as they are imported."""

from collections.abc import Iterator

from claim_tracker.claims.fields import written_fields
from claim_tracker.claims.model import Source
from claim_tracker.claims.tracker import Cites, Entry, Tracker
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import Imported, ImportedClaim, ImportedUpdate


def imported_of_tracker(tracker: Tracker) -> Imported:
    """Return the claims of valid files, each with what it has from the defaults of its file."""
    imported = Imported(claims=[*map(_claim, tracker)], rows=len(tracker.entries))
    for file in tracker.files:
        for key, source in file.content.sources.items():
            imported.sources.setdefault(key, _cite(source, key))
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
    if part.source is None:
        return
    for citation in entry.citations(part):
        yield _cite(citation.source, citation.key, citation.at)


def _cite(source: Source, key: str | None, at: str | None = None) -> Cited:
    return Cited(tuple(written_fields(source).items()), at, key)
