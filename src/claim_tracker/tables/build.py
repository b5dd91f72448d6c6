"""Claims from the rows of tables, each valid by the rules of the format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from claim_tracker.checks.synonyms import proposed_words
from claim_tracker.claims.model import Claim, Source, Update, fields_of
from claim_tracker.claims.scalars import ID, ID_LENGTH
from claim_tracker.claims.vocabulary import KINDS, Kind
from claim_tracker.dates import Period, Within, parse_period
from claim_tracker.edit.ids import made_id
from claim_tracker.tables.cell_dates import Undated, cell_date
from claim_tracker.tables.citations import Cited
from claim_tracker.tables.columns import Chosen, Columns
from claim_tracker.tables.drafts import Built, Drafted, Learned, Origin, kept
from claim_tracker.tables.heads import KEY, letters
from claim_tracker.tables.record import Look, Record, Value, parts
from claim_tracker.tables.record_sources import SourceReader
from claim_tracker.tables.record_update import UpdateReader, fault_of_due
from claim_tracker.tables.table import Row
from claim_tracker.text.display import composed, folded
from claim_tracker.text.latin import latin_words

NOBODY = "Not named"
"""The speaker of a claim of which no cell says who made it."""
_TOTALS = frozenset("total totals sum grand total:".split()) | {"grand total", "in total"}
_PLAIN = ("topic", "speaker", "role", "organisation", "via")
_PROSE = ("quote", "criteria")
_OF_CLAIMS = ("claim", *_PLAIN, "kind", "tags")
_DATES = ("stated", "due", "as_of", "review")
_NUMBER_WORDS: Mapping[Kind, str] = {
    "commitment": "promise", "prediction": "prediction", "fact": "claim"
}  # fmt: skip
_UPDATED = tuple(f"update.{name}" for name in fields_of(Update))
_SOURCE = tuple(fields_of(Source))


class Builder:
    """Makes claims of rows. `known` are the ids of claims elsewhere, by text and speaker."""

    def __init__(
        self,
        origin: Origin,
        chosen: Chosen,
        kind: Kind,
        known: Mapping[tuple[str, str], str],
        ids: Iterable[str],
    ) -> None:
        self._origin = origin
        self._chosen = chosen
        self._kind = kind
        self._known = known
        self._elsewhere = frozenset(ids)
        self._taken: set[str] = {*ids}
        self._here: set[str] = set()
        self._by_key: dict[str, Drafted] = {}
        self._by_row: dict[int, Drafted] = {}
        self._related: list[tuple[Record, Drafted, list[Value]]] = []
        self.built = Built()
        self._sources = SourceReader(self.built.sources, origin.today)
        self._updates = UpdateReader(origin, self._sources, chosen.words, self.built.counts)

    def add(self, columns: Columns) -> None:
        """Add the rows of a table; those with claims come before those that refer to them."""
        for row in columns.table.rows:
            self.built.rows += row.parent is None
            if columns.role == "claims":
                self._add_row(columns, row)
            elif columns.role == "sources" and row.parent is None:
                self._add_source(columns, row)
            else:
                self._add_about(columns, row)

    def finish(self) -> Built:
        """Return what was built, its updates in order, and each claim stated before them."""
        for record, claim, values in self._related:
            self._relate(record, claim, values)
        for claim in self.built.claims:
            self._complete(claim)
        for learned in self.built.others.values():
            learned.sort(key=lambda update: update.day.latest)
        return self.built

    # The rows of claims.

    def _add_row(self, columns: Columns, row: Row) -> None:
        record = Record.of(columns, row, self._chosen.values)
        ids = record.values.get("id")
        text = record.values.get("claim")
        key = folded(ids[0].text) if ids else ""
        if not key and text:
            said = (record.values.get(name, [None])[0] for name in ("speaker", "stated"))
            key = "\n".join(folded(it.text) if it else "" for it in (text[0], *said))
        known = self._by_key.get(key) if key else None
        if known is None and not text and not key and self._says_more(record):
            known = self.built.claims[-1] if self.built.claims else None
            self.built.counts["rows of the claim above"] += known is not None
        if known is not None and self._is_same(known, text):
            self._add_further(record, known)
        elif text and not (folded(text[0].text) in _TOTALS and not record.has("speaker")):
            self._add_claim(record, key)
        else:
            self._refuse_row(record, "there is no claim in it")

    def _says_more(self, record: Record) -> bool:
        targets = (*_UPDATED, "update.source.url", "source.url", "source")
        return any(
            value.column is not None
            for target in targets
            for value in record.values.get(target, ())
        )

    @staticmethod
    def _is_same(claim: Drafted, text: list[Value] | None) -> bool:
        return not text or folded(text[0].text) == folded(claim.fields["claim"])

    def _refuse_row(self, record: Record, why: str) -> None:
        """List each cell of a row that is no claim and belongs to none."""
        name, row = record.columns.table.name, record.row
        for head, text in zip(record.columns.table.heads, row.cells, strict=True):
            if text:
                self.built.looks.append(Look(name, row.number, head, text, why))
        self.built.counts["rows without a claim"] += 1

    def _add_claim(self, record: Record, key: str) -> None:
        kind = self._kind_of(record)
        text = record.text("claim") or ""
        fields: dict[str, Any] = {"claim": text, "kind": kind}
        for name in _PLAIN:
            fields[name] = record.text(name)
        for name in _PROSE:
            fields[name] = record.paragraphs(name)
        fields["speaker"] = fields["speaker"] or fields["organisation"] or self._nobody()
        stated = self._not_after_today(record, "stated")
        fields["stated"] = stated and stated.text
        self._dates_of_claim(record, fields, stated, kind)
        fields["quantity"] = self._updates.figure(record, "quantity")
        fields["places"] = self._places(record)
        fields["tags"] = self._tags(record)
        related = record.take("related")
        sources = self._sources.of(record, "source")
        claim = Drafted(fields, sources, [], record.row.number)
        self._give_id(record, claim)
        if any(target.startswith("update.") for target in record.values):
            update = self._updates.of(record, kind, stated)
            if update.dated or update.sources or len(update.fields) > 1:
                claim.updates.append(update)
        notes = record.paragraphs("note")
        for value in record.rest():
            record.note(value)
        self._write_note(record, fields, notes)
        self.built.claims.append(claim)
        self._by_row[record.row.number] = claim
        if key:
            self._by_key[key] = claim
        if related:
            self._related.append((record, claim, related))
        self.built.looks += record.looks

    def _nobody(self) -> str:
        self.built.counts["without a speaker"] += 1
        return NOBODY

    def _kind_of(self, record: Record) -> Kind:
        found = record.take("kind")
        if not found:
            return self._kind
        word = folded(found[0].text)
        kinds = [kind for kind in KINDS if kind == word]
        kinds = kinds or [kind for kind in KINDS if kind in proposed_words("kind", word, "")]
        if len(kinds) == 1:
            return kinds[0]
        record.refuse(found[0], f"it is no kind of claims; taken as `{self._kind}`")
        return self._kind

    def _not_after_today(self, record: Record, target: str) -> Period | None:
        value = next(iter(record.values.get(target, ())), None)
        found = record.period(target)
        if found is not None and found.earliest > self._origin.today:
            record.refuse(value, "it is after today")
            return None
        return found

    def _dates_of_claim(
        self, record: Record, fields: dict[str, Any], stated: Period | None, kind: Kind
    ) -> None:
        due, cell = record.date("due")
        if due is not None:
            why = fault_of_due(due, stated)
            if why is not None:
                record.refuse(cell, why)
            else:
                fields["due"] = due.text
        review = record.period("review")
        fields["review"] = review and review.text
        holds = next(iter(record.values.get("as_of", ())), None)
        as_of = record.period("as_of")
        if as_of is not None and kind != "fact":
            record.note(holds)
            as_of = None
        fields["as_of"] = as_of and as_of.text

    def _give_id(self, record: Record, claim: Drafted) -> None:
        """Give a claim the id of its row, that of the same claim elsewhere, or one of its words."""
        found = record.take("id")
        written = found[0].text if found else ""
        words = latin_words(written)
        name = "-".join(words)
        if words and name.isdecimal():
            name = f"{_NUMBER_WORDS[claim.kind]}-{name}"
        if name and len(name) <= ID_LENGTH and ID.fullmatch(name):
            claim.own_id = True
            if "".join(words) != letters(written):
                record.note(found[0])
            if name in self._here:
                record.look(found[0], "another claim has this id; it gets a number")
                name = _numbered(name, self._taken)
                claim.own_id = False
        else:
            if found:
                record.refuse(found[0], "no id can be made of it; one is made of the claim")
            same = self._known.get((folded(claim.fields["claim"]), folded(claim.fields["speaker"])))
            name = same or made_id(claim.fields, self._taken)
        claim.fields["id"] = name
        self._taken.add(name)
        self._here.add(name)

    # Rows about claims that stand elsewhere.

    def _add_further(self, record: Record, claim: Drafted) -> None:
        """Add a further row of a claim: what it says that the claim does not is an update."""
        record.take("id")
        self._leave_out(record, claim, (*_OF_CLAIMS, "quote", "criteria", *_DATES, "places"))
        if record.lines or record.has_more:
            self._learn(record, claim.kind, claim.updates, claim)
        self.built.looks += record.looks

    @staticmethod
    def _leave_out(record: Record, claim: Drafted | None, names: Iterable[str]) -> None:
        """Leave out what a row repeats of its claim; what is another there goes into the note."""
        for name in names:
            said = claim.fields.get(name) if claim is not None else None
            for value in record.take(name):
                if value.column is None or _says(said, value.text):
                    continue
                if name == "claim":
                    record.values.setdefault("update.note", []).append(value)
                else:
                    record.note(value)

    def _add_about(self, columns: Columns, row: Row) -> None:
        """Add a row of a table of updates, of sources of single claims, or of remarks."""
        record = Record.of(columns, row, {})
        if row.parent is not None:
            claim = self._by_row.get(row.parent)
            claims = [claim] if claim is not None else []
            unknown: list[str] = []
            record.take("id")
        else:
            claims, unknown = self._named_claims(record)
        if not claims and not unknown:
            self._refuse_row(record, "no claim belongs to it")
        elif columns.role == "sources":
            for claim in claims:
                claim.sources += self._source_fields(record)
        elif columns.role == "remarks":
            self._remark(record, claims)
        else:
            self._add_updates(record, claims, unknown)
        self.built.looks += record.looks

    def _named_claims(self, record: Record) -> tuple[list[Drafted], list[str]]:
        """Return the claims that a row names, and the ids of those that stand elsewhere."""
        claims: list[Drafted] = []
        elsewhere: list[str] = []
        for value in record.take("id"):
            names = [value.text] if folded(value.text) in self._by_key else [
                part for line in parts(value.text) for part in line.replace(",", " ").split()
            ]  # fmt: skip
            for name in names:
                claim = self._by_key.get(folded(name))
                known = "-".join(latin_words(name))
                if claim is not None:
                    claims.append(claim)
                elif known in self._elsewhere:
                    elsewhere.append(known)
                else:
                    record.look(value, f"no claim is named `{name}`")
                    self.built.counts["rows without a claim"] += 1
        return claims, elsewhere

    def _add_updates(
        self, record: Record, claims: Sequence[Drafted], elsewhere: Sequence[str]
    ) -> None:
        values = {target: list(found) for target, found in record.values.items()}
        lines, looks = list(record.lines), list(record.looks)
        for index, claim in enumerate(claims):
            again = replace(record, values={**values}, lines=[*lines], looks=[])
            self._learn(again, claim.kind, claim.updates, claim)
            looks += again.looks if index == 0 else []
        for name in elsewhere:
            again = replace(record, values={**values}, lines=[*lines], looks=[])
            self._learn(again, self._kind, self.built.others.setdefault(name, []), None)
        record.looks[:] = looks

    def _learn(
        self, record: Record, kind: Kind, updates: list[Learned], claim: Drafted | None
    ) -> None:
        """Add the update that a row tells, with all that it says beside it in its note."""
        stated = claim.fields.get("stated") if claim is not None else None
        period = parse_period(stated) if stated else None
        for target in [name for name in record.values if name.startswith("source")]:
            record.values.setdefault(f"update.{target}", []).extend(record.values.pop(target))
        self._leave_out(record, claim, _OF_CLAIMS)
        if record.has("note"):
            record.values.setdefault("update.note", []).extend(record.take("note"))
        update = self._updates.of(record, kind, period)
        for value in record.rest():
            record.note(value)
        self._write_note(record, update.fields, update.fields.get("note"))
        updates.append(update)

    def _remark(self, record: Record, claims: Sequence[Drafted]) -> None:
        said = [*(f"{v.head}: {v.text}" for v in record.rest()), *record.lines]
        name = record.columns.table.within or record.columns.table.name
        for claim in claims:
            note = claim.fields.get("note")
            line = f"{name}: {'; '.join(said)}"
            claim.fields["note"] = f"{note}\n{line}" if note else line

    def _add_source(self, columns: Columns, row: Row) -> None:
        """Add a source with its key to those of the file."""
        record = Record.of(columns, row, {})
        key = record.text(KEY)
        found = self._source_fields(record)
        if key is None or not found or composed(key) in self.built.sources:
            self._refuse_row(record, "it is no source with a key of its own")
            return
        self.built.sources[composed(key)] = found[0]._replace(key=composed(key))
        for value in record.rest():
            record.note(value)
        for line in record.lines:
            head, _, text = line.partition(": ")
            name = columns.table.name
            why = "a source has no such field"
            self.built.looks.append(Look(name, row.number, head, text, why))
        self.built.looks += [look for look in record.looks if look not in self.built.looks]

    def _source_fields(self, record: Record) -> list[Cited]:
        for name in _SOURCE:
            if record.has(name):
                record.values[f"source.{name}"] = record.take(name)
        return self._sources.of(record, "source")

    def _places(self, record: Record) -> list[str]:
        keys = []
        for value in record.take("places"):
            for name in parts(value.text):
                key = self._place(name)
                if key is None:
                    record.refuse(value, "no key of a place can be made of it")
                else:
                    keys.append(key)
        return list(dict.fromkeys(keys))

    def _place(self, name: str) -> str | None:
        """Return the key of a place, one of its own for each name."""
        key = "-".join(latin_words(name))[:60].strip("-")
        number, made = 2, key
        while made in self.built.places and self.built.places[made]["name"] != name:
            made, number = f"{key}-{number}", number + 1
        if made:
            self.built.places.setdefault(made, {"name": name})
        return made or None

    @staticmethod
    def _tags(record: Record) -> list[str]:
        tags: dict[str, None] = {}
        for value in record.take("tags"):
            for part in parts(value.text):
                tags |= dict.fromkeys(tag for each in part.split(",") if (tag := each.strip()))
        return list(tags)

    @staticmethod
    def _write_note(record: Record, fields: dict[str, Any], note: str | None) -> None:
        text = "\n".join(filter(None, (note, *record.lines)))
        if text:
            fields["note"] = text

    def _relate(self, record: Record, claim: Drafted, values: Sequence[Value]) -> None:
        found: list[str] = []
        for value in values:
            names = parts(value.text.replace(",", ";"))
            claims = [self._by_key.get(folded(name)) for name in names]
            ids = [it.id if it is not None else "-".join(latin_words(name))
                   for it, name in zip(claims, names, strict=True)]  # fmt: skip
            if all(each in self._taken and each != claim.id for each in ids):
                found += ids
            else:
                line = f"{value.head}: {value.text}"
                note = claim.fields.get("note")
                claim.fields["note"] = f"{note}\n{line}" if note else line
                record.look(value, "there is no such claim")
                self.built.looks.append(record.looks.pop())
        if found:
            claim.fields["related"] = list(dict.fromkeys(found))

    def _complete(self, claim: Drafted) -> None:
        """Give a claim a source and a date, and put its updates in order."""
        claim.updates.sort(key=lambda update: update.day.latest)
        if not claim.sources:
            claim.sources = [self._origin.source]
            self.built.counts["claims that cite the table"] += 1
        if not claim.fields.get("stated"):
            self._state(claim)
        claim.fields = kept(claim.fields, Claim)

    def _state(self, claim: Drafted) -> None:
        """Let the source say when a claim was stated, else the latest that it can have been."""
        due = claim.fields.get("due")
        limits = [update.day.latest for update in claim.updates]
        for text in filter(None, (due, *(update.fields.get("due") for update in claim.updates))):
            limit = cell_date(text)
            limits += [limit.latest] if isinstance(limit, Period) else []
        latest = min(limits, default=self._origin.day)
        first = claim.sources[0]
        published = dict(first.fields).get("published") if first != self._origin.source else None
        is_span = due is not None and isinstance(cell_date(due), Within)
        if published is not None and parse_period(published).earliest <= latest:
            return
        day = min(latest, self._origin.day)
        claim.open = True
        claim.fields["stated"] = f"../{day.isoformat()}"
        self.built.counts["stated at an unknown time"] += 1
        if is_span:
            self.built.counts["spans from an unknown time"] += 1


def _says(said: object, text: str) -> bool:
    """Whether a field of a claim says what a cell does."""
    if isinstance(said, list):
        known = {folded(each) for each in said}
        return all(folded(part) in known for part in parts(text.replace(",", ";")))
    if said is None:
        return False
    found = cell_date(text)
    return folded(str(said)) == folded(text) or (
        not isinstance(found, Undated) and found.text == said
    )


def _numbered(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name[: ID_LENGTH - 8]}-{number}" in taken:
        number += 1
    return f"{name[: ID_LENGTH - 8]}-{number}"
