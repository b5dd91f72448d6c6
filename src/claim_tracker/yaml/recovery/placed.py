"""What was read of a mended text, with all of it where it belongs in a file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claim_tracker.yaml.field_names import CLAIM, MAPPINGS, SECTIONS, section_of
from claim_tracker.yaml.outline import ENTRIES
from claim_tracker.yaml.parsed import Composed, Mapping, mapping_or_empty
from claim_tracker.yaml.problem import At, Path, Problem

_MIN_FIELDS = 2


def entries_in(root: Any) -> Iterator[tuple[Path, Mapping]]:
    """Yield the entries of all sections that are mappings, each with its path."""
    for name in ENTRIES:
        section = mapping_or_empty(root).get(name)
        pairs: Any = enumerate(section) if isinstance(section, list) else ()
        for key, value in section.items() if isinstance(section, dict) else pairs:
            if isinstance(value, Mapping):
                yield (name, key), value


def within_a_file(composed: Composed) -> Composed:
    """Return the reading of a list of claims, or of only one, as that of a file around it.

    The other sections may be in another file, so nothing is unknown to them.
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
    """Return the path in a file at which such a root belongs; () for that of a file, or neither."""
    if isinstance(root, list) and any(_is_claim(each) for each in root):
        return ("claims",)
    return ("claims", 0) if _is_claim(root) and "version" not in root else ()


def _is_claim(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    names = value.keys() - (set(SECTIONS) - CLAIM)
    return len(names) == len(value) and len(names & CLAIM) >= _MIN_FIELDS


def without_misplaced_entries(composed: Composed) -> Composed:
    """Return the reading without the sources and places that stand in another section.

    Each is a problem, unless there is one on its line already. What refers to it follows from
    that, and so does what else seems wrong with it.
    """
    found = list(_misplaced_entries(composed.root)) if isinstance(composed.root, Mapping) else []
    known = {problem.span.line for problem in composed.problems if problem.span is not None}
    for path, section, entry in found:
        *above, end = path
        last: Any = end
        holder: Any = composed.root[str(above[0])] if above else composed.root
        key = last
        if isinstance(holder, list):
            key = entry.pop("id", None) if section_of(entry) else next(iter(entry))
            holder[last] = Mapping()
            holder[last].line = entry.line
        else:
            del holder[last]
        if entry.line not in known:
            where = f"as `{key}:`" if key else "below a key of its own"
            advice = f"move it under `{section}:`, {where}"
            at: At = "value" if isinstance(last, int) else "key"
            problem = Problem("E002", f"this is a {section.removesuffix('s')}", advice, path, at)
            composed.problems.append(problem)
        composed.spoiled.add(path)
        composed.gaps.add((section,))
    return composed


def _misplaced_entries(root: Mapping) -> Iterator[tuple[Path, str, Mapping]]:
    """Yield each source and place in another section, its path and the section it belongs to."""
    for path, entry in entries_in(root):
        is_claim = path[0] == "claims"
        inner = next(iter(entry.values())) if is_claim and len(entry) == 1 else entry
        section = section_of(inner)
        if section not in (None, path[0]) and not (is_claim and len(inner) == 1):
            yield path, str(section), entry
    for name, value in root.items():
        section = section_of(value) if name not in SECTIONS else None
        if section is not None:
            yield (name,), section, value
