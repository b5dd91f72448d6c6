"""Text from others in the cells of CSV and Markdown tables, where it must act on nothing."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from claim_tracker.text import one_line

_FORMULA = re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&$])")


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A heading and rows as CSV (RFC 4180, with a line feed at the end of each line)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _csv_cell(value: object) -> str:
    """A cell on one line; text that a spreadsheet would take for a formula begins with `'`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return str(value)
    text = one_line(value)
    return f"'{text}" if _FORMULA.match(text) else text


def markdown_text(text: str) -> str:
    """Text without markup, and without a mention that would call somebody on GitHub."""
    escaped = _MARKDOWN.sub(r"\\\1", one_line(text))
    return escaped.replace("@", "&#64;")


def markdown_row(cells: Iterable[str]) -> str:
    """One line of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"
