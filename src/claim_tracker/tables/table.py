"""A table as it was read: headers, rows and their cells, all of them texts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from claim_tracker.text.display import has_hidden, without_hidden
from claim_tracker.text.errors import HelpfulError
from claim_tracker.yaml.limits import MAX_FIELDS, MAX_TEXT

_MAX_COLUMNS = 5 * MAX_FIELDS
_MAX_SAMPLED = 100
_LINE_END = re.compile("\r\n|[\r\u2028\u2029\x85]")
_ENDS = re.compile(r"[ \t]+(?=\n)|[ \t\n]+$")
LINK, COMMENT = " (link)", " (comment)"
"""What the headers end with of columns for the addresses behind texts, and for remarks on cells."""


class TableError(HelpfulError):
    """A table cannot be read."""


class Look(NamedTuple):
    """A cell that somebody has to look at: where it is, what it says, and why."""

    table: str
    row: int
    column: str
    text: str
    why: str


class Row(NamedTuple):
    """A row: the number that a person finds it by, its cells, and the row that it belongs to.

    `parent` is the number of a row of the table that this one's table stands in, as a list of
    mappings does inside of a mapping.
    """

    number: int
    cells: tuple[str, ...]
    parent: int | None = None


@dataclass(frozen=True)
class Table:
    """A table with its headers, one for each column, and its rows that are not empty.

    `name` is what a person knows it by, `about` how it was read, in words. `above` are the texts
    of the rows above the headers, `remarks` what is to be said of it, and `looks` the cells of
    which something cannot be read.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    about: str
    above: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    empty: int = 0
    within: str | None = None
    looks: tuple[Look, ...] = ()

    @classmethod
    def of(cls, name: str, headers: Sequence[str], rows: Iterable[Row], about: str) -> "Table":
        """Return a table of texts that are `clean`, with each header once and no empty row.

        Raises TableError where there are too many columns, or a text is too long.
        """
        if len(headers) > _MAX_COLUMNS:
            raise TableError(
                f"`{name}` has {len(headers):,} columns, and at most {_MAX_COLUMNS:,} are read",
                "leave out what is not a part of the table",
            )
        names = [header or f"Column {column_name(index)}" for index, header in enumerate(headers)]
        filled = tuple(row for row in rows if any(row.cells))
        table = cls(
            name,
            tuple(without_duplicates(" ".join(header.split()) for header in names)),
            filled,
            about,
        )
        for row in table.rows:
            longest = max(row.cells, key=len)
            if len(longest) > MAX_TEXT:
                header = table.headers[row.cells.index(longest)]
                raise TableError(
                    f"`{name}`, row {row.number}, {header}: a text of {len(longest):,} characters, "
                    f"and one may have {MAX_TEXT:,}",
                    "look whether a quote is missing, or shorten it",
                )
        return table

    def column(self, index: int) -> list[str]:
        """Return the texts in a column that are not empty."""
        return [text for row in self.rows if (text := row.cells[index])]

    def sample(self, index: int) -> list[str]:
        """Return the first texts of a column, to tell what it is by."""
        texts = (text for row in self.rows if (text := row.cells[index]))
        return list(islice(texts, _MAX_SAMPLED))


def column_name(index: int) -> str:
    """Return the letters that a spreadsheet has above a column, counted from 0.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def without_duplicates(names: Iterable[str]) -> list[str]:
    """Return names, each once: one that is there already gets a number.

    >>> without_duplicates(["Date", "Day", "Date"])
    ['Date', 'Day', 'Date (2)']
    """
    made: dict[str, None] = {}
    counts: Counter[str] = Counter()
    for name in names:
        each = name
        while each in made:
            counts[name] += 1
            each = f"{name} ({counts[name] + 1})"
        made[each] = None
    return list(made)


def clean(text: str) -> str:
    """Return a text without what nobody sees, its lines ended by line feeds."""
    if text.isprintable() and (text.isascii() or not has_hidden(text)):
        return text.strip()
    lines = _ENDS.sub("", _LINE_END.sub("\n", text).replace("\t", " "))
    for _ in range(3):  # what is taken out may have explained what stands beside it
        if not has_hidden(lines):
            break
        lines = without_hidden(lines)
    return lines.strip()
