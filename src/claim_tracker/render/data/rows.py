"""Reports as data for programs: JSON, JSON lines, CSV and Markdown."""

import json
from collections.abc import Iterator
from typing import Any

from claim_tracker.claims.model import Quantity, Source, Update
from claim_tracker.claims.report import Report
from claim_tracker.claims.state import ClaimState
from claim_tracker.claims.tracker import Citation, Entry
from claim_tracker.dates import Period
from claim_tracker.render.data.cells import csv_table, markdown_row, markdown_text
from claim_tracker.render.phrases import passed_words, period_words, status_words, when_words
from claim_tracker.text.ci_commands import defused
from claim_tracker.text.display import without_hidden

Row = dict[str, Any]


CSV_COLUMNS = (
    *("id", "claim", "kind", "topic", "speaker", "role", "via", "stated", "due", "due_latest"),
    *("first_due", "times_moved", "slip_days", "days_left", "deadline_passed", "status"),
    *("timeliness", "days_late", "outcome", "happened", "progress", "as_of", "quantity"),
    *("quantity_unit", "places", "tags", "related", "source", "sources", "updates"),
    *("file", "line"),
)


def as_json(report: Report) -> str:
    """The whole report as one JSON object: the contract is in docs/json.md."""
    summary = report.summary
    head = {
        "as_of": report.as_of.isoformat(),
        "files": list(report.files),
        "summary": {
            "claims": summary.claims,
            "with_deadline": summary.with_deadline,
            "deadlines_passed": summary.deadlines_passed,
            "passed_without_outcome": summary.passed_without_outcome,
            "by_status": summary.by_status,
        },
    }
    # Claim by claim, so that not all of their data is there at once beside the text.
    claims = ",".join(_indented(row) for row in _rows(report))
    end = f"{claims}\n  ]" if claims else "]"
    return f'{dumps(head, indent=2)[:-2]},\n  "claims": [{end}\n}}\n'


def _indented(row: Row) -> str:
    """A claim in its list. Line feeds are between values only: in texts they are escaped."""
    return f"\n{dumps(row, indent=2)}".replace("\n", "\n    ")


def as_json_lines(report: Report) -> str:
    """One claim a line, each an object as in `as_json`."""
    return "".join(dumps(row) + "\n" for row in _rows(report))


def as_csv(report: Report) -> str:
    """One row a claim, under a heading. No text in it begins as a formula would."""
    flat = map(_flat, _rows(report))
    return csv_table(CSV_COLUMNS, ([row[name] for name in CSV_COLUMNS] for row in flat))


def as_markdown(report: Report) -> str:
    """A table in GitHub's Markdown, and the sums below."""
    lines = [
        f"Claims as of {report.as_of.isoformat()}",
        "",
        "| Claim | Deadline | When | Status | Speaker | What is claimed |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for state in report.claims:
        claim = state.claim
        cells = (
            f"`{claim.id}`",
            markdown_text(period_words(state.due)) if state.due is not None else "",
            markdown_text(when_words(state)),
            markdown_text(status_words(state)),
            markdown_text(claim.speaker),
            markdown_text(claim.claim),
        )
        lines.append(markdown_row(cells))
    lines += ["", passed_words(report.summary)]
    return "\n".join(lines) + "\n"


def dumps(value: object, indent: int | None = None) -> str:
    """JSON in UTF-8, with what a reader could not see escaped, and what a CI service would obey."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not text.isascii() or "\x7f" in text:
        text = without_hidden(text, lambda character: json.dumps(character)[1:-1])
    return defused(text, lambda character: f"\\u{ord(character):04x}")


def _rows(report: Report) -> Iterator[Row]:
    return (_row(state) for state in report.claims)


def _row(state: ClaimState) -> Row:
    claim, entry, timing = state.claim, state.entry, state.timing
    return {
        "id": claim.id,
        "claim": claim.claim,
        "kind": claim.kind,
        "topic": claim.topic,
        "speaker": claim.speaker,
        "role": claim.role,
        "via": claim.via,
        "stated": period_data(entry.stated),
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
        "quantity": quantity_data(state.quantity, {"change": state.quantity_change}),
        "places": list(claim.places),
        "tags": list(claim.tags),
        "related": list(state.related),
        "source": _cited(entry.file.cite(claim.source)),
        "sources": [_cited(citation) for citation in state.sources],
        "updates": [_update(entry, update) for update in state.updates],
        "file": entry.file.name,
        "line": entry.line,
    }


def _update(entry: Entry, update: Update) -> Row:
    cited = entry.file.cite(update.source) if update.source is not None else None
    return {
        "date": period_data(update.date),
        "outcome": update.outcome,
        "happened": period_data(update.happened),
        "progress": update.progress,
        "due": period_data(entry.moved_due(update)),
        "quantity": quantity_data(update.quantity),
        "note": update.note,
        "source": _cited(cited) if cited is not None else None,
    }


def period_data(period: Period | None) -> Row | None:
    """A date with its first and its last day."""
    if period is None:
        return None
    return {
        "text": period.text,
        "earliest": period.earliest.isoformat(),
        "latest": period.latest.isoformat(),
    }


def quantity_data(quantity: Quantity | None, more: Row | None = None) -> Row | None:
    """A figure, with `more` beside it."""
    if quantity is None:
        return None
    return {
        "value": quantity.value,
        "unit": quantity.unit,
        "approximate": quantity.approximate,
        **(more or {}),
    }


def _cited(citation: Citation) -> Row:
    return {"key": citation.key, **source_data(citation.source)}


def source_data(source: Source) -> Row:
    """A source without its key."""
    return {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": period_data(source.published),
        "archived": source.archived,
    }


def _flat(row: Row) -> Row:
    """A row without nesting: dates as text, lists joined, updates and sources counted."""
    quantity = row["quantity"] or {}
    flat = {
        name: value["text"] if isinstance(value, dict) and "earliest" in value else value
        for name, value in row.items()
    }
    return flat | {
        "due_latest": row["due"] and row["due"]["latest"],
        "quantity": quantity.get("value"),
        "quantity_unit": quantity.get("unit"),
        "places": "; ".join(row["places"]),
        "tags": "; ".join(row["tags"]),
        "related": "; ".join(row["related"]),
        "source": row["source"]["url"],
        "sources": len(row["sources"]),
        "updates": len(row["updates"]),
    }
