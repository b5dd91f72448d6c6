"""The rows of `status --format json` and `jsonl`, read back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from claim_tracker.claims.fields import Part, fields_of, validated, value_type, written_fields
from claim_tracker.claims.model import DATE_FIELDS, Claim, Quantity, Source, Update
from claim_tracker.dates import DateError, parse_deadline
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import Imported, ImportedClaim, ImportedUpdate
from claim_tracker.tables.table import Look, TableError

OWN_MARKS = frozenset(("id", "first_due", "times_moved", "deadline_passed", "last_looked"))
"""Names that a row of `status` has, and no other table."""
LISTS = tuple(
    name for name in fields_of(Claim) if value_type(Claim, name).is_list and name != "updates"
)
_SINGLE = tuple(
    name
    for name in fields_of(Claim)
    if name not in (*LISTS, "due", "quantity", "source", "updates")
)
_COMPUTED = frozenset(
    "first_due times_moved slip_days days_left deadline_passed status timeliness days_late outcome "
    "happened progress last_looked first_quantity sources claim_sources file line".split()
)
"""The fields of a row beside those of a claim."""
_BESIDE: Mapping[type[Part], frozenset[str]] = {
    Claim: _COMPUTED,
    Update: frozenset(("sources",)),
    Source: frozenset(("key", "at")),
    Quantity: frozenset(("change",)),
}
"""The fields of each part of a row beside those of the format."""
FIGURES = ("quantity", "first_quantity")
JsonRow = Mapping[str, Any]
_T = TypeVar("_T")


def is_own_record(record: JsonRow) -> bool:
    """Whether a mapping is a claim as `status --format json` and `jsonl` have it."""
    return record.keys() >= OWN_MARKS and isinstance(record.get("updates"), list)


def imported_of_rows(name: str, rows: Iterable[tuple[int, JsonRow]], *, dated: bool) -> Imported:
    """Return the claims of the rows of a file, each with its number.

    `dated` tells whether they have the dates of their updates. Raises TableError for a row of
    another form.
    """
    imported = Imported()
    for number, values in rows:
        row = _Mapping(values, number)
        claim = _claim(row, dated=dated)
        imported.claims.append(claim)
        imported.looks += (Look(name, number, *look) for look in _left_out(row, claim))
        imported.places |= {key: {"name": key} for key in claim.fields.get("places", ())}
        for source in chain(claim.sources, *(update.sources for update in claim.updates)):
            if source.key is not None:
                imported.sources.setdefault(source.key, source._replace(at=None))
    imported.rows = len(imported.claims)
    return imported


class _Mapping(NamedTuple):
    """A mapping in a row of JSON, whose values are read in the forms that they are written in.

    Each value of another form raises TableError, with the number of the row.
    """

    values: JsonRow
    row: int

    def shape_error(self, name: str) -> TableError:
        """Return the error for a value of another form."""
        return TableError(
            f"row {self.row}: `{name}` has another form than in what tracker writes",
            "correct it there, or write the rows anew with `tracker status --format json`",
        )

    def _held(self, name: str, kind: type[_T]) -> _T | None:
        """Return a value of a kind, or None if the field is missing."""
        value = self.values.get(name)
        if value is None or isinstance(value, kind):
            return value
        raise self.shape_error(name)

    def text(self, name: str) -> str | None:
        """Return a text, or None if the field is missing."""
        return self._held(name, str) or None

    def date(self, name: str) -> str | None:
        """Return the text of a date, which may stand in a mapping, or None if it is missing."""
        value = self.values.get(name)
        if isinstance(value, Mapping) and "text" in value:
            return _Mapping({name: value["text"]}, self.row).date(name)
        text = self.text(name)
        if text is None:
            return None
        try:
            parse_deadline(text)
        except DateError:
            raise self.shape_error(name) from None
        return text

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list."""
        return self._items(name, str)

    def mapping(self, name: str) -> "_Mapping | None":
        """Return a mapping, or None if the field is missing."""
        value = self._held(name, dict)
        return _Mapping(value, self.row) if value is not None else None

    def mappings(self, name: str) -> "list[_Mapping]":
        """Return the mappings of a list."""
        return [_Mapping(each, self.row) for each in self._items(name, dict)]

    def _items(self, name: str, held: type[_T]) -> list[_T]:
        items = self._held(name, list) or []
        if not all(isinstance(each, held) for each in items):
            raise self.shape_error(name)
        return items

    def number(self, name: str) -> int | None:
        """Return a whole number, which is written as a text, or None if the field is missing."""
        text = self.text(name)
        if text is not None and not text.isdecimal():
            raise self.shape_error(name)
        return int(text) if text is not None else None

    def fields(self, part: type[Part], names: Iterable[str]) -> dict[str, Any]:
        """Return the fields of a part that are a text or a date, those that are there.

        Raises TableError too for one that the part needs and that is not there.
        """
        dates = DATE_FIELDS.get(part, ())
        found = {name: self.date(name) if name in dates else self.text(name) for name in names}
        for name, value in found.items():
            if value is None and fields_of(part)[name].is_required():
                raise self.shape_error(name)
        return {name: value for name, value in found.items() if value is not None}

    def figure(self, name: str) -> dict[str, Any] | None:
        """Return the fields of a figure, or None if it is missing."""
        found = self.mapping(name)
        if found is None:
            return None
        try:
            fields = {each: found.values.get(each) for each in fields_of(Quantity)}
            return written_fields(validated(Quantity, fields))
        except ValidationError:
            raise self.shape_error(name) from None

    def cited(self) -> "list[_Mapping]":
        """Return the mappings of the sources in a list, or else of the one source."""
        main = self.mapping("source")
        return self.mappings("sources") or [*filter(None, [main])]

    def sources(self) -> list[Cited]:
        """Return the sources that are cited."""
        return [
            Cited(
                tuple(each.fields(Source, fields_of(Source)).items()),
                each.text("at"),
                each.text("key"),
            )
            for each in self.cited()
        ]


def _claim(row: _Mapping, *, dated: bool) -> ImportedClaim:
    updates = [_update(each, dated=dated) for each in row.mappings("updates")]
    fields = row.fields(Claim, _SINGLE)
    fields |= {name: row.texts(name) for name in LISTS}
    fields |= {"due": row.date("first_due"), "quantity": _first_figure(row, updates)}
    if fields["kind"] != "fact" or fields.get("as_of") == fields.get("stated"):
        fields["as_of"] = None
    if any("review" in update.fields for update in updates):
        fields["review"] = None
    filled = {name: value for name, value in fields.items() if value}
    return ImportedClaim(filled, _own_sources(row, updates), updates, row.row)


def _update(row: _Mapping, *, dated: bool) -> ImportedUpdate:
    names = [name for name in fields_of(Update) if name not in ("quantity", "source")]
    fields = row.fields(Update, names)
    figure = row.figure("quantity")
    fields |= {"quantity": figure} if figure is not None else {}
    return ImportedUpdate(fields, row.sources(), dated, row.row)


def _first_figure(row: _Mapping, updates: Sequence[ImportedUpdate]) -> dict[str, Any] | None:
    """Return the figure of a claim itself; None where that in force may be of an update."""
    if "first_quantity" in row.values:
        return row.figure("first_quantity")
    moved = any("quantity" in update.fields for update in updates)
    return None if moved else row.figure("quantity")


def _own_sources(row: _Mapping, updates: Sequence[ImportedUpdate]) -> list[Cited]:
    """Return the sources of a claim itself, which come before those of its updates."""
    sources = row.sources()
    count = row.number("claim_sources") or 1
    of_updates = {source for update in updates for source in update.sources}
    return sources[:count] + [source for source in sources[count:] if source not in of_updates]


def _left_out(row: _Mapping, claim: ImportedClaim) -> Iterator[tuple[str, str, str]]:
    """Yield the values of a row that the claim is without: their names, texts, and why."""
    yield from _unknown(row, Claim)
    figure = row.figure("quantity")
    if figure is not None and "first_quantity" not in row.values and "quantity" not in claim.fields:
        text = f"{figure['value']} {figure['unit']}"
        yield "quantity", text, "it is of an update; what the claim itself said is not in this row"


def _unknown(row: _Mapping, part: type[Part], lead: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield the values of a part, and of the parts in it, that have no field."""
    known = {*fields_of(part), *_BESIDE[part]}
    for name, value in row.values.items():
        if value is not None and name not in known:
            yield f"{lead}{name}", str(value), "what tracker writes has no such field"
    if "sources" in known:
        for source in row.cited():
            yield from _unknown(source, Source, f"{lead}sources.")
    if "updates" in known:
        for update in row.mappings("updates"):
            yield from _unknown(update, Update, f"{lead}updates.")
    for name in FIGURES:
        figure = row.mapping(name) if name in known else None
        if figure is not None:
            yield from _unknown(figure, Quantity, f"{lead}{name}.")
