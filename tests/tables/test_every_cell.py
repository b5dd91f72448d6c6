"""Nothing of a table is lost: each cell is in the claims, or among what is listed."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claim_tracker.edit.whole_file import file_text
from claim_tracker.loading import examined
from claim_tracker.tables.build import import_tables
from claim_tracker.tables.columns.cell_dates import Undated, cell_date
from claim_tracker.tables.columns.mapping import GivenColumns
from claim_tracker.tables.columns.statuses import standing
from claim_tracker.tables.import_output import content_of
from claim_tracker.tables.reading.decode import decoded
from claim_tracker.tables.reading.delimited import read_delimited
from claim_tracker.tables.rows.citations import Cited
from claim_tracker.tables.rows.imported import AlreadyTracked, Imported, Origin
from claim_tracker.yaml import read

TODAY = date(2026, 11, 23)
ORIGIN = Origin(Cited((("title", "table.csv"), ("published", TODAY.isoformat()))), TODAY, TODAY)
HEADERS = (
    *("Promise", "Made on", "Deadline", "Status", "Last updated", "Latest update", "Source"),
    *("Link", "Minister", "Party", "Category", "Tags", "Location", "Budget", "Notes", "ID"),
    *("Completed on", "Evidence", "Figure", "Review", "See also", "Quote", "Role", "Archive"),
    *("Type", "Source title", "Published", "Page", "What?", "Status", ""),
)
READINGS = ("dmy", "mdy", "ymd", "month", "years")
TEXTS = (
    *("10-May-25", "Q4 26", "2025-07-01 00:00:00", "05/10/2025", "13/10/2025", "TBD", "ongoing"),
    *("25-05-10", "99-12-31", "2010-11", "2012-13", "Okt 25", "Plan; https://a.example/4"),
    *("45802", "end of 2026", "2025-02-30", "May 2025", "2031", "1404/05/10", "31/12/2025 (est.)"),
    *("Achieved", "In progress", "Broken", "Not started", "Compromise", "Abandoned", "Somewhat"),
    *("https://a.example/1", "The Post, https://b.example/2; https://c.example/3", "www.d.example"),
    *("2,500 US troops", "about 12 km", "3", "-", "n/a", "a; b, c", "P 1", "7", "total", "Total"),
    *("Two\nlines: of text", " spaced ", "# no comment", "- a: b", "null", "'quoted'", '"', "?"),
    *("می‌خواهیم", "पुल", "zero\u200bwidth", "nul\x00byte", "tab\there", "within 90 days", "{x}"),
    *("https://web.archive.org/web/20250101000000/https://x.example/", "prediction", "promise"),
)
cells = st.sampled_from(TEXTS) | st.text(st.characters(codec="utf-8"), max_size=12) | st.just("")
tables = (
    st.lists(st.sampled_from(HEADERS), min_size=2, max_size=9)
    .filter(any)  # a row of headers in which nothing stands is refused
    .flatmap(
        lambda headers: st.tuples(
            st.just(headers),
            st.lists(st.lists(cells, min_size=len(headers), max_size=len(headers)), max_size=5),
        )
    )
)


def written(rows: list[list[str]]) -> bytes:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def imported_of(data: bytes) -> tuple[Imported, str]:
    """What a table comes to, and the file that it is written as."""
    table = read_delimited("table.csv", decoded(data, "utf-8").text, "UTF-8", 1)
    given_columns = GivenColumns(values=(("claim", "It is so."),))
    imported = import_tables([table], given_columns, ORIGIN, AlreadyTracked()).imported
    content = content_of(imported.claims, {}, imported, {})
    return imported, file_text(content.claims, content.sections)


def letters(text: str) -> str:
    """The letters and digits of a text that are seen."""
    return "".join(re.findall(r"\w", text))


def texts_in(value: Any) -> Iterator[str]:
    """All texts in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for each in value for text in texts_in(each))
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in texts_in(each))


def is_told(text: str, everything: str) -> bool:
    """Whether a text, or what it was read as, is there."""
    says_nothing = not letters(text) or text.lower() == "n/a"
    if says_nothing or letters(text) in everything:
        return True
    found = [cell_date(text, frozenset(it)) for it in ((), *((each,) for each in READINGS))]
    if any(not isinstance(it, Undated) and letters(it.text) in everything for it in found):
        return True
    state = standing(text, "commitment")
    if (state.outcome or state.progress) and letters(state.outcome or state.progress or ""):
        return letters(state.outcome or state.progress or "") in everything
    parts = re.split(r"[;,\s|]+", text)
    return all(letters(part).lower() in everything.lower() for part in parts)


@given(tables)
def test_each_cell_is_in_the_claims_or_listed(table: tuple[list[str], list[list[str]]]) -> None:
    headers, rows = table
    imported, text = imported_of(written([headers, *rows]))
    document = read("out.yaml", text.encode())
    everything = letters("\n".join((*texts_in(document.root), *(it.text for it in imported.looks))))
    for row in rows:
        for cell in row:
            assert is_told(cell, everything), (cell, text, imported.looks)


@given(tables)
def test_what_is_written_is_valid(table: tuple[list[str], list[list[str]]]) -> None:
    _, text = imported_of(written([table[0], *table[1]]))
    loaded = examined((read("out.yaml", text.encode()),), TODAY)
    assert [it for it in loaded.findings if it.severity == "error"] == []
