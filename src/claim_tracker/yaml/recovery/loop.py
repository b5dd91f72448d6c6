"""Reading on after a fault: the first fix-it that mends its entry, or the entry is skipped."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, NamedTuple, Protocol

from claim_tracker.text.diagnostic import Fix, Span
from claim_tracker.yaml.decode import REPLACEMENT, indent_of, split_lines
from claim_tracker.yaml.field_names import (
    CLAIM,
    MAPPINGS,
    SECTIONS,
    misplaced_in_file,
)
from claim_tracker.yaml.outline import ENTRIES, Outline, Region
from claim_tracker.yaml.parsed import Composed, Mapping, mapping_or_empty
from claim_tracker.yaml.parser import compose
from claim_tracker.yaml.problem import Path, Problem
from claim_tracker.yaml.recovery.choice import best_fixit
from claim_tracker.yaml.recovery.conflicts import conflicts
from claim_tracker.yaml.recovery.fault import MOST_FAULTS, Fault, faults_of, is_named
from claim_tracker.yaml.recovery.fixit import Fixit, Lines
from claim_tracker.yaml.recovery.origins import as_written, edit_of
from claim_tracker.yaml.recovery.sections import headings, without_misplaced_entries

_MOST_CHARACTERS = 120_000_000
"""Characters of a file that are read again for all of its faults."""
_FEWEST_FIELDS = 2
_TABS = re.compile(r"^[ ]*\t[ \t]*(?=#|[\r\n]|\Z)", re.MULTILINE)
_HIDDEN_AFTER_COLON = re.compile(rf"^[ ]*(?:-[ ]+)*[\w.-]+[ ]*:{REPLACEMENT}+", re.MULTILINE)
"""The name of a field, and hidden characters directly after its colon."""
_ID = re.compile(r" *(?:- +)?id: +(?P<id>[a-z0-9-]+) *$")
_KEY = re.compile(r"(?P<key>[^\s:#'\"-][^\s:#'\"]*) *:(?: |$)")


class Recovered(NamedTuple):
    """What could be read, the text that it was read from, and the line of the file of each line.

    Without `origins` the lines are those of the file.
    """

    composed: Composed
    text: str
    origins: Sequence[int] = ()


class Beside(Protocol):
    """The claims of a file that are left out of its text, since nothing in them is to be mended."""

    @property
    def characters(self) -> int:
        """Return the number of their characters, without line ends."""

    @property
    def indents(self) -> Counter[int]:
        """Return how often they have an indentation, as it is counted to find the usual one."""

    @property
    def lines(self) -> Iterable[str]:
        """Return the lines that are left out."""

    def check(self, composed: Composed, lines: Sequence[str], origins: Sequence[int]) -> None:
        """Raise an exception where a reading of the lines would not have gone on through them.

        `origins` has the line of the text for each of the lines; it is 0 for those above which
        nothing was read.
        """


@dataclass(slots=True)
class _Reading:
    """A text as it was written and as it is mended, and what is wrong with it.

    `origins` has the written line of each line of the outline; `skipped` those of the entries
    that are left out whole, `gaps` those of entries that lack a part, with their section, and
    `unsure` those that are mended in one of several ways.
    """

    written: Sequence[str]
    outline: Outline
    origins: list[int]
    line_end: str
    is_clean: bool
    beside: Beside | None = None
    problems: list[Problem] = field(default_factory=list)
    skipped: set[int] = field(default_factory=set)
    gaps: dict[int, str] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Return the text as it is mended by now."""
        return "\n".join(self.outline.lines)


def compose_recovering(text: str, *, clean: bool, beside: Beside | None = None) -> Recovered:
    """Read one YAML document, and where it has faults what stands around them.

    Up to twenty faults are mended, each by the first fix-it after which its entry can be read
    and no field of it is misplaced; where there is none the entry is skipped. What was left out
    is spoiled, and a mapping that lacks a field has a gap. `clean` is as for `compose`, and
    `beside` are the claims that are left out of the text.
    """
    composed = compose(text, clean=clean)
    if composed.stopped and _TABS.search(text):
        text = without_blank_tabs(text)
        composed = compose(text, clean=clean)
    if REPLACEMENT in text and (composed.stopped or not is_in_place(composed)):
        text = _HIDDEN_AFTER_COLON.sub(_blank, text)
        composed = compose(text, clean=clean)
    if not composed.stopped and is_in_place(composed):
        return Recovered(_within_a_file(composed), text)
    written = split_lines(text)
    origins = list(range(1, len(written) + 1))
    if beside is not None:
        beside.check(composed, written, origins)
    line_end = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r"
    outline = _outline(written, beside)
    reading = _Reading(written, outline, origins, line_end, clean, beside)
    _mend_sections(reading, list(conflicts(reading.outline.lines)))
    further = () if beside is None else beside.lines
    _mend_sections(reading, list(headings(reading.outline.lines, further)))
    composed = _mended(reading, composed)
    problems = [_as_written(reading, problem) for problem in composed.problems]
    composed.problems = [*(_if_sure(reading, each) for each in reading.problems), *problems]
    _renumber(composed.root, reading.origins)
    composed = without_misplaced_entries(_within_a_file(composed))
    composed.spoiled |= {path for path, it in _entries(composed.root) if it.line in reading.skipped}
    composed.gaps |= _gaps_at(composed.root, reading.gaps)
    return Recovered(composed, reading.text, reading.origins)


def _outline(lines: Sequence[str], beside: Beside | None) -> Outline:
    return Outline(lines) if beside is None else Outline(lines, beside.indents)


def _renumber(value: Any, origins: Sequence[int]) -> None:
    """Let each mapping know the line of the file on which it begins."""
    if isinstance(value, Mapping):
        value.line = origins[value.line - 1]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        _renumber(each, origins)


def is_in_place(composed: Composed) -> bool:
    """Whether no field of what was read is misplaced, and no name is there twice."""
    if any(problem.code == "E003" for problem in composed.problems):
        return False
    return next(misplaced_in_file(composed.root), None) is None


def _blank(match: re.Match[str]) -> str:
    """Return what was found with spaces for the hidden characters at its end."""
    shown = match[0].rstrip(REPLACEMENT)
    return shown + " " * (len(match[0]) - len(shown))


def without_blank_tabs(text: str) -> str:
    """Return the text, as long as it was, with spaces for tabs on blank lines and before comments.

    YAML lets tabs stand there, and libyaml does not.
    """
    return _TABS.sub(lambda match: " " * len(match[0]), text)


def _mended(reading: _Reading, composed: Composed) -> Composed:
    """Return what the text says after its faults were mended one after the other.

    What stands above the last fault of syntax was read, so it is read again only when there is
    no further one. Only then it is known which fields are misplaced.
    """
    lines = reading.outline.lines
    characters = sum(map(len, lines)) + (0 if reading.beside is None else reading.beside.characters)
    left = min(MOST_FAULTS, _MOST_CHARACTERS // (characters + 1))
    if reading.problems:
        composed = _composed(reading)
    while left > 0:
        faults = list(islice(faults_of(reading.outline, composed), left))
        left -= len(faults)
        regions = [region for fault in faults if (region := _mend(reading, fault)) is not None]
        if not regions:
            break
        if composed.stopped:
            composed = _composed(reading, regions[0])
        if not composed.stopped:
            composed = _composed(reading)
    return _composed(reading) if composed.stopped else composed


def _composed(reading: _Reading, region: Region | None = None) -> Composed:
    """Return what the mended text says, all of it or from a region on."""
    lines, origins = reading.outline.lines, reading.origins
    composed = compose(reading.text if region is None else _from(lines, region), clean=False)
    if reading.beside is not None:
        if region is not None:
            origins = [0] * (region.start - 1) + origins[region.start - 1 :]
        reading.beside.check(composed, lines, origins)
    return composed


def _from(lines: Sequence[str], region: Region) -> str:
    """Return the text from a region on, on the lines it has, under the name of its section."""
    above = [""] * (region.start - 1)
    if region.is_entry and region.header:
        header = lines[region.header - 1]
        above[-1] = f"{header[: indent_of(header)]}{region.section}:"
    return "\n".join([*above, *lines[region.start - 1 :]])


def _mend(reading: _Reading, fault: Fault) -> Region | None:
    """Mend a fault, or skip its entry where it is one of syntax. Return the mended region."""
    regions = _regions(reading.outline, fault)
    for may_lose in (False, True) if fault.is_of_syntax else (False,):
        for region in regions:
            fixit = best_fixit(region, fault, may_lose=may_lose)
            if fixit is not None:
                _apply(reading, region, fixit, fault)
                return region
    entry = next((region for region in regions if region.is_entry), None)
    if entry is None or not fault.is_of_syntax:
        return None
    return _skip(reading, entry, fault.problem)


def _skip(reading: _Reading, entry: Region, problem: Problem | None) -> Region | None:
    """Leave out an entry, and report its problem. Return it, or None for one that was left out."""
    origin = reading.origins[entry.start - 1]
    if problem is None or origin in reading.skipped:
        return None
    reading.problems.append(_as_written(reading, problem))
    reading.skipped.add(origin)
    _replace(reading, entry, [_placeholder(entry)], [origin])
    return entry


def _regions(outline: Outline, fault: Fault) -> list[Region]:
    """Return the regions of the lines that may be faulty; of a misplaced field only its own.

    What begins an item, and no claim, may belong to the item above it, and below an `id` at the
    margin the rest of the section may belong to its claim.
    """
    regions: list[Region] = []
    for line in fault.suspects:
        if not any(region.start <= line < region.stop for region in regions):
            regions.append(outline.region_around(line))
    if fault.problem is not None:
        return regions
    region = regions[0]
    first = outline.lines[min(fault.line, len(outline.lines)) - 1]
    has_id = is_named(first, "id")
    if region.is_item and region.start == fault.line and not has_id:
        region = outline.joined_with_above(region)
    elif has_id and first.startswith("id"):
        region = outline.with_rest_of_section(region)
    return [region]


def _mend_sections(reading: _Reading, fixits: Sequence[Fixit]) -> None:
    """Mend the sections of a file, by the first of the fix-its for each line."""
    whole = Region(1, reading.outline.lines, "", 0, is_entry=False)
    lines: Lines = {}
    for fixit in fixits:
        if lines.keys().isdisjoint(fixit.lines):
            lines |= fixit.lines
            if not fixit.is_known and len(reading.problems) < MOST_FAULTS:
                reading.problems.append(_problem(reading, whole, fixit, None))
    if lines:
        own = [new for n, line in enumerate(whole.lines) for new in lines.get(n, (line,))]
        origins = [each for n, each in enumerate(reading.origins) for _ in lines.get(n, ("",))]
        reading.outline = _outline(own, reading.beside)
        reading.origins = origins


def _apply(reading: _Reading, region: Region, fixit: Fixit, fault: Fault) -> None:
    """Mend a region, and report its problem."""
    if not fixit.is_known or reading.is_clean:
        problem = _problem(reading, region, fixit, fault.problem)
        reading.problems.append(problem)
        if problem.fix is None:
            reading.unsure |= {reading.origins[region.start + n - 1] for n in fixit.lines}
    own = reading.origins[region.start - 1 : region.stop - 1]
    # A text that has an error where it ends, in the middle of a line, may have been cut off there.
    is_cut = fixit.help is not None and region.start + fixit.at == len(reading.outline.lines)
    if fixit.loses or is_cut:
        reading.gaps[own[0]] = region.section
    origins = [origin for n, origin in enumerate(own) for _ in fixit.lines.get(n, ("",))]
    _replace(reading, region, fixit.applied(region.lines), origins)


def _if_sure(reading: _Reading, problem: Problem) -> Problem:
    """Return a problem, without its fix where one of its lines has another fault that has none."""
    edits = problem.fix.edits if problem.fix is not None else ()
    lines = {n for edit in edits for n in range(edit.span.line, edit.span.end_line + 1)}
    return problem if lines.isdisjoint(reading.unsure) else problem._replace(fix=None)


def _replace(reading: _Reading, region: Region, own: list[str], origins: list[int]) -> None:
    reading.origins[region.start - 1 : region.stop - 1] = origins
    reading.outline.replace(region, own)


def _problem(reading: _Reading, region: Region, fixit: Fixit, problem: Problem | None) -> Problem:
    """Return the problem in the words of the fix-it, at the line that it names, with its edits."""
    own = region.lines[fixit.at]
    # Of a name that is there twice, one can as well be deleted.
    is_twice = problem is not None and problem.code == "E003"
    fix = None if is_twice else _fix(reading, region, fixit)
    if fixit.help is None and problem is not None:
        return _as_written(reading, problem)._replace(fix=fix)
    line = region.start + fixit.at
    start, stop = fixit.columns or (0, len(own))
    span = Span(line, start + 1, line, max(stop, start + 1) + 1)
    message = fixit.message or (problem.message if problem is not None else "")
    # What is hidden is a finding of its own, which says to delete it.
    advice = (fixit.help or "").replace(REPLACEMENT, "")
    found = Problem("E002", message, advice, span=span)
    return _as_written(reading, found)._replace(fix=fix)


def _fix(reading: _Reading, region: Region, fixit: Fixit) -> Fix | None:
    """Return the edits of the file that a fix-it makes, where it is the only mend of its lines."""
    if not fixit.is_whole or fixit.help is None:
        return None
    edits = []
    for n, new in sorted(fixit.lines.items()):
        origin = reading.origins[region.start + n - 1]
        if reading.written[origin - 1] != region.lines[n]:
            return None
        edits.append(edit_of(reading.written, origin, new, reading.line_end))
    return Fix(fixit.help, tuple(edits))


def _as_written(reading: _Reading, problem: Problem) -> Problem:
    """Return a problem of the mended lines, where it stands in those that were written."""
    span = problem.span
    if span is None:
        return problem
    spot = as_written(span, reading.written, reading.outline.lines, reading.origins)
    return problem._replace(span=spot)


def _placeholder(region: Region) -> str:
    """Return the line of an entry that is skipped: of a claim its id, of another its key."""
    indent = " " * region.indent
    if region.is_item:
        found = next((match for line in region.lines if (match := _ID.match(line))), None)
        return f"{indent}- {{id: {found['id']}}}" if found is not None else f"{indent}- {{}}"
    key = _KEY.match(region.lines[0].lstrip())
    return f"{indent}{key['key']}: {REPLACEMENT}" if key is not None else ""


def _gaps_at(root: Any, lines: dict[int, str]) -> set[Path]:
    """Return the paths of the entries that begin at the lines, or of their section, or the file."""
    found = {value.line: path for path, value in _entries(root) if value.line in lines}
    sections: Any = {line: (name,) if name in ENTRIES else () for line, name in lines.items()}
    return set((sections | found).values())


def _entries(root: Any) -> Iterator[tuple[Path, Mapping]]:
    sections = mapping_or_empty(root)
    for name in ENTRIES:
        section = sections.get(name)
        keys: Any = section if isinstance(section, dict) else range(len(section or ()))
        for key in keys if isinstance(section, dict | list) else ():
            value = section[key] if section is not None else None
            if isinstance(value, Mapping):
                yield (name, key), value


def _within_a_file(composed: Composed) -> Composed:
    """Return what was read as it would be in a file, where it is a list of claims or only one.

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
    return len(names) == len(value) and len(names & CLAIM) >= _FEWEST_FIELDS
