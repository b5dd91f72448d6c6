"""What this tool has written itself, read back: `status --format`, and claims files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Claim, Source, Update
from claim_tracker.claims.tracker import Cites, Entry, Tracker
from claim_tracker.dates import Period, Within
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import Imported, ImportedClaim, ImportedUpdate
from claim_tracker.tables.table import Table

_MARKS = frozenset(("id", "first_due", "times_moved", "deadline_passed", "last_looked"))
"""Names that a row of `status` has, and no other table."""
_ESCAPED = re.compile("(^|[;|][\" ]*)'(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_DATES = ("stated", "due", "as_of", "review")
_TEXTS = tuple(
    name
    for name in fields_of(Claim)
    if name not in (*_DATES, "source", "updates", "quantity", "places", "tags", "related")
)
Row = Mapping[str, Any]


def is_own_record(record: Row) -> bool:
    """Whether a mapping is a claim as `status --format json` and `jsonl` have it."""
    return record.keys() >= _MARKS and isinstance(record.get("updates"), list)


def is_own_table(table: Table) -> bool:
    """Whether a table is one of `status --format csv`."""
    return {*table.heads} >= _MARKS | {"due_latest", "quantity_unit"}


def imported_of_records(records: Iterable[Row]) -> Imported:
    """Return the claims of rows of JSON."""
    imported = Imported()
    for number, row in enumerate(records, start=1):
        imported.claims.append(_of_record(row, number, imported))
        imported.rows += 1
    return imported


def imported_of_csv(table: Table) -> Imported:
    """Return the claims of rows of CSV: as far as one row holds them."""
    imported = Imported()
    for row in table.rows:
        cells = {
            head: _ESCAPED.sub(r"\1", text)
            for head, text in zip(table.heads, row.cells, strict=True)
            if text
        }
        imported.claims.append(_of_cells(cells, row.number, imported))
        imported.rows += 1
    return imported


def imported_of_tracker(tracker: Tracker) -> Imported:
    """Return the claims of valid files, each with what it has from the defaults of its file."""
    imported = Imported()
    for file in tracker.files:
        for key, source in file.content.sources.items():
            imported.sources.setdefault(key, _cited(source, key))
        for key, place in file.content.places.items():
            imported.places.setdefault(key, written_fields(place))
    for entry in tracker:
        claim = entry.claim
        updates = [
            ImportedUpdate(
                written_fields(update), list(_citations(entry, update)), True, entry.line
            )
            for update in claim.updates
        ]
        fields = written_fields(claim)
        imported.claims.append(
            ImportedClaim(fields, list(_citations(entry, claim)), updates, entry.line, True)
        )
        imported.rows += 1
    return imported


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


def _of_record(row: Row, number: int, imported: Imported) -> ImportedClaim:
    updates = [_update(update, number, imported) for update in row["updates"]]
    fields: dict[str, Any] = {name: _plain(row.get(name)) for name in _TEXTS}
    fields["stated"] = _date(row.get("stated"))
    fields["due"] = _date(row.get("first_due"))
    if row.get("kind") == "fact" and _date(row.get("as_of")) != fields["stated"]:
        fields["as_of"] = _date(row.get("as_of"))
    if not any("review" in update.fields for update in updates):
        fields["review"] = _date(row.get("review"))
    fields["quantity"] = _first_quantity(row.get("quantity"), updates)
    for name in ("places", "tags", "related"):
        fields[name] = [*map(str, row.get(name) or ())]
    for key in fields["places"]:
        imported.places.setdefault(key, {"name": key})
    of_updates = {source for update in updates for source in update.sources}
    sources = [_source(each, imported) for each in row.get("sources") or [row["source"]]]
    own = [source for source in sources[:1] if source] + [
        source for source in sources[1:] if source not in of_updates
    ]
    return ImportedClaim(_filled(fields), own, updates, number, True)


def _update(row: Row, number: int, imported: Imported) -> ImportedUpdate:
    fields: dict[str, Any] = {}
    for name in fields_of(Update):
        value = row.get(name)
        if name == "quantity":
            fields[name] = _quantity(value)
        elif name != "source":
            fields[name] = _date(value) if isinstance(value, Mapping) else _plain(value)
    sources = [_source(each, imported) for each in row.get("sources") or ()]
    return ImportedUpdate(_filled(fields), sources, True, number)


def _source(row: Row, imported: Imported) -> Cited:
    fields: dict[str, Any] = {}
    for name in fields_of(Source):
        value = row.get(name)
        fields[name] = _date(value) if isinstance(value, Mapping) else _plain(value)
    key = row.get("key")
    found = Cited(tuple(_filled(fields).items()), _plain(row.get("at")), key)
    if key is not None:
        imported.sources.setdefault(str(key), found._replace(at=None))
    return found


def _first_quantity(row: Row | None, updates: Sequence[ImportedUpdate]) -> dict[str, str] | None:
    """Return the figure that a claim began with: that in force without its change."""
    moved = any("quantity" in update.fields for update in updates)
    if row is None or (moved and row.get("change") is None):
        return None
    first = _quantity(row)
    if first is not None and moved:
        value = float(str(row["value"])) - float(str(row["change"]))
        first["value"] = f"{round(value, 6):.6f}".rstrip("0").rstrip(".")
    return first


def _quantity(row: Row | None) -> dict[str, str] | None:
    if row is None:
        return None
    found = {"value": str(row["value"]), "unit": str(row["unit"])}
    return {**found, "approximate": "true"} if row.get("approximate") in (True, "true") else found


def _of_cells(cells: Mapping[str, str], number: int, imported: Imported) -> ImportedClaim:
    fields: dict[str, Any] = {name: cells.get(name) for name in _TEXTS}
    fields["stated"] = cells.get("stated")
    fields["due"] = cells.get("first_due")
    if cells.get("kind") == "fact" and cells.get("as_of") != cells.get("stated"):
        fields["as_of"] = cells.get("as_of")
    fields["review"] = cells.get("review")
    if "quantity" in cells and "quantity_unit" in cells:
        fields["quantity"] = {"value": cells["quantity"], "unit": cells["quantity_unit"]}
    for name in ("places", "tags", "related"):
        fields[name] = [part for part in cells.get(name, "").split("; ") if part]
    for key in fields["places"]:
        imported.places.setdefault(key, {"name": key})
    source = Cited((_address(cells["source"]),))
    update: dict[str, Any] = {"date": cells.get("last_looked") or cells.get("stated")}
    update |= {name: cells.get(name) for name in ("outcome", "happened", "progress")}
    if cells.get("due") != cells.get("first_due"):
        update["due"] = cells.get("due")
    found = _filled(update)
    has_updates = cells.get("updates", "0") != "0"
    needs_source = {"outcome", "due"} & found.keys()
    # One row sums up what several updates may have said.
    updates = (
        [ImportedUpdate(found, [source] * bool(needs_source), False, number)] if has_updates else []
    )
    return ImportedClaim(_filled(fields), [source], updates, number, True)


def _address(text: str) -> tuple[str, str]:
    return ("url" if text.lower().startswith(("http://", "https://")) else "title", text)


def _date(value: Any) -> str | None:
    return _plain(value.get("text")) if isinstance(value, Mapping) else _plain(value)


def _plain(value: Any) -> str | None:
    return None if value is None else str(value)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
