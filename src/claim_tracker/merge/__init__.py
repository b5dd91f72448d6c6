"""Two versions of a file of claims merged claim by claim."""

from claim_tracker.merge.three_way import Cannot, Merged, merge_versions

__all__ = ["Cannot", "Merged", "merge_versions"]
