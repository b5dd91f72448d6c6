"""Edits of a file's text that keep every other byte."""

from claim_tracker.edit.fix import Fixed, fixed_point, fixed_points
from claim_tracker.edit.insert import Additions, with_additions
from claim_tracker.edit.source_key import with_source_key

__all__ = [
    "Additions",
    "Fixed",
    "fixed_point",
    "fixed_points",
    "with_additions",
    "with_source_key",
]
