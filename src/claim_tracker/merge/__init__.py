"""Two versions of a file of claims merged claim by claim."""

from claim_tracker.merge.merge import Cannot, Merged, merge

__all__ = ["Cannot", "Merged", "merge"]
