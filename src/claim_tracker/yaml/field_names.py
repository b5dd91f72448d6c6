"""The names of the format: by them a field differs from a text, and shows where it belongs.

They are those of the models, which take too long to import for what only reads YAML.
"""

from collections.abc import Iterator
from typing import Any

from claim_tracker.yaml.parsed import mapping_or_empty, mappings_in
from claim_tracker.yaml.problem import Path

_TEXT: frozenset[type] = frozenset((str,))
SECTIONS = tuple(
    "version timezone language title about publisher checks defaults sources places claims".split()
)
QUANTITY = frozenset("value unit approximate".split())
UPDATE = frozenset(
    "date outcome rating happened progress due review quantity quote note source".split()
)
CLAIM = frozenset(
    "id claim quote kind topic speaker role organisation via stated as_of due review criteria note "
    "quantity source places tags related updates".split()
)
SOURCE = frozenset("url title publisher published archived".split())
PLACE = frozenset("name region country".split())
_PASSAGE = frozenset(("source", "at"))
_MARKS = frozenset(("url", "title", "source"))
"""The fields that each source in a list has one of."""
SETTINGS = {
    "publisher": frozenset(("name", "url")),
    "checks": frozenset(("archived", "dates", "ignore")),
    "defaults": CLAIM - {"id", "claim", "quote", "related", "updates"},
}
"""The fields of what a file says of all its claims."""
_OTHERS = frozenset().union(*SETTINGS.values()) | _PASSAGE
FIELDS = frozenset(SECTIONS) | QUANTITY | UPDATE | CLAIM | SOURCE | PLACE | _OTHERS
"""The names of the format, by which a line that lacks its colon differs from a text."""
SENTENCES = frozenset("claim quote criteria note title about".split())
"""The fields of free text that often go on over several lines."""
TEXTS = SENTENCES | frozenset(
    "publisher name region topic speaker role organisation via rating unit at".split()
)
"""The fields of free text."""
COLLECTIONS = frozenset(
    "publisher checks defaults sources places claims ignore quantity source tags related "
    "updates".split()
)
"""The fields that may hold a list or a mapping."""

DASHES = "-*+\u2022\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""The signs that people begin an item with, which are no dash of YAML, or lack its space."""

MAPPINGS = ("sources", "places")
"""The sections that have entries by their keys."""
NEEDED = {"sources": "url", "places": "name"}
"""The field that marks an entry of these sections."""
FIELDS_OF = {"claims": CLAIM, "sources": SOURCE, "places": PLACE}
"""The fields of an entry of each section."""
PARTS = {"source": SOURCE | _PASSAGE, "quantity": QUANTITY}
"""The fields of a mapping inside a claim or an update."""
LISTS = (CLAIM & COLLECTIONS) - {*PARTS, "updates"}
"""The fields of a claim that hold lists of texts."""


def section_of(entry: Any) -> str | None:
    """Return the section that something is a whole entry of, or None if it is of neither.

    A source without an address is known by its title, and what else it says.

    An item of a list has no key, so that it may have an `id` for one.
    """
    names = entry.keys() - {"id"} if isinstance(entry, dict) else set()
    if "title" in names and len(names) > 1 and names <= SOURCE:
        return "sources"
    return next(
        (name for name in MAPPINGS if NEEDED[name] in names and names <= FIELDS_OF[name]), None
    )


def is_in_place(root: Any) -> bool:
    """Whether no field of a file is misplaced."""
    return next(misplaced_in_file(root), None) is None


def misplaced_in_file(root: Any) -> Iterator[Path]:
    """Yield the paths of what is misplaced in a file: in its sections, or as one of these."""
    if not isinstance(root, dict):
        return
    for section in FIELDS_OF:
        yield from ((section, *path) for path in misplaced(section, root.get(section)))
    for name, value in root.items():
        is_entry = name not in SECTIONS and isinstance(value, dict) and value
        of_section = is_entry and any(value.keys() <= FIELDS_OF[part] for part in MAPPINGS)
        if of_section or ("claims" in root and is_stray(name)):
            yield (name,)
    for name, known in SETTINGS.items():
        yield from ((name, *path) for path in _misplaced_in_setting(root.get(name), known))


def is_stray(name: str) -> bool:
    """Whether a name at the margin is that of a field, and of none of a file."""
    return _is_name(name) and name not in SECTIONS


def _misplaced_in_setting(setting: Any, known: frozenset[str]) -> Iterator[Path]:
    """Yield the fields of a setting that belong elsewhere, and the entries of sections in it."""
    for name, value in mapping_or_empty(setting).items():
        if name not in known and (name in FIELDS or section_of(value) is not None):
            yield (name,)


def misplaced(section: str, entries: Any) -> Iterator[Path]:
    """Yield the paths, within a section, of the fields that belong to another part of the format.

    So are what is to be a mapping and is none, what is one and is not to be, what goes on with
    the claim above it, and updates that lack a date.
    """
    if section == "claims":
        for index, claim in enumerate(entries if isinstance(entries, list) else ()):
            is_claim = isinstance(claim, dict) and (
                claim.keys() <= CLAIM or section_of(claim) is None
            )
            if not is_claim or (index and "id" not in claim):
                yield (index,)
            if is_claim:
                for path in _misplaced_in_claim(claim):
                    yield (index, *path)
        return
    for key, entry in mapping_or_empty(entries).items():
        if not isinstance(entry, dict) or section_of(entry) not in (section, None):
            yield (key,)
        else:
            yield from [(key, *path) for path in _strangers(entry, FIELDS_OF[section])]
            yield from [(key, name) for name, value in entry.items() if isinstance(value, dict)]


def _misplaced_in_claim(claim: dict[str, Any]) -> list[Path]:
    found = _misplaced_among(claim, CLAIM)
    updates = claim.get("updates")
    for index, update in enumerate(updates if isinstance(updates, list) else ()):
        if not isinstance(update, dict) or "date" not in update or "id" in update:
            found.append(("updates", index))
        if isinstance(update, dict):
            found += [("updates", index, *path) for path in _misplaced_among(update, UPDATE)]
    return found


def _misplaced_among(fields: dict[str, Any], known: frozenset[str]) -> list[Path]:
    """Return the fields of a claim or an update, and of its parts, that belong to another part."""
    found = _strangers(fields, known)
    for name, value in fields.items():
        if type(value) is str:  # first, as most are
            continue
        if isinstance(value, dict):
            inside = _misplaced_in_part(value, PARTS[name]) if name in PARTS else [()]
            found += [(name, *path) for path in inside]
        elif isinstance(value, list) and name != "updates":
            found += [(name, *path) for path in _misplaced_in_list(name, value)]
    return found


def _misplaced_in_list(name: str, items: list[Any]) -> list[Path]:
    """Return the misplaced items of a list, which are mappings; of sources, their stray fields."""
    if name == "quantity":
        return [()]
    if _TEXT.issuperset(map(type, items)):  # as most are
        return []
    mappings = mappings_in(items)
    if name == "source":
        known = PARTS[name]
        are_fields = len(mappings) > 1 and all(len(each) == 1 for _, each in mappings)
        parted = [(index,) for index, each in mappings if are_fields and not _MARKS & each.keys()]
        inside = [(index, _misplaced_in_part(each, known)) for index, each in mappings]
        found = [(index, *path) for index, paths in inside for path in paths]
        return [*parted, *found]
    return [(index,) for index, _ in mappings] if name in LISTS else []


def _misplaced_in_part(part: dict[str, Any], known: frozenset[str]) -> list[Path]:
    """Return the misplaced fields of a source or a quantity, whose own hold texts alone."""
    held: list[Path] = [(name,) for name, value in part.items() if isinstance(value, dict | list)]
    return [*dict.fromkeys((*_strangers(part, known), *held))]


def _strangers(mapping: dict[str, Any], known: frozenset[str]) -> list[Path]:
    if mapping.keys() <= known:  # as most are
        return []
    return [(name,) for name in mapping if name not in known and _is_name(name)]


def _is_name(name: str) -> bool:
    """Whether a name is one of the format, be it behind what was to be the dash of an item."""
    return name in FIELDS or (not name[:1].isalnum() and name.lstrip(f"{DASHES} ") in FIELDS)
