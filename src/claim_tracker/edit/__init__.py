"""Changing a file's text while every other byte stays."""

from claim_tracker.edit.append import with_claim, with_update
from claim_tracker.edit.fix import Fixed, fix, fixed_point

__all__ = [
    "Fixed",
    "fix",
    "fixed_point",
    "with_claim",
    "with_update",
]
