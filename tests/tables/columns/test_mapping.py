"""The file that keeps how the columns of tables are read."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claim_tracker.tables.columns.columns import Chosen, Columns
from claim_tracker.tables.columns.mapping import GivenColumns, chosen_of, kept_in, mapping_text
from claim_tracker.tables.columns.roles import with_roles
from claim_tracker.tables.table import Row, Table, TableError

HEADERS = (
    *("ID", "Promise", "promise", "Date", "date", "Status", "Source", "Title", "Link", "Note"),
    *("Made on", "Deadline", "Promise #", "[Due]", "Evidence: link", "- x", "null", "Name"),
    *("Done?", "# 1", "{a}", "Échéance", "Tag, topic", "Promise id", "Publisher", "%", "a: b: c"),
)
CELLS = ("p1", "Kept", "05/10/2025", "13/10/2025", "2010-11", "https://a.example/1", "Open it", "")


def table(name: str, headers: list[str], cells: list[list[str]]) -> Table:
    rows = (Row(number, tuple(each)) for number, each in enumerate(cells, start=2))
    return Table.of(name, headers, rows, "UTF-8, commas")


tables = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=6).flatmap(
    lambda headers: st.builds(
        table,
        st.just("t.csv"),
        st.just(headers),
        st.lists(
            st.lists(st.sampled_from(CELLS), min_size=len(headers), max_size=len(headers)),
            max_size=3,
        ),
    )
)


def read_again(columns: tuple[Columns, ...], tables: list[Table]) -> tuple[Columns, ...]:
    kept = kept_in("mapping.yaml", mapping_text(columns, Chosen(), {}))
    headers = [header for each in tables for header in each.headers]
    return with_roles(tables, chosen_of(headers, GivenColumns(kept=kept)), frozenset())


def fields(columns: tuple[Columns, ...]) -> list[tuple[object, ...]]:
    return [(each.table.name, each.role, each.fields, each.readings) for each in columns]


@given(tables)
def test_what_a_mapping_keeps_is_read_the_same_again(drawn: Table) -> None:
    try:
        columns = with_roles([drawn], Chosen(), frozenset())
    except TableError:
        assume(False)
    assert fields(read_again(columns, [drawn])) == fields(columns)


def test_a_header_of_two_tables_may_be_another_field_in_each() -> None:
    tables = [
        table("c.csv", ["Id", "Promise", "Date"], [["p1", "Open the bridge", "2025-01-05"]]),
        table("u.csv", ["Promise id", "Status", "date"], [["p1", "Kept", "2025-06-01"]]),
    ]
    columns = with_roles(tables, Chosen(), frozenset())
    assert [each.fields[2] for each in columns] == ["stated", "update.date"]
    assert "ate:" not in mapping_text(columns, Chosen(), {})


@pytest.mark.parametrize("text", ["", "# nothing\n", "map:\n"])
def test_a_mapping_may_keep_nothing(text: str) -> None:
    assert chosen_of(["Promise"], GivenColumns(kept=kept_in("m.yaml", text))) == Chosen()
