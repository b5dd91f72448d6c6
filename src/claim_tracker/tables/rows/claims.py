"""What a row says of its claim: the fields of a claim, its sources, and what became of it."""

from typing import Any

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Claim
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.edit.ids import made_place
from claim_tracker.tables.columns.statuses import kind_named
from claim_tracker.tables.rows.claim_ids import ClaimIds
from claim_tracker.tables.rows.imported import Imported, ImportedClaim
from claim_tracker.tables.rows.record import Record, parts
from claim_tracker.tables.rows.updates import UpdateReader, due_of
from claim_tracker.text.latin import latin_words

NOBODY = "Not named"
"""The speaker of a claim of which no cell says who made it."""
_READ_APART = ("id claim kind stated as_of due quantity source places related note updates").split()
_PLAIN = tuple(name for name in fields_of(Claim) if name not in _READ_APART)
"""The fields of a claim that are read by their type alone."""


class ClaimReader:
    """Reads the claims of rows; `kind` is that of a new claim whose row says none."""

    def __init__(
        self, imported: Imported, updates: UpdateReader, ids: ClaimIds, kind: Kind
    ) -> None:
        self._imported = imported
        self._updates = updates
        self._ids = ids
        self._kind = kind
        self._places = {place["name"]: key for key, place in imported.places.items()}

    def of(self, record: Record, *, cites_row: bool) -> ImportedClaim:
        """Return the claim of a row, with all that the row says beside it in its note.

        With `cites_row` the sources of the row are those of its update too.
        """
        own = self._kind_of(record)
        fields: dict[str, Any] = {
            "claim": record.text("claim") or "",
            "kind": own or self._kind,
        }
        for name in _PLAIN:
            fields[name] = record.plain(name)
        fields["speaker"] = fields["speaker"] or fields["organisation"] or self._nobody()
        stated = record.period("stated", self._updates.origin.fault_of)
        fields["stated"] = stated and stated.text
        fields["due"] = due_of(record, "due", stated)
        fields["quantity"] = self._updates.figure(record, "quantity")
        fields["places"] = self._places_of(record)
        sources = self._updates.sources.of(record, "source")
        fields["id"] = self._ids.give(record, fields)
        if own is None and fields["id"] in self._ids.in_file:
            fields["kind"] = self._ids.in_file[fields["id"]].claim.kind
        if fields["kind"] == "fact":
            fields["as_of"] = record.plain("as_of")
        claim = ImportedClaim(fields, sources, [], record.row.number)
        if any(field.startswith("update.") for field in record.values):
            update = self._updates.of(record, claim.kind, stated, sources if cites_row else ())
            if update.dated or update.sources or len(update.fields) > 1:
                claim.updates.append(update)
        notes = record.paragraphs("note")
        for value in record.rest():
            record.note(value)
        fields["note"] = record.noted(notes)
        return claim

    def _nobody(self) -> str:
        self._imported.counts["without a speaker"] += 1
        return NOBODY

    def _kind_of(self, record: Record) -> Kind | None:
        """Return the kind that a row says; None where it says none."""
        found = record.take_one("kind")
        if found is None:
            return None
        kind = kind_named(found.text)
        if kind is None:
            record.refuse(found, f"it is not a kind of claims; taken as `{self._kind}`")
        return kind or self._kind

    def _places_of(self, record: Record) -> list[str]:
        keys: list[str] = []
        for value in record.take("places"):
            names = parts(value.text)
            if all(map(latin_words, names)):
                keys += map(self._place, names)
            else:
                record.refuse(value, "no key of a place can be made of it")
        return list(dict.fromkeys(keys))

    def _place(self, name: str) -> str:
        """Return the key of a place, one of its own for each name."""
        key = self._places.get(name)
        if key is None:
            key = self._places[name] = made_place(name, self._imported.places)
            self._imported.places[key] = {"name": name}
        return key
