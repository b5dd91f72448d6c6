"""Edits of a file's text that keep every other byte."""

from claim_tracker.edit.fix import Fixed, fixed_point, fixed_points
from claim_tracker.edit.insert import with_claim, with_update
from claim_tracker.edit.section import with_entry
from claim_tracker.edit.source_key import with_source_key

__all__ = [
    "Fixed",
    "fixed_point",
    "fixed_points",
    "with_claim",
    "with_entry",
    "with_source_key",
    "with_update",
]
