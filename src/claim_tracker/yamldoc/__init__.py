"""YAML files as plain text values, each of which can be found again in its file."""

from claim_tracker.yamldoc.composed import Mapping
from claim_tracker.yamldoc.document import Document, read
from claim_tracker.yamldoc.problem import At, Path, Problem

__all__ = ["At", "Document", "Mapping", "Path", "Problem", "read"]
