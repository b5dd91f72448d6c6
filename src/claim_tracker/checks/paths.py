"""The parts of the format at the paths of a file's data."""

from typing import Any

from claim_tracker.claims.fields import Part
from claim_tracker.claims.model import (
    Checks,
    Claim,
    ClaimsFile,
    Defaults,
    Passage,
    Place,
    Publisher,
    Quantity,
    Source,
    Update,
)
from claim_tracker.yaml import Path, mapping_or_empty, value_at


def model_at(path: Path, root: Any = None) -> type[Part]:
    """Return the model of the mapping at a path; what it holds tells the forms of a source."""
    match path:
        case ("claims", _):
            return Claim
        case ("sources", _):
            return Source
        case ("places", _):
            return Place
        case (*_, "quantity"):
            return Quantity
        case (*_, "source") | (*_, "source", int()):
            return Passage if root is not None and "source" in value_at(root, path) else Source
        case ("defaults",):
            return Defaults
        case ("claims", _, "updates", _):
            return Update
        case ("publisher",):
            return Publisher
        case ("checks",):
            return Checks
    return ClaimsFile


def id_in(claim: object) -> str | None:
    """Return the id that something has as a claim, as written, without white space around it."""
    written = mapping_or_empty(claim).get("id")
    return written.strip() if isinstance(written, str) else None


def field_name(path: Path) -> str:
    """Return the field at a path, or the one whose item is there."""
    for step in reversed(path):
        if isinstance(step, str):
            return step
    return "the file"
