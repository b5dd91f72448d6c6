"""The parts of a claims file by its lines: the sections, and the entries of each."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

SECTIONS = ("version", "timezone", "publisher", "checks", "sources", "places", "claims")
FIELDS = frozenset(
    "version timezone publisher checks sources places claims archived ignore url title published "
    "name region country id claim kind topic speaker role via stated as_of due quantity source "
    "tags related updates date outcome happened progress note value unit approximate".split()
)
"""The names of the format, by which a line that lacks its colon is told from a text."""

_NAMES = "|".join(SECTIONS)
_HEADER = re.compile(rf"(?:{_NAMES})(?![\w-])| (?:{_NAMES})[ \t]*:?[ \t]*$")
_CLAIM = re.compile(r"[ \t]*-[ \t]*id\b")
_DASH = re.compile(r"[ \t]*-(?:[ \t]|$)")
_KEY = re.compile(r"[ \t]*(?P<name>[^\s#:-][^\s:]*)[ \t]*:[ \t]*(?:\{.*)?$")
_USUAL_INDENT = 2
_LISTS = ("claims",)
MAPPINGS = ("sources", "places")


class Region(NamedTuple):
    """The lines (from 1) of one entry, or of a section up to its first entry.

    `section` is "" before the first section; `indent` is the indentation of the entries of the
    section.
    """

    lines: range
    section: str
    indent: int
    is_entry: bool

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
    return Region(range(start or max(header, 1), stop), section, indent, is_entry=start > 0)


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
    (indent, _), *_ = Counter(spaced or [_USUAL_INDENT]).most_common(1)
    if section in _LISTS:
        sure = frozenset(likely)
        return indent, [n for n in content if n in sure or _is_dash_at(lines[n - 1], indent)]
    return indent, [n for n in content if _is_key_at(lines[n - 1], indent)]


def _is_key_at(line: str, indent: int) -> bool:
    """Whether a line is the key of an entry; a field of one can stand there by mistake."""
    key = _KEY.match(line)
    if line.startswith("\t"):
        return key is not None and key["name"] not in FIELDS
    is_field = key is None and line.strip().partition(":")[0] in FIELDS
    return indent_of(line) == indent and not is_field


def _is_dash_at(line: str, indent: int) -> bool:
    return _DASH.match(line) is not None and indent_of(line) == indent
