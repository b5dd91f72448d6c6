"""The rows of `status --format csv`, read back as far as one row holds a claim."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Any

from claim_tracker.claims.scalars import is_url
from claim_tracker.tables.own_formats.json_rows import (
    FIGURES,
    LISTS,
    OWN_MARKS,
    JsonRow,
    imported_of_rows,
)
from claim_tracker.tables.rows.imported import Imported
from claim_tracker.tables.table import Look, Row, Table

_ESCAPED = re.compile("(^|[;|][\" ]*)'(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def is_own_table(table: Table) -> bool:
    """Whether a table is one of `status --format csv`."""
    return {*table.headers} >= OWN_MARKS | {"due_latest", "quantity_unit"}


def imported_of_csv(table: Table) -> Imported:
    """Return the claims of rows of CSV. Raises TableError for a row that has another form."""
    rows = ((row.number, _record_of(table.headers, row.cells)) for row in table.rows)
    imported = imported_of_rows(table.name, rows, dated=False)
    imported.looks += table.looks
    imported.looks += (look for row in table.rows for look in _left_out(table, row))
    return imported


def _record_of(headers: Sequence[str], texts: Sequence[str]) -> JsonRow:
    """Return a row of CSV as one of JSON, with one update that sums up what several have said."""
    cells = {
        header: _ESCAPED.sub(r"\1", text) or None
        for header, text in zip(headers, texts, strict=True)
    }
    named = cells.get("source")
    sources = [{"url" if is_url(named) else "title": named}] if named is not None else []
    figures = {name: _figure(cells, name) for name in FIGURES if name in cells}
    names = ("outcome", "happened", "progress")
    update: dict[str, Any] = {name: cells.get(name) for name in names}
    update["date"] = cells.get("last_looked") or cells.get("stated")
    if cells.get("due") != cells.get("first_due"):
        update["due"] = cells.get("due")
    if figures.get("quantity") != figures.get("first_quantity"):
        update["quantity"] = figures.get("quantity")
    if any(map(update.get, ("outcome", "due", "quantity"))):
        update["sources"] = sources
    for name in ("due_latest", *(f"{name}_unit" for name in FIGURES)):
        cells.pop(name, None)
    return {
        **cells,
        **{name: _items(cells.get(name)) for name in LISTS},
        **figures,
        "source": None,
        "sources": sources,
        "updates": [update] if cells.get("updates") not in (None, "0") else [],
    }


def _figure(cells: JsonRow, name: str) -> JsonRow | None:
    found = {"value": cells.get(name), "unit": cells.get(f"{name}_unit")}
    return found if any(found.values()) else None


def _items(text: str | None) -> list[str]:
    """Return the items of a list in a cell; one with a semicolon in it stands in quotes."""
    if text is None:
        return []
    return next(csv.reader([" ".join(text.split())], delimiter=";", skipinitialspace=True))


def _left_out(table: Table, row: Row) -> Iterator[Look]:
    """Yield the cells that count what a row does not have itself."""
    cells = dict(zip(table.headers, row.cells, strict=True))
    for name, least, why in (
        ("updates", 1, "CSV has what they come to, in one; JSON has each with all that it says"),
        ("sources", 2, "CSV has the first alone, also for what became of it; JSON has each"),
    ):
        count = cells.get(name, "")
        if count.isdecimal() and int(count) >= least:
            yield Look(table.name, row.number, name, count, why)
