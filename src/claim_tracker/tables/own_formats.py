"""What this tool has written itself, read back: `status --format`, and claims files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claim_tracker.claims.fields import Part, fields_of, value_type
from claim_tracker.claims.model import Claim, Source, Update
from claim_tracker.claims.tracker import Cites, Entry, Tracker
from claim_tracker.dates import Period, Within
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import Imported, ImportedClaim, ImportedUpdate
from claim_tracker.tables.table import Table

_MARKS = frozenset(("id", "first_due", "times_moved", "deadline_passed", "last_looked"))
"""Names that a row of `status` has, and no other table."""
_ESCAPED = re.compile("(^|[;|][\" ]*)'(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_LISTS = tuple(
    name for name in fields_of(Claim) if value_type(Claim, name).is_list and name != "updates"
)
_SINGLE = tuple(
    name for name in fields_of(Claim) if name not in (*_LISTS, "quantity", "source", "updates")
)
JsonRow = Mapping[str, Any]


def is_own_record(record: JsonRow) -> bool:
    """Whether a mapping is a claim as `status --format json` and `jsonl` have it."""
    return record.keys() >= _MARKS and isinstance(record.get("updates"), list)


def is_own_table(table: Table) -> bool:
    """Whether a table is one of `status --format csv`."""
    return {*table.heads} >= _MARKS | {"due_latest", "quantity_unit"}


def imported_of_records(records: Iterable[JsonRow]) -> Imported:
    """Return the claims of rows of JSON."""
    return _imported(enumerate(records, start=1))


def imported_of_csv(table: Table) -> Imported:
    """Return the claims of rows of CSV: as far as one row holds them."""
    imported = _imported((row.number, _record_of(table.heads, row.cells)) for row in table.rows)
    for claim in imported.claims:
        for update in claim.updates:
            update.dated = False
    return imported


def _imported(rows: Iterable[tuple[int, JsonRow]]) -> Imported:
    imported = Imported()
    for number, row in rows:
        imported.claims.append(_of_record(row, number, imported))
        imported.rows += 1
    return imported


def _record_of(heads: Sequence[str], texts: Sequence[str]) -> JsonRow:
    """Return a row of CSV as one of JSON, with one update that sums up what several have said."""
    filled = zip(heads, texts, strict=True)
    cells = {head: _ESCAPED.sub(r"\1", text) for head, text in filled if text}
    named = cells.get("source")
    sources = [{_field_of_source(named): named}] if named is not None else []
    update: dict[str, Any] = {"date": cells.get("last_looked") or cells.get("stated")}
    update |= {name: cells.get(name) for name in ("outcome", "happened", "progress")}
    if cells.get("due") != cells.get("first_due"):
        update["due"] = cells.get("due")
    update["sources"] = sources if update["outcome"] or update.get("due") else []
    quantity = {"value": cells.get("quantity"), "unit": cells.get("quantity_unit")}
    return {
        **cells,
        **{name: [*filter(None, cells.get(name, "").split("; "))] for name in _LISTS},
        "quantity": quantity if all(quantity.values()) else None,
        "source": None,
        "sources": sources,
        "updates": [update] if cells.get("updates", "0") != "0" else [],
    }


def _field_of_source(text: str) -> str:
    return "url" if text.lower().startswith(("http://", "https://")) else "title"


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


def _of_record(row: JsonRow, number: int, imported: Imported) -> ImportedClaim:
    updates = [_update(update, number, imported) for update in row["updates"]]
    fields: dict[str, Any] = {name: _text(row.get(name)) for name in _SINGLE}
    fields |= {name: [*map(str, row.get(name) or ())] for name in _LISTS}
    fields["due"] = _text(row.get("first_due"))
    if fields["kind"] != "fact" or fields["as_of"] == fields["stated"]:
        fields["as_of"] = None
    if any("review" in update.fields for update in updates):
        fields["review"] = None
    fields["quantity"] = _first_quantity(row.get("quantity"), updates)
    for key in fields["places"]:
        imported.places.setdefault(key, {"name": key})
    of_updates = {source for update in updates for source in update.sources}
    cited = row.get("sources") or filter(None, [row.get("source")])
    sources = [_source(each, imported) for each in cited]
    own = sources[:1] + [source for source in sources[1:] if source not in of_updates]
    return ImportedClaim(_filled(fields), own, updates, number, True)


def _update(row: JsonRow, number: int, imported: Imported) -> ImportedUpdate:
    fields: dict[str, Any] = {
        name: _quantity(row.get(name)) if name == "quantity" else _text(row.get(name))
        for name in fields_of(Update)
        if name != "source"
    }
    sources = [_source(each, imported) for each in row.get("sources") or ()]
    return ImportedUpdate(_filled(fields), sources, True, number)


def _source(row: JsonRow, imported: Imported) -> Cited:
    fields = {name: _text(row.get(name)) for name in fields_of(Source)}
    key = row.get("key")
    found = Cited(tuple(_filled(fields).items()), _text(row.get("at")), key)
    if key is not None:
        imported.sources.setdefault(str(key), found._replace(at=None))
    return found


def _first_quantity(
    row: JsonRow | None, updates: Sequence[ImportedUpdate]
) -> dict[str, str] | None:
    """Return the figure that a claim began with: that in force without its change."""
    moved = any("quantity" in update.fields for update in updates)
    if row is None or (moved and row.get("change") is None):
        return None
    first = _quantity(row)
    if first is not None and moved:
        value = float(str(row["value"])) - float(str(row["change"]))
        first["value"] = f"{round(value, 6):.6f}".rstrip("0").rstrip(".")
    return first


def _quantity(row: JsonRow | None) -> dict[str, str] | None:
    if row is None:
        return None
    found = {"value": str(row["value"]), "unit": str(row["unit"])}
    return {**found, "approximate": "true"} if row.get("approximate") in (True, "true") else found


def _text(value: Any) -> str | None:
    """Return the text of a value of a row: that of a date, or the value itself."""
    found = value.get("text") if isinstance(value, Mapping) else value
    return None if found is None else str(found)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
