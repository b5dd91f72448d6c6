"""A table as it was read: heads, rows and their cells, all of them texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

_MOST_SAMPLED = 100
LINK, COMMENT = " (link)", " (comment)"
"""What the heads end with of columns for the addresses behind texts, and for remarks on cells."""


class TableError(Exception):
    """A table cannot be read. `message` says what is wrong, `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


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
    """A table with its heads, one for each column, and its rows that are not empty.

    `name` is what a person knows it by, `about` how it was read, in words. `above` are the texts
    of the rows above the heads, `remarks` what is to be said of it, and `looks` the cells of which
    something cannot be read.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    about: str
    above: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    empty: int = 0
    within: str | None = None
    looks: tuple[Look, ...] = ()

    def column(self, index: int) -> list[str]:
        """Return the texts in a column that are not empty."""
        return [text for row in self.rows if (text := row.cells[index])]

    def sample(self, index: int) -> list[str]:
        """Return the first texts of a column, by which it can be told what it is."""
        texts = (text for row in self.rows if (text := row.cells[index]))
        return list(islice(texts, _MOST_SAMPLED))


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


def unique(heads: Sequence[str]) -> tuple[str, ...]:
    """Return the heads of columns, each once: one that is empty or there already gets a name.

    >>> unique(["Date", "", "Date"])
    ('Date', 'Column B', 'Date (2)')
    """
    made: dict[str, None] = {}
    for index, head in enumerate(heads):
        name = first = " ".join(head.split()) or f"Column {column_name(index)}"
        number = 2
        while name in made:
            name, number = f"{first} ({number})", number + 1
        made[name] = None
    return tuple(made)
