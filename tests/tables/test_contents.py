"""What a file of a table holds: its form, and its headers and cells as they are read."""

import json

import pytest

from claim_tracker.tables.contents import Contents, ReadOptions, table_contents
from claim_tracker.tables.table import Table, TableError


def held(name: str, text: str) -> Contents:
    return table_contents(name, text.encode(), ReadOptions())


def table(name: str, text: str) -> Table:
    (found,) = held(name, text).tables
    return found


def cells(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("t.json", '[{"promise": "A"}]', "JSON"),
        ("<stdin>", '[{"promise": "A"}]', "JSON"),
        ("<stdin>", '[ {"promise": "A"} ]', "JSON"),
        ("<stdin>", '\r\n[\r\n  {"promise": "A"}\r\n]', "JSON"),
        ("<stdin>", '{"promise": "A"}\n{"promise": "B"}', "JSON lines"),
        ("t.json", '{"promise": "A"}\n{"promise": "B"}', "JSON lines"),
        ("<stdin>", "- promise: A", "YAML"),
        ("<stdin>", "# Ours\n\n  # all of them\n- promise: A", "YAML"),
        ("<stdin>", "---\r\n- promise: A", "YAML"),
        ("t.csv", "- promise,of\nA,B\n", "commas"),
        ("t.TSV", "{promise}\tof\nA\tB\n", "tabs"),
        ("<stdin>", "#,Promise\n1,A\n", "commas"),
    ],
)
def test_the_form_is_that_of_the_name_or_of_how_it_begins(name: str, text: str, form: str) -> None:
    assert form in table(name, text).about.split(", ")


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nclaims: []\n",
        "# yaml-language-server: $schema=x\r\n\r\n# Ours.\r\nversion: 1\r\nclaims: []\r\n",
        '{"version": 1, "claims": []}',
    ],
)
def test_a_claims_file_is_known_without_its_name(text: str) -> None:
    assert held("<stdin>", text).is_claims_file


@pytest.mark.parametrize("line", ["sep=|\r\n", '"sep=|"\n', "sep=|\n"])
def test_a_line_for_excel_says_what_separates(line: str) -> None:
    found = table("t.csv", f"{line}Promise|Deadline\nA, b, c|2026\n")
    assert (found.headers, cells(found)) == (("Promise", "Deadline"), [("A, b, c", "2026")])
    assert (found.above, found.rows[0].number) == ((), 2)


def test_an_open_quote_is_on_its_line_after_a_line_for_excel() -> None:
    with pytest.raises(TableError, match="line 3 is not closed"):
        table("t.csv", 'sep=,\nPromise,Note\n"A,b\n')


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "Our\u200b table\nProm\u202eise,Dead\u200bline\nA\ufeff,\u200b5\n"),
        ("t.json", r'{"Our": "\u200btable", "x": [{"Prom\u202eise": "A", "Deadline": "5"}]}'),
    ],
)
def test_no_text_of_a_table_has_what_nobody_sees(name: str, text: str) -> None:
    found = table(name, text)
    assert (found.headers, cells(found)) == (("Promise", "Deadline"), [("A", "5")])
    assert found.above in (("Our table",), ("Our: table",))


def test_each_field_of_a_record_has_a_column() -> None:
    found = table("t.json", '[{"a.b": "1", "a": {"b": "2", "c": "3"}, "a": "4", "": "5"}]')
    assert found.headers == ("a.b", "a.b (2)", "a.c", "a (2)", "Column E")
    assert cells(found) == [("1", "2", "3", "4", "5")]


def test_half_of_a_character_is_no_fault_of_the_table() -> None:
    text = r'[{"claim": "cut \ud83d", "note": "\ud83d\ude00 \\ud83d \ude00"}]'
    assert cells(table("t.json", text)) == [("cut \ufffd", "\U0001f600 \\ud83d \ufffd")]


@pytest.mark.parametrize("name", ["t.csv", "t.json"])
def test_a_table_of_very_many_columns_is_refused(name: str) -> None:
    records = [{f"field {number}": "x" for number in range(501)}]
    text = json.dumps(records) if name == "t.json" else ",".join(records[0])
    with pytest.raises(TableError, match="501 columns"):
        table(name, text)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("x\n" * 200_001, "200,001 rows of 1 columns"),
        ("," * 499 + "x\n" + "x\n" * 10_000, "10,001 rows of 500 columns"),
    ],
    ids=["rows", "cells"],
)
def test_more_than_a_file_of_claims_can_have_is_refused(text: str, size: str) -> None:
    with pytest.raises(TableError, match=size):
        held("t.csv", text)


@pytest.mark.parametrize("name", ["t.csv", "t.json"])
def test_a_very_long_text_is_refused_with_its_place(name: str) -> None:
    long = "x" * 100_001
    text = json.dumps([{"a": "1", "b": long}]) if name == "t.json" else f"a,b\n1,{long}\n"
    with pytest.raises(TableError, match=r"row [12], b: a text of 100,001 characters"):
        table(name, text)


def test_names_that_come_again_are_numbered() -> None:
    headers = table("t.csv", "Claim,Claim,Claim (2),Claim,Due\n1,2,3,4,5\n").headers
    assert headers == ("Claim", "Claim (2)", "Claim (2) (2)", "Claim (3)", "Due")
