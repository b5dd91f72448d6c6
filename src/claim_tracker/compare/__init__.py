"""What changed for the claims between two states of their files."""

from claim_tracker.compare.changes import (
    Change,
    ClaimChange,
    Comparison,
    Errors,
    Rewriting,
    TableChange,
)
from claim_tracker.compare.states import compare

__all__ = [
    "Change",
    "ClaimChange",
    "Comparison",
    "Errors",
    "Rewriting",
    "TableChange",
    "compare",
]
