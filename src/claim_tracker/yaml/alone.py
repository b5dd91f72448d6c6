"""A region that is read alone: how well it fits what it is to be."""

from collections.abc import Sequence
from typing import Any

from claim_tracker.yaml.field_names import MAPPINGS, SECTIONS, misplaced
from claim_tracker.yaml.indent import indent_of, is_content
from claim_tracker.yaml.outline import ENTRIES, Region
from claim_tracker.yaml.parsed import Mapping
from claim_tracker.yaml.parser import compose


def faults_of(own: Sequence[str], region: Region) -> int | None:
    """How many names seem to be in a wrong place in the lines of a region.

    None when it cannot be read as what a region of its kind is.
    """
    first = next((line for line in own if is_content(line)), "")
    composed = compose("\n".join(own), clean=False)
    if composed.stopped or indent_of(first) != (region.indent if region.is_entry else 0):
        return None
    if not first:
        return None if region.is_entry and len(own) > 1 else 0
    root = composed.root
    if not isinstance(root, list if region.is_item else Mapping):
        return None
    if region.is_entry:
        if isinstance(root, Mapping) and not _are_entries(root):
            return None
        return len(composed.problems) + _without_id(root) + misplaced(region.section, root)
    below = root.get(region.section) if isinstance(root, Mapping) else None
    kind = dict if region.section in MAPPINGS else list if region.section == "claims" else object
    if not isinstance(below, kind | None):
        return None
    is_keyed = region.section in ENTRIES and isinstance(root, Mapping)
    strangers = sum(name not in SECTIONS for name in root) if is_keyed else 0
    return len(composed.problems) + strangers


def _are_entries(root: Mapping) -> bool:
    """Whether what is read in the place of one entry with a key is it, or is several entries."""
    kinds = {type(entry) for entry in root.values()}
    return list not in kinds and (len(root) == 1 or kinds == {Mapping})


def _without_id(root: Any) -> int:
    """How many items after the first are no claims of their own."""
    below = root[1:] if isinstance(root, list) else ()
    return sum(isinstance(each, Mapping) and "id" not in each for each in below)
