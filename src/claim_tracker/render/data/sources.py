"""The sources of claims as data for programs: JSON, JSON lines, CSV and Markdown."""

from collections.abc import Iterator, Sequence
from typing import Any

from claim_tracker.claims.fields import fields_of
from claim_tracker.claims.model import Source
from claim_tracker.claims.report import Report
from claim_tracker.claims.sources import CitedSource
from claim_tracker.dates import Period
from claim_tracker.render.data.escape import csv_table, markdown_link, markdown_table, markdown_text
from claim_tracker.render.data.rows import (
    JsonObject,
    field_data,
    head_of,
    json_document,
    json_lines,
)
from claim_tracker.render.phrases import source_words

_FIELDS = tuple(fields_of(Source))
CSV_COLUMNS = (*_FIELDS, "keys", "written", "claims", "cited_by")
"""`claims` counts those that cite a source; `cited_by` are their ids, parted by `; `."""


def sources_json(report: Report, sources: Sequence[CitedSource]) -> str:
    """Return the sources as one JSON object: the contract is in docs/json.md."""
    return json_document({**head_of(report), "sources": [_row(each) for each in sources]})


def sources_json_lines(sources: Sequence[CitedSource]) -> Iterator[str]:
    """Yield one source a line, each an object as in `sources_json`."""
    return json_lines(map(_row, sources))


def sources_csv(sources: Sequence[CitedSource]) -> str:
    """Return one row a source, under a heading. No text in it begins as a formula would."""
    return csv_table(CSV_COLUMNS, map(_cells, sources))


def sources_markdown(report: Report, sources: Sequence[CitedSource]) -> str:
    """Return a table in GitHub's Markdown."""
    table = markdown_table(("Source", "Lasting copy", "Cited by"), map(_markdown_cells, sources))
    return "\n".join((f"Sources as of {report.as_of}", "", *table)) + "\n"


def _markdown_cells(each: CitedSource) -> tuple[str, str, str]:
    source = each.source
    copy = markdown_link("copy", source.archived) if source.archived is not None else ""
    return source_link(source), copy, ", ".join(f"`{claim_id}`" for claim_id in each.cited_by)


def source_link(source: Source, at: str | None = None) -> str:
    """Return a source, and a passage of it, in Markdown, as a link where it has an address."""
    words = markdown_text(source_words(source, at) or source.url or "")
    return words if source.url is None else markdown_link(words, source.url)


def _row(each: CitedSource) -> JsonObject:
    return {
        **field_data(each.source),
        "keys": each.keys,
        "written": each.written,
        "cited_by": list(each.cited_by),
    }


def _cells(each: CitedSource) -> list[Any]:
    values = (getattr(each.source, name) for name in _FIELDS)
    fields = (value.text if isinstance(value, Period) else value for value in values)
    return [
        *(*fields, "; ".join(each.keys), each.written),
        *(len(each.cited_by), "; ".join(each.cited_by)),
    ]
