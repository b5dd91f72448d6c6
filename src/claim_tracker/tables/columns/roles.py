"""What each of several tables is: claims, what became of them, sources, or remarks."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from claim_tracker.tables.columns.columns import Chosen, Columns, Role, columns_of, share
from claim_tracker.tables.headers import KEY
from claim_tracker.tables.rows.record import names_in, words_in
from claim_tracker.tables.table import Table, TableError
from claim_tracker.text.display import folded
from claim_tracker.text.latin import latin_words, slug

_MAX_SAMPLED = 1000
_THIRD, _HALF = 1 / 3, 0.5
_ORDER: Sequence[Role] = ("sources", "updates", "remarks")
_CLAIMS = frozenset("promises claims pledges commitments statements".split())
_SOURCES = frozenset("sources source links link references reference urls citations".split())
_UPDATES = frozenset(
    "updates update history timeline log evidence events actions statuses status_history progress "
    "developments milestones".split()
)


def with_roles(
    tables: Sequence[Table], chosen: Chosen, ids: Collection[str]
) -> tuple[Columns, ...]:
    """Return the columns of tables: sources that have keys, claims, other sources, updates.

    Each comes after those that it refers to. `ids` are those of the claims of a file, to which
    updates may belong. Raises TableError for a table without claims, and for one that belongs to
    none.
    """
    every = [columns_of(table, chosen) for table in tables]
    main = _main(every, chosen, ids)
    if main is None:
        return tuple(columns_of(table, chosen, "updates") for table in tables)
    beside = _Beside(main, chosen, _forms({*main.texts("id"), *ids}), _named_sources(main))
    others = [beside.columns(table) for table in tables if table is not main.table]
    return (
        *(other for other in others if _has_keys(other)),
        main,
        *sorted(
            (other for other in others if not _has_keys(other)),
            key=lambda it: _ORDER.index(it.role),
        ),
    )


def _has_keys(columns: Columns) -> bool:
    """Whether a table has sources that others name by their keys."""
    return columns.role == "sources" and KEY in columns.fields


def _main(every: Sequence[Columns], chosen: Chosen, ids: Collection[str]) -> Columns | None:
    """Return the table of the claims; None where all tables are of updates of claims elsewhere."""
    tables = [each for each in every if each.table.within is None]
    names = _forms(ids)
    if ids and all(
        _referring(each.table, chosen, names) > _HALF and not each.has_claims for each in tables
    ):
        return None
    main = max(tables, key=_likelihood)
    if not main.has_claims and "claim" not in chosen.values:
        headers = ", ".join(main.table.headers)
        raise TableError(
            f"no column of {main.table.name} has claims; its columns are {headers}",
            "; ".join(("say which with `--map claim=COLUMN`", *main.table.remarks)),
        )
    return main


def _likelihood(columns: Columns) -> tuple[bool, float, int]:
    """Return how likely a table is that of the claims; the greater, the likelier.

    It has claims; its ids do not come again, it has speakers, and its name says so; it is short.
    """
    ids = columns.texts("id")
    different = len({*ids}) / len(ids) if ids else _HALF
    likely = different + ("speaker" in columns.fields) + _name_weight(columns.table)
    return bool(columns.texts("claim")), likely, -len(ids)


def _name_weight(table: Table) -> float:
    """Return the weight of the name of a table: more than 0 for claims, less for another thing."""
    words = set(latin_words(table.name.rsplit(".", 1)[0]))
    if words & (_SOURCES | _UPDATES):
        return -1.0
    return _HALF if words & _CLAIMS else 0.0


class _Beside(NamedTuple):
    """What tells of a table beside the main one what it is.

    `names` are the forms of the ids of claims, and `cited` what the claims name as their sources.
    """

    main: Columns
    chosen: Chosen
    names: set[str]
    cited: set[str]

    def columns(self, table: Table) -> Columns:
        """Return the columns of a table in its role. Raises TableError where it belongs to none."""
        return columns_of(table, self.chosen, self._role(table))

    def _role(self, table: Table) -> Role:
        if table.within is not None:
            return self._role_of_part(table, table.within)
        if share(self._names_of_sources(table), self.cited.__contains__) > _THIRD:
            return "sources"
        if table.rows and _referring(table, self.chosen, self.names) == 0:
            raise TableError(
                f"no row of {table.name} names a claim of {self.main.table.name}, or is one"
                " of its sources",
                "say with `--map id=COLUMN` which column has the id of the claim",
            )
        return "updates"

    def _role_of_part(self, table: Table, within: str) -> Role:
        """Return what a table is that stands in the rows of another one, by its name there."""
        words = {within.casefold(), within.rsplit(".", 1)[-1].casefold()}
        if words & _SOURCES:
            return "sources"
        as_updates = columns_of(table, self.chosen, "updates")
        dated = any(each in as_updates.fields for each in ("update.date", "update.outcome"))
        return "updates" if words & _UPDATES or dated else "remarks"

    def _names_of_sources(self, table: Table) -> list[str]:
        """Return the keys of a table of sources, or else their addresses."""
        columns = columns_of(table, self.chosen, "sources")
        return [folded(text) for text in columns.texts(KEY) or columns.texts("source.url")]


def _named_sources(claims: Columns) -> set[str]:
    """Return the names of the sources of claims: keys and addresses."""
    texts = (*claims.texts("source"), *claims.texts("source.url"))
    return {folded(part) for text in texts for part in names_in(text)}


def _forms(names: Iterable[str]) -> set[str]:
    """Return names in the forms in which rows may have them."""
    return {form for name in names for form in (folded(name), slug(name))}


def _referring(table: Table, chosen: Chosen, names: set[str]) -> float:
    """Return the share of the rows of a table whose id has one of some forms of names."""
    columns = columns_of(table, chosen, "updates")
    texts = [text for index in columns.of("id") for text in table.column(index)[:_MAX_SAMPLED]]
    return share(texts, lambda text: not names.isdisjoint(_forms((text, *words_in(text)))))
