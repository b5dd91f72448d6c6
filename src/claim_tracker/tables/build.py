"""Claims from the rows of tables, each valid by the rules of the format."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Claim, Update
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.dates import Period, Within, parse_deadline, parse_period
from claim_tracker.edit.yaml_writer import Fields
from claim_tracker.tables.columns.columns import Chosen, Columns, likely_kind
from claim_tracker.tables.columns.mapping import GivenColumns, chosen_of
from claim_tracker.tables.columns.roles import with_roles
from claim_tracker.tables.headers import KEY
from claim_tracker.tables.rows.about_claims import AboutReader
from claim_tracker.tables.rows.claim_ids import ClaimIds
from claim_tracker.tables.rows.claims import ClaimReader
from claim_tracker.tables.rows.imported import (
    AlreadyTracked,
    ClaimIndex,
    Imported,
    ImportedClaim,
    Origin,
    with_values,
)
from claim_tracker.tables.rows.record import CellValue, Record, names_in
from claim_tracker.tables.rows.sources import SourceReader
from claim_tracker.tables.rows.updates import UpdateReader
from claim_tracker.tables.table import Row, Table
from claim_tracker.text.display import folded, nfc
from claim_tracker.text.latin import slug

_TOTALS = frozenset("total totals sum grand total:".split()) | {"grand total", "in total"}
_OF_SOURCES = ("update.source.url", "source.url", "source")
_SAYS_MORE = (*(f"update.{name}" for name in fields_of(Update)), *_OF_SOURCES)
"""The fields of a row that make it a further row of the claim above it."""


@dataclass(frozen=True)
class Importing:
    """What tables came to: their columns, with what was said of them, and what was imported.

    `kind` is that of claims that say none, and why; `words` are those that were explained, as they
    were written; `head` are the fields of a file of its own before the sources.
    """

    imported: Imported
    columns: tuple[Columns, ...] = ()
    chosen: Chosen = field(default_factory=Chosen)
    words: Mapping[str, str] = field(default_factory=dict)
    kind: tuple[Kind, str] | None = None
    head: Fields = field(default_factory=dict)


def import_tables(
    tables: Sequence[Table], given: GivenColumns, origin: Origin, known: AlreadyTracked
) -> Importing:
    """Return the claims, updates and sources of tables. Raises TableError."""
    chosen = chosen_of([header for table in tables for header in table.headers], given)
    columns = with_roles(tables, chosen, known.ids)
    kind = likely_kind(columns)
    builder = _Builder(origin, chosen, kind[0], known)
    for each in columns:
        builder.add(each)
    above = "\n".join(line for table in tables for line in table.above)
    head = {"about": above} if above else {}
    return Importing(builder.finish(), columns, chosen, given.known_words, kind, head)


class _Builder:
    """Makes claims of the rows of tables; `kind` is that of a claim whose row says none."""

    def __init__(self, origin: Origin, chosen: Chosen, kind: Kind, known: AlreadyTracked) -> None:
        self.imported = Imported(places={key: {"name": name} for key, name in known.places.items()})
        self._origin = origin
        self._chosen = chosen
        self._related: list[tuple[Record, ImportedClaim, list[CellValue]]] = []
        self._ids = ClaimIds(known)
        self._index = ClaimIndex()
        self._sources = SourceReader(self.imported.sources, origin)
        updates = UpdateReader(origin, self._sources, chosen.words, self.imported.counts)
        self._claims = ClaimReader(self.imported, updates, self._ids, kind)
        self._about = AboutReader(self.imported, self._index, updates, known.ids)

    def add(self, columns: Columns) -> None:
        """Add the rows of a table; those with claims come before those that refer to them."""
        is_of_claims = columns.role == "claims"
        self.imported.looks += columns.table.looks
        cites_row = is_of_claims and _are_sources_of_updates(columns)
        for row in columns.table.rows:
            self.imported.rows += row.parent is None
            if is_of_claims:
                self._add_row(Record.of(columns, row, self._chosen.values), cites_row=cites_row)
            elif columns.role == "sources" and row.parent is None:
                self._add_source(columns, row)
            else:
                self._about.add_row(columns, row)

    def finish(self) -> Imported:
        """Return what was imported, its updates in order, and each claim stated before them."""
        for record, claim, values in self._related:
            self._relate(record, claim, values)
        for claim in self.imported.claims:
            _complete(claim, self._origin, self.imported.counts)
        for learned in self.imported.others.values():
            learned.sort(key=lambda update: update.day.latest)
        return self.imported

    def _add_row(self, record: Record, *, cites_row: bool) -> None:
        text = record.values.get("claim")
        key = _key_of(record)
        known = self._index.by_key.get(key) if key else None
        if known is None and not text and not key and _says_more(record):
            known = self.imported.claims[-1] if self.imported.claims else None
            self.imported.counts["rows of the claim above"] += known is not None
        if known is not None and _is_same(known, text):
            self._about.add_further(record, known)
        elif text and not _is_total(record, text[0]):
            self._add_claim(record, key, cites_row=cites_row)
        else:
            self.imported.refuse_row(record, "there is no claim in it")

    def _add_claim(self, record: Record, key: str, *, cites_row: bool) -> None:
        related = record.take("related")
        claim = self._claims.of(record, cites_row=cites_row)
        self.imported.claims.append(claim)
        self._index.by_row[record.row.number] = claim
        if key:
            self._index.by_key[key] = claim
        if related:
            self._related.append((record, claim, related))
        self.imported.looks += record.looks

    def _add_source(self, columns: Columns, row: Row) -> None:
        """Add a source with its key to those of the file."""
        record = Record.of(columns, row, {})
        key = record.text(KEY)
        found = self._sources.of(record, "source")
        if key is None or not found or nfc(key) in self.imported.sources:
            self.imported.refuse_row(record, "it is not a source with a key of its own")
            return
        self.imported.sources[nfc(key)] = found[0]._replace(key=nfc(key))
        listed = {(look.column, look.text) for look in record.looks}
        for value in (*record.lines, *record.rest()):
            if (value.header, value.text) not in listed:
                record.look(value, "a source has no place for it")
        self.imported.looks += record.looks

    def _relate(self, record: Record, claim: ImportedClaim, values: Sequence[CellValue]) -> None:
        found: list[str] = []
        for value in values:
            ids = list(map(self._id_of, names_in(value.text)))
            if all(each in self._ids and each != claim.id for each in ids):
                found += ids
            else:
                claim.add_note(value.line)
                record.look(value, "there is no such claim")
                self.imported.looks.append(record.looks.pop())
        if found:
            claim.fields["related"] = list(dict.fromkeys(found))

    def _id_of(self, name: str) -> str:
        """Return the id of the claim that a row calls so, else the id that its name would have."""
        claim = self._index.by_key.get(folded(name))
        return claim.id if claim is not None else slug(name)


def _key_of(record: Record) -> str:
    """Return the key of the claim of a row: its id or else its words; "" for neither."""
    ids, text = record.first("id"), record.first("claim")
    if ids is not None or text is None:
        return folded(ids.text) if ids is not None else ""
    words = (text, record.first("speaker"), record.first("stated"))
    return "\n".join(folded(word.text) if word is not None else "" for word in words)


def _are_sources_of_updates(columns: Columns) -> bool:
    """Whether the sources of rows are of their updates: rows of one claim have different ones."""
    fields = list(filter(None, columns.fields))
    if any(field.startswith("update.source") for field in fields):
        return False
    if not any(field.startswith("update.") for field in fields):
        return False
    first: dict[str, set[str]] = {}
    key = ""
    for row in columns.table.rows:
        record = Record.of(columns, row, {})
        key = _key_of(record) or key
        values = (record.values.get(field, ()) for field in ("source", "source.url"))
        sources = {value.text for value in chain.from_iterable(values)}
        if not sources <= first.setdefault(key, sources):
            return True
    return False


def _says_more(record: Record) -> bool:
    """Whether a row without a claim says something of the one above it."""
    values = (value for field in _SAYS_MORE for value in record.values.get(field, ()))
    return any(value.column is not None for value in values)


def _is_same(claim: ImportedClaim, text: list[CellValue] | None) -> bool:
    return not text or folded(text[0].text) == folded(claim.fields["claim"])


def _is_total(record: Record, text: CellValue) -> bool:
    """Whether a row sums up the others: it says so where it begins, or counts its claims."""
    first = next(filter(None, record.row.cells))
    names = {folded(first), folded(text.text)}
    return not names.isdisjoint(_TOTALS) and not record.has("speaker")


def _complete(claim: ImportedClaim, origin: Origin, counts: Counter[str]) -> None:
    """Give a claim a source and a date, and put its updates in order."""
    claim.updates.sort(key=lambda update: update.day.latest)
    if not claim.sources:
        claim.sources = [origin.source]
        claim.cites_table = True
        counts["claims that cite the table"] += 1
    if not claim.fields.get("stated"):
        _give_day(claim, origin, counts)
    claim.fields = with_values(claim.fields, Claim)


def _give_day(claim: ImportedClaim, origin: Origin, counts: Counter[str]) -> None:
    """Let the source say when a claim was stated, else the latest that it can have been."""
    due = claim.fields.get("due")
    limits = [update.day.latest for update in claim.updates]
    for text in filter(None, (due, *(update.fields.get("due") for update in claim.updates))):
        limit = parse_deadline(text)
        limits += [limit.latest] if isinstance(limit, Period) else []
    latest = min(limits, default=origin.day)
    first = claim.sources[0]
    published = first.published if first != origin.source else None
    if published is not None and parse_period(published).earliest <= latest:
        return
    day = min(latest, origin.day)
    claim.is_stated_open = True
    claim.fields["stated"] = f"../{day.isoformat()}"
    counts["stated at an unknown time"] += 1
    if due is not None and isinstance(parse_deadline(due), Within):
        counts["spans from an unknown time"] += 1
