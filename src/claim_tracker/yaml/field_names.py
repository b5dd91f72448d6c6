"""The names of the format: by them a field is told from a text, and its place from another.

They are those of the models, which take too long to import for what only reads YAML.
"""

from typing import Any

SECTIONS = ("version", "timezone", "publisher", "checks", "sources", "places", "claims")
QUANTITY = frozenset("value unit approximate".split())
UPDATE = frozenset("date outcome happened progress due quantity note source".split())
CLAIM = frozenset(
    "id claim kind topic speaker role via stated as_of due quantity source places tags related "
    "updates".split()
)
SOURCE = frozenset("url title publisher published archived".split())
PLACE = frozenset("name region country".split())
_OTHERS = frozenset("archived ignore name url".split())
FIELDS = frozenset(SECTIONS) | QUANTITY | UPDATE | CLAIM | SOURCE | PLACE | _OTHERS
"""The names of the format, by which a line that lacks its colon is told from a text."""
TEXTS = frozenset("claim note title publisher name region topic speaker role via unit".split())
"""The fields of free text, which may go on over several lines."""
COLLECTIONS = frozenset(
    "publisher checks sources places claims ignore quantity source tags related updates".split()
)
"""The fields that may hold a list or a mapping."""

MAPPINGS = ("sources", "places")
"""The sections that have entries by their keys."""
NEEDED = {"sources": "url", "places": "name"}
"""The field by which an entry of these sections is known."""
FIELDS_OF = {"claims": CLAIM, "sources": SOURCE, "places": PLACE}
"""The fields of an entry of each section."""
PARTS = {"source": SOURCE, "quantity": QUANTITY}
"""The fields of a mapping inside a claim or an update."""
_LISTS = (CLAIM & COLLECTIONS) - {*PARTS, "updates"}
"""The fields of a claim that hold lists of texts."""


def section_of(entry: Any) -> str | None:
    """The section of which something is a whole entry, or None where it is of neither.

    A list tells no key, so that it may have an `id` for one.
    """
    names = entry.keys() - {"id"} if isinstance(entry, dict) else set()
    return next(
        (name for name in MAPPINGS if NEEDED[name] in names and names <= FIELDS_OF[name]), None
    )


def misplaced(section: str, root: Any) -> int:
    """How many fields of an entry belong to another part of the format; of updates, lack a date.

    What is to be a mapping and is none counts as well, and what is one and is not to be.
    """
    count = 0 if isinstance(root, list) else _strangers(root, frozenset())
    for entry in root if isinstance(root, list) else root.values():
        is_whole = isinstance(entry, dict) and section_of(entry) in (section, None)
        count += _misplaced_in(section, entry) if is_whole else 1
    return count


def _misplaced_in(section: str, entry: dict[str, Any]) -> int:
    count = _strangers(entry, FIELDS_OF[section])
    if section != "claims":
        return count + sum(isinstance(value, dict) for value in entry.values())
    count += sum(_strangers(entry.get(name), part) for name, part in PARTS.items())
    count += sum(isinstance(entry[name], dict) for name in entry if name not in PARTS)
    count += isinstance(entry.get("quantity"), list)
    for name in _LISTS:
        items = entry.get(name)
        count += sum(isinstance(item, dict) for item in (items if isinstance(items, list) else ()))
    updates = entry.get("updates")
    for update in updates if isinstance(updates, list) else ():
        count += _strangers(update, UPDATE)
        count += not (isinstance(update, dict) and "date" in update)
        if isinstance(update, dict):
            count += sum(_strangers(update.get(name), PARTS[name]) for name in PARTS)
            count += sum(isinstance(update[name], dict) for name in update if name not in PARTS)
    return count


def _strangers(mapping: Any, known: frozenset[str]) -> int:
    names = mapping if isinstance(mapping, dict) else ()
    return sum(name in FIELDS and name not in known for name in names)
