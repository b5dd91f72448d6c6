"""Rows about claims that stand in other rows, or in a file: what became of them, and remarks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claim_tracker.claims.fields import fields_of, written_fields
from claim_tracker.claims.model import Claim
from claim_tracker.claims.tracker import Entry
from claim_tracker.dates import parse_period
from claim_tracker.tables.columns.cell_dates import Undated
from claim_tracker.tables.columns.columns import REPEATED, Columns
from claim_tracker.tables.rows.imported import ClaimIndex, Imported, ImportedClaim, ImportedUpdate
from claim_tracker.tables.rows.record import CellValue, Record, names_in, words_in
from claim_tracker.tables.rows.updates import UpdateReader
from claim_tracker.tables.table import Look, Row
from claim_tracker.text.display import folded
from claim_tracker.text.latin import slug

_SAID_OF_CLAIM = tuple(
    name
    for name in fields_of(Claim)
    if name not in ("id", "quantity", "related", "note", "source", "updates")
)
"""The fields of a claim that a further row of it may repeat."""


@dataclass(frozen=True)
class AboutReader:
    """Adds what rows say of claims; `in_file` are those in the file by their ids."""

    imported: Imported
    index: ClaimIndex
    updates: UpdateReader
    in_file: Mapping[str, Entry]

    def add_further(self, record: Record, claim: ImportedClaim) -> None:
        """Add a further row of a claim: what it says that the claim does not is an update."""
        record.take("id")
        self._leave_out(record, claim.fields, _SAID_OF_CLAIM)
        if record.lines or record.has_more:
            self._learn(record, claim.fields, claim.updates)
        self.imported.looks += record.looks

    def add_row(self, columns: Columns, row: Row) -> None:
        """Add a row of a table of updates, of sources of single claims, or of remarks."""
        record = Record.of(columns, row, {})
        if row.parent is not None:
            claim = self.index.by_row.get(row.parent)
            claims = [claim] if claim is not None else []
            unknown: list[str] = []
            record.take("id")
        else:
            claims, unknown = self._named_claims(record)
        if not claims and not unknown:
            self.imported.refuse_row(record, "the row belongs to no claim")
            return
        if columns.role == "sources":
            sources = self.updates.sources.of(record, "source")
            for claim in claims:
                claim.sources += sources
            self._remark(record, claims)
        elif columns.role == "remarks":
            self._remark(record, claims)
        else:
            self._add_updates(record, claims, unknown)
        self.imported.looks += record.looks

    def _named_claims(self, record: Record) -> tuple[list[ImportedClaim], list[str]]:
        """Return the claims that a row names, and the ids of those that the file has."""
        claims: list[ImportedClaim] = []
        in_file: list[str] = []
        for value in record.take("id"):
            whole = folded(value.text) in self.index.by_key
            for name in [value.text] if whole else words_in(value.text):
                claim = self.index.by_key.get(folded(name))
                if claim is not None:
                    claims.append(claim)
                elif slug(name) in self.in_file:
                    in_file.append(slug(name))
                else:
                    record.look(value, f"no claim is named `{name}`")
        return claims, in_file

    def _add_updates(
        self, record: Record, claims: Sequence[ImportedClaim], in_file: Sequence[str]
    ) -> None:
        """Add the update of a row to each of its claims; what is to be looked at is so once."""
        known = [(claim.fields, claim.updates) for claim in claims]
        for name in in_file:
            # What is before the claim was stated is told as a difference.
            fields = {**written_fields(self.in_file[name].claim), "stated": None}
            known.append((fields, self.imported.others.setdefault(name, [])))
        looks: list[Look] = []
        for fields, updates in known:
            values = {field: [*found] for field, found in record.values.items()}
            again = replace(record, values=values, lines=[*record.lines], looks=[])
            self._learn(again, fields, updates)
            looks = looks or again.looks
        record.looks += looks

    def _learn(
        self, record: Record, fields: Mapping[str, Any], updates: list[ImportedUpdate]
    ) -> None:
        """Add the update that a row tells of a claim, with all that it says beside in its note."""
        stated = fields.get("stated")
        period = parse_period(stated) if stated else None
        for field in [name for name in record.values if name.startswith("source")]:
            record.add(f"update.{field}", record.take(field))
        self._leave_out(record, fields, REPEATED)
        if record.has("note"):
            record.add("update.note", record.take("note"))
        update = self.updates.of(record, fields["kind"], period)
        for value in record.rest():
            record.note(value)
        note = record.noted(update.fields.get("note"))
        update.fields |= {"note": note} if note else {}
        updates.append(update)

    @staticmethod
    def _leave_out(record: Record, fields: Mapping[str, Any], names: Iterable[str]) -> None:
        """Leave out what a row repeats of its claim; what is another there goes into the note."""
        for name in names:
            known = fields.get(name)
            for value in record.take(name):
                if value.column is None or _is_said(value, known, record):
                    continue
                if name == "claim":
                    record.add("update.note", (value,))
                else:
                    record.note(value)

    @staticmethod
    def _remark(record: Record, claims: Sequence[ImportedClaim]) -> None:
        """Put what a row says into the notes of its claims."""
        remarks = [value.line for value in (*record.rest(), *record.lines)]
        name = record.columns.table.within or record.columns.table.name
        if not remarks:
            return
        for claim in claims:
            claim.add_note(f"{name}: {'; '.join(remarks)}")


def _is_said(cell: CellValue, known: object, record: Record) -> bool:
    """Whether what a cell of a row says is known of a field of a claim."""
    if isinstance(known, list):
        names = {folded(each) for each in known}
        return all(folded(part) in names for part in names_in(cell.text))
    if known is None:
        return False
    found = record.dated(cell, cell.text)
    return folded(str(known)) == folded(cell.text) or (
        not isinstance(found, Undated) and found.text == known
    )
