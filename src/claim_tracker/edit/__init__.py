"""Changing a file's text while every other byte stays, and showing what that changes."""

from claim_tracker.edit.append import with_claim, with_update
from claim_tracker.edit.diff import diff_lines, shown_diff, unified_diff
from claim_tracker.edit.fix import Fixed, fix, fixed_point

__all__ = [
    "Fixed",
    "diff_lines",
    "fix",
    "fixed_point",
    "shown_diff",
    "unified_diff",
    "with_claim",
    "with_update",
]
