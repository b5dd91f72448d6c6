"""Which field of a claim each column of a table is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Claim, Source
from claim_tracker.claims.vocabulary import Kind
from claim_tracker.tables.columns.cell_dates import (
    DAY_ORDERS,
    DateReading,
    DayOrder,
    Undated,
    cell_date,
    is_ambiguous,
    readings_of,
)
from claim_tracker.tables.columns.statuses import fitting_kind, is_standing, kind_named
from claim_tracker.tables.headers import DATED, KEY, SEVERAL, candidates, letters
from claim_tracker.tables.table import COMMENT, LINK, Table
from claim_tracker.text.display import folded

Role = Literal["claims", "updates", "sources", "remarks"]
_Test = Callable[[str], bool]
_HALF, _MOST = 0.5, 0.8
"""The shares of a column's cells that must fit its header, and that identify it without one."""
_CLAIM_LENGTH = 15
"""The mean number of characters from which texts without a header are taken for claims."""
_MAX_STANDINGS = 25
"""Words for what became of claims are a few that come again and again."""
_UNLIKELY = 100
"""The rank of a field that is taken only where no other column has it."""
_OF_UPDATES = {
    "note": "update.note",
    "criteria": "update.note",
    "stated": "update.date",
    "due": "update.due",
    "review": "update.review",
    "quote": "update.quote",
    "quantity": "update.quantity",
    **{
        f"source{part}": f"update.source{part}"
        for part in ("", *(f".{name}" for name in fields_of(Source)), ".at")
    },
}
"""What the fields of a claim are in a table of updates."""
REPEATED = tuple(
    name
    for name in fields_of(Claim)
    if name == "due" or name not in (*_OF_UPDATES, "as_of", "places", "related", "updates")
)
"""The fields of a claim that a table of updates may repeat: the deadline beside a new one."""
_HEADLINES = frozenset(("title", "headline", "document", "articletitle", "name"))
_TEXTS = frozenset("text description summary content details item announcement action".split())
_SOURCE_FIELDS = frozenset(f"source.{name}" for name in fields_of(Source))
_SOURCE_FIELD_OF = {
    "claim": "source.title",
    "stated": "source.published",
    "organisation": "source.publisher",
    "speaker": "source.publisher",
}
"""What the fields of a claim are in a table of sources."""


@dataclass(frozen=True)
class Chosen:
    """What a person has said of the columns of all tables.

    `fields` are the fields of columns by their folded headers, None for one to leave out;
    `values` are those of fields that no column gives; `words` explain what became of a claim.
    """

    fields: Mapping[str, str | None] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    words: tuple[tuple[str, str], ...] = ()
    order: DayOrder | None = None


@dataclass(frozen=True)
class Columns:
    """The fields of the columns of a table, None for one without a place; `dropped` are left out.

    `readings` has for a column of dates how its numbers are read, and `why` for a column that
    was recognised otherwise than by its header, by what.
    """

    table: Table
    role: Role
    fields: tuple[str | None, ...]
    dropped: frozenset[int]
    readings: Mapping[int, frozenset[DateReading]]
    why: Mapping[int, str]

    def of(self, name: str) -> list[int]:
        """Return the columns of a field."""
        return [index for index, each in enumerate(self.fields) if each == name]

    def texts(self, name: str) -> list[str]:
        """Return the texts in the columns of a field that are not empty."""
        return [text for index in self.of(name) for text in self.table.column(index)]

    @property
    def has_claims(self) -> bool:
        """Whether a column has claims."""
        return "claim" in self.fields


def columns_of(table: Table, chosen: Chosen, role: Role = "claims") -> Columns:
    """Return the fields of the columns of a table that has a role among several."""
    given = {
        index: chosen.fields[name]
        for index, name in enumerate(map(folded, table.headers))
        if name in chosen.fields
    }
    free = [index for index in range(len(table.headers)) if index not in given]
    why = dict.fromkeys(given, "as you say")
    fields = {index: name for index, name in given.items() if name is not None}
    fields |= _by_headers(table, role, free, fields)
    if role == "claims":
        shown = _by_content(table, free, fields)
        fields |= {index: name for index, (name, _) in shown.items()}
        why |= {index: reason for index, (_, reason) in shown.items()}
    fields |= _derived_fields(table, role, free, fields)
    return Columns(
        table=table,
        role=role,
        fields=tuple(map(fields.get, range(len(table.headers)))),
        dropped=frozenset(index for index, name in given.items() if name is None),
        readings=_readings(table, fields, chosen.order),
        why=why,
    )


def _by_headers(
    table: Table, role: Role, free: Sequence[int], chosen: Mapping[int, str]
) -> dict[int, str]:
    """Return the fields that the headers of columns name, the likelier first."""
    likely = sorted(
        (rank, index, name)
        for index in free
        for rank, name in _candidates(table, index, role)
        if _may_be(name, table, index)
    )
    found: dict[int, str] = {}
    taken = {*chosen.values()} - {*SEVERAL}
    has_urls = any(name.endswith("source.url") for _, _, name in likely)
    for _, index, name in likely:
        if name == "update.source.title" and not has_urls and role == "updates":
            continue
        if index not in found and name not in taken:
            found[index] = name
            taken |= {name} - {*SEVERAL}
    return found


def _candidates(table: Table, index: int, role: Role) -> list[tuple[int, str]]:
    header = table.headers[index]
    if header.endswith((LINK, COMMENT)):
        return []
    found = candidates(header.rsplit(".", 1)[-1] if table.within else header)
    if role == "updates":
        return _of_updates(found, header)
    return _of_sources(found) if role == "sources" else list(found)


def _of_updates(found: Iterable[tuple[int, str]], header: str) -> list[tuple[int, str]]:
    """Return the fields of a table of updates: by their own headers, and by those of claims."""
    own = [(0, "update.source.title")] if letters(header) in _HEADLINES else []
    for rank, name in found:
        if name.startswith("update."):
            own.append((rank - _UNLIKELY, name))
        elif name in (*_OF_UPDATES, *REPEATED):
            own.append((rank, _of_update(name, header)))
        if name in _OF_UPDATES and name in REPEATED:
            own.append((rank + _UNLIKELY, name))
    return own


def _of_sources(found: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the fields of sources: by their own names, and by those of what a claim has."""
    own: list[tuple[int, str]] = []
    for rank, name in found:
        if name == "id":
            own.append((rank, KEY))
        elif name in _SOURCE_FIELDS:
            own.append((rank, name))
        elif name in _SOURCE_FIELD_OF:
            own.append((rank + _UNLIKELY, _SOURCE_FIELD_OF[name]))
    return own


def _of_update(name: str, header: str) -> str:
    """Return the field of an update for one of a claim; a text that names no claim is a note."""
    if name == "claim" and letters(header) in _TEXTS:
        return "update.note"
    return _OF_UPDATES.get(name, name)


def _may_be(name: str, table: Table, index: int) -> bool:
    """Whether what stands in a column can be of a field, where its header alone may mislead."""
    sample = table.sample(index)
    if name == "kind":
        return share(sample, lambda text: kind_named(text) is not None) >= _HALF
    if name == "update.progress":
        return share(sample, is_standing) >= _HALF
    if name in DATED:
        filled = [text for text in sample if cell_date(text) != Undated(None)]
        return not filled or share(filled, _is_date) > 0
    if name == "speaker" and share(sample, _is_date) >= _MOST:
        return False
    if name in ("claim", "speaker", "topic"):
        return not sample or share(sample, _is_url) < _MOST
    if name in ("source.url", "update.source.url"):
        return not sample or share(sample, _is_url) > 0
    return True


def _by_content(
    table: Table, free: Sequence[int], known: Mapping[int, str]
) -> dict[int, tuple[str, str]]:
    """Return for columns without a known header what most of their cells are, and what shows it."""
    ordinary = [
        index
        for index in free
        if index not in known and not table.headers[index].endswith((LINK, COMMENT))
    ]
    samples = {index: table.sample(index) for index in ordinary}
    has_outcomes = "update.outcome" in known.values()
    found: dict[int, tuple[str, str]] = {}
    for index in ordinary:
        if share(samples[index], _is_url) >= _MOST:
            found[index] = ("source.url", "by the addresses in it")
        elif not has_outcomes and _is_of_standings(samples[index]):
            found[index] = ("update.outcome", "by the words in it")
            has_outcomes = True
    if "claim" not in known.values():
        longest = max(
            (index for index in ordinary if index not in found),
            key=lambda index: _length(samples[index]),
            default=None,
        )
        if longest is not None and _length(samples[longest]) >= _CLAIM_LENGTH:
            found[longest] = ("claim", "the longest texts")
    return found


def _derived_fields(
    table: Table, role: Role, free: Sequence[int], known: Mapping[int, str]
) -> dict[int, str]:
    """Return the fields of the columns of what stands behind cells: a link is a source."""
    links = [index for index in free if table.headers[index].endswith(LINK)]
    if role == "sources":
        return {index: "source.url" for index in links[:1] if "source.url" not in known.values()}
    found: dict[int, str] = {}
    for index in links:
        base = table.headers[index].removesuffix(LINK)
        of = known.get(table.headers.index(base), "") if base in table.headers else ""
        is_of_update = role == "updates" or of.startswith("update.")
        found[index] = "update.source.url" if is_of_update else "source.url"
    return found


def _readings(
    table: Table, fields: Mapping[int, str], order: DayOrder | None
) -> dict[int, frozenset[DateReading]]:
    """Return how the numbers of each column of dates are read, as given or by their cells."""
    dated = [index for index, name in sorted(fields.items()) if name in DATED]
    found = {index: readings_of(table.column(index)) for index in dated}
    if order is None:
        return found
    return {index: readings - {*DAY_ORDERS} | {order} for index, readings in found.items()}


def likely_kind(columns: Sequence[Columns]) -> tuple[Kind, str]:
    """Return the kind of claims that say none, by the header of their column or words, and why."""
    headers = [each.table.headers[index] for each in columns for index in each.of("claim")]
    for header in headers:
        for word in header.casefold().replace("_", " ").split():
            kind = kind_named(word)
            if kind is not None and word not in ("statement", "claim"):
                return kind, f"as the column is named “{header}”"
    by_words = fitting_kind(
        Counter(text for each in columns for text in each.texts("update.outcome"))
    )
    if by_words is not None:
        return by_words, "as the words for what became of them are of such"
    return "commitment", "as nothing says another"


def share(sample: Sequence[str], test: _Test) -> float:
    """Return the share of some texts that pass a test, from 0 to 1; 0 where there are none."""
    return sum(map(test, sample)) / len(sample) if sample else 0


def _length(sample: Sequence[str]) -> float:
    return sum(map(len, sample)) / len(sample) if sample else 0


def _is_of_standings(sample: Sequence[str]) -> bool:
    return (
        len(sample) > 1 and len({*sample}) <= _MAX_STANDINGS and share(sample, is_standing) >= _MOST
    )


def _is_url(text: str) -> bool:
    return text.lower().startswith(("http://", "https://", "www."))


def _is_date(text: str) -> bool:
    found = cell_date(text)
    return not isinstance(found, Undated) or found.why is None or is_ambiguous(text)
