"""The parts of a claims file by its lines: the sections, and the entries of each."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

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

_FIELDS_OF = {"claims": CLAIM, "sources": SOURCE, "places": PLACE}
_PARTS = {"source": SOURCE, "quantity": QUANTITY}
_NAMES = "|".join(SECTIONS)
_HEADER = re.compile(rf"(?:{_NAMES})(?![\w-])| (?:{_NAMES})[ \t]*:?[ \t]*$")
_CLAIM = re.compile(r"[ \t]*-[ \t]*\{?[ \t]*\"?id\b")
_DASH = re.compile(r"[ \t]*-(?:[ \t]+(?:[\w\"'-]+[ \t]*:(?:[ \t]|$)|\{)|[ \t]*$)")
_KEY = re.compile(r"[ \t]*(?P<name>[^\s#:-][^\s:]*)[ \t]*:[ \t]*(?:\{.*)?$")
_USUAL_INDENT = 2
_LISTS = ("claims",)
MAPPINGS = ("sources", "places")


class Region(NamedTuple):
    """The lines (from 1) of one entry, or of a section up to its first entry.

    `section` is "" before the first section; `indent` is the indentation of the entries of the
    section, which begins on the line `header` (0 where there is none).
    """

    lines: range
    section: str
    indent: int
    is_entry: bool
    header: int = 0

    @property
    def is_item(self) -> bool:
        """Whether it is an entry of a list."""
        return self.is_entry and self.section in _LISTS


def sections(lines: Sequence[str]) -> frozenset[str]:
    """The names of the sections that begin on the lines."""
    return frozenset(_section(line) for line in lines if _HEADER.match(line))


def region_around(lines: Sequence[str], number: int) -> Region:
    """The region that a line belongs to; the last one where there is no such line."""
    number = min(max(number, 1), max(len(lines), 1))
    headers = [n for n, line in enumerate(lines, start=1) if _HEADER.match(line)]
    header = max((n for n in headers if n <= number), default=0)
    end = min((n for n in headers if n > number), default=len(lines) + 1)
    section = _section(lines[header - 1]) if header else ""
    indent, starts = _entries(lines, range(header + 1, end), section)
    start = max((n for n in starts if n <= number), default=0)
    stop = min((n for n in starts if n > number), default=end)
    return Region(range(start or max(header, 1), stop), section, indent, start > 0, header)


def misplaced(section: str, root: Any) -> int:
    """How many fields of an entry are names of the format that belong to another part of it."""
    count = 0
    for entry in root if isinstance(root, list) else root.values():
        if isinstance(entry, dict):
            count += _strangers(entry, _FIELDS_OF[section])
            count += sum(_strangers(entry.get(name), part) for name, part in _PARTS.items())
            updates = entry.get("updates")
            for update in updates if isinstance(updates, list) else ():
                count += _strangers(update, UPDATE)
                if isinstance(update, dict):
                    count += sum(_strangers(update.get(name), _PARTS[name]) for name in _PARTS)
    return count


def _strangers(mapping: Any, known: frozenset[str]) -> int:
    names = mapping if isinstance(mapping, dict) else ()
    return sum(name in FIELDS and name not in known for name in names)


def is_content(line: str) -> bool:
    """Whether a line is no blank and no comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """How many spaces and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def _section(header: str) -> str:
    return next(name for name in SECTIONS if header.strip().startswith(name))


def _entries(lines: Sequence[str], inside: range, section: str) -> tuple[int, list[int]]:
    """The indentation that most entries of a section have, and the lines on which they begin.

    A claim is known by its `- id` wherever that stands.
    """
    content = [n for n in inside if is_content(lines[n - 1])]
    pattern = _DASH if section in _LISTS else _KEY
    likely = [n for n in content if pattern.match(lines[n - 1])]
    if section in _LISTS:
        likely = [n for n in content if _CLAIM.match(lines[n - 1])] or likely[:1]
    elif section not in MAPPINGS:
        likely = []
    if not likely:
        return 0, []
    spaced = [indent_of(line) for n in likely if not (line := lines[n - 1]).startswith("\t")]
    if section in _LISTS:
        spaced += [inner for n in likely if (inner := _indent_below(lines, n) - _USUAL_INDENT) >= 0]
    (indent, _), *_ = Counter(spaced or [_USUAL_INDENT]).most_common(1)
    if section in _LISTS:
        sure = frozenset(likely)
        return indent, [n for n in content if n in sure or _is_dash_at(lines[n - 1], indent)]
    return indent, [n for n in content if _is_key_at(lines[n - 1], indent)]


def _indent_below(lines: Sequence[str], number: int) -> int:
    """The indentation of the line below one, as the fields of a claim have it."""
    return indent_of(lines[number]) if number < len(lines) and is_content(lines[number]) else 0


def _is_key_at(line: str, indent: int) -> bool:
    """Whether a line is the key of an entry; a field of one can stand there by mistake."""
    key = _KEY.match(line)
    if line.startswith("\t"):
        return key is not None and key["name"] not in FIELDS
    is_field = key is None and line.strip().partition(":")[0] in FIELDS
    return indent_of(line) == indent and not is_field


def _is_dash_at(line: str, indent: int) -> bool:
    return _DASH.match(line) is not None and indent_of(line) == indent
