"""Mending what has one right answer, and showing what that changes."""

from claim_tracker.edit.diff import diff_lines, unified_diff
from claim_tracker.edit.fix import Fixed, fix, fixed_point

__all__ = ["Fixed", "diff_lines", "fix", "fixed_point", "unified_diff"]
