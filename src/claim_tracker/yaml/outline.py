"""The parts of a claims file by its lines: the sections, and the entries of each."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from claim_tracker.yaml.field_names import CLAIM, DASHES, FIELDS, MAPPINGS, SECTIONS
from claim_tracker.yaml.lines import indent_of, is_content

_NAMES = f"(?:{'|'.join(SECTIONS)})"
_SIGN = re.escape(f"{DASHES}>")
MOVED_HEADER = (
    rf"(?: |\t|   |[{_SIGN}][{_SIGN} ]*|  (?=[\"']?claims))"
    rf"[\"']?(?P<moved>{_NAMES})[\"']?[ \t]*:?[ \t]*$"
)
"""The name of a section alone on a line that is indented by mistake, or begins with signs.

One that is indented by two is that of a field or an entry, but for `claims`.
"""
_HEADER = re.compile(
    rf"[\"']?(?P<name>(?!publisher[\"']?:[ \t]+[^{{\s]){_NAMES})(?![\w-])|{MOVED_HEADER}"
)
"""The name of a section, at the margin or not; `publisher: NAME` is the field of a source."""
OPENED = re.compile(r"[\[{][ \t,]*(?:[ \t]#.*)?$")
"""What ends a line that begins a list or a mapping in brackets on lines of their own."""
_TOO_DEEP = "    "
CLAIM_START = re.compile(r"[ \t]*-[ \t]*+\{?[ \t]*[\"']?id\b")
"""The beginning of a claim, wherever it stands."""
_DASH = re.compile(r"[ \t]*-(?:[ \t]+(?:[\w\"'-]+[ \t]*:(?:[ \t]|$)|\{)|[ \t]*$)")
_KEY = re.compile(
    r"[ \t]*(?P<quote>[\"'])?(?P<name>[^\s#:-][^\s:]*?)(?(quote)(?P=quote))"
    r"[ \t]*:[ \t]*(?:\{.*|(?<=\s)#.*)?$"
)
USUAL_INDENT = 2
_NONE: Counter[int] = Counter()
ENTRIES = ("claims", *MAPPINGS)
"""The sections that have entries."""

LEAD = r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
FIELD = re.compile(
    rf"{LEAD}(?P<key>(?P<quote>[\"'])?(?P<name>[^\s#'\"{{\[|>&*!%@`-][^\s:{{\[]*?)(?(quote)(?P=quote)))"
    r"[ \t]*:(?:[ \t]+(?:#.*|(?P<value>.*)))?$"
)
"""A line that begins with the name of a field or the key of an entry, which may be in quotes."""
ITEM = re.compile(r"(?P<lead>[ \t]*-[ \t]+)(?P<value>.+)$")
"""A line that begins with an item of a list."""
ID = re.compile(
    r"[ \t]*(?:-[ \t]+)?(?P<mark>[\"'])?id(?(mark)(?P=mark))[ \t]*:[ \t]+"
    r"(?P<quote>[\"'])?(?P<id>\S+?)(?(quote)(?P=quote))[ \t]*(?:(?<=[ \t])#.*)?$"
)
"""A line with the id of a claim."""
BLOCK_HEADER = re.compile(r"[|>](?:[+-][1-9]?|[1-9][+-]?)?(?:[ \t]+#.*|[ \t]*)")
"""What stands above a folded or literal text, up to the end of the line (YAML 1.2.2, 8.1.1)."""
_BLOCK_TEXT = re.compile(rf"{LEAD}(?P<key>[^\s#](?:(?![ \t]#).)*:[ \t]+)?{BLOCK_HEADER.pattern}")


def is_key_line(line: str) -> bool:
    """Whether a line is the key of what stands below, without a value."""
    match = FIELD.match(line)
    return match is not None and not match["value"]


def block_column(line: str) -> int | None:
    """Return the indentation that block text below a line exceeds, or None if none begins there."""
    # For most lines the pattern is too slow.
    match = _BLOCK_TEXT.fullmatch(line) if ">" in line or "|" in line else None
    if match is None:
        return None
    lead = match["lead"]
    return len(lead) if match["key"] or "-" not in lead else lead.rindex("-")


class Region(NamedTuple):
    """The lines of one entry, or of a section up to its first entry; the first is line `start`.

    A section in brackets is one region. `section` is "" above the first section; `indent` is the
    indentation of the entries of the section, which begins on the line `header` (0 where there is
    none). Lines count from 1.
    """

    start: int
    lines: list[str]
    section: str
    indent: int
    is_entry: bool
    header: int = 0

    @property
    def stop(self) -> int:
        """Return the line after the last."""
        return self.start + len(self.lines)

    @property
    def name(self) -> str | None:
        """Return the id of a claim, or the key of another entry, as its lines tell it."""
        if not self.is_entry:
            return None
        if self.is_item:
            ids = (match["id"] for line in self.lines if (match := ID.match(line)))
            return next(ids, None)
        return self.lines[0].strip().partition(":")[0].strip("\"'")

    @property
    def is_item(self) -> bool:
        """Whether it is an entry of a list."""
        return self.is_entry and self.section == "claims"

    @property
    def is_keyed(self) -> bool:
        """Whether it is, or begins, a section that has entries by their keys."""
        return self.section in MAPPINGS


class Outline:
    """The lines of a claims file and its regions, found anew where lines are replaced.

    How deep the entries of a section are indented is found once: most of them stay. Of claims that
    are left out of the lines, `indents` counts the indentations.
    """

    def __init__(self, lines: Sequence[str], indents: Counter[int] = _NONE) -> None:
        self.lines = list(lines)
        self._indents_of_others = indents
        self._indents: dict[int, int] = {}
        self._headers, self._names = self._found_headers()

    @property
    def is_known(self) -> bool:
        """Whether the lines are a claims file, or only its claims, or the fields of one."""
        if self._headers:
            return True
        fields = (line.partition(":")[0] for line in self.lines if ":" in line)
        return len(CLAIM.intersection(fields)) > 1

    @property
    def sections(self) -> list[tuple[str, int, int]]:
        """Return each section: its name, the line of it, and the line after its last."""
        ends = [*self._headers[1:], len(self.lines) + 1]
        return list(zip(self._names, self._headers, ends, strict=False))

    def begins_anew(self, line: int) -> bool:
        """Whether a section that begins above a line (from 1) begins below it again."""
        above = bisect_left(self._headers, line)
        return bool(set(self._names[:above]) & set(self._names[above:]))

    def replace(self, region: Region, lines: Sequence[str]) -> None:
        """Put other lines instead of those of a region."""
        self.lines[region.start - 1 : region.stop - 1] = lines
        if len(lines) == len(region.lines) and not any(map(_header, (*lines, *region.lines))):
            return
        self._headers, self._names = self._found_headers()
        self._indents.clear()

    def region_around(self, number: int) -> Region:
        """Return the region of a line; the last one where there is no such line."""
        number = min(max(number, 1), max(len(self.lines), 1))
        index = bisect_right(self._headers, number)
        header, section = (self._headers[index - 1], self._names[index - 1]) if index else (0, "")
        end = self._end_of_section(number)
        start, stop, indent = 0, end, 0
        if section in ENTRIES:
            indent = self._indent(section, range(header + 1, end))
        if section in ENTRIES and not OPENED.search(self.lines[header - 1]):
            above = (n for n in range(number, header, -1) if self._begins(n, section, indent))
            below = (n for n in range(number + 1, end) if self._begins(n, section, indent))
            start, stop = next(above, 0), next(below, end)
        first = start or max(header, 1)
        return Region(first, self.lines[first - 1 : stop - 1], section, indent, start > 0, header)

    def joined_with_above(self, region: Region) -> Region:
        """Return an item of a list with the one above it, where there is one."""
        above = self.region_around(region.start - 1)
        if not above.is_item or above.header != region.header:
            return region
        return region._replace(start=above.start, lines=above.lines + region.lines)

    def with_rest_of_section(self, region: Region) -> Region:
        """Return a region with all that is below it in its section."""
        end = self._end_of_section(region.start)
        return region._replace(lines=self.lines[region.start - 1 : end - 1])

    def _end_of_section(self, number: int) -> int:
        """Return the line after the section of a line."""
        index = bisect_right(self._headers, number)
        return self._headers[index] if index < len(self._headers) else len(self.lines) + 1

    def _begins(self, number: int, section: str, indent: int) -> bool:
        """Whether an entry of a section begins on a line. A claim does with `- id`, wherever."""
        line = self.lines[number - 1]
        if section in MAPPINGS:
            return is_content(line) and _is_key_at(line, indent)
        if CLAIM_START.match(line) is not None:
            return True
        return _DASH.match(line) is not None and indent_of(line) == indent

    def _indent(self, section: str, inside: range) -> int:
        """Return the indentation that most entries of a section have."""
        header = inside.start - 1
        if header not in self._indents:
            others = self._indents_of_others if section == "claims" else _NONE
            lines = self.lines[header : inside.stop - 1]
            self._indents[header] = _usual_indent(section, lines, others)
        return self._indents[header]

    def _found_headers(self) -> tuple[list[int], list[str]]:
        """Return the lines on which sections begin, and the names of these.

        Claims have `places` too, so after `claims` these are no second section. A file that
        is a list of claims is the section of claims, with its name above the first line.
        """
        found: list[int] = []
        names: list[str] = []
        for number, line in enumerate(self.lines, start=1):
            name = _header(line) if line else None
            if name is None:
                continue
            if name in names and ":" not in line:
                continue
            in_claims = name == "places" and names[-1:] == ["claims"]
            if in_claims and (line[0] in " \t-" or name in names):
                continue
            found.append(number)
            names.append(name)
        first = next(filter(is_content, self.lines), "")
        return (found, names) if found or not CLAIM_START.match(first) else ([0], ["claims"])


def _header(line: str) -> str | None:
    """Return the section that begins on a line."""
    if line.startswith(_TOO_DEEP):  # as most lines do, for which the pattern takes long
        return None
    match = _HEADER.match(line)
    return match["name"] or match["moved"] if match is not None else None


def _usual_indent(section: str, lines: Sequence[str], others: Counter[int]) -> int:
    """Return the indentation that most entries on the lines have, by their fields too.

    `others` counts those of entries that are on no line, whose fields are two columns deeper.
    """
    pattern = _KEY if section in MAPPINGS else CLAIM_START
    likely = [n for n, line in enumerate(lines) if pattern.match(line)]
    if not likely:
        return _first_indent(lines)
    spaced = [indent_of(lines[n]) for n in likely if not lines[n].startswith("\t")]
    pairs = ((lines[n], lines[n + 1]) for n in likely if n + 1 < len(lines))
    below = [(one, two) for one, two in pairs if "{" not in one and is_content(two)]
    steps = Counter({USUAL_INDENT: 1 + others.total() // 2})
    steps.update(indent_of(two) - indent_of(one) for one, two in below)
    (step, _), *_ = steps.most_common(1)
    spaced += [indent_of(line) - step for _, line in below]
    least = 1 if section in MAPPINGS else 0
    spaced = [column for column in spaced if column >= least]
    (indent, _), *_ = (Counter(spaced or [USUAL_INDENT]) + others).most_common(1)
    return indent


def _first_indent(lines: Sequence[str]) -> int:
    """Return the indentation of the first item; of a dash alone beside its fields, by these."""
    first = next((n for n, line in enumerate(lines) if _DASH.match(line)), None)
    if first is None:
        return USUAL_INDENT
    indent = indent_of(lines[first])
    below = next(filter(is_content, lines[first + 1 :]), "")
    if lines[first].strip() != "-" or below.lstrip().startswith("-") or indent_of(below) > indent:
        return indent
    return max(indent_of(below) - USUAL_INDENT, 0)


def _is_key_at(line: str, indent: int) -> bool:
    """Whether a line is the key of an entry; a field of one can stand there by mistake."""
    key = _KEY.match(line)
    if line.startswith("\t"):
        return key is not None and key["name"] not in FIELDS
    is_field = key is None and line.strip("- \t").partition(":")[0].strip("\"'") in FIELDS
    return indent_of(line) == indent and not is_field and line.lstrip()[0] not in "]}"
