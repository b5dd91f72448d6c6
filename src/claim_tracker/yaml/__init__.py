"""YAML files as plain text values, each of which can be found again in its file."""

from claim_tracker.yaml.document import Document, read
from claim_tracker.yaml.parsed import Mapping, mapping_or_empty, mappings_in, value_at
from claim_tracker.yaml.problem import At, Path, Problem

__all__ = [
    "At",
    "Document",
    "Mapping",
    "Path",
    "Problem",
    "mapping_or_empty",
    "mappings_in",
    "read",
    "value_at",
]
