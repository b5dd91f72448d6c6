"""Edits of a file's text that keep every other byte."""

from claim_tracker.edit.fix import Fixed, fixed_point, fixed_points
from claim_tracker.edit.insert import with_claim, with_update

__all__ = [
    "Fixed",
    "fixed_point",
    "fixed_points",
    "with_claim",
    "with_update",
]
