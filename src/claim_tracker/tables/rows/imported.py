"""Claims, updates and sources that are being made of rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.tracker import Entry
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.dates import Period, parse_period
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.record import Record
from claim_tracker.tables.table import Look


@dataclass(frozen=True)
class Origin:
    """The table as a source, for what has no other, and the day as of which it is.

    No date of a claim may be after `today`.
    """

    source: Cited
    day: date
    today: date

    def fault_of(self, day: Period) -> str | None:
        """Return why a day cannot be one of a claim; None for one that can."""
        return "it is after today" if day.earliest > self.today else None


class AlreadyTracked(NamedTuple):
    """What there is already in the file that gets the claims.

    `claims` are the ids of its claims by text and speaker, `ids` all of these claims by their ids,
    and `places` the names of its places by their keys.
    """

    claims: Mapping[tuple[str, str], Sequence[str]] = MappingProxyType({})
    ids: Mapping[str, Entry] = MappingProxyType({})
    places: Mapping[str, str] = MappingProxyType({})


@dataclass
class ImportedUpdate:
    """An update that is being made; `dated` tells whether a cell says its date."""

    fields: dict[str, Any]
    sources: list[Cited]
    dated: bool
    row: int

    @property
    def day(self) -> Period:
        """Return its date."""
        return parse_period(self.fields["date"])


@dataclass
class ImportedClaim:
    """A claim that is being made.

    `is_stated_open` tells that its `stated` is only the latest it can be, and `cites_table` that
    no cell names a source of it.
    """

    fields: dict[str, Any]
    sources: list[Cited]
    updates: list[ImportedUpdate]
    row: int
    is_stated_open: bool = False
    cites_table: bool = False

    @property
    def id(self) -> str:
        """Return its id."""
        return str(self.fields["id"])

    @property
    def kind(self) -> Kind:
        """Return its kind."""
        found: Kind = self.fields["kind"]
        return found

    def add_note(self, line: str) -> None:
        """Add a line to its note."""
        note = self.fields.get("note")
        self.fields["note"] = f"{note}\n{line}" if note else line


@dataclass
class Imported:
    """What the rows of tables came to.

    `others` are updates of claims that no table has, by their ids; `rows` counts what was read.
    """

    claims: list[ImportedClaim] = field(default_factory=list)
    others: dict[str, list[ImportedUpdate]] = field(default_factory=dict)
    sources: dict[str, Cited] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    looks: list[Look] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    rows: int = 0

    def refuse_row(self, record: Record, why: str) -> None:
        """List each cell of a row that comes to nothing."""
        name, row = record.columns.table.name, record.row
        for header, text in zip(record.columns.table.headers, row.cells, strict=True):
            if text:
                self.looks.append(Look(name, row.number, header, text, why))
        self.counts["rows without a claim"] += 1


@dataclass
class ClaimIndex:
    """The claims that rows came to, by what other rows name them: their keys, and their rows."""

    by_key: dict[str, ImportedClaim] = field(default_factory=dict)
    by_row: dict[int, ImportedClaim] = field(default_factory=dict)


def with_values(fields: Mapping[str, Any], part: type[Part]) -> dict[str, Any]:
    """Return the fields that have a value, in the order of the format."""
    return {name: fields[name] for name in fields_of(part) if fields.get(name)}
