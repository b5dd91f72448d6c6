"""Tables of separated values (CSV, TSV): which sign separates them, and where the headers are."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from io import StringIO
from itertools import chain, islice
from typing import NamedTuple

from claim_tracker.tables.headers import is_known_header
from claim_tracker.tables.table import Look, Row, Table, TableError, clean, column_name
from claim_tracker.yaml.limits import MAX_ENTRIES

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_DECLARED = re.compile(f'"?sep=([{"".join(_DELIMITERS)}])"?[\r\n]*')
"""A line before the rows that says what separates them, as Excel reads it."""
_SAMPLED = 60
"""Rows by which the delimiter is found; one may be of several lines."""
_MAX_ABOVE = 20
_MAX_HEAD_LENGTH = 60
_MAX_CELLS = 5_000_000
"""Cells of a table, of which each row has as many as the widest one."""
_END = "\x00end\x00"
NumberedRow = tuple[int, list[str]]
"""A row with the number that a person finds it by."""
Derived = Mapping[int, tuple[int | None, str]]
"""By the index of a column that was made from links or remarks: the column that these belong to,
and what its header ends with."""


def read_delimited(name: str, text: str, encoding: str, header_row: int | None) -> Table:
    """Return the table of a text of separated values. Raises TableError."""
    first = list(islice(StringIO(text, newline=""), _SAMPLED * 4))
    declared = _DECLARED.fullmatch(first[0])
    delimiter = declared[1] if declared is not None else _delimiter(first, name)
    rows = _rows(text, delimiter, 0 if declared is None else 1)
    about = f"{encoding}, {_DELIMITERS[delimiter]}"
    return table_of(name, rows, about, TableShape(header_row))


class Unread(NamedTuple):
    """A cell with something unreadable: its row, the index of its column, what, and why."""

    row: int
    column: int
    text: str
    why: str


class TableShape(NamedTuple):
    """What is known of a table: its header row, 0 for none, and None where it is to be found.

    The headers of `derived` columns follow from those of others; `remarks` are to be said of it,
    and `unread` cells to be looked at.
    """

    header_row: int | None = None
    remarks: tuple[str, ...] = ()
    derived: Derived | None = None
    unread: tuple[Unread, ...] = ()


def table_of(name: str, rows: Iterable[NumberedRow], about: str, shape: TableShape) -> Table:
    """Return the table of rows; one of them may have the headers. Raises TableError."""
    derived = shape.derived or {}
    filled: list[NumberedRow] = []
    count = empty = width = 0
    for number, texts in rows:
        cells = [*map(clean, texts)]
        if not any(cells):
            empty += 1
            continue
        count, width = count + 1, max(width, len(cells))
        if count <= MAX_ENTRIES:  # those above it are only counted
            filled.append((number, cells))
    if count > MAX_ENTRIES or count * width > _MAX_CELLS:
        raise TableError(
            f"`{name}` has {count:,} rows of {width:,} columns: at most {MAX_ENTRIES:,} rows "
            f"and {_MAX_CELLS:,} cells are read",
            "leave out what is not a part of the table, or import it in parts",
        )
    at = _head_at(filled, shape.header_row)
    header = filled[at][1] if at is not None else []
    start = 0 if at is None else at + 1
    above = [" | ".join(filter(None, cells)) for _, cells in filled[: max(start - 1, 0)]]
    above += [header[index] for index in derived if index < len(header) and header[index]]
    where = f"heads in row {filled[at][0]}" if at is not None else "no heads"
    table = Table.of(
        name,
        _with_derived([*header, *[""] * (width - len(header))], derived),
        (Row(number, (*cells, *[""] * (width - len(cells)))) for number, cells in filled[start:]),
        f"{about}, {where}",
    )
    return replace(
        table,
        above=tuple(above),
        remarks=shape.remarks,
        empty=empty,
        looks=tuple(
            Look(name, cell.row, table.headers[cell.column], cell.text, cell.why)
            for cell in shape.unread
        ),
    )


def _with_derived(headers: Sequence[str], derived: Derived) -> list[str]:
    """Return headers with those of derived columns: `Promise (link)`."""
    made = list(headers)
    for index, (base, ending) in derived.items():
        name = headers[base] or f"Column {column_name(base)}" if base is not None else ""
        made[index] = f"{name}{ending}" if name else ""
    return made


def _head_at(rows: Sequence[NumberedRow], wanted: int | None) -> int | None:
    """Return the index of the row with the headers; None where there is none."""
    if wanted == 0 or not rows:
        return None
    if wanted is not None:
        at = next((index for index, row in enumerate(rows) if row[0] == wanted), None)
        if at is None:
            raise TableError(f"there is nothing in row {wanted}", "name the row of the heads")
        return at
    known = [sum(is_known_header(cell) for cell in cells) for _, cells in rows[:_MAX_ABOVE]]
    best = max(range(len(known)), key=known.__getitem__)
    if known[best] >= min(2, len(rows[best][1])):
        return best
    return 0 if len(rows) > 1 and _may_be_heads(rows[0][1]) else None


def _may_be_heads(cells: Sequence[str]) -> bool:
    """Whether cells may be headers: short texts, all different, up to the last one."""
    named = list(filter(None, cells))
    last = max((index for index, cell in enumerate(cells) if cell), default=-1)
    are_short = all(len(cell) < _MAX_HEAD_LENGTH and any(map(str.isalpha, cell)) for cell in named)
    return are_short and len({*named}) == last + 1 and "://" not in "".join(named)


def _delimiter(lines: Sequence[str], name: str) -> str:
    """Return the sign that parts most of the first rows into equally many cells.

    In a file whose name says that it has tabs these do, where most rows have one.
    """
    best, most = ",", (0.0, 1)
    sample = [line for line in lines if len(line) < csv.field_size_limit()]
    if name.lower().endswith((".tsv", ".tab")):
        widths = _widths(sample, "\t")
        if widths[1] <= widths.total() / 2:
            return "\t"
    for delimiter in _DELIMITERS:
        widths = _widths(sample, delimiter)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]))
        found = (count / widths.total() if width > 1 else 0.0, width)
        if found > most:
            best, most = delimiter, found
    return best


def _widths(sample: Sequence[str], delimiter: str) -> Counter[int]:
    """Return how many of the first rows have how many cells."""
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # a cell is too long, which is said when the table is read
        for cells in islice(csv.reader(sample, delimiter=delimiter), _SAMPLED):
            widths[len(cells)] += any(cells)
    return +widths


def _rows(text: str, delimiter: str, before: int) -> Iterator[NumberedRow]:
    """Yield the rows after so many lines `before` them, with their numbers.

    Raises TableError for a quote that is not closed.
    """
    lines = islice(StringIO(text, newline=""), before, None)
    reader = csv.reader(chain(lines, [_END]), delimiter=delimiter)
    line = before + 1
    try:
        for number, cells in enumerate(reader, start=1):
            if cells == [_END]:
                return
            if cells and cells[-1].endswith(_END):
                raise _unclosed_error(line)
            yield number, cells
            line = before + reader.line_num + 1
    except csv.Error:
        raise _unclosed_error(line) from None


def _unclosed_error(line: int) -> TableError:
    return TableError(
        f"a quote in the row that begins on line {line} is not closed, or a cell is far too long",
        'close it, or write each `"` inside of a quoted cell twice',
    )
