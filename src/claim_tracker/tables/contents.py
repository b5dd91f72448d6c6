"""From the bytes of a file to its tables, or to what this tool has written itself."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from claim_tracker.tables.own_formats.csv_rows import imported_of_csv, is_own_table
from claim_tracker.tables.own_formats.json_rows import imported_of_rows, is_own_record
from claim_tracker.tables.reading.decode import decoded
from claim_tracker.tables.reading.delimited import read_delimited
from claim_tracker.tables.reading.nested import (
    json_lines,
    json_value,
    records_in,
    tables_of,
    yaml_value,
)
from claim_tracker.tables.reading.workbook import SIGNATURE, read_workbook
from claim_tracker.tables.rows.imported import Imported
from claim_tracker.tables.table import Table, TableError

_NO_TABLES = (
    (re.compile(rb"\xd0\xcf\x11\xe0"), "a workbook of the old form (XLS)"),
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table)\b", re.IGNORECASE), "a page"),
)
"""How files begin that are no tables, also under the name of one, and what they are."""
_Form = Literal["JSON lines", "JSON", "YAML", "values"]
_ENDINGS: Mapping[_Form, tuple[str, ...]] = {
    "JSON lines": (".jsonl", ".ndjson"),
    "JSON": (".json",),
    "YAML": (".yaml", ".yml"),
    "values": (".csv", ".tsv", ".tab"),
}
_READERS = {"JSON lines": json_lines, "JSON": json_value, "YAML": yaml_value}
_JSON = re.compile(r"\s*(?:\{|\[\s*\{)")
_YAML = re.compile(r"(?:\s|#.*\n)*(?:- |version:|---\s)")
"""How lists and claims files begin, after comments."""


class Contents(NamedTuple):
    """What a file holds: tables, or claims as this tool writes them.

    `is_claims_file` tells that it is a claims file, which is read as such.
    """

    tables: tuple[Table, ...] = ()
    imported: Imported | None = None
    is_claims_file: bool = False


class ReadOptions(NamedTuple):
    """How a file is to be read, where that is said: its encoding, sheets, and header row."""

    encoding: str | None = None
    sheets: Sequence[str] = ()
    header_row: int | None = None


def table_contents(name: str, data: bytes, options: ReadOptions) -> Contents:
    """Return the content of a file. Raises TableError, which names the file."""
    try:
        return _read(name, data, options)
    except TableError as error:
        if name in error.message:
            raise
        raise TableError(f"`{name}`: {error.message}", error.help) from error


def _read(name: str, data: bytes, options: ReadOptions) -> Contents:
    if data.startswith(SIGNATURE):
        return _contents(read_workbook(name, data, options.sheets, options.header_row))
    for beginning, what in _NO_TABLES:
        if beginning.match(data) is not None:
            raise TableError(f"`{name}` is {what}", "save it as XLSX, or as CSV")
    if options.sheets:
        raise TableError(f"`{name}` is not a workbook and has no sheets", "leave out `--sheet`")
    text, encoding = decoded(data, options.encoding)
    if not text.strip():
        raise TableError(f"`{name}` is empty", "name another table")
    form = _form_of(name.lower(), text)
    if form == "values":
        return _contents([read_delimited(name, text, encoding, options.header_row)])
    try:
        value = _READERS[form](text)
    except TableError:
        first, _, rest = text.strip().partition("\n")
        if not (form == "JSON" and rest and first.startswith("{") and first.rstrip().endswith("}")):
            raise
        form, value = "JSON lines", json_lines(text)
    return _records(name, value, f"{encoding}, {form}")


def _form_of(name: str, text: str) -> _Form:
    """Return the form of a text by how the name of its file ends, or else by how it begins."""
    for form, endings in _ENDINGS.items():
        if name.endswith(endings):
            return form
    if _JSON.match(text) is not None:
        return "JSON"
    return "YAML" if _YAML.match(text) is not None else "values"


def _contents(tables: Sequence[Table]) -> Contents:
    """Return the content of tables: one that this tool wrote may have been saved as a workbook."""
    if len(tables) == 1 and is_own_table(tables[0]):
        return Contents(imported=imported_of_csv(tables[0]))
    return Contents(tuple(tables))


def _records(name: str, value: Any, about: str) -> Contents:
    if _is_claims_file(value):
        return Contents(is_claims_file=True)
    found = records_in(value)
    if found is None:
        raise TableError(
            f"`{name}` holds no list of mappings, each of them a row",
            "write a list with a mapping for each claim",
        )
    records, beside = found
    if all(map(is_own_record, records)):
        return Contents(imported=imported_of_rows(name, enumerate(records, start=1), dated=True))
    return Contents(tuple(tables_of(name, records, beside, about)))


def _is_claims_file(value: Any) -> bool:
    return isinstance(value, dict) and str(value.get("version")) == "1" and "claims" in value
