"""The life of a claim as JSON: the contract is in docs/json.md."""

from collections.abc import Sequence

from claim_tracker.compare.claim_log import Event
from claim_tracker.render.data.diff_json import claim_data, table_data
from claim_tracker.render.data.rows import Row, dumps


def log_json(claim_id: str, events: Sequence[Event]) -> str:
    """The events in their order as one JSON object."""
    document = {"id": claim_id, "events": [_event(event) for event in events]}
    return dumps(document, indent=2) + "\n"


def _event(event: Event) -> Row:
    commit, change = event.commit, event.change
    return {
        "commit": commit.id if commit is not None else None,
        "date": commit.date if commit is not None else None,
        "author": commit.author if commit is not None else None,
        "subject": commit.subject if commit is not None else None,
        "gap": event.gap,
        "claim": claim_data(change) if change is not None else None,
        "tables": [table_data(table) for table in event.tables],
    }
