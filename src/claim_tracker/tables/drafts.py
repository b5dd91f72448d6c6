"""Claims, updates and sources that are being made of rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from claim_tracker.claims.model import Part, fields_of
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.dates import Period, parse_period
from claim_tracker.tables.citations import Cited
from claim_tracker.tables.record import Look


@dataclass(frozen=True)
class Origin:
    """The table as a source, for what has no other, and the day as of which it is.

    No date of a claim may be after `today`.
    """

    source: Cited
    day: date
    today: date


@dataclass
class Learned:
    """An update that is being made; `dated` tells whether a cell says its date."""

    fields: dict[str, Any]
    sources: list[Cited]
    dated: bool
    row: int

    @property
    def day(self) -> Period:
        """Return its date."""
        return parse_period(self.fields["date"])

    @property
    def standing(self) -> tuple[str | None, str | None]:
        """Return its outcome and its progress."""
        return self.fields.get("outcome"), self.fields.get("progress")


@dataclass
class Drafted:
    """A claim that is being made; `open` tells that its `stated` is only the latest it can be."""

    fields: dict[str, Any]
    sources: list[Cited]
    updates: list[Learned]
    row: int
    own_id: bool = False
    open: bool = False

    @property
    def id(self) -> str:
        """Return its id."""
        found: str = self.fields["id"]
        return found

    @property
    def kind(self) -> Kind:
        """Return its kind."""
        found: Kind = self.fields["kind"]
        return found


@dataclass
class Built:
    """What the rows of tables came to.

    `others` are updates of claims that no table has, by their ids; `rows` counts what was read.
    """

    claims: list[Drafted] = field(default_factory=list)
    others: dict[str, list[Learned]] = field(default_factory=dict)
    sources: dict[str, Cited] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    looks: list[Look] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    rows: int = 0


def kept(fields: Mapping[str, Any], part: type[Part]) -> dict[str, Any]:
    """Return the fields that have a value, in the order of the format."""
    return {name: fields[name] for name in fields_of(part) if fields.get(name)}
