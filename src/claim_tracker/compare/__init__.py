"""What changed for the claims between two states of their files."""

from claim_tracker.compare.changes import (
    Change,
    ClaimChange,
    Comparison,
    Rewriting,
    TableChange,
    Uncompared,
)
from claim_tracker.compare.states import compare

__all__ = [
    "Change",
    "ClaimChange",
    "Comparison",
    "Rewriting",
    "TableChange",
    "Uncompared",
    "compare",
]
