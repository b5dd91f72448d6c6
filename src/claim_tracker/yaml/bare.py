"""Claims that are alone in a file, without the name of their section."""

from dataclasses import replace
from typing import Any

from claim_tracker.yaml.field_names import CLAIM, MAPPINGS, SECTIONS
from claim_tracker.yaml.parsed import Composed, Mapping
from claim_tracker.yaml.problem import Path

_FEWEST_FIELDS = 2


def within_a_file(composed: Composed) -> Composed:
    """What was read as it would be in a file, where it is a list of claims or one claim alone.

    The other sections may be elsewhere, so nothing is unknown to them.
    """
    above = _above(composed.root)
    if not above:
        return composed
    file = Mapping(version="1", claims=composed.root if len(above) == 1 else [composed.root])
    file.line = 1
    return replace(
        composed,
        root=file,
        spoiled={(*above, *path) for path in composed.spoiled},
        gaps={*((name,) for name in MAPPINGS), *((*above, *path) for path in composed.gaps)},
        problems=[
            each._replace(
                related=tuple(((*above, *path), at, label) for path, at, label in each.related)
            )
            for each in composed.problems
        ],
        above=above,
    )


def _above(root: Any) -> Path:
    """The path in a file at which such a root belongs; () for that of a file, or of neither."""
    if isinstance(root, list) and any(_is_claim(each) for each in root):
        return ("claims",)
    return ("claims", 0) if _is_claim(root) and "version" not in root else ()


def _is_claim(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    names = value.keys() - (set(SECTIONS) - CLAIM)
    return len(names) == len(value) and len(names & CLAIM) >= _FEWEST_FIELDS
