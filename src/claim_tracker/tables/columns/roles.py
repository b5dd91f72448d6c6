"""What each of several tables is: claims, what became of them, sources, or remarks."""

from collections.abc import Collection, Sequence

from claim_tracker.tables.columns.columns import Chosen, Columns, Role, columns_of
from claim_tracker.tables.heads import KEY
from claim_tracker.tables.rows.record import names_in
from claim_tracker.tables.table import Table, TableError
from claim_tracker.text.display import folded
from claim_tracker.text.latin import latin_words, slug

_MOST_SAMPLED = 1000
_SOURCES = frozenset("sources source links link references reference urls citations".split())
_UPDATES = frozenset(
    "updates update history timeline log evidence events actions statuses status_history progress "
    "developments milestones".split()
)


def with_roles(
    tables: Sequence[Table], chosen: Chosen, ids: Collection[str]
) -> tuple[Columns, ...]:
    """Return the columns of tables: of sources first, then of claims, then of what is about them.

    `ids` are those of the claims of a file, to which updates may belong. Raises TableError for a
    table without claims, and for one that belongs to none.
    """
    every = [columns_of(table, chosen) for table in tables]
    main = _main(every, chosen, ids)
    if main is None:
        return tuple(columns_of(table, chosen, "updates") for table in tables)
    names = {*map(folded, main.texts("id")), *ids}
    others = [
        columns_of(table, chosen, _role(table, chosen, main, names))
        for table in tables
        if table is not main.table
    ]
    rank = {"sources": 0, "claims": 1, "updates": 2, "remarks": 3}
    keyed = [each for each in others if each.role == "sources" and KEY in each.fields]
    return (
        *keyed,
        main,
        *sorted((it for it in others if it not in keyed), key=lambda it: rank[it.role]),
    )


def _main(every: Sequence[Columns], chosen: Chosen, ids: Collection[str]) -> Columns | None:
    """Return the table of the claims; None where all tables are of updates of claims elsewhere."""
    tables = [each for each in every if each.table.within is None]
    if ids and all(_refers(each.table, ids) > 0.5 and not _own_claims(each) for each in tables):
        return None
    main = max(tables, key=_rank)
    if not main.has_claims and "claim" not in chosen.values:
        heads = ", ".join(main.table.heads)
        raise TableError(
            f"no column of `{main.table.name}` has claims; its columns are {heads}",
            "say which with `--map claim=COLUMN`",
        )
    return main


def _own_claims(columns: Columns) -> bool:
    return any(columns.table.heads[index] and columns.has_claims for index in columns.of("claim"))


def _rank(columns: Columns) -> tuple[bool, float, int]:
    """Return how likely a table is the one of the claims: each has an id there, and once."""
    claims, ids = columns.texts("claim"), columns.texts("id")
    share = len({*ids}) / len(ids) if ids else 0.5
    return bool(claims), share + ("speaker" in columns.fields) + _named(columns.table), -len(ids)


def _named(table: Table) -> float:
    words = set(latin_words(table.name.rsplit(".", 1)[0]))
    if words & (_SOURCES | _UPDATES):
        return -1.0
    return 0.5 if words & {"promises", "claims", "pledges", "commitments", "statements"} else 0.0


def _role(table: Table, chosen: Chosen, main: Columns, names: Collection[str]) -> Role:
    """Return what a table beside that of the claims is."""
    if table.within is not None:
        words = {table.within.casefold(), table.within.rsplit(".", 1)[-1].casefold()}
        if words & _SOURCES:
            return "sources"
        as_updates = columns_of(table, chosen, "updates")
        dated = any(each in as_updates.fields for each in ("update.date", "update.outcome"))
        return "updates" if words & _UPDATES or dated else "remarks"
    keys = columns_of(table, chosen, "sources")
    cited = {
        folded(part)
        for text in (*main.texts("source"), *main.texts("source.url"))
        for part in names_in(text)
    }
    of_keys = [*map(folded, keys.texts(KEY))]
    if of_keys and sum(each in cited for each in of_keys) > len(of_keys) / 3:
        return "sources"
    if _refers(table, names) == 0:
        raise TableError(
            f"no row of `{table.name}` names a claim of `{main.table.name}`",
            "say with `--map id=COLUMN` which column has the id of the claim",
        )
    return "updates"


def _refers(table: Table, names: Collection[str]) -> float:
    """Return the share of the rows of a table whose id is one of these."""
    columns = columns_of(table, Chosen(), "updates")
    texts = [text for index in columns.of("id") for text in table.column(index)[:_MOST_SAMPLED]]
    known = {folded(name) for name in names} | {slug(name) for name in names}
    found = sum(
        any(
            folded(part) in known or slug(part) in known
            for part in (text, *text.replace(",", " ").replace(";", " ").split())
        )
        for text in texts
    )
    return found / len(texts) if texts else 0.0
