"""One row of a table: the values of its cells by their fields, and what of it cannot be read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claim_tracker.dates import Period, Within
from claim_tracker.dates.calendars import may_be_of_another
from claim_tracker.tables.columns.cell_dates import Undated, cell_date, says_more
from claim_tracker.tables.columns.columns import Columns
from claim_tracker.tables.headers import CELL_TYPES
from claim_tracker.tables.table import Look, Row

_DASHES = frozenset(("-", "\u2013", "\u2014", "--", "\u2212"))
_NO_VALUE = re.compile(
    r"n/a|n\.a\.|not (?:applicable|available)|#(?:n/a|ref!|value!|name\?|div/0!|null!|num!)",
    re.IGNORECASE,
)
"""What a cell says that has no value, in words or as the error of a formula."""
_STANDING = ("update.outcome", "update.progress")
"""The fields whose words are explained, those for nothing too."""
SEPARATORS = re.compile(r"\s*[;\n|]\s*")
"""What stands between several values in a cell."""


def _is_empty(text: str, name: str | None) -> bool:
    """Whether a cell of a field has no value, or says that it has none."""
    if not text or text in _DASHES:
        return True
    return name not in _STANDING and _NO_VALUE.fullmatch(text) is not None


def _is_of_last_century(found: Period, text: str) -> bool:
    """Whether a year of two digits is read as one before 2000, which few claims are of."""
    return found.earliest.year < 2000 and re.search(r"\d{4}|\d{3}[Xx]", text) is None


class CellValue(NamedTuple):
    """What a cell says, with the header and the index of its column; None for what is of all."""

    text: str
    header: str
    column: int | None

    @property
    def line(self) -> str:
        """Return the line that it is in a note."""
        return f"{self.header}: {self.text}"


def parts(text: str) -> list[str]:
    """Return the parts of a cell with several values, each once."""
    return list(dict.fromkeys(filter(None, SEPARATORS.split(text))))


def names_in(text: str) -> list[str]:
    """Return the parts of a cell with several names, which commas separate too."""
    return parts(text.replace(",", ";"))


def words_in(text: str) -> list[str]:
    """Return the words of a cell with several, which spaces separate too."""
    return " ".join(names_in(text)).split()


@dataclass
class Record:
    """A row, by the fields of its columns. `lines` are for its note, `looks` for a person."""

    columns: Columns
    row: Row
    values: dict[str, list[CellValue]] = field(default_factory=dict)
    lines: list[CellValue] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    @classmethod
    def of(cls, columns: Columns, row: Row, given: Mapping[str, str]) -> "Record":
        """Return the record of a row; `given` are values for what it does not say itself."""
        record = cls(columns, row)
        headers = columns.table.headers
        for index, text in enumerate(row.cells):
            name = columns.fields[index]
            if index in columns.dropped or _is_empty(text, name):
                continue
            value = CellValue(text, headers[index], index)
            if name is None:
                record.note(value)
            else:
                record.add(name, (value,))
        for name, text in given.items():
            record.values.setdefault(name, [CellValue(text, name, None)])
        return record

    def has(self, name: str) -> bool:
        """Whether a cell has a value of a field."""
        return name in self.values

    @property
    def has_more(self) -> bool:
        """Whether a cell has a value that has not been read."""
        every = (value for values in self.values.values() for value in values)
        return any(value.column is not None for value in every)

    def first(self, name: str) -> CellValue | None:
        """Return the first value of a field, or None if it has none."""
        return next(iter(self.values.get(name, ())), None)

    def add(self, name: str, values: Iterable[CellValue]) -> None:
        """Add values to those of a field."""
        self.values.setdefault(name, []).extend(values)

    def take(self, name: str) -> list[CellValue]:
        """Return the values of a field, which are then read."""
        return self.values.pop(name, [])

    def take_one(self, name: str) -> CellValue | None:
        """Return the first value of a field that has one; others go into the note."""
        found = self.take(name)
        for value in found[1:]:
            self.note(value)
        return found[0] if found else None

    def text(self, name: str) -> str | None:
        """Return the value of a field as a text on one line."""
        found = self.take_one(name)
        return " ".join(found.text.split()) if found is not None else None

    def paragraphs(self, name: str) -> str | None:
        """Return the values of a field as paragraphs."""
        return "\n\n".join(value.text for value in self.take(name)) or None

    def words(self, name: str) -> list[str]:
        """Return the words that cells of a field list, each once."""
        words = (word for value in self.take(name) for word in names_in(value.text))
        return list(dict.fromkeys(filter(None, map(str.strip, words))))

    def plain(self, name: str) -> Any:
        """Return the value of a row in a field that is read by its type alone.

        A value of a type that no cell has stays unread.
        """
        if name not in self.values:  # as most are
            return None
        match CELL_TYPES[name]:
            case "words":
                return self.words(name)
            case "paragraphs":
                return self.paragraphs(name)
            case "text":
                return self.text(name)
            case "date":
                found = self.period(name)
                return found.text if found is not None else None
        return None

    def period(
        self, name: str, fault: Callable[[Period], str | None] = lambda _: None
    ) -> Period | None:
        """Return the date that a field has; one with a fault goes into the note."""
        value = self.take_one(name)
        return self.read_period(value, value.text, fault) if value is not None else None

    def read_period(
        self, value: CellValue, text: str, fault: Callable[[Period], str | None]
    ) -> Period | None:
        """Return the date that a text of a cell is; one with a fault goes into the note."""

        def fault_of(found: Period | Within) -> str | None:
            if isinstance(found, Within):
                return "a span is counted from a statement; write the date itself"
            return fault(found)

        found = self.read_date(value, text, fault_of)
        return found if isinstance(found, Period) else None

    def dated(self, value: CellValue, text: str) -> Period | Within | Undated:
        """Return the date or the span that a text of a cell is, as its column is read."""
        readings = self.columns.readings.get(value.column) if value.column is not None else None
        return cell_date(text, readings or frozenset())

    def read_date(
        self, value: CellValue, text: str, fault: Callable[[Period | Within], str | None]
    ) -> Period | Within | None:
        """Return the date or the span that a text of a cell is; one with a fault is refused."""
        found = self.dated(value, text)
        if isinstance(found, Undated):
            if found.why is None:
                self.note(value)
            else:
                self.refuse(value, found.why)
            return None
        is_of_another = isinstance(found, Period) and may_be_of_another(found)
        why = "its year may be of another calendar" if is_of_another else fault(found)
        if why is not None:
            self.refuse(value, why)
            return None
        if says_more(text):
            self.note(value)
        if isinstance(found, Period) and _is_of_last_century(found, text):
            self.look(value, f"its year is read as {found.earliest.year}")
        return found

    def note(self, value: CellValue) -> None:
        """Put a value into the note, under the header of its column."""
        self.lines.append(value)

    def noted(self, note: str | None) -> str | None:
        """Return a note with the lines for it below; None where there is neither."""
        return "\n".join(filter(None, (note, *(value.line for value in self.lines)))) or None

    def refuse(self, value: CellValue, why: str) -> None:
        """Put a value that cannot be read into the note, and list it."""
        self.note(value)
        self.look(value, why)

    def look(self, value: CellValue, why: str) -> None:
        """List a value for a person to look at."""
        name = self.columns.table.name
        self.looks.append(Look(name, self.row.number, value.header, value.text, why))

    def rest(self) -> Iterator[CellValue]:
        """Yield the values that have not been read."""
        for name in list(self.values):
            yield from (value for value in self.take(name) if value.column is not None)
