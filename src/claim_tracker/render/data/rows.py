"""Reports as data for programs: JSON, JSON lines, CSV and Markdown."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from claim_tracker.claims.fields import Part, fields_of
from claim_tracker.claims.model import Claim, Source, Update
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation, Entry
from claim_tracker.dates import Period, Within
from claim_tracker.render.data.escape import csv_table, markdown_table, markdown_text
from claim_tracker.render.phrases import passed_words, status_words, when_words
from claim_tracker.render.wording import period_words
from claim_tracker.text.ci_commands import defused
from claim_tracker.text.display import without_hidden

JsonObject = dict[str, Any]

_ORDER = (
    "id claim kind topic speaker role via stated due first_due times_moved slip_days days_left "
    "deadline_passed status timeliness days_late outcome happened progress as_of quantity places "
    "tags related source sources updates file line"
).split()
"""The order of the fields of a row; other fields of the model come after them."""
_ROW = tuple(
    dict.fromkeys(
        (*_ORDER, *fields_of(Claim), "last_looked", "first_quantity", "claim_sources"),
    )
)
_UPDATE = tuple(fields_of(Update))
_SOURCE = tuple(dict.fromkeys(("title", "publisher", *fields_of(Source))))
_FIGURES = ("quantity", "first_quantity")
_SPLIT = {
    "due": ("due", "due_latest"),
    **{name: (name, f"{name}_unit") for name in _FIGURES},
}
CSV_COLUMNS = tuple(column for name in _ROW for column in _SPLIT.get(name, (name,)))


def as_json(report: Report) -> Iterator[str]:
    """Yield the parts of the whole report as one JSON object: the contract is in docs/json.md."""
    summary = report.summary
    document = {
        **head_of(report),
        "summary": {
            "claims": summary.claims,
            "with_deadline": summary.with_deadline,
            "deadlines_passed": summary.deadlines_passed,
            "passed_without_outcome": summary.passed_without_outcome,
            "by_status": summary.by_status,
            "by_progress": summary.by_progress,
        },
        "claims": [],
    }
    return json_parts(document, "claims", map(claim_row, report.claims))


def head_of(report: Report) -> JsonObject:
    """Return the first fields of the JSON of each report."""
    return {"as_of": report.as_of.isoformat(), "files": list(report.files)}


def as_json_lines(report: Report) -> Iterator[str]:
    """Yield one claim a line, each an object as in `as_json`."""
    return json_lines(map(claim_row, report.claims))


def as_csv(report: Report) -> str:
    """Return one row a claim, under a heading. No text in it begins as a formula would."""
    return csv_table(CSV_COLUMNS, map(claim_cells, report.claims))


def claim_cells(state: ClaimState) -> list[Any]:
    """Return the row of a claim: a cell for each of `CSV_COLUMNS`."""
    row = _flat(claim_row(state))
    return [row[name] for name in CSV_COLUMNS]


def as_markdown(report: Report) -> str:
    """Return a table in GitHub's Markdown, and the sums below."""
    headings = ("Claim", "Deadline", "When", "Status", "Speaker", "What is claimed")
    table = markdown_table(headings, map(_markdown_cells, report.claims))
    lines = (f"Claims as of {report.as_of}", "", *table, "", passed_words(report.summary))
    return "\n".join(lines) + "\n"


def _markdown_cells(state: ClaimState) -> Iterator[str]:
    claim = state.claim
    yield f"`{claim.id}`"
    due = period_words(state.due) if state.due is not None else ""
    yield from map(
        markdown_text, (due, when_words(state), status_words(state), claim.speaker, claim.claim)
    )


FORMS: Mapping[str, Callable[[Report], str | Iterator[str]]] = {
    "json": as_json,
    "jsonl": as_json_lines,
    "csv": as_csv,
    "markdown": as_markdown,
}
"""What makes the data of a report, by the name of its form."""


def dumps(value: object, indent: int | None = None) -> str:
    """Return JSON, with hidden characters and the commands of CI services escaped."""
    return _escaped(_json(value, indent))


def json_document(value: object) -> str:
    """Return JSON that is indented, as a whole text."""
    return f"{dumps(value, indent=2)}\n"


def json_lines(items: Iterable[object]) -> Iterator[str]:
    """Yield the JSON of each item on a line."""
    return (f"{dumps(item)}\n" for item in items)


def json_parts(document: Mapping[str, object], name: str, items: Iterable[object]) -> Iterator[str]:
    """Yield the parts of the JSON of an object, indented, with items in its empty list of a name.

    So not all items are there at once, neither as data nor as text, which takes much memory.
    """
    # A quotation mark within a text is escaped, so this is found only where the list is.
    before, opening, after = dumps(document, indent=2).partition(f'"{name}": [')
    line_start = "\n" + " " * (len(before) - before.rindex("\n") - 1)
    yield before + opening
    lead = ""
    for item in items:
        # Line feeds are between values only: in texts they are escaped.
        yield lead + f"\n{dumps(item, indent=2)}".replace("\n", f"{line_start}  ")
        lead = ","
    yield f"{line_start if lead else ''}{after}\n"


def _json(value: object, indent: int | None) -> str:
    if indent is not None:  # where the encoder of `json` is in Python, and takes ten times as long
        try:
            return to_json(value, indent=indent).decode()
        except PydanticSerializationError:  # what stands for a byte that is not UTF-8
            pass
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _escaped(text: str) -> str:
    if not text.isascii() or "\x7f" in text:
        text = without_hidden(text, lambda character: json.dumps(character)[1:-1])
    return defused(text, lambda character: f"\\u{ord(character):04x}")


def claim_row(state: ClaimState) -> JsonObject:
    """Return the computed and the own fields of a claim."""
    claim, entry, stated, timing = state.claim, state.entry, state.entry.stated, state.timing
    sources = [_citation_row(citation) for citation in state.sources]
    computed = {
        "stated": period_data(stated),
        "due": period_data(state.due),
        "first_due": period_data(state.first_due),
        "times_moved": state.times_moved,
        "slip_days": state.slip_days,
        "days_left": state.days_left,
        "deadline_passed": state.deadline_passed,
        "status": state.status,
        "timeliness": timing.timeliness if timing is not None else None,
        "days_late": timing.days_late if timing is not None else None,
        "outcome": state.outcome,
        "happened": period_data(state.happened),
        "progress": state.progress,
        "as_of": period_data(state.as_of),
        "review": period_data(state.review),
        "last_looked": period_data(state.last_looked),
        "quantity": state.quantity
        and {**field_data(state.quantity), "change": state.quantity_change},
        "first_quantity": field_data(claim.quantity),
        "related": list(state.related),
        "source": sources[0],
        "sources": sources,
        "claim_sources": len(
            {(citation.source.identity, citation.at) for citation in entry.citations()}
        ),
        "updates": [_update(entry, update) for update in state.updates],
        "file": entry.file.name,
        "line": entry.line,
    }
    return {
        name: computed[name] if name in computed else field_data(getattr(claim, name), stated)
        for name in _ROW
    }


def _update(entry: Entry, update: Update) -> JsonObject:
    day = update.counts_from
    row = {name: field_data(getattr(update, name), day) for name in _UPDATE}
    sources = [_citation_row(citation) for citation in entry.citations(update)]
    return row | {"source": sources[0] if sources else None, "sources": sources}


def field_data(value: Any, counted_from: Period | None = None) -> Any:
    """Return the value of a field as data; of a source without its key."""
    if value is None or isinstance(value, str):  # first, as most are
        return value
    if isinstance(value, Period):
        return period_data(value)
    if isinstance(value, Within) and counted_from is not None:
        return period_data(value.after(counted_from))
    if isinstance(value, Citation):
        return field_data(value.source) | {"at": value.at}
    if isinstance(value, Part):
        names = _SOURCE if isinstance(value, Source) else fields_of(type(value))
        return {name: field_data(getattr(value, name)) for name in names}
    return [field_data(item) for item in value] if isinstance(value, tuple) else value


def period_data(period: Period | None) -> JsonObject | None:
    """Return a date with its first and its last day."""
    if period is None:
        return None
    return {
        "text": period.text,
        "earliest": period.earliest.isoformat(),
        "latest": period.latest.isoformat(),
    }


def _citation_row(citation: Citation) -> JsonObject:
    return {"key": citation.key, **field_data(citation.source), "at": citation.at}


def _flat(row: JsonObject) -> JsonObject:
    """Return a row without nesting: dates as text, lists joined, updates and sources counted."""
    return {name: _cell(value) for name, value in row.items()} | {
        "due_latest": row["due"] and row["due"]["latest"],
        **{f"{name}_unit": row[name] and row[name]["unit"] for name in _FIGURES},
        "sources": len(row["sources"]),
        "updates": len(row["updates"]),
    }


def _cell(value: Any) -> Any:
    match value:
        case {"url": url, "title": title}:
            return title if url is None else url
        case {"text": known} | {"value": known}:
            return known
        case [str(), *_] | []:
            return "; ".join(map(_item, value))
    return value


def _item(text: str) -> str:
    """Return an item of a list in a cell, in quotes (as in CSV) where it could be read as two."""
    if ";" not in text and not text.startswith('"'):
        return text
    return '"{}"'.format(text.replace('"', '""'))
