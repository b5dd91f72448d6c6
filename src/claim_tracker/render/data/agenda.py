"""The agenda as data for programs, and in GitHub's Markdown for an issue."""

from collections.abc import Iterator, Sequence

from claim_tracker.claims.agenda import REASONS, AgendaItem
from claim_tracker.claims.report import Report
from claim_tracker.render.agenda_words import (
    HEADINGS,
    by_reason,
    detail_words,
    record_command,
    waiting_words,
)
from claim_tracker.render.data.escape import MAX_ON_GITHUB, csv_table, markdown_text
from claim_tracker.render.data.rows import (
    CSV_COLUMNS,
    JsonObject,
    claim_cells,
    claim_row,
    head_of,
    json_lines,
    json_parts,
)
from claim_tracker.render.data.sources import source_link
from claim_tracker.render.phrases import count
from claim_tracker.render.wording import day_words

_OWN = ("reason", "day", "days")


def agenda_json(report: Report, items: Sequence[AgendaItem]) -> Iterator[str]:
    """Yield the parts of the whole agenda as one JSON object: the contract is in docs/json.md."""
    document = {
        **head_of(report),
        "summary": {reason: sum(item.reason == reason for item in items) for reason in REASONS},
        "items": [],
    }
    return json_parts(document, "items", map(_row, items))


def agenda_json_lines(items: Sequence[AgendaItem]) -> Iterator[str]:
    """Yield one item a line, each an object as in `agenda_json`."""
    return json_lines(map(_row, items))


def agenda_csv(items: Sequence[AgendaItem]) -> str:
    """Return one row an item: why, since or until which day, and the columns of a claim."""
    rows = ([*map(_reason_fields(item).get, _OWN), *claim_cells(item.state)] for item in items)
    return csv_table((*_OWN, *CSV_COLUMNS), rows)


def agenda_markdown(report: Report, items: Sequence[AgendaItem], files: Sequence[str]) -> str:
    """Return a headline, and under each reason a list of the claims with boxes to tick.

    What would make it too long for an issue is left out, and counted.
    """
    what = count(len(items), "claim") if items else "nothing"
    lines = [f"As of {day_words(report.as_of)}: {what} to look at."]
    length = shown = 0
    for reason, group in by_reason(items):
        parts = []
        for item in group:
            part = "\n".join(_item(item, files))
            length += len(part) + 1
            if length > MAX_ON_GITHUB:
                break
            parts.append(part)
        if parts:
            lines += ["", f"### {HEADINGS[reason]}", "", *parts]
        shown += len(parts)
    if shown < len(items):
        lines += ["", f"And {len(items) - shown:,} more: see `tracker agenda`."]
    return "\n".join(lines) + "\n"


def _item(item: AgendaItem, files: Sequence[str]) -> Iterator[str]:
    words = markdown_text(f"{waiting_words(item)}; {detail_words(item)}")
    yield f"- [ ] **{markdown_text(item.state.claim.claim)}** {words}"
    _, source, at = item.state.entry.citation
    yield f"  {source_link(source, at)}"
    yield f"  `{record_command(item, files)}`"


def _row(item: AgendaItem) -> JsonObject:
    return _reason_fields(item) | {"claim": claim_row(item.state)}


def _reason_fields(item: AgendaItem) -> JsonObject:
    return {"reason": item.reason, "day": item.day.isoformat(), "days": item.days}
