"""Tables of an XLSX workbook: what its cells show, and what stands behind them."""

import re
import warnings
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from claim_tracker.tables.reading.cell_text import cell_text
from claim_tracker.tables.reading.delimited import (
    Derived,
    NumberedRow,
    TableShape,
    Unread,
    table_of,
)
from claim_tracker.tables.table import COMMENT, LINK, Table, TableError
from claim_tracker.text.display import folded

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MAX_BYTES = 400 * 1024 * 1024
"""Bytes of all parts of a workbook when they are unpacked."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_HYPERLINK = re.compile(r'=\s*HYPERLINK\(\s*"((?!#)(?:[^"]|"")*)"\s*[,;)]', re.IGNORECASE)
"""A formula of a link whose address is a text, and no place in the workbook."""
_LINKING = re.compile(r"\bHYPERLINK\(", re.IGNORECASE)
_LINK_TEXT = re.compile(
    r'=\s*HYPERLINK\(.*[,;]\s*"((?:[^"]|"")*)"\s*\)\s*$', re.IGNORECASE | re.DOTALL
)
"""A formula of a link that shows a text."""
_EMPTY = "str"
"""The type of a cell whose formula comes to a text that is empty, beside no value."""
_NO_URL = "no whole address stands in it; write the address itself there"
SheetCells = dict[tuple[int, int], str]
"""Texts by the row and the column of their cells."""
SIGNATURE = b"PK\x03\x04"
_SAVE_IT = "save it once more as XLSX, or as CSV"
_NO_ZIP = (BadZipFile, NotImplementedError, zlib.error)
"""What zipfile raises for what is damaged, and for a way to compress that it does not know."""


def read_workbook(
    name: str, data: bytes, sheets: Sequence[str] = (), header_row: int | None = None
) -> list[Table]:
    """Return the tables of the sheets that are named, else of the first with anything in it.

    Raises TableError, and ModuleNotFoundError without the library.
    """
    from openpyxl import load_workbook

    has_formulas = _looked_into(name, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that hold no cells
            book = load_workbook(BytesIO(data), data_only=True)
            formulas = load_workbook(BytesIO(data)) if has_formulas else book
    except Exception as error:  # whatever is wrong with the parts of a workbook
        raise TableError(
            f"`{name}` cannot be read as a workbook: {type(error).__name__}: {error}",
            _SAVE_IT,
        ) from error
    filled = [sheet for sheet in book.worksheets if any(_filled_cells(sheet))]
    chosen = _chosen(name, filled, sheets)
    others = [sheet.title for sheet in filled if sheet not in chosen]
    tables = []
    for sheet in chosen:
        title = name if len(filled) == 1 else f"{name}, sheet `{sheet.title}`"
        remarks = _remarks(sheet)
        if others and sheet is chosen[0]:
            named = ", ".join(f"`{other}`" for other in others)
            remarks.append(f"not read: {named}; name sheets with `--sheet`")
        rows, derived, unread = _rows(sheet, formulas[sheet.title])
        shape = TableShape(header_row, tuple(remarks), derived, unread)
        tables.append(table_of(title, rows, "XLSX", shape))
    return tables


def _looked_into(name: str, data: bytes) -> bool:
    """Whether a workbook has formulas. Raises TableError for what is none, or far too large."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            infos = parts.infolist()
            size = sum(part.file_size for part in infos)
            if size > _MAX_BYTES:
                raise TableError(
                    f"`{name}` is {size // 1024**2:,} MiB when unpacked, far too large",
                    "split it into several tables",
                )
            if all(part.filename != "[Content_Types].xml" for part in infos):
                raise TableError(f"`{name}` is no workbook in the form XLSX", _SAVE_IT)
            sheets = [part for part in infos if part.filename.startswith("xl/worksheets/")]
            return any(_FORMULA.search(parts.read(part)) is not None for part in sheets)
    except (*_NO_ZIP, ValueError, EOFError) as error:
        raise TableError(
            f"`{name}` is not a whole workbook: {error}", "save it once more"
        ) from None


def _chosen(name: str, filled: "Sequence[Worksheet]", wanted: Sequence[str]) -> "list[Worksheet]":
    """Return the sheets that are named, else the first that is not hidden."""
    if not wanted:
        shown = [sheet for sheet in filled if sheet.sheet_state == "visible"] or list(filled)
        if not shown:
            raise TableError(f"`{name}` has no sheet with anything in it", "name another table")
        return shown[:1]
    titles = {folded(sheet.title): sheet for sheet in filled}
    found = []
    for title in wanted:
        if folded(title) not in titles:
            named = ", ".join(f"`{sheet.title}`" for sheet in filled)
            raise TableError(
                f"`{name}` has no sheet `{title}` with anything in it", f"it has {named}"
            )
        found.append(titles[folded(title)])
    return found


def _filled_cells(sheet: "Worksheet") -> "Iterator[Cell | MergedCell]":
    """Yield the cells with a value, however far from the others they are."""
    return (cell for cell in sheet._cells.values() if cell.value is not None)


def _remarks(sheet: "Worksheet") -> list[str]:
    hidden = sum(row.hidden for row in sheet.row_dimensions.values())
    columns = sum(column.hidden for column in sheet.column_dimensions.values())
    counted = [(hidden, "hidden row"), (columns, "hidden column")]
    return [
        f"{number:,} {what}{'s' * (number > 1)} read like the others"
        for number, what in counted
        if number
    ]


def _rows(
    sheet: "Worksheet", formulas: "Worksheet"
) -> tuple[list[NumberedRow], Derived, tuple[Unread, ...]]:
    """Return the rows of a sheet; merged cells each have the value that they show.

    The address behind a text, and a remark on a cell, stand in columns of their own.
    """
    texts = {
        _place(cell): cell_text(cell.value, str(cell.number_format))
        for cell in _filled_cells(sheet)
    }
    links: SheetCells = {}
    comments: SheetCells = {}
    for at, cell in sheet._cells.items():
        if cell.hyperlink is not None and (url := _url(cell)) and url != texts.get(at):
            links[at] = url
        if cell.comment is not None and cell.comment.text.strip():
            comments[at] = cell.comment.text.strip()
    unread = _add_formulas(sheet, formulas, texts, links) if formulas is not sheet else {}
    filled = sorted({row for row, _ in texts})
    for merged in sheet.merged_cells.ranges:
        first = merged.min_row, merged.min_col
        below = bisect_right(filled, merged.min_row), bisect_right(filled, merged.max_row)
        for row in filled[slice(*below)]:
            for found in (texts, links):
                if first in found:
                    found.setdefault((row, first[1]), found[first])
    return _arrange(texts, links, comments, unread)


def _add_formulas(
    sheet: "Worksheet", formulas: "Worksheet", texts: SheetCells, links: SheetCells
) -> SheetCells:
    """Add the addresses that formulas link to, and formulas that have no value in the file.

    Returns the formulas with a link whose address does not stand in them as it is.
    """
    unread: SheetCells = {}
    for cell in _filled_cells(formulas):
        at = _place(cell)
        formula = str(getattr(cell.value, "text", cell.value))  # of an array it is an object
        url = _HYPERLINK.match(formula)
        is_empty = at not in texts and sheet._cells[at].data_type == _EMPTY
        if cell.data_type != "f" or (is_empty and url is None):
            continue
        if _LINKING.search(formula) is None:
            texts.setdefault(at, formula)
            continue
        if url is not None:
            links[at] = url[1].replace('""', '"')
        elif at not in links:
            unread[at] = formula
        if not texts.get(at):
            shown = _LINK_TEXT.match(formula) or url
            texts[at] = (shown and shown[1].replace('""', '"')) or formula
    return unread


def _place(cell: "Cell | MergedCell") -> tuple[int, int]:
    return cell.row or 0, cell.column or 0


def _arrange(
    texts: SheetCells, links: SheetCells, comments: SheetCells, unread: SheetCells
) -> tuple[list[NumberedRow], Derived, tuple[Unread, ...]]:
    """Return rows of cells, with the columns of links and comments after those of texts."""
    kinds = ((texts, ""), (links, LINK), (comments, COMMENT))
    columns = [
        (found, column, ending)
        for found, ending in kinds
        for column in sorted({column for _, column in found})
    ]
    base = {column: index for index, (_, column, ending) in enumerate(columns) if not ending}
    rows: dict[int, list[str]] = {}
    for row in sorted({row for found, _ in kinds for row, _ in found}):
        rows[row] = [found.get((row, column), "") for found, column, _ in columns]
    derived = {
        index: (base.get(column), ending)
        for index, (_, column, ending) in enumerate(columns)
        if ending
    }
    left = (Unread(row, base[column], text, _NO_URL) for (row, column), text in unread.items())
    return list(rows.items()), derived, tuple(left)


def _url(cell: "Cell | MergedCell") -> str:
    """Return the address behind a cell, with the place in it; of one in the workbook nothing."""
    link = cell.hyperlink
    target = (link.target or "") if link is not None else ""
    anchor = link.location if link is not None and target else None
    return f"{target}#{anchor}" if anchor and "#" not in target else target
