"""Changes of the claims, the log of one, and corrections as JSON: see docs/json.md."""

from collections.abc import Sequence

from claim_tracker.compare import (
    Change,
    ClaimChange,
    Comparison,
    Rewriting,
    TableChange,
    Uncompared,
)
from claim_tracker.compare.claim_log import Commit, LogEvent
from claim_tracker.compare.corrections import Correction
from claim_tracker.render.change_phrases import Sides
from claim_tracker.render.data.rows import JsonObject, field_data, json_document, period_data

_KINDS = {
    "claim": "wording",
    "due": "deadline",
    "outcome": "outcome",
    "happened": "happened",
    "progress": "progress",
    "quantity": "figure",
    "note": "note",
}


def diff_json(comparison: Comparison, sides: Sides) -> str:
    """Return the whole comparison as one JSON object."""
    document = {
        "old": sides.old,
        "new": sides.new,
        "summary": dict(comparison.sums),
        "claims": [_claim_data(change) for change in comparison.claims],
        "tables": [_table_data(change) for change in comparison.tables],
        "old_errors": _errors(comparison.old_errors),
        "new_errors": _errors(comparison.new_errors),
    }
    return json_document(document)


def _errors(errors: Uncompared | None) -> JsonObject | None:
    return {"claims": list(errors.claims)} if errors is not None else None


def _claim_data(change: ClaimChange) -> JsonObject:
    """Return the change of one claim."""
    return {
        "id": change.id,
        "was": change.was,
        "change": change.fate,
        "claim": change.entry.claim.claim,
        "rewritten": change.rewritten,
        "changes": [_change(part) for part in change.changes],
        "file": change.entry.file.name,
        "line": change.entry.line,
    }


def _table_data(change: TableChange) -> JsonObject:
    """Return the change of a field of a source, a place or a file."""
    return {
        "table": change.table,
        "name": change.name,
        "field": change.field,
        "before": field_data(change.old),
        "after": field_data(change.new),
        "claims": list(change.claims),
    }


def _change(change: Change | Rewriting) -> JsonObject:
    if isinstance(change, Rewriting):
        fields = [
            {"field": field.field, "before": field_data(field.old), "after": field_data(field.new)}
            for field in change.fields
        ]
        on = period_data(change.on)
        return {"kind": "rewritten", "how": change.how, "update": on, "fields": fields}
    new_source = change.field == "source" and change.on is not None
    return {
        "kind": "source" if new_source else _KINDS.get(change.field, "field"),
        "field": change.field,
        "before": field_data(change.old),
        "after": field_data(change.new),
        "days": change.days,
        "update": period_data(change.on),
        "source": field_data(change.source),
        "rewritten": change.rewritten,
    }


def log_json(claim_id: str, events: Sequence[LogEvent]) -> str:
    """Return the events in their order as one JSON object."""
    document = {"id": claim_id, "events": [_event(event) for event in events]}
    return json_document(document)


def _event(event: LogEvent) -> JsonObject:
    return {
        **_commit(event.commit),
        "gap": event.gap,
        "claim": _claim_data(event.change) if event.change is not None else None,
        "tables": [_table_data(table) for table in event.tables],
    }


def corrections_json(found: Sequence[Correction], *, author: bool) -> str:
    """Return the corrections in their order, and what could not be compared, as one JSON object.

    Without `author` that is null.
    """
    document = {
        "corrections": [
            {**_by(correction, author=author), "claim": _claim_data(change)}
            for correction in found
            for change, _ in correction.claims
        ],
        "gaps": [
            {
                **_by(correction, author=author),
                "gap": correction.gap,
                "claims": list(correction.lost),
            }
            for correction in found
            if correction.gap is not None
        ],
    }
    return json_document(document)


def _by(correction: Correction, *, author: bool) -> JsonObject:
    """Return the commit or the update, with its day, that made a correction."""
    if isinstance(correction.by, Commit):
        return {"by": "commit", **_commit(correction.by, author=author)}
    by = "update" if correction.by is not None else None
    return {"by": by, **_commit(None), "date": correction.iso_day or None}


def _commit(commit: Commit | None, *, author: bool = True) -> JsonObject:
    if commit is None:
        return dict.fromkeys(("commit", "date", "author", "subject"))
    by = commit.author if author else None
    return {"commit": commit.id, "date": commit.date, "author": by, "subject": commit.subject}
