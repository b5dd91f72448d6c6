"""Workbooks: what their cells show, and what stands behind them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from claim_tracker.tables.reading.workbook import read_workbook
from claim_tracker.tables.table import Table, TableError


def saved(*fills: Callable[[Worksheet], None]) -> bytes:
    """A workbook with a sheet for each function that fills one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, fill in enumerate(fills, start=1):
        fill(book.create_sheet(f"Sheet {number}"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(fill: Callable[[Worksheet], None]) -> Table:
    """The table of a workbook with one sheet."""
    (found,) = read_workbook("a.xlsx", saved(fill))
    return found


def of_rows(*rows: list[object]) -> Callable[[Worksheet], None]:
    """A function that fills a sheet with rows."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def test_each_value_is_read_as_a_person_sees_it() -> None:
    values = [
        (True, "TRUE"),
        (datetime(2025, 5, 10), "2025-05-10"),
        (datetime(2025, 5, 10, 14, 30), "2025-05-10 14:30:00"),
        (date(2025, 5, 11), "2025-05-11"),
        (time(14, 30), "14:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (3.0, "3"),
        (2.5, "2.5"),
        (" text ", "text"),
    ]
    found = table(of_rows(["Promise", "Value"], *(["p", value] for value, _ in values)))
    assert [row.cells[1] for row in found.rows] == [text for _, text in values]


def test_a_percentage_is_read_as_one() -> None:
    def fill(sheet: Worksheet) -> None:
        of_rows(["Promise", "Share"], ["p", 0.125])(sheet)
        sheet["B2"].number_format = "0.0%"

    assert table(fill).rows[0].cells[1] == "12.5%"


def test_what_stands_behind_a_cell_has_a_column_of_its_own() -> None:
    def fill(sheet: Worksheet) -> None:
        of_rows(["Promise", "Source"], ["p", "The Post"], ["q", "https://x.example/"])(sheet)
        sheet["B2"].hyperlink = "https://post.example/a"
        sheet["B3"].hyperlink = "https://x.example/"
        sheet["A2"].comment = Comment("Check this", "someone")

    found = table(fill)
    assert found.headers == ("Promise", "Source", "Source (link)", "Promise (comment)")
    assert [row.cells for row in found.rows] == [
        ("p", "The Post", "https://post.example/a", "Check this"),
        ("q", "https://x.example/", "", ""),
    ]


def test_a_formula_that_links_gives_text_and_address() -> None:
    found = table(of_rows(["Promise", "Proof"], ["p", '=HYPERLINK("https://x.example/";"Report")']))
    assert found.rows[0].cells == ("p", "Report", "https://x.example/")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ('=HYPERLINK("https://x.example/"&A2,"See")', "See"),
        ('=HYPERLINK("#Sheet2!A1","Jump")', "Jump"),
        ('=IF(A2="","",HYPERLINK("https://x.example/","See"))', None),
        ('=HYPERLINK(A2,"")', None),
    ],
)
def test_a_formula_without_a_whole_address_is_to_be_looked_at(
    formula: str, text: str | None
) -> None:
    found = table(of_rows(["Promise", "Proof"], ["p", formula]))
    assert found.rows[0].cells == ("p", text or formula)
    assert [(it.row, it.column, it.text) for it in found.looks] == [(2, "Proof", formula)]


@pytest.mark.parametrize("rest", [")", ',"See "&A2)', ",A2)"])
def test_an_address_is_read_beside_a_text_that_is_worked_out(rest: str) -> None:
    found = table(of_rows(["Promise", "Proof"], ["p", f'=HYPERLINK("https://x.example/"{rest}']))
    assert found.rows[0].cells[-1] == "https://x.example/"
    assert found.looks == ()


def test_a_formula_without_a_value_is_kept_itself() -> None:
    assert table(of_rows(["Promise", "Sum"], ["p", "=1+2"])).rows[0].cells == ("p", "=1+2")


@pytest.mark.parametrize("link", ['"See"', 'HYPERLINK("https://x.example/","See")'])
def test_a_formula_that_comes_to_an_empty_text_says_nothing(link: str) -> None:
    data = saved(of_rows(["Promise", "Proof"], ["p", f'=IF(A2="p","",{link})'], ["q", "x"]))
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(done, "w") as made:
        for name in parts.namelist():
            made.writestr(name, parts.read(name).replace(b'<c r="B2">', b'<c r="B2" t="str">'))
    (found,) = read_workbook("a.xlsx", done.getvalue())
    assert (found.rows[0].cells, found.looks) == (("p", ""), ())


def test_merged_cells_each_have_the_value() -> None:
    def fill(sheet: Worksheet) -> None:
        of_rows(["Promise", "Party"], ["p", "Red"], ["q", None], ["r", "Blue"])(sheet)
        sheet.merge_cells("B2:B3")

    assert [row.cells[1] for row in table(fill).rows] == ["Red", "Red", "Blue"]


def test_merged_cells_have_the_value_in_each_filled_row_however_many() -> None:
    others: list[list[object]] = [["q"]] * 10_050

    def fill(sheet: Worksheet) -> None:
        of_rows(["Promise", "Party"], ["p", "Red"], *others)(sheet)
        sheet.merge_cells("B2:B10052")

    found = table(fill)
    assert len(found.rows) == 10_051
    assert {row.cells[1] for row in found.rows} == {"Red"}


def test_hidden_rows_and_columns_are_read_and_reported() -> None:
    def fill(sheet: Worksheet) -> None:
        of_rows(["Promise", "Party"], ["p", "Red"], ["q", "Red"])(sheet)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    found = table(fill)
    assert len(found.rows) == 2
    assert found.remarks == (
        "1 hidden row read like the others",
        "1 hidden column read like the others",
    )


def test_what_stands_above_the_heads_is_kept() -> None:
    found = table(of_rows(["Promise watch"], [], ["Promise", "Party"], ["p", "Red"]))
    assert (found.above, found.headers) == (("Promise watch",), ("Promise", "Party"))
    assert found.rows[0].number == 4


def test_of_several_sheets_the_first_is_read_or_those_named() -> None:
    one, two = of_rows(["Promise", "Who"], ["p", "A"]), of_rows(["Promise", "Who"], ["q", "B"])
    data = saved(of_rows(), one, two)
    (first,) = read_workbook("a.xlsx", data)
    assert (first.name, first.rows[0].cells[0]) == ("a.xlsx, sheet `Sheet 2`", "p")
    assert first.remarks == ("not read: `Sheet 3`; name sheets with `--sheet`",)
    named = read_workbook("a.xlsx", data, ("sheet 3", "Sheet 2"))
    assert [it.rows[0].cells[0] for it in named] == ["q", "p"]
    with pytest.raises(TableError, match="no sheet `Sheet 9`"):
        read_workbook("a.xlsx", data, ("Sheet 9",))


def test_a_cell_far_away_costs_nothing() -> None:
    def fill(sheet: Worksheet) -> None:
        of_rows(["Promise", "Who"], ["p", "A"])(sheet)
        sheet["XFD1048576"] = "far"

    assert len(table(fill).rows) == 2


def packed(**parts: bytes) -> bytes:
    """A ZIP file with parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and no more", "is not a whole workbook"),
        (packed(a=b"x"), "is no workbook in the form XLSX"),
        (packed(a=bytes(450_000_000)), "MiB when unpacked"),
        (saved(of_rows()), "no sheet with anything in it"),
    ],
    ids=["cut", "other", "bomb", "empty"],
)
def test_what_is_no_workbook_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_workbook("a.xlsx", data)
